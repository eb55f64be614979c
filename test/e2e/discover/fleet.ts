import type { Stage } from "../../sandbox/stage.ts";

/** A made-up repository: one network, some data stacks in it, and applications that use these. */
export interface Fleet {
  readonly data: number;
  readonly apps: number;
}

export const NETWORK = "network";

const network = {
  Resources: { Vpc: { Type: "AWS::SNS::Topic", Properties: { DisplayName: "vpc" } } },
  Outputs: {
    Vpc: { Value: "vpc-1", Export: { Name: { "Fn::Join": ["-", [{ Ref: "AWS::StackName" }, "VpcId"]] } } },
  },
};

const data = {
  Parameters: { Network: { Type: "String" } },
  Resources: {
    Table: {
      Type: "AWS::SNS::Topic",
      Properties: {
        DisplayName: { "Fn::ImportValue": { "Fn::Join": ["-", [{ Ref: "Network" }, "VpcId"]] } },
      },
    },
  },
};

const app = {
  Parameters: { Title: { Type: "String" } },
  Resources: { Topic: { Type: "AWS::SNS::Topic", Properties: { DisplayName: { Ref: "Title" } } } },
};

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** Its files: a template a kind, a deployment file a stack, and a parameter file an application. */
export function fleetFiles({ data: dataStacks, apps }: Fleet): Record<string, string> {
  const files: Record<string, string> = {
    ".github/workflows/deploy.yml": "on: push\n",
    "README.md": "# Forty stacks\n",
    "deployments/README.md": "One file a stack.\n",
    "cfn/network.json": json(network),
    "cfn/data.json": json(data),
    "cfn/app.json": json(app),
    "deployments/network.yaml": `template-file-path: cfn/network.json\nstack-name: ${NETWORK}\n`,
  };
  for (let i = 1; i <= dataStacks; i++)
    files[`deployments/data/${i}.yaml`] =
      `template-file-path: cfn/data.json\nstack-name: data-${i}\nparameters:\n  Network: ${NETWORK}\n`;
  for (let i = 1; i <= apps; i++) {
    files[`deployments/app/${i}.yaml`] =
      `template-file-path: cfn/app.json\nstack-name: app-${i}\nparameters-file: params/app-${i}.yaml\ndepends-on: [data-${1 + (i % dataStacks)}]\nmatrix:\n  environment: production\n`;
    files[`params/app-${i}.yaml`] = `Title: app ${i}\n`;
  }
  return files;
}

/** Stacks of a matrix output. */
export function stacksIn(matrix: string | undefined): readonly string[] {
  const { include } = JSON.parse(matrix ?? "") as { include: readonly { "stack-name": string }[] };
  return include.map((entry) => entry["stack-name"]);
}

/** What the deploys of a commit would have left on it, made by the token's own app. */
export async function settle(
  stage: Stage,
  sha: string,
  stacks: readonly string[],
  mark = "settled",
): Promise<void> {
  for (const stack of stacks) {
    const reply = await fetch(`${stage.github.url}/repos/${stage.repository.fullName}/check-runs`, {
      method: "POST",
      headers: { authorization: `Bearer ${stage.github.token()}`, "content-type": "application/json" },
      body: JSON.stringify({
        name: `aurora-deploy / ${stack} (us-east-1) / deploy`,
        head_sha: sha,
        external_id: mark === "" ? "" : `${mark} 123456789012 ${"0".repeat(64)}`,
        status: "completed",
        conclusion: mark === "settled" ? "success" : "failure",
      }),
    });
    if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`);
  }
}
