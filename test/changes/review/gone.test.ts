import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../../src/template/model.ts";
import { bound } from "../items/examples.ts";
import { type Asked, nestedUrl, openAccount } from "./deployedStack.ts";
import { differencesBetween } from "./unionExamples.ts";

// A pull request removes what takes something from a resource that another one changes: CloudFormation lists it in that one's preview,
// as long as it is there.

const arn = { "Fn::GetAtt": ["Fn", "Arn"] };
const fn = (key: string, more: JsonObject = {}): Json => ({
  Type: "AWS::Lambda::Function",
  Properties: { Code: { S3Bucket: "b", S3Key: key }, Handler: "h", Role: "arn:aws:iam::1:role/r", ...more },
});
const rule = (more: JsonObject = {}, properties: JsonObject = {}): Json => ({
  Type: "AWS::Events::Rule",
  Properties: { ScheduleExpression: "rate(1 hour)", Targets: [{ Id: "t", Arn: arn }], ...properties },
  ...more,
});
const permission: Json = {
  Type: "AWS::Lambda::Permission",
  Properties: { Action: "lambda:InvokeFunction", FunctionName: arn, Principal: "events.amazonaws.com" },
};

const asked = (Resources: JsonObject, more: JsonObject = {}): Asked => ({
  templates: { "": { Resources, ...more } },
});

const START = asked({ Fn: fn("1"), Rule: rule(), Permission: permission });
const REMOVAL = asked({ Fn: fn("1") });
const CODE = asked({ Fn: fn("2"), Rule: rule(), Permission: permission });
const BOTH = asked({ Fn: fn("2") });

/** An account with a stack, where what takes an attribute of a resource is listed with it. */
async function withStack(start: Asked) {
  const account = openAccount();
  account.aws.faults.add({ scenario: "uncertain-attributes" });
  await account.deploy(start);
  return account;
}

test("what one pull request removes is left out of the review of another, in one deploy and one after the other", async () => {
  const account = await withStack(START);
  const [removal, code] = [await account.preview(REMOVAL), await account.preview(CODE)];
  expect([...code.items.keys()]).toContain("property Rule /Properties/Targets/0/Arn");
  const both = await account.preview(BOTH);
  expect(differencesBetween(both, code, removal)).toEqual([]);
  expect(differencesBetween(both, removal, code)).toEqual([]);
  await account.deploy(REMOVAL);
  expect(differencesBetween(await account.preview(BOTH), code)).toEqual([]);
});

test("also with the nested stack that it is in", async () => {
  const net = {
    Parameters: { Arn: { Type: "String" } },
    Resources: { Rule: rule({}, { Targets: [{ Id: "t", Arn: { Ref: "Arn" } }] }) },
  };
  const Net = {
    Type: "AWS::CloudFormation::Stack",
    Properties: { TemplateURL: nestedUrl("Net"), Parameters: { Arn: arn } },
  };
  const whole = (key: string): Asked => ({
    templates: { "": { Resources: { Fn: fn(key), Net } }, Net: net },
  });
  const account = await withStack(whole("1"));
  const [removal, code] = [await account.preview(asked({ Fn: fn("1") })), await account.preview(whole("2"))];
  expect([...code.items.keys()]).toContain("resource Net");
  expect(differencesBetween(await account.preview(BOTH), code, removal)).toEqual([]);
  await account.deploy(REMOVAL);
  expect(differencesBetween(await account.preview(BOTH), code)).toEqual([]);
});

