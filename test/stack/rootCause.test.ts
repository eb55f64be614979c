import { describe, expect, test } from "vitest";
import { nextStep } from "../../src/stack/nextStep.ts";
import {
  isCalledOff,
  isCancellation,
  leftBehind,
  retained,
  rollbackCause,
  rootCause,
  stuckResources,
} from "../../src/stack/rootCause.ts";
import { timeline } from "../../src/stack/timeline.ts";
import { CHILD, event, GRANDCHILD, itself, nested, ROOT, STACK, START } from "./story.ts";

const cancelled = { reason: "Resource creation cancelled" };

test("cancellations are told by the start of the reason", () => {
  for (const reason of [
    "Resource creation cancelled",
    "Resource update cancelled",
    "Resource creation was canceled",
  ]) {
    expect(isCancellation(reason)).toBe(true);
  }
  expect(isCancellation("Creation failed: Resource creation cancelled")).toBe(false);
  expect(isCancellation(undefined)).toBe(false);
});

describe("rootCause", () => {
  test("the earliest failure that is no cancellation, in whatever order the events come", () => {
    const events = [
      itself(0, "CREATE_IN_PROGRESS"),
      event(2, "First", "CREATE_FAILED", cancelled),
      event(3, "Cause", "CREATE_FAILED", { reason: "Export with name x is already exported by stack y." }),
      event(4, "Later", "CREATE_FAILED", { reason: "Rate exceeded" }),
      itself(5, "ROLLBACK_IN_PROGRESS", {
        reason: "The following resource(s) failed to create: [Cause, Later].",
      }),
      itself(9, "ROLLBACK_COMPLETE"),
    ];
    for (const order of [events, events.toReversed()]) {
      expect(rootCause(order)).toMatchObject({
        stackPath: [],
        logicalId: "Cause",
        status: "CREATE_FAILED",
        at: START + 3000,
        hint: expect.stringContaining("export"),
      });
    }
  });

  test("is found in the nested stack that failed, two levels down", () => {
    const inner = { stackArn: GRANDCHILD };
    const events = [
      itself(0, "CREATE_IN_PROGRESS"),
      nested(1, "Child", "CREATE_IN_PROGRESS"),
      nested(2, "Grand", "CREATE_IN_PROGRESS", { stackArn: CHILD, physicalId: GRANDCHILD }),
      event(3, "Deep", "CREATE_FAILED", { ...inner, reason: "No space" }),
      itself(3, "ROLLBACK_IN_PROGRESS", {
        ...inner,
        reason: "The following resource(s) failed to create: [Deep].",
      }),
      nested(3, "Grand", "CREATE_FAILED", {
        stackArn: CHILD,
        physicalId: GRANDCHILD,
        reason: "Embedded stack was not successfully created",
      }),
      nested(3, "Child", "CREATE_FAILED", { reason: "Embedded stack was not successfully created" }),
      itself(4, "ROLLBACK_IN_PROGRESS", { reason: "The following resource(s) failed to create: [Child]." }),
    ];
    expect(rootCause(events)).toMatchObject({
      stackPath: ["Child", "Grand"],
      logicalId: "Deep",
      reason: "No space",
    });
  });

  test("is the nested stack itself where nothing in it failed", () => {
    const events = [
      itself(0, "CREATE_IN_PROGRESS"),
      event(1, "Child", "CREATE_FAILED", {
        type: STACK,
        physicalId: "",
        reason: "TemplateURL must be a supported URL.",
      }),
      event(2, "Topic", "CREATE_FAILED", cancelled),
    ];
    expect(rootCause(events)).toMatchObject({
      logicalId: "Child",
      hint: expect.stringContaining("nested template"),
    });
    expect(rootCause(events)).not.toHaveProperty("physicalId");
  });

  test("has the hook's own words", () => {
    const hook = {
      type: "Private::Guard::Hook",
      status: "HOOK_COMPLETE_FAILED",
      reason: "no encryption",
      failureMode: "FAIL",
    };
    const events = [
      itself(0, "CREATE_IN_PROGRESS"),
      event(1, "Bucket", "CREATE_IN_PROGRESS", { hook }),
      event(2, "Bucket", "CREATE_FAILED", { reason: "The following hook(s) failed: [Private::Guard::Hook]" }),
    ];
    expect(rootCause(events)?.reason).toBe(
      "The following hook(s) failed: [Private::Guard::Hook] Private::Guard::Hook: no encryption",
    );
  });

  test("is what the stack says where no resource failed", () => {
    const events = [
      itself(0, "UPDATE_IN_PROGRESS", { reason: "User Initiated" }),
      itself(1, "UPDATE_ROLLBACK_IN_PROGRESS", {
        reason: "Export with name x is already exported by stack other.",
      }),
      event(2, "Topic", "UPDATE_FAILED", { reason: "the rollback's trouble" }),
      itself(3, "UPDATE_ROLLBACK_FAILED"),
    ];
    expect(rootCause(events)).toMatchObject({
      logicalId: "app",
      reason: expect.stringContaining("Export with name x"),
    });
    expect(rollbackCause(events)).toMatchObject({ logicalId: "Topic", reason: "the rollback's trouble" });
  });

  test("is the forward failure, with the rollback's beside it", () => {
    const events = [
      itself(0, "UPDATE_IN_PROGRESS"),
      event(1, "A", "UPDATE_FAILED", { reason: "first" }),
      itself(2, "UPDATE_ROLLBACK_IN_PROGRESS"),
      event(3, "B", "UPDATE_FAILED", { reason: "second" }),
      itself(4, "UPDATE_ROLLBACK_FAILED"),
    ];
    expect(rootCause(events)?.reason).toBe("first");
    expect(rollbackCause(events)?.reason).toBe("second");
  });

  test("a deletion's failure is its own, and no rollback's", () => {
    const events = [
      itself(0, "DELETE_IN_PROGRESS"),
      event(1, "Bucket", "DELETE_FAILED", {
        type: "AWS::S3::Bucket",
        reason: "The bucket you tried to delete is not empty",
      }),
      itself(2, "DELETE_FAILED"),
    ];
    expect(rootCause(events)).toMatchObject({
      logicalId: "Bucket",
      hint: expect.stringContaining("Empty the bucket"),
    });
    expect(rollbackCause(events)).toBeUndefined();
  });

  test("has the resource's name in AWS, where it has one", () => {
    const failing = (more: object) => [itself(0, "UPDATE_IN_PROGRESS"), event(1, "A", "UPDATE_FAILED", more)];
    expect(rootCause(failing({ reason: "No" }))).toStrictEqual({
      stackPath: [],
      logicalId: "A",
      type: "AWS::SNS::Topic",
      physicalId: "a-physical",
      status: "UPDATE_FAILED",
      reason: "No",
      at: START + 1000,
    });
  });

  test("has none where AWS gave it none yet", () => {
    const { physicalId: _, ...unnamed } = event(1, "A", "UPDATE_FAILED", { reason: "No" });
    expect(rootCause([itself(0, "UPDATE_IN_PROGRESS"), unnamed])).not.toHaveProperty("physicalId");
  });

  test("is in the nested stack also where its parent tells of the failure first", () => {
    const events = [
      itself(0, "UPDATE_IN_PROGRESS"),
      nested(1, "Child", "UPDATE_FAILED", { reason: "Embedded stack was not updated" }),
      event(2, "Inner", "UPDATE_FAILED", { stackArn: CHILD, reason: "No space" }),
    ];
    expect(rootCause(events)).toMatchObject({ stackPath: ["Child"], reason: "No space" });
  });

  test("is without words where AWS has none", () => {
    const events = [itself(0, "UPDATE_IN_PROGRESS"), event(1, "A", "UPDATE_FAILED")];
    expect(rootCause(events)?.reason).toBe("");
  });

  describe("a hook", () => {
    const hook = { type: "Private::Guard::Hook", status: "HOOK_COMPLETE_FAILED", reason: "no encryption" };
    const reasonAfter = (told: object, logicalId = "Bucket", reason?: string) =>
      rootCause([
        itself(0, "CREATE_IN_PROGRESS"),
        event(1, logicalId, "CREATE_IN_PROGRESS", { hook: { ...hook, ...told } }),
        event(2, "Bucket", "CREATE_FAILED", reason === undefined ? {} : { reason }),
      ])?.reason;

    test("is told by its status where it gives no reason, and alone where AWS gives none", () => {
      expect(reasonAfter({ reason: undefined })).toBe("Private::Guard::Hook: HOOK_COMPLETE_FAILED");
      expect(reasonAfter({})).toBe("Private::Guard::Hook: no encryption");
    });

    test("that only warns, that passed, or that looked at another resource is not the cause", () => {
      expect(reasonAfter({ failureMode: "WARN" }, "Bucket", "No")).toBe("No");
      expect(reasonAfter({ status: "HOOK_COMPLETE_SUCCEEDED" }, "Bucket", "No")).toBe("No");
      expect(reasonAfter({}, "Other", "No")).toBe("No");
    });

    test("is told once, also where AWS's own reason has its words already", () => {
      const reason = "Failed: Private::Guard::Hook: no encryption";
      expect(reasonAfter({}, "Bucket", reason)).toBe(reason);
    });
  });

  describe("a hook of the stack", () => {
    const hook = {
      ...{ type: "Org::Guard::Hook", status: "HOOK_COMPLETE_FAILED", failureMode: "FAIL" },
      reason: "the template has a public bucket",
    };
    const reason = "The following hook(s) failed: [Org::Guard::Hook]";
    const told = `${reason} Org::Guard::Hook: the template has a public bucket`;

    test.each(["UPDATE_ROLLBACK_IN_PROGRESS", "UPDATE_FAILED"])(
      "has its own words, and the hint: %s",
      (status) => {
        const events = [
          itself(0, "UPDATE_IN_PROGRESS", { reason: "User Initiated" }),
          itself(1, "UPDATE_IN_PROGRESS", { hook }),
          event(1, "Bucket", "UPDATE_IN_PROGRESS", { hook: { ...hook, reason: "of a resource" } }),
          itself(2, status, { reason }),
        ];
        for (const order of [events, events.toReversed()])
          expect(rootCause(order)).toMatchObject({
            reason: told,
            hint: expect.stringMatching(/^A CloudFormation hook of this account refuses it/),
          });
      },
    );

    test("of a nested one, which fails with nothing in it", () => {
      const events = [
        itself(0, "UPDATE_IN_PROGRESS"),
        nested(1, "Child", "CREATE_IN_PROGRESS"),
        itself(2, "CREATE_IN_PROGRESS", { stackArn: CHILD, hook }),
        itself(2, "CREATE_IN_PROGRESS", { stackArn: GRANDCHILD, hook: { ...hook, reason: "of another" } }),
        nested(3, "Child", "CREATE_FAILED", { reason }),
        itself(4, "UPDATE_ROLLBACK_IN_PROGRESS", {
          reason: "The following resource(s) failed to create: [Child].",
        }),
      ];
      expect(rootCause(events)).toMatchObject({ logicalId: "Child", reason: told });
    });
  });

  describe("where no resource failed", () => {
    const LIST = "The following resource(s) failed to create: [X].";

    test("a list of resources is said only for want of something better", () => {
      const events = [
        itself(0, "CREATE_IN_PROGRESS", { reason: "User Initiated" }),
        itself(1, "ROLLBACK_IN_PROGRESS", { reason: LIST }),
      ];
      expect(rootCause(events)?.reason).toBe(LIST);
      const better = itself(2, "ROLLBACK_FAILED", {
        reason: "Export x is taken. The following resource(s) failed",
      });
      expect(rootCause([...events, better])?.reason).toBe(better.reason);
    });

    test("that a person began it, or what a nested stack or a resource says, is no reason", () => {
      const events = [
        itself(0, "UPDATE_IN_PROGRESS", { reason: "something else" }),
        nested(1, "Child", "UPDATE_IN_PROGRESS"),
        itself(2, "UPDATE_ROLLBACK_IN_PROGRESS", { stackArn: CHILD, reason: "nested" }),
        event(3, "Topic", "UPDATE_COMPLETE", { reason: "of a resource" }),
        itself(4, "UPDATE_ROLLBACK_IN_PROGRESS", { reason: "User Initiated" }),
        itself(5, "UPDATE_ROLLBACK_FAILED"),
      ];
      expect(rootCause(events)).toBeUndefined();
    });
  });

  test("with on-failure: delete the deletion is the way back", () => {
    const events = [
      itself(0, "CREATE_IN_PROGRESS"),
      event(1, "A", "CREATE_FAILED", cancelled),
      itself(2, "DELETE_IN_PROGRESS", { reason: "Creation failed" }),
      event(3, "B", "DELETE_FAILED", { reason: "not empty" }),
    ];
    expect(rollbackCause(events)?.logicalId).toBe("B");
  });

  test("a nested stack that turns back does not turn the operation back", () => {
    const events = [
      itself(0, "UPDATE_IN_PROGRESS"),
      nested(1, "Child", "UPDATE_IN_PROGRESS"),
      itself(2, "UPDATE_ROLLBACK_IN_PROGRESS", { stackArn: CHILD }),
      event(3, "Inner", "UPDATE_FAILED", { stackArn: CHILD, reason: "No" }),
    ];
    expect(rootCause(events)).toMatchObject({ stackPath: ["Child"], logicalId: "Inner" });
    expect(rollbackCause(events)).toBeUndefined();
  });

  test("there is none where nothing failed", () => {
    expect(rootCause([itself(0, "CREATE_IN_PROGRESS"), itself(1, "CREATE_COMPLETE")])).toBeUndefined();
    expect(rootCause([])).toBeUndefined();
  });
});

