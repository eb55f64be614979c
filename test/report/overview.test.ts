import { existsSync, readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COMMENT_LIMIT, commentMarker, renderComment } from "../../src/report/comment.ts";
import { overviewWork, type PostedComment } from "../../src/report/overview.ts";
import { lineBlock, overviewLine, readLine } from "../../src/report/overviewLine.ts";
import type { ReportView } from "../../src/report/view.ts";
import { openSecrets } from "../../src/secrets/secrets.ts";
import { anyView } from "./arbitraryView.ts";
import { hostileText, parse } from "./hostile.ts";
import { expectOurs } from "./ownStructure.ts";
import { readSituation, viewOf } from "./situations.ts";

const PAGE = "https://github.com/acme/payments/pull/12";
const GOLDEN = new URL("../golden/overview/", import.meta.url);
// UPDATE_GOLDEN=1 writes the files anew; read the difference before you commit it.
const UPDATE = process.env.UPDATE_GOLDEN === "1";

let ids = 0;

function posted(body: string, id = ++ids): PostedComment {
  return { id, url: `${PAGE}#issuecomment-${id}`, body };
}

/** The comment that a run writes of a golden situation, as if another stack were in it. */
function commentOf(situation: string, stackName: string, label?: string): PostedComment {
  const { label: _, ...view } = viewOf(readSituation(situation));
  return commentOn({ ...view, stack: stackName, ...(label === undefined ? {} : { label }) });
}

function commentOn(view: ReportView): PostedComment {
  const { stack: stackName, region, label } = view;
  return posted(renderComment(view, commentMarker({ stackName, region, label })));
}

/** As a run of a version without overviews left it. */
function commentOfEarlier(situation: string, stackName: string): PostedComment {
  const comment = commentOf(situation, stackName);
  return { ...comment, body: comment.body.replace(/<!-- aurora-deploy-action line:1 \S+ -->/, "") };
}

const overviewOf = (comments: readonly PostedComment[]): string =>
  overviewWork(comments)?.write?.body ?? "none is written";

const headlineOf = (comments: readonly PostedComment[]): string => overviewOf(comments).split("\n")[1] ?? "";

describe("the overview of", () => {
  test.for([
    [
      "previews",
      () => [
        commentOf("small-update", "orders-production"),
        commentOf("blocked-destructive", "aurora-production"),
        commentOf("no-changes", "network-production"),
        commentOf("first-deploy", "search-production"),
        commentOf("interruption", "payments-production", "eu"),
        commentOf("outputs-only", "exports-production"),
        commentOf("will-block", "billing-production"),
      ],
    ],
    [
      "a-deploy",
      () => [
        commentOf("deploying", "aurora-production"),
        commentOf("deployed", "orders-production"),
        commentOf("small-update", "payments-production"),
        commentOf("no-changes", "network-production"),
      ],
    ],
    [
      "ends",
      () => [
        commentOf("deployed", "orders-production"),
        commentOf("rolled-back", "aurora-production"),
        commentOf("blocked-stale", "payments-production"),
        commentOf("out-of-date", "search-production"),
        commentOf("no-changes", "network-production"),
        commentOf("timed-out", "reports-production"),
        commentOf("blocked-unreviewed", "billing-production"),
      ],
    ],
    [
      "an-upgrade",
      () => [
        commentOf("small-update", "orders-production"),
        commentOfEarlier("blocked-destructive", "aurora-production"),
      ],
    ],
  ] as const)("%s", ([name, comments]) => {
    ids = 1_000;
    const actual = overviewOf(comments());
    const path = new URL(`${name}.md`, GOLDEN);
    if (UPDATE) writeFileSync(path, `${actual}\n`);
    expect(existsSync(path), `${name}.md is missing: run with UPDATE_GOLDEN=1`).toBe(true);
    expect(`${actual}\n`).toBe(readFileSync(path, "utf8"));
  });
});

