import fc from "fast-check";
import { expect, test } from "vitest";
import type { GitHubEvent } from "../../../src/payload.ts";
import { mergePull, openPull } from "../model/gitHub.ts";
import { event, previewOf, pushOf } from "./events.ts";
import { openPlace, type Place, runIn, type Start } from "./run.ts";
import { foundIn } from "./secret.ts";
import {
  anyStory,
  badParameters,
  brokenTemplate,
  ENDINGS,
  type Ending,
  givenLogin,
  noTemplate,
  type Story,
  templateOf,
} from "./story.ts";

// Ten times as many, by the variable, take four minutes on two cores.
const RUNS = Number(process.env.LEAK_RUNS ?? 1_000);

test("no secret is in any text of any run, and what is none is shown", async () => {
  const ended = new Map<Ending, Map<string, number>>();
  await fc.assert(
    fc.asyncProperty(anyStory, async (story) => {
      const place = openPlace();
      const results = await play(place, story);
      const texts = textsOf(place);
      for (const secret of [story.login, story.kept, story.old, story.wanted, story.bare, story.script]) {
        const found = texts.find((text) => foundIn(text, secret) !== undefined);
        expect(found === undefined ? undefined : around(found, foundIn(found, secret) ?? "")).toBeUndefined();
      }
      for (const [name, value] of place.exported)
        if (value.includes(story.login.value)) expect(place.masked, name).toContain(value);
      if (["previewed", "deployed", "shown in the summary"].includes(story.ending)) {
        expect(place.written.join("\n")).toContain("seen-2");
        expect(place.written.join("\n")).toContain("a hidden value changes");
      }
      count(ended, story.ending, results.join(", "));
    }),
    { numRuns: RUNS },
  );
  // Every ending was come to, and is what it is called.
  expect([...ended.keys()].sort()).toEqual([...ENDINGS].sort());
  expect(Object.fromEntries([...ended].map(([ending, results]) => [ending, [...results.keys()]]))).toEqual(
    RESULTS,
  );
});

const RESULTS: Readonly<Record<Ending, readonly string[]>> = {
  previewed: ["previewed"],
  "shown in the summary": ["previewed"],
  deployed: ["previewed, deployed"],
  failed: ["previewed, failed rolled-back"],
  refused: ["failed error"],
  unreviewed: ["blocked unreviewed"],
  stale: ["previewed, blocked stale-review"],
  drifted: ["drifted"],
  rendered: ["rendered"],
  "broken template": ["failed invalid-template"],
  "no template": ["failed invalid-template"],
  "bad parameters": ["failed invalid-input"],
};

function count(ended: Map<Ending, Map<string, number>>, ending: Ending, result: string): void {
  const results = ended.get(ending) ?? new Map<string, number>();
  results.set(result, (results.get(result) ?? 0) + 1);
  ended.set(ending, results);
}

function textsOf({ written, gitHub }: Place): readonly string[] {
  return [
    ...written,
    ...gitHub.comments.map(({ body }) => body),
    ...gitHub.runs.flatMap(({ content: { title, summary, text, annotations } }) => [
      title,
      summary,
      text ?? "",
      JSON.stringify(annotations),
    ]),
  ];
}

function around(text: string, found: string): string {
  const at = text.indexOf(found);
  return text.slice(Math.max(0, at - 200), at + 100);
}

/** Plays the story; answers what each of its runs came to. */
async function play(place: Place, story: Story): Promise<readonly string[]> {
  place.aws.cloudFormation.putStack({
    stackName: "app",
    template: templateOf(story, "before"),
    parameters: { Login: story.kept.value },
  });
  const login = givenLogin(story);
  const files = { "stack.yaml": templateOf(story, "after"), ...login.files };
  const start = (event: GitHubEvent, more: Partial<Start> = {}): Start => ({
    event,
    inputs: login.inputs,
    files,
    ...more,
  });
  const run = async (given: Start) => {
    const { result, reasonCode } = await runIn(place, given);
    return reasonCode === undefined ? result : `${result} ${reasonCode}`;
  };
  const pull = openPull(place.gitHub, { Queue: "60" });
  const reason = `Login ${story.echo(story.login.value)} and ${story.bare.value} are refused`;
  switch (story.ending) {
    case "previewed":
      return [await run(start(previewOf(pull)))];
    case "shown in the summary":
      return [await run(start(event("workflow_dispatch", {}, pull.headSha)))];
    case "deployed":
    case "failed": {
      const previewed = await run(start(previewOf(pull)));
      if (story.ending === "failed")
        place.aws.faults.add({ scenario: "resource-fails", resource: "Host", reason });
      mergePull(place.gitHub, pull, "squash");
      return [previewed, await run(start(pushOf(place)))];
    }
    case "refused":
      place.aws.faults.add({ scenario: "change-set-fails", reason });
      return [await run(start(previewOf(pull)))];
    case "unreviewed":
      mergePull(place.gitHub, pull, "squash");
      return [await run(start(pushOf(place)))];
    case "stale": {
      const previewed = await run(start(previewOf(pull)));
      mergePull(place.gitHub, pull, "squash");
      const other = templateOf({ ...story, wanted: story.old, script: { ...story.script } }, "after");
      return [previewed, await run(start(pushOf(place), { files: { ...files, "stack.yaml": other } }))];
    }
    case "drifted":
      place.aws.cloudFormation.changeResourceByHand("app", "App", {
        Environment: { Variables: { [story.name]: story.wanted.value, NOTE: story.bare.value } },
      });
      return [await run(start(event("schedule", {}, pull.headSha)))];
    case "rendered":
      return [await run(start(previewOf(pull), { inputs: { ...login.inputs, mode: "render" } }))];
    case "broken template":
      return [
        await run(start(previewOf(pull), { files: { ...files, "stack.yaml": brokenTemplate(story) } })),
      ];
    case "no template":
      return [await run(start(previewOf(pull), { files: { ...files, "stack.yaml": noTemplate(story) } }))];
    case "bad parameters":
      return [await run(start(previewOf(pull), { inputs: { parameters: badParameters(story) } }))];
  }
}
