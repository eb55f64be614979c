import { describe, expect, test } from "vitest";
import type { TemplatePair } from "../../../src/changes/items/templateItems.ts";
import {
  type Changes,
  KNOWN_AFTER_APPLY,
  type PropertyChange,
  type ResourceChange,
} from "../../../src/changes/model.ts";
import {
  type RedactionOptions,
  redact,
  redactItems,
  redactNamed,
} from "../../../src/changes/redaction/redaction.ts";
import type { Json, JsonObject } from "../../../src/template/model.ts";
import { item, queue } from "../examples.ts";

const R = "(redacted)";
const CHANGES = "(redacted: a hidden value changes)";
const NOTHING: RedactionOptions = { noEcho: [], patterns: [] };
const EMPTY: Changes = {
  target: { stack: "s", region: "us-east-1", account: "123456789012", type: "UPDATE" },
  ...{ resources: [], settings: [], template: [], parameters: [], keptParameters: [], tags: [], outputs: [] },
  capabilities: [],
};
const VALUE = "/Properties/Env/0/Value";

/** A resource with a list of named values, as a context has it. */
const env = (...entries: readonly Json[]): Json => ({ Properties: { Env: entries } });
const both = (context: Json) => ({ before: context, after: context });
const pair = (Name: Json, Value: Json = "x") => ({ Name, Value });

function pairOf(before: Json | undefined, after: Json | undefined, more: JsonObject = {}): TemplatePair {
  const template = (definition: Json | undefined) =>
    definition === undefined ? undefined : { value: { ...more, Resources: { App: definition } } };
  return { stackPath: [], before: template(before), after: template(after) };
}

/** A listed resource of which one place changes from `tiger99` to `tiger77`. */
function changed(path: string, more: Partial<ResourceChange> = {}): ResourceChange {
  const { physicalId: _, ...bare } = queue;
  const detail: PropertyChange = {
    ...{ attribute: "Properties", name: path.split("/")[2] ?? "", path, before: "tiger99", after: "tiger77" },
    ...{ requiresRecreation: "Never", evaluation: "Static" },
  };
  return { ...bare, logicalId: "App", details: [detail], ...more };
}

/** How the sides of a place are shown, in what CloudFormation lists and in the items. */
function sides(path: string, more: Partial<ResourceChange> = {}, options: Partial<RedactionOptions> = {}) {
  const change = changed(path, more);
  const all = { ...NOTHING, ...options };
  const shown = redact({ ...EMPTY, resources: [change] }, all).resources[0]?.details[0];
  const key = [...change.stackPath, change.logicalId].join("/");
  const names = [`property ${key} ${path}`, `definition ${key} ${path}`];
  const items = new Map(names.map((name) => [name, item('"tiger99"', '"tiger77"')]));
  const texts = [...redactItems(items, all, [change]).values()].flatMap(({ before, after }) => [
    before,
    after,
  ]);
  return { before: shown?.before, after: shown?.after, texts: [...new Set(texts)] };
}

const HIDDEN = { before: R, after: CHANGES, texts: [`"${R}"`] };
const SHOWN = { before: "tiger99", after: "tiger77", texts: ['"tiger99"', '"tiger77"'] };

