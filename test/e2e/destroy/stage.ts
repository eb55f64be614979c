import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Stage, Step, StepOptions } from "../../sandbox/stage.ts";
import { AURORA_TEMPLATE } from "../auroraTemplate.ts";
import { openQuickStage } from "../stack.ts";

const root = join(import.meta.dirname, "../../..");

/** The bundled template's stack. */
export const AURORA_STACK = "aurora-prod";

/** The bundled template's parameters; the zones are those of the subnets, by the sandbox's rule. */
export const PRODUCTION: Readonly<Record<string, string>> = {
  ...(JSON.parse(readFileSync(join(root, "test/templates/parameter-sets/production.json"), "utf8")) as Record<
    string,
    string
  >),
  SubnetIdA: "subnet-0a1b2c3d4e5f60a00",
  SubnetIdB: "subnet-0a1b2c3d4e5f60b01",
};

/** A stage on which the Aurora stack is deployed, as it is by default: with its deletion protection on. */
export async function openAuroraStage(parameters: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const stage = await openQuickStage({ inputs: { mode: "destroy", "environment-suffix": "prod" } });
  stage.aws.cloudFormation.putStack({
    stackName: AURORA_STACK,
    template: AURORA_TEMPLATE,
    parameters: { ...PRODUCTION, environmentSuffix: "prod", ...parameters },
  });
  return stage;
}

/** Somebody starts the workflow by hand. */
export async function destroy(
  stage: Stage,
  stackName: string,
  { inputs, ...options }: StepOptions & { readonly branch?: string } = {},
): Promise<Step> {
  const event = await stage.repository.event.workflowDispatch({}, options.branch ?? "main");
  return stage.run(event, {
    ...options,
    inputs: { mode: "destroy", "stack-name": stackName, confirm: stackName, ...inputs },
  });
}

/** What tells the run to lift what it may. */
export const LIFT = { "termination-protection": "false", parameters: "DeletionProtection=false" };

/** The calls that change something in AWS, in order. */
export function changingCalls(stage: Stage): readonly string[] {
  const names = ["UpdateTerminationProtection", "ExecuteChangeSet", "UpdateStack", "DeleteStack"];
  return stage.aws
    .requests()
    .map(({ operation }) => operation)
    .filter((operation) => names.includes(operation));
}

/** The resources that are there, by their logical ids. */
export function resourcesIn(stage: Stage, stackName: string): readonly string[] {
  return [...(stage.aws.cloudFormation.stack(stackName)?.resources.keys() ?? [])];
}

/** A template with a table, `Orders`, that may be protected from its deletion. */
export function table(isProtected: boolean): string {
  return JSON.stringify({
    Resources: {
      Orders: {
        Type: "AWS::DynamoDB::Table",
        Properties: {
          TableName: "orders",
          KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
          AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
          DeletionProtectionEnabled: isProtected,
        },
      },
    },
  });
}
