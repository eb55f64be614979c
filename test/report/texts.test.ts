import { describe, expect, test } from "vitest";
import type { Risk } from "../../src/changes/verdict/verdict.ts";
import { causeFinding, riskFindings } from "../../src/report/annotations.ts";
import { endingText, headline } from "../../src/report/headline.ts";
import { changeSummary } from "../../src/report/outputs.ts";
import { readHistory } from "../../src/report/sections/history.ts";
import { planLines } from "../../src/report/sections/plan.ts";
import { compareLines, folded } from "../../src/report/text/difference.ts";
import { duration, moment } from "../../src/report/text/words.ts";
import type { JsonPath } from "../../src/template/model.ts";
import { readSituation, viewOf } from "./situations.ts";

function judged(name: string) {
  const { changes, verdict } = viewOf(readSituation(name));
  if (changes === undefined || verdict === undefined) throw new Error(`${name} has no changes`);
  return { changes, verdict };
}

describe("the headline of", () => {
  test.each([
    ["first-deploy", "aurora-production · us-east-1: new stack, 18 add"],
    ["replacement-data-loss", "aurora-production · us-east-1: 3 replace, 1 modify, 1 add"],
    ["outputs-only", "aurora-production · us-east-1: only 2 outputs"],
    ["no-changes", "aurora-production · us-east-1: no changes"],
    ["drift", "aurora-production · us-east-1: 1 modify, 1 sync, 1 add"],
    ["deploying", "aurora-production · us-east-1: deploying, 8 of 18 done"],
    ["deployed", "aurora-production · us-east-1: deployed in 12 min 44 s"],
    ["rolled-back", "aurora-production · us-east-1: rolled back after 1 min 36 s"],
    ["timed-out", "aurora-production · us-east-1: not done after 1 h"],
    [
      "blocked-destructive",
      "aurora-production · us-east-1: 3 replace, 1 modify, 1 add — blocked, data would be lost",
    ],
    ["blocked-stale", "aurora-production · us-east-1: 1 modify — blocked, not what was reviewed"],
    ["awaiting", "orders-production · us-east-1: to be previewed after wave 1"],
    ["fork", "aurora-production · us-east-1: skipped, from a fork"],
  ])("%s is %s", (name, expected) => expect(headline(viewOf(readSituation(name)))).toBe(expected));
});

test("an outcome is the headline without the stack: a line of the history", () => {
  expect(endingText(viewOf(readSituation("scale-change")))).toBe("1 modify");
});

describe("the plan in the log", () => {
  test("is worst first, with causes and risks below their resource", () => {
    const { changes, verdict } = judged("replacement-data-loss");
    expect(planLines(changes, verdict).slice(0, 4)).toEqual([
      "  🛑 replace  AuroraCluster    AWS::RDS::DBCluster  aurora-cluster-production  (replacement: yes, data lost)",
      "      DatabaseName: app → app2 because parameter DatabaseName changed",
      "      ! is replaced and the old one deleted without a snapshot: its data is lost",
      "      ! is replaced but keeps its fixed name, which CloudFormation cannot give to the new one while the old one has it: the deploy will fail. Change DBClusterIdentifier as well",
    ]);
  });

  test("ends with settings, the rest of the template, and risks of no listed resource", () => {
    const { changes, verdict } = judged("settings-only");
    expect(planLines(changes, verdict)).toEqual([
      "  ! aurora-production loses its termination protection: a delete-stack then deletes it with everything in it",
      '  setting notification-arns: (none) → ["arn:aws:sns:us-east-1:123456789012:alerts"]',
      "  setting role: arn:aws:iam::123456789012:role/cfn → arn:aws:iam::123456789012:role/cfn-admin",
      "  setting termination-protection: on → off",
      "  setting CAPABILITY_NAMED_IAM: (none) → granted",
      "  setting on-failure: (none) → keep",
      "  section differs: Transform",
      "  mapping differs: Sizes",
      "  definition differs: Queue /DependsOn",
      "  hook differs: Blue",
    ]);
  });

  test("says once what has several causes, and of no long value that there was none", () => {
    const { changes, verdict } = judged("said-once");
    const lines = planLines(changes, verdict);
    expect(lines.filter((line) => line.endsWith("! would no longer be kept"))).toHaveLength(2);
    expect(lines.slice(-2)).toEqual([
      "      DashboardBody: → known after apply because News, Alerts, Audit and 1 more are replaced",
      "      DashboardBody: → known after apply because parameters Title, Period changed",
    ]);
  });

  test("has the values of a new stack's parameters, and not that all of its template is new", () => {
    const { changes, verdict } = judged("first-deploy");
    const template = [{ name: "section Description", after: "x" }];
    const lines = planLines({ ...changes, template }, verdict);
    expect(lines).toContain("  parameter MaxCapacity: 1");
    expect(lines.join("\n")).not.toContain("differs");
  });

  test("is one line an entry, whatever the names", () => {
    const { changes, verdict } = judged("hostile-names");
    for (const line of planLines(changes, verdict)) expect(line).not.toMatch(/[\n\r\u202e\u200b]/);
  });
});

