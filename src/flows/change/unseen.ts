import type { Item, Items } from "../../changes/items/model.ts";
import type { Finding } from "../../template/model.ts";

/** How the names of the items begin that say what nobody can look into. */
export const UNSEEN = "unseen";

/** That nobody could look into a nested stack is a part of what was reviewed: somebody acknowledged it. */
export function unseenItems(unseen: readonly string[], areListed: boolean): Items {
  const item: Item = { before: null, after: null, how: '"not seen"' };
  return new Map(areListed ? [] : unseen.map((key) => [`${UNSEEN} ${key}`, item]));
}

/** CloudFormation drops the values of some resources, and cuts long ones off (aws-cdk-cli#1780). */
export function unshownFinding(logicalId: string): Finding {
  const message = `What ${logicalId} will be does not stand in the template (a macro, another stack or a template elsewhere says it), and CloudFormation does not show all of it: that is not bound to this review.`;
  return { level: "warning", message, logicalId };
}

/** What is executed and bound by nothing is said. */
export function unboundFindings(unseen: readonly string[], areShown: boolean): readonly Finding[] {
  if (!areShown) return [];
  return unseen.map((logicalId) => ({
    level: "warning",
    message: `The template of nested stack ${logicalId} could not be read (s3:GetObject): its changes are those that CloudFormation lists, and what that leaves out is not bound to this review.`,
    logicalId,
  }));
}
