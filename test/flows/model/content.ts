/**
 * What a commit holds: a value a key, merged key by key as git merges lines. `Queue` and `Delay` are two properties of one
 * resource, so that two pull requests can touch one resource without a conflict; `Table` holds data.
 */
export type Key = (typeof KEYS)[number];
export type Content = { readonly [K in Key]?: string };

export const KEYS = ["Queue", "Delay", "Size", "Note", "Topic", "Spare", "Table"] as const;

/** The values that each key can take; the empty one takes it away. Few, so that changes meet and undo each other. */
export const VALUES: Readonly<Record<Key, readonly string[]>> = {
  Queue: ["30", "60", "90"],
  Delay: ["0", "5"],
  Size: ["1", "2"],
  // A parameter that no resource uses: a change of its own, and no resource tells it.
  Note: ["", "x", "y"],
  Topic: ["", "news", "alerts"],
  // A queue whose time-out is a parameter that nobody names: it keeps the stack's value.
  Spare: ["", "kept", "45"],
  Table: ["", "one", "two"],
};

export const START: Content = { Queue: "30", Delay: "0", Size: "1" };

export function templateOf(content: Content): string {
  const { Queue = "30", Delay = "0", Topic, Spare, Table } = content;
  return JSON.stringify({
    Parameters: {
      Size: { Type: "String", Default: "1" },
      Note: { Type: "String", Default: "none" },
      Kept: { Type: "String", Default: "30" },
    },
    Resources: {
      Queue: {
        Type: "AWS::SQS::Queue",
        Properties: { VisibilityTimeout: Number(Queue), DelaySeconds: Number(Delay) },
      },
      Sized: { Type: "AWS::SNS::Topic", Properties: { DisplayName: { "Fn::Sub": "size $" + "{Size}" } } },
      ...(Topic ? { Topic: { Type: "AWS::SNS::Topic", Properties: { DisplayName: Topic } } } : {}),
      ...(Spare
        ? {
            Spare: {
              Type: "AWS::SQS::Queue",
              Properties: { VisibilityTimeout: Spare === "kept" ? { Ref: "Kept" } : Number(Spare) },
            },
          }
        : {}),
      ...(Table ? { Table: table(Table) } : {}),
    },
    Outputs: { QueueArn: { Value: { "Fn::GetAtt": ["Queue", "Arn"] } } },
  });
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

/** The values that the stack's resources must have for this content; `kept` is the stack's own parameter. */
export function intended(content: Content, kept: string): Readonly<Record<string, string>> {
  const { Queue = "30", Delay = "0", Size = "1", Topic, Spare, Table } = content;
  return {
    Queue: `${Queue}/${Delay}`,
    Sized: `size ${Size}`,
    ...(Topic ? { Topic } : {}),
    ...(Spare ? { Spare: Spare === "kept" ? kept : Spare } : {}),
    ...(Table ? { Table } : {}),
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
