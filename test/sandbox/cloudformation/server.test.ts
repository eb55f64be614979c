import { CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { expect, test } from "vitest";
import { fields, parseQuery } from "../aws/query.ts";
import { startBench, templateOf, topic } from "./fixture.ts";

const scope = (service: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=AKIA/20260105/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
});

async function query(url: string, service: string, body: string): Promise<string> {
  return (await fetch(url, { method: "POST", headers: scope(service), body })).text();
}

test("query bodies nest: lists in their order, structures and maps", () => {
  const body = "A.member.10.B=ten&A.member.2.B=two&Empty=&Id.entry.1.key=k&Id.entry.1.value=v&F.G=x%26y";
  expect(parseQuery(body)).toEqual({
    A: [{ B: "two" }, { B: "ten" }],
    Empty: "",
    Id: { k: "v" },
    F: { G: "x&y" },
  });
});

test("any text survives the XML, and what XML cannot hold is replaced", async () => {
  const bench = await startBench();
  const display = `<a href="x">'&amp;'</a> \u{1F600} ]]> é\ttab`;
  bench.aws.cloudFormation.putStack({
    stackName: "app",
    template: templateOf({ A: topic({ DisplayName: display }) }, { Description: display }),
  });
  expect((await bench.stack()).Description).toBe(display);
  expect(fields({ A: "\u0000\u001B" })).toBe("<A>\uFFFD\uFFFD</A>");
});

test("an account has one budget of calls: what is over it is throttled, costs nothing, and passes with time", async () => {
  const { aws, clock } = await startBench();
  aws.cloudFormation.putStack({ stackName: "app", template: templateOf({ A: topic() }) });
  aws.limitCalls({ perSecond: 2, burst: 3 });
  const ask = async (times: number) => {
    const answers = [];
    for (let time = 0; time < times; time += 1)
      answers.push(await query(aws.url, "cloudformation", "Action=DescribeStacks&StackName=app"));
    return answers.filter((xml) => xml.includes("<Code>Throttling</Code>")).length;
  };
  expect(await ask(5)).toBe(2);
  clock.advance(1_000);
  expect(await ask(3)).toBe(1);
  clock.advance(60_000);
  expect(await ask(4)).toBe(1);
  expect(await query(aws.url, "sts", "Action=GetCallerIdentity")).not.toContain("Throttling");
  aws.limitCalls();
  expect(await ask(5)).toBe(0);
});

test("an unknown operation is refused by name", async () => {
  const { aws } = await startBench();
  const xml = await query(aws.url, "cloudformation", "Action=Frobnicate&Version=2010-05-15");
  expect(xml).toContain("<Type>Sender</Type><Code>InvalidAction</Code>");
});

test("STS, RDS and EC2 answer what a deploy asks", async () => {
  const { aws } = await startBench({ account: "111122223333" });
  expect(await query(aws.url, "sts", "Action=GetCallerIdentity&Version=2011-06-15")).toContain(
    "<Account>111122223333</Account>",
  );
  const versions = (version: string) =>
    query(
      aws.url,
      "rds",
      `Action=DescribeDBEngineVersions&Engine=aurora-postgresql&EngineVersion=${version}`,
    );
  expect(await versions("15.4")).not.toContain("<EngineVersion>");
  expect(await versions("15")).toContain("<EngineVersion>15.10</EngineVersion>");
  const subnets = await query(
    aws.url,
    "ec2",
    "Action=DescribeSubnets&SubnetId.1=subnet-0000000000000000a&SubnetId.2=subnet-0000000000000000b",
  );
  expect([...subnets.matchAll(/<availabilityZone>(.*?)</g)].map(([, zone]) => zone)).toEqual([
    "us-east-1b",
    "us-east-1c",
  ]);
});

test("an object that was put can be a TemplateURL", async () => {
  const bench = await startBench();
  const url = `${bench.aws.url}/bucket/app.json`;
  const call = (method: string, body?: string) =>
    fetch(url, { method, headers: scope("s3"), ...(body ? { body } : {}) });
  expect((await call("HEAD")).status).toBe(404);
  expect((await call("PUT", templateOf({ A: topic() }))).status).toBe(200);
  expect((await call("HEAD")).status).toBe(200);
  const input = {
    ChangeSetType: "CREATE",
    TemplateURL: "https://bucket.s3.us-east-1.amazonaws.com/app.json",
  } as const;
  expect((await bench.propose(input)).Changes).toHaveLength(1);
  await expect(
    bench.propose({ ...input, TemplateURL: "https://s3.amazonaws.com/bucket/none.json" }),
  ).rejects.toThrow("S3 error");
});

test("the control endpoint does what the object does", async () => {
  const bench = await startBench();
  const control = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${bench.aws.url}/_sandbox/${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: answer.status, value: await answer.json() };
  };
  await control("POST", "stacks", {
    stackName: "app",
    template: templateOf({ A: topic() }),
    tags: { a: "b" },
  });
  expect((await bench.stack()).Tags).toEqual([{ Key: "a", Value: "b" }]);
  const { value } = await control("POST", "faults", { scenario: "throttle" });
  await expect(bench.stack()).rejects.toMatchObject({ name: "Throttling" });
  await control("POST", "faults/remove", value as object);
  await bench.stack();
  expect((await control("POST", "faults", { scenario: "earthquake" })).status).toBe(400);
  const requests = (await control("GET", "requests")).value as {
    operation: string;
    outcome: string;
    params: object;
  }[];
  expect(requests.map(({ operation, outcome }) => `${operation} ${outcome}`)).toEqual([
    "DescribeStacks ok",
    "DescribeStacks Throttling",
    "DescribeStacks ok",
  ]);
  expect(requests[0]?.params).toEqual({ StackName: "app" });
});

test("AWS_ENDPOINT_URL is all that a client needs", async () => {
  const { aws } = await startBench();
  aws.cloudFormation.putStack({ stackName: "app", template: templateOf({ A: topic() }) });
  process.env.AWS_ENDPOINT_URL = aws.url;
  try {
    const client = new CloudFormationClient({
      region: "us-east-1",
      credentials: { accessKeyId: "a", secretAccessKey: "b" },
    });
    const { Stacks } = await client.send(new DescribeStacksCommand({}));
    expect(Stacks?.map(({ StackName }) => StackName)).toEqual(["app"]);
    client.destroy();
  } finally {
    delete process.env.AWS_ENDPOINT_URL;
  }
});
