import { expect, test } from "vitest";
import { encodeMark } from "../../../src/changes/review/mark.ts";
import { DISCOVER_CHECK, encodeSettlements } from "../../../src/deployments/settlements.ts";
import { newerDeployOf } from "../../../src/flows/review/deployMarks.ts";
import type { CheckRun, Checks, Pulls } from "../../../src/ports/github.ts";
import type { SourceFile } from "../../../src/ports/local.ts";
import { jobOf } from "../world.ts";

const OLD = "a".repeat(40);
const NEW = "b".repeat(40);
const OURS = { account: "123456789012" };
const template: SourceFile = { path: "./stack.json", blob: "1", isLinked: false };
const code: SourceFile = { path: "src", blob: "2", isFolder: true, isLinked: false };

const settlement = { commit: "c".repeat(40), sources: "d".repeat(64) };
const claim = encodeSettlements(new Map([["app (us-east-1)", settlement]]), []);

interface Newer {
  /** What the newer commit holds at which paths; the old one holds the sources as they are, and workflows `w`. */
  readonly holds?: Readonly<Record<string, string>>;
  readonly run?: Partial<CheckRun>;
  readonly sources?: readonly SourceFile[] | undefined;
}

const SAME = { "stack.json": "1", src: "2", ".github": "w" };

/** A branch with one commit after the old one, on which one check run was left. */
function newerThanOld(
  { holds = SAME, run = {}, sources = [template, code] }: Newer,
  given = {},
  ours: { readonly account: string | undefined } = OURS,
) {
  const made: CheckRun = {
    ...{ id: 1, name: DISCOVER_CHECK, headSha: NEW, appId: 1, externalId: "", status: "completed" },
    ...{ startedAt: 0, completedAt: 0, title: "", text: claim, url: "" },
    ...run,
  };
  const at = async (sha: string, path: string) => (sha === NEW ? holds : SAME)[path as keyof typeof SAME];
  const pulls = { commitsBetween: async () => [NEW], blob: at, tree: at } as unknown as Pulls;
  const list = async (sha: string, name?: string) =>
    sha === NEW && (name ?? made.name) === made.name ? [made] : [];
  const ports = { pulls, checks: { list } as unknown as Checks };
  const deployed = { commit: OLD, branch: "main", ...(sources === undefined ? {} : { sources }) };
  return newerDeployOf(jobOf({ "stack-name": "app", ...given }), deployed, ours, ports);
}

test.for<readonly [string, Newer, boolean]>([
  ["holds another template", { holds: { ...SAME, "stack.json": "9" } }, true],
  ["holds another folder of code", { holds: { ...SAME, src: "9" } }, true],
  ["holds no template", { holds: { src: "2", ".github": "w" } }, true],
  ["holds other workflows", { holds: { ...SAME, ".github": "9" } }, true],
  ["has no workflows any more", { holds: { "stack.json": "1", src: "2" } }, true],
  ["holds the same", {}, false],
  ["holds the same, with a link", { sources: [{ ...template, isLinked: true }] }, true],
  ["is claimed by another app", { holds: {}, run: { appId: 2 } }, true],
  ["is claimed by nobody yet", { holds: {}, run: { text: "" } }, false],
  ["is claimed while it is looked once more", { holds: {}, run: { status: "in_progress" } }, true],
  ["has a claim of another stack", { holds: {}, run: { text: claim.replace("app", "api") } }, false],
  ["has text that is no claim", { holds: {}, run: { text: `app (us-east-1) ${claim}` } }, false],
])("a newer commit that %s, where a discovery found the stack deployed", async ([, newer, isTakenBack]) => {
  expect(await newerThanOld(newer)).toBe(isTakenBack ? NEW : undefined);
});

test("a claim is of one region, and of the stack under whatever label it had", async () => {
  expect(await newerThanOld({ holds: {} }, { label: "prod" })).toBe(NEW);
  expect(await newerThanOld({ holds: {} }, { region: "eu-west-1" })).toBeUndefined();
});

test("a claim of another label is another account's where the discovery knew this one as well", async () => {
  const both = encodeSettlements(new Map([["app (us-east-1)", settlement]]), ["app (prod, us-east-1)"]);
  expect(await newerThanOld({ holds: {}, run: { text: both } }, { label: "prod" })).toBeUndefined();
});

test("a preview asks for marks alone", async () => {
  expect(await newerThanOld({ holds: {}, sources: undefined })).toBe(NEW);
  const marks = { name: "aurora-deploy / app (us-east-1) / deploy", text: "" };
  const digest = "0".repeat(64);
  const begun = encodeMark({ state: "begun", account: OURS.account, digest });
  expect(await newerThanOld({ run: { ...marks, externalId: begun } })).toBe(NEW);
});

test("another label's mark is of the same stack once the account is known", async () => {
  const begun = encodeMark({ state: "begun", account: OURS.account, digest: "0".repeat(64) });
  const run = { name: "aurora-deploy / app (us-east-1) / deploy", text: "", externalId: begun };
  expect(await newerThanOld({ run }, { label: "prod" })).toBe(NEW);
  const unknown = { account: undefined };
  expect(await newerThanOld({ run }, { label: "prod" }, unknown)).toBeUndefined();
  expect(await newerThanOld({ run }, {}, unknown)).toBe(NEW);
});

test("where a discovery had more stacks than its text holds, each may be among those left out", async () => {
  const many = new Map(
    Array.from({ length: 2_000 }, (_, i) => [`stack-${i} (us-east-1)`, settlement] as const),
  );
  const text = encodeSettlements(new Map([...many, ["app (us-east-1)", settlement]]), []);
  expect(text.length).toBeLessThan(65_536);
  expect(await newerThanOld({ holds: {}, run: { text } })).toBe(NEW);
  expect(await newerThanOld({ run: { text } })).toBeUndefined();
});
