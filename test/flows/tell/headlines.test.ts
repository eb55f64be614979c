import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { BlockReason } from "../../../src/changes/review/decide.ts";
import { ActionError, type ReasonCode } from "../../../src/errors.ts";
import { estimateOfDeletion } from "../../../src/estimate/deletion.ts";
import type { Proposal } from "../../../src/flows/change/proposalOf.ts";
import { afterFollowed, type Followed, type SeenAfter } from "../../../src/flows/deploy/followed.ts";
import {
  absentEnding,
  deletedEnding,
  liftFailedEnding,
  notAllowedEnding,
  protectedEnding,
} from "../../../src/flows/destroy/endings.ts";
import type { StackJob } from "../../../src/flows/job.ts";
import type { RunResult } from "../../../src/flows/result.ts";
import { blockedEnding, type Ending, refusedEnding } from "../../../src/flows/tell/ending.ts";
import { errorEnding } from "../../../src/flows/tell/errorEnding.ts";
import { executedEnding } from "../../../src/flows/tell/executedEnding.ts";
import type { Doing } from "../../../src/report/doing.ts";
import { headline, sign } from "../../../src/report/headline.ts";
import { openSecrets } from "../../../src/secrets/secrets.ts";
import { NOT_STARTED, type OperationEnd, type RootCause } from "../../../src/stack/model.ts";
import { silent } from "../world.ts";

// UPDATE_GOLDEN=1 writes the file anew; read the difference before you commit it.
const GOLDEN = new URL("../../golden/endings/headlines.md", import.meta.url);

const job = {
  inputs: { stackName: "app", region: "us-east-1", label: undefined, timeoutMinutes: 60, maskOutputs: [] },
  rendered: { findings: [] },
  secrets: openSecrets(),
  run: { url: "https://github.com/acme/app/actions/runs/1" },
  commit: "4f2c9d1e8b7a6053f1e2d3c4b5a69788f0e1d2c3",
} as unknown as StackJob;

const cause: RootCause = {
  stackPath: [],
  logicalId: "Queue",
  type: "AWS::SQS::Queue",
  status: "UPDATE_FAILED",
  reason: "No",
  at: 0,
};

interface Row {
  readonly doing: string;
  readonly phase: string;
  readonly endedBy: string;
  readonly ending: Ending;
}

const DOING: readonly Doing[] = ["render", "preview", "deploy", "destroy", "drift", "cleanup", "discover"];

/** What can end a run before anything was executed. */
const ERRORS: readonly (readonly [phase: string, endedBy: string, error: unknown])[] = [
  ["reading the inputs", "a wrong input", refused("invalid-input")],
  ["rendering", "a wrong template", refused("invalid-template")],
  ["rendering", "a disk that is full", refused("error")],
  ["asking AWS", "a missing permission, expired credentials", refused("access-denied")],
  ["asking AWS", "an answer that says nothing", refused("error")],
  ["waiting for the stack", "its time is over", refused("stack-busy")],
  ["looking at the stack", "a state that needs a person", refused("stack-unrecoverable")],
  ["waiting for the change set", "its time is over", refused("timeout")],
  ["at any time", "the job is cancelled", refused("cancelled")],
  ["at any time", "a fault of the action", new TypeError("x is not a function")],
];

/** Doubts about the review come up in a deploy only. */
const DOUBTS: readonly BlockReason[] = ["unreviewed", "stale-review", "not-approved", "destructive"];

const LATE = { kind: "timed-out", status: "UPDATE_ROLLBACK_IN_PROGRESS" } as const;
const ROLLING_BACK = { status: "UPDATE_ROLLBACK_IN_PROGRESS", isRollingBack: true, cause } as const;
const FAILING = { status: "UPDATE_IN_PROGRESS", isRollingBack: false, cause } as const;

