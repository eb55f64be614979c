import { expect, test } from "vitest";
import type { Stage } from "../../sandbox/stage.ts";
import { calls, deploy, openSmallStage, outcome, preview, STACK, TEMPLATE_PATH } from "../stack.ts";

// What a new resource will be hangs on parts of the template that its own pull request leaves alone, and another one changes.

const deployed = { exitCode: 0, result: "deployed" };
const stale = { exitCode: 1, result: "blocked", reason: "stale-review" };
const previewed = { exitCode: 0, result: "previewed" };

const INSIDE = "10.0.0.0/8";
const WORLD = "0.0.0.0/0";
const cidr = { "Fn::FindInMap": ["Net", "db", "cidr"] };
const group = (from: object) => ({
  Type: "AWS::EC2::SecurityGroup",
  Properties: {
    GroupDescription: "db",
    VpcId: "vpc-1",
    SecurityGroupIngress: [{ IpProtocol: "tcp", FromPort: 5432, ToPort: 5432, CidrIp: from }],
    Tags: [{ Key: "open", Value: { "Fn::If": ["IsOpen", "yes", "no"] } }],
  },
});

interface Has {
  readonly cidr?: string;
  readonly other?: string;
  readonly open?: string;
  readonly group?: boolean;
}

function body({ cidr: db = INSIDE, other = "a", open = "dev", group: isThere = false }: Has = {}): string {
  const template = {
    Parameters: { Env: { Type: "String", Default: "prod" } },
    Mappings: { Net: { db: { cidr: db }, web: { cidr: other } } },
    Conditions: { IsOpen: { "Fn::Equals": [{ Ref: "Env" }, open] } },
    Resources: {
      Topic: {
        Type: "AWS::SNS::Topic",
        Properties: {
          DisplayName: { "Fn::Join": ["-", [cidr, { "Fn::FindInMap": ["Net", "web", "cidr"] }]] },
          KmsMasterKeyId: { "Fn::If": ["IsOpen", "a", "b"] },
        },
      },
      ...(isThere ? { Group: group(cidr) } : {}),
    },
  };
  return JSON.stringify(template, null, 2);
}

const files = (has: Has = {}) => ({ [TEMPLATE_PATH]: body(has) });

async function opened(): Promise<Stage> {
  const stage = await openSmallStage({ repository: { files: files() } });
  stage.aws.cloudFormation.putStack({ stackName: STACK, template: body() });
  return stage;
}

/** A pull request, previewed. */
async function proposed(stage: Stage, head: string, has: Has): Promise<number> {
  const number = await stage.repository.openPullRequest({ head, files: files(has) });
  expect(outcome(await preview(stage, number, "opened"))).toEqual(previewed);
  return number;
}

test.concurrent.for([
  ["a mapping", { cidr: WORLD }, "Mappings"],
  ["a condition", { open: "prod" }, "Conditions"],
] as const)(
  "%s that another pull request changed, which a new resource reaches",
  async ([, change, section]) => {
    await using stage = await opened();
    const added = await proposed(stage, "added", { group: true });
    await stage.repository.merge(await proposed(stage, "changed", change));
    expect(outcome(await deploy(stage))).toEqual(deployed);
    const executed = calls(stage, "ExecuteChangeSet").length;
    await stage.repository.merge(added);
    const blocked = await deploy(stage);
    expect(outcome(blocked)).toEqual(stale);
    expect(blocked.text).toContain("values Group");
    expect(blocked.text).toContain(section);
    expect(calls(stage, "ExecuteChangeSet")).toHaveLength(executed);
  },
);

test.concurrent("a mapping that another pull request changes in the same deploy", async () => {
  await using stage = await opened();
  const added = await proposed(stage, "added", { group: true });
  await stage.repository.merge(await proposed(stage, "changed", { cidr: WORLD }));
  await stage.repository.merge(added);
  expect(outcome(await deploy(stage))).toEqual(stale);
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
});

test.concurrent("another entry of the mapping is nothing to it", async () => {
  await using stage = await opened();
  const added = await proposed(stage, "added", { group: true });
  await stage.repository.merge(await proposed(stage, "changed", { other: "b" }));
  await stage.repository.merge(added);
  expect(outcome(await deploy(stage))).toEqual(deployed);
});

const NESTED = "nested/net.json";
const nested = (more: object = {}) => ({
  Parameters: { Given: { Type: "String" }, Own: { Type: "String", Default: "own" } },
  Resources: { First: { Type: "AWS::SNS::Topic", Properties: { DisplayName: { Ref: "Given" } } }, ...more },
});
const second = { Type: "AWS::SNS::Topic", Properties: { DisplayName: { "Fn::Sub": `\${Given}-\${Own}` } } };
const around = (url: string, given: string) => ({
  Resources: {
    Net: {
      Type: "AWS::CloudFormation::Stack",
      Properties: { TemplateURL: url, Parameters: { Given: given } },
    },
  },
});
const text = (value: object) => JSON.stringify(value, null, 2);

test.concurrent("what another pull request gives to a nested stack, which a new resource in it takes", async () => {
  const root = (given: string) => ({ [TEMPLATE_PATH]: text(around(NESTED, given)) });
  const repository = { files: { ...root(INSIDE), [NESTED]: text(nested()) } };
  await using stage = await openSmallStage({ inputs: { "s3-bucket": "templates" }, repository });
  stage.aws.objects.put("templates", "net.json", text(nested()));
  const template = text(around(`${stage.aws.url}/templates/net.json`, INSIDE));
  stage.aws.cloudFormation.putStack({ stackName: STACK, template });
  const open = async (head: string, changed: Readonly<Record<string, string>>) => {
    const number = await stage.repository.openPullRequest({ head, files: changed });
    expect(outcome(await preview(stage, number, "opened"))).toEqual(previewed);
    return number;
  };
  const added = await open("added", { [NESTED]: text(nested({ Second: second })) });
  await stage.repository.merge(await open("given", root(WORLD)));
  expect(outcome(await deploy(stage))).toEqual(deployed);
  await stage.repository.merge(added);
  const blocked = await deploy(stage);
  expect(outcome(blocked)).toEqual(stale);
  expect(blocked.text).toContain("values Net/Second");
});
