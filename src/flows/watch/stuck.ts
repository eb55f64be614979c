import type { StackResource } from "../../changes/request.ts";
import { ActionError } from "../../errors.ts";
import type { Stacks } from "../../ports/aws.ts";
import type { Log } from "../../ports/local.ts";
import { isFailed } from "../../stack/eventKinds.ts";
import { type StuckResource, stackNameIn } from "../../stack/recovery.ts";
import { isCancellation } from "../../stack/rootCause.ts";
import { nestedStacksIn } from "../nestedStacks.ts";

interface StuckPorts {
  readonly stacks: Pick<Stacks, "describe" | "resources">;
  readonly log: Log;
}

/**
 * What stands in a stack's way, and what does in its nested stacks, as far as it may be asked: a nested stack that failed is
 * followed by what failed in it. What was only cancelled stands in no way.
 */
export async function stuckIn(stackArn: string, ports: StuckPorts): Promise<readonly StuckResource[]> {
  const resources = await asFarAsAllowed(ports, () => ports.stacks.resources(stackArn));
  const failed = resources?.filter(({ status, reason }) => isFailed(status) && !isCancellation(reason)) ?? [];
  return (await Promise.all(failed.map((one) => withInner(one, ports)))).flat();
}

async function withInner(resource: StackResource, ports: StuckPorts): Promise<readonly StuckResource[]> {
  const [nested] = nestedStacksIn([resource]);
  if (nested === undefined) return [resource];
  const stack = await asFarAsAllowed(ports, () => ports.stacks.describe(nested.arn));
  const isDeleted = stack?.status.startsWith("DELETE_") === true;
  const stackName = stackNameIn(nested.arn) ?? nested.arn;
  const inner = await stuckIn(nested.arn, ports);
  // What is in a stack of its own further down has its name already.
  return [isDeleted ? { ...resource, isDeleted } : resource, ...inner.map((one) => ({ stackName, ...one }))];
}

async function asFarAsAllowed<T>({ log }: StuckPorts, ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    log.debug(error.message);
    return undefined;
  }
}
