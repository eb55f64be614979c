/** What holds data in the stack of the way: LocalStack fetches AWS's DynamoDB Local from outside for its first table. */
export type DataHolder = "AWS::DynamoDB::Table" | "AWS::Logs::LogGroup";

export interface Wanted {
  /** VisibilityTimeout of the queue, changed in place. */
  readonly timeout: number;
  /** Name of what holds data, which is replaced where it changes; without one there is nothing. */
  readonly data?: string;
}

/** The stack of the way: a queue, a topic, and something that holds data. */
export function template({ timeout, data }: Wanted, holder: DataHolder): string {
  return JSON.stringify(
    {
      Resources: {
        Queue: { Type: "AWS::SQS::Queue", Properties: { VisibilityTimeout: timeout } },
        News: { Type: "AWS::SNS::Topic", Properties: { DisplayName: "first" } },
        ...(data === undefined ? {} : { Data: { Type: holder, Properties: PROPERTIES[holder](data) } }),
      },
      Outputs: { QueueArn: { Value: { "Fn::GetAtt": ["Queue", "Arn"] } } },
    },
    null,
    2,
  );
}

const PROPERTIES: Readonly<Record<DataHolder, (name: string) => object>> = {
  "AWS::DynamoDB::Table": (name) => ({
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
  }),
  "AWS::Logs::LogGroup": (name) => ({ LogGroupName: name }),
};