describe("nothing is left out", () => {
  test("whose removal nobody reviewed", async () => {
    const account = await withStack(START);
    const code = await account.preview(CODE);
    const found = differencesBetween(await account.preview(BOTH), code);
    for (const item of ["definition Rule", "resource Rule", "definition Permission"])
      expect(found).toContain(`in-no-record ${item}`);
  });

  test("that the other pull request edits itself", async () => {
    const account = await withStack(START);
    const hourly = rule({}, { ScheduleExpression: "rate(2 hours)" });
    const edit = await account.preview(asked({ Fn: fn("2"), Rule: hourly, Permission: permission }));
    const removal = await account.preview(REMOVAL);
    const left = "not-present definition Rule /Properties/ScheduleExpression";
    expect(differencesBetween(await account.preview(BOTH), edit, removal)).toEqual([left]);
    await account.deploy(REMOVAL);
    expect(differencesBetween(await account.preview(BOTH), edit)).toEqual([left]);
  });

  test("that the other pull request makes", async () => {
    const account = await withStack(REMOVAL);
    const making = await account.preview(CODE);
    expect(differencesBetween(await account.preview(BOTH), making)).toEqual([
      "not-present definition Rule",
      "not-present definition Permission",
    ]);
  });

  test("that is only switched off: the template has it, and another change may switch it on again", async () => {
    const off = (key: string, isOn: string): Asked => ({
      templates: {
        "": {
          Parameters: { On: { Type: "String" } },
          Conditions: { IsOn: { "Fn::Equals": [{ Ref: "On" }, "yes"] } },
          Resources: { Fn: fn(key), Rule: rule({ Condition: "IsOn" }) },
        },
      },
      parameters: { On: isOn },
    });
    const account = await withStack(off("1", "yes"));
    const [removal, code] = [await account.preview(off("1", "no")), await account.preview(off("2", "yes"))];
    const left = "not-present property Rule /Properties/Targets/0/Arn";
    expect(differencesBetween(await account.preview(off("2", "no")), code, removal)).toContain(left);
    await account.deploy(off("1", "no"));
    expect(differencesBetween(await account.preview(off("2", "no")), code)).toContain(left);
  });

  test("that is off, and that the other pull request switches on, with what takes it", async () => {
    const cache = (isOn: string, more: JsonObject): Asked => ({
      templates: {
        "": {
          Parameters: { On: { Type: "String" } },
          Conditions: { IsOn: { "Fn::Equals": [{ Ref: "On" }, "yes"] } },
          Resources: { Fn: fn("1", { Description: { "Fn::If": ["IsOn", "cache", "none"] } }), ...more },
        },
      },
      parameters: { On: isOn },
    });
    const queue = { Q: { Type: "AWS::SQS::Queue", Condition: "IsOn" } };
    const account = await withStack(cache("no", queue));
    const [removal, turn] = [
      await account.preview(cache("no", {})),
      await account.preview(cache("yes", queue)),
    ];
    const both = await account.preview(cache("yes", {}));
    expect(differencesBetween(both, turn, removal)).toContain("not-present values Q");
    expect(differencesBetween(both, turn)).toContain("not-present values Q");
  });

  test("but what a condition keeps in until now", async () => {
    const on = (key: string, more: JsonObject = {}): Asked => ({
      templates: {
        "": {
          Conditions: { IsOn: { "Fn::Equals": ["yes", "yes"] } },
          Resources: { Fn: fn(key), ...more },
        },
      },
    });
    const ruled = { Rule: rule({ Condition: "IsOn" }) };
    const account = await withStack(on("1", ruled));
    const [removal, code] = [await account.preview(on("1")), await account.preview(on("2", ruled))];
    expect(differencesBetween(await account.preview(on("2")), code, removal)).toEqual([]);
  });

  test.for<readonly [string, Json]>([
    [
      "of the same type",
      rule({}, { Targets: [{ Id: "t", Arn: "arn:aws:lambda:us-east-1:1:function:other" }] }),
    ],
    ["of another type", { Type: "AWS::SNS::Topic" }],
  ])("that is made anew under its name, %s", async ([, Rule]) => {
    const account = await withStack(START);
    const code = await account.preview(CODE);
    await account.deploy(REMOVAL);
    const [anew, left] = [
      asked({ Fn: fn("1"), Rule }),
      "not-present property Rule /Properties/Targets/0/Arn",
    ];
    const making = await account.preview(anew);
    expect(differencesBetween(await account.preview(asked({ Fn: fn("2"), Rule })), code, making)).toContain(
      left,
    );
    await account.deploy(anew);
    expect(differencesBetween(await account.preview(asked({ Fn: fn("2"), Rule })), code)).toContain(left);
  });
});

