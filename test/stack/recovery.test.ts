import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { StackStatus } from "@aws-sdk/client-cloudformation";
import { describe, expect, test } from "vitest";
import { stuckIn as stuckInStack } from "../../src/flows/watch/stuck.ts";
import { disposition } from "../../src/stack/disposition.ts";
import type { Stack as StackState } from "../../src/stack/model.ts";
import { liftCommand, type StuckResource, type Way, waysOut, waysText } from "../../src/stack/recovery.ts";
import { type Aws, createAws } from "../sandbox/aws/aws.ts";
import type { Fault } from "../sandbox/cloudformation/scenarios.ts";

// UPDATE_GOLDEN=1 writes the file anew; read the difference before you commit it.
const GOLDEN = new URL("../golden/endings/recovery.md", import.meta.url);

const topic = { Type: "AWS::SNS::Topic", Properties: { TopicName: "news" } };
const queue = (timeout = 30) => ({ Type: "AWS::SQS::Queue", Properties: { VisibilityTimeout: timeout } });
const cluster = {
  Type: "AWS::RDS::DBCluster",
  Properties: { Engine: "aurora-postgresql", DBClusterIdentifier: "db", DeletionProtection: true },
};
const template = (resources: object) => JSON.stringify({ Resources: resources });

interface Scene {
  readonly status: string;
  readonly cause: string;
  readonly faults: readonly Fault[];
  readonly bringAbout: (aws: Aws) => void;
  /** Whether a person has put the cause right before the commands. */
  readonly isRepaired: boolean;
  /** Where each way leads; `undefined`: the stack is gone. */
  readonly ends: readonly (string | undefined)[];
}

const call = (aws: Aws, operation: string, params: object) =>
  aws.call("cloudformation", operation, { StackName: "app", ...params } as never);

const child = (timeout: number, inner: object = {}) => ({
  Child: {
    Type: "AWS::CloudFormation::Stack",
    Properties: { TemplateBody: template({ Deep: queue(timeout), ...inner }) },
  },
});
const grand = (timeout: number) => child(timeout, { Grand: child(timeout).Child });

/** An update of the root, a nested stack and one within it that comes to its end but for the topic. */
function updatingNested(aws: Aws): void {
  aws.cloudFormation.putStack({ stackName: "app", template: template({ Queue: queue() }) });
  call(aws, "UpdateStack", { TemplateBody: template({ Queue: queue(), ...grand(30) }) });
  aws.cloudFormation.finish("app");
  const last = { ...topic, DependsOn: ["Queue", "Child"] };
  call(aws, "UpdateStack", { TemplateBody: template({ Queue: queue(60), ...grand(60), Topic: last }) });
}

function updating(aws: Aws): void {
  aws.cloudFormation.putStack({ stackName: "app", template: template({ Queue: queue(), Topic: topic }) });
  call(aws, "UpdateStack", { TemplateBody: template({ Queue: queue(60), Topic: topic }) });
}

function creating(resources: object, more: object = {}): (aws: Aws) => void {
  return (aws) => call(aws, "CreateStack", { TemplateBody: template(resources), ...more });
}

function deleting(resources: object): (aws: Aws) => void {
  return (aws) => {
    aws.cloudFormation.putStack({ stackName: "app", template: template(resources) });
    call(aws, "DeleteStack", {});
  };
}

const fails = { scenario: "resource-fails", reason: "No" } as const;
const dependent = { DependsOn: "Cluster", ...queue() };

