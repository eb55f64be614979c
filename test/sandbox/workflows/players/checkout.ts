import type { Done, StepScene } from "../jobs/steps.ts";
import { knownInputs } from "./knownInputs.ts";

/** actions/checkout: lays the event's commit, or what `ref` names, into the workspace. */
export async function checkout({ stage, event, rights, inputs, workspace }: StepScene): Promise<Done> {
  knownInputs("actions/checkout", inputs, ["ref", "fetch-depth", "persist-credentials"]);
  if (rights.token.contents === undefined) {
    // What git says of a repository that the token may not read.
    return {
      conclusion: "failure",
      text: `Error: fatal: repository '${stage.repository.fullName}' not found\n`,
    };
  }
  const { ref } = inputs;
  const commit = await stage.repository.checkout(
    ref === undefined || ref === "" ? event.sha : ref,
    workspace,
  );
  return { conclusion: "success", text: `HEAD is now at ${commit.slice(0, 7)}\n`, outputs: { commit } };
}