describe("an operation was called off", () => {
  const turned = (more: object, ...between: readonly ReturnType<typeof event>[]) => [
    itself(0, "UPDATE_IN_PROGRESS", { reason: "User Initiated" }),
    ...between,
    itself(2, "UPDATE_ROLLBACK_IN_PROGRESS", more),
    itself(3, "UPDATE_ROLLBACK_COMPLETE"),
  ];

  test("when a person turned it back before anything had failed", () => {
    expect(isCalledOff(turned({ reason: "User Initiated" }, event(1, "A", "UPDATE_FAILED", cancelled)))).toBe(
      true,
    );
  });

  test("not when something had failed, when nobody says so, or when it did not turn back", () => {
    const failure = event(1, "A", "UPDATE_FAILED", { reason: "No" });
    expect(isCalledOff(turned({ reason: "User Initiated" }, failure))).toBe(false);
    expect(isCalledOff(turned({ reason: "Creation failed" }))).toBe(false);
    expect(isCalledOff(turned({}))).toBe(false);
    expect(isCalledOff(turned({}).slice(0, 1))).toBe(false);
    expect(isCalledOff([])).toBe(false);
  });
});

test("the timeline names a resource and its place, and leaves out stacks and hooks", () => {
  const hook = { type: "Private::Guard::Hook", status: "HOOK_COMPLETE_SUCCEEDED" };
  const { physicalId: _, ...unnamed } = event(2, "Inner", "CREATE_IN_PROGRESS", { stackArn: CHILD });
  const { physicalId: __, ...ended } = event(4, "Inner", "CREATE_COMPLETE", { stackArn: CHILD });
  const rows = timeline([
    itself(0, "CREATE_IN_PROGRESS"),
    nested(1, "Child", "CREATE_IN_PROGRESS"),
    itself(1, "CREATE_IN_PROGRESS", { stackArn: CHILD }),
    unnamed,
    event(3, "Inner", "CREATE_IN_PROGRESS", { stackArn: CHILD, hook }),
    ended,
    event(5, "Top", "CREATE_IN_PROGRESS", { physicalId: "top-1" }),
    {
      ...unnamed,
      ...{ id: "last", stackArn: ROOT, logicalId: "Top", status: "CREATE_COMPLETE", at: START + 6000 },
    },
  ]);
  expect(rows.map(({ stackPath, logicalId, physicalId }) => [...stackPath, logicalId, physicalId])).toEqual([
    ["Child", CHILD],
    ["Child", "Inner", undefined],
    ["Top", "top-1"],
  ]);
  expect(rows[1]).not.toHaveProperty("physicalId");
  expect(rows.map(({ startedAt }) => (startedAt - START) / 1000)).toEqual([1, 2, 5]);
});

