import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parseFileCommands } from "./file-commands.ts";
import { type RunOptions, runAction } from "./run-action.ts";
import { temporaryDirectory } from "./temp.ts";

const bundle = fileURLToPath(new URL("./fixture/index.js", import.meta.url));
const actionFile = fileURLToPath(new URL("./fixture/action.yml", import.meta.url));

async function play(name: string, options: Partial<RunOptions> = {}) {
  return runAction({
    bundle,
    actionFile,
    event: { name: "push", payload: { after: "abc" }, sha: "abc", ref: "refs/heads/main" },
    github: { url: "http://127.0.0.1:9", token: "ghs_secret", repository: "acme/app", runId: 7, attempt: 2 },
    workspace: await temporaryDirectory("workspace"),
    ...options,
    inputs: { "stack-name": name, ...options.inputs },
  });
}

describe("what a step is given", () => {
  it("has inputs with their hyphens and defaults, GITHUB_* and nothing of this process", async () => {
    process.env.NOT_FOR_THE_STEP = "1";
    const workspace = await temporaryDirectory("workspace");
    const result = await play("environment", {
      workspace,
      inputs: { undeclared: "x" },
      aws: { url: "http://127.0.0.1:8" },
    });
    const env = JSON.parse(result.outputs.env ?? "") as Record<string, string>;
    expect(env).toMatchObject({
      "INPUT_STACK-NAME": "environment",
      INPUT_WITH_SPACE: "spaced",
      "INPUT_TIMEOUT-MINUTES": "60",
      INPUT_WAIT: "false",
      "INPUT_GITHUB-TOKEN": "ghs_secret",
      INPUT_UNDECLARED: "x",
      GITHUB_SHA: "abc",
      GITHUB_REF_NAME: "main",
      GITHUB_RUN_ID: "7",
      GITHUB_RUN_ATTEMPT: "2",
      GITHUB_API_URL: "http://127.0.0.1:9",
      GITHUB_GRAPHQL_URL: "http://127.0.0.1:9/graphql",
      AWS_ENDPOINT_URL: "http://127.0.0.1:8",
      AWS_REGION: "us-east-1",
    });
    expect(env).not.toHaveProperty("NOT_FOR_THE_STEP");
    expect(env).not.toHaveProperty("GITHUB_TOKEN");
    expect(env).not.toHaveProperty("RUNNER_DEBUG");
    expect(result.outputs.cwd).toBe(workspace);
    expect(JSON.parse(result.outputs.event ?? "")).toEqual({ after: "abc" });
    expect(result.problems.join()).toContain("Unexpected input(s) 'undeclared'");
  });

  it("has GitHub Enterprise Server's paths, no AWS credentials and debug where asked", async () => {
    const github = { url: "http://127.0.0.1:9", token: "t0ken", repository: "acme/app", enterprise: true };
    const event = {
      name: "pull_request",
      payload: {},
      ref: "refs/pull/3/merge",
      headRef: "topic",
      baseRef: "main",
    };
    const result = await play("environment", { github, event, aws: { credentials: null }, debug: true });
    const env = JSON.parse(result.outputs.env ?? "") as Record<string, string>;
    expect(env).toMatchObject({
      GITHUB_API_URL: "http://127.0.0.1:9/api/v3",
      GITHUB_GRAPHQL_URL: "http://127.0.0.1:9/api/graphql",
      GITHUB_REF_NAME: "3/merge",
      GITHUB_HEAD_REF: "topic",
      RUNNER_DEBUG: "1",
    });
    expect(env).not.toHaveProperty("AWS_ACCESS_KEY_ID");
    expect(env).not.toHaveProperty("AWS_REGION");
  });
});

