import { expect, test } from "vitest";
import { encodedMessage } from "../sandbox/aws/sts.ts";
import { botComments, calls, deploy, openSmallStage, outcome, propose, putStack } from "./stack.ts";

const ROLE = "arn:aws:sts::111122223333:assumed-role/stack-role/AWSCloudFormation";
const RESOURCE = "arn:aws:sqs:us-east-1:111122223333:orders";
const ENCODED = encodedMessage({ action: "sqs:SetQueueAttributes", resource: RESOURCE, principal: ROLE });
const SECRET = `You are not authorized to perform this operation. Encoded authorization failure message: ${ENCODED} (Service: Sqs, Status Code: 403)`;
const WORDS = `Resource handler returned message: "User: ${ROLE} is not authorized to perform: sqs:SetQueueAttributes on resource: ${RESOURCE} because no identity-based policy allows the sqs:SetQueueAttributes action (Service: Sqs, Status Code: 403)" (HandlerErrorCode: AccessDenied)`;
const STATEMENT = `{"Effect":"Allow","Action":"sqs:SetQueueAttributes","Resource":"${RESOURCE}"}`;

/** A deploy whose queue fails for this reason; `decoding` is what is wrong with STS. */
async function failed(reason: string, decoding?: "access-denied" | "hang") {
  const stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number);
  stage.aws.faults.add({ scenario: "resource-fails", resource: "Queue", reason });
  const operation = "DecodeAuthorizationMessage";
  if (decoding !== undefined) stage.aws.faults.add({ scenario: decoding, operation });
  const step = await deploy(stage);
  const [comment] = await botComments(stage, number);
  return { stage, step, body: comment?.body ?? "", asked: calls(stage, operation).length };
}

test.concurrent.for<[string, string, number]>([
  ["encoded", SECRET, 1],
  ["in words", WORDS, 0],
])(
  "a resource that may not be changed, %s: who lacks what, and the statement to add",
  async ([, reason, times]) => {
    const { stage: opened, step, body, asked } = await failed(reason);
    await using _ = opened;
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "rolled-back" });
    const hint = `Allow sqs:SetQueueAttributes on ${RESOURCE} to role stack-role`;
    for (const told of [step.text, body]) {
      expect(told).toContain(STATEMENT);
      expect(told).not.toContain(ENCODED);
    }
    expect(step.text).toContain(hint);
    // In a block of its own, to be copied.
    expect(body).toMatch(/```text\n(?:> )?\{"Effect":/);
    expect(asked).toBe(times);
  },
);

test.concurrent.for<["access-denied" | "hang"]>([["access-denied"], ["hang"]])(
  "an encoded message that cannot be decoded (%s): what to run, and the deploy's end as ever",
  async ([decoding]) => {
    const { stage: opened, step, asked } = await failed(SECRET, decoding);
    await using _ = opened;
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "rolled-back" });
    expect(step.text).toContain("allow sts:DecodeAuthorizationMessage to the role that this job assumes");
    expect(step.text).toContain(ENCODED);
    expect(asked).toBe(1);
  },
);

test.concurrent("a call of our own that is denied", async () => {
  const stage = await openSmallStage();
  await using _ = stage;
  const principal = "arn:aws:sts::111122223333:assumed-role/preview/session";
  const resource = "arn:aws:cloudformation:us-east-1:111122223333:stack/app/*";
  const message = encodedMessage({ action: "cloudformation:CreateChangeSet", resource, principal });
  const reason = `You are not authorized to perform this operation. Encoded authorization failure message: ${message}`;
  stage.aws.faults.add({ scenario: "access-denied", operation: "CreateChangeSet", reason });
  const { number, step } = await propose(stage, "topic", { timeout: 60 });
  expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "access-denied" });
  const statement = `{"Effect":"Allow","Action":"cloudformation:CreateChangeSet","Resource":"${resource}"}`;
  expect(step.text).toContain(`Allow cloudformation:CreateChangeSet on ${resource} to role preview`);
  expect(step.text).toContain(statement);
  expect((await botComments(stage, number))[0]?.body).toContain(statement);
  expect(calls(stage, "DecodeAuthorizationMessage")).toHaveLength(1);
});
