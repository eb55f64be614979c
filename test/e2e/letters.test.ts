import { expect, test } from "vitest";
import { calls, deploy, openSmallStage, outcome, preview, STACK, TEMPLATE_PATH } from "./stack.ts";

/** Letters beyond ASCII in what CloudFormation lists, in what it does not, and in a key. */
function german(timeout: number): string {
  return JSON.stringify({
    Description: "Für Köln 🚀",
    Resources: {
      Queue: {
        Type: "AWS::SQS::Queue",
        Metadata: { Größe: "klein" },
        Properties: { VisibilityTimeout: timeout, Tags: [{ Key: "Straße", Value: "Gärtnerplatz" }] },
      },
    },
    Outputs: { Url: { Description: "die Schlange für Köln", Value: { Ref: "Queue" } } },
  });
}

async function openPull(timeout: number, deployed: string) {
  const stage = await openSmallStage({ repository: { files: { [TEMPLATE_PATH]: german(30) } } });
  stage.aws.cloudFormation.putStack({ stackName: STACK, template: deployed });
  const files = { [TEMPLATE_PATH]: german(timeout) };
  return { stage, number: await stage.repository.openPullRequest({ head: "topic", files }) };
}

test.concurrent("letters beyond ASCII are no change of a stack that has them", async () => {
  const { stage: opened, number } = await openPull(60, german(30));
  await using stage = opened;
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  const comment = (await stage.repository.comments(number))[0]?.body ?? "";
  expect(comment).toContain("1 modify");
  expect(comment).not.toMatch(/K\?ln|Köln|Größe|Gr\?\?e/);
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
  // The reviewed change set itself was executed: what CloudFormation has is what was rendered.
  expect(calls(stage, "CreateChangeSet")).toHaveLength(1);
  const request = calls(stage, "CreateChangeSet")[0]?.params as { readonly TemplateBody: string };
  const sent = request.TemplateBody;
  expect(sent).toMatch(/^\p{ASCII}*$/u);
  expect(JSON.parse(sent)).toEqual(JSON.parse(german(60)));
});

test.concurrent("a letter that is another one is told", async () => {
  const { stage: opened, number } = await openPull(60, german(30).replaceAll("Köln", "Kiel"));
  await using stage = opened;
  await preview(stage, number, "opened");
  const comment = (await stage.repository.comments(number))[0]?.body ?? "";
  expect(comment).toContain("die Schlange für Köln");
  expect(comment).toContain("Kiel");
});