const scenes: readonly Scene[] = [
  {
    ...{ status: "UPDATE_ROLLBACK_FAILED", cause: "a resource cannot go back", isRepaired: true },
    faults: [
      { ...fails, resource: "Queue", on: "update" },
      { scenario: "rollback-fails", resource: "Queue" },
    ],
    bringAbout: updating,
    ends: ["UPDATE_ROLLBACK_COMPLETE", "UPDATE_ROLLBACK_COMPLETE"],
  },
  {
    ...{ status: "UPDATE_ROLLBACK_FAILED", cause: "a resource can never go back", isRepaired: false },
    faults: [
      { ...fails, resource: "Queue", on: "update" },
      { scenario: "rollback-fails", resource: "Queue" },
    ],
    bringAbout: updating,
    ends: ["UPDATE_ROLLBACK_FAILED", "UPDATE_ROLLBACK_COMPLETE"],
  },
  {
    ...{ status: "UPDATE_ROLLBACK_FAILED", cause: "that, after a new resource failed", isRepaired: false },
    faults: [
      { ...fails, resource: "Topic" },
      { scenario: "rollback-fails", resource: "Queue" },
    ],
    bringAbout: (aws) => {
      aws.cloudFormation.putStack({ stackName: "app", template: template({ Queue: queue() }) });
      call(aws, "UpdateStack", { TemplateBody: template({ Queue: queue(60), Topic: topic }) });
    },
    ends: ["UPDATE_ROLLBACK_FAILED", "UPDATE_ROLLBACK_COMPLETE"],
  },
  {
    ...{ status: "UPDATE_ROLLBACK_FAILED", cause: "that, in a nested stack", isRepaired: false },
    faults: [
      { ...fails, resource: "Topic" },
      { scenario: "rollback-fails", resource: "Deep" },
    ],
    bringAbout: updatingNested,
    ends: ["UPDATE_ROLLBACK_FAILED", "UPDATE_ROLLBACK_COMPLETE"],
  },
  {
    ...{ status: "UPDATE_ROLLBACK_FAILED", cause: "that, there and in the root", isRepaired: false },
    faults: [
      { ...fails, resource: "Topic" },
      { scenario: "rollback-fails", resource: "Deep" },
      { scenario: "rollback-fails", resource: "Queue" },
    ],
    bringAbout: updatingNested,
    ends: ["UPDATE_ROLLBACK_FAILED", "UPDATE_ROLLBACK_COMPLETE"],
  },
  {
    ...{ status: "DELETE_FAILED", cause: "a resource cannot be deleted", isRepaired: false },
    faults: [{ ...fails, resource: "Queue", on: "delete" }],
    bringAbout: deleting({ Queue: queue(), Topic: topic }),
    ends: [undefined, undefined, "DELETE_FAILED"],
  },
  {
    ...{ status: "DELETE_FAILED", cause: "a cluster is protected from deletion", isRepaired: false },
    faults: [],
    bringAbout: deleting({ Cluster: cluster }),
    ends: [undefined, undefined, undefined],
  },
  {
    ...{ status: "ROLLBACK_FAILED", cause: "a cluster is protected from deletion", isRepaired: false },
    faults: [{ ...fails, resource: "Queue", on: "create" }],
    bringAbout: creating({ Cluster: cluster, Queue: dependent }),
    ends: [undefined],
  },
  {
    ...{ status: "ROLLBACK_FAILED", cause: "that, and the stack is protected too", isRepaired: false },
    faults: [{ ...fails, resource: "Queue", on: "create" }],
    bringAbout: creating({ Cluster: cluster, Queue: dependent }, { EnableTerminationProtection: "true" }),
    ends: [undefined],
  },
  {
    ...{ status: "ROLLBACK_FAILED", cause: "a resource cannot be deleted", isRepaired: true },
    faults: [
      { ...fails, resource: "Topic" },
      { scenario: "rollback-fails", resource: "Queue" },
    ],
    bringAbout: creating({ Queue: queue(), Topic: { ...topic, DependsOn: "Queue" } }),
    ends: [undefined],
  },
];

interface Stuck {
  readonly aws: Aws;
  readonly ways: readonly Way[];
  readonly repair: () => void;
}

