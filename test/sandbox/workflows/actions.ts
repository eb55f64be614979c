import type { WorkflowEvent } from "../github/happenings/payloads.ts";
import type { Stage } from "../stage.ts";
import { changedFiles } from "./changedFiles.ts";
import { interpolate, isSet } from "./expressions.ts";
import { type Groups, openGroups } from "./jobs/groups.ts";
import { type Interruption, interruption } from "./jobs/interruption.ts";
import { playJobs } from "./jobs/jobs.ts";
import type { Workflow } from "./model.ts";
import { readWorkflow } from "./read.ts";
import type { RunEnd } from "./results.ts";
import { type RunScene, runContexts, type Settings } from "./scene.ts";
import { isStarted } from "./triggers.ts";

/** A run of a workflow. */
export interface Run {
  readonly id: number;
  readonly attempt: number;
  readonly workflow: Workflow;
  readonly event: WorkflowEvent;
  status(): "pending" | "in_progress" | "completed";
  /** What it came to. Rejects where the workflow cannot be played. */
  readonly ended: Promise<RunEnd>;
  /** Resolves when one of its steps has written such a line. */
  reached(line: RegExp): Promise<void>;
  /** What the button does. */
  cancel(): void;
}

/** GitHub Actions for the repository of a stage. */
export interface Actions {
  /** Starts the workflows that the event's commit holds and that the event asks for. */
  happens(event: WorkflowEvent): Promise<readonly Run[]>;
  /** The same event with the same commit once more, as "Re-run all jobs" does. */
  again(run: Run): Run;
  /** Every run so far, oldest first. */
  readonly runs: readonly Run[];
}

export function openActions(stage: Stage, settings: Settings): Actions {
  const groups = openGroups();
  const runs: Run[] = [];
  const start = (parts: Pick<RunScene, "workflow" | "event" | "id" | "attempt">): Run => {
    const run = startRun({ ...parts, stage, settings }, groups);
    runs.push(run);
    return run;
  };
  let ids = 0;
  return {
    runs,
    async happens(event) {
      const files = Object.entries(await stage.repository.files(event.sha));
      const workflows = files
        .filter(([path]) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path))
        .map(([path, text]) => readWorkflow(path, text));
      const asked = workflows.map((workflow) =>
        isStarted(workflow, event, () => changedFiles(stage.repository, event)),
      );
      const isAsked = await Promise.all(asked);
      return workflows
        .filter((_, n) => isAsked[n])
        .map((workflow) => start({ workflow, event, id: ++ids, attempt: 1 }));
    },
    again: ({ workflow, event, id, attempt }) => start({ workflow, event, id, attempt: attempt + 1 }),
  };
}

type RunParts = Omit<RunScene, keyof Interruption | "onLine">;

function startRun(parts: RunParts, groups: Groups): Run {
  const { interrupt, ...interrupted } = interruption();
  const { promise: ended, resolve, reject } = Promise.withResolvers<RunEnd>();
  const lines: string[] = [];
  const waiting = new Set<(line: string) => void>();
  let status: ReturnType<Run["status"]> = "pending";
  const scene: RunScene = {
    ...parts,
    ...interrupted,
    onLine: (line) => {
      lines.push(line);
      for (const tell of waiting) tell(line);
    },
  };
  const play = async (): Promise<void> => {
    status = "in_progress";
    await playJobs(scene, groups).then(resolve, reject);
    status = "completed";
  };
  enter(scene, groups, play, {
    replaced: () => {
      status = "completed";
      resolve({ conclusion: "cancelled", jobs: {} });
    },
    interrupt,
  });
  return {
    ...parts,
    status: () => status,
    ended,
    cancel: interrupt,
    reached: (pattern) =>
      new Promise((found, never) => {
        const tell = (line: string): void => (pattern.test(line) ? found() : undefined);
        lines.forEach(tell);
        waiting.add(tell);
        const late = (): void =>
          never(new Error(`the run ended without a line ${String(pattern)}:\n${lines.join("\n")}`));
        ended.then(late, late);
      }),
  };
}

/** Plays a run at once, or in its turn where the workflow names a concurrency group. */
function enter(
  scene: RunScene,
  groups: Groups,
  play: () => Promise<void>,
  otherwise: { readonly replaced: () => void; readonly interrupt: () => void },
): void {
  const { concurrency } = scene.workflow;
  if (concurrency === undefined) return void play();
  const scope = { contexts: runContexts(scene), status: "success" } as const;
  const name = interpolate(concurrency.group, scope);
  const member = { ...otherwise, start: () => void play().finally(() => groups.leave(name, member)) };
  groups.enter(name, member, isSet(concurrency["cancel-in-progress"], scope));
}
