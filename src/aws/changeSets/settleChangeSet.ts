import type { PreparedChangeSet } from "../../changes/request.ts";
import { ActionError } from "../../errors.ts";
import { changeSetDelays, poll } from "../../poll.ts";
import { hintFor } from "../../stack/knownCauses.ts";
import { defined, required } from "../decode.ts";
import type { Edge } from "../edge.ts";
import { isMissingChangeSet } from "../errors.ts";
import type { NamedChangeSet } from "./changeSetName.ts";
import { describeChangeSet, describePlain, type Page } from "./describeChangeSet.ts";
import { changeSetFindings } from "./findings.ts";

/** A change set of many nested stacks takes minutes; AWS itself gives up sooner than this. */
const SETTLES_WITHIN_MS = 15 * 60_000;

/** Reads are consistent within seconds; longer than this means that somebody deleted it. */
const FOUND_WITHIN_MS = 20_000;

/** AWS's words for a change set without changes, from the start of its reason. Any other FAILED is a real failure. */
const NO_CHANGES = ["The submitted information didn't contain changes.", "No updates are to be performed"];

/** Polls a change set that was just asked for until it is made or has failed. Throws what the SDK throws. */
export async function settle(edge: Edge, set: NamedChangeSet): Promise<PreparedChangeSet> {
  const { clock, pace, cancel } = edge;
  const { arn } = set;
  const started = clock.now();
  const delays = (attempt: number) => pace.pause(changeSetDelays(attempt));
  const options = { clock, delays, deadline: started + SETTLES_WITHIN_MS };
  const polled = await poll({ ...options, ...defined({ signal: cancel }) }, () =>
    settled(edge, set, started),
  );
  switch (polled.kind) {
    case "done":
      return polled.value.Status === "FAILED"
        ? failed(edge, set, polled.value)
        : ready(edge, set, polled.value);
    case "aborted":
      throw new ActionError(`The job was cancelled while change set ${arn} was made: nothing was executed.`, {
        reasonCode: "cancelled",
      });
    case "timed-out":
      throw new ActionError(`Change set ${arn} was not ready after ${SETTLES_WITHIN_MS / 60_000} minutes.`, {
        reasonCode: "timeout",
        hint: "Run the job again: AWS may be slow just now.",
      });
  }
}

/** The change set's first page once it is made or has failed. */
async function settled(edge: Edge, set: NamedChangeSet, started: number): Promise<Page | undefined> {
  try {
    const page = await describePlain(edge.client, set);
    return page.Status === "CREATE_PENDING" || page.Status === "CREATE_IN_PROGRESS" ? undefined : page;
  } catch (error) {
    // Reads lag behind: a change set that was just made may not be found yet.
    if (isMissingChangeSet(error) && edge.clock.now() - started < FOUND_WITHIN_MS) return undefined;
    throw error;
  }
}

async function ready(edge: Edge, set: NamedChangeSet, page: Page): Promise<PreparedChangeSet> {
  const [changeSet, findings] = await Promise.all([
    describeChangeSet(edge, set, page),
    // Validations and hooks in WARN mode leave the change set successful: they must be asked for.
    changeSetFindings(edge, set.arn),
  ]);
  return { kind: "ready", changeSet, findings };
}

async function failed(edge: Edge, set: NamedChangeSet, page: Page): Promise<PreparedChangeSet> {
  const { arn } = set;
  const reason = page.StatusReason || (await reasonAgain(edge, set));
  const stackArn = required(page.StackId, "StackId");
  if (NO_CHANGES.some((text) => reason.startsWith(text)))
    return { kind: "no-changes", arn, stackArn, reason };
  const [detail, findings] = await Promise.all([nestedReason(edge, reason), changeSetFindings(edge, arn)]);
  const told = detail ?? reason;
  // A validation says what is wrong; the reason says only which one it was.
  const [own] = findings.flatMap(({ level, message }) =>
    level === "error" && !message.startsWith("Hook ") ? (hintFor("", message) ?? []) : [],
  );
  const hint = own ?? hintFor("", told);
  return { kind: "failed", arn, stackArn, reason: told, findings, ...(hint === undefined ? {} : { hint }) };
}

/** A FAILED change set can be told without its reason for a moment (aws-cdk-cli#1780): asked a few times more. */
async function reasonAgain(edge: Edge, set: NamedChangeSet): Promise<string> {
  const { client, clock, pace } = edge;
  const delays = (attempt: number) => pace.pause(changeSetDelays(attempt));
  const polled = await poll({ clock, delays, deadline: clock.now() + 3000 }, async () => {
    return (await describePlain(client, set)).StatusReason || undefined;
  });
  return polled.kind === "done" ? polled.value : "CloudFormation gives no reason.";
}

/** "Nested change set arn:… was not successfully created: Currently in FAILED." says nothing: the nested one does. */
async function nestedReason(edge: Edge, reason: string): Promise<string | undefined> {
  const nested = /^Nested change set (arn:\S+) was not successfully created/.exec(reason)?.[1];
  if (nested === undefined) return undefined;
  const page = await describePlain(edge.client, { arn: nested, stack: undefined });
  const inner = page.StatusReason ?? "";
  return `Nested stack ${page.StackName ?? nested}: ${(await nestedReason(edge, inner)) ?? inner}`;
}
