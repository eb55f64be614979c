import { describe, expect, test } from "vitest";
import { type Digest, digestOf } from "../../../src/changes/digest.ts";
import { claimHash, fittingClaims, recordText } from "../../../src/changes/review/record.ts";
import { reviewedPull } from "../../../src/flows/review/reviewedPull.ts";
import type { Signer } from "../../../src/ports/aws.ts";
import type { CheckRun, Checks, PullRequest, Pulls } from "../../../src/ports/github.ts";
import { origin } from "../../changes/review/examples.ts";
import { jobOf } from "../world.ts";

// When a preview could first be read: approvals count from then on.

const APP = 7;
const EMPTY = digestOf(origin.target, new Map());
const OTHER = digestOf(origin.target, new Map([["tag a", { before: null, after: "1", how: null }]]));
const signer: Signer = {
  sign: async (text) => `mac of ${text}`,
  verify: async (text, mac) => mac === `mac of ${text}`,
};

/** A preview's check run; the signed time is the runner's, the other one is what its writer says. */
function runOf({
  madeAt,
  completedAt,
  isSigned,
  digest = EMPTY,
}: {
  madeAt: number;
  completedAt: number;
  isSigned: boolean;
  digest?: Digest;
}) {
  const claims = fittingClaims({ digest, origin: { ...origin, madeAt }, shown: new Map() });
  const text = recordText(claims, isSigned ? `mac of ${claimHash(claims)}` : undefined);
  return { appId: APP, status: "completed", text, externalId: digest.digest, completedAt } as CheckRun;
}

async function recordedAt(...given: Parameters<typeof reviewed>) {
  return (await reviewed(...given)).recordedAt;
}

/** @param runs newest first */
async function reviewed(runs: readonly CheckRun[], inputs: object, by: Signer | undefined) {
  const job = jobOf({ "required-approvals": "1", ...inputs });
  const { pullRequest: number, head: headSha, base: baseRef } = origin;
  const pull = { number, headSha, baseRef, author: "ada", labels: [] } as unknown as PullRequest;
  const pulls = { reviews: async () => [] } as unknown as Pulls;
  const checks = { list: async () => runs } as unknown as Checks;
  const ports = { pulls, checks, signer: by };
  const own = { ...job, run: { ...job.run, repositoryId: origin.repository } };
  return reviewedPull(own, pull, { appId: APP, account: undefined }, ports);
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

describe("where another digest was shown in between", () => {
  const first = { madeAt: 1_000, completedAt: 2_000, isSigned: true };
  const between = { madeAt: 4_000, completedAt: 5_000, isSigned: true, digest: OTHER };

  test("what was approved then is not what was shown first", async () => {
    for (const by of [undefined, signer])
      expect(await recordedAt([runOf(late), runOf(between), runOf(first)], {}, by)).toBe(10_000);
  });

  test("not by a check run without a record, nor, with record-key, by one that is not signed", async () => {
    const none = { ...runOf(between), text: "nothing" };
    expect(await recordedAt([runOf(late), none, runOf(first)], {}, undefined)).toBe(2_000);
    const unsigned = runOf({ ...between, isSigned: false });
    expect(await recordedAt([runOf(late), unsigned, runOf(first)], {}, signer)).toBe(2_000);
  });
});

test("with record-key a copy of an older record in a newer check run is as old as what it copies", async () => {
  const older = { madeAt: 1_000, completedAt: 20_000, isSigned: true, digest: OTHER };
  const digestFrom = async (by: Signer | undefined) =>
    (await reviewed([runOf(older), runOf(late)], {}, by)).record?.digest;
  expect(await digestFrom(signer)).toBe(EMPTY.digest);
  expect(await digestFrom(undefined)).toBe(OTHER.digest);
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