describe("a value in a list, listed by its index", () => {
  test.each([
    ["Name", "Value"],
    ["Key", "Value"],
    ["ParameterKey", "ParameterValue"],
    ["OptionName", "Value"],
    ["HeaderName", "HeaderValue"],
    ["Variable", "Value"],
    ["Name", "StringValue"],
    ["name", "value"],
  ])("is hidden where the %s beside its %s is a secret's, and shown where it is none", (name, value) => {
    const entries = (called: string) => env({ [name]: called, [value]: "x" });
    const told = (called: string) => sides(`/Properties/Env/0/${value}`, both(entries(called)));
    expect(told("DB_PASSWORD")).toEqual(HIDDEN);
    expect(told("LOG_LEVEL")).toEqual(SHOWN);
  });

  test.each<[string, Partial<ResourceChange>]>([
    ["before: another has its place then", { before: env(pair("TOKEN")), after: env(pair("LEVEL")) }],
    ["then: one was put before it", { before: env(pair("LEVEL")), after: env(pair("TOKEN"), pair("LEVEL")) }],
    ["then: there was none", { before: env(), after: env(pair("TOKEN")) }],
    ["when it is made", { action: "Add", after: env(pair("TOKEN")) }],
    ["when it goes", { action: "Remove", before: env(pair("TOKEN")) }],
    ["by any of its names", { action: "Add", after: env({ ...pair("app"), Key: "TOKEN" }) }],
    ["perhaps: its name is not known yet", { action: "Add", after: env(pair(`x-${KNOWN_AFTER_APPLY}`)) }],
    ["perhaps: there is no such place", { before: env(), after: env() }],
    ["perhaps: nothing tells it", {}],
    ["perhaps: what was there is not told", { after: env(pair("LEVEL")) }],
    ["perhaps: what is made of it is not told", { before: env(pair("LEVEL")) }],
    ["perhaps: it was cut off", { before: '{"Properties":{"En', after: env(pair("LEVEL")) }],
  ])("is hidden where it is a secret's %s", (_, told) => {
    expect(sides(VALUE, told)).toEqual(HIDDEN);
  });

  test.each<[string, string, Partial<ResourceChange>]>([
    ["by its own entry, whatever the others are", VALUE, both(env(pair("LEVEL"), pair("TOKEN")))],
    ["by one side, where the other has none", VALUE, { before: env(), after: env(pair("LEVEL")) }],
    ["when it is made", VALUE, { action: "Add", after: env(pair("LEVEL")) }],
    ["when it is taken over", VALUE, { action: "Import", after: env(pair("LEVEL")) }],
    ["when it goes", VALUE, { action: "Remove", before: env(pair("LEVEL")) }],
    ["where nothing names it", VALUE, both(env({ Value: "x" }))],
    ["where it is a name itself", "/Properties/Env/0/Name", both(env(pair("DB_PASSWORD")))],
    ["where only its neighbour is named", "/Properties/Env/0/Other", both(env(pair("DB_PASSWORD")))],
    ["in a context of properties alone", VALUE, both({ Env: [pair("LEVEL")] })],
    ["as a tag", "/Tags/0/Value", both({ Properties: { Tags: [{ Key: "team", Value: "x" }] } })],
    ["in the metadata", "/Metadata/0/Value", both({ Metadata: [pair("LEVEL")], Properties: {} })],
    ["with a sign in its way", "/Properties/a~1b/0/Value", both({ Properties: { "a/b": [pair("LEVEL")] } })],
  ])("is shown %s", (_, path, told) => {
    expect(sides(path, told)).toEqual(SHOWN);
  });

  test("is hidden by what names an object around it, in a list or not", () => {
    const deep = env({ Name: "DB_PASSWORD", Value: [{ a: "x" }] });
    expect(sides(`${VALUE}/0/a`, both(deep))).toEqual(HIDDEN);
    const stored = { Properties: { Name: "/app/db_password", Type: "String", Value: "x" } };
    expect(sides("/Properties/Value", both(stored))).toEqual(HIDDEN);
    const level = { Properties: { ...stored.Properties, Name: "/app/level" } };
    expect(sides("/Properties/Value", both(level))).toEqual(SHOWN);
    const outer = { Properties: { Value: [pair("LEVEL")], Name: "DB_PASSWORD" } };
    expect(sides("/Properties/Value/0/Value", both(outer))).toEqual(HIDDEN);
    const inner = { Properties: { Value: [pair("DB_PASSWORD")], Name: "LEVEL" } };
    expect(sides("/Properties/Value/0/Value", both(inner))).toEqual(HIDDEN);
  });

  test("is hidden by the user's names, and shows neither how it drifted", () => {
    const before = env(pair("CUSTOMER"));
    expect(sides(VALUE, both(before), { patterns: ["cust*"] })).toEqual(HIDDEN);
    expect(sides(VALUE, both(before))).toEqual(SHOWN);
    const path = "/Properties/Env/1/Value";
    const [detail] = changed(path).details;
    const drift = { previous: "tiger1", actual: "tiger2" };
    const details = detail === undefined ? [] : [{ ...detail, drift }];
    const resources = [changed(path, { ...both(env(pair("LEVEL"), pair("DB_PASSWORD"))), details })];
    expect(redact({ ...EMPTY, resources }, NOTHING).resources[0]?.details[0]?.drift).toEqual({
      previous: R,
      actual: CHANGES,
    });
  });

  test("of which only the property's name is told is hidden by what stands beside that", () => {
    const { details, ...change } = changed("/Properties/Value", {
      ...both({ Properties: { Name: "DB_PASSWORD", Value: "x" } }),
    });
    const bare = details.map(({ path: _, ...detail }) => detail);
    const shown = redact({ ...EMPTY, resources: [{ ...change, details: bare }] }, NOTHING);
    expect(shown.resources[0]?.details[0]?.before).toBe(R);
  });
});

