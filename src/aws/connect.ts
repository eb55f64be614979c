import type { Clock } from "../ports/local.ts";
import { openAlarms } from "./alarms.ts";
import { explainDenials, openExplainer } from "./authorization.ts";
import { createChangeSets } from "./changeSets/changeSets.ts";
import { createCloudFormationClient } from "./client.ts";
import { createDeletions } from "./deletions/deletions.ts";
import { createDrifts } from "./drift.ts";
import type { NoticeLog } from "./edge.ts";
import { createExports } from "./exports.ts";
import { openPace } from "./pace.ts";
import { openParameterStore } from "./parameterStore.ts";
import { openPrices } from "./preflight/prices.ts";
import { openQuestions } from "./preflight/questions.ts";
import { openSubnets } from "./preflight/subnets.ts";
import { openSigner } from "./signer.ts";
import { createStacks } from "./stacks.ts";
import { openTemplateBucket } from "./templateBucket.ts";
import { untilCancelled } from "./untilCancelled.ts";

export interface AwsOptions {
  readonly region: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  /** Base URL of S3 where it is an emulator's: these know no host names, and the bucket is in the path. */
  readonly s3Endpoint: string | undefined;
  readonly clock: Clock;
  readonly log: NoticeLog;
  /** Aborts when the job is cancelled. */
  readonly cancel: AbortSignal;
}

const THROTTLED =
  "AWS throttles CloudFormation's calls in this account and region, which are too many at the moment: this run asks more slowly.";

/** A preflight's question is given up sooner: it is asked for comfort. */
const PREFLIGHT_ATTEMPTS = 3;

/** One account and region, as the environment's credentials see it. Nothing is asked yet. */
export function connectAws({ s3Endpoint, clock, log, cancel, ...options }: AwsOptions) {
  const pace = openPace(clock.now, Math.random, () => log.notice(THROTTLED));
  const client = createCloudFormationClient({ ...options, pace });
  untilCancelled(client, cancel);
  const explain = openExplainer(options, clock);
  explainDenials(client, explain);
  const edge = { client, clock, pace, log, cancel };
  return {
    pace,
    stacks: createStacks(edge, explain),
    changeSets: createChangeSets(edge),
    deletions: createDeletions(client, { ...options, s3Endpoint }),
    drifts: createDrifts(edge),
    exports: createExports(client),
    templateBucket: openTemplateBucket({ ...options, s3Endpoint, pathStyle: s3Endpoint !== undefined }),
    parameterStore: openParameterStore(options),
    signer: (keyId: string) => openSigner(keyId, options),
    questions: openQuestions({ ...options, s3Endpoint, maxAttempts: PREFLIGHT_ATTEMPTS }),
    prices: openPrices({ ...options, maxAttempts: PREFLIGHT_ATTEMPTS }),
    alarms: openAlarms({ ...options, maxAttempts: PREFLIGHT_ATTEMPTS }),
    subnets: openSubnets({ ...options, maxAttempts: PREFLIGHT_ATTEMPTS }),
  };
}
