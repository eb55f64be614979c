// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the notation of Fn::ForEach.
import { describe, expect, it } from "vitest";
import { lackingCapability, neededCapabilities } from "../../src/template/capabilities.ts";
import type { Json, JsonObject } from "../../src/template/model.ts";

const SAM = { Transform: "AWS::Serverless-2016-10-31" };
const of = (resource: JsonObject, rest: JsonObject = {}): JsonObject => ({
  ...rest,
  Resources: { R: resource },
});
const topic = { Type: "AWS::SNS::Topic" };
const iam = (type: string, properties: JsonObject = {}) => ({
  Type: `AWS::IAM::${type}`,
  Properties: properties,
});
const sam = (type: string, properties: JsonObject = {}) =>
  of({ Type: `AWS::Serverless::${type}`, Properties: properties }, SAM);

/** A function that has a role, with a preference of its own, in a template that has one for all. */
function withGlobals(shared: JsonObject, own?: JsonObject) {
  const Properties = { Role: "r", ...(own && { DeploymentPreference: own }) };
  const R: JsonObject = { Type: "AWS::Serverless::Function", Properties };
  return { ...SAM, Globals: { Function: { DeploymentPreference: shared } }, Resources: { R } };
}
function ignoring(IgnoreGlobals: Json): JsonObject {
  const { Resources, ...rest } = withGlobals({ Type: "Linear" });
  return { ...rest, Resources: { R: { ...Resources.R, IgnoreGlobals } } };
}
const loopOf = ({ Resources, ...rest }: ReturnType<typeof withGlobals>) => ({ ...rest, ...loop(Resources) });
const loop = (body: JsonObject) => ({ Resources: { "Fn::ForEach::N": ["N", ["a", "b"], body] } });

