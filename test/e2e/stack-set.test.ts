import { expect, test } from "vitest";
import { botComments, openQuickStage, outcome, preview } from "./stack.ts";
import { example } from "./workflows/examples.ts";

const PATH = "baseline.yaml";
const template = example("docs/scale.md · Beyond one account 1").text;

function changedTemplate(from: string, to: string): string {
  const changed = template.replace(from, to);
  if (changed === template) throw new Error(`the page's template has no ${from} any more`);
  return changed;
}

async function openStackSet() {
  const stage = await openQuickStage({
    repository: { files: { "a.txt": "a\n" } },
    inputs: { template: PATH, "stack-name": "baseline" },
  });
  stage.aws.cloudFormation.putStack({ stackName: "baseline", template });
  return stage;
}

// What docs/scale.md says that a reviewer sees.
test.concurrent.for<[string, string, string, readonly string[]]>([
  [
    "a line of the inner template",
    "LogGroupName: /audit,",
    "LogGroupName: /audit-2,",
    [
      "@@ TemplateBody @@",
      "-     Properties: { LogGroupName: /audit, RetentionInDays: !Ref Retention }",
      "+     Properties: { LogGroupName: /audit-2, RetentionInDays: !Ref Retention }",
    ],
  ],
  [
    "a parameter",
    "ParameterValue: { Ref: Retention }",
    "ParameterValue: 90",
    ["- Parameters[0].ParameterValue: 30", "+ Parameters[0].ParameterValue: 90"],
  ],
  [
    "operation preferences",
    "MaxConcurrentCount: 1",
    "MaxConcurrentCount: 5",
    ["- OperationPreferences.MaxConcurrentCount: 1", "+ OperationPreferences.MaxConcurrentCount: 5"],
  ],
  [
    "a region",
    "Regions: [us-east-1, eu-central-1]",
    "Regions: [us-east-1]",
    [
      "### ⚠️",
      "deletes its stacks in eu-central-1 of `ou-ab12-cd34ef56`",
      "- StackInstancesGroup[0].Regions[1]: eu-central-1",
    ],
  ],
  [
    "capabilities",
    "[CAPABILITY_NAMED_IAM]",
    "[CAPABILITY_IAM]",
    ["- Capabilities[0]: CAPABILITY_NAMED_IAM", "+ Capabilities[0]: CAPABILITY_IAM"],
  ],
  ["its name", "StackSetName: baseline", "StackSetName: base", ["1 replace", "StackSetName"]],
  ["its permission model", "SERVICE_MANAGED", "SELF_MANAGED", ["1 replace", "PermissionModel"]],
])("a stack set: %s", async ([, from, to, shown]) => {
  await using stage = await openStackSet();
  const files = { [PATH]: changedTemplate(from, to) };
  const number = await stage.repository.openPullRequest({ head: "topic", files });
  expect(outcome(await preview(stage, number, "opened"))).toEqual({ exitCode: 0, result: "previewed" });
  const [comment] = await botComments(stage, number);
  for (const text of shown) expect(comment?.body).toContain(text);
});
