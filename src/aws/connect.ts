import type { PollClock } from "../poll.ts";
import { createChangeSets } from "./changeSets.ts";
import { createCloudFormationClient } from "./client.ts";
import { openDatabases } from "./databases.ts";
import { createDrifts } from "./drift.ts";
import type { NoticeLog } from "./edge.ts";
import { createStacks } from "./stacks.ts";
import { openSubnets } from "./subnets.ts";
import { openTemplateBucket } from "./templateBucket.ts";
import { untilCancelled } from "./untilCancelled.ts";

export interface AwsOptions {
  readonly region: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  /** Whether the bucket is addressed in the path: emulators know no host names. */
  readonly pathStyle: boolean;
  readonly clock: PollClock;
  readonly log: NoticeLog;
  /** Aborts when the job is cancelled. */
  readonly cancel: AbortSignal;
}

/** A preflight's question is given up sooner: it is asked for comfort. */
const PREFLIGHT_ATTEMPTS = 3;

/** One account and region, as the environment's credentials see it. Nothing is asked yet. */
export function connectAws({ pathStyle, clock, log, cancel, ...options }: AwsOptions) {
  const client = createCloudFormationClient(options);
  untilCancelled(client, cancel);
  return {
    stacks: createStacks(client),
    changeSets: createChangeSets(client, clock, log, cancel),
    drifts: createDrifts({ client, clock, log, cancel }),
    templateBucket: openTemplateBucket({ ...options, pathStyle }),
    databases: openDatabases({ ...options, maxAttempts: PREFLIGHT_ATTEMPTS }),
    subnets: openSubnets({ ...options, maxAttempts: PREFLIGHT_ATTEMPTS }),
  };
}
