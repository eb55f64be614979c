import { expect, test } from "vitest";
import { digestOf } from "../../../src/changes/digest.ts";
import { fittingClaims, recordText } from "../../../src/changes/review/record.ts";
import { isRecorded } from "../../../src/flows/review/recorded.ts";
import type { CheckRun, Checks } from "../../../src/ports/github.ts";
import { origin } from "../../changes/review/examples.ts";

const digest = digestOf(origin.target, new Map());
const text = recordText(fittingClaims({ digest, origin, shown: new Map() }), undefined);
const run = { text, externalId: digest.digest } as CheckRun;
const checks: Checks = {
  list: async () => [run],
  create: () => Promise.reject(new Error("nothing is written")),
  update: () => Promise.reject(new Error("nothing is written")),
};
const ports = { checks, log: { warning: () => undefined } as never };
const stack = { stackName: "app", region: "us-east-1", label: undefined };

const of = (number: number, baseRef: string) =>
  isRecorded(stack, { number, headSha: origin.head, baseRef }, ports);

test("a head's record is its own pull request's, for its base", async () => {
  expect(await of(origin.pullRequest, origin.base)).toBe(true);
  expect(await of(origin.pullRequest + 1, origin.base)).toBe(false);
  expect(await of(origin.pullRequest, "release")).toBe(false);
});
