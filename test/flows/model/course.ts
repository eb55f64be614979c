import { decodeRecord } from "../../../src/changes/review/record.ts";
import { checkName } from "../../../src/flows/job.ts";
import type { CheckRun } from "../../../src/ports/github.ts";
import type { OutputStructure, Params } from "../../sandbox/aws/query.ts";
import { NESTED_URL } from "./content.ts";
import { effectOf, NESTED, type Request, requestOf, textsOf } from "./effect.ts";
import {
  type Done,
  type Execution,
  type JobOptions,
  type Place,
  REGION,
  STACK,
  type World,
} from "./truth.ts";

/** What is known of a run while it goes on. */
export interface Course {
  readonly session: World;
  readonly options: JobOptions;
  readonly place: Place;
  readonly inputs: Readonly<Record<string, string>>;
  readonly executions: Execution[];
  readonly trace: string[];
  /** The change set that it made last. */
  lastArn: string;
  readonly begunAt: number;
  markedAt: number;
  changedAt: number;
}

/** The SHAs that mean the commit of a run. */
export function shasOf({ commit, sha }: Place): readonly string[] {
  return [...new Set([commit, sha])];
}

/** Notes what a call asks for and what it says; an execution is told before it is made. */
export function watched(
  course: Course,
  operation: string,
  params: Params,
  answer: () => OutputStructure,
): OutputStructure {
  const { session, options, executions } = course;
  const stack = session.aws.cloudFormation.stack(String(params.StackName ?? STACK));
  const request = operation === "CreateChangeSet" ? requestOf(params, stack, settingsOf(course)) : undefined;
  const execution = executionOf(course, operation, params);
  const answered = answer();
  if (request !== undefined) {
    course.lastArn = String(answered.Id);
    session.changeSets.set(course.lastArn, { request, described: undefined });
  }
  if (execution !== undefined) {
    if (execution.what === "change set") session.executed.add(execution.arn);
    executions.push(execution);
    options.onExecute?.(execution);
  }
  return operation === "DescribeChangeSet" ? described(session, params, answered) : answered;
}

/** A change set never changes: what it would do is what it was made for. */
function described(session: World, params: Params, answered: OutputStructure): OutputStructure {
  const made = session.changeSets.get(String(answered.ChangeSetId));
  if (made !== undefined && params.IncludePropertyValues === "true") made.described ??= answered;
  return session.isBlind ? { ...answered, Changes: [] } : answered;
}

function settingsOf(course: Course) {
  const { inputs, place } = course;
  return {
    protection: inputs["termination-protection"],
    onFailure: inputs["on-failure"] ?? "rollback",
    nested: nestedNow(course),
    shas: shasOf(place),
  };
}

/** What CloudFormation reads when it comes to the nested stack. */
function nestedNow({ session, place }: Course): string | undefined {
  return place.content.Nested ? session.aws.objects.readUrl(NESTED_URL) : undefined;
}

function executionOf(course: Course, operation: string, params: Params): Execution | undefined {
  const { session, inputs, place, markedAt, changedAt } = course;
  const stack = session.aws.cloudFormation.stack(STACK);
  const isStack = (name: unknown) => name === STACK || name === stack?.id;
  const shared = { at: session.calls, markedAt, changedAt };
  const now = textsOf(stack).get("protection") ?? "false";
  switch (operation) {
    case "ExecuteChangeSet": {
      const arn = String(params.ChangeSetName);
      course.lastArn = arn;
      const made = session.changeSets.get(arn);
      if (made === undefined || session.executed.has(arn)) return undefined;
      const onFailure = params.DisableRollback === "true" ? "keep" : "rollback";
      const request = asSent(made.request, shasOf(place), now, inputs["termination-protection"], onFailure);
      const nested = nestedNow(course);
      const read = {
        ...request,
        wants: nested === undefined ? request.wants : new Map([...request.wants, [NESTED, nested]]),
      };
      return { ...shared, what: "change set", arn, request: read, effect: effectOf(read, made.described) };
    }
    case "UpdateTerminationProtection": {
      const on = String(params.EnableTerminationProtection);
      const made = session.changeSets.get(course.lastArn);
      const request = asSent(made?.request ?? NOTHING, shasOf(place), now, on);
      const effect = effectOf(request, undefined);
      return { ...shared, what: "protection", arn: course.lastArn, request, effect };
    }
    case "DeleteStack": {
      if (!isStack(params.StackName) || stack?.status !== "ROLLBACK_COMPLETE") return undefined;
      const made = session.changeSets.get(course.lastArn);
      return {
        ...shared,
        what: "shell",
        arn: course.lastArn,
        request: made?.request,
        effect: made === undefined ? new Map() : effectOf(made.request, made.described),
      };
    }
    default:
      return undefined;
  }
}

/** Nothing was asked for yet. */
const NOTHING: Request = { has: new Map(), wants: new Map(), shas: [] };

/** A request as this run carries it out: with its own commit, its own protection and its own way of failing. */
function asSent(
  { has, wants }: Request,
  shas: readonly string[],
  now: string,
  protection: string | undefined,
  onFailure?: string,
): Request {
  const option = onFailure ?? wants.get("option on-failure") ?? "rollback";
  return {
    shas,
    has: new Map([...has, ["protection", now]]),
    wants: new Map([
      ...[...wants].filter(([name]) => name !== "option on-failure"),
      ["protection", protection ?? now],
      ...(option === "rollback" ? [] : [["option on-failure", option] as const]),
    ]),
  };
}

/** What a run came to propose, with the settings that it was given. */
export function proposedBy(course: Course, changeSetArn: string | undefined): Done["proposed"] {
  const { session, place } = course;
  const made = session.changeSets.get(changeSetArn ?? course.lastArn);
  if (made === undefined) return undefined;
  const now = textsOf(session.aws.cloudFormation.stack(STACK)).get("protection") ?? "false";
  const { protection, onFailure } = settingsOf(course);
  const request = asSent(made.request, shasOf(place), now, protection, onFailure);
  return { request, effect: effectOf(request, made.described) };
}

/** A record was written: what it stands for is what its change set would do. */
export function remember({ session, place, lastArn, begunAt }: Course, run: CheckRun): void {
  if (run.name !== checkName({ stackName: STACK, region: REGION, label: undefined })) return;
  const made = session.changeSets.get(lastArn);
  const { previewed } = place;
  if (previewed === undefined || made === undefined) return;
  if (decodeRecord(run.text, run.externalId).kind !== "record") return;
  const { pull, head, base, baseCommit } = previewed;
  session.records.push({
    ...{ pull, head, base, baseCommit, begunAt },
    checkId: run.id,
    appId: run.appId,
    at: run.completedAt,
    effect: effectOf(made.request, made.described),
  });
}
