import { cancel } from "./jobs/cancellation.ts";
import { rollBack } from "./jobs/rollback.ts";
import { schedule, settle } from "./jobs/steps.ts";
import type { Alarm, Stack } from "./model.ts";
import type { World } from "./world.ts";

export interface Alarms {
  /** Makes an alarm of a name or an ARN, OK unless it is said otherwise, and answers its ARN. */
  readonly put: (name: string, alarm?: Partial<Pick<Alarm, "type" | "state" | "reason">>) => string;
  /** Brings an alarm into a state. Operations that it watches are turned back when it fires. */
  readonly set: (arn: string, state: Alarm["state"], reason?: string) => void;
  readonly remove: (arn: string) => void;
  readonly all: () => readonly Alarm[];
}

export function alarmsOf(world: World, now: () => number): Alarms {
  const { partition, region, account } = world.place;
  const set: Alarms["set"] = (arn, state, reason = `Threshold Crossed: the alarm is ${state}`) => {
    const alarm = world.alarms.get(arn);
    if (alarm === undefined) throw new Error(`There is no alarm ${arn}`);
    settle(world, now());
    world.alarms.set(arn, { ...alarm, state, reason, since: now() });
    for (const stack of world.stacks) turnBackIfFired(world, stack, now());
  };
  return {
    put: (name, { type = "AWS::CloudWatch::Alarm", state = "OK", reason = "" } = {}) => {
      const own = `arn:${partition}:cloudwatch:${region}:${account}:alarm:`;
      const arn = name.startsWith("arn:") ? name : `${own}${name}`;
      world.alarms.set(arn, { arn, type, state, reason, since: now() });
      return arn;
    },
    set,
    remove: (arn) => void world.alarms.delete(arn),
    all: () => [...world.alarms.values()],
  };
}

/** Turns an operation back that an alarm speaks against: one that is not there or of another type, or one in ALARM. */
export function turnBackIfFired(world: World, stack: Stack, now: number): void {
  if (!/^(CREATE|UPDATE)_IN_PROGRESS$/.test(stack.status) || stack.parentId !== undefined) return;
  const { triggers } = stack.rollback;
  const missing = triggers.filter(({ arn, type }) => world.alarms.get(arn)?.type !== type);
  const fired = triggers.filter(({ arn }) => world.alarms.get(arn)?.state === "ALARM");
  const reason =
    missing.length > 0
      ? `The following rollback triggers do not exist: [${arnsOf(missing)}]. Rollback requested by CloudFormation.`
      : `The following rollback triggers are in ALARM state: [${arnsOf(fired)}]. Rollback requested by CloudFormation.`;
  if (missing.length + fired.length === 0) return;
  const token = stack.operations[0]?.token;
  const template = stack.definition?.body;
  cancel(world, stack, now);
  schedule(world, rollBack(world, { stack, at: now, reason, token, template }));
  settle(world, now);
}

function arnsOf(triggers: Stack["rollback"]["triggers"]): string {
  return triggers.map(({ arn }) => arn).join(", ");
}
