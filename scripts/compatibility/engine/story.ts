import { calls } from "../../../test/e2e/stack.ts";
import type { Play } from "../../../test/e2e/workflows/play.ts";
import { isOurs, jobsTold } from "../../../test/e2e/workflows/telling.ts";
import { credentialsOf } from "../../../test/sandbox/workflows/roles.ts";
import type { Ended, Playing } from "./engines.ts";

/** What jobs, or whatever else is looked at, came to. */
export type Came = Readonly<Record<string, string>>;

/** One event of a page, what its run came to, and what it should. */
export interface Told {
  readonly event: string;
  readonly found: Came;
  readonly expected: Came;
}

/** Events of a page's workflow, one after the other. */
export interface Story {
  /** Left out where each event says where it stands. */
  readonly page?: string;
  /** What the ids of the examples begin with whose workflow this is. */
  readonly plays: string;
  readonly events: (playing: Playing) => AsyncGenerator<Told>;
}

/** The jobs that come to nothing. */
export function skipped(...jobs: readonly string[]): Came {
  return Object.fromEntries(jobs.map((job) => [job, "skipped"]));
}

/** An event whose run is to be green, unless it says otherwise. */
export function told(event: string, end: Ended, expected: Came, run: Ended["run"] = "green"): Told {
  return { event, found: { run: end.run, ...jobsTold(end) }, expected: { run, ...expected } };
}

/** The same, with what else there is to be seen. */
export function and({ event, found, expected }: Told, seen: Came, wanted: Came): Told {
  return { event, found: { ...found, ...seen }, expected: { ...expected, ...wanted } };
}

/** The outputs of this action's step in a run that has one. */
export function outputsOf({ jobs }: Ended): Readonly<Record<string, string>> {
  const steps = Object.values(jobs).flatMap((job) => (job.legs ?? [job]).map((one) => one.steps));
  return steps.flat().find(isOurs)?.outputs ?? {};
}

/** Which stacks were changed so far, in which order and by whose keys: `orders by orders-deploy`. */
export function executed({ stage, settings }: Play): readonly string[] {
  return calls(stage, "ExecuteChangeSet").map(({ accessKeyId, params }) => {
    const role = settings.roles.find((one) => credentialsOf(one).accessKeyId === accessKeyId);
    const stack = /stack\/([\w-]+)\/|^([\w-]+)$/.exec(String((params as { StackName?: string }).StackName));
    return `${stack?.[1] ?? stack?.[2]} by ${role?.arn.split("/").at(-1)}`;
  });
}
