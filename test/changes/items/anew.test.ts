import { describe, expect, test } from "vitest";
import { digestOf } from "../../../src/changes/digest.ts";
import type { Binding, BindingSources } from "../../../src/changes/items/bind.ts";
import { KNOWN_AFTER_APPLY, type ResourceChange } from "../../../src/changes/model.ts";
import { redactItems } from "../../../src/changes/redaction/redaction.ts";
import type { Json, JsonObject, ReadTemplate } from "../../../src/template/model.ts";
import { parseTemplate } from "../../../src/template/text/parse.ts";
import { queue, target } from "../examples.ts";
import { differencesBetween } from "../review/unionExamples.ts";
import { bound, request, stack } from "./examples.ts";

// A pull request switches something on: nothing in a template changes by that, and yet all of it is new. What is off others can edit
// without any resource changing.

/** What the pull request of a case is: a parameter's value, and what CloudFormation lists of it. */
interface Case {
  readonly title: string;
  /** The templates by their stacks' paths, with the word that a neighbour edits in what is off, and one elsewhere. */
  readonly templates: (off: string, elsewhere: string) => Readonly<Record<string, string>>;
  readonly has: string;
  readonly wants: string;
  readonly changes: readonly ResourceChange[];
  readonly areNestedUnlisted?: keyof typeof UNLISTED;
}

const add = (path: string, type: string, after?: Json): ResourceChange => {
  const steps = path.split("/");
  const named = { stackPath: steps.slice(0, -1), logicalId: steps.at(-1) ?? "", type };
  return { ...named, action: "Add", scope: [], details: [], ...(after === undefined ? {} : { after }) };
};

const TOPIC = "AWS::SNS::Topic";
const NESTED = "AWS::CloudFormation::Stack";
const HEAD = `
Parameters: {Given: {Type: CommaDelimitedList}}
Conditions: {IsOn: !Equals [!Join [",", !Ref Given], "on"]}
`;
const kept = (elsewhere: string) => `
  Keep: {Type: ${TOPIC}, Properties: {DisplayName: ${elsewhere}}}
`;
const nested = (off: string, elsewhere: string) => ({
  "": `${HEAD}Resources:${kept(elsewhere)}
  Net: {Type: ${NESTED}, Condition: IsOn, Properties: {TemplateURL: u}}`,
  Net: `Resources:
  Deep: {Type: ${NESTED}, Properties: {TemplateURL: v}}
  Bucket: {Type: AWS::S3::Bucket}`,
  "Net/Deep": `Resources: {Topic: {Type: ${TOPIC}, Properties: {DisplayName: ${off}}}}`,
});

