import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../../src/template/model.ts";
import { type Asked, nestedUrl, openAccount } from "./deployedStack.ts";
import { differencesBetween } from "./unionExamples.ts";

// "Update branch" while the neighbour's merge still waits for its deploy: the preview shows the neighbour's changes with the own ones.
// When that deploy is done, they are in effect.

type Edit = (template: Mutable) => void;
// biome-ignore lint/suspicious/noExplicitAny: templates are edited as what they are
type Mutable = any;

const OWN: Edit = ({ Resources }) => {
  Resources.Own.Properties.DisplayName = "other";
};

const statement = (action: string, resource: Json = "*"): Json => ({
  ...{ Effect: "Allow", Action: [action], Resource: resource, Sid: action.split(":")[1] ?? "" },
});

const LOOP_NAME = `Queue\${Name}`;

const ROOT: JsonObject = {
  Transform: "AWS::LanguageExtensions",
  Parameters: { Size: { Type: "String", Default: "1" }, Cidr: { Type: "String", Default: "10.0.0.0/8" } },
  Conditions: { IsLarge: { "Fn::Equals": [{ Ref: "Size" }, "large"] } },
  Resources: {
    Own: { Type: "AWS::SNS::Topic", Properties: { DisplayName: "own" } },
    Queue: { Type: "AWS::SQS::Queue", Properties: { VisibilityTimeout: 30, DelaySeconds: 5 } },
    Policy: {
      Type: "AWS::IAM::Policy",
      Properties: { PolicyName: "p", PolicyDocument: { Statement: [statement("s3:GetObject")] } },
    },
    Fn: {
      Type: "AWS::Lambda::Function",
      Metadata: { "aws:asset:path": "asset.1", "aws:asset:is-bundled": true },
      Properties: {
        Handler: "h",
        Code: { S3Bucket: "b", S3Key: "1" },
        Environment: { Variables: { A: "1" } },
      },
    },
    Group: {
      Type: "AWS::EC2::SecurityGroup",
      Properties: { GroupDescription: "g", SecurityGroupIngress: [{ FromPort: 443, CidrIp: "10.0.0.0/8" }] },
    },
    "Fn::ForEach::Queues": [
      "Name",
      ["One", "Two"],
      { [LOOP_NAME]: { Type: "AWS::SQS::Queue", Properties: { VisibilityTimeout: 30 } } },
    ],
    Net: {
      Type: "AWS::CloudFormation::Stack",
      Properties: { TemplateURL: nestedUrl("Net"), Parameters: { Size: { Ref: "Size" } } },
    },
  },
};

const NET: JsonObject = {
  Parameters: { Size: { Type: "String" } },
  Resources: { Inner: { Type: "AWS::SNS::Topic", Properties: { DisplayName: "inner" } } },
};

interface Change {
  readonly root?: Edit;
  readonly net?: Edit;
  readonly parameters?: Readonly<Record<string, string>>;
}

/** The templates with some edits in them. */
function edited(...changes: readonly Change[]): Asked {
  const [root, net] = [structuredClone(ROOT), structuredClone(NET)];
  for (const change of changes) {
    change.root?.(root);
    change.net?.(net);
  }
  const parameters = Object.assign({ Size: "1" }, ...changes.map((change) => change.parameters ?? {}));
  return { templates: { "": root, Net: net }, parameters };
}

/** The own pull request, as it was previewed on a neighbour's that was not deployed yet; and the deploys that came then. */
async function afterUpdate(neighbour: Change, ...later: readonly Change[]) {
  const account = openAccount();
  await account.deploy(edited());
  const reviewed = await account.preview(edited(neighbour, { root: OWN }));
  await account.deploy(edited(neighbour));
  for (const [index] of later.entries())
    await account.deploy(edited(neighbour, ...later.slice(0, index + 1)));
  const now = await account.preview(edited(neighbour, ...later, { root: OWN }));
  expect([...now.items.keys()]).toContain("property Own /Properties/DisplayName");
  return { reviewed, now, left: differencesBetween(now, reviewed) };
}

const inRoot = (edit: Edit): Change => ({ root: edit });
const inNet = (edit: Edit): Change => ({ net: edit });
const LOOPED = inRoot(({ Resources }) => {
  Resources["Fn::ForEach::Queues"][2][LOOP_NAME].Properties.VisibilityTimeout = 60;
});
const allow = (resource: Json = "*"): Change =>
  inRoot(({ Resources }) => {
    Resources.Policy.Properties.PolicyDocument.Statement.push(statement("sqs:SendMessage", resource));
  });
/** A queue that is made, and what takes its name. */
const made = (value: Json): Change =>
  inRoot(({ Resources }) => {
    Resources.New = { Type: "AWS::SQS::Queue" };
    Resources.Fn.Properties.Environment.Variables.NEW = value;
  });