/** Brings the stack into its state, and asks for the ways out as a run would that meets it. */
async function stuckIn(scene: Scene): Promise<Stuck> {
  const aws = createAws();
  const faults = scene.faults.map((fault) => aws.faults.add(fault));
  scene.bringAbout(aws);
  aws.cloudFormation.finish("app");
  const stack = aws.cloudFormation.stack("app");
  expect(stack?.status).toBe(scene.status);
  const stacks = {
    describe: async (arn: string) => ({ status: aws.cloudFormation.stack(arn)?.status ?? "" }) as StackState,
    resources: async (arn: string) => resourcesIn(aws, arn),
  };
  const log = { debug: (line: string) => expect(line).toBe("") } as never;
  const stuck = await stuckInStack(stack?.id ?? "", { stacks, log });
  const { status } = scene;
  const terminationProtection = stack?.terminationProtection === true;
  const ways = waysOut({ ...{ stack: "app", region: "us-east-1", status, stuck }, terminationProtection });
  const repair = () => {
    if (scene.isRepaired) for (const fault of faults) aws.faults.remove(fault);
  };
  return { aws, ways, repair };
}

function resourcesIn(aws: Aws, StackName: string) {
  const listed = call(aws, "ListStackResources", { StackName }).StackResourceSummaries;
  return (listed as readonly Readonly<Record<string, string>>[]).map((resource) => {
    const reason = resource.ResourceStatusReason;
    return {
      logicalId: resource.LogicalResourceId ?? "",
      type: resource.ResourceType ?? "",
      physicalId: resource.PhysicalResourceId ?? "",
      status: resource.ResourceStatus ?? "",
      ...(reason === undefined ? {} : { reason }),
    };
  });
}

/** A command of the AWS CLI as the call that it makes. */
function run(aws: Aws, line: string): void {
  const [program, service, verb = "", ...words] = line.split(" ");
  expect(program).toBe("aws");
  expect(line).not.toMatch(/[<>]/);
  const options = new Map<string, string[]>();
  for (const word of words) {
    if (word.startsWith("--")) options.set(word.slice(2), []);
    else [...options.values()].at(-1)?.push(word);
  }
  const value = (name: string) => options.get(name)?.join(" ");
  expect(value("region")).toBe("us-east-1");
  if (service === "rds") {
    expect([verb, value("db-cluster-identifier")]).toEqual(["modify-db-cluster", "db"]);
    expect(options.has("no-deletion-protection")).toBe(true);
    aws.cloudFormation.changeResourceByHand("app", "Cluster", { DeletionProtection: "false" });
    return;
  }
  const operation = verb.replaceAll(/(^|-)[a-z]/g, (start) => start.replace("-", "").toUpperCase());
  const {
    "deletion-mode": mode,
    "retain-resources": retain,
    "resources-to-skip": skip,
  } = Object.fromEntries(options);
  call(aws, operation, {
    ...(mode === undefined ? {} : { DeletionMode: mode[0] }),
    ...(retain === undefined ? {} : { RetainResources: retain }),
    ...(skip === undefined ? {} : { ResourcesToSkip: skip }),
    ...(options.has("no-enable-termination-protection") ? { EnableTerminationProtection: "false" } : {}),
  });
  if (verb !== "update-termination-protection") aws.cloudFormation.finish("app");
}

describe.each(scenes)("$status, because $cause", (scene) => {
  test.each(scene.ends.map((end, index) => ({ end, way: index + 1 })))(
    "way $way leads to $end",
    async ({ end, way }) => {
      const { aws, ways, repair } = await stuckIn(scene);
      expect(ways).toHaveLength(scene.ends.length);
      repair();
      for (const command of ways[way - 1]?.commands ?? []) run(aws, command);
      expect(aws.cloudFormation.stack("app")?.status).toBe(end);
    },
  );
});

test("the table of all of them", async () => {
  const told = await Promise.all(scenes.map(async (scene) => ({ scene, ways: (await stuckIn(scene)).ways })));
  const rows = told.flatMap(({ scene, ways }) =>
    ways.map(({ commands, effect }, index) => {
      const end = scene.ends[index] ?? "the stack is gone";
      const lines = commands.map((command) => `\`${command}\``).join("<br>");
      return `| ${scene.status} | ${scene.cause}${scene.isRepaired ? " (put right)" : ""} | ${lines} | ${effect} | ${end} |`;
    }),
  );
  const head =
    "| state | cause | commands | what is said of them | it ends |\n| --- | --- | --- | --- | --- |";
  const table = `# The ways out of a stack that only a person can repair\n\nEach was tried in the sandbox, to its end, by \`test/stack/recovery.test.ts\`.\n\n${head}\n${rows.join("\n")}\n`;
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(GOLDEN, table);
  expect(existsSync(GOLDEN)).toBe(true);
  expect(table).toBe(readFileSync(GOLDEN, "utf8"));
});