test("the timeline has a row for each phase of each resource", () => {
  const events = [
    itself(0, "UPDATE_IN_PROGRESS"),
    event(1, "A", "UPDATE_IN_PROGRESS"),
    event(2, "B", "CREATE_IN_PROGRESS", { physicalId: "" }),
    event(3, "B", "CREATE_IN_PROGRESS", { physicalId: "b-1", reason: "Resource creation Initiated" }),
    event(4, "B", "CREATE_FAILED", { physicalId: "b-1" }),
    event(4, "A", "UPDATE_FAILED", { reason: "Resource update cancelled" }),
    itself(5, "UPDATE_ROLLBACK_IN_PROGRESS"),
    event(6, "A", "UPDATE_IN_PROGRESS"),
    event(8, "A", "UPDATE_COMPLETE"),
    event(9, "B", "DELETE_IN_PROGRESS"),
  ];
  const rows = timeline(events).map(({ logicalId, status, startedAt, endedAt }) => [
    logicalId,
    status,
    (startedAt - START) / 1000,
    endedAt === undefined ? undefined : (endedAt - START) / 1000,
  ]);
  expect(rows).toEqual([
    ["A", "UPDATE_FAILED", 1, 4],
    ["B", "CREATE_FAILED", 2, 4],
    ["A", "UPDATE_COMPLETE", 6, 8],
    ["B", "DELETE_IN_PROGRESS", 9, undefined],
  ]);
});