describe("what the neighbour brought is in effect once it is deployed:", () => {
  test.for<readonly [string, Change]>([
    [
      "a text",
      inRoot(({ Resources }) => {
        Resources.Queue.Properties.VisibilityTimeout = 60;
      }),
    ],
    ["an item of a list", allow()],
    [
      "with what is known of the stack in it",
      allow({
        "Fn::Sub": `arn:\${AWS::Partition}:sqs:\${AWS::Region}:\${AWS::AccountId}:\${AWS::StackName}`,
      }),
    ],
    [
      "with what is made with it",
      {
        root: (root) => {
          made({ Ref: "New" }).root?.(root);
          allow({ "Fn::GetAtt": ["New", "Arn"] }).root?.(root);
        },
      },
    ],
    [
      "with a name in a text",
      {
        root: (root) => {
          made({ Ref: "New" }).root?.(root);
          allow({ "Fn::Sub": `\${New.Arn}/\${Size}` }).root?.(root);
        },
      },
    ],
    [
      "a list for a value",
      inRoot(({ Resources }) => {
        Resources.Queue.Properties.Tags = [{ Key: "a", Value: "b" }];
      }),
    ],
    [
      "an object for a value",
      inRoot(({ Resources }) => {
        Resources.Queue.Properties.RedrivePolicy = { maxReceiveCount: 3 };
      }),
    ],
    [
      "an item with a parameter in it",
      {
        root: ({ Resources }) =>
          void Resources.Group.Properties.SecurityGroupIngress.push({
            FromPort: 80,
            CidrIp: { Ref: "Cidr" },
          }),
      },
    ],
    [
      "an item less",
      inRoot(({ Resources }) => {
        Resources.Group.Properties.SecurityGroupIngress.pop();
      }),
    ],
    [
      "a property less",
      inRoot(({ Resources }) => {
        delete Resources.Queue.Properties.DelaySeconds;
      }),
    ],
    [
      "metadata",
      inRoot(({ Resources }) => {
        Resources.Fn.Metadata["aws:asset:path"] = "asset.2";
      }),
    ],
    [
      "no metadata",
      inRoot(({ Resources }) => {
        delete Resources.Fn.Metadata;
      }),
    ],
    [
      "a policy for its deletion",
      inRoot(({ Resources }) => {
        Resources.Queue.DeletionPolicy = "Retain";
      }),
    ],
    ["a name that is known later", made({ Ref: "New" })],
    ["a text with such a name in it", made({ "Fn::Sub": `\${New}-\${Size}` })],
    [
      "a text that is joined of it",
      made({ "Fn::Join": ["-", [{ "Fn::GetAtt": ["New", "Arn"] }, { Ref: "Size" }]] }),
    ],
    ["what a loop makes", LOOPED],
    [
      "a property in a nested stack",
      inNet(({ Resources }) => {
        Resources.Inner.Properties.DisplayName = "new";
      }),
    ],
    [
      "a list in a nested stack",
      inNet(({ Resources }) => {
        Resources.Inner.Properties.Subscription = [{ Protocol: "sqs", Endpoint: { Ref: "Size" } }];
      }),
    ],
    [
      "an output of a nested stack",
      inNet((net) => {
        net.Outputs = { Name: { Value: { Ref: "Size" } } };
      }),
    ],
    [
      "what a nested stack is given",
      {
        parameters: { Size: "2" },
        net: ({ Resources }) => {
          Resources.Inner.Properties.DisplayName = { Ref: "Size" };
        },
      },
    ],
  ])("%s", async ([, neighbour]) => {
    expect((await afterUpdate(neighbour)).left).toEqual([]);
  });
});