const CASES: readonly Case[] = [
  {
    title: "a resource by its condition",
    templates: (off, elsewhere) => ({
      "": `${HEAD}Resources:${kept(elsewhere)}
  Off: {Type: ${TOPIC}, Condition: IsOn, Properties: {DisplayName: ${off}}}`,
    }),
    ...{ has: "off", wants: "on", changes: [add("Off", TOPIC)] },
  },
  {
    title: "a resource in a nested stack that CloudFormation looks into",
    templates: (off, elsewhere) => ({
      "": `${HEAD}Resources:${kept(elsewhere)}
  Net: {Type: ${NESTED}, Properties: {TemplateURL: u, Parameters: {Given: !Join [",", !Ref Given]}}}`,
      Net: `${HEAD}Resources: {Off: {Type: ${TOPIC}, Condition: IsOn, Properties: {DisplayName: ${off}}}}`,
    }),
    ...{ has: "off", wants: "on", changes: [add("Net/Off", TOPIC)] },
  },
  {
    title: "a nested stack, with those in it",
    templates: nested,
    ...{ has: "off", wants: "on" },
    changes: [add("Net", NESTED), add("Net/Deep", NESTED), add("Net/Deep/Topic", TOPIC)],
  },
  {
    title: "a nested stack that CloudFormation does not look into",
    templates: nested,
    ...{ has: "off", wants: "on", changes: [add("Net", NESTED)], areNestedUnlisted: "not asked" },
  },
  {
    title: "one more item of a loop, of which something is known only later",
    templates: (off, elsewhere) => ({
      "": `${HEAD}Transform: AWS::LanguageExtensions
Resources:${kept(elsewhere)}
  Fn::ForEach::Teams:
    - Team
    - !Ref Given
    - Queue\${Team}: {Type: AWS::SQS::Queue}
      Policy\${Team}:
        Type: AWS::IAM::Policy
        Properties:
          PolicyDocument: {Statement: [{Action: ${off}, Resource: {"Fn::GetAtt": ["Queue\${Team}", Arn]}}]}`,
    }),
    ...{ has: "a", wants: "a,b" },
    changes: [
      add("Queueb", "AWS::SQS::Queue", { Properties: {} }),
      add("Policyb", "AWS::IAM::Policy", { Properties: { PolicyDocument: KNOWN_AFTER_APPLY } }),
    ],
  },
  {
    title: "a number in a loop as it is spelled",
    templates: (off, elsewhere) => ({
      "": `${HEAD}Transform: AWS::LanguageExtensions
Resources:${kept(elsewhere)}
  Fn::ForEach::Teams:
    - Team
    - !Ref Given
    - Db\${Team}: {Type: AWS::RDS::DBInstance, Properties: {EngineVersion: ${off === "other" ? "15.10" : "15.1"}}}`,
    }),
    ...{ has: "a", wants: "a,b", changes: [add("Dbb", "AWS::RDS::DBInstance")] },
  },
  {
    title: "a function of SAM's with what all of them have",
    templates: (off, elsewhere) => ({
      "": `${HEAD}Transform: AWS::Serverless-2016-10-31
Globals: {Function: {Environment: {Variables: {VERIFY: ${off}}}}}
Resources:${kept(elsewhere)}
  Off:
    Type: AWS::Serverless::Function
    Condition: IsOn
    Properties: {Handler: a, Environment: {Variables: {TOPIC: !Ref Keep}}}`,
    }),
    ...{ has: "off", wants: "on" },
    changes: [
      add("Off", "AWS::Lambda::Function", {
        Properties: { Handler: "a", Environment: { Variables: KNOWN_AFTER_APPLY } },
      }),
    ],
  },
  {
    title: "an output, of which CloudFormation lists nothing",
    templates: (off, elsewhere) => ({
      "": `${HEAD}Resources:${kept(elsewhere)}
Outputs:
  Always: {Value: a}
  Off: {Condition: IsOn, Value: ${off}, Export: {Name: url}}`,
    }),
    ...{ has: "off", wants: "on", changes: [] },
  },
  {
    title: "an output of one more item",
    templates: (off, elsewhere) => ({
      "": `${HEAD}Transform: AWS::LanguageExtensions
Resources:${kept(elsewhere)}
Outputs: {"Fn::ForEach::Urls": [Team, !Ref Given, {"Url\${Team}": {Value: !Sub "${off}-\${Team}-\${AWS::Region}"}}]}`,
    }),
    ...{ has: "a", wants: "a,b", changes: [] },
  },
  {
    title: "an output by a number as it is spelled",
    templates: (off, elsewhere) => ({
      "": `
Parameters: {Given: {Type: String}}
Conditions: {IsOn: !Equals [!Ref Given, 15.10]}
Resources:${kept(elsewhere)}
Outputs: {Off: {Condition: IsOn, Value: ${off}}}`,
    }),
    ...{ has: "15.1", wants: "15.10", changes: [] },
  },
  {
    title: "a resource in a nested stack that CloudFormation does not look into",
    templates: (off, elsewhere) => ({
      "": `${HEAD}Resources:${kept(elsewhere)}
  Net: {Type: ${NESTED}, Properties: {TemplateURL: u, Parameters: {Given: !Join [",", !Ref Given]}}}`,
      Net: `${HEAD}Resources: {Off: {Type: ${TOPIC}, Condition: IsOn, Properties: {DisplayName: ${off}}}}`,
    }),
    ...{ has: "off", wants: "on", changes: [], areNestedUnlisted: "not asked" },
  },
];

