import { expect, test } from "vitest";
import type { CostChange, CostLine, Span } from "../../src/changes/costs/model.ts";
import { renderCheck } from "../../src/report/check.ts";
import { costText } from "../../src/report/sections/costs.ts";
import { renderSummary } from "../../src/report/summary.ts";
import { openSecrets } from "../../src/secrets/secrets.ts";
import { readSituation, viewOf } from "./situations.ts";

function costs(
  from: number,
  to = from,
  lines: readonly Partial<CostLine>[] = [],
  more: Partial<CostChange> = {},
) {
  const change: Span = { from, to };
  const whole = lines.map((line, index) => ({ resource: `R${index}`, type: "T", change, ...line }));
  return costText({ currency: "USD", total: change, lines: whole, unpriced: 0, ...more });
}

test.each([
  [43.8, 700.8, "+$44 to +$701"],
  [-700.8, -43.8, "−$701 to −$44"],
  [-350.4, 131.4, "−$350 to +$131"],
  [0, 350.4, "$0 to +$350"],
  [3.65, 3.65, "+$3.65"],
  [-0.001, 0, "$0"],
  [9.996, 9.996, "+$10"],
  [0.1, 12.4, "+$0.10 to +$12"],
  [1_234_567.8, 1_234_567.8, "+$1,234,568"],
])("%d to %d reads %s", (from, to, expected) => {
  expect(costs(from, to)).toContain(`costs ${expected} a month (`);
});

test("China's money is not taken for dollars", () => {
  expect(costs(12, 12, [], { currency: "CNY" })).toContain("+CN¥12 a month");
});

test("what it is: by kinds, if they are few", () => {
  const acu = { before: "Aurora capacity 0.5 to 8 ACU", after: "Aurora capacity 0.5 to 16 ACU" };
  expect(costs(1, 2, [{ after: "NAT gateway" }, { after: "NAT gateway" }])).toContain("(NAT gateway × 2; ");
  expect(costs(1, 2, [{ before: "NAT gateway" }])).toContain("(no more NAT gateway; ");
  expect(costs(1, 2, [acu])).toContain("(Aurora capacity 0.5 to 8 ACU → 0.5 to 16 ACU; ");
  expect(costs(1, 2, [acu, acu])).toContain("(2 × (Aurora capacity 0.5 to 8 ACU → 0.5 to 16 ACU); ");
  const classes = { before: "db.r6g.large (PostgreSQL)", after: "db.r6g.xlarge (PostgreSQL)" };
  expect(costs(1, 2, [classes])).toContain("(db.r6g.large → db.r6g.xlarge (PostgreSQL); ");
  const kinds = ["one", "two", "three"].map((after) => ({ after }));
  expect(costs(1, 2, kinds)).toContain("(3 resources; ");
});

test("what is not in it is said", () => {
  expect(costs(1, 2)).toContain("without what is paid by use)");
  const found = costs(1, 2, [{ after: "NAT gateway" }], { unpriced: 3 });
  expect(found).toContain("(NAT gateway; 3 resources without a plain price; ");
});

test("the parts are told to the cent, in the summary and the check run too", () => {
  const lines = [
    { resource: "A", type: "T", after: "Aurora capacity 0 to 4 ACU", change: { from: 0, to: 350.4 } },
    { resource: "Network/Gateway", type: "T", before: "NAT gateway", change: { from: -32.85, to: -32.85 } },
  ];
  const told = { currency: "USD", total: { from: -32.85, to: 317.55 }, lines, unpriced: 0 } as const;
  const view = { ...viewOf(readSituation("costs")), costs: told };
  for (const document of [renderSummary(view), renderCheck(view).summary]) {
    expect(document).toContain("Costs: **`−$33 to +$318` a month**");
    expect(document).toContain("| `Network/Gateway` | no more NAT gateway | `−$32.85` |");
    expect(document).toContain("| `$0.00 to +$350.40` |");
  }
});

test("nothing is said where nothing is known", () => {
  expect(renderSummary(viewOf(readSituation("scale-change")))).not.toContain("Costs");
});

test("secrets stay hidden in it", () => {
  const secrets = openSecrets();
  secrets.learn(["hunter2-hunter2"]);
  const view = { ...viewOf(readSituation("costs")), secrets };
  const lines = [
    { resource: "hunter2-hunter2", type: "T", after: "hunter2-hunter2", change: { from: 1, to: 1 } },
  ];
  const told = { currency: "USD", total: { from: 1, to: 1 }, lines, unpriced: 0 } as const;
  expect(renderSummary({ ...view, costs: told })).not.toContain("hunter2");
});
