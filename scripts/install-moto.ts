import { join } from "node:path";
import { commandOf, install, type PythonTool, versionOf } from "./virtualenv.ts";

/** moto's server: a KMS that others wrote, for the signatures of records. */
export const moto: PythonTool = {
  folder: ".venv-moto",
  requirement: "moto[server,kms]==5.2.5",
  // The server itself does not tell its version.
  command: "python",
  version: "5.2.5",
  asking: ["-c", "import moto.server; print(moto.__version__)"],
};

/** Path of moto's server inside the virtualenv that this script makes below `root`; `undefined` where it is not. */
export function localMoto(root: string): string | undefined {
  const isThere = versionOf(commandOf(moto, root), moto.asking) === moto.version;
  return isThere ? commandOf({ ...moto, command: "moto_server" }, root) : undefined;
}

if (import.meta.main) {
  const root = join(import.meta.dirname, "..");
  console.log(`moto ${moto.version} ${install(moto, root)}: ${commandOf(moto, root)}`);
}