const ENDS: readonly (readonly [endedBy: string, end: OperationEnd])[] = [
  ["the operation's success", { kind: "succeeded", status: "UPDATE_COMPLETE", tookMs: 83_000 }],
  [
    "a success that leaves something behind",
    { kind: "succeeded", status: "UPDATE_COMPLETE", tookMs: 83_000, leftBehind: [cause] },
  ],
  ["a failed update", { kind: "failed", status: "UPDATE_ROLLBACK_COMPLETE", tookMs: 83_000, cause }],
  [
    "a failed update that is cleaned up after",
    { kind: "failed", status: "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", tookMs: 83_000, cause },
  ],
  ["a failed creation", { kind: "failed", status: "ROLLBACK_COMPLETE", tookMs: 83_000, cause }],
  ["a failure, on-failure: keep", { kind: "failed", status: "UPDATE_FAILED", tookMs: 83_000, cause }],
  ["a failure, on-failure: delete", { kind: "failed", status: "DELETE_COMPLETE", tookMs: 83_000, cause }],
  [
    "a rollback that fails",
    { kind: "failed", status: "UPDATE_ROLLBACK_FAILED", tookMs: 83_000, cause, rollbackCause: cause },
  ],
  [
    "a person who calls it off",
    {
      kind: "failed",
      status: "UPDATE_ROLLBACK_COMPLETE",
      tookMs: 83_000,
      cause: undefined,
      isCalledOff: true,
    },
  ],
  ["timeout-minutes", { kind: "timed-out", status: "UPDATE_IN_PROGRESS", tookMs: 83_000 }],
  ["timeout-minutes, while it rolls back", { ...LATE, tookMs: 83_000, failing: ROLLING_BACK }],
  [
    "timeout-minutes, after a failure",
    { kind: "timed-out", status: "UPDATE_IN_PROGRESS", tookMs: 83_000, failing: FAILING },
  ],
  ["a cancelled job, before the call", { kind: "cancelled", status: NOT_STARTED, tookMs: 0 }],
  ["a cancelled job, during the call", { kind: "cancelled", status: "about to start", tookMs: 0 }],
  ["a cancelled job", { kind: "cancelled", status: "UPDATE_IN_PROGRESS", tookMs: 83_000 }],
  [
    "a cancelled job, while it rolls back",
    { ...LATE, kind: "cancelled", tookMs: 83_000, failing: ROLLING_BACK },
  ],
  [
    "a cancelled job, while what was called off rolls back",
    {
      ...{ ...LATE, kind: "cancelled", tookMs: 83_000 },
      failing: { ...ROLLING_BACK, cause: undefined, isCalledOff: true },
    },
  ],
  ["the call's answer is lost", { kind: "lost-sight", reason: "Cannot execute: reset.", tookMs: 0 }],
  ["credentials that expire", { kind: "lost-sight", reason: "The credentials expired.", tookMs: 83_000 }],
  [
    "credentials that expire while it rolls back",
    { kind: "lost-sight", reason: "The credentials expired.", tookMs: 83_000, failing: ROLLING_BACK },
  ],
];

function refused(reasonCode: ReasonCode): ActionError {
  return new ActionError("What is wrong.", { reasonCode });
}

const stack = {
  ...{ arn: "arn:aws:cloudformation:us-east-1:123456789012:stack/app/1", name: "app", parameters: [] },
  ...{ status: "UPDATE_COMPLETE", tags: {}, outputs: [], capabilities: [], notificationArns: [] },
  ...{ terminationProtection: false, createdAt: 0 },
};

/** A rendering asks nobody; what is drifted or left over is no matter of the template. */
function canBe(doing: Doing, phase: string): boolean {
  if (doing === "discover") return !/rendering|stack|change set|AWS/.test(phase);
  if (doing === "render") return !/stack|change set|AWS/.test(phase);
  const isMade = doing === "preview" || doing === "deploy";
  return isMade || !/rendering|change set/.test(phase);
}

