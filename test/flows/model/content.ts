/**
 * What a commit holds: a value a key, merged key by key as git merges lines. `Queue` and `Delay` are two properties of one
 * resource, so that two pull requests can touch one resource without a conflict; `Table` holds data. Some keys stand in
 * the template, some in the workflow that runs the action, one in a file that no deploy reads.
 */
export type Key = (typeof KEYS)[number];
export type Content = { readonly [K in Key]?: string };

export const TEMPLATE = "stack.json";
const WORKFLOW = ".github/workflows/deploy.yml";

/** Where each key stands, and the values that it can take: few, so that changes meet and undo each other. */
const PLACES = {
  Queue: [TEMPLATE, "30", "60", "90"],
  Delay: [TEMPLATE, "0", "5"],
  Size: [WORKFLOW, "1", "2"],
  // A parameter that no resource uses: a change of its own, and no resource tells it.
  Note: [WORKFLOW, "", "x", "y"],
  Topic: [TEMPLATE, "", "news", "alerts"],
  // A queue whose time-out is a parameter that nobody names (it keeps the stack's value), an entry of a mapping, or hangs on
  // a condition.
  Spare: [TEMPLATE, "", "kept", "mapped", "either", "45"],
  // The mapping's entry.
  Time: [TEMPLATE, "", "50"],
  // What the condition compares with.
  Long: [TEMPLATE, "", "60"],
  // The time-out of a queue that is there only where a parameter says so.
  Off: [TEMPLATE, "", "45", "50"],
  On: [WORKFLOW, "", "yes"],
  Table: [TEMPLATE, "", "one", "two"],
  // Needs a capability.
  Iam: [TEMPLATE, "", "yes"],
  // A parameter that holds the SHA of the very commit.
  Image: [WORKFLOW, "", "sha"],
  Team: [WORKFLOW, "", "a", "b"],
  Role: [WORKFLOW, "", "one", "two"],
  Topics: [WORKFLOW, "", "one", "two"],
  Alarms: [WORKFLOW, "", "one", "none"],
  OnFailure: [WORKFLOW, "", "keep"],
  Protect: [WORKFLOW, "", "true", "false"],
  Docs: ["docs/guide.md", "", "a", "b"],
  // A nested stack whose template lies in a bucket, and of which CloudFormation lists nothing.
  Nested: [TEMPLATE, "", "yes"],
} as const;

export const KEYS = Object.keys(PLACES) as readonly (keyof typeof PLACES)[];
/** Where a nested stack's template lies. */
export const NESTED_URL = "https://templates.s3.us-east-1.amazonaws.com/child.json";

/** A template of one topic. */
export function nestedTemplate(name: string): string {
  return JSON.stringify({
    Resources: { Inner: { Type: "AWS::SNS::Topic", Properties: { DisplayName: name } } },
  });
}

export const START: Content = { Queue: "30", Delay: "0", Size: "1" };

export function valuesOf(key: Key): readonly string[] {
  return PLACES[key].slice(1);
}

/** The file that a key stands in. */
export function fileOf(key: Key): string {
  return PLACES[key][0];
}

export function isSameContent(a: Content, b: Content): boolean {
  return changedKeys(a, b).length === 0;
}

export function changedKeys(a: Content, b: Content): readonly Key[] {
  return KEYS.filter((key) => (a[key] ?? "") !== (b[key] ?? ""));
}

const ACCOUNT = "123456789012";

function alarmsNamed(name: string): string {
  return name === "none" ? name : `arn:aws:cloudwatch:us-east-1:${ACCOUNT}:alarm:${name}`;
}

/** What the workflow of a commit gives to the action; `commit` is what `github.sha` is there. */
export function inputsOf(content: Content, commit: string): Readonly<Record<string, string>> {
  const {
    Size = "1",
    Note = "none",
    On = "no",
    Image,
    Team,
    Role,
    Topics,
    Alarms,
    OnFailure,
    Protect,
    Nested,
  } = content;
  const parameters = [`Size=${Size}`, `Note=${Note}`, `On=${On}`, ...(Image ? [`Image=${commit}`] : [])];
  return {
    parameters: parameters.join("\n"),
    ...(Team ? { tags: `team=${Team}` } : {}),
    ...(Role ? { "role-arn": `arn:aws:iam::${ACCOUNT}:role/${Role}` } : {}),
    ...(Topics ? { "notification-arns": `arn:aws:sns:us-east-1:${ACCOUNT}:${Topics}` } : {}),
    ...(Alarms ? { "rollback-alarms": alarmsNamed(Alarms) } : {}),
    ...(OnFailure ? { "on-failure": OnFailure } : {}),
    ...(Protect ? { "termination-protection": Protect } : {}),
    ...(Nested ? { "include-nested-stacks": "false" } : {}),
  };
}

