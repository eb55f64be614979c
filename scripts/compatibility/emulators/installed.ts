import { moto } from "../../install-moto.ts";
import type { Emulator } from "./emulator.ts";

/** The emulators that PyPI has and that run without Docker. */
export const EMULATORS: readonly Emulator[] = [
  {
    name: `moto ${moto.version}`,
    tool: moto,
    start: (port) => ({ command: "moto_server", args: ["-H", "127.0.0.1", "-p", String(port)], env: {} }),
  },
  {
    name: "ministack 1.5.33",
    tool: {
      folder: ".venv-ministack",
      requirement: "ministack==1.5.33",
      command: "python",
      version: "1.5.33",
      asking: ["-c", "import importlib.metadata; print(importlib.metadata.version('ministack'))"],
    },
    start: (port) => ({ command: "ministack", args: [], env: { GATEWAY_PORT: String(port) } }),
  },
];
