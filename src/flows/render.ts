import { ActionError, type ReasonCode } from "../errors.ts";
import type { Inputs, ParsedInputs } from "../inputs.ts";
import type { Stack } from "../stack/model.ts";
import { parseParameterFile } from "../template/assignments.ts";
import { neededCapabilities } from "../template/capabilities.ts";
import type { Assignments, Finding, RenderedTemplate, ResolvedParameter } from "../template/model.ts";
import { decodeTemplate } from "../template/parse.ts";
import { findingsOf, findingText } from "../template/problems.ts";
import { resolveParameters } from "../template/resolve.ts";
import type { TemplateTree } from "../template/tree.ts";
import { type LoadedTemplate, loadTemplate } from "./loadTemplate.ts";
import type { Workspace } from "./ports.ts";
import { type LinkedTemplate, linkTemplate, type Storage } from "./templateUpload.ts";

/** A template with everything that the inputs say about it, checked without asking AWS. */
export interface RenderedStack extends Omit<LinkedTemplate, "problems"> {
  /** The template and its local nested templates as they were written: with local paths in place of URLs. */
  readonly tree: TemplateTree;
  /** `undefined`: the stack's tags are left as they are. */
  readonly tags: Readonly<Record<string, string>> | undefined;
  readonly capabilities: readonly string[];
  /** NoEcho values that the user gave: to be masked before anything is printed. */
  readonly secrets: readonly string[];
  /** Warnings and notices. */
  readonly findings: readonly Finding[];
  /** The parameters for the stack as it is; throws when one has no value. */
  readonly parametersFor: (stack: Stack | undefined) => readonly ResolvedParameter[];
}

/**
 * Renders the template from the workspace. Every problem with the inputs, the files, the template and the parameters
 * is in one error. A required parameter that is named nowhere can only be judged with the stack at hand when
 * `missing-parameters` is `previous`: `parametersFor` does that.
 */
export async function renderStack(
  { inputs, problems }: ParsedInputs,
  workspace: Workspace,
  storage: Storage,
): Promise<RenderedStack> {
  const [template, files] = await Promise.all([
    attempt(() => loadTemplate(inputs.template, workspace)),
    Promise.all(inputs.parameterFiles.map((path) => attempt(() => loadParameters(path, workspace)))),
  ]);
  const loaded = files.flatMap((file) => (file.value === undefined ? [] : [file.value]));
  const layers = [...loaded.map((file) => file.parameters), inputs.parameters];
  const checked = template.value && check(template.value, layers, inputs);
  const linked = template.value && linkTemplate(template.value, storage);
  const tags = mergedTags([...loaded.map((file) => file.tags), ...(inputs.tags ? [inputs.tags] : [])]);
  const all = [
    ...problems,
    ...template.problems,
    ...files.flatMap((file) => file.problems),
    ...loaded.flatMap((file) => errorsOf(file.problems)),
    ...(checked?.problems ?? []),
    ...(linked?.problems ?? []).map((message) => ({ message })),
    ...tags.problems,
  ];
  if (template.value === undefined || checked === undefined || linked === undefined || all.length > 0) {
    throw inputError(all, checked?.undecided ?? []);
  }
  const { tree } = template.value;
  const { problems: _none, ...sent } = linked;
  return {
    ...sent,
    tree,
    tags: tags.values,
    secrets: noEchoValues(tree.template, layers),
    capabilities: checked.capabilities,
    findings: [...templatesOf(tree).flatMap((each) => each.findings), ...checked.findings],
    parametersFor: (stack) => parametersFor(checked.request, stack),
  };
}

interface Attempt<T> {
  readonly value?: T;
  readonly problems: readonly Problem[];
}

/** A problem's text, with what kind of thing is wrong. */
interface Problem {
  readonly message: string;
  readonly reasonCode?: ReasonCode;
}

/** A file that cannot be used is one problem among others, not the end. */
async function attempt<T>(load: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await load(), problems: [] };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    const hint = error.hint === undefined ? "" : ` ${error.hint}`;
    return { problems: [{ message: `${error.message}${hint}`, reasonCode: error.reasonCode }] };
  }
}

/** The template and all those below it. */
function templatesOf({ template, children }: TemplateTree): readonly RenderedTemplate[] {
  return [template, ...children.flatMap((child) => templatesOf(child.tree))];
}

