import { expect, test } from "vitest";
import { deployedValue } from "../../../src/flows/change/templatePairs.ts";
import { parseTemplate } from "../../../src/template/text/parse.ts";

// What is hidden wherever AWS repeats it is the text, not the number.
test("the deployed template has its numbers as the texts that CloudFormation makes of them", () => {
  const text =
    '{"Parameters": {"Pin": {"Type": "String", "NoEcho": true, "Default": 1234567.10}}, "Resources": {}}';
  const before = parseTemplate(text, "the deployed template");
  const pair = { stackPath: [], before, after: undefined };
  const nested = {
    stackPath: ["Nested"],
    before: parseTemplate('{"Resources": {}}', "t.json"),
    after: undefined,
  };
  const compared = { templates: [nested, pair], contents: { has: new Map(), wants: new Map() }, unseen: [] };
  expect(deployedValue(compared)).toEqual({
    Parameters: { Pin: { Type: "String", NoEcho: true, Default: "1234567.10" } },
    Resources: {},
  });
});