const modify = (logicalId: string, type: string, name: string): ResourceChange => ({
  ...{ ...queue, logicalId, type },
  details: [
    {
      ...{ attribute: "Properties", name, path: `/Properties/${name}`, changeType: "Modify" },
      ...{ before: "b", after: KNOWN_AFTER_APPLY, requiresRecreation: "Never", evaluation: "Dynamic" },
    },
  ],
});

/** A policy of which the value is known only later, as it holds the name of a queue that is made with it. */
const policy = (document: (off: string) => string, more = ""): Case["templates"] => {
  return (off, elsewhere) => ({
    "": `${HEAD}${more}Resources:${kept(elsewhere)}
  Queue: {Type: AWS::SQS::Queue, Condition: IsOn}
  Policy: {Type: AWS::IAM::Policy, Properties: {PolicyName: p, PolicyDocument: ${document(off)}}}`,
  });
};
const QUEUE = add("Queue", "AWS::SQS::Queue");
const POLICY = modify("Policy", "AWS::IAM::Policy", "PolicyDocument");
const EITHER = policy((off) => `{S: [!If [IsOn, {A: ${off}, R: !GetAtt Queue.Arn}, {A: none}]]}`);

const taking = (
  title: string,
  templates: Case["templates"],
  ...changes: readonly ResourceChange[]
): Case => ({
  ...{ title, templates, changes, has: "off", wants: "on" },
});

const mappings = (off: string) =>
  `Mappings: {M: {off: {A: none, L: [none]}, on: {A: "${off}", L: ["${off}"]}}}\n`;

/** What takes an entry of a mapping by the name that the parameter gives. */
const FORMS: Readonly<Record<string, string>> = {
  "an entry of a mapping": "Outputs: {Url: {Value: !FindInMap [M, !Ref Given, A]}}",
  "one in a text": `Outputs: {Url: {Value: !Sub ["https://\${A}", {A: !FindInMap [M, !Ref Given, A]}]}}`,
  "one as its export's name": "Outputs: {Url: {Value: a, Export: {Name: !FindInMap [M, !Ref Given, A]}}}",
  "the first of one": "Outputs: {Url: {Value: !Select [0, !FindInMap [M, !Ref Given, L]]}}",
  "one that another one names": "Outputs: {Url: {Value: !FindInMap [M, !Select [0, !Ref Given], A]}}",
  "one in a property":
    "Hooks: {Url: {Type: AWS::CodeDeploy::BlueGreen, Properties: {A: !FindInMap [M, !Ref Given, A]}}}",
};