describe("a value in a list of which CloudFormation gives no context", () => {
  const told = (...pairs: readonly TemplatePair[]) => sides(VALUE, {}, { templates: pairs });
  const secret = env(pair("DB_PASSWORD"));
  const level = env(pair("LOG_LEVEL"));
  const or = (...branches: readonly Json[]): Json => ({ "Fn::If": ["IsProduction", ...branches] });
  const none = { Ref: "AWS::NoValue" };

  test.each<[string, TemplatePair]>([
    ["deployed", pairOf(secret, level)],
    ["wanted", pairOf(level, secret)],
    ["made", pairOf(undefined, secret)],
    ["in one case", pairOf(level, env(or(pair("LOG_LEVEL"), pair("DB_PASSWORD"))))],
    ["in one case of the list", pairOf(level, { Properties: { Env: or([pair("LEVEL")], [pair("TOKEN")]) } })],
    ["in one case of a case", pairOf(level, env(or(pair("LEVEL"), or(none, pair("TOKEN")))))],
    ["further down, and moves up in one case", pairOf(level, env(or(pair("A"), none), pair("TOKEN")))],
    ["as a part of it is", pairOf(level, env(pair({ "Fn::Sub": `\${Stage}_PASSWORD` })))],
    ["as one of its parts is", pairOf(level, env(pair({ "Fn::Sub": [`\${S}_PASSWORD`, { S: "x" }] })))],
    ["as its parts are", pairOf(level, env(pair({ "Fn::Join": ["_", [{ Ref: "A" }, "API", "KEY"]] })))],
    ["perhaps: a parameter gives the name", pairOf(level, env(pair({ Ref: "Called" })))],
    ["perhaps: a macro makes the entry", pairOf(level, env({ "Fn::Transform": { Name: "Mine" } }))],
    ["perhaps: a function makes the list", pairOf(undefined, { Properties: { Env: { Ref: "List" } } })],
    ["perhaps: a macro puts others in front", pairOf(level, level, { Transform: "Mine" })],
    ["perhaps: it is no resource of the template", { ...pairOf(level, level), stackPath: ["Net"] }],
  ])("is hidden where a template says that it is a secret's: %s", (_, templates) => {
    expect(told(templates)).toEqual(HIDDEN);
  });

  test.each<[string, TemplatePair]>([
    ["deployed and wanted", pairOf(level, level)],
    ["in each case", pairOf(level, env(or(pair("LOG_LEVEL"), pair("LEVEL"))))],
    ["beside another in one case", pairOf(level, env(or(pair("LEVEL"), none), pair("A")))],
    ["with loops that put nothing in a list", pairOf(level, level, { Transform: "AWS::LanguageExtensions" })],
  ])("is shown where no template says so: %s", (_, templates) => {
    expect(told(templates)).toEqual(SHOWN);
  });

  test("is judged by the context of the side that has one", () => {
    const templates = [pairOf(secret, secret)];
    expect(sides(VALUE, both(level), { templates })).toEqual(SHOWN);
    expect(sides(VALUE, { before: level }, { templates })).toEqual(HIDDEN);
    expect(sides(VALUE, { before: level }, { templates: [pairOf(secret, level)] })).toEqual(SHOWN);
  });

  test("is judged by the template of its own stack", () => {
    const nested = { ...pairOf(secret, secret), stackPath: ["Net"] };
    const templates = [pairOf(level, level), nested];
    expect(sides(VALUE, { stackPath: ["Net"] }, { templates })).toEqual(HIDDEN);
    expect(sides(VALUE, {}, { templates })).toEqual(SHOWN);
  });

  test("of a tag is found in its item, too", () => {
    const items = new Map([["property App Tags /Tags/0/Value", item('"tiger99"', '"tiger77"')]]);
    const tags = (Key: string) => ({ Properties: { Tags: [{ Key, Value: "x" }] } });
    const shown = (key: string) =>
      [...redactItems(items, { ...NOTHING, templates: [pairOf(tags(key), tags(key))] }).values()][0];
    expect(shown("ApiToken")).toEqual(item(`"${R}"`, `"${R}"`));
    expect(shown("team")).toEqual(item('"tiger99"', '"tiger77"'));
  });
});

