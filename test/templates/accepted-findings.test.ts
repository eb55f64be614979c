import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { AcceptedFinding } from "../../scripts/policies/model.ts";
import { template } from "./aurora.ts";

const accepted = JSON.parse(
  readFileSync(join(import.meta.dirname, "accepted-findings.json"), "utf8"),
) as readonly AcceptedFinding[];

// Whether they are exactly what comes out, `npm run check:template-policies` says: it installs the checkers.
test("every accepted finding has a reason of its own and resources that there are", () => {
  for (const { rule, resources, reason } of accepted) {
    expect([rule, reason]).toEqual([rule, expect.stringMatching(/\.$/)]);
    expect([rule, resources.filter((id) => !(id in template.Resources))]).toEqual([rule, []]);
  }
  const keys = accepted.flatMap(({ tool, rule, resources, with: among = [] }) =>
    resources.map((resource) => [tool, rule, resource, ...among].join(" ")),
  );
  expect(new Set(keys).size).toBe(keys.length);
});
