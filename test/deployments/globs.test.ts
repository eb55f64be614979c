import { expect, test } from "vitest";
import { matcher } from "../../src/deployments/globs.ts";

test.for<readonly [readonly string[], string, boolean]>([
  [["deployments/**"], "deployments/a.yaml", true],
  [["deployments/**"], "deployments/a/b/c.yaml", true],
  [["deployments/**"], "deployments", false],
  [["deployments/**"], "other/deployments/a.yaml", false],
  [["deployments/**"], "deployments/.hidden.yaml", false],
  [["deployments/**"], "deployments/.hidden/a.yaml", false],
  [["deployments/.hidden/*"], "deployments/.hidden/a.yaml", true],
  [["deployments/**"], "deployments/a\nb.yaml", true],
  [["deployments/**"], "Deployments/a.yaml", process.platform === "darwin"],
  [["./deployments/*"], "deployments/a.yaml", true],
  [["/deployments/*"], "deployments/a.yaml", true],
  [[".//./deployments/*"], "deployments/a.yaml", true],
  [["deployments/*"], "deployments/a/b.yaml", false],
  [["**/stack.yaml"], "stack.yaml", true],
  [["**/stack.yaml"], "a/b/stack.yaml", true],
  [["**/*"], ".git/config.yaml", false],
  [[".git/*"], ".git/config.yaml", false],
  [["**/*"], "a/node_modules/b/c.yaml", false],
  [["node_modules/**"], "node_modules/c.yaml", false],
  [["**/*"], "node_modules.yaml", true],
  [["d/*.{yml,yaml}"], "d/a.yml", true],
  [["d/*.{yml,yaml}"], "d/a.json", false],
  [["a/*", "b/*"], "b/x.yaml", true],
  [["d/**", "!d/dev/**"], "d/dev/x.yaml", false],
  [["d/**", "!d/dev/**"], "d/prod/x.yaml", true],
  [["!./d/dev/**", "d/**"], "d/dev/x.yaml", false],
  [["!d/dev/**"], "d/prod/x.yaml", false],
  [["#d/*"], "#d/x.yaml", true],
  [["d"], "d/x.yaml", false],
  [["d/"], "d/x.yaml", false],
])("%j and %j: %s", ([globs, path, isMatch]) => {
  expect(matcher(globs)(path)).toBe(isMatch);
});
