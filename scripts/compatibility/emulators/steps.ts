import { aurora, auroraWithout } from "./aurora.ts";
import { call, callCloudFormation, haveStack, makeBucket } from "./byHand.ts";
import { commentsOf, expectResult, expectText, merge, type Place, propose } from "./place.ts";

/** A step of the way: throws with what was found where it does not go as it does with AWS. */
export interface WayStep {
  readonly name: string;
  readonly go: (place: Place) => Promise<void>;
  /** The steps that make what this one needs. */
  readonly after?: readonly string[];
}

const NEW = "deploy of a new stack";
const CHANGED = "deploy of a change";

/** From the first pull request to the stack's end. */
export const STEPS: readonly WayStep[] = [
  { name: "preview of a new stack, its comment", go: previewNew },
  { name: NEW, go: deployNew },
  { name: "its outputs, in the comment", go: outputs, after: [NEW] },
  { name: "preview of a change, its values", go: previewChange },
  { name: CHANGED, go: deployChange },
  { name: "a push that changes nothing, its outputs", go: pushNothing },
  { name: "drift: none", go: inSync },
  { name: "drift: a property changed by hand", go: changedByHand },
  { name: "a stack changed between review and merge: blocked", go: behindTheReview },
  { name: "what holds data replaced: blocked", go: dataLoss },
  { name: "a failed deploy, its root cause", go: failure },
  { name: "a template of more than 51,200 bytes, through S3", go: throughS3 },
  { name: "a record signed by KMS", go: signed },
  { name: "clean-up of a closed pull request", go: cleanUp },
  { name: "destroy", go: destroy },
  { name: "the bundled Aurora template, to its outputs", go: aurora },
  {
    name: "the same without its egress rules and event subscription",
    go: auroraWithout("AWS::EC2::SecurityGroupEgress", "AWS::RDS::EventSubscription"),
  },
];

/** What `main` holds once the stack is there; every step leaves it so, or says so. */
const PRESENT = { timeout: 60, data: "orders" } as const;

async function previewNew(place: Place): Promise<void> {
  const { number, step } = await propose(place, "new", { ...PRESENT, timeout: 31 });
  expectResult(step, "previewed");
  expectText(await commentsOf(place, number), "Queue", "News", "Data");
}

async function deployNew(place: Place): Promise<void> {
  expectResult(await merge(place, 1), "deployed");
  if ((await visibilityTimeout(place)) !== "31") throw new Error("the queue is not as the template has it");
}

async function outputs(place: Place): Promise<void> {
  expectText(await commentsOf(place, 1), "`QueueArn` | `arn:aws:sqs:");
}

async function previewChange(place: Place): Promise<void> {
  await haveStack(place.url, place.template({ ...PRESENT, timeout: 31 }));
  const { number, step } = await propose(place, "change", PRESENT);
  expectResult(step, "previewed");
  expectText(await commentsOf(place, number), "- VisibilityTimeout: 31", "+ VisibilityTimeout: 60");
}

async function deployChange(place: Place): Promise<void> {
  expectResult(await merge(place, 2), "deployed");
  const timeout = await visibilityTimeout(place);
  if (timeout !== "60") throw new Error(`the queue's VisibilityTimeout is ${timeout} after it`);
}

async function pushNothing({ stage, run }: Place): Promise<void> {
  await stage.repository.push("main", { "README.md": "# app\n" }, "Nothing that is deployed");
  const step = await run(await stage.repository.event.push("main"));
  expectResult(step, "no-changes");
  expectText(`QueueArn ${step.outputs.QueueArn}`, "QueueArn arn:aws:sqs:");
}

async function inSync({ stage, run }: Place): Promise<void> {
  expectResult(await run(await stage.repository.event.schedule()), "in-sync");
}

async function changedByHand({ stage, url, run }: Place): Promise<void> {
  const set = async (VisibilityTimeout: string) =>
    call(url, "sqs", "SetQueueAttributes", {
      QueueUrl: (await queueUrls(url))[0],
      Attributes: { VisibilityTimeout },
    });
  await set("99");
  const step = await run(await stage.repository.event.schedule());
  await set("60");
  expectResult(step, "drifted");
  expectText(step.text, "/VisibilityTimeout: 60 → 99");
}

async function behindTheReview(place: Place): Promise<void> {
  const { number, step } = await propose(place, "reviewed", { ...PRESENT, timeout: 61 });
  expectResult(step, "previewed");
  await updateByHand(place, place.template({ ...PRESENT, timeout: 62 }));
  const deploy = await merge(place, number);
  await updateByHand(place, place.template({ ...PRESENT, timeout: 61 }));
  expectResult(deploy, "blocked", "stale-review");
}