/** What is there already takes another one of several values. */
const CHOICES: readonly Case[] = [
  taking("a condition takes the other value", EITHER, QUEUE, POLICY),
  taking("a condition takes the other value, and CloudFormation shows no values", EITHER, QUEUE, {
    ...{ ...POLICY, details: [], withoutValues: true },
  }),
  taking(
    "another one of a list is selected",
    policy((off) => `{S: [!GetAtt Queue.Arn, !Select [!Select [0, !Ref Given], [a, ${off}]]]}`),
    ...[QUEUE, POLICY],
  ),
  taking(
    "a mapping has no value, and the one that stands beside it is taken",
    policy(
      (off) => `{S: [!GetAtt Queue.Arn, !FindInMap [M, !Ref Given, a, {DefaultValue: ${off}}]]}`,
      "Transform: AWS::LanguageExtensions\nMappings: {M: {off: {a: one}}}\n",
    ),
    ...[QUEUE, POLICY],
  ),
  taking(
    "a role that SAM makes beside a function takes another policy",
    (off, elsewhere) => ({
      "": `${HEAD}Transform: AWS::Serverless-2016-10-31
Resources:${kept(elsewhere)}
  Queue: {Type: AWS::SQS::Queue, Condition: IsOn}
  Task:
    Type: AWS::Serverless::Function
    Properties: {Policies: [!If [IsOn, {S: [{A: ${off}, R: !GetAtt Queue.Arn}]}, {S: []}]]}`,
    }),
    ...[QUEUE, modify("TaskRole", "AWS::IAM::Role", "Policies")],
  ),
  taking(
    "a policy of the resource takes the other value, and CloudFormation shows no values",
    (off, elsewhere) => ({
      "": `${HEAD}Resources:${kept(elsewhere)}
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    UpdatePolicy: {AutoScalingRollingUpdate: !If [IsOn, {MaxBatchSize: ${off}}, {MaxBatchSize: none}]}
    Properties: {MinSize: 1}`,
    }),
    { ...modify("Group", "AWS::AutoScaling::AutoScalingGroup", "MinSize"), details: [], withoutValues: true },
  ),
  {
    ...taking(
      "a loop in a property makes one more",
      (off, elsewhere) => ({
        "": `${HEAD}Transform: AWS::LanguageExtensions
Resources:${kept(elsewhere)}
  Task:
    Type: AWS::Lambda::Function
    Properties: {Environment: {"Fn::ForEach::Ids": [Id, !Ref Given, {"V\${Id}": !Sub "${off}-\${Id}-\${Keep}"}]}}`,
      }),
      modify("Task", "AWS::Lambda::Function", "Environment"),
    ),
    ...{ has: "a", wants: "a,b" },
  },
  taking("an output, of which CloudFormation lists nothing", (off, elsewhere) => ({
    "": `${HEAD}Resources:${kept(elsewhere)}
Outputs: {Url: {Value: !If [IsOn, ${off}, none]}}`,
  })),
  ...Object.entries(FORMS).map(([form, entry]) =>
    taking(`an output or a hook with ${form}`, (off, elsewhere) => ({
      "": `${HEAD}${mappings(off)}Resources:${kept(elsewhere)}\n${entry}`,
    })),
  ),
  {
    ...taking("an output that selects another one of a parameter's values", (off, elsewhere) => ({
      "": `Parameters: {Given: {Type: String}, All: {Type: CommaDelimitedList, Default: ""}}
Resources:${kept(elsewhere)}
  Net: {Type: ${NESTED}, Properties: {TemplateURL: u, Parameters: {Given: !Ref Given, All: "none,${off}"}}}`,
      Net: `Parameters: {Given: {Type: String}, All: {Type: CommaDelimitedList}}
Resources: {Bucket: {Type: AWS::S3::Bucket}}
Outputs: {Url: {Value: !Select [!Ref Given, !Ref All]}}`,
    })),
    ...{ has: "0", wants: "1" },
  },
  taking("an output of a nested stack, by what is given to it", (off, elsewhere) => ({
    "": `${HEAD}Resources:${kept(elsewhere)}
  Net: {Type: ${NESTED}, Properties: {TemplateURL: u, Parameters: {Given: !Join [",", !Ref Given]}}}`,
    Net: `Parameters: {Given: {Type: String}}\n${mappings(off)}Resources: {Bucket: {Type: AWS::S3::Bucket}}
Outputs: {Url: {Value: !FindInMap [M, !Ref Given, A]}}`,
  })),
  ...[
    (off: string) =>
      `${HEAD}Resources: {Open: {Type: ${TOPIC}, Properties: {DisplayName: !If [IsOn, ${off}, none]}}}`,
    (off: string) =>
      `${HEAD}${mappings(off)}Resources: {Open: {Type: ${TOPIC}, Properties: {DisplayName: !FindInMap [M, !Ref Given, A]}}}`,
  ].map(
    (inner): Case => ({
      ...taking("a resource in a nested stack that CloudFormation does not look into", (off, elsewhere) => ({
        "": `${HEAD}Resources:${kept(elsewhere)}
  Net: {Type: ${NESTED}, Properties: {TemplateURL: u, Parameters: {Given: !Join [",", !Ref Given]}}}`,
        Net: inner(off),
      })),
      areNestedUnlisted: "not asked",
    }),
  ),
];