describe("the change-summary output", () => {
  test("is versioned JSON with counts, verdict and one entry a resource", () => {
    const { changes, verdict } = judged("replacement-data-loss");
    const summary = JSON.parse(changeSummary(changes, verdict));
    expect(summary).toMatchObject({
      version: 1,
      stack: "aurora-production",
      region: "us-east-1",
      type: "UPDATE",
      counts: { add: 1, modify: 1, replace: 3, remove: 0, import: 0, other: 0 },
      verdict: { level: "destructive", unacknowledged: ["AuroraCluster"] },
      parameters: ["DatabaseName"],
    });
    expect(summary.resources).toHaveLength(5);
    expect(summary.resources[0]).toEqual({
      id: "AuroraCluster",
      type: "AWS::RDS::DBCluster",
      action: "Modify",
      replacement: "certain",
      policyAction: "ReplaceAndDelete",
      name: "aurora-cluster-production",
      properties: ["DatabaseName"],
    });
  });

  test("holds no property value", () => {
    const { changes, verdict } = judged("scale-change");
    expect(changeSummary(changes, verdict)).not.toMatch(/"(before|after)"/);
  });
});

describe("findings on the template's lines", () => {
  const template = {
    value: { Resources: { Cluster: { Properties: {} }, Network: {} } },
    locate: (path: JsonPath) => ({ file: "t.json", line: path.length, column: path.join("/").length }),
  };
  const risk = (resource: string, more: Partial<Risk> = {}): Risk => ({
    kind: "data-loss",
    resource,
    type: "T",
    message: "is lost",
    ...more,
  });
  const place = (path: string) => ({ file: "t.json", line: path.split("/").length, column: path.length });

  test("stand at the property, else at the resource, a nested stack's at the nested stack", () => {
    const found = riskFindings(
      [
        risk("Cluster", { property: "DatabaseName" }),
        risk("Cluster", { property: "DeletionPolicy", kind: "weaker-guard" }),
        risk("Cluster", { acknowledgedBy: "label x" }),
        risk("Network/Subnet", { property: "CidrBlock" }),
        risk("Gone"),
      ],
      template,
    );
    expect(found.map(({ location }) => location)).toEqual([
      place("Resources/Cluster/Properties/DatabaseName"),
      place("Resources/Cluster/DeletionPolicy"),
      place("Resources/Cluster"),
      place("Resources/Network"),
      undefined,
    ]);
    expect(found.map(({ level }) => level)).toEqual(["error", "warning", "warning", "error", "error"]);
    expect(found[2]?.message).toBe("Cluster is lost (acknowledged by label x)");
  });

  test("tell where a deploy failed", () => {
    const cause = {
      stackPath: [],
      logicalId: "Cluster",
      type: "AWS::RDS::DBCluster",
      status: "CREATE_FAILED",
      reason: "no",
      at: 1,
    };
    expect(causeFinding(cause, template)).toEqual({
      level: "error",
      message: "Cluster (AWS::RDS::DBCluster) CREATE_FAILED: no",
      logicalId: "Cluster",
      location: place("Resources/Cluster"),
    });
  });
});

describe("a comparison of lines", () => {
  test("keeps what is common, in order", () => {
    const lines = compareLines(["a", "b", "c", "d"], ["a", "x", "c", "d", "e"]);
    expect(lines.map(({ sign, line }) => `${sign}${line}`)).toEqual([" a", "-b", "+x", " c", " d", "+e"]);
  });

  test("folds what did not change", () => {
    const before = Array.from({ length: 20 }, (_, index) => `${index}`);
    const after = before.with(10, "ten");
    expect(folded(compareLines(before, after), 1)).toEqual([
      "  … 9 unchanged lines",
      "  9",
      "- 10",
      "+ ten",
      "  11",
      "  … 8 unchanged lines",
    ]);
  });

  test("gives both sides back, however long they are", () => {
    for (const length of [0, 1, 50, 401, 900]) {
      const before = Array.from({ length }, (_, index) => `b${index % 7}`);
      const after = Array.from({ length: length + 3 }, (_, index) => `b${index % 5}`);
      const lines = compareLines(before, after);
      expect(lines.filter(({ sign }) => sign !== "+").map(({ line }) => line)).toEqual(before);
      expect(lines.filter(({ sign }) => sign !== "-").map(({ line }) => line)).toEqual(after);
    }
  });
});

test.each([
  [0, "0 s"],
  [59_400, "59 s"],
  [60_000, "1 min"],
  [764_000, "12 min 44 s"],
  [3_600_000, "1 h"],
  [3_900_000, "1 h 5 min"],
])("%d ms take %s", (ms, text) => expect(duration(ms)).toBe(text));

test("a moment is in UTC, and nonsense is no error", () => {
  expect(moment(Date.UTC(2026, 2, 1, 14, 5))).toBe("2026-03-01 14:05 UTC");
  expect(moment(1e300)).toBe("unknown time");
});

describe("a history that was tampered with", () => {
  const block = (value: unknown) =>
    `<!-- aurora-deploy-action history:1 ${Buffer.from(JSON.stringify(value)).toString("base64url")} -->`;
  const entry = { at: 1, commit: "4f2c9d1e", text: "1 add", runUrl: "https://github.com/a/b/actions/runs/1" };

  test.each([
    ["no JSON", "<!-- aurora-deploy-action history:1 AAAA -->"],
    ["no list", block({ length: 3 })],
    ["no entries", block([null, 1, "x", {}, []])],
    ["a wrong time", block([{ ...entry, at: "1" }])],
    ["a wrong commit", block([{ ...entry, commit: "<script>" }])],
    ["another scheme", block([{ ...entry, runUrl: "javascript:alert(1)" }])],
  ])("with %s is empty", (_, body) => expect(readHistory(body)).toEqual([]));

  test("is at most twenty entries, the last block's", () => {
    expect(readHistory(`${block([])}\n${block(Array.from({ length: 30 }, () => entry))}`)).toHaveLength(20);
  });
});
