import { expect, test } from "vitest";
import { previewOf, pushOf } from "../leaks/events.ts";
import { openPlace, type Place, runIn } from "../leaks/run.ts";
import { mergePull, openPull, type Pull } from "../model/gitHub.ts";

const TABLE = { Type: "AWS::DynamoDB::Table", Properties: { TableName: "orders" } };

function templateOf(timeout: number, more: object = {}): string {
  const queue = { Type: "AWS::SQS::Queue", Properties: { VisibilityTimeout: timeout } };
  return JSON.stringify({ Resources: { Queue: queue, ...more } });
}

const STACKS = ["app", "orders", "web"];

/** Three stacks, of which one holds data. */
function openThree(): Place {
  const place = openPlace();
  for (const stackName of STACKS)
    place.aws.cloudFormation.putStack({
      stackName,
      template: templateOf(30, stackName === "orders" ? { Table: TABLE } : {}),
    });
  return place;
}

/** A run of each stack's job, at the same time: the queue changes, and the table of `orders` is gone. */
async function runAll(
  place: Place,
  event: ReturnType<typeof pushOf>,
  inputs = {},
): Promise<readonly string[]> {
  const runs = STACKS.map((name) =>
    runIn(place, {
      event,
      inputs: { "stack-name": name, ...inputs },
      files: { "stack.yaml": templateOf(60) },
    }),
  );
  return (await Promise.all(runs)).map(({ result }) => result);
}

function overviewOf({ gitHub }: Place, { number }: Pull): readonly string[] {
  const start = "<!-- aurora-deploy-action overview ";
  const all = gitHub.comments.filter(({ pull, body }) => pull === number && body.startsWith(start));
  expect(all.length).toBeLessThanOrEqual(1);
  const [, headline = "", ...lines] = all[0]?.body.split("\n") ?? [];
  const rows = lines.filter((line) => line.includes("]("));
  return [
    headline,
    ...rows.map((row) =>
      row
        .slice(2, -2)
        .replaceAll("&nbsp;", " ")
        .replace(/\[(.*?)\]\(.*?\)/, "$1"),
    ),
  ];
}

test("whole runs of three stacks: previewed, blocked, deployed, and out of date elsewhere", async () => {
  const place = openThree();
  const pull = openPull(place.gitHub, { Queue: "60" });
  const neighbour = openPull(place.gitHub, { Topic: "a" });

  expect(await runAll(place, previewOf(pull))).toEqual(["previewed", "blocked", "previewed"]);
  expect(overviewOf(place, pull)).toEqual([
    "### 🛑 3 stacks: 1 remove, 3 modify — 1 blocked",
    "🛑 data loss | orders · us-east-1 | 1 remove, 1 modify | 🛑 blocked, data would be lost",
    "🟢 safe | app · us-east-1 | 1 modify | previewed",
    "🟢 safe | web · us-east-1 | 1 modify | previewed",
  ]);
  const allow = { "allow-destructive": "Table" };
  expect(await runAll(place, previewOf(pull), allow)).toEqual(["previewed", "previewed", "previewed"]);
  await runAll(place, previewOf(neighbour), allow);

  mergePull(place.gitHub, pull, "squash");
  place.aws.faults.add({ scenario: "resource-fails", stack: "web", resource: "Queue", reason: "No luck" });
  expect(await runAll(place, pushOf(place), allow)).toEqual(["deployed", "deployed", "failed"]);
  const [headline, ...rows] = overviewOf(place, pull);
  expect(headline).toBe("### ❌ 3 stacks: 1 failed, 2 deployed");
  expect(rows.map((row) => row.replace(/(in|after) .*/, "$1 …"))).toEqual([
    " | web · us-east-1 | 1 modify | ❌ rolled back after …",
    " | app · us-east-1 | 1 modify | ✅ deployed in …",
    " | orders · us-east-1 | 1 remove, 1 modify | ✅ deployed in …",
  ]);
  expect(overviewOf(place, neighbour)[0]).toBe("### 🕓 3 stacks: all out of date");
});

test("a run that fails before its flow is in the overview, too", async () => {
  const place = openThree();
  const pull = openPull(place.gitHub, { Queue: "60" });
  await runAll(place, previewOf(pull));
  const inputs = { "stack-name": "app", parameters: "Nobody=declares it" };
  await runIn(place, { event: previewOf(pull), inputs, files: { "stack.yaml": templateOf(60) } });
  expect(overviewOf(place, pull).slice(0, 2)).toEqual([
    "### ❌ 3 stacks: 1 remove, 2 modify — 1 failed, 1 blocked",
    " | app · us-east-1 |  | ❌ the preview failed: the inputs are wrong",
  ]);
});

test("`comment: changes` and `never`: only stacks that have a comment are in it", async () => {
  const place = openThree();
  const pull = openPull(place.gitHub, { Queue: "60" });
  const event = previewOf(pull);
  const preview = (name: string, inputs: Readonly<Record<string, string>>, timeout = 60) =>
    runIn(place, {
      event,
      inputs: { "stack-name": name, ...inputs },
      files: { "stack.yaml": templateOf(timeout) },
    });
  await preview("app", {});
  await preview("web", { comment: "changes" }, 30);
  await preview("orders", { comment: "never", "allow-destructive": "*" });
  expect(place.gitHub.comments).toHaveLength(1);
  await preview("web", { comment: "changes" });
  expect(overviewOf(place, pull)[0]).toBe("### 🟢 2 stacks: 2 modify");
});