describe("there is one", () => {
  const [one, two] = [commentOf("small-update", "one"), commentOf("small-update", "two")];

  test("where two stacks have a comment, or two regions or labels of one stack", () => {
    expect(overviewWork([])).toBeUndefined();
    expect(overviewWork([one])).toBeUndefined();
    expect(overviewOf([one, two])).toContain("2 stacks");
    expect(overviewOf([one, commentOf("small-update", "one", "prod")])).toContain("one · prod · us-east-1");
  });

  test("of doubles of one stack's comment the oldest counts, and they are one stack", () => {
    const double = { ...commentOf("no-changes", "one") };
    expect(overviewWork([one, double])).toBeUndefined();
    expect(overviewOf([one, two, double])).toContain(one.url);
    expect(overviewOf([one, two, double])).not.toContain(double.url);
  });

  test("what our account wrote otherwise is no stack's", () => {
    const others = ["", "hello", `quoted: ${two.body}`, two.body.replace("stack=two", "stack=%E0%A4%A")];
    const lower = two.body.replace("stack=two", "stack=%2d");
    expect(overviewWork([one, ...[...others, lower].map((body) => posted(body))])).toBeUndefined();
  });

  test("and it is right as long as it was made of the comments that are there", () => {
    const made = posted(overviewOf([one, two]));
    expect(overviewWork([one, two, made])).toBeUndefined();
    // Another run's secrets hide a name in it: that makes no other overview.
    expect(overviewWork([one, two, { ...made, body: made.body.replaceAll("two", "***") }])).toBeUndefined();
    const later = { ...commentOf("deployed", "two"), id: two.id };
    expect(overviewWork([one, later, made])?.write?.id).toBe(made.id);
    expect(overviewWork([one, later, made])?.write?.body).toContain("deployed in");
    const third = commentOf("no-changes", "three");
    expect(overviewWork([one, two, made, third])?.write?.body).toContain("3 stacks");
  });

  test("progress of a deploy makes no other one", () => {
    const at = (done: number, now: number) => {
      const view = viewOf(readSituation("deploying"));
      const state = { ...view.state, done, now } as ReportView["state"];
      return { ...commentOn({ ...view, stack: "two", state }), id: two.id };
    };
    const made = posted(overviewOf([one, at(1, 1_000)]));
    expect(at(1, 1_000).body).not.toBe(at(2, 20_000).body);
    expect(overviewWork([one, at(2, 20_000), made])).toBeUndefined();
  });

  test("of two the older stays; with fewer than two stacks none does", () => {
    const [made, again] = [posted(overviewOf([one, two])), posted(overviewOf([one, two]))];
    expect(overviewWork([one, two, made, again])).toEqual({ doubles: [again.id] });
    expect(overviewWork([one, made, again])).toEqual({ doubles: [made.id, again.id] });
  });
});

test("the headline says what changes in all of them together, and then what became of them", () => {
  const preview = commentOf("small-update", "a");
  const other = commentOf("small-update", "b");
  const nothing = commentOf("no-changes", "c");
  expect(headlineOf([preview, other])).toBe("### 🟢 2 stacks: 4 modify");
  expect(headlineOf([preview, nothing])).toBe("### 🟢 2 stacks: 2 modify");
  expect(headlineOf([nothing, commentOf("no-changes", "d")])).toBe("### ⚪ 2 stacks: no changes");
  expect(headlineOf([nothing, commentOf("outputs-only", "d")])).toBe(
    "### 🟢 2 stacks: 1 previewed, 1 without changes",
  );
  expect(headlineOf([preview, commentOf("deploying", "d")])).toBe("### 🚀 2 stacks: 2 modify — 1 deploying");
  expect(headlineOf([commentOf("deployed", "d"), commentOf("deployed", "e")])).toBe(
    "### ✅ 2 stacks: all deployed",
  );
  expect(headlineOf([commentOf("deployed", "d"), commentOf("rolled-back", "e")])).toBe(
    "### ❌ 2 stacks: 1 failed, 1 deployed",
  );
  const by = { stack: "a", file: "deployments/a.yaml", wave: 1 };
  const { changes: _, verdict: __, ...bare } = viewOf(readSituation("small-update"));
  const awaiting = commentOn({ ...bare, stack: "b", state: { kind: "awaiting", name: "Vpc", by } });
  expect(headlineOf([preview, awaiting])).toBe("### ⏳ 2 stacks: 2 modify — 1 to be previewed");
  expect(overviewOf([preview, awaiting])).toContain("|  | ⏳ to be previewed after wave 1 |");
});

