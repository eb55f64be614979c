import { join } from "node:path";
import { botocore } from "./compatibility/aws.ts";
import { EMULATORS } from "./compatibility/emulators/installed.ts";
import { commandOf, install } from "./virtualenv.ts";

/** Installs what `npm run check:compatibility` holds the action against, each in a virtualenv of its own. */
const root = join(import.meta.dirname, "..");
const tools = EMULATORS.flatMap(({ tool }) => (tool === undefined ? [] : [tool]));
for (const tool of [botocore, ...tools]) {
  console.log(`${tool.requirement} ${install(tool, root)}: ${commandOf(tool, root)}`);
}