describe("what is left behind", () => {
  const BUCKET = { type: "AWS::S3::Bucket", physicalId: "old-bucket" };
  const NOT_EMPTY = { ...BUCKET, reason: "The bucket you tried to delete is not empty" };
  const update = (...cleanup: ReturnType<typeof event>[]) => [
    itself(0, "UPDATE_IN_PROGRESS"),
    event(1, "Bucket", "UPDATE_COMPLETE", { ...BUCKET, physicalId: "new-bucket" }),
    itself(2, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"),
    ...cleanup,
    itself(20, "UPDATE_COMPLETE", {
      reason: "Update successful. One or more resources could not be deleted.",
    }),
  ];

  test("is what could not be deleted three times: once, with its own name in AWS and AWS's last words", () => {
    const events = update(
      event(3, "Bucket", "DELETE_IN_PROGRESS", BUCKET),
      event(4, "Bucket", "DELETE_FAILED", { ...BUCKET, reason: "first" }),
      event(5, "Bucket", "DELETE_IN_PROGRESS", BUCKET),
      event(6, "Bucket", "DELETE_FAILED", NOT_EMPTY),
    );
    for (const order of [events, events.toReversed()]) {
      expect(leftBehind(order)).toStrictEqual([
        {
          ...{ stackPath: [], logicalId: "Bucket", ...NOT_EMPTY, status: "DELETE_FAILED", at: START + 6000 },
          ...{ hint: expect.any(String), remedy: "elsewhere" },
        },
      ]);
    }
  });

  test("is nothing where a later attempt succeeded, or a successor of that name had trouble of its own", () => {
    const successor = { ...BUCKET, physicalId: "new-bucket" };
    const events = update(
      event(3, "Bucket", "DELETE_FAILED", NOT_EMPTY),
      event(4, "Bucket", "DELETE_COMPLETE", BUCKET),
      event(5, "Bucket", "UPDATE_FAILED", successor),
    );
    expect(leftBehind(events)).toStrictEqual([]);
  });

  const paths = (events: ReturnType<typeof event>[]) =>
    leftBehind(events).map(({ stackPath, logicalId }) => [...stackPath, logicalId].join("/"));

  test("is found although its successor is well, and in a nested stack", () => {
    const events = update(
      event(3, "Bucket", "DELETE_FAILED", NOT_EMPTY),
      event(4, "Bucket", "UPDATE_COMPLETE", { ...BUCKET, physicalId: "new-bucket" }),
      nested(5, "Child", "UPDATE_IN_PROGRESS"),
      event(6, "Inner", "DELETE_FAILED", { stackArn: CHILD, reason: "in use" }),
      nested(7, "Child", "UPDATE_COMPLETE"),
    );
    expect(paths(events)).toStrictEqual(["Bucket", "Child/Inner"]);
  });

  test("is a nested stack as a whole, with the reasons of what is still in it", () => {
    const failedToDelete = (id: string) => `The following resource(s) failed to delete: [${id}].`;
    const grand = { stackArn: CHILD, physicalId: GRANDCHILD };
    const events = update(
      nested(3, "Child", "DELETE_IN_PROGRESS"),
      nested(4, "Grand", "DELETE_IN_PROGRESS", grand),
      event(5, "Gone", "DELETE_COMPLETE", { stackArn: GRANDCHILD }),
      event(6, "Inner", "DELETE_FAILED", { stackArn: GRANDCHILD, reason: "in use" }),
      nested(7, "Grand", "DELETE_FAILED", { ...grand, reason: failedToDelete("Inner") }),
      nested(8, "Child", "DELETE_FAILED", { reason: failedToDelete("Grand") }),
      event(9, "Bucket", "DELETE_FAILED", NOT_EMPTY),
    );
    expect(paths(events)).toStrictEqual(["Child", "Bucket"]);
    expect(leftBehind(events).map(({ reason }) => reason)).toStrictEqual([
      `${failedToDelete("Grand")} Grand: ${failedToDelete("Inner")} Inner: in use`,
      NOT_EMPTY.reason,
    ]);
    const silent = update(nested(3, "Child", "DELETE_FAILED"));
    expect(leftBehind(silent)).toMatchObject([{ logicalId: "Child", reason: "" }]);
  });

  test("comes in the order in which it was given up, not in which it first failed", () => {
    const other = { ...NOT_EMPTY, physicalId: "other-physical" };
    const events = update(
      event(3, "Bucket", "DELETE_FAILED", NOT_EMPTY),
      event(4, "Other", "DELETE_FAILED", other),
      event(5, "Bucket", "DELETE_FAILED", NOT_EMPTY),
    );
    expect(leftBehind(events).map(({ logicalId }) => logicalId)).toEqual(["Other", "Bucket"]);
  });

  test("a nested stack without a reason of its own has those of what is in it", () => {
    const events = update(
      nested(5, "Child", "DELETE_IN_PROGRESS"),
      event(6, "Inner", "DELETE_FAILED", { stackArn: CHILD, reason: "in use" }),
      nested(7, "Child", "DELETE_FAILED"),
    );
    expect(leftBehind(events)).toMatchObject([{ logicalId: "Child", reason: "Inner: in use" }]);
  });

  test("is told without a reason where AWS gives none, and is not what a hook says of it afterwards", () => {
    const hook = { name: "Guard::Delete", mode: "WARN", status: "HOOK_COMPLETE_SUCCEEDED" } as never;
    const events = update(
      event(3, "Bucket", "DELETE_FAILED", BUCKET),
      event(4, "Bucket", "DELETE_IN_PROGRESS", { ...BUCKET, hook }),
    );
    expect(leftBehind(events)).toMatchObject([{ logicalId: "Bucket", reason: "" }]);
  });

  test("is no failure of a rollback, and no cause of one that somebody asked for", () => {
    const events = [
      itself(0, "UPDATE_IN_PROGRESS"),
      itself(2, "UPDATE_ROLLBACK_IN_PROGRESS", { reason: "User Initiated" }),
      itself(3, "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS"),
      event(4, "Bucket", "DELETE_FAILED", NOT_EMPTY),
      itself(5, "UPDATE_ROLLBACK_COMPLETE"),
    ];
    expect(rollbackCause(events)).toBeUndefined();
    expect(rootCause(events)).toBeUndefined();
    expect(leftBehind(events)).toHaveLength(1);
  });
});

test("what is retained is what the way back skipped, and nothing that was deleted", () => {
  const events = [
    itself(0, "CREATE_IN_PROGRESS"),
    event(1, "Bucket", "CREATE_COMPLETE"),
    event(2, "Queue", "CREATE_FAILED", { reason: "No" }),
    itself(3, "ROLLBACK_IN_PROGRESS"),
    event(4, "Bucket", "DELETE_SKIPPED"),
    event(5, "Queue", "DELETE_COMPLETE"),
    itself(6, "ROLLBACK_COMPLETE"),
  ];
  expect(retained(events)).toMatchObject([{ logicalId: "Bucket", physicalId: "bucket-physical" }]);
  expect(leftBehind(events)).toEqual([]);
});

describe("what is stuck", () => {
  const names = (events: ReturnType<typeof event>[]) =>
    stuckResources(events).map(({ stackPath, logicalId }) => [...stackPath, logicalId].join("/"));

  test("is all that the rollback could not bring back, not what made it roll back or was cancelled", () => {
    const events = [
      itself(0, "UPDATE_IN_PROGRESS"),
      event(1, "Cause", "UPDATE_FAILED", { reason: "first" }),
      event(1, "Waits", "UPDATE_FAILED", { reason: "Resource update cancelled" }),
      itself(2, "UPDATE_ROLLBACK_IN_PROGRESS"),
      event(3, "A", "UPDATE_FAILED", { reason: "stuck" }),
      event(4, "B", "UPDATE_FAILED", { reason: "once" }),
      event(5, "B", "UPDATE_COMPLETE"),
      event(6, "C", "UPDATE_FAILED", { reason: "stuck, too" }),
      event(7, "D", "UPDATE_FAILED", { reason: "Resource update cancelled" }),
      itself(8, "UPDATE_ROLLBACK_FAILED"),
    ];
    expect(names(events)).toEqual(["A", "C"]);
  });

  test("in nested stacks, too, each with the own name of its stack", () => {
    const grand = { type: STACK, physicalId: GRANDCHILD, stackArn: CHILD };
    const events = [
      ...[itself(0, "UPDATE_IN_PROGRESS"), nested(1, "Child", "UPDATE_IN_PROGRESS")],
      event(1, "Grand", "UPDATE_IN_PROGRESS", grand),
      ...[event(2, "Bad", "UPDATE_FAILED", { reason: "boom" }), itself(3, "UPDATE_ROLLBACK_IN_PROGRESS")],
      event(5, "Queue", "UPDATE_FAILED", { reason: "stuck" }),
      event(5, "Deep", "UPDATE_FAILED", { stackArn: CHILD, reason: "stuck" }),
      event(5, "Deeper", "UPDATE_FAILED", { stackArn: GRANDCHILD, reason: "stuck" }),
      event(6, "Grand", "UPDATE_FAILED", { ...grand, reason: "not updated" }),
      nested(7, "Child", "UPDATE_FAILED", { reason: "not updated" }),
      itself(8, "UPDATE_ROLLBACK_FAILED"),
    ];
    const stuck = stuckResources(events);
    expect(stuck.map(({ stackName, logicalId }) => [stackName, logicalId])).toEqual([
      [undefined, "Queue"],
      ["app-Child-X", "Deep"],
      ["app-Child-X-Grand-Y", "Deeper"],
      ["app-Child-X", "Grand"],
      [undefined, "Child"],
    ]);
    const end = {
      kind: "failed",
      status: "UPDATE_ROLLBACK_FAILED",
      tookMs: 1,
      cause: undefined,
      stuck,
    } as const;
    expect(nextStep("app", "us-east-1", end)).toMatch(
      /--resources-to-skip Queue app-Child-X\.Deep app-Child-X-Grand-Y\.Deeper$/m,
    );
  });

  test("is all that a deletion could not delete", () => {
    const events = [
      itself(0, "DELETE_IN_PROGRESS"),
      event(1, "Bucket", "DELETE_FAILED", { reason: "not empty" }),
      event(2, "Table", "DELETE_FAILED", { reason: "protected" }),
      itself(3, "DELETE_FAILED"),
    ];
    expect(names(events)).toEqual(["Bucket", "Table"]);
    expect(stuckResources(events)).toMatchObject([{ reason: "not empty" }, { reason: "protected" }]);
  });
});