describe("a parameter that gives a secret's place its value", () => {
  const templateWith = (properties: JsonObject) => [pairOf(undefined, { Properties: properties })];
  const shown = (templates: readonly TemplatePair[], options: Partial<RedactionOptions> = {}) => {
    const all = { ...NOTHING, templates, ...options };
    const changes = redact(
      {
        ...EMPTY,
        parameters: [{ name: "Login", noEcho: false, before: "tiger99", after: "tiger77" }],
        keptParameters: [{ name: "Login", value: "tiger99", default: "tiger77" }],
      },
      all,
    );
    const items = redactItems(
      new Map([
        ["parameter Login", item('"tiger99"', '"tiger77"')],
        ["declaration Login", item('{"Default":"tiger99"}', '{"Default":"tiger77"}')],
        [
          "values App",
          item(null, '{"":{"Parameters":{"Login":{"Value":["tiger99",null]},"Size":{"Value":["5",null]}}}}'),
        ],
      ]),
      all,
    );
    return { parameters: changes.parameters, kept: changes.keptParameters, items: [...items.values()] };
  };

  test.each<[string, JsonObject]>([
    ["by its name", { MasterUserPassword: { Ref: "Login" } }],
    ["by the name beside it", { Env: [pair("DB_PASSWORD", { Ref: "Login" })] }],
    ["as a text of nothing else", { Password: { "Fn::Sub": `\${Login}` } }],
    ["in one case", { Password: { "Fn::If": ["A", { "Fn::If": ["B", "x", { Ref: "Login" }] }, "x"] } }],
    ["in a choice of lists", { Env: { "Fn::If": ["A", [pair("DB_PASSWORD", { Ref: "Login" })], []] } }],
    ["among others", { Credentials: { Username: "u", Password: { Ref: "Login" } } }],
    ["in a list of them", { Passwords: ["x", { Ref: "Login" }] }],
    ["as a variable of a text", { Url: { "Fn::Sub": [`x\${Password}`, { Password: { Ref: "Login" } }] } }],
  ])("%s, is hidden wherever it is told", (_, properties) => {
    const { parameters, kept, items } = shown(templateWith(properties));
    expect(parameters).toEqual([{ name: "Login", noEcho: false, before: R, after: CHANGES }]);
    expect(kept).toEqual([{ name: "Login", value: R, default: R }]);
    expect(items).toEqual([
      item(`"${R}"`, `"${R}"`),
      item(`{"Default":"${R}"}`, `{"Default":"${R}"}`),
      item(null, `{"":{"Parameters":{"Login":{"Value":["${R}",null]},"Size":{"Value":["5",null]}}}}`),
    ]);
  });

  // It can be the name of a table, which the reviewer needs to see in a policy.
  test("is looked for nowhere else", () => {
    const templates = templateWith({ Env: [pair("SESSION_SECRET", { Ref: "Login" })] });
    const all = { ...NOTHING, templates };
    const text = "arn:aws:dynamodb:us-east-1:123456789012:table/tokens-1";
    const policy: PropertyChange = {
      ...{ attribute: "Properties", name: "Note", path: "/Properties/Note", before: "x", after: text },
      ...{ requiresRecreation: "Never", evaluation: "Static" },
    };
    const { physicalId: _, ...bare } = queue;
    const kept = [{ name: "Login", value: "tokens-1" }];
    const shown = redact(
      { ...EMPTY, resources: [{ ...bare, details: [policy] }], keptParameters: kept },
      all,
    );
    expect(shown.keptParameters).toEqual([{ name: "Login", value: R }]);
    expect(shown.resources[0]?.details[0]?.after).toBe(text);
    const items = redactItems(
      new Map([
        ["parameter Login", item(null, '"tokens-1"')],
        ["values App", item(null, '{"":{"Parameters":{"Login":{"Value":["tokens-1",null]}}}}')],
        ["definition Queue /Properties/Note", item(null, `"${text}"`)],
      ]),
      all,
    );
    expect([...items.values()].map(({ after }) => after)).toEqual([
      `"${R}"`,
      `{"":{"Parameters":{"Login":{"Value":["${R}",null]}}}}`,
      `"${text}"`,
    ]);
  });

  test("is none that says itself to be a name", () => {
    const templates = [
      pairOf({ Properties: { Env: [pair("DB_SECRET", { Ref: "DbSecretName" })] } }, undefined),
    ];
    const keptParameters = [{ name: "DbSecretName", value: "prod/db" }];
    expect(redact({ ...EMPTY, keptParameters }, { ...NOTHING, templates }).keptParameters).toEqual(
      keptParameters,
    );
  });

  test("is one in the deployed template, too, and by the user's names", () => {
    const deployed = [pairOf({ Properties: { Password: { Ref: "Login" } } }, undefined)];
    expect(shown(deployed).kept[0]?.value).toBe(R);
    const note = templateWith({ Note: { Ref: "Login" } });
    expect(shown(note, { patterns: ["note"] }).kept[0]?.value).toBe(R);
    expect(shown(note).kept[0]?.value).toBe("tiger99");
  });

  test.each<[string, readonly TemplatePair[]]>([
    ["the name of a secret", templateWith({ Password: { "Fn::Sub": `{{resolve:ssm:\${Login}}}` } })],
    [
      "where the value comes from",
      templateWith({ Env: [{ Name: "DB_PASSWORD", ValueFrom: { Ref: "Login" } }] }),
    ],
    ["a choice", templateWith({ Password: { "Fn::Select": [{ Ref: "Login" }, ["a", "b"]] } })],
    ["a neighbour of one", templateWith({ Credentials: { Username: { Ref: "Login" } } })],
    ["what is no secret", templateWith({ Env: [pair("LOG_LEVEL", { Ref: "Login" })] })],
    ["another stack's", [{ ...pairOf(undefined, { Password: { Ref: "Login" } }), stackPath: ["Net"] }]],
    ["nothing: there are no resources", [{ stackPath: [], before: { value: {} }, after: undefined }]],
  ])("is shown where it gives %s", (_, templates) => {
    const { parameters, kept, items } = shown(templates);
    expect(parameters).toMatchObject([{ before: "tiger99", after: "tiger77" }]);
    expect(kept).toEqual([{ name: "Login", value: "tiger99", default: "tiger77" }]);
    expect(items[2]?.after).toContain("tiger99");
  });
});

