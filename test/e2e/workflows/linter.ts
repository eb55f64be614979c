import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryDirectory } from "../../sandbox/runner/temp.ts";

/** A cfn-lint that reads the template that it is given, finds nothing in it, and says so. */
export async function linter(): Promise<string> {
  const folder = await temporaryDirectory("programs");
  const program = `#!/usr/bin/env node\nJSON.parse(require("node:fs").readFileSync(process.argv[2], "utf8")).Resources.Queue.Type;\nconsole.log("Linted");\n`;
  await writeFile(join(folder, "cfn-lint"), program);
  await chmod(join(folder, "cfn-lint"), 0o755);
  return folder;
}
