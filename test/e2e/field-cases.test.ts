import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runAction } from "../sandbox/runner/run-action.ts";
import { temporaryDirectory } from "../sandbox/runner/temp.ts";
import type { Stage } from "../sandbox/stage.ts";
import { openSmallStage } from "./stack.ts";

/** What a folder's `expect.json` asks for. */
interface Expected {
  /** `name=value`; `@file` is a file's content. */
  readonly inputs?: readonly string[];
  /** The exit code: 0 where it is absent, any where it is `null`. */
  readonly exit?: number | null;
  /** What the log or the rendered template must match. */
  readonly says: string;
}

/** Inputs that people published and that went wrong, kept beside the checkout and not in it. */
const CASES = join(import.meta.dirname, "../../../shared/cases");
const isThere = existsSync(CASES);
const names = isThere ? folders() : [];

describe.skipIf(!isThere)(`inputs from the field${isThere ? "" : " (skipped: no ../shared/cases)"}`, () => {
  const stages: Stage[] = [];
  beforeAll(async () => {
    const stage = await openSmallStage();
    stages.push(stage);
    await stage.repository.push("main", { "a.txt": "a\n" }, "Anything");
  });
  afterAll(async () => {
    for (const stage of stages) await stage[Symbol.asyncDispose]();
  });

  test("there are some", () => {
    expect(names.length).toBeGreaterThan(0);
  });

  test.concurrent.for(names)("%s", async (name, { expect }) => {
    const [stage] = stages;
    if (stage === undefined) throw new Error("The stage is not open.");
    const { inputs = [], exit = 0, says } = expected(name);
    const workspace = await temporaryDirectory("workspace");
    await cp(join(CASES, name), workspace, { recursive: true });
    const run = await runAction({
      event: await stage.repository.event.push("main"),
      github: {
        url: stage.github.url,
        token: stage.github.token(),
        repository: stage.repository.fullName,
        runId: 1,
      },
      aws: { url: stage.aws.url },
      inputs: {
        mode: "render",
        "stack-name": "app",
        template: existsSync(join(workspace, "t.yaml")) ? "t.yaml" : "t.json",
        ...Object.fromEntries(inputs.map((input) => assigned(input, workspace))),
      },
      workspace,
    });
    const path = run.outputs["rendered-template"];
    const rendered = path === undefined ? "" : readFileSync(path, "utf8");
    if (exit !== null) expect(run.exitCode, run.text).toBe(exit);
    expect(`${run.text}\n${rendered}`).toMatch(new RegExp(says, "i"));
  });
});

function folders(): readonly string[] {
  return readdirSync(CASES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(CASES, entry.name, "expect.json")))
    .map(({ name }) => name)
    .sort();
}

function expected(name: string): Expected {
  return JSON.parse(readFileSync(join(CASES, name, "expect.json"), "utf8")) as Expected;
}

function assigned(input: string, workspace: string): readonly [name: string, value: string] {
  const split = input.indexOf("=");
  const value = input.slice(split + 1);
  const text = value.startsWith("@") ? readFileSync(join(workspace, value.slice(1)), "utf8") : value;
  return [input.slice(0, split), text];
}