test("every unrecoverable status has a way, and no other has", () => {
  for (const status of Object.values(StackStatus)) {
    const ways = waysOut({ stack: "app", region: "eu-west-1", status, stuck: [] });
    expect(ways.length > 0, status).toBe(disposition(status).kind === "unrecoverable");
    for (const command of ways.flatMap(({ commands }) => commands))
      expect(command).toMatch(/^aws cloudformation \S+ .*--region eu-west-1 --stack-name app/);
  }
});

test("what is stuck is named where nothing is said of its status", () => {
  const stuck = [{ type: "AWS::SQS::Queue", logicalId: "Queue" }];
  const ways = waysOut({ stack: "app", region: "us-east-1", status: "UPDATE_ROLLBACK_FAILED", stuck });
  expect(JSON.stringify(ways)).toContain("--resources-to-skip Queue");
});

describe("what is stuck in a nested stack is skipped by that stack's own name", () => {
  const queue = { type: "AWS::SQS::Queue", logicalId: "Queue" };
  const arn = (name: string) => `arn:aws:cloudformation:us-east-1:123456789012:stack/${name}/1`;
  const stackIn = (logicalId: string, name: string, more: Partial<StuckResource> = {}) => ({
    ...{ type: "AWS::CloudFormation::Stack", logicalId, physicalId: arn(name), ...more },
  });
  const child = stackIn("Child", "app-Child-1X");
  const grand = stackIn("Grand", "app-Child-1X-Grand-2Y", { stackName: "app-Child-1X" });
  const deep = { ...queue, logicalId: "Deep", stackName: "app-Child-1X" };
  const deeper = { ...queue, logicalId: "Deeper", stackName: "app-Child-1X-Grand-2Y" };
  const made = { ...deep, status: "CREATE_FAILED" };
  const unknown = "<NestedStackName>.<LogicalId>";

  test.each<[string, readonly StuckResource[], string]>([
    ["beside the root's", [queue, deep, child], "Queue app-Child-1X.Deep"],
    ["in a stack within it", [child, grand, deeper], "app-Child-1X-Grand-2Y.Deeper"],
    ["in both", [child, deep, grand, deeper], "app-Child-1X.Deep app-Child-1X-Grand-2Y.Deeper"],
    ["not known", [child], unknown],
    ["not known, beside the root's", [queue, child], `Queue ${unknown}`],
    ["not known of two", [child, stackIn("Other", "app-Other-3Z")], unknown],
    [
      "not known of one of two",
      [child, deep, stackIn("Other", "app-Other-3Z")],
      `app-Child-1X.Deep ${unknown}`,
    ],
    ["not known further down", [child, grand], unknown],
    ["what cannot be skipped", [child, made], unknown],
    ["that has no ARN", [{ ...child, physicalId: "" }], unknown],
    ["that could not be made", [queue, { ...child, status: "CREATE_FAILED" }], "Queue"],
    ["that is deleted: by its logical id", [queue, { ...child, isDeleted: true }], "Queue Child"],
    ["that is deleted further down", [child, { ...grand, isDeleted: true }], "app-Child-1X.Grand"],
  ])("%s", (_, stuck, names) => {
    const ways = waysOut({ stack: "app", region: "us-east-1", status: "UPDATE_ROLLBACK_FAILED", stuck });
    expect(ways[1]?.commands).toEqual([
      `aws cloudformation continue-update-rollback --region us-east-1 --stack-name app --resources-to-skip ${names}`,
    ]);
    expect(ways[1]?.effect.includes("that stack's own name")).toBe(names.includes("<"));
    // The API reference of ContinueUpdateRollback has this pattern.
    for (const name of names.replaceAll(/[<>]/g, "").split(" "))
      expect(name).toMatch(/^([a-zA-Z0-9]+|[a-zA-Z][-a-zA-Z0-9]*\.[a-zA-Z0-9]+)$/);
  });
});