function rows(): readonly Row[] {
  const errors = DOING.flatMap((doing) =>
    ERRORS.filter(([phase]) => canBe(doing, phase)).map(([phase, endedBy, error]) => ({
      doing,
      phase,
      endedBy,
      ending: errorEnding(job, error, doing),
    })),
  );
  const doubts = DOUBTS.flatMap((reason) => {
    const decision = { kind: "blocked", reason, explanation: "why" } as const;
    return [
      {
        doing: "deploy",
        phase: "deciding",
        endedBy: reason,
        ending: blockedEnding(job, decision, undefined),
      },
      {
        doing: "deploy",
        phase: "the last look",
        endedBy: reason,
        ending: errorEnding(job, refused(reason), "deploy"),
      },
    ];
  });
  const failure = { kind: "failed", arn: "", stackArn: "", reason: "No", findings: [] } as const;
  const change = {
    ...{ doing: "deploy", phase: "making the change set", endedBy: "CloudFormation refuses it" },
    ending: refusedEnding(job, failure, "deploy"),
  };
  const executed = ENDS.map(([endedBy, end]) => {
    const watched = { end, events: [], timeline: [], stack };
    return { doing: "deploy", phase: "executing", endedBy, ending: executedEnding(job, watched, undefined) };
  });
  const done = { kind: "succeeded", status: "UPDATE_COMPLETE", tookMs: 83_000 } as const;
  const unread = { end: done, events: [], timeline: [], stack: undefined, unread: { reason: "No." } };
  const withoutOutputs = {
    ...{ doing: "deploy", phase: "executing", endedBy: "a success that cannot be read" },
    ending: executedEnding(job, unread, undefined),
  };
  return [...errors, ...doubts, change, ...executed, withoutOutputs, ...followedRows([...doubts, ...errors])];
}

/** What ends an attempt that has followed an earlier one's operation to its success. */
function followedRows(endings: readonly Row[]): readonly Row[] {
  const end = { kind: "succeeded", status: "UPDATE_COMPLETE", tookMs: 83_000 } as const;
  const operation = { end, events: [], timeline: [], stack: { ...stack, changeSetArn: "set" } };
  const followed = { changeSetArn: "set", stackArn: stack.arn, digest: undefined, operation };
  const stranger = { ...followed, isOwn: false };
  const notStarted = { ...operation, end: { kind: "cancelled", status: NOT_STARTED, tookMs: 0 } as const };
  const cancelled = executedEnding(job, notStarted, undefined);
  const last = { doing: "deploy", phase: "", endedBy: "a cancelled job, before the call", ending: cancelled };
  const proposal = {} as Proposal;
  const nothingSeen = { proposal: undefined, stack: undefined };
  const after = (
    phase: string,
    seen: SeenAfter,
    it: Followed = { ...followed, isOwn: true },
  ): readonly Row[] =>
    [
      ...endings.filter(({ doing, phase: at }) => doing === "deploy" && /^(deciding|asking|at any)/.test(at)),
      last,
    ].map(({ doing, endedBy, ending }) => ({
      ...{ doing, phase, endedBy },
      ending: afterFollowed(job, ending, { followed: it, ...seen }, silent),
    }));
  return [
    ...after("looking again, what was followed is done", nothingSeen),
    ...after("looking again, what was followed is another deploy's", nothingSeen, stranger),
    ...after("what was followed is done, something is left", { proposal, stack: operation.stack }),
    ...after("what was followed is done, the stack was changed since", { proposal, stack }),
  ];
}

const survey = {
  ...{ root: stack, resources: [], obstacles: [], notes: [], estimate: estimateOfDeletion([], []) },
  fate: { deleted: 2, lost: [], kept: [], saved: [] },
};