describe("what a third one took back since is not, though nothing is left to do:", () => {
  const [ENVIRONMENT, STATEMENT] = [
    "property Fn /Properties/Environment/Variables/NEW",
    "property Policy /Properties/PolicyDocument/Statement/1",
  ];
  const variable = (value: Json) =>
    inRoot(({ Resources }) => {
      Resources.Fn.Properties.Environment.Variables.NEW = value;
    });

  test.for<readonly [string, Change, Change, string]>([
    [
      "an item of a list, by a revert",
      allow(),
      inRoot(({ Resources }) => {
        Resources.Policy.Properties.PolicyDocument.Statement.pop();
      }),
      STATEMENT,
    ],
    [
      "an item of a list, by another value in it",
      allow(),
      inRoot(({ Resources }) => {
        Resources.Policy.Properties.PolicyDocument.Statement[1].Effect = "Deny";
      }),
      STATEMENT,
    ],
    [
      "a list, by a parameter",
      {
        root: ({ Resources }) =>
          void Resources.Group.Properties.SecurityGroupIngress.push({ CidrIp: { Ref: "Cidr" } }),
      },
      { parameters: { Cidr: "0.0.0.0/0" } },
      "property Group /Properties/SecurityGroupIngress/1",
    ],
    [
      "a list, by a condition that switches its resource off",
      allow(),
      inRoot(({ Resources }) => {
        Resources.Policy.Condition = "IsLarge";
      }),
      STATEMENT,
    ],
    [
      "an item less, by a revert",
      inRoot(({ Resources }) => {
        Resources.Group.Properties.SecurityGroupIngress.pop();
      }),
      inRoot(
        ({ Resources }) =>
          void Resources.Group.Properties.SecurityGroupIngress.push({ FromPort: 443, CidrIp: "10.0.0.0/8" }),
      ),
      "property Group /Properties/SecurityGroupIngress/0",
    ],
    [
      "a property less, by a revert",
      inRoot(({ Resources }) => {
        delete Resources.Queue.Properties.DelaySeconds;
      }),
      inRoot(({ Resources }) => {
        Resources.Queue.Properties.DelaySeconds = 5;
      }),
      "property Queue /Properties/DelaySeconds",
    ],
    [
      "metadata, by other metadata",
      inRoot(({ Resources }) => {
        Resources.Fn.Metadata["aws:asset:path"] = "asset.2";
      }),
      inRoot(({ Resources }) => {
        Resources.Fn.Metadata["aws:asset:path"] = "asset.3";
      }),
      "property Fn Metadata /Metadata",
    ],
    [
      "a name that is known later, by another resource's",
      made({ Ref: "New" }),
      variable({ Ref: "Queue" }),
      ENVIRONMENT,
    ],
    ["a name that is known later, by a text", made({ Ref: "New" }), variable("x"), ENVIRONMENT],
    [
      "a name that is known later, by a parameter in the text around it",
      made({ "Fn::Sub": `\${New}-\${Size}` }),
      { parameters: { Size: "2" } },
      ENVIRONMENT,
    ],
    [
      "a name that is known later, by the resource of another type under that name",
      made({ Ref: "New" }),
      inRoot(({ Resources }) => {
        Resources.New = { Type: "AWS::SNS::Topic" };
      }),
      "definition New",
    ],
    [
      "a name that is known later, by the function of another type under that name",
      made({ Ref: "New" }),
      inRoot(({ Resources }) => {
        Resources.Fn = { Type: "AWS::SNS::Topic", Properties: { DisplayName: "fn" } };
      }),
      ENVIRONMENT,
    ],
    [
      "what a loop makes, by its list",
      LOOPED,
      inRoot(({ Resources }) => {
        Resources["Fn::ForEach::Queues"][1] = ["Two"];
        Resources.QueueOne = { Type: "AWS::SQS::Queue", Properties: { VisibilityTimeout: 30 } };
      }),
      "property QueueOne /Properties/VisibilityTimeout",
    ],
    [
      "a property in a nested stack, by a revert",
      inNet(({ Resources }) => {
        Resources.Inner.Properties.DisplayName = "new";
      }),
      inNet(({ Resources }) => {
        Resources.Inner.Properties.DisplayName = "inner";
      }),
      "property Net/Inner /Properties/DisplayName",
    ],
    [
      "a property in a nested stack, by what that is given",
      inNet(({ Resources }) => {
        Resources.Inner.Properties.DisplayName = { Ref: "Size" };
      }),
      inRoot(({ Resources }) => {
        Resources.Net.Properties.Parameters.Size = "7";
      }),
      "property Net/Inner /Properties/DisplayName",
    ],
    [
      "an output of a nested stack, by a revert",
      inNet((net) => {
        net.Outputs = { Name: { Value: { Ref: "Size" } } };
      }),
      inNet((net) => {
        delete net.Outputs;
      }),
      "output Net/Name",
    ],
  ])("%s", async ([, neighbour, later, left]) => {
    expect((await afterUpdate(neighbour, later)).left).toContain(`not-present ${left}`);
  });

  test("also where the neighbour's own change stays, and the deploy would do nothing to it", async () => {
    const { now } = await afterUpdate(made({ Ref: "New" }), variable({ Ref: "Queue" }));
    expect([...now.items.keys()].filter((name) => name.split(" ")[1] === "Fn")).toEqual([]);
  });
});

describe("what nobody can prove blocks:", () => {
  test("a name that is known later where nobody wrote anything: another may have written what takes it since", async () => {
    const account = openAccount();
    account.aws.faults.add({ scenario: "uncertain-attributes" });
    const arn = { "Fn::GetAtt": ["Queue", "Arn"] };
    const start = inRoot(({ Resources }) => {
      Resources.Fn.Properties.Environment.Variables.QUEUE = arn;
    });
    await account.deploy(edited(start));
    const neighbour: Change = inRoot(({ Resources }) => {
      Resources.Queue.Properties.VisibilityTimeout = 60;
    });
    const reviewed = await account.preview(edited(start, neighbour, { root: OWN }));
    await account.deploy(edited(start, neighbour));
    const now = await account.preview(edited(start, neighbour, { root: OWN }));
    expect(differencesBetween(now, reviewed)).toEqual([
      "not-present property Fn /Properties/Environment/Variables/QUEUE",
    ]);
  });
});
