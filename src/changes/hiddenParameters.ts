import { isNoEcho } from "../template/parameters/declarations.ts";
import type { ChangeSources } from "./describe.ts";
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
  const deployed = isObject(deployedTemplate?.Parameters) ? Object.entries(deployedTemplate.Parameters) : [];
  const hiddenNow = [
    ...deployed.filter(([, declaration]) => isNoEcho(declaration)).map(([name]) => name),
    // Where the deployed template is not to be read or a macro made it: CloudFormation shows asterisks.
    ...(stack?.parameters ?? []).filter(({ value }) => MASK.test(value)).map(({ name }) => name),
  ];
  const hiddenThen = [...declared].filter(([, noEcho]) => noEcho).map(([name]) => name);
  return {
    names: new Set([...hiddenNow, ...hiddenThen]),
    exposed: new Set(hiddenNow.filter((name) => declared.get(name) === false)),
  };
}

/** Every value of such a parameter that is known: given, kept, the deployed template's default, or shown by AWS by now. */
export function hiddenValues(sources: Sources): readonly string[] {
  const { parameters, stack, deployedTemplate, changeSet } = sources;
  const { names } = hiddenParameters(sources);
  const deployed = isObject(deployedTemplate?.Parameters) ? Object.entries(deployedTemplate.Parameters) : [];
  const values: readonly (readonly [string, unknown])[] = [
    ...parameters.map(({ name, value }) => [name, value] as const),
    ...(stack?.parameters ?? []).map(({ name, value }) => [name, value] as const),
    ...(changeSet?.parameters ?? []).map(({ name, value }) => [name, value] as const),
    ...deployed.map(([name, it]) => [name, isObject(it) ? it.Default : undefined] as const),
  ];
  return values.flatMap(([name, value]) =>
    names.has(name) && typeof value === "string" && !MASK.test(value) ? [value] : [],
  );
}

/** What AWS shows for a NoEcho value. */
const MASK = /^\*+$/;