async function dataLoss(place: Place): Promise<void> {
  const { step } = await propose(place, "rename", { ...PRESENT, timeout: 61, data: "customers" });
  expectResult(step, "blocked", "destructive");
}

async function failure(place: Place): Promise<void> {
  const wanted = JSON.parse(place.template({ ...PRESENT, timeout: 61 })) as {
    Resources: Record<string, unknown>;
  };
  const Properties = { Name: "/app/setting", Type: "String", Value: "mine" };
  wanted.Resources.Setting = { Type: "AWS::SSM::Parameter", Properties };
  const { number, step } = await propose(place, "failing", JSON.stringify(wanted));
  expectResult(step, "previewed");
  await call(place.url, "ssm", "PutParameter", { ...Properties, Value: "somebody else's" });
  const deploy = await merge(place, number);
  await propose(place, "revert", { ...PRESENT, timeout: 61 }).then((back) => merge(place, back.number));
  expectResult(deploy, "failed", "rolled-back");
  const causes = deploy.annotations.filter(({ level }) => level === "error").map(({ message }) => message);
  expectText(causes.join("\n"), "ended in UPDATE_ROLLBACK_COMPLETE", "Setting", "exists");
}

async function throughS3(place: Place): Promise<void> {
  await haveStack(place.url, place.template({ ...PRESENT, timeout: 61 }));
  await makeBucket(place.url, "templates");
  const wanted = JSON.parse(place.template({ ...PRESENT, timeout: 63 })) as Record<string, unknown>;
  wanted.Metadata = {
    Notes: Array.from({ length: 1_000 }, (_, n) => `${n}: ${"about this stack ".repeat(4)}`),
  };
  const inputs = { "s3-bucket": "templates" };
  const { number, step } = await propose(place, "large", JSON.stringify(wanted), inputs);
  expectResult(step, "previewed");
  expectResult(await merge(place, number, inputs), "deployed");
  const timeout = await visibilityTimeout(place);
  if (timeout !== "63") throw new Error(`the queue's VisibilityTimeout is ${timeout} after it`);
}

async function signed(place: Place): Promise<void> {
  const made = await call(place.url, "kms", "CreateKey", {
    KeySpec: "HMAC_256",
    KeyUsage: "GENERATE_VERIFY_MAC",
  });
  const inputs = { "record-key": (made.KeyMetadata as { readonly Arn: string }).Arn };
  const { number, step } = await propose(place, "signed", { ...PRESENT, timeout: 64 }, inputs);
  expectResult(step, "previewed");
  expectResult(await merge(place, number, inputs), "deployed");
}

async function cleanUp(place: Place): Promise<void> {
  const { number, step } = await propose(place, "given-up", { ...PRESENT, timeout: 99 });
  expectResult(step, "previewed");
  const { repository } = place.stage;
  await repository.close(number);
  expectResult(await place.run(await repository.event.pullRequest(number, "closed")), "cleaned-up");
  const left = await callCloudFormation(place.url, { Action: "ListChangeSets", StackName: "app" });
  if (left.includes(`pr-${number}-`)) throw new Error("the change set is still there");
}

async function destroy({ stage, run }: Place): Promise<void> {
  const event = await stage.repository.event.workflowDispatch({}, "main");
  expectResult(await run(event, { mode: "destroy", confirm: "app" }), "destroyed");
}

async function updateByHand({ url }: Place, TemplateBody: string): Promise<void> {
  await callCloudFormation(url, { Action: "UpdateStack", StackName: "app", TemplateBody });
}

/** Of the stack's one queue: a second one is what an update should have changed, or what it should have deleted. */
async function visibilityTimeout({ url }: Place): Promise<string | undefined> {
  const queues = await queueUrls(url);
  if (queues.length !== 1) throw new Error(`there are ${queues.length} queues where the stack has one`);
  const { Attributes } = await call(url, "sqs", "GetQueueAttributes", {
    QueueUrl: queues[0],
    AttributeNames: ["VisibilityTimeout"],
  });
  return (Attributes as Readonly<Record<string, string>> | undefined)?.VisibilityTimeout;
}

async function queueUrls(url: string): Promise<readonly string[]> {
  const { QueueUrls } = await call(url, "sqs", "ListQueues", {});
  return (QueueUrls ?? []) as readonly string[];
}
