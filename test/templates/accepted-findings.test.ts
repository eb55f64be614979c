import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { AcceptedFinding } from "../../scripts/policies/model.ts";
import * as aurora from "./aurora.ts";
import * as roles from "./roles.ts";

// Whether they are exactly what comes out, `npm run check:template-policies` says: it installs the checkers.
test.for([
  ["accepted-findings.json", aurora.template],
  ["accepted-role-findings.json", roles.template],
] as const)("%s: every finding has a reason of its own and resources that there are", ([file, template]) => {
  const accepted = JSON.parse(
    readFileSync(join(import.meta.dirname, file), "utf8"),
  ) as readonly AcceptedFinding[];
  for (const { rule, resources, reason } of accepted) {
    expect([rule, reason]).toEqual([rule, expect.stringMatching(/\.$/)]);
    expect([rule, resources.filter((id) => !(id in template.Resources))]).toEqual([rule, []]);
  }
  const keys = accepted.flatMap(({ tool, rule, resources, with: among = [] }) =>
    resources.map((resource) => [tool, rule, resource, ...among].join(" ")),
  );
  expect(new Set(keys).size).toBe(keys.length);
});