async function loadParameters(path: string, workspace: Workspace) {
  return parseParameterFile(decodeTemplate(await workspace.read(path), path), path);
}

function noEchoValues(template: RenderedTemplate, layers: readonly Assignments[]): readonly string[] {
  const names = template.parameters
    .filter((parameter) => parameter.noEcho)
    .map((parameter) => parameter.name);
  return layers.flatMap((layer) =>
    names.flatMap((name) => {
      const given = layer.values.get(name);
      return given?.kind === "value" && given.value !== "" ? [given.value] : [];
    }),
  );
}

type ResolveRequest = Omit<Parameters<typeof resolveParameters>[0], "existing" | "mayKeepPrevious">;

function check({ tree }: LoadedTemplate, layers: readonly Assignments[], inputs: Inputs) {
  const request: ResolveRequest = {
    declared: tree.template.parameters,
    layers,
    environmentSuffix: inputs.environmentSuffix,
    missing: inputs.missingParameters,
  };
  const resolved = resolveParameters({ ...request, existing: undefined, mayKeepPrevious: "unknown" });
  const needed = templatesOf(tree).map((each) => ({ file: each.file, ...neededCapabilities(each.value) }));
  const wanted = new Set([...inputs.capabilities, ...needed.flatMap(({ iam }) => iam)]);
  const expanding = wanted.has("CAPABILITY_AUTO_EXPAND")
    ? []
    : needed.filter(({ autoExpand }) => autoExpand).map(({ file }) => file);
  return {
    request,
    undecided: resolved.undecided,
    capabilities: [...wanted].sort(),
    findings: resolved.problems.filter((problem) => problem.level !== "error"),
    problems: [
      ...errorsOf(resolved.problems),
      ...expanding.map((file) => ({
        message: `${file} uses a macro: add CAPABILITY_AUTO_EXPAND to the input capabilities.`,
      })),
    ],
  };
}

function parametersFor(request: ResolveRequest, stack: Stack | undefined): readonly ResolvedParameter[] {
  const resolved = resolveParameters({
    ...request,
    existing: stack?.parameters.map((parameter) => parameter.name),
    mayKeepPrevious: stack === undefined ? "no" : "yes",
  });
  const problems = errorsOf(resolved.problems);
  if (problems.length > 0) throw inputError(problems, []);
  return resolved.parameters;
}

// CloudFormation's limits for stack tags.
const TAG_LIMIT = 50;

function mergedTags(layers: readonly Assignments[]) {
  const values: Record<string, string> = {};
  const problems: Problem[] = [];
  for (const { origin, values: tags } of layers) {
    for (const [key, tag] of tags) {
      if (tag.kind === "previous")
        problems.push({ message: `${origin}: tag ${key} has no value; tags have no previous ones.` });
      else if (key.startsWith("aws:"))
        problems.push({ message: `${origin}: tag ${key} cannot be set, aws: is reserved.` });
      else values[key] = tag.value;
    }
  }
  const count = Object.keys(values).length;
  if (count > TAG_LIMIT)
    problems.push({ message: `${count} stack tags: CloudFormation takes at most ${TAG_LIMIT}.` });
  return { values: layers.some((layer) => layer.values.size > 0) ? values : undefined, problems };
}

function errorsOf(findings: readonly Finding[]): readonly Problem[] {
  return findings
    .filter((finding) => finding.level === "error")
    .map((finding) => ({ message: findingText(finding) }));
}

/** Everything that is wrong, as one error. */
export function inputError(
  problems: readonly (Problem | Finding)[],
  undecided: readonly string[],
): ActionError {
  const messages = problems.map((problem) => ("level" in problem ? findingText(problem) : problem.message));
  const unsure = undecided.map((name) => `Parameter ${name} has no value, unless the stack keeps one.`);
  const all = [...messages, ...unsure];
  const onlyTemplate = problems.every(
    (problem) => "reasonCode" in problem && problem.reasonCode === "invalid-template",
  );
  return new ActionError(
    all.length === 1
      ? (all[0] ?? "")
      : `${all.length} problems:\n${all.map((message) => `- ${message}`).join("\n")}`,
    {
      reasonCode: onlyTemplate ? "invalid-template" : "invalid-input",
      cause: problems.flatMap((problem) => findingsOf(problem)),
    },
  );
}
