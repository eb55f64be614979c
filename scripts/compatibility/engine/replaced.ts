import { execFileSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryDirectory } from "../../../test/sandbox/runner/temp.ts";

/** What stands for what a runner would download. */
export interface Replaced {
  /** This action as a release has it: the archive of the commit, unpacked. */
  readonly action: string;
  /** aws-actions/configure-aws-credentials, which would ask GitHub for an identity and AWS for the role. */
  readonly credentials: string;
}

/** Makes what is replaced, in a folder of this process. */
export async function replacements(root: string): Promise<Replaced> {
  const folder = await temporaryDirectory("engine");
  const [action, credentials] = [join(folder, "action"), join(folder, "credentials")];
  for (const path of [action, credentials]) await mkdir(path);
  const archive = execFileSync("git", ["archive", "--worktree-attributes", "--format=tar", "HEAD"], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  });
  execFileSync("tar", ["-xf", "-", "-C", action], { input: archive });
  await writeFile(join(credentials, "action.yml"), CREDENTIALS);
  return { action, credentials };
}

/** `owner/name@ref=folder` for each action that the workflows use, with the version or commit that they pin it to. */
export function localRepositories(
  workflows: readonly string[],
  { action, credentials }: Replaced,
): readonly string[] {
  const used = (name: string): readonly string[] => [
    ...new Set(workflows.flatMap((text) => text.match(new RegExp(`${name}@[\\w.-]+`, "g")) ?? [])),
  ];
  return [
    ...used("org/aurora-deploy-action").map((uses) => `${uses}=${action}`),
    ...used("aws-actions/configure-aws-credentials").map((uses) => `${uses}=${credentials}`),
  ];
}

/** Leaves behind what the real one does after it has assumed the role: the keys that the local AWS knows the role by. */
const CREDENTIALS = `name: Credentials
description: Stands for aws-actions/configure-aws-credentials
inputs:
  role-to-assume: { required: true, description: The role }
  aws-region: { required: true, description: The region }
  role-duration-seconds: { required: false, description: How long }
runs:
  using: composite
  steps:
    - shell: bash
      env:
        ROLE: \${{ inputs.role-to-assume }}
        REGION: \${{ inputs.aws-region }}
      run: |
        hash=$(printf %s "$ROLE" | sha256sum | tr a-f A-F | cut -c1-64)
        {
          echo "AWS_REGION=$REGION"
          echo "AWS_DEFAULT_REGION=$REGION"
          echo "AWS_ACCESS_KEY_ID=ASIA\${hash:0:16}"
          echo "AWS_SECRET_ACCESS_KEY=\${hash:16:32}"
          echo "AWS_SESSION_TOKEN=$hash"
        } >> "$GITHUB_ENV"
        echo "Assumed $ROLE"
`;
