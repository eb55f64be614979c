import { expect, test } from "vitest";
import type { ResourceChange } from "../../../src/changes/model.ts";
import { keepFindings } from "../../../src/flows/change/keeping.ts";
import { stack } from "../../changes/items/examples.ts";

const inputs = { onFailure: "keep", region: "eu-west-1" };

function change(logicalId: string, replacement: string, action = "Modify") {
  return { stackPath: [], logicalId, action, replacement } as unknown as ResourceChange;
}

function found(resources: readonly ResourceChange[], given: object = {}, live = { ...stack, name: "app" }) {
  return keepFindings({ inputs: { ...inputs, ...given } } as never, live, { resources });
}

const replaced = [change("Queue", "True"), change("Topic", "False"), change("Role", "Conditional")];

test("who is replaced with rollback disabled is warned of: CloudFormation fails that", () => {
  const [finding, ...others] = found(replaced);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ level: "warning" });
  expect(finding?.message).toContain("this replaces Queue, Role, and");
  expect(finding?.message).toMatch(/Deploy this with on-failure: rollback\.$/);
});

test("what may be replaced may fail", () => {
  expect(found([change("Role", "Conditional")])[0]?.message).toContain("this may replace Role, and");
});

test("a stack that is kept already takes no deploy that rolls back: it is rolled back first", () => {
  const [finding] = found(replaced, {}, { ...stack, name: "app", status: "UPDATE_FAILED" });
  expect(finding?.message).toContain(
    "aws cloudformation rollback-stack --region eu-west-1 --stack-name app), then deploy this",
  );
});

test("of many only the first are named", () => {
  const many = Array.from({ length: 8 }, (_, index) => change(`R${index}`, "True"));
  expect(found(many)[0]?.message).toContain("R0, R1, R2, R3, R4 and 3 more, and");
});

test("nothing is said where nothing is replaced, or CloudFormation rolls back", () => {
  expect(found([change("Topic", "False"), change("New", "True", "Add")])).toEqual([]);
  for (const onFailure of ["rollback", "delete"]) expect(found(replaced, { onFailure })).toEqual([]);
});
