import { expect, test } from "vitest";
import { untouchedBy } from "../../../src/flows/review/untouched.ts";
import type { SourceFile } from "../../../src/ports/local.ts";

const DEPLOYED = "d".repeat(40);
const COMMIT = "c".repeat(40);

/** A repository whose deployed commit holds these objects, and another commit that touches these paths. */
function repository(touched: readonly string[] | undefined, held: Readonly<Record<string, string>>) {
  const at = (kind: string) => async (sha: string, path: string) =>
    sha === DEPLOYED ? held[`${kind} ${path}`] : undefined;
  return { pulls: { touched: async () => touched, blob: at("blob"), tree: at("tree") } };
}

const template: SourceFile = { path: "infra/stack.yaml", blob: "1", isLinked: false };
const folder: SourceFile = { path: "infra/src", blob: "2", isFolder: true, isLinked: false };
const held = { "blob infra/stack.yaml": "1", "tree infra/src": "2", "tree ": "3" };

test.for<[string, readonly string[] | undefined, boolean]>([
  ["something else", ["docs/a.md", "infra/srcs/a.py", "infra/src.py"], true],
  ["a file in the packed folder", ["infra/src/a.py"], false],
  ["a file that is new, deep in it", ["docs/a.md", "infra/src/deep/er/b.py"], false],
  ["the folder itself: a submodule, a link", ["infra/src"], false],
  ["what was a link above it", ["infra"], false],
  ["the template", ["infra/stack.yaml"], false],
  ["more than GitHub lists", undefined, false],
])("a commit that touches %s", async ([, touched, isUntouched]) => {
  const isLooked = untouchedBy(DEPLOYED, [template, folder], repository(touched, held));
  expect(await isLooked(COMMIT)).toBe(isUntouched);
});

test.for<[string, SourceFile, Readonly<Record<string, string>>]>([
  ["holds what an earlier step made", { ...folder, blob: "9" }, held],
  ["is not in the commit", folder, { "blob infra/stack.yaml": "1" }],
  ["is a file in the commit", folder, { ...held, "tree infra/src": "", "blob infra/src": "2" }],
  ["holds a symbolic link", { ...folder, isLinked: true }, held],
])("no commit is looked through where a packed folder %s", async ([, source, objects]) => {
  const isLooked = untouchedBy(DEPLOYED, [template, source], repository(["docs/a.md"], objects));
  expect(await isLooked(COMMIT)).toBe(false);
});

test("where the whole repository was packed, every commit touches it", async () => {
  const whole: SourceFile = { path: "", blob: "3", isFolder: true, isLinked: false };
  const isLooked = untouchedBy(DEPLOYED, [whole], repository(["docs/a.md"], held));
  expect(await isLooked(COMMIT)).toBe(false);
  expect(await untouchedBy(DEPLOYED, [whole], repository([], held))(COMMIT)).toBe(true);
});
