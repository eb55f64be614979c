import type { ParsedInputs, TemplateChoice } from "../../inputs.ts";
import type { Workspace } from "../../ports/local.ts";
import type { Secrets } from "../../secrets/secrets.ts";
import type { Stack } from "../../stack/model.ts";
import { type Capability, neededCapabilities } from "../../template/capabilities.ts";
import type { Finding, ResolvedParameter } from "../../template/model.ts";
import { parameterFileName, parseParameterFile } from "../../template/parameters/assignments.ts";
import { decodeTemplate } from "../../template/text/parse.ts";
import type { StoredFile } from "../../template/tree/stored.ts";
import type { TemplateTree } from "../../template/tree/tree.ts";
import { localTemplatesOf, templatesOf } from "../../template/tree/treeNodes.ts";
import { type LoadedTemplate, loadTemplate } from "./loadTemplate.ts";
import { checkParameters, parametersFor, secretValues } from "./parameters.ts";
import { type PlacedTemplate, placeFiles } from "./placeFiles.ts";
import { attempt, errorsOf, inputError } from "./problems.ts";
import { mergedTags } from "./tags.ts";
import { type LinkedTemplate, linkTemplate, type Storage } from "./templateUpload.ts";

/** A template with everything that the inputs say about it, checked without asking AWS. */
export interface RenderedStack extends Omit<LinkedTemplate, "problems"> {
  /** The template and its local nested templates, these by the paths that were written in place of their URLs. */
  readonly tree: TemplateTree;
  /** Local code and files that must be in the bucket before. */
  readonly files: readonly StoredFile[];
  /** `undefined`: the stack's tags are left as they are. */
  readonly tags: Readonly<Record<string, string>> | undefined;
  readonly capabilities: readonly string[];
  /** Warnings and notices. */
  readonly findings: readonly Finding[];
  /** What the log alone says: what parameter files hold that is not taken from them. */
  readonly notices: readonly Finding[];
  /** The parameters for the stack as it is; throws when one has no value. */
  readonly parametersFor: (stack: Stack | undefined) => readonly ResolvedParameter[];
}

/**
 * Renders the template from the workspace. Every problem with the inputs, the files, the template and the parameters
 * is in one error. A required parameter that is named nowhere can only be judged with the stack at hand when
 * `missing-parameters` is `previous`: `parametersFor` does that.
 * @param secrets learn the NoEcho values that the user gave, and those of names that are a secret's
 */
export async function renderStack(
  { inputs, problems, file: deployment }: ParsedInputs,
  workspace: Workspace,
  storage: Storage,
  secrets: Secrets,
): Promise<RenderedStack> {
  const [template, files] = await Promise.all([
    attempt(() => loadPlaced(inputs.template, workspace, storage)),
    Promise.all(inputs.parameterFiles.map((name) => attempt(() => loadParameters(name, workspace)))),
  ]);
  const loaded = files.flatMap((file) => (file.value === undefined ? [] : [file.value]));
  const layers = [
    ...(deployment ? [deployment.parameters] : []),
    ...loaded.map((file) => file.parameters),
    inputs.parameters,
  ];
  // Before anything is said about them.
  secrets.learn(secretValues(template.value?.tree.template, layers, secrets.isHidden));
  const checked = template.value && checkParameters(template.value, layers, inputs);
  const linked = template.value && linkTemplate(template.value, storage);
  const tags = mergedTags([
    ...(deployment ? [deployment.tags] : []),
    ...loaded.map((file) => file.tags),
    ...(inputs.tags ? [inputs.tags] : []),
  ]);
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
  const { tree, files: stored, findings, needed } = template.value;
  const { problems: _none, ...sent } = linked;
  return {
    ...sent,
    tree,
    files: stored,
    tags: tags.values,
    capabilities: [...new Set([...inputs.capabilities, ...needed])].sort(),
    findings: [...findings, ...checked.findings, ...tags.findings],
    notices: loaded.flatMap((file) => file.notices),
    parametersFor: (stack) => parametersFor(checked.request, stack),
  };
}

interface PlacedAndLoaded extends LoadedTemplate, PlacedTemplate {
  readonly findings: readonly Finding[];
  readonly needed: readonly Capability[];
}

async function loadPlaced(
  choice: TemplateChoice,
  workspace: Workspace,
  storage: Storage,
): Promise<PlacedAndLoaded> {
  const loaded = await loadTemplate(choice, workspace);
  const findings = localTemplatesOf(loaded.tree).flatMap(({ template }) => template.findings);
  const [root = loaded.tree.template, ...nested] = templatesOf(loaded.tree);
  const needed = neededCapabilities(
    root.value,
    nested.map(({ value }) => value),
  );
  return { ...loaded, ...(await placeFiles(loaded.tree, workspace, storage)), findings, needed };
}

async function loadParameters(name: string, workspace: Workspace) {
  const { path, environment } = parameterFileName(name);
  return parseParameterFile(decodeTemplate(await workspace.read(path), path), path, environment);
}
