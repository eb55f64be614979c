import type { Denial } from "../../../ports/preflight.ts";
import { arnParts } from "../../../stack/console.ts";
import type { CheckPorts, Examined, Means } from "../examined.ts";
import type { Check } from "../questions.ts";
import { type Deed, deedsOf } from "./deedsOf.ts";

/** Of one kind of call so many resources are simulated; a policy rarely tells the others apart. */
const MOST_OF_A_KIND = 10;

/**
 * What the role that makes the resources may lack, as IAM simulates its policies: `role-arn`, or the stack's service role. In a
 * preview only, while somebody can still do something about it, and of no other role: a deploy's own is not known there.
 * A warning at most: a simulation knows no tags, and not who else allows or denies.
 */
export async function checkDeployer(
  of: Examined,
  { questions }: CheckPorts,
  { ask }: Means,
): Promise<readonly Check[]> {
  const role = of.roleArn;
  if (role === undefined || !of.isPreview) return [];
  const deeds = deedsOf(of, arnParts(role));
  if (deeds.length === 0) return [];
  const question = {
    what: "what the role that makes the resources may lack",
    permission: "iam:SimulatePrincipalPolicy",
    resources: [...new Set(deeds.map(({ key }) => key))],
    when: "changed",
  } as const;
  const kinds = [...Map.groupBy(deeds, ({ action }) => action)];
  const denials = await ask(question, (signal) =>
    Promise.all(
      kinds.map(([action, some]) => {
        const arns = [...new Set(some.map(({ arn }) => arn))].slice(0, MOST_OF_A_KIND);
        return questions.roles.denials({ role, action, arns }, signal);
      }),
    ),
  );
  return lacking(role, deeds, denials?.flat() ?? []);
}

const LISTED = 5;

function lacking(role: string, deeds: readonly Deed[], denials: readonly Denial[]): readonly Check[] {
  const denied = deeds.filter(({ action, arn }) =>
    denials.some((denial) => denial.action === action && denial.arn === arn),
  );
  if (denied.length === 0) return [];
  const lines = [...Map.groupBy(denied, ({ action }) => action)].map(
    ([action, some]) => `${action} (${some.map(({ key }) => key).join(", ")})`,
  );
  const more = lines.length > LISTED ? ` and ${lines.length - LISTED} more` : "";
  const message = `The role ${role} may lack ${lines.slice(0, LISTED).join(", ")}${more}: by a simulation of its policies, which knows no tags and not every condition.`;
  return [{ resources: [], when: "changed", finding: { level: "warning", message } }];
}
