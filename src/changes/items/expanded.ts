import { isObject } from "../../template/canonical.ts";
import { contextOf } from "../../template/evaluate/context.ts";
import { type Evaluated, type Scope, textOf } from "../../template/evaluate/evaluated.ts";
import { withoutLoops } from "../../template/evaluate/loops.ts";
import { evaluateValue } from "../../template/evaluate/value.ts";
import { functionOf, isLoop } from "../../template/functions.ts";
import type { JsonObject, ReadTemplate } from "../../template/model.ts";
import { isMasked } from "../../template/parameters/declarations.ts";
import { withSpelledNumbers } from "../../template/scalarText.ts";
import type { ChangeTarget } from "../model.ts";
import type { ParameterValue } from "./requestItems.ts";

type Parameters = Scope["parameters"];
/** Where the stack is. What it is called is not known of all. */
export type Target = Pick<ChangeTarget, "region" | "account"> & { readonly stack?: string | undefined };

type Templates = ReadonlyMap<string, ReadTemplate>;

/** By the paths of the stacks. */
interface Expanded {
  readonly expanded: Templates;
  /** What is known of the values of each one's parameters. */
  readonly scopes: ReadonlyMap<string, Scope>;
}

/**
 * The templates with what their loops make in their place, as far as the lists are known: of the stack itself by the values of its
 * parameters, of a nested one by what the stack around it gives.
 * @param templates by the paths of their stacks, the root's empty
 */
export function expandedTemplates(
  templates: Templates,
  values: readonly ParameterValue[],
  { stack, region, account }: Target,
): Expanded {
  const pseudo = { "AWS::Region": region, "AWS::AccountId": account };
  const known = new Map<string, Parameters | undefined>([
    ["", Object.fromEntries(values.map((parameter) => [parameter.name, knownValue(parameter)]))],
  ]);
  const expanded = new Map<string, ReadTemplate>();
  const scopes = new Map<string, Scope>();
  const outerFirst = [...templates].sort(([a], [b]) => depth(a) - depth(b));
  for (const [key, template] of outerFirst) {
    const given = known.get(key);
    const parameters = known.has(key) && given === undefined ? {} : withDefaults(template.value, given ?? {});
    const scope = { parameters, pseudo: key === "" ? { ...pseudo, "AWS::StackName": stack } : pseudo };
    // What a loop makes has other places than those whose spelling is known.
    const spelled = withSpelledNumbers(template);
    const value = withoutLoops(spelled, scope);
    scopes.set(key, scope);
    expanded.set(key, value === spelled ? template : { ...template, value });
    for (const [name, values] of givenBy(value, scope))
      known.set(key === "" ? name : `${key}/${name}`, values);
  }
  return { expanded, scopes };
}

/** Of a secret nothing is known, and behind the name of an SSM parameter what it stands for. */
export function knownValue({ value, resolved = value }: ParameterValue): string | undefined {
  return isMasked(value) ? undefined : resolved;
}

function depth(key: string): number {
  return key === "" ? 0 : key.split("/").length;
}

function withDefaults({ Parameters }: JsonObject, given: Parameters): Parameters {
  const declared = Object.entries(isObject(Parameters) ? Parameters : {});
  return Object.fromEntries(
    declared.map(([name, one]) => {
      const standard = isObject(one) && typeof one.Default === "string" ? one.Default : undefined;
      return [name, Object.hasOwn(given, name) ? given[name] : standard];
    }),
  );
}

/** What is known of what each resource is given as a nested stack; nothing, where a function or a loop makes it. */
function givenBy(template: JsonObject, scope: Scope): readonly (readonly [string, Parameters | undefined])[] {
  const context = contextOf(template, scope);
  return Object.entries(isObject(template.Resources) ? template.Resources : {}).flatMap(
    ([name, resource]) => {
      const properties = isObject(resource) ? resource.Properties : undefined;
      const given = isObject(properties) ? properties.Parameters : undefined;
      if (!isObject(given)) return [];
      if (functionOf(given) !== undefined || Object.keys(given).some(isLoop))
        return [[name, undefined] as const];
      const values = Object.entries(given).map(([parameter, value]) => [
        parameter,
        parameterText(evaluateValue(context, value)),
      ]);
      return [[name, Object.fromEntries(values)] as const];
    },
  );
}

/** A list is given as one text. */
function parameterText(value: Evaluated): string | undefined {
  const items: readonly Evaluated[] = Array.isArray(value) ? value : [value];
  const texts = items.map(textOf);
  return texts.every((text) => typeof text === "string") ? texts.join() : undefined;
}
