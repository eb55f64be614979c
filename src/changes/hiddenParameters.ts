import type { Json } from "../template/model.ts";
import { isMasked } from "../template/parameters/declarations.ts";
import { scalarText } from "../template/scalarText.ts";
import type { ChangeSources } from "./describe.ts";
import { declarationsIn, noEchoNames } from "./noEcho.ts";
import { isObject } from "./resourceState.ts";

type Sources = Pick<ChangeSources, "template" | "parameters" | "stack" | "deployedTemplate" | "changeSet">;

/** Parameters whose values nobody is to see. */
export interface HiddenParameters {
  /** `NoEcho` in the rendered template or in the deployed one. */
  readonly names: ReadonlySet<string>;
  /** Of these, the ones that are declared without it from now on: CloudFormation will tell their values. */
  readonly exposed: ReadonlySet<string>;
}

/** A value that was hidden until now was not meant to be seen, whatever the new declaration says. */
export function hiddenParameters({ template, stack, deployedTemplate }: Sources): HiddenParameters {
  const declared = new Map(template.parameters.map(({ name, noEcho }) => [name, noEcho]));
  const hiddenNow = [
    ...noEchoNames(deployedTemplate),
    // Where the deployed template is not to be read or a macro made it: CloudFormation shows asterisks.
    ...(stack?.parameters ?? []).filter(({ value }) => isMasked(value)).map(({ name }) => name),
  ];
  const hiddenThen = [...declared].filter(([, noEcho]) => noEcho).map(([name]) => name);
  return {
    names: new Set([...hiddenNow, ...hiddenThen]),
    exposed: new Set(hiddenNow.filter((name) => declared.get(name) === false)),
  };
}

/**
 * Every value of such a parameter that is known: given, kept, the deployed template's default, or shown by AWS by now; of
 * an SSM type what it stands for, too.
 */
export function hiddenValues(sources: Sources): readonly string[] {
  const { parameters, stack, deployedTemplate, changeSet } = sources;
  const { names } = hiddenParameters(sources);
  const known: readonly KnownValue[] = [
    ...parameters,
    ...(stack?.parameters ?? []),
    ...(changeSet?.parameters ?? []),
    ...Object.entries(declarationsIn(deployedTemplate)).map(([name, it]) => ({ name, value: defaultOf(it) })),
  ];
  return known
    .filter(({ name }) => names.has(name))
    .flatMap(({ value, resolved }) => [value, resolved].filter((text) => text !== undefined))
    .filter((text) => !isMasked(text));
}

interface KnownValue {
  readonly name: string;
  readonly value?: string | undefined;
  readonly resolved?: string;
}

function defaultOf(declaration: Json): string | undefined {
  return isObject(declaration) ? scalarText(declaration.Default ?? null) : undefined;
}