describe("a parameter of a nested stack that gives a secret's place its value", () => {
  const nested = (given: Json): JsonObject => ({
    Type: "AWS::CloudFormation::Stack",
    Properties: { TemplateURL: "x", Parameters: given },
  });
  const tree = (inner: JsonObject, given: Json = { Plain: { Ref: "Login" }, Size: "small" }) => [
    { ...pairOf(undefined, undefined), after: { value: { Resources: { Net: nested(given) } } } },
    { stackPath: ["Net"], before: undefined, after: { value: inner } },
  ];
  const IN_PLACE = { Resources: { App: { Properties: { MasterUserPassword: { Ref: "Plain" } } } } };
  const told = (templates: readonly TemplatePair[]) => {
    const all = { ...NOTHING, templates };
    const changed = (path: string, before: string, after: string): PropertyChange => ({
      ...{ attribute: "Properties", name: "Parameters", path, before, after },
      ...{ requiresRecreation: "Never", evaluation: "Static" },
    });
    const { physicalId: _, ...bare } = queue;
    const details = [
      changed("/Properties/Parameters/Plain", "tiger99", "tiger77"),
      changed("/Properties/Parameters", '{"Plain":"tiger99"}', '{"Plain":"tiger77"}'),
      changed("/Properties/Parameters/Size", "medium", "small"),
    ];
    const context = { Properties: { Parameters: { Plain: "tiger77", Size: "small" } } };
    const net = { ...bare, logicalId: "Net", type: "AWS::CloudFormation::Stack", details, after: context };
    const keptParameters = [{ name: "Login", value: "tiger99" }];
    const changes = redact({ ...EMPTY, resources: [net], keptParameters }, all);
    const behind = {
      "": {
        Parameters: { Login: { Value: ["tiger99", null] } },
        Resources: { Net: { Properties: { Parameters: { Plain: "tiger77", Size: "small" } } } },
      },
      Net: { Parameters: { Plain: { Default: "tiger99" } } },
    };
    const items = redactItems(
      new Map([
        ["property Net /Properties/Parameters/Plain", item('"tiger99"', '"tiger77"')],
        ["definition Net /Properties/Parameters/Plain", item('"tiger99"', '"tiger77"')],
        ["made Net", item(null, JSON.stringify(context))],
        ["declaration Net/Plain", item('{"Default":"tiger99"}', '{"Default":"tiger77"}')],
        ["values App", item(null, JSON.stringify(behind))],
        ["definition App /Properties/Note", item('"tiger99"', '"Size"')],
      ]),
      all,
    );
    return { changes, items };
  };

  test.each<[string, readonly TemplatePair[]]>([
    ["by its name", tree(IN_PLACE)],
    ["because it is declared a secret there", tree({ Parameters: { Plain: { NoEcho: "true" } } })],
    [
      "for what SAM gives to all",
      tree({ Globals: { Function: { Environment: { DB_PASSWORD: { Ref: "Plain" } } } } }),
    ],
    [
      "by way of another stack",
      [
        ...tree({ Resources: { Deep: nested({ Other: { "Fn::Sub": `\${Plain}` } }) } }),
        {
          ...{ stackPath: ["Net", "Deep"], before: undefined },
          after: {
            value: { Resources: { App: { Properties: { Env: [pair("DB_TOKEN", { Ref: "Other" })] } } } },
          },
        },
      ],
    ],
  ])("%s, is hidden wherever it is told, and nothing beside it", (_, templates) => {
    const { changes, items } = told(templates);
    expect(changes.keptParameters).toEqual([{ name: "Login", value: R }]);
    expect(JSON.stringify(changes)).not.toContain("tiger");
    expect(changes.resources[0]?.details[2]).toMatchObject({ before: "medium", after: "small" });
    const { "definition App /Properties/Note": note, ...rest } = Object.fromEntries(items);
    // It is looked for nowhere else.
    expect(note).toEqual(item('"tiger99"', '"Size"'));
    expect(JSON.stringify(rest)).not.toContain("tiger");
    expect(rest["made Net"]?.after).toContain('"Size":"small"');
    expect(rest["values App"]?.after).toContain('"Size":"small"');
  });

  test.each<[string, readonly TemplatePair[]]>([
    ["what is no secret", tree({ Resources: { App: { Properties: { Note: { Ref: "Plain" } } } } })],
    [
      "another stack's parameter of its name",
      [{ stackPath: ["Other"], before: undefined, after: { value: IN_PLACE } }],
    ],
  ])("is shown where it gives %s", (_, templates) => {
    const { changes, items } = told(templates);
    expect(changes.keptParameters).toEqual([{ name: "Login", value: "tiger99" }]);
    expect(JSON.stringify(changes)).not.toContain(R);
    expect(JSON.stringify([...items])).not.toContain(R);
  });
});

