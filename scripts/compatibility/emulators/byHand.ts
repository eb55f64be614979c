/** The services that somebody uses by hand here, by the name before their operations (AWS JSON protocol). */
const TARGETS = { sqs: "AmazonSQS", ssm: "AmazonSSM", kms: "TrentService" } as const;

/** Calls a service as somebody with a console does. Throws where it refuses. */
export async function call(
  url: string,
  service: keyof typeof TARGETS,
  operation: string,
  input: object,
): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(url, {
    method: "POST",
    headers: { ...headersFor(service), "x-amz-target": `${TARGETS[service]}.${operation}` },
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
    headers: { ...headersFor(service), "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`by hand, ${fields.Action}: ${response.status} ${text.slice(0, 200)}`);
  return text;
}

/** Makes the stack by hand where what went before did not leave it as it does with AWS. */
export async function haveStack(url: string, TemplateBody: string): Promise<void> {
  const all = await callCloudFormation(url, { Action: "DescribeStacks" });
  const ids = [...all.matchAll(/<StackId>([^<]*:stack\/app\/[^<]*)</g)].map(([, id = ""]) => id);
  if (ids.length === 1 && /<StackStatus>CREATE_COMPLETE</.test(all)) return;
  for (const id of ids) await callCloudFormation(url, { Action: "DeleteStack", StackName: id });
  await callCloudFormation(url, { Action: "CreateStack", StackName: "app", TemplateBody });
}

/** Makes a bucket, path style. */
export async function makeBucket(url: string, name: string): Promise<void> {
  const response = await fetch(`${url}/${name}`, { method: "PUT", headers: headersFor("s3") });
  if (!response.ok) throw new Error(`by hand, CreateBucket: ${response.status}`);
}

/** They look at the scope of the credentials to know the service, and verify no signature. */
function headersFor(service: string): Readonly<Record<string, string>> {
  const scope = `AKIASANDBOXSANDBOX00/20260101/us-east-1/${service}/aws4_request`;
  return {
    "content-type": "application/x-amz-json-1.0",
    authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
  };
}