/** With revert-drift CloudFormation cannot be asked to look into nested stacks. */
const UNLISTED = {
  "not asked": { includeNestedStacks: false },
  "not able": { deploymentMode: "revert-drift" },
} as const;

const DRIFT = [...CASES, ...CHOICES]
  .filter((it) => it.areNestedUnlisted !== undefined)
  .map((it): Case => ({ ...it, title: `${it.title}, with revert-drift`, areNestedUnlisted: "not able" }));

const read = (templates: Readonly<Record<string, string>>) =>
  new Map(Object.entries(templates).map(([key, text]) => [key, parseTemplate(text, "t.yml")] as const));

/** What a deploy with this value is bound by, where these templates are deployed and those are wanted. */
function deploying(
  { changes, areNestedUnlisted }: Case,
  [before, after]: readonly [ReadonlyMap<string, ReadTemplate>, ReadonlyMap<string, ReadTemplate>],
  [has, wants]: readonly [string, string],
): Binding {
  const given: Partial<BindingSources> = {
    request: { ...request, ...(areNestedUnlisted && UNLISTED[areNestedUnlisted]) },
    parameters: [{ name: "Given", noEcho: false, source: "given", value: wants }],
    changeSet: { resources: changes, parameters: [{ name: "Given", value: wants }] },
    stack: { ...stack, parameters: [{ name: "Given", value: has }] },
    templates: [...after].map(([key, template]) => ({
      stackPath: key === "" ? [] : key.split("/"),
      before: before.get(key),
      after: template,
    })),
  };
  return bound(given);
}

describe.each([...CASES, ...CHOICES, ...DRIFT])("what is switched on is bound: $title", (it) => {
  const [main, edited, elsewhere] = [
    read(it.templates("first", "kept")),
    read(it.templates("other", "kept")),
    read(it.templates("first", "new")),
  ];
  const switching = [it.has, it.wants] as const;
  const reviewed = deploying(it, [main, main], switching);
  const digest = ({ items }: Binding) => digestOf(target, items).digest;

  test("what a neighbour has edited in it since is not what was reviewed", () => {
    expect(digest(deploying(it, [edited, edited], switching))).not.toBe(digest(reviewed));
  });

  test("nor what a neighbour's commit of the same deploy edits", () => {
    expect(differencesBetween(deploying(it, [main, edited], switching), reviewed)).not.toEqual([]);
  });

  test("what a neighbour has edited elsewhere is no matter", () => {
    expect(digest(deploying(it, [elsewhere, elsewhere], switching))).toBe(digest(reviewed));
  });

  test("and a neighbour's edit elsewhere is deployed with it", () => {
    const theirs = deploying({ ...it, changes: [RENAMED] }, [main, elsewhere], [it.has, it.has]);
    const both = deploying({ ...it, changes: [...it.changes, RENAMED] }, [main, elsewhere], switching);
    expect(differencesBetween(both, theirs, reviewed)).toEqual([]);
    expect(differencesBetween(both, reviewed, theirs)).toEqual([]);
  });

  test("what it is bound by is in effect once it is deployed", () => {
    // Then nothing is made any more.
    const { textNow } = deploying({ ...it, changes: [] }, [main, main], [it.wants, it.wants]);
    const told = [...reviewed.items].filter(([name]) => /^(definition|output|values) /.test(name));
    expect(told).not.toEqual([]);
    for (const [name, { after }] of told) expect(textNow(name), name).toBe(after);
  });
});

test.each(CASES)("a deploy that was cut off after it had done so stops no other: $title", (it) => {
  const [main, elsewhere] = [read(it.templates("first", "kept")), read(it.templates("first", "new"))];
  const reviewed = deploying(it, [main, main], [it.has, it.wants]);
  const renaming = { ...it, changes: [RENAMED] };
  const theirs = deploying(renaming, [main, elsewhere], [it.has, it.has]);
  const now = deploying(renaming, [main, elsewhere], [it.wants, it.wants]);
  // What CloudFormation has made of a loop or a macro nobody can tell afterwards.
  const told = differencesBetween(now, theirs, reviewed).filter(
    (one) => !one.startsWith("not-present made "),
  );
  expect(told).toEqual([]);
});

