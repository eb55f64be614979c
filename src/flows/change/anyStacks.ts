import { ActionError } from "../../errors.ts";
import { arnParts } from "../../stack/console.ts";
import { isObject } from "../../template/canonical.ts";
import { contextOf } from "../../template/evaluate/context.ts";
import { known } from "../../template/evaluate/evaluated.ts";
import { withoutLoops } from "../../template/evaluate/loops.ts";
import { evaluateValue } from "../../template/evaluate/value.ts";
import type { Json, ReadTemplate } from "../../template/model.ts";
import { isLooped, resourcesOf } from "../../template/resources.ts";
import { withSpelledNumbers } from "../../template/scalarText.ts";
import { parseTemplate } from "../../template/text/parse.ts";
import { nestingProperty } from "../../template/tree/nested.ts";

/** A nested stack of a template, however it is made. */
export interface AnyStack {
  /** In a loop whose list is not known here as it is written there: `Net${Name}`. */
  readonly logicalId: string;
  /** A URL, or what names an application of the Serverless Application Repository. */
  readonly source: Json;
}

/**
 * Every nested stack, those that loops make and the repository's applications included, by where each stands.
 * @param arn of a stack that is where this template's is
 */
export function anyStacks(template: ReadTemplate | undefined, arn?: string): ReadonlyMap<string, AnyStack> {
  if (template === undefined) return new Map();
  const scope = { parameters: {}, pseudo: arn === undefined ? {} : pseudoOf(arn) };
  const made = withoutLoops(withSpelledNumbers(template), scope);
  const context = contextOf(made, scope);
  return new Map(
    resourcesOf(made).flatMap(({ logicalId, path, resource }) => {
      const property = nestingProperty(resource);
      if (property === undefined) return [];
      const written = (isObject(resource.Properties) ? resource.Properties[property] : undefined) ?? null;
      // What a mapping says is known, whatever the parameters are; in a loop that stays nobody knows of which item.
      const source = (isLooped({ path }) ? undefined : known(evaluateValue(context, written))) ?? written;
      return [[path.join("/"), { logicalId, source }] as const];
    }),
  );
}

/** The URLs of their templates by their logical ids; `undefined` where only CloudFormation can tell. */
export function urlsIn(
  template: ReadTemplate | undefined,
  arn?: string,
): ReadonlyMap<string, string | undefined> {
  return new Map(
    [...anyStacks(template, arn).values()].map(({ logicalId, source }) => [
      logicalId,
      typeof source === "string" ? source : undefined,
    ]),
  );
}

function pseudoOf(arn: string) {
  const { region, account, partition } = arnParts(arn);
  return { "AWS::Region": region, "AWS::AccountId": account, "AWS::Partition": partition };
}

/** The template that CloudFormation has taken; `undefined` of one that cannot be read here all the same. */
export function parsed(text: string, file = "the deployed template"): ReadTemplate | undefined {
  try {
    return parseTemplate(text, file);
  } catch (error) {
    if (error instanceof ActionError) return undefined;
    throw error;
  }
}
