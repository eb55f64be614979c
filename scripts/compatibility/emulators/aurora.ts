import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PRODUCTION } from "../../../test/e2e/destroy/stage.ts";
import { defaultNetwork } from "./byHand.ts";
import { expectResult, expectText, type Place } from "./place.ts";

/** The bundled template, from its pull request to the cluster's endpoint. */
export function aurora(place: Place): Promise<void> {
  return deployed(place, "prod", "aurora-postgresql", {});
}

/** The same as a file of the repository, without these types of resources, to which nothing in it refers. */
export function auroraWithout(...types: readonly string[]): (place: Place) => Promise<void> {
  const path = join(import.meta.dirname, "../../../templates/aurora-postgresql.json");
  const template = JSON.parse(readFileSync(path, "utf8")) as {
    readonly Resources: Readonly<Record<string, { readonly Type: string }>>;
  };
  const kept = Object.entries(template.Resources).filter(([, { Type }]) => !types.includes(Type));
  const text = JSON.stringify({ ...template, Resources: Object.fromEntries(kept) });
  return (place) => deployed(place, "less", "aurora.json", { "aurora.json": text });
}

/** Without the checks of what is there to be used: the emulators know few versions and classes of databases. */
async function deployed(
  { stage: { repository }, url, run }: Place,
  suffix: string,
  template: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const { environmentSuffix: _, ...production } = PRODUCTION;
  const parameters = { ...production, ...(await defaultNetwork(url)) };
  const parametersFile = `${suffix}-parameters.json`;
  const inputs = {
    template,
    "stack-name": `aurora-${suffix}`,
    "environment-suffix": suffix,
    "parameters-file": parametersFile,
    preflight: "false",
  };
  const number = await repository.openPullRequest({
    head: `database-${suffix}`,
    files: { ...files, [parametersFile]: JSON.stringify(parameters) },
  });
  expectResult(await run(await repository.event.pullRequest(number, "opened"), inputs), "previewed");
  await repository.merge(number);
  const step = await run(await repository.event.push("main"), inputs);
  expectResult(step, "deployed");
  expectText(`ClusterEndpoint ${step.outputs.ClusterEndpoint}`, `ClusterEndpoint aurora-cluster-${suffix}`);
}
