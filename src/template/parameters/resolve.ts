import type { Assignments, DeclaredParameter, Finding, GivenValue, ResolvedParameter } from "../model.ts";
import { oneLine, type Place, problemAt, quoted, unknownNames, valueProblems } from "./resolveProblems.ts";

export interface ResolveRequest {
  readonly declared: readonly DeclaredParameter[];
  /** Later ones win. */
  readonly layers: readonly Assignments[];
  readonly environmentSuffix: string | undefined;
  /** Names that the live stack has; `undefined` when there is no stack to keep values from, or it was not asked. */
  readonly existing: readonly string[] | undefined;
  readonly missing: "previous" | "default";
  /** Whether there is a stack whose values can be kept; `unknown` before AWS was asked. */
  readonly mayKeepPrevious: "no" | "yes" | "unknown";
}

export interface ResolvedParameters {
  /** In the template's order. Of a parameter with a problem, too, what is known of it. */
  readonly parameters: readonly ResolvedParameter[];
  /** `error`: CloudFormation would refuse it. `notice`: only CloudFormation can check it. */
  readonly problems: readonly Finding[];
  /** Parameters whose value depends on whether the stack has one. */
  readonly undecided: readonly string[];
}

/** What the user gave, and where. */
interface Named extends Place {
  readonly given: GivenValue;
}

type Outcome =
  | { readonly kind: "resolved"; readonly parameter: ResolvedParameter; readonly from?: Named }
  | { readonly kind: "problem"; readonly finding: Finding }
  | { readonly kind: "undecided" };

/**
 * Decides every declared parameter's value: what the user named, `environment-suffix`, the stack's previous value or
 * the template's default; and checks it against its declaration. Values of `NoEcho` parameters are in no message.
 */
export function resolveParameters(request: ResolveRequest): ResolvedParameters {
  const parameters: ResolvedParameter[] = [];
  const problems: Finding[] = [...unknownNames(request.declared, request.layers)];
  const undecided: string[] = [];
  for (const declaration of request.declared) {
    const outcome = decide(declaration, request);
    if (outcome.kind === "problem") problems.push(outcome.finding);
    if (outcome.kind === "undecided") undecided.push(declaration.name);
    if (outcome.kind !== "resolved") continue;
    parameters.push(outcome.parameter);
    problems.push(...valueProblems(declaration, outcome.parameter, outcome.from));
  }
  return { parameters, problems, undecided };
}

function decide(declaration: DeclaredParameter, request: ResolveRequest): Outcome {
  const named = lastNamed(declaration.name, request.layers);
  const { environmentSuffix } = request;
  if (environmentSuffix !== undefined && isSuffixName(declaration.name)) {
    return suffixOutcome(declaration, named, environmentSuffix);
  }
  if (named === undefined) return unnamed(declaration, request);
  if (named.given.kind === "previous") return keptOutcome(declaration, named, request);
  return resolved(declaration, "given", named.given.value, named);
}

/** The two spellings that product names for the parameter behind `environment-suffix`. */
function isSuffixName(name: string): boolean {
  return name === "environmentSuffix" || name === "EnvironmentSuffix";
}

function suffixOutcome(declaration: DeclaredParameter, named: Named | undefined, suffix: string): Outcome {
  if (named === undefined) return resolved(declaration, "suffix", suffix);
  if (named.given.kind === "value" && named.given.value === suffix) {
    return resolved(declaration, "given", suffix, named);
  }
  const shown = named.given.kind === "previous" ? "UsePreviousValue" : quoted(declaration, named.given.value);
  const other = quoted(declaration, suffix);
  return problem(
    `${declaration.name} is ${shown}, but environment-suffix gives it ${other}. Remove one of the two.`,
    named,
  );
}

function keptOutcome(declaration: DeclaredParameter, named: Named, request: ResolveRequest): Outcome {
  const { name } = declaration;
  if (request.mayKeepPrevious === "no") {
    return problem(
      `${name} has UsePreviousValue, but there is no stack yet to keep a value from. Give it a value.`,
      named,
    );
  }
  if (request.existing !== undefined && !request.existing.includes(name)) {
    return problem(
      `${name} has UsePreviousValue, but the stack has no parameter of this name yet. Give it a value.`,
      named,
    );
  }
  return resolved(declaration, "previous");
}

function unnamed(declaration: DeclaredParameter, request: ResolveRequest): Outcome {
  const stackHasIt = request.existing === undefined || request.existing.includes(declaration.name);
  if (request.missing === "previous" && request.mayKeepPrevious === "yes" && stackHasIt) {
    return resolved(declaration, "previous");
  }
  if (declaration.default !== undefined) return resolved(declaration, "default", declaration.default);
  if (request.missing === "previous" && request.mayKeepPrevious === "unknown") return { kind: "undecided" };
  const about = declaration.description === undefined ? "" : ` (${oneLine(declaration.description)})`;
  return problem(
    `Parameter ${declaration.name}${about} has no value and no default. ${howToGive(declaration.name)}`,
  );
}

function howToGive(name: string): string {
  if (isSuffixName(name)) return "Set the input environment-suffix.";
  return `Add a line "${name}=…" to the input parameters, or name it in a file of parameters-file.`;
}

function resolved(
  { name, noEcho }: DeclaredParameter,
  source: ResolvedParameter["source"],
  value?: string,
  from?: Named,
): Outcome {
  const parameter = { name, noEcho, source, ...(value === undefined ? {} : { value }) };
  return { kind: "resolved", parameter, ...(from === undefined ? {} : { from }) };
}

function problem(message: string, place?: Place): Outcome {
  return { kind: "problem", finding: problemAt("error", message, place) };
}

function lastNamed(name: string, layers: readonly Assignments[]): Named | undefined {
  const layer = layers.findLast(({ values }) => values.has(name));
  const given = layer?.values.get(name);
  if (layer === undefined || given === undefined) return undefined;
  const location = layer.places?.get(name);
  return { origin: layer.origin, given, ...(location === undefined ? {} : { location }) };
}