/** What a destroy comes to that no error ended. */
function destroyRows(): readonly (readonly string[])[] {
  const destroying = { ...job, startedBy: "alice", render: () => Promise.reject(new Error("not asked")) };
  const refusal = { reason: "not-approved", explanation: "mallory may not push", hint: "Ask." } as const;
  const protection = [{ kind: "termination-protection" }] as const;
  const deleted = (end: OperationEnd) =>
    deletedEnding(destroying, survey, { end, events: [], timeline: [], stack: undefined }, NOTHING_LEFT);
  const lifted = (end: OperationEnd) =>
    liftFailedEnding(destroying, survey, { end, events: [], timeline: [], stack: undefined }, []);
  const stopped = protectedEnding(destroying, survey, protection, "Not all can be deleted.").result;
  const told = (phase: string, endedBy: string, { result, reasonCode, summary = "" }: RunResult) => [
    ...["destroy", phase, endedBy, (summary.split("\n")[0] ?? "").replace(/^### /, "")],
    ...[result, reasonCode ?? "", ""],
  ];
  return [
    told("looking who started it", "somebody who may not", notAllowedEnding(destroying, refusal)),
    told("looking at the stack", "there is none", absentEnding(destroying)),
    told("looking at the stack", "something stands in the way", stopped),
    ...LIFT_ENDS.map(([endedBy, end]) => told("lifting", endedBy, lifted(end))),
    ...DELETE_ENDS.map(([endedBy, end]) => told("deleting", endedBy, deleted(end))),
  ];
}

const NOTHING_LEFT = { snapshots: { ids: [], unnamed: [] }, stuck: [] };

/** The ends of an operation that may come to any. */
const UNFINISHED = ENDS.filter(([, { kind }]) => kind !== "succeeded" && kind !== "failed");

const LIFT_ENDS = [
  ["a failed update", { kind: "failed", status: "UPDATE_ROLLBACK_COMPLETE", tookMs: 83_000, cause }],
  ...UNFINISHED,
] as typeof ENDS;

const DELETE_ENDS = [
  ["the deletion's success", { kind: "succeeded", status: "DELETE_COMPLETE", tookMs: 83_000 }],
  ["a resource that cannot be deleted", { kind: "failed", status: "DELETE_FAILED", tookMs: 83_000, cause }],
  ["a deletion that AWS calls off", { kind: "failed", status: "UPDATE_COMPLETE", tookMs: 83_000, cause }],
  ...UNFINISHED,
] as typeof ENDS;

function table(): string {
  const cells = rows().map(({ doing, phase, endedBy, ending: { view, result, conclusion } }) => [
    ...[doing, phase, endedBy, `${sign(view)} ${headline(view)}`],
    ...[result.result, result.reasonCode ?? "", conclusion],
  ]);
  const head = ["doing", "at", "ended by", "headline", "deploy-result", "reason-code", "check run"];
  const lines = [head, head.map(() => "---"), ...cells, ...destroyRows()].map(
    (row) => `| ${row.join(" | ")} |`,
  );
  return `# What is told of every ending\n\nMade by \`test/flows/tell/headlines.test.ts\`.\n\n${lines.join("\n")}\n`;
}

test("every ending is worded from what was being done", () => {
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(GOLDEN, table());
  expect(existsSync(GOLDEN)).toBe(true);
  expect(table()).toBe(readFileSync(GOLDEN, "utf8"));
});

test("nothing that may have been deleted is told as not deleted", () => {
  for (const [, phase, endedBy, told = ""] of destroyRows()) {
    if (phase === "deleting" && endedBy !== "a cancelled job, before the call")
      expect(told).not.toMatch(/not destroyed|nothing was deleted/);
    if (phase === "lifting") expect(told).toMatch(/not destroyed|nothing was deleted/);
  }
});

test("the stack's status is CloudFormation's, unknown, or not told", () => {
  const told = new Set(rows().map(({ ending }) => ending.result.stackStatus));
  expect(told).toContain("unknown");
  expect(told).toContain(undefined);
  for (const status of told) if (status !== undefined) expect(status).toMatch(/^([A-Z_]+|unknown)$/);
});

test("only a preview is a failed preview, and nothing that may have begun is told as not executed", () => {
  for (const { doing, phase, ending } of rows()) {
    const told = headline(ending.view);
    if (doing !== "preview") expect(told).not.toContain("preview");
    if (/followed/.test(phase)) expect(told).not.toMatch(/nothing was executed/);
    if (/nothing was executed/.test(told))
      expect([phase, ending.result.stackStatus]).not.toEqual(["executing", "unknown"]);
  }
  const lost = rows().filter(({ endedBy }) => /lost|that expire|during/.test(endedBy));
  expect(lost.length).toBeGreaterThan(2);
  for (const { endedBy, ending } of lost) {
    expect(headline(ending.view)).not.toContain("nothing was executed");
    const { message, hint } = ending.result;
    if (/during/.test(endedBy)) expect(`${message} ${hint}`).not.toMatch(/goes on|while it watched/);
  }
});
