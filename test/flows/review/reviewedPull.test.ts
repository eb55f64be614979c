import { describe, expect, test } from "vitest";
import { digestOf } from "../../../src/changes/digest.ts";
import { claimHash, fittingClaims, recordText } from "../../../src/changes/review/record.ts";
import { reviewedPull } from "../../../src/flows/review/reviewedPull.ts";
import type { Signer } from "../../../src/ports/aws.ts";
import type { CheckRun, Checks, PullRequest, Pulls } from "../../../src/ports/github.ts";
import { origin } from "../../changes/review/examples.ts";
import { jobOf } from "../world.ts";

// When a preview could first be read: approvals count from then on.

const APP = 7;
const digest = digestOf(origin.target, new Map());
const signer: Signer = {
  sign: async (text) => `mac of ${text}`,
  verify: async (text, mac) => mac === `mac of ${text}`,
};

/** A preview's check run; the signed time is the runner's, the other one is what its writer says. */
function runOf({
  madeAt,
  completedAt,
  isSigned,
}: {
  madeAt: number;
  completedAt: number;
  isSigned: boolean;
}) {
  const claims = fittingClaims({ digest, origin: { ...origin, madeAt }, shown: new Map() });
  const text = recordText(claims, isSigned ? `mac of ${claimHash(claims)}` : undefined);
  return { appId: APP, status: "completed", text, externalId: digest.digest, completedAt } as CheckRun;
}

async function recordedAt(runs: readonly CheckRun[], inputs: object, by: Signer | undefined) {
  const job = jobOf({ "required-approvals": "1", ...inputs });
  const { pullRequest: number, head: headSha, base: baseRef } = origin;
  const pull = { number, headSha, baseRef, author: "ada", labels: [] } as unknown as PullRequest;
  const pulls = { reviews: async () => [] } as unknown as Pulls;
  const checks = { list: async () => runs } as unknown as Checks;
  const ports = { pulls, checks, signer: by };
  const own = { ...job, run: { ...job.run, repositoryId: origin.repository } };
  return (await reviewedPull(own, pull, { appId: APP, account: undefined }, ports)).recordedAt;
}

const late = { madeAt: 9_000, completedAt: 10_000, isSigned: true };

describe("with record-key a preview is read from", () => {
  test("its own check run on", async () => {
    expect(await recordedAt([runOf(late)], {}, signer)).toBe(10_000);
  });

  test("the first that is signed", async () => {
    const first = { madeAt: 4_000, completedAt: 5_000, isSigned: true };
    expect(await recordedAt([runOf(late), runOf(first)], {}, signer)).toBe(5_000);
    expect(await recordedAt([runOf(late), runOf({ ...first, isSigned: false })], {}, signer)).toBe(10_000);
  });

  test("the time that is signed, whatever its check run says", async () => {
    expect(await recordedAt([runOf(late), runOf({ ...late, completedAt: 1_000 })], {}, signer)).toBe(9_000);
  });
});

test("without record-key the first check run counts", async () => {
  const first = { madeAt: 4_000, completedAt: 5_000, isSigned: false };
  expect(await recordedAt([runOf(late), runOf(first)], {}, undefined)).toBe(5_000);
});

test("nothing is verified twice where no approval is asked for", async () => {
  let asked = 0;
  const counting: Signer = {
    ...signer,
    verify: (text, mac) => {
      asked += 1;
      return signer.verify(text, mac);
    },
  };
  await recordedAt([runOf(late)], { "required-approvals": "0" }, counting);
  expect(asked).toBe(1);
});
