import { only, type Play } from "../../../test/e2e/workflows/play.ts";
import type { EndedJobs } from "../../../test/e2e/workflows/telling.ts";
import type { WorkflowEvent } from "../../../test/sandbox/github/happenings/payloads.ts";
import { readWorkflow } from "../../../test/sandbox/workflows/read.ts";
import { type Engine, playInAct } from "./act.ts";
import { jobsIn } from "./log.ts";

/** What the run of an event came to. */
export interface Ended extends EndedJobs {
  /** What a pull request or a commit shows: a run of which every job is skipped is green. */
  readonly run: "green" | "red" | "none";
  /** What its steps have written. */
  readonly log: string;
}

/** Plays the one run that an event starts, in the repository and against the account of a play. */
export type Happens = (event: WorkflowEvent) => Promise<Ended>;

/** How a play's events are played: each play has runs of its own. */
export type Playing = (play: Play) => Happens;

/** The engine of the tests. */
export const inOurs: Playing =
  ({ actions }) =>
  async (event) => {
    const runs = await actions.happens(event);
    if (runs.length === 0) return { run: "none", jobs: {}, log: "" };
    const end = await only(runs).ended;
    const steps = Object.values(end.jobs).flatMap((job) => job.steps);
    return {
      ...end,
      run: end.conclusion === "success" || end.conclusion === "skipped" ? "green" : "red",
      log: steps.map(({ text }) => text).join(""),
    };
  };

/** act. */
export function inAct(engine: Engine): Playing {
  return ({ stage, settings }) => {
    let runs = 0;
    return async (event) => {
      const files = Object.entries(await stage.repository.files(event.sha));
      const [workflow, ...others] = files.filter(([path]) => path.startsWith(".github/workflows/"));
      if (workflow === undefined || others.length > 0) throw new Error("There is not exactly one workflow.");
      const { vars, programs } = settings;
      const { exitCode, entries } = await playInAct(engine, {
        stage,
        event,
        runId: ++runs,
        ...(vars === undefined ? {} : { vars }),
        ...(programs === undefined ? {} : { programs }),
      });
      if (exitCode === null) throw new Error("act had to be stopped");
      return {
        ...jobsIn(readWorkflow(...workflow), entries),
        run: exitCode === 0 ? "green" : "red",
        log: entries.map(({ msg }) => msg).join("\n"),
      };
    };
  };
}
