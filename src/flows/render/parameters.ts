import type { Inputs } from "../../inputs.ts";
import type { Stack } from "../../stack/model.ts";
import { evaluateRules } from "../../template/evaluate/evaluate.ts";
import type { Assignments, RenderedTemplate, ResolvedParameter } from "../../template/model.ts";
import { resolveParameters } from "../../template/parameters/resolve.ts";
import type { LoadedTemplate } from "./loadTemplate.ts";
import { errorsOf, inputError } from "./problems.ts";

/**
 * The values of parameters that nobody is to see: given ones, and the template's defaults.
 * @param template absent where it could not be read: then the names alone say what is a secret
 * @param isHidden whether a parameter of this name holds one, NoEcho or not
 */
export function secretValues(
  template: RenderedTemplate | undefined,
  layers: readonly Assignments[],
  isHidden: (name: string) => boolean,
): readonly string[] {
  const declared = new Map(template?.parameters.map((parameter) => [parameter.name, parameter]));
  const isSecret = (name: string) => declared.get(name)?.noEcho === true || isHidden(name);
  const given = layers.flatMap((layer) =>
    [...layer.values].flatMap(([name, value]) =>
      value.kind === "value" ? [[name, value.value] as const] : [],
    ),
  );
  const defaults = [...declared.values()].flatMap((parameter) =>
    parameter.noEcho && parameter.default !== undefined ? [[parameter.name, parameter.default] as const] : [],
  );
  return [...given, ...defaults].flatMap(([name, value]) => {
    if (!isSecret(name)) return [];
    // CloudFormation takes a list apart at its commas: its items come back one by one.
    return /List/.test(declared.get(name)?.type ?? "")
      ? [value, ...value.split(",").map((item) => item.trim())]
      : [value];
  });
}

interface ResolveRequest
  extends Omit<Parameters<typeof resolveParameters>[0], "existing" | "mayKeepPrevious"> {
  readonly template: RenderedTemplate;
  readonly region: string;
}

/** Assertions of the template's Rules that are false whatever AWS knows. A value that the stack may keep is unknown. */
function brokenRules({ template, region }: ResolveRequest, values: readonly ResolvedParameter[]) {
  const parameters = Object.fromEntries(values.map(({ name, value }) => [name, value]));
  return evaluateRules(template, { parameters, pseudo: { "AWS::Region": region } });
}

/** Parameters as far as they can be judged before the stack is known. */
export function checkParameters({ tree }: LoadedTemplate, layers: readonly Assignments[], inputs: Inputs) {
  const request: ResolveRequest = {
    declared: tree.template.parameters,
    layers,
    environmentSuffix: inputs.environmentSuffix,
    missing: inputs.missingParameters,
    template: tree.template,
    region: inputs.region,
  };
  const resolved = resolveParameters({ ...request, existing: undefined, mayKeepPrevious: "unknown" });
  const certain = resolved.parameters.filter(
    ({ source }) => source !== "default" || request.missing === "default",
  );
  return {
    request,
    undecided: resolved.undecided,
    findings: resolved.problems.filter((problem) => problem.level !== "error"),
    problems: errorsOf([...resolved.problems, ...brokenRules(request, certain)]),
  };
}

/** The parameters for the stack as it is; throws when one has no value or a rule is broken. */
export function parametersFor(
  request: ResolveRequest,
  stack: Stack | undefined,
): readonly ResolvedParameter[] {
  const resolved = resolveParameters({
    ...request,
    existing: stack?.parameters.map((parameter) => parameter.name),
    mayKeepPrevious: stack === undefined ? "no" : "yes",
  });
  const problems = errorsOf([...resolved.problems, ...brokenRules(request, resolved.parameters)]);
  if (problems.length > 0) throw inputError(problems, []);
  return resolved.parameters;
}
