import { test } from "vitest";
import { botComments, openSmallStage, outcome, preview, STACK, TEMPLATE_PATH } from "./stack.ts";

type Statement = Readonly<Record<string, unknown>>;

const denial: Statement = {
  ...{ Effect: "Deny", Principal: "*", Action: "sqs:*" },
  Resource: { "Fn::GetAtt": ["Queue", "Arn"] },
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const sending: Statement = {
  ...{ Effect: "Allow", Principal: { Service: "sns.amazonaws.com" }, Action: "sqs:SendMessage" },
  Resource: { "Fn::GetAtt": ["Queue", "Arn"] },
};

/** A queue with a policy of these statements. */
function template(...Statement: readonly Statement[]): string {
  const policy = { Queues: [{ Ref: "Queue" }], PolicyDocument: { Version: "2012-10-17", Statement } };
  return JSON.stringify({
    Resources: {
      Queue: { Type: "AWS::SQS::Queue" },
      Policy: { Type: "AWS::SQS::QueuePolicy", Properties: policy },
    },
  });
}

/** What only CloudFormation works out. */
const part = { "Fn::Select": [4, { "Fn::Split": [":", { "Fn::GetAtt": ["Queue", "Arn"] }] }] };

const LESS = "less is denied";
const UNTOLD = "CloudFormation shows only a part of this policy";

test.for([
  ["an Allow comes", [sending, denial], []],
  ["a Deny goes", [sending], [LESS]],
  ["a part of an ARN comes", [denial, { ...sending, Principal: { AWS: part } }], [UNTOLD]],
] as const)(
  "a policy that CloudFormation leaves out is told by the templates: %s",
  async ([, wanted, told], { expect }) => {
    await using stage = await openSmallStage({
      repository: { files: { [TEMPLATE_PATH]: template(denial) } },
    });
    stage.aws.cloudFormation.putStack({ stackName: STACK, template: template(denial) });
    for (const field of ["BeforeContext", "AfterContext", "BeforeValue", "AfterValue"])
      stage.aws.faults.add({ scenario: "left-out", field });
    const number = await stage.repository.openPullRequest({
      head: "topic",
      files: { [TEMPLATE_PATH]: template(...wanted) },
    });
    expect(outcome(await preview(stage, number, "opened"))).toEqual({ exitCode: 0, result: "previewed" });
    const body = (await botComments(stage, number))[0]?.body ?? "";
    expect([LESS, UNTOLD].filter((text) => body.includes(text))).toEqual(told);
  },
);
