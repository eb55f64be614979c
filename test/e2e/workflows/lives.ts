import { DEPLOY_ROLE, oneRole, PREVIEW_ROLE, rolesOf, twoRoles, variables } from "./account.ts";
import type { Example } from "./examples.ts";
import { readPage } from "./pages.ts";
import { type Place, placeOf, WORKFLOW } from "./places.ts";

/**
 * They have lives of their own: what calls nobody in outsiders.test.ts, the end in destroy.test.ts, several stacks in
 * stages.test.ts, waves.test.ts and accounts.test.ts.
 */
const OTHERS = [
  "docs/rendering.md · Rendering 1",
  "README.md · Destroying a stack 1",
  ...["staging-and-production", "many-stacks", "accounts-and-regions"].map(
    (page) => `docs/examples/${page}.md`,
  ),
];

/** The places of the examples that are lived in the ordinary way, one that several make once, with the ids of these. */
export function lives(all: readonly Example[]): readonly (readonly [ids: string, Place])[] {
  const found = new Map<string, readonly [string, Place]>();
  for (const given of all) {
    if (OTHERS.some((start) => given.id.startsWith(start))) continue;
    const place = placeOf(given);
    const key = JSON.stringify(place.files);
    found.set(key, [[found.get(key)?.[0] ?? [], given.id].flat().join(", "), place]);
  }
  return [...found.values()];
}

/** What the repository's settings and the account hold for an example: one role, or the two that it chooses from. */
export function accountFor({ files, page }: Place) {
  if (page !== undefined) {
    const account = rolesOf(readPage(page));
    const [preview = "", deploy = ""] = account.map(({ arn }) => arn);
    return { roles: { preview, deploy }, account };
  }
  return (files[WORKFLOW] ?? "").includes("vars.PREVIEW_ROLE")
    ? { roles: { preview: PREVIEW_ROLE, deploy: DEPLOY_ROLE }, account: twoRoles, vars: variables }
    : { roles: { preview: DEPLOY_ROLE, deploy: DEPLOY_ROLE }, account: oneRole };
}
