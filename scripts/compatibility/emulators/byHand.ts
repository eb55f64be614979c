import { setTimeout as delay } from "node:timers/promises";

/** The services that somebody uses by hand here: the name before their operations, and their version of AWS's JSON protocol. */
const SERVICES = {
  sqs: { target: "AmazonSQS", version: "1.0" },
  ssm: { target: "AmazonSSM", version: "1.1" },
  kms: { target: "TrentService", version: "1.1" },
} as const;

/** Calls a service as somebody with a console does. Throws where it refuses. */
export async function call(
  url: string,
  service: keyof typeof SERVICES,
  operation: string,
  input: object,
): Promise<Readonly<Record<string, unknown>>> {
  const { target, version } = SERVICES[service];
  const response = await fetch(url, {
    method: "POST",
    headers: {
      authorization: scoped(service),
      "content-type": `application/x-amz-json-${version}`,
      "x-amz-target": `${target}.${operation}`,
    },
    body: JSON.stringify(input),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`by hand, ${operation}: ${response.status} ${text.slice(0, 200)}`);
  return (text === "" ? {} : JSON.parse(text)) as Readonly<Record<string, unknown>>;
}

/** The same of CloudFormation, which speaks the Query protocol. Gives the answer's XML. */
export function callCloudFormation(url: string, fields: Readonly<Record<string, string>>): Promise<string> {
  return callQuery(url, "cloudformation", { Version: "2010-05-15", ...fields });
}

/** Two subnets of the default VPC, in two zones, as the parameters of the bundled template. */
export async function defaultNetwork(url: string): Promise<Readonly<Record<string, string>>> {
  const xml = await callQuery(url, "ec2", { Version: "2016-11-15", Action: "DescribeSubnets" });
  const all = (name: string) =>
    [...xml.matchAll(new RegExp(`<${name}>([^<]+)</${name}>`, "g"))].map(([, value = ""]) => value);
  const [SubnetIdA = "", SubnetIdB = ""] = all("subnetId");
  const [AvailabilityZoneA = "", AvailabilityZoneB = ""] = all("availabilityZone");
  const [VpcId = ""] = all("vpcId");
  return { VpcId, SubnetIdA, SubnetIdB, AvailabilityZoneA, AvailabilityZoneB };
}

async function callQuery(
  url: string,
  service: string,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  const response = await fetch(url, {
    method: "POST",
    headers: { authorization: scoped(service), "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`by hand, ${fields.Action}: ${response.status} ${text.slice(0, 200)}`);
  return text;
}

const AT_REST = /^(CREATE|UPDATE|UPDATE_ROLLBACK)_COMPLETE$/;

/** Makes the stack by hand where what went before did not leave it as it does with AWS. */
export async function haveStack(url: string, TemplateBody: string): Promise<void> {
  const stacks = await stacksNamedApp(url);
  if (stacks.length === 1 && stacks.every(({ status }) => AT_REST.test(status))) return;
  for (const { id } of stacks) await callCloudFormation(url, { Action: "DeleteStack", StackName: id });
  await until(async () => (await stacksNamedApp(url)).length === 0, "the stack's deletion");
  await callCloudFormation(url, { Action: "CreateStack", StackName: "app", TemplateBody });
  const isMade = ({ status }: { readonly status: string }) => AT_REST.test(status);
  await until(async () => (await stacksNamedApp(url)).some(isMade), "the stack's creation");
}

async function stacksNamedApp(url: string) {
  const all = await callCloudFormation(url, { Action: "DescribeStacks" });
  // Of a stack, its outputs and tags are members, too: what comes before the next stack's ARN is its own.
  const told = all.split("<StackId>").slice(1);
  return told
    .map((text) => ({
      id: /^[^<]+/.exec(text)?.[0] ?? "",
      status: /<StackStatus>([^<]+)</.exec(text)?.[1] ?? "",
    }))
    .filter(({ id, status }) => id.includes(":stack/app/") && status !== "DELETE_COMPLETE");
}

async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    if (await isSo()) return;
    await delay(500);
  }
  throw new Error(`by hand: ${what} does not end`);
}

/** Makes a bucket, path style. */
export async function makeBucket(url: string, name: string): Promise<void> {
  const response = await fetch(`${url}/${name}`, { method: "PUT", headers: { authorization: scoped("s3") } });
  if (!response.ok) throw new Error(`by hand, CreateBucket: ${response.status}`);
}

/** They look at the scope of the credentials to know the service, and verify no signature. */
function scoped(service: string): string {
  const scope = `AKIASANDBOXSANDBOX00/20260101/us-east-1/${service}/aws4_request`;
  return `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`;
}
