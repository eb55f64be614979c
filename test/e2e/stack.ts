import { movableClock } from "../sandbox/aws/clock.ts";
import type { RecordedRequest } from "../sandbox/aws/requests.ts";
import type { Hold } from "../sandbox/cloudformation/holds.ts";
import type { Comment } from "../sandbox/github/happenings/story.ts";
import { openStage, type Stage, type StageOptions, type Step, type StepOptions } from "../sandbox/stage.ts";

export const STACK = "app";
export const TEMPLATE_PATH = "stack.json";

/** Fast, but with a state in between: nothing is done before somebody asks. Milliseconds. */
const QUICK = { changeSet: 60, step: 10, create: 60, update: 60, delete: 30, minute: 20, types: {} };

/** Questions of the preflight that take so long are given up, which a busy machine must not bring about (`patientAtMs`). */
export const GIVEN_UP_AFTER_MS = 5_000;

/** A stage on which nobody waits long for an operation. */
export function openQuickStage(options: StageOptions): Promise<Stage> {
  // biome-ignore lint/plugin: the pace of all tests, on which none depends: what one wants to see under way it holds
  const aws = { ...options.aws, durations: { ...QUICK, ...options.aws?.durations } };
  return openStage({ ...options, aws });
}

export interface Wanted {
  /** VisibilityTimeout of the queue, changed in place. */
  readonly timeout?: number;
  readonly topics?: readonly string[];
  /** DisplayName of every topic. */
  readonly title?: string;
  /** A table without a deletion policy: it holds data. */
  readonly table?: string;
}

/** A small template: a queue, some topics, perhaps a table. */
export function template({ timeout = 30, topics = [], title = "first", table }: Wanted = {}): string {
  return JSON.stringify(
    {
      Resources: {
        Queue: { Type: "AWS::SQS::Queue", Properties: { VisibilityTimeout: timeout } },
        ...Object.fromEntries(
          topics.map((id) => [id, { Type: "AWS::SNS::Topic", Properties: { DisplayName: title } }]),
        ),
        ...(table === undefined ? {} : { Table: tableNamed(table) }),
      },
      Outputs: { QueueArn: { Value: { "Fn::GetAtt": ["Queue", "Arn"] } } },
    },
    null,
    2,
  );
}

function tableNamed(name: string) {
  return {
    Type: "AWS::DynamoDB::Table",
    Properties: {
      TableName: name,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
    },
  };
}

/** A stage whose repository holds the small template; `options` come over what is set here. */
export function openSmallStage(options: StageOptions = {}): Promise<Stage> {
  return openQuickStage({
    ...options,
    repository: { files: { [TEMPLATE_PATH]: template() }, ...options.repository },
    inputs: { template: TEMPLATE_PATH, "stack-name": STACK, ...options.inputs },
  });
}

/** The log's line that an update of the small template has begun. */
export const STARTED = /Queue.*UPDATE_IN_PROGRESS/;
/** The log's line that somebody else's update was found. */
export const WAITING = /is UPDATE_IN_PROGRESS: waiting until that is over/;

/** What lets a held operation go on as soon as the run has written such a line, and so has seen it. */
export function lettingGo(hold: Hold, line: RegExp): Pick<StepOptions, "onLine"> {
  return { onLine: ({ text }) => line.test(text) && hold.letGo() };
}

/** `timeout-minutes` where nobody sets it. */
const TIMEOUT_MS = 60 * 60_000;

/** What makes a run's time be over as soon as it has written such a line. */
export function timeIsOver(line: RegExp): Pick<StepOptions, "later"> {
  return { later: { whenLog: line, byMs: TIMEOUT_MS } };
}

/** A merged pull request, about to be deployed to a stack that was created and updated a while before. */
export async function openUpdatedBefore(
  wanted: Wanted,
): Promise<{ readonly stage: Stage; readonly number: number }> {
  const clock = movableClock();
  const stage = await openSmallStage({ aws: { clock } });
  putStack(stage);
  stage.aws.cloudFormation.updateStackByHand({ stackName: STACK, template: template({ timeout: 31 }) });
  // A stale answer tells of that update: its time is what tells it from the next one's.
  clock.advance(60 * 60_000);
  const { number } = await propose(stage, "topic", wanted);
  await stage.repository.merge(number);
  return { stage, number };
}

/** The stack as if it had been there for long, as `wanted` says, which is what `main` holds too. */
export function putStack(stage: Stage, wanted: Wanted = {}): void {
  stage.aws.cloudFormation.putStack({ stackName: STACK, template: template(wanted) });
}

/** Opens a pull request that makes the template be as wanted, and previews it. */
export async function propose(
  stage: Stage,
  head: string,
  wanted: Wanted,
  options: StepOptions = {},
): Promise<{ readonly number: number; readonly step: Step }> {
  const files = { [TEMPLATE_PATH]: template(wanted) };
  const number = await stage.repository.openPullRequest({ head, files });
  return { number, step: await preview(stage, number, "opened", options) };
}

export async function preview(
  stage: Stage,
  number: number,
  action = "synchronize",
  options: StepOptions = {},
): Promise<Step> {
  return stage.run(await stage.repository.event.pullRequest(number, action), options);
}

/** The run that the last push to main starts; a merge is one. */
export async function deploy(stage: Stage, options: StepOptions = {}): Promise<Step> {
  return stage.run(await stage.repository.event.push("main"), options);
}

/** What a run came to, in the form that tests compare. */
export function outcome({ exitCode, outputs }: Step) {
  return {
    exitCode,
    result: outputs["deploy-result"],
    ...(outputs["reason-code"] === undefined || outputs["reason-code"] === ""
      ? {}
      : { reason: outputs["reason-code"] }),
  };
}

export async function botComments(stage: Stage, number: number): Promise<readonly Comment[]> {
  const comments = await stage.repository.comments(number);
  return comments.filter(({ user }) => user.login === "github-actions[bot]");
}

export function calls(stage: Stage, operation: string): readonly RecordedRequest[] {
  return stage.aws.requests().filter((request) => request.operation === operation);
}

/** Stack operations that the stack has seen since it was put there, by their first event, oldest first. */
export function operationsOf(stage: Stage, stackName = STACK): readonly string[] {
  const stack = stage.aws.cloudFormation.stack(stackName);
  const own = stack?.events.filter(({ physicalId }) => physicalId === stack.id) ?? [];
  return own.filter(({ status }) => /^(CREATE|UPDATE)_IN_PROGRESS$/.test(status)).map(({ status }) => status);
}

export function statusOf(stage: Stage, stackName = STACK): string | undefined {
  return stage.aws.cloudFormation.stack(stackName)?.status;
}
