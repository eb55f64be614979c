import { existsSync } from "node:fs";
import { join } from "node:path";
import { versionOf } from "../../virtualenv.ts";
import type { Emulator } from "./emulator.ts";

const VERSION = "1.7.0";
/** What its build leaves in `target/quarkus-app`, below the repository's root. */
const FOLDER = ".floci";
const JAVA = 25;

/** A Java program that comes as source or as a container; docs/compatibility.md says how it is built. */
export const floci: Emulator = {
  name: `floci ${VERSION}`,
  holder: "AWS::DynamoDB::Table",
  missing: (root) => {
    if (!existsSync(join(root, FOLDER, "app", `floci-${VERSION}.jar`)))
      return `is not in ${FOLDER}: docs/compatibility.md says how it is built`;
    const version = versionOf(java());
    const isNewEnough = Number.parseInt(version ?? "0", 10) >= JAVA;
    return isNewEnough ? undefined : `needs Java ${JAVA}, and there is ${version ?? "none"}: set JAVA_HOME`;
  },
  start: (port, root) => ({
    command: java(),
    args: ["-jar", join(root, FOLDER, "quarkus-run.jar")],
    env: {
      FLOCI_PORT: String(port),
      QUARKUS_HTTP_HOST: "127.0.0.1",
      // Of the servers that it has beside its API this one is always started: on any free port.
      FLOCI_SERVICES_EC2_IMDS_PORT: "0",
    },
  }),
};

function java(): string {
  const home = process.env.JAVA_HOME;
  return home === undefined ? "java" : join(home, "bin", "java");
}
