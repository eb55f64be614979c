import type { ChangeSources } from "../../changes/describe.ts";
import { hiddenParameters, hiddenValues } from "../../changes/hiddenParameters.ts";
import type { StackJob } from "../job.ts";

type Known = Pick<ChangeSources, "stack" | "parameters" | "deployedTemplate"> &
  Partial<Pick<ChangeSources, "changeSet">>;

/**
 * Learns the values of the parameters that are NoEcho in the rendered template or, until now, in the deployed one: before
 * anything is said that may repeat them. Answers the parameters' names.
 */
export function learnHidden({ rendered, secrets }: StackJob, known: Known): readonly string[] {
  const sources = { changeSet: undefined, ...known, template: rendered.template };
  secrets.learn(hiddenValues(sources));
  return [...hiddenParameters(sources).names];
}