describe("a protection of the resource itself is lifted first", () => {
  const commandsFor = (resource: Omit<StuckResource, "logicalId">) =>
    waysOut({
      ...{ stack: "app", region: "eu-west-1", status: "ROLLBACK_FAILED" },
      stuck: [{ logicalId: "One", ...resource }],
    })[0]?.commands;
  const reason = "Cannot delete protected DB instance. Deletion protection is on.";

  test.each([
    ["AWS::RDS::DBCluster", "rds modify-db-cluster --db-cluster-identifier db --no-deletion-protection"],
    [
      "AWS::RDS::DBInstance",
      "rds modify-db-instance --db-instance-identifier db --no-deletion-protection --apply-immediately",
    ],
    [
      "AWS::RDS::GlobalCluster",
      "rds modify-global-cluster --global-cluster-identifier db --no-deletion-protection",
    ],
    ["AWS::DocDB::DBCluster", "docdb modify-db-cluster --db-cluster-identifier db --no-deletion-protection"],
    [
      "AWS::Neptune::DBCluster",
      "neptune modify-db-cluster --db-cluster-identifier db --no-deletion-protection",
    ],
    ["AWS::DynamoDB::Table", "dynamodb update-table --table-name db --no-deletion-protection-enabled"],
  ])("%s", (type, command) => {
    expect(commandsFor({ type, physicalId: "db", reason })).toEqual([
      `aws ${command} --region eu-west-1`,
      "aws cloudformation delete-stack --region eu-west-1 --stack-name app",
    ]);
  });

  test("in whichever words the service refuses", () => {
    for (const words of ["Cannot delete protected Cluster", "Table has DeletionProtection enabled"])
      expect(commandsFor({ type: "AWS::DynamoDB::Table", reason: words })).toHaveLength(2);
  });

  test("not where something else is in the way, or where nobody knows how", () => {
    const type = "AWS::RDS::DBCluster";
    for (const resource of [
      { type, reason: "The cluster has instances" },
      { type },
      { type: "AWS::S3::Bucket", reason },
    ])
      expect(commandsFor(resource)).toHaveLength(1);
  });
});

test("a nested stack can be left behind by a deletion, unlike by a rollback", () => {
  const stuck = [
    { type: "AWS::CloudFormation::Stack", logicalId: "Inner" },
    { type: "AWS::SNS::Topic", logicalId: "News" },
    { type: "AWS::SQS::Queue", logicalId: "Deep", stackName: "app-Inner-1X" },
  ];
  const [way] = waysOut({ stack: "app", region: "us-east-1", status: "DELETE_FAILED", stuck });
  expect(way?.commands).toEqual([
    "aws cloudformation delete-stack --region us-east-1 --stack-name app --retain-resources Inner News",
  ]);
});

test("a failed import is looked into", () => {
  const [way] = waysOut({ stack: "app", region: "us-east-1", status: "IMPORT_ROLLBACK_FAILED", stuck: [] });
  expect(way?.commands).toEqual([
    "aws cloudformation describe-stack-events --region us-east-1 --stack-name app",
  ]);
  expect(way?.effect).toContain("by hand");
});

test("the ways are told as sentences with their commands below", () => {
  const ways = [
    { effect: "It goes", commands: ["aws one", "aws two"] },
    { effect: "It stays", commands: ["aws three"] },
  ];
  expect(waysText(ways)).toBe("It goes:\naws one\naws two\nIt stays:\naws three");
});

test("the stack's own protection has a command", () => {
  expect(liftCommand("app", "eu-west-1")).toBe(
    "aws cloudformation update-termination-protection --no-enable-termination-protection --region eu-west-1 --stack-name app",
  );
});
