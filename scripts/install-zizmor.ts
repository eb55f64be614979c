import { join } from "node:path";
import { commandOf, install, type PythonTool } from "./virtualenv.ts";

const VERSION = "1.32.0";

/** What judges workflows for their security. Its wheels hold the program itself and need nothing else. */
export const zizmor: PythonTool = {
  folder: ".venv-zizmor",
  requirement: `zizmor==${VERSION}`,
  command: "zizmor",
  version: VERSION,
  asking: ["--version"],
  hashes: [
    "84a6acb975accc13408786a2bd274b572537ca19c933ebbc13e78f3988562071", // manylinux_2_28_x86_64
    "0cdd38fca6eb34ceb567548548d706332e3535ea66894b9168c048e03207b68c", // manylinux_2_24_aarch64
    "dd818f99d833b86cd432d5412d620d936b5df074b33404fff8b67acff55d3259", // musllinux_1_2_x86_64
    "d34dcfa702875202b4163d90ebb9cc5222f3d1a7d4b72bf796d87b5a15b24194", // musllinux_1_2_aarch64
    "0a999c98015becd9f69919ce01febadfb1c2be9b8ec2ce9ef7eb13ff23ba8eba", // macosx_11_0_arm64
    "aa4b4e216321dd5cf202cd79fc83296468f0eed79d850cd65ac8187a6bbc5496", // macosx_10_12_x86_64
  ],
};

if (import.meta.main) {
  const root = join(import.meta.dirname, "..");
  console.log(`zizmor ${VERSION} ${install(zizmor, root)}: ${commandOf(zizmor, root)}`);
}