const RENAMED: ResourceChange = {
  ...{ ...queue, logicalId: "Keep", type: TOPIC },
  details: [
    {
      ...{
        attribute: "Properties",
        name: "DisplayName",
        path: "/Properties/DisplayName",
        changeType: "Modify",
      },
      ...{ before: "kept", after: "new", requiresRecreation: "Never", evaluation: "Static" },
    },
  ],
};

describe("a definition that is made anew", () => {
  const Topic: JsonObject = { Type: TOPIC, Properties: { DisplayName: "a" } };
  const template = (resources: JsonObject) => ({ value: { Resources: resources } });

  test("is the same item whether the template had it or not", () => {
    const item = (before: JsonObject) =>
      bound({
        changeSet: { resources: [add("Topic", TOPIC)], parameters: [] },
        templates: [{ stackPath: [], before: template(before), after: template({ Topic }) }],
      }).items.get("definition Topic");
    const after = '{"Properties":{"DisplayName":"a"},"Type":"AWS::SNS::Topic"}';
    expect(item({ Topic })).toEqual({ before: null, after, how: null });
    expect(item({})).toEqual(item({ Topic }));
  });

  test("is an output where its condition cannot be decided and the stack lacks it, and none where it has it", () => {
    const Outputs = { Url: { Condition: "IsOn", Value: "a" } };
    const Conditions = { IsOn: { "Fn::Equals": [{ Ref: "Password" }, "on"] } };
    const value = { Parameters: { Password: { NoEcho: true } }, Conditions, Resources: { Topic }, Outputs };
    const items = (outputs: readonly string[], isAny = true) =>
      bound({
        changeSet: isAny ? { resources: [], parameters: [] } : undefined,
        templates: [{ stackPath: [], before: { value }, after: { value } }],
        stack: { ...stack, outputs: outputs.map((key) => ({ key, value: "a" })) },
      }).items;
    expect([...items([]).keys()]).toContain("output Url");
    expect([...items(["Url"]).keys()]).not.toContain("output Url");
    // Where CloudFormation finds nothing to change, none is made.
    expect([...items([], false).keys()]).not.toContain("output Url");
  });

  test("is no item where a loop makes what stood there by itself", () => {
    const looped = { "Fn::ForEach::T": ["Id", ["a"], { "Topic${Id}": Topic }] };
    const { items, textNow } = bound({
      templates: [{ stackPath: [], before: template({ Topica: Topic }), after: template(looped) }],
    });
    expect([...items.keys()]).toEqual(["definition Fn::ForEach::T"]);
    expect(textNow("definition Topica")).toBe('{"Properties":{"DisplayName":"a"},"Type":"AWS::SNS::Topic"}');
  });
});

describe("of an output that takes one of several values", () => {
  const text = `
Parameters: {Stage: {Type: String}, Tag: {Type: String}, Level: {Type: String}}
Conditions: {IsProd: !Equals [!Ref Stage, prod]}
Resources: {Keep: {Type: ${TOPIC}}}
Outputs: {Info: {Value: !If [IsProd, !Sub "\${Tag}-\${Level}", none]}}`;
  const had = { Stage: "dev", Tag: "1", Level: "1" };
  const given = (values: Readonly<Record<string, string>>) =>
    Object.entries({ ...had, ...values }).map(([name, value]) => ({ name, value }));
  const changing = (values: Readonly<Record<string, string>>, first = {}) =>
    bound({
      parameters: given(values).map((it) => ({ ...it, noEcho: false, source: "given" as const })),
      changeSet: { resources: [], parameters: given(values) },
      stack: { ...stack, parameters: given(first) },
      templates: [
        { stackPath: [], before: parseTemplate(text, "t.yml"), after: parseTemplate(text, "t.yml") },
      ],
    });

  test("two pull requests change what stands in one, together and one after the other", () => {
    const [tag, level] = [changing({ Tag: "2" }), changing({ Level: "2" })];
    expect(differencesBetween(changing({ Tag: "2", Level: "2" }), tag, level)).toEqual([]);
    const later = changing({ Tag: "2", Level: "2" }, { Level: "2" });
    expect(digestOf(target, later.items).digest).toBe(digestOf(target, tag.items).digest);
  });

  test("what decides is bound with all of them", () => {
    expect([...changing({ Stage: "prod" }).items.keys()]).toContain("values output Info");
  });
});