describe("what comes back", () => {
  it("is the masked log, outputs, summary, annotations, groups and exit code", async () => {
    const result = await play("story");
    expect(result.log.filter((line) => line.stream === "stdout").map((line) => line.text)).toEqual([
      "before s3cret",
      "::add-mask::***",
      "after ***",
      "::group::Phase one",
      "::endgroup::",
      "::error title=Broken,file=a%2Cb.json,line=7::100%25 wrong%0Aindeed",
      "##[warning]old form",
    ]);
    expect(result.text).toContain("to stderr\n");
    expect(result).toMatchObject({
      exitCode: 3,
      signal: null,
      timedOut: false,
      problems: [],
      masks: ["s3cret"],
    });
    expect(result.outputs).toEqual({ ClusterEndpoint: "db.example", many: "one\ntwo=2\n" });
    expect(result.summary).toBe("# Summary of ***\n");
    expect(result.groups).toEqual(["Phase one"]);
    expect(result.annotations).toMatchObject([
      { level: "error", message: "100% wrong\nindeed", title: "Broken", file: "a,b.json", line: 7 },
      { level: "warning", message: "old form" },
    ]);
  });

  it("takes for commands exactly what the runner takes for commands", async () => {
    const result = await play("quoted");
    expect(result.annotations.map((a) => `${a.level} ${a.message}`)).toEqual([
      "error one",
      "notice two",
      "warning three",
    ]);
    expect(result.commands.map((command) => command.name)).toEqual(["error", "notice", "warning"]);
  });

  it("names what the runner would refuse", async () => {
    const { problems, outputs } = await play("malformed");
    expect(outputs).toEqual({});
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain("Matching delimiter not found 'END'");
    expect(problems[1]).toContain("1024k");
  });
});

describe("interruption", () => {
  it("cancels when a line matches", async () => {
    const result = await play("patient", { stop: { with: "cancel", whenLog: /^waiting$/ } });
    expect(result).toMatchObject({ exitCode: 130, signal: null, timedOut: false });
    expect(result.text).toBe("waiting\ninterrupted\n");
  });

  it("tells when the program itself has taken the signal", async () => {
    const told: string[] = [];
    const result = await play("patient", {
      stop: { with: "cancel", whenLog: /^waiting$/, arrived: () => told.push("arrived") },
    });
    expect(told).toEqual(["arrived"]);
    expect(result).toMatchObject({ exitCode: 130, signal: null });
  });

  it("kills at once", async () => {
    const result = await play("stubborn", { stop: { with: "SIGKILL", whenLog: /waiting/ } });
    expect(result).toMatchObject({ exitCode: null, signal: "SIGKILL", timedOut: false });
  });

  it("ends a run that takes too long", async () => {
    const result = await play("stubborn", { timeoutMs: 300 });
    expect(result).toMatchObject({ exitCode: null, signal: "SIGKILL", timedOut: true });
  });
});

describe("time", () => {
  it("passes for the run alone, when a line matches", async () => {
    const later = { whenLog: /^waiting$/, byMs: 3_600_000 };
    const result = await play("hour", { later });
    expect(result).toMatchObject({ exitCode: 0, timedOut: false });
    expect(result.text).toBe("waiting\nan hour later\n");
  });

  it("lasts longer for a run that has patience", async () => {
    const { text } = await play("patient20", { patientAtMs: 50 });
    const lasted = JSON.parse(text) as readonly number[];
    expect(lasted).toHaveLength(3);
    // A timer of 50 ms ends after 49 and something.
    for (const ms of lasted) expect(ms).toBeGreaterThan(990);
  });
});

describe("parseFileCommands", () => {
  it.each([
    ["a=b=c", { a: "b=c" }],
    ["a=x<<y", { a: "x<<y" }],
    ["a<<E=F\n1\nE=F", { a: "1" }],
    ["a<<E\r\n1\r\nE\r\n", { a: "1\r" }],
    ["a=1\r\n", { a: "1\r" }],
    ["a<<E\nE\nb=", { a: "", b: "" }],
    ["", {}],
  ])("%j", (text, values) => expect(parseFileCommands(text)).toEqual(values));

  it.each(["no separator", "=v", "<<E\nE", "a<<\n1", "a<<E\n1", "a<<E\n1\nE\r"])("refuses %j", (text) => {
    expect(() => parseFileCommands(text)).toThrow(/Invalid/);
  });
});