describe("what is kept when it leaves is not gone with one deploy:", () => {
  const nested = (template: JsonObject, more: JsonObject = {}): Asked => ({
    templates: {
      "": {
        Resources: {
          Fn: fn("1"),
          Net: {
            Type: "AWS::CloudFormation::Stack",
            Properties: { TemplateURL: nestedUrl("Net") },
            ...more,
          },
        },
      },
      Net: template,
    },
  });
  const keeps = { DeletionPolicy: "Retain" };

  test.for<readonly [string, Asked, Asked, string]>([
    ["by its policy", asked({ Fn: fn("1"), Rule: rule(keeps) }), REMOVAL, "Rule"],
    [
      "by a policy for when it was not only just made",
      asked({ Fn: fn("1"), Rule: rule({ DeletionPolicy: "RetainExceptOnCreate" }) }),
      REMOVAL,
      "Rule",
    ],
    [
      "by a policy that a function gives",
      asked({ Fn: fn("1"), Rule: rule({ DeletionPolicy: { Ref: "Policy" } }) }),
      REMOVAL,
      "Rule",
    ],
    ["in a nested stack that leaves", nested({ Resources: { Rule: rule(keeps) } }), REMOVAL, "Net/Rule"],
    ["with the nested stack around it", nested({ Resources: { Rule: rule() } }, keeps), REMOVAL, "Net/Rule"],
    [
      "perhaps, where nobody can read the nested stack",
      asked({ Fn: fn("1"), Net: { Type: "AWS::CloudFormation::Stack" } }),
      REMOVAL,
      "Net/Rule",
    ],
    [
      "perhaps, where a macro gives the policies",
      asked({ Fn: fn("1"), Rule: rule() }, { Transform: "Own" }),
      REMOVAL,
      "Rule",
    ],
  ])("%s", async ([, start, removal, key]) => {
    const isGone = (before: Asked) => {
      const paths = [...new Set([before, removal].flatMap(({ templates }) => Object.keys(templates)))];
      const read = ({ templates }: Asked, path: string) => {
        const value = templates[path];
        return value && { value };
      };
      return bound({
        templates: paths.map((path) => ({
          stackPath: path === "" ? [] : [path],
          before: read(before, path),
          after: read(removal, path),
        })),
      }).isGone(key);
    };
    expect(isGone(start)).toBe(false);
    // No template tells any more that it was kept.
    expect(isGone(removal)).toBe(true);
  });

  test("what is said of its parts blocks", async () => {
    const account = await withStack(asked({ Fn: fn("1"), Rule: rule(keeps), Permission: permission }));
    const code = await account.preview(asked({ Fn: fn("2"), Rule: rule(keeps), Permission: permission }));
    const removal = await account.preview(REMOVAL);
    expect(differencesBetween(await account.preview(BOTH), code, removal)).toEqual([
      "not-present property Rule /Properties/Targets/0/Arn",
    ]);
  });

  test("a policy of the nested stack that stays keeps nothing that leaves it", async () => {
    const [start, removal] = [{ Rule: rule(), Fn: fn("1") }, { Fn: fn("1") }].map((Resources) =>
      nested({ Resources }, keeps),
    );
    const account = await withStack(start as Asked);
    expect((await account.preview(removal as Asked)).isGone("Net/Rule")).toBe(true);
  });
});

describe("nobody can tell that it is gone", () => {
  const isGone = (after: JsonObject, key = "Rule") =>
    bound({ templates: [{ stackPath: [], before: { value: after }, after: { value: after } }] }).isGone(key);
  const Safe = { Type: "Acme::Safe::Bucket::MODULE", Properties: {} };
  const Queues = ["Name", ["One"], { "Queue${Name}": { Type: "AWS::SQS::Queue" } }];

  test.for<readonly [string, JsonObject, string]>([
    [
      "where SAM may make it",
      { Transform: "AWS::Serverless-2016-10-31", Resources: { Fn: fn("1") } },
      "FnRule",
    ],
    [
      "where a macro may make it",
      { Resources: { Fn: { ...(fn("1") as JsonObject), "Fn::Transform": { Name: "Own" } } } },
      "Rule",
    ],
    ["where one function makes all", { Resources: { "Fn::Transform": { Name: "AWS::Include" } } }, "Rule"],
    [
      "where a loop may make it, whose list is not known",
      {
        Transform: "AWS::LanguageExtensions",
        Resources: {
          "Fn::ForEach::All": [
            "Name",
            { "Fn::Split": [",", { "Fn::ImportValue": "names" }] },
            { "${Name}": rule() },
          ],
        },
      },
      "Rule",
    ],
    [
      "where a loop makes it",
      { Transform: "AWS::LanguageExtensions", Resources: { "Fn::ForEach::All": Queues } },
      "QueueOne",
    ],
    ["where a module makes it", { Resources: { Safe } }, "SafeBucket"],
    [
      "where it is in a nested stack that nobody can read",
      { Resources: { Net: { Type: "AWS::CloudFormation::Stack" } } },
      "Net/Rule",
    ],
  ])("%s", ([, template, key]) => {
    expect(isGone(template, key)).toBe(false);
  });

  test("where a module in a nested stack makes it", async () => {
    const Net = { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: nestedUrl("Net") } };
    const [root, net] = [{ value: { Resources: { Net } } }, { value: { Resources: { Safe } } }];
    const { isGone: isGoneNow } = bound({
      templates: [
        { stackPath: [], before: root, after: root },
        { stackPath: ["Net"], before: net, after: net },
      ],
    });
    expect(isGoneNow("Net/SafeBucket")).toBe(false);
    expect(isGoneNow("Spare")).toBe(true);
  });

  test("but where a loop makes others", () => {
    const looped = { Transform: "AWS::LanguageExtensions", Resources: { "Fn::ForEach::All": Queues } };
    expect(isGone(looped, "Rule")).toBe(true);
    expect(isGone({ Resources: { Fn: fn("1") } })).toBe(true);
    expect(isGone({ Resources: { Fn: fn("1") } }, "Net/Rule")).toBe(true);
  });
});
