import { join } from "node:path";
import { build } from "../../scripts/build.ts";
import { differences, isDistNoted, noteDist } from "../../scripts/provenance.ts";

const root = join(import.meta.dirname, "../..");
const COMPARED = "lib/bundle";

/**
 * Before the end-to-end tests: they run `dist/`, so it must be what `src/` builds to. Where no build has noted that (in a
 * fresh clone, say) a build elsewhere is compared. `dist/` itself is not touched: it is committed, and whoever changes
 * `src/` is to know that it changes, too. Throws if it is stale.
 */
export default async function requireCurrentBundle(): Promise<void> {
  if (isDistNoted(root)) return;
  console.log("Nothing says that dist/ is what src/ builds to: building it, to compare …");
  await build(COMPARED);
  const stale = differences(join(root, "dist"), join(root, COMPARED));
  if (stale.length > 0) throw new Error(refusal(stale));
  noteDist(root);
}

function refusal(stale: readonly string[]): string {
  const files = stale.map((path) => `dist/${path}`).join(", ");
  return `dist/ is not what src/ builds to, and the end-to-end tests run dist/ (${files}). Run \`npm run build\`, then the tests again.`;
}
