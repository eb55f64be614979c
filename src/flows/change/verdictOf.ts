import type { Acknowledgement } from "../../changes/acknowledgement.ts";
import type { Changes } from "../../changes/model.ts";
import { areNestedListed } from "../../changes/request.ts";
import { type Beside, judge, type Verdict } from "../../changes/verdict/verdict.ts";
import type { StackJob } from "../job.ts";

/** What a verdict is made from. */
type Judgeable = Required<Beside> & { readonly changes: Changes };

/** The same where other people's acknowledgements count. */
export function judged<P extends Judgeable>(
  job: StackJob,
  proposal: P,
  acknowledged: readonly Acknowledgement[],
): P {
  return { ...proposal, verdict: verdictOf(job, proposal, acknowledged) };
}

/** What nested stacks change that nobody can see must be acknowledged where CloudFormation is not to list it. */
export function verdictOf(
  { inputs }: StackJob,
  { changes, unseen, uncompared, unlisted, written }: Judgeable,
  acknowledged: readonly Acknowledgement[],
): Verdict {
  const hidden = areNestedListed(inputs) ? {} : { unseen, uncompared };
  return judge(changes, acknowledged, { ...hidden, unlisted, written });
}