test("256 stacks with long names fit, each with its link", () => {
  const base = viewOf(readSituation("blocked-destructive"));
  const lineOf = (stack: string, label?: string) => {
    const marker = commentMarker({ stackName: stack, region: base.region, label });
    const view = { ...base, stack, ...(label === undefined ? {} : { label }) };
    return posted([marker, ...lineBlock(view)].join("\n"));
  };
  const long = Array.from({ length: 256 }, (_, n) =>
    lineOf(`${"a-long-name-".repeat(10)}${n}`, `label_${n}`.padEnd(50, "-x")),
  );
  const body = overviewOf(long);
  expect(body.length).toBeLessThanOrEqual(COMMENT_LIMIT);
  for (const { id } of long) expect(body).toContain(`#issuecomment-${id})`);
  expect(body).toContain("256 stacks");
  const usual = overviewOf(Array.from({ length: 256 }, (_, n) => lineOf(`payments-service-${n}`)));
  expect(usual.length).toBeLessThanOrEqual(COMMENT_LIMIT);
  expect(usual.split(`](${PAGE}#issuecomment-`)).toHaveLength(257);
});

test("worst first, then by name, whatever the order of the comments", () => {
  const all = [
    ...["b", "a"].map((name) => commentOf("no-changes", name)),
    ...["d", "c"].map((name) => commentOf("small-update", name)),
    ...["f", "e"].map((name) => commentOf("rolled-back", name)),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      const names = [...overviewOf(shuffled).matchAll(/\[(\w) ·/g)].map(([, name]) => name);
      expect(names).toEqual(["e", "f", "c", "d", "a", "b"]);
    }),
    { numRuns: 50 },
  );
});

describe("whatever the names, and whatever somebody wrote into the comments", () => {
  const LINKS = /^(#issuecomment-\d+|https:\/\/github\.com\/acme\/payments\/pull\/12#issuecomment-\d+)$/;

  const anyLine = fc.record({
    where: hostileText(6),
    state: fc.constantFrom("previewed", "blocked", "failed", "deployed"),
    sign: hostileText(2),
    changes: hostileText(6),
    words: hostileText(6),
  });

  function forged(line: object): string {
    return `<!-- aurora-deploy-action line:1 ${Buffer.from(JSON.stringify(line)).toString("base64url")} -->`;
  }

  test("it holds only our own structure, a row a stack", () => {
    fc.assert(
      fc.property(
        fc.array(anyView(), { maxLength: 4 }),
        fc.array(anyLine, { maxLength: 3 }),
        (views, lines) => {
          const comments = [
            ...views.map((view) => commentOn(view)),
            ...lines.map((line, n) => {
              const marker = commentMarker({ stackName: line.where, region: `r-${n}`, label: undefined });
              return posted(`${marker}\n${forged(line)}`);
            }),
          ];
          const stacks = new Set(comments.map(({ body }) => body.split("\n")[0])).size;
          const work = overviewWork(comments);
          expect(work !== undefined).toBe(stacks >= 2);
          if (work === undefined) return;
          const body = work.write?.body ?? "";
          const tokens = expectOurs(body, LINKS);
          expect(body.split("<!--")).toHaveLength(2);
          expect(tokens.filter(({ type }) => type === "tr_open")).toHaveLength(1 + stacks);
          expect(tokens.filter(({ type }) => type === "td_open")).toHaveLength(4 * stacks);
          expect(tokens.filter(({ type }) => type === "link_open")).toHaveLength(stacks);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("a line that is none reads as none", () => {
    const good = overviewLine(viewOf(readSituation("small-update"))) ?? {};
    expect(readLine(forged(good))).toEqual(good);
    for (const bad of [
      null,
      [],
      {},
      { ...good, state: "toString" },
      { ...good, level: "fine" },
      { ...good, words: "x".repeat(201) },
      { ...good, counts: { add: 1 } },
      { ...good, counts: { add: -1, modify: 0, replace: 0, remove: 0, import: 0, other: 0 } },
    ])
      expect(readLine(forged(bad ?? {}))).toBeUndefined();
    expect(readLine("<!-- aurora-deploy-action line:1 AAAA -->")).toBeUndefined();
  });
});

test("a secret is in no line: nobody who hides it later can see it there", () => {
  const secrets = openSecrets();
  secrets.learn(["hunter2-hunter2"]);
  const view = { ...viewOf(readSituation("small-update")), secrets, stack: "app-hunter2-hunter2" };
  expect(readLine(lineBlock(view).join(""))?.where).toBe("app-(redacted) · us-east-1");
});

test("every row of the golden overviews is in a table", () => {
  const [rows] = [parse(readFileSync(new URL("previews.md", GOLDEN), "utf8"))];
  expect(rows.filter(({ type }) => type === "tr_open")).toHaveLength(8);
});
