import { expect, test } from "vitest";
import { reportFailure } from "../../../src/flows/tell/failure.ts";
import { parseInputs } from "../../../src/inputs.ts";
import type { CheckRunContent } from "../../../src/ports/github.ts";
import type { Log } from "../../../src/ports/local.ts";
import { openSecrets } from "../../../src/secrets/secrets.ts";

const sha = "a".repeat(40);
const audience = {
  kind: "pull-request",
  number: 7,
  headSha: sha,
  baseRef: "main",
  deployBranch: "main",
  labels: [],
} as const;
const { inputs } = parseInputs((name) => (name === "stack-name" ? "app" : ""), "us-east-1");
const run = {
  ...{ id: "1", attempt: 1, url: "https://github.com/acme/app/actions/runs/1", repository: "acme/app" },
  ...{ repositoryId: "1", number: "1", sha },
};

/** What a failed preview tells, in order. */
async function told(error: unknown, trouble?: Error) {
  const order: string[] = [];
  const write = (line: string) => void order.push(line);
  const log: Log = {
    ...{ info: write, debug: write, notice: write, warning: write, error: write },
    group: (_, work) => work(),
  };
  const checks = {
    list: async () => [],
    create: async (_: string, __: string, content: CheckRunContent) => {
      order.push(`check: ${content.conclusion} ${content.title}`);
      return {} as never;
    },
    update: async () => ({}) as never,
  };
  const comments = {
    upsert: async (_: number, __: string, render: (present: string | undefined) => string | undefined) => {
      order.push(`comment: ${render("old")}`);
      return undefined;
    },
    list: async () => [],
    write: async () => undefined,
    remove: async () => undefined,
  };
  const failed = {
    plan: { kind: "preview", audience },
    inputs,
    run,
    commit: sha,
    secrets: openSecrets(),
    cancel: new AbortController().signal,
  } as const;
  const result = await reportFailure(error, failed, log, async () => {
    if (trouble !== undefined) throw trouble;
    return { checks, comments, pulls: undefined, clock: { now: () => 0, sleep: async () => undefined }, log };
  });
  return { order, result };
}

test("an error that nobody expected is told as any other, the log first", async () => {
  const { order, result } = await told(new TypeError("x is not a function"));
  expect(order[0]).toMatch(/^Unexpected error: x is not a function/);
  expect(order).toContainEqual(expect.stringMatching(/^comment: .*the preview failed/s));
  expect(order).toContainEqual(expect.stringMatching(/^check: failure .*the preview failed/));
  expect(result).toMatchObject({ result: "failed", summary: expect.stringContaining("the preview failed") });
});

test("GitHub that cannot even be connected to changes nothing of it", async () => {
  const { order, result } = await told(new TypeError("x is not a function"), new RangeError("no GitHub"));
  expect(order[0]).toMatch(/^Unexpected error/);
  expect(order.at(-1)).toContain("GitHub could not be told: no GitHub");
  expect(result).toMatchObject({ result: "failed", reasonCode: "error" });
});