export function templateOf(content: Content): string {
  const { Queue = "30", Delay = "0", Topic, Spare, Table, Iam, Nested } = content;
  const { Time = "40", Long = "30", Off = "40" } = content;
  return JSON.stringify({
    Parameters: {
      Size: { Type: "String", Default: "1" },
      Note: { Type: "String", Default: "none" },
      Kept: { Type: "String", Default: "30" },
      Image: { Type: "String", Default: "none" },
      On: { Type: "String", Default: "no" },
    },
    Mappings: { Times: { spare: { timeout: Time } } },
    Conditions: { IsLong: isLong(Long), IsOn: { "Fn::Equals": [{ Ref: "On" }, "yes"] } },
    Resources: {
      Queue: {
        Type: "AWS::SQS::Queue",
        Properties: { VisibilityTimeout: Number(Queue), DelaySeconds: Number(Delay) },
      },
      Sized: {
        Type: "AWS::SNS::Topic",
        Properties: {
          DisplayName: {
            "Fn::Sub": ["size $" + "{Size} of $" + "{Image} for $" + "{Time}", { Time: mappedTime }],
          },
        },
      },
      ...(Topic ? { Topic: { Type: "AWS::SNS::Topic", Properties: { DisplayName: Topic } } } : {}),
      ...(Spare ? { Spare: spare(Spare) } : {}),
      Off: {
        ...{ Type: "AWS::SQS::Queue", Condition: "IsOn" },
        Properties: { VisibilityTimeout: Number(Off) },
      },
      ...(Table ? { Table: table(Table) } : {}),
      ...(Iam ? { Worker: worker } : {}),
      ...(Nested
        ? { Child: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: NESTED_URL } } }
        : {}),
    },
    Outputs: { QueueArn: { Value: { "Fn::GetAtt": ["Queue", "Arn"] } } },
  });
}

const mappedTime = { "Fn::FindInMap": ["Times", "spare", "timeout"] };

function isLong(than: string) {
  return { "Fn::Equals": [{ Ref: "Kept" }, than] };
}

function spare(timeout: string) {
  const told: Readonly<Record<string, object>> = {
    kept: { Ref: "Kept" },
    mapped: mappedTime,
    either: { "Fn::If": ["IsLong", 90, 20] },
  };
  const VisibilityTimeout = told[timeout] ?? Number(timeout);
  return { Type: "AWS::SQS::Queue", Properties: { VisibilityTimeout } };
}

/** Everything that can stand behind the definition of a `Spare` that is mapped, or either of two. */
export function behindSpare(): readonly object[] {
  const times = ["40", ...valuesOf("Time")];
  const longs = ["30", ...valuesOf("Long")];
  return [
    ...times.map((timeout) => ({ Mappings: { Times: { spare: { timeout } } } })),
    ...longs.flatMap((long) =>
      ["30", "60"].map((kept) => ({
        Conditions: { IsLong: isLong(long) },
        Parameters: { Kept: { Value: [kept, null] } },
      })),
    ),
  ];
}

function table(name: string) {
  return {
    Type: "AWS::DynamoDB::Table",
    Properties: {
      TableName: name,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
    },
  };
}

const worker = {
  Type: "AWS::IAM::Role",
  Properties: {
    AssumeRolePolicyDocument: {
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" },
      ],
    },
  },
};

/** What a deploy of this content must leave in the stack; `kept` and `image` are the stack's own where nobody names them. */
export function intended(content: Content, kept: string, image: string): Readonly<Record<string, string>> {
  const { Queue = "30", Delay = "0", Size = "1", Topic, Spare, Table, Iam, Nested } = content;
  const { Time = "40", Long = "30", Off = "40", On } = content;
  const spare: Readonly<Record<string, string>> = { kept, mapped: Time, either: kept === Long ? "90" : "20" };
  return {
    Queue: `${Queue}/${Delay}`,
    Sized: `size ${Size} of ${image} for ${Time}`,
    ...(Topic ? { Topic } : {}),
    ...(Spare ? { Spare: spare[Spare] ?? Spare } : {}),
    ...(On ? { Off } : {}),
    ...(Table ? { Table } : {}),
    ...(Iam ? { Worker: "role" } : {}),
    ...(Nested ? { Child: "nested" } : {}),
  };
}

/** Three-way, key by key; `undefined` where both sides changed one key in different ways. */
export function merged(base: Content, ours: Content, theirs: Content): Content | undefined {
  const result: { [K in Key]?: string } = {};
  for (const key of KEYS) {
    const [b, o, t] = [base[key] ?? "", ours[key] ?? "", theirs[key] ?? ""];
    if (o !== b && t !== b && o !== t) return undefined;
    const value = t !== b ? t : o;
    if (value !== "") result[key] = value;
  }
  return result;
}
