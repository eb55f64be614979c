import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { StackStatus } from "@aws-sdk/client-cloudformation";
import { describe, expect, test } from "vitest";
import { disposition } from "../../src/stack/disposition.ts";
import { type StuckResource, type Way, waysOut } from "../../src/stack/recovery.ts";
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
function stuckIn(scene: Scene): Stuck {
  const aws = createAws();
  const faults = scene.faults.map((fault) => aws.faults.add(fault));
  scene.bringAbout(aws);
  aws.cloudFormation.finish("app");
  const stack = aws.cloudFormation.stack("app");
  expect(stack?.status).toBe(scene.status);
  const listed = call(aws, "ListStackResources", {}).StackResourceSummaries as readonly Readonly<
    Record<string, string>
  >[];
  const stuck = listed
    .filter(({ ResourceStatus: status }) => status?.endsWith("_FAILED"))
    .map(
      ({ LogicalResourceId, ResourceType, PhysicalResourceId, ResourceStatusReason }): StuckResource => ({
        ...{
          logicalId: LogicalResourceId ?? "",
          type: ResourceType ?? "",
          physicalId: PhysicalResourceId ?? "",
        },
        ...(ResourceStatusReason === undefined ? {} : { reason: ResourceStatusReason }),
      }),
    );
  const { status } = scene;
  const terminationProtection = stack?.terminationProtection === true;
  const ways = waysOut({ ...{ stack: "app", region: "us-east-1", status, stuck }, terminationProtection });
  const repair = () => {
    if (scene.isRepaired) for (const fault of faults) aws.faults.remove(fault);
  };
  return { aws, ways, repair };
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
    ({ end, way }) => {
      const { aws, ways, repair } = stuckIn(scene);
      expect(ways).toHaveLength(scene.ends.length);
      repair();
      for (const command of ways[way - 1]?.commands ?? []) run(aws, command);
      expect(aws.cloudFormation.stack("app")?.status).toBe(end);
    },
  );
});

test("the table of all of them", () => {
  const rows = scenes.flatMap((scene) =>
    stuckIn(scene).ways.map(({ commands, effect }, index) => {
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

test("what is stuck in a nested stack is not named as if it were the root's", () => {
  const nested = { type: "AWS::CloudFormation::Stack", logicalId: "Inner", reason: "No" };
  const ways = waysOut({
    ...{ stack: "app", region: "us-east-1", status: "UPDATE_ROLLBACK_FAILED", stuck: [nested] },
  });
  expect(JSON.stringify(ways)).not.toContain("Inner");
});
