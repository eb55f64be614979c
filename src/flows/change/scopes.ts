import { arnParts } from "../../stack/console.ts";
import type { Stack } from "../../stack/model.ts";
import type { Scope } from "../../template/evaluate/evaluate.ts";
import type { ResolvedParameter } from "../../template/model.ts";
import type { StackJob } from "../job.ts";

/** What the root's parameters are before and after, as far as it is known. */
export interface Scopes {
  readonly before: Scope;
  readonly after: Scope;
}

/**
 * @param live the stack, if it is there
 * @param parameters as they are asked for
 * @param arn of the stack, its change set or a stand-in: where it is
 */
export function scopesOf(
  { inputs }: Pick<StackJob, "inputs">,
  live: Stack | undefined,
  parameters: readonly ResolvedParameter[],
  arn = live?.arn,
): Scopes {
  const has = new Map(live?.parameters.map(({ name, value }) => [name, value]));
  const wants = parameters.map(({ name, value }) => [name, value ?? has.get(name)] as const);
  const pseudo = {
    "AWS::Region": inputs.region,
    "AWS::StackName": inputs.stackName,
    "AWS::AccountId": arn && arnParts(arn).account,
    "AWS::Partition": arn && arnParts(arn).partition,
  };
  return {
    before: { parameters: Object.fromEntries(has), pseudo },
    after: { parameters: Object.fromEntries(wants), pseudo },
  };
}
