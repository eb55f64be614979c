import type { WorkflowEvent } from "../github/happenings/payloads.ts";
import type { Trigger, Workflow } from "./model.ts";

/** Without `types`: https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows */
const DEFAULT_TYPES: Readonly<Record<string, readonly string[]>> = {
  pull_request: ["opened", "synchronize", "reopened"],
  merge_group: ["checks_requested"],
};

/** The files that the event's commits change; asked only where a filter names paths. */
export type ChangedFiles = () => Promise<readonly string[]>;

/** Whether GitHub starts a run of this workflow for the event. */
export async function isStarted(
  { on }: Workflow,
  event: WorkflowEvent,
  changedFiles: ChangedFiles,
): Promise<boolean> {
  const trigger = on[event.name];
  if (trigger === undefined) return false;
  if (!hasType(trigger, event) || !isOnBranch(trigger, event)) return false;
  if (trigger.cron !== undefined && !trigger.cron.includes(String(event.payload.schedule))) return false;
  if (trigger.paths === undefined && trigger["paths-ignore"] === undefined) return true;
  const files = await changedFiles();
  return files.some((file) => matches(file, trigger.paths, trigger["paths-ignore"]));
}

function hasType({ types }: Trigger, { name, payload }: WorkflowEvent): boolean {
  const wanted = types ?? DEFAULT_TYPES[name];
  return wanted === undefined || wanted.includes(String(payload.action));
}

/** `branches` of a push is the branch that was pushed to, of a pull request its base. */
function isOnBranch(trigger: Trigger, { name, ref, baseRef }: WorkflowEvent): boolean {
  const { branches, tags, "branches-ignore": noBranches, "tags-ignore": noTags } = trigger;
  if (name === "pull_request") return matches(baseRef, branches, noBranches);
  if (name !== "push") return true;
  const isTag = ref.startsWith("refs/tags/");
  const asksBranches = branches !== undefined || noBranches !== undefined;
  const asksTags = tags !== undefined || noTags !== undefined;
  // A push filter that names only the one kind leaves the other out.
  if (isTag ? asksBranches && !asksTags : asksTags && !asksBranches) return false;
  const short = ref.replace(/^refs\/(heads|tags)\//, "");
  return isTag ? matches(short, tags, noTags) : matches(short, branches, noBranches);
}

/** The last pattern that fits decides; `!` takes away again what an earlier one let in. */
function matches(name: string, wanted?: readonly string[], ignored?: readonly string[]): boolean {
  if (ignored !== undefined && matches(name, ignored)) return false;
  if (wanted === undefined) return true;
  return wanted.reduce((isIn, pattern) => {
    const isNegative = pattern.startsWith("!");
    return glob(isNegative ? pattern.slice(1) : pattern).test(name) ? !isNegative : isIn;
  }, false);
}

function glob(pattern: string): RegExp {
  if (/[?+[\]]/.test(pattern)) throw new Error(`the filter ${pattern} is not played`);
  const parts = pattern.split(/(\*\*\/?|\*)/).map((part) => {
    if (part === "**/") return "(?:.*/)?";
    if (part === "**") return ".*";
    return part === "*" ? "[^/]*" : part.replace(/[.^$(){}|\\]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("")}$`);
}