test("a context that was cut off keeps nobody from asking the template", () => {
  const cut = { before: '{"Properties":{"En', after: '{"Properties":{"En' };
  const called = (name: string) => [pairOf(...(Array(2).fill(env(pair(name))) as [Json, Json]))];
  expect(sides(VALUE, cut, { templates: called("LOG_LEVEL") })).toEqual(SHOWN);
  expect(sides(VALUE, cut, { templates: called("DB_PASSWORD") })).toEqual(HIDDEN);
  expect(sides(VALUE, cut)).toEqual(HIDDEN);
});

describe("one named value", () => {
  const forms = (called: string): readonly Json[] => [{ Env: [pair(called)] }];
  const path = ["", "Env", "0", "Value"];

  test("is hidden by what stands beside it, where that is known or might be", () => {
    expect(redactNamed(path, "tiger99", undefined, forms("DB_PASSWORD"))).toBe(R);
    expect(redactNamed(path, "tiger99", undefined, forms("LOG_LEVEL"))).toBe("tiger99");
    expect(redactNamed(path, "tiger99", undefined, [])).toBe(R);
    expect(redactNamed(path, "tiger99", undefined, [...forms("LOG_LEVEL"), ""])).toBe(R);
    expect(redactNamed(path, "tiger99", (name) => name === "LOG_LEVEL", forms("LOG_LEVEL"))).toBe(R);
    expect(redactNamed("Value", "tiger99")).toBe("tiger99");
  });
});
