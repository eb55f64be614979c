import { join } from "node:path";
import { moto } from "../../install-moto.ts";
import type { PythonTool } from "../../virtualenv.ts";
import { type Emulator, inVirtualenv } from "./emulator.ts";
import { floci } from "./floci.ts";

const ministack: PythonTool = {
  folder: ".venv-ministack",
  requirement: "ministack==1.5.33",
  command: "python",
  version: "1.5.33",
  asking: ["-c", "import importlib.metadata; print(importlib.metadata.version('ministack'))"],
};

/** The last version that a Python before 3.13 runs outside of its container, and the last but one that runs there at all. */
const localstack: PythonTool = {
  folder: ".venv-localstack",
  requirement: "localstack-core[runtime]==4.13.1",
  requirements: join(import.meta.dirname, "localstack-requirements.txt"),
  command: "python",
  version: "4.13.1",
  asking: ["-c", "import importlib.metadata; print(importlib.metadata.version('localstack-core'))"],
};

/** The emulators that run without Docker. */
export const EMULATORS: readonly Emulator[] = [
  {
    name: `moto ${moto.version}`,
    holder: "AWS::DynamoDB::Table",
    ...inVirtualenv(moto, (port) => ({
      command: "moto_server",
      args: ["-H", "127.0.0.1", "-p", String(port)],
      env: {},
    })),
  },
  {
    name: `ministack ${ministack.version}`,
    holder: "AWS::DynamoDB::Table",
    ...inVirtualenv(ministack, (port) => ({
      command: "ministack",
      args: [],
      env: { GATEWAY_PORT: String(port) },
    })),
  },
  {
    name: `LocalStack ${localstack.version}`,
    holder: "AWS::Logs::LogGroup",
    ...inVirtualenv(localstack, (port) => ({
      command: "python",
      args: ["-m", "localstack.runtime.main"],
      // It asks nobody outside: no certificate, no telemetry, no names.
      env: {
        GATEWAY_LISTEN: `127.0.0.1:${port}`,
        SKIP_SSL_CERT_DOWNLOAD: "1",
        DISABLE_EVENTS: "1",
        DNS_ADDRESS: "0",
      },
    })),
  },
  floci,
];