describe("what a change set needs acknowledged", () => {
  it.each<[string, JsonObject, readonly JsonObject[], readonly string[]]>([
    ["nothing", of(topic), [], []],
    ["IAM", of(iam("Role")), [], ["CAPABILITY_IAM"]],
    [
      "IAM beside other resources",
      { Resources: { A: topic, B: iam("Role"), C: topic } },
      [],
      ["CAPABILITY_IAM"],
    ],
    [
      "a named role beside others",
      { Resources: { A: topic, B: iam("Role"), C: iam("User", { UserName: "x" }) } },
      [],
      ["CAPABILITY_NAMED_IAM"],
    ],
    [
      "nothing for what is no resource",
      { Resources: { A: null, B: "AWS::IAM::Role", C: [iam("Role")] } },
      [],
      [],
    ],
    ["nothing without resources", {}, [{ Resources: null }], []],
    ["IAM in a loop", loop({ "R${N}": iam("Role") }), [], ["CAPABILITY_IAM"]],
    [
      "a named role in a loop",
      loop({ "R${N}": iam("Role", { RoleName: "x" }) }),
      [],
      ["CAPABILITY_NAMED_IAM"],
    ],
    ["IAM in a loop in a loop", loop(loop({ "R${N}": iam("Role") }).Resources), [], ["CAPABILITY_IAM"]],
    [
      "IAM beside a loop, in one of a nested stack",
      { Resources: { ...loop({ "T${N}": topic }).Resources, T: topic } },
      [loop({ "T${N}": topic, "R${N}": iam("User", { UserName: "x" }) })],
      ["CAPABILITY_NAMED_IAM"],
    ],
    ["a loop of other things", loop({ "T${N}": topic }), [], []],
    [
      "a loop that is none",
      { Resources: { "Fn::ForEach::N": ["N", ["a"]], "Fn::ForEach::M": null } },
      [],
      [],
    ],
    [
      "a SAM application in a loop",
      loop({ "A${N}": { Type: "AWS::Serverless::Application" } }),
      [],
      ["CAPABILITY_AUTO_EXPAND"],
    ],
    ["a named role", of(iam("Role", { RoleName: { Ref: "X" } })), [], ["CAPABILITY_NAMED_IAM"]],
    [
      "a policy's own name is no custom name of a resource",
      of(iam("Policy", { PolicyName: "x" })),
      [],
      ["CAPABILITY_IAM"],
    ],
    ["IAM in a nested stack", of(topic), [of(iam("User", { UserName: "x" }))], ["CAPABILITY_NAMED_IAM"]],
    ["its own macro", of(topic, { Transform: "M" }), [], []],
    ["its own macros, AWS's too", of(topic, { Transform: ["AWS::LanguageExtensions", "M"] }), [], []],
    ["its own include", of({ "Fn::Transform": { Name: "AWS::Include" } }), [], []],
    ["a macro in a nested stack", of(topic), [of(topic), of(topic, SAM)], ["CAPABILITY_AUTO_EXPAND"]],
    [
      "an include in a nested stack",
      of(topic),
      [of({ "Fn::Transform": { Name: "AWS::Include" } })],
      ["CAPABILITY_AUTO_EXPAND"],
    ],
    [
      "a property named Transform in a nested stack",
      of(topic),
      [of({ ...topic, Properties: { Transform: "day" } })],
      [],
    ],
    ["a nested SAM application", sam("Application"), [], ["CAPABILITY_AUTO_EXPAND"]],
    [
      "a nested SAM application beside others",
      { ...SAM, Resources: { A: topic, B: { Type: "AWS::Serverless::Application" } } },
      [],
      ["CAPABILITY_AUTO_EXPAND"],
    ],
  ])("%s", (_, root, nested, expected) => {
    expect(neededCapabilities(root, nested)).toEqual(expected);
  });

  it.each<[string, JsonObject, readonly string[]]>([
    ["a function without a role", sam("Function"), ["CAPABILITY_IAM"]],
    ["a function with one", sam("Function", { Role: { Ref: "R" } }), []],
    [
      "with one perhaps",
      sam("Function", { Role: { "Fn::If": ["A", "r", { Ref: "AWS::NoValue" }] } }),
      ["CAPABILITY_IAM"],
    ],
    [
      "with a role and a schedule",
      sam("Function", { Role: "r", Events: { E: { Type: "ScheduleV2" } } }),
      ["CAPABILITY_IAM"],
    ],
    [
      "with a role and several events, a schedule among them",
      sam("Function", { Role: "r", Events: { A: { Type: "Api" }, E: { Type: "ScheduleV2" }, O: "odd" } }),
      ["CAPABILITY_IAM"],
    ],
    ["with a role and another event", sam("Function", { Role: "r", Events: { E: { Type: "Api" } } }), []],
    [
      "with a role and a preference",
      sam("Function", { Role: "r", DeploymentPreference: { Type: "Linear" } }),
      ["CAPABILITY_IAM"],
    ],
    [
      "a preference that is off",
      sam("Function", { Role: "r", DeploymentPreference: { Enabled: false } }),
      [],
    ],
    ["a preference with a role", sam("Function", { Role: "r", DeploymentPreference: { Role: "r" } }), []],
    ["a preference of Globals", withGlobals({ Type: "Linear" }), ["CAPABILITY_IAM"]],
    ["a preference of Globals, in a loop", loopOf(withGlobals({ Type: "Linear" })), ["CAPABILITY_IAM"]],
    ["one of Globals that has a role", withGlobals({ Type: "Linear", Role: "r" }), []],
    ["one that the function turns off", withGlobals({ Type: "Linear" }, { Enabled: "false" }), []],
    [
      "one that the function turns on",
      withGlobals({ Enabled: false }, { Enabled: true }),
      ["CAPABILITY_IAM"],
    ],
    ["one that the function takes a role for", withGlobals({ Type: "Linear" }, { Role: "r" }), []],
    ["one that is ignored", ignoring("*"), []],
    ["one that is ignored by its name", ignoring(["Timeout", "DeploymentPreference"]), []],
    ["one that is not ignored", ignoring(["Timeout"]), ["CAPABILITY_IAM"]],
    [
      "one of Globals, where no function is",
      { ...of(topic, SAM), Globals: { Function: { DeploymentPreference: { Type: "Linear" } } } },
      [],
    ],
    ["a state machine, for its events", sam("StateMachine", { Role: "r" }), ["CAPABILITY_IAM"]],
    ["a connector", sam("Connector"), ["CAPABILITY_IAM"]],
    ["an embedded connector", of({ ...topic, Connectors: {} }, SAM), ["CAPABILITY_IAM"]],
    ["a table, an API", sam("SimpleTable"), []],
    ["a type that AWS will add", sam("Next"), ["CAPABILITY_IAM"]],
  ])("of SAM: %s", (_, root, expected) => {
    expect(neededCapabilities(root, [])).toEqual(expected);
  });
});

describe("what a change set lists that nobody acknowledged", () => {
  const role = { type: "AWS::IAM::Role", properties: { Path: "/" } };
  const named = { type: "AWS::IAM::Role", properties: { RoleName: "app" } };
  const queue = { type: "AWS::SQS::Queue", properties: undefined };

  it.each([
    ["nothing of IAM", [queue], [], undefined],
    ["a role", [queue, role], [], "CAPABILITY_IAM"],
    ["a role, granted", [role], ["CAPABILITY_IAM"], undefined],
    ["a named role", [role, named], [], "CAPABILITY_NAMED_IAM"],
    ["a named role, too little granted", [named], ["CAPABILITY_IAM"], "CAPABILITY_NAMED_IAM"],
    ["a named role, granted", [named], ["CAPABILITY_NAMED_IAM"], undefined],
    ["a role whose properties are not told", [{ ...role, properties: undefined }], [], "CAPABILITY_IAM"],
  ] as const)("%s", (_, listed, granted, lacking) => {
    expect(lackingCapability(listed, granted)).toBe(lacking);
  });
});