describe("of an output that takes an entry of a mapping", () => {
  const text = (dev: string) => `
Parameters: {Stage: {Type: String}}
Mappings: {M: {dev: {Url: ${dev}, Port: 1}, prod: {Url: c}}}
Resources: {Keep: {Type: ${TOPIC}}}
Outputs: {Url: {Value: !FindInMap [M, !Ref Stage, Url]}, Port: {Value: !FindInMap [M, dev, Port]}}`;
  const changing = (dev: string, Stage = "dev") =>
    bound({
      parameters: [{ name: "Stage", value: Stage, noEcho: false, source: "given" }],
      changeSet: { resources: [], parameters: [{ name: "Stage", value: Stage }] },
      stack: { ...stack, parameters: [{ name: "Stage", value: "dev" }] },
      templates: [
        {
          stackPath: [],
          before: parseTemplate(text("a"), "t.yml"),
          after: parseTemplate(text(dev), "t.yml"),
        },
      ],
    });

  test("the entry that it takes is the mapping's item alone", () => {
    const told = [...changing("b").items.keys()];
    expect(told.filter((name) => name.startsWith("values "))).toEqual([]);
  });

  test("another name in it binds the entry of that name, and no other output", () => {
    const told = [...changing("a", "prod").items].filter(([name]) => name.startsWith("values "));
    expect(told).toEqual([
      [
        "values output Url",
        {
          before: null,
          after:
            '{"":{"Mappings":{"M":{"prod":{"Url":"c"}}},"Parameters":{"Stage":{"Value":["prod",null]}}}}',
          how: null,
        },
      ],
    ]);
  });
});

describe("of an output whose condition nobody can decide", () => {
  const text = (Value: string) => `
Parameters: {Env: {Type: "AWS::SSM::Parameter::Value<String>"}, Tag: {Type: String}}
Conditions: {IsProd: !Equals [!Ref Env, prod], IsChina: !Equals [!Ref "AWS::Partition", aws-cn]}
Resources: {Keep: {Type: ${TOPIC}, Properties: {DisplayName: !Ref Tag}}}
Outputs:
  Prod: {Condition: IsProd, Value: ${Value}}
  China: {Condition: IsChina, Value: ${Value}}`;
  const changing = (Value: string, Tag: string, Env = "/app/env") => {
    const template = parseTemplate(text(Value), "t.yml");
    const had = [
      { name: "Env", value: "/app/env" },
      { name: "Tag", value: "1" },
    ];
    const given = [
      { name: "Env", value: Env },
      { name: "Tag", value: Tag },
    ];
    return bound({
      parameters: given.map((it) => ({ ...it, noEcho: false, source: "given" as const })),
      changeSet: { resources: [], parameters: given },
      stack: { ...stack, parameters: had },
      templates: [{ stackPath: [], before: template, after: template }],
    });
  };

  test("a pull request that has nothing to do with it holds nothing, whoever edits it", () => {
    const outputs = [...changing("a", "2").items.keys()].filter((name) => name.startsWith("output "));
    expect(outputs).toEqual([]);
    expect(digestOf(target, changing("b", "2").items).digest).toBe(
      digestOf(target, changing("a", "2").items).digest,
    );
  });

  test("one that changes what it hangs on holds all of it", () => {
    const { items } = changing("a", "1", "/app/other");
    expect([...items.keys()].filter((name) => name.startsWith("output "))).toEqual(["output Prod"]);
  });
});

