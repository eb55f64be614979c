import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { digestOf } from "../../src/changes/digest.ts";
import { decodeRecord, fittingClaims, RECORD_LIMIT, recordText } from "../../src/changes/review/record.ts";
import { digest, item, items, target } from "../changes/examples.ts";
import { origin } from "../changes/review/examples.ts";
import { type Fixture, finding, openFixture, rejection } from "./fixture.ts";

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture[Symbol.asyncDispose]());

const NAME = "aurora-deploy / app (us-east-1)";
const content = {
  externalId: "x",
  status: "completed",
  conclusion: "success",
  title: "1 modify",
  summary: "all of it",
  annotations: [],
} as const;

test("a record comes back as it was written", async () => {
  const repository = await fixture.repository();
  const { checks } = fixture.connect(repository);
  const sha = await repository.tip("main");
  const text = recordText(fittingClaims({ digest, origin, shown: items }), "bWFj");
  await checks.create(sha, NAME, { ...content, externalId: digest.digest, text });
  const [run] = await fixture.connect(repository).checks.list(sha, NAME);
  expect(run).toMatchObject({
    appId: 15368,
    name: NAME,
    headSha: sha,
    status: "completed",
    conclusion: "success",
  });
  expect(decodeRecord(run?.text ?? "", run?.externalId ?? "")).toMatchObject({
    kind: "record",
    record: { ...origin, digest: digest.digest, items: digest.items, shown: items, mac: "bWFj" },
  });
});

test("the largest record is not refused", async () => {
  const repository = await fixture.repository();
  const { checks } = fixture.connect(repository);
  const many = new Map([...Array(200).keys()].map((n) => [`tag ${n}`, item(null, `"${"ü".repeat(50)}"`)]));
  const made = digestOf(target, many);
  const padded = new Map([["tag 0", item(null, `"${"ü".repeat(20_000)}"`)]]);
  const text = recordText(fittingClaims({ digest: made, origin, shown: padded }), undefined);
  expect(Buffer.byteLength(text)).toBeGreaterThan(RECORD_LIMIT * 0.9);
  const run = await checks.create(await repository.tip("main"), NAME, {
    ...content,
    externalId: made.digest,
    text,
  });
  expect(decodeRecord(run.text, run.externalId)).toMatchObject({ record: { items: made.items } });
});

test("all check runs of a name, every app's, through all pages, newest first", async () => {
  const repository = await fixture.repository();
  const sha = await repository.tip("main");
  const ours = fixture.connect(repository).checks;
  const other = fixture.connect(
    repository,
    fixture.github.token({ app: "other-app", permissions: { checks: "write" } }),
  ).checks;
  for (let n = 0; n < 105; n++) await ours.create(sha, NAME, { ...content, externalId: `ours ${n}` });
  await other.create(sha, NAME, { ...content, externalId: "theirs" });
  await ours.create(sha, `${NAME} / deploy`, { ...content, externalId: "another name" });
  const runs = await ours.list(sha, NAME);
  expect(runs).toHaveLength(106);
  expect(runs[0]).toMatchObject({ externalId: "theirs", appId: 424242 });
  expect(runs[1]).toMatchObject({ externalId: "ours 104", appId: 15368 });
  expect(runs.at(-1)?.externalId).toBe("ours 0");
  expect(runs.map(({ id }) => id)).toEqual(runs.map(({ id }) => id).toSorted((a, b) => b - a));
});

test("another app's check run cannot be altered", async () => {
  const repository = await fixture.repository();
  const sha = await repository.tip("main");
  const run = await fixture.connect(repository).checks.create(sha, NAME, content);
  const other = fixture.connect(
    repository,
    fixture.github.token({ app: "other-app", permissions: { checks: "write" } }),
  ).checks;
  expect(await rejection(other.update(run.id, { ...content, externalId: "forged" }))).toMatchObject({
    reasonCode: "access-denied",
  });
  expect((await other.list(sha, NAME))[0]?.externalId).toBe("x");
});

describe("annotations", () => {
  test.for([0, 1, 50, 51, 120])("%i of them, all on their lines", async (count) => {
    const repository = await fixture.repository();
    const { checks } = fixture.connect(repository);
    const annotations = Array.from({ length: count }, (_, line) => finding(line + 1));
    const run = await checks.create(await repository.tip("main"), NAME, { ...content, annotations });
    const [made] = await repository.checkRuns("main");
    expect(made).toMatchObject({
      id: run.id,
      conclusion: "success",
      external_id: "x",
      output: { annotations_count: count, title: "1 modify" },
    });
  });

  test("what has no place in a file is left out", async () => {
    const repository = await fixture.repository();
    const { checks } = fixture.connect(repository);
    await checks.create(await repository.tip("main"), NAME, {
      ...content,
      annotations: [{ level: "error", message: "nowhere" }, finding(3)],
    });
    expect((await repository.checkRuns("main"))[0]?.output.annotations_count).toBe(1);
  });
});

test("an update completes what was begun, and keeps who and where", async () => {
  const repository = await fixture.repository();
  const { checks } = fixture.connect(repository);
  const sha = await repository.tip("main");
  const { conclusion: _none, ...begun } = content;
  const run = await checks.create(sha, NAME, { ...begun, status: "in_progress", externalId: "" });
  expect(run).toMatchObject({ status: "in_progress", completedAt: 0 });
  expect(run.startedAt).toBeGreaterThan(0);
  fixture.github.advance(60);
  const done = await checks.update(run.id, { ...content, conclusion: "failure" });
  expect(done).toMatchObject({
    id: run.id,
    headSha: sha,
    status: "completed",
    conclusion: "failure",
    externalId: "x",
  });
  // The sandbox goes by the real clock, which goes on.
  expect(done.completedAt - done.startedAt).toBeGreaterThanOrEqual(60_000);
  expect(done.startedAt).toBe(run.startedAt);
});

test("a title of any length", async () => {
  const repository = await fixture.repository();
  const { checks } = fixture.connect(repository);
  await checks.create(await repository.tip("main"), NAME, { ...content, title: "t".repeat(1_000) });
  expect((await repository.checkRuns("main"))[0]?.output.title).toHaveLength(255);
});

test("without checks: write the error names it", async () => {
  const repository = await fixture.repository();
  const token = fixture.github.token({ permissions: { contents: "read", checks: "read" } });
  const { checks } = fixture.connect(repository, token);
  const sha = await repository.tip("main");
  expect(await rejection(checks.create(sha, NAME, content))).toMatchObject({
    name: "ActionError",
    reasonCode: "access-denied",
    hint: expect.stringContaining("checks: write"),
  });
  expect(await checks.list(sha, NAME)).toEqual([]);
});

test("a person's token cannot write check runs, and the error says so", async () => {
  const repository = await fixture.repository();
  const { checks } = fixture.connect(repository, fixture.github.userToken("alice"));
  expect(await rejection(checks.create(await repository.tip("main"), NAME, content))).toMatchObject({
    reasonCode: "access-denied",
    message: expect.stringContaining("GitHub App"),
  });
});