describe("a secret that is written in a template", () => {
  const one = (value: string) => `!If [IsOn, ${value}, other]`;
  const task = (off: string) => `{Name: a, Environment: [{Name: DB_PASSWORD, Value: ${one(off)}}]}`;
  const listed = modify("Task", "AWS::ECS::TaskDefinition", "ContainerDefinitions");

  test.each<[string, (off: string) => string, readonly ResourceChange[]]>([
    [
      "in a choice, by the name beside it",
      (off) => `{Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [${task(off)}]}}`,
      [listed],
    ],
    [
      "in a choice of a list",
      (off) =>
        `{Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: !If [IsOn, [${task(off)}], []]}}`,
      [listed],
    ],
    [
      "in a choice beside its name, in no list",
      (off) =>
        `{Type: AWS::SSM::Parameter, Properties: {Name: /app/db-password, Value: !If [IsOn, ${off}, x]}}`,
      [modify("Task", "AWS::SSM::Parameter", "Value")],
    ],
    [
      "in a choice beside its key, below a property",
      (off) =>
        `{Type: AWS::Lambda::Function, Properties: {Map: {Key: DB_PASSWORD, Value: !If [IsOn, ${off}, x]}}}`,
      [modify("Task", "AWS::Lambda::Function", "Map")],
    ],
    [
      "in a choice that has its name",
      (off) =>
        `{Type: AWS::Lambda::Function, Properties: {Environment: {Variables: {DB_PASSWORD: ${one(off)}}}}}`,
      [modify("Task", "AWS::Lambda::Function", "Environment")],
    ],
    [
      "in a loop in a property",
      (off) =>
        `{Type: AWS::Lambda::Function, Properties: {Environment: {"Fn::ForEach::Ids": [Id, !Ref Given, {"\${Id}_PASSWORD": ${off}}]}}}`,
      [modify("Task", "AWS::Lambda::Function", "Environment")],
    ],
    [
      "in what is made anew",
      (off) =>
        `{Type: AWS::ECS::TaskDefinition, Condition: IsOn, Properties: {ContainerDefinitions: [${task(off)}]}}`,
      [add("Task", "AWS::ECS::TaskDefinition")],
    ],
    [
      "in what SAM's Globals give",
      (off) =>
        `{Type: AWS::Serverless::Function, Condition: IsOn, Properties: {Handler: h}}\nGlobals: {Function: {Environment: {Variables: {DB_PASSWORD: ${off}}}}}`,
      [add("Task", "AWS::Lambda::Function")],
    ],
  ])("%s, is shown in no item", (_, resource, changes) => {
    const template = parseTemplate(`${HEAD}Resources:\n  Task: ${resource("tiger99x")}\n`, "t.yml");
    const templates = [{ stackPath: [], before: template, after: template }];
    const it: Case = { title: "", templates: () => ({}), has: "off", wants: "on", changes };
    const all = new Map([["", template]]);
    const { items } = deploying(it, [all, all], ["off", "on"]);
    expect(JSON.stringify([...items])).toContain("tiger99x");
    const shown = redactItems(items, { noEcho: [], patterns: [], templates }, changes);
    expect(JSON.stringify([...shown])).not.toContain("tiger99x");
  });
});

describe("a resource that is there, and shown without its values", () => {
  const text = (value: string) => `${HEAD}Resources:
  Task: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [{Cpu: !If [IsOn, 1, 2], Tag: ${value}}]}}`;
  const listed = {
    ...modify("Task", "AWS::ECS::TaskDefinition", "ContainerDefinitions"),
    ...{ details: [], withoutValues: true as const },
  };
  const it: Case = { title: "", templates: () => ({}), has: "off", wants: "off", changes: [listed] };
  const digest = (value: string, wants: string) => {
    const template = read({ "": text(value) });
    return digestOf(target, deploying(it, [template, template], ["off", wants]).items).digest;
  };

  test("holds no choice as long as none is made otherwise", () => {
    expect(digest("a", "off")).toBe(digest("b", "off"));
  });

  test("holds it where another one is made", () => {
    expect(digest("a", "on")).not.toBe(digest("b", "on"));
  });
});
