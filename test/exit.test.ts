import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Outlets, openExit } from "../src/exit.ts";
import { createChecks } from "../src/github/checks.ts";
import { createComments } from "../src/github/comments.ts";
import type { CheckRunContent, Checks, Comments, GitHubWriters } from "../src/ports/github.ts";

const SECRET = "hunter2-hunter2";

/** An exit whose writers write everything down. */
function recorded() {
  const written: string[] = [];
  const write = (...texts: readonly unknown[]): void => void written.push(JSON.stringify(texts));
  const outlets: { -readonly [Name in keyof Outlets]: Outlets[Name] } = {
    toolkit: {
      info: write,
      debug: write,
      notice: write,
      warning: write,
      error: write,
      startGroup: write,
      endGroup: () => undefined,
    },
    writeSummary: async (markdown) => write("summary", markdown),
    setSecret: (value) => write("mask", value),
    setOutput: (name, value) => write("output", name, value),
  };
  const github = {
    checks: {
      create: async (...given: unknown[]) => write(given),
      update: async (...given: unknown[]) => write(given),
      list: async () => [],
    },
    comments: {
      upsert: async (_: number, marker: string, render: (present: string | undefined) => unknown) =>
        write(render(marker)),
      write: async (...given: unknown[]) => write(given),
    },
  } as unknown as GitHubWriters;
  const exit = openExit(outlets);
  return { exit, github: exit.guarded(github), written, outlets };
}

test("a masked output is masked in the JSON of all outputs, too", async () => {
  const { exit, written } = recorded();
  const stackOutputs = [{ key: "Key", value: 'a "b"\nc' }];
  await exit.finish({ result: "deployed", message: "Done.", stackOutputs, secretOutputs: ["Key"] });
  const masks = written.map((line) => JSON.parse(line)).filter(([first]) => first === "mask");
  expect(masks).toEqual([
    ["mask", 'a "b"\nc'],
    ["mask", 'a \\"b\\"\\nc'],
  ]);
});

describe("what was learned leaves by no way", () => {
  test("not by GitHub", async () => {
    const { exit, github, written } = recorded();
    exit.secrets.learn([SECRET]);
    written.length = 0;
    const location = { file: "stack.json", line: 1, column: 1 };
    const content: CheckRunContent = {
      externalId: "x",
      status: "completed",
      title: `a ${SECRET}`,
      summary: `a ${SECRET}`,
      text: `\`\`\`json\n{"a":"${SECRET}"}\n\`\`\``,
      annotations: [{ level: "error", message: `a ${SECRET}`, location }],
    };
    await github.checks.create("sha", "name", content);
    await github.checks.update(1, content);
    await github.comments.upsert(1, "<!-- m -->", (present) => `${present}\n${SECRET}`);
    await github.comments.write({ pullRequest: 1 }, "<!-- m -->", `<!-- m -->\n${SECRET}`);
    expect(written).toHaveLength(4);
    expect(written.join("\n")).not.toContain(SECRET);
    expect(written.join("\n")).toContain("<!-- m -->");
  });

  test("not by the log, the summary or an output of ours", async () => {
    const { exit, written } = recorded();
    exit.secrets.learn([SECRET]);
    written.length = 0;
    exit.log.info(SECRET);
    const changeSummary = JSON.stringify({ a: SECRET });
    await exit.finish({
      result: "failed",
      failed: true,
      message: SECRET,
      hint: SECRET,
      summary: `# a\n${SECRET}`,
      changeSummary,
    });
    expect(written.join("\n")).not.toContain(SECRET);
    expect(written).toContain('["output","change-summary","{\\"a\\":\\"(redacted)\\"}"]');
    expect(written).toContain('["summary","# a\\n(redacted)"]');
  });

  test("by a stack's output only after the runner was told to mask it", async () => {
    const { exit, written } = recorded();
    exit.secrets.learn([SECRET]);
    written.length = 0;
    const value = `postgres://app:${SECRET}@db`;
    await exit.finish({
      result: "deployed",
      message: "",
      stackOutputs: [
        { key: "Url", value },
        { key: "Port", value: "5432" },
      ],
    });
    expect(written[0]).toBe(JSON.stringify(["mask", value]));
    expect(written[1]).toBe(JSON.stringify(["output", "Url", value]));
    expect(written.filter((it) => it.includes("mask") && it.includes("5432") && !it.includes("Url"))).toEqual(
      [],
    );
  });
});

test("an edge takes no text that has not passed through the exit", () => {
  const github = {} as unknown as Parameters<typeof createComments>[0];
  const content = { externalId: "", status: "completed", title: "", summary: "", annotations: [] } as const;
  // The compiler is the test: without its error the comment itself is one.
  const rejected = [
    // @ts-expect-error a plain string
    () => createComments(github).upsert(1, "marker", () => "text"),
    // @ts-expect-error plain strings
    () => createChecks(github).create("sha", "name", content),
    // @ts-expect-error what takes passed texts only is no port of a flow
    (): Checks => createChecks(github),
    // @ts-expect-error the same
    (): Comments => createComments(github),
  ];
  expect(rejected).toHaveLength(4);
});

describe("nothing goes around the exit", () => {
  const sources = globSync("src/**/*.ts").map((path) => [path, readFileSync(path, "utf8")] as const);
  const holding = (pattern: RegExp) =>
    sources
      .filter(([, text]) => pattern.test(text))
      .map(([path]) => path)
      .sort();

  test("the toolkit is index.ts's, which hands it to the exit", () => {
    expect(holding(/from "@actions\/core"/)).toEqual(["src/index.ts"]);
    const uses = readFileSync("src/index.ts", "utf8").match(/\bcore\b(?!")[^;\n]*/g) ?? [];
    expect(uses.filter((use) => !ALLOWED.some((allowed) => use.startsWith(allowed)))).toEqual([]);
  });

  test("nobody else prints", () => {
    expect(
      holding(/\bconsole\.(?:log|info|warn|error|debug)|process\.std(?:out|err)|\bstd(?:out|err)\.write/),
    ).toEqual(["src/index.ts"]);
    expect(readFileSync("src/index.ts", "utf8").match(/process\.std(?:out|err)[^;\n]*/g)).toEqual([
      'process.stdout.write("", () => process.exit())',
    ]);
  });

  test("GitHub is written to by the guarded edges only", () => {
    expect(holding(/octokit\.(?:rest\.\w+\s*\.(?!get|list|compare)\w+|request|graphql)/)).toEqual([
      "src/github/checks.ts",
      "src/github/comments.ts",
    ]);
    const written = sources.flatMap(
      ([, text]) => text.match(/octokit\.(?:rest\.\w+\s*\.(?!get|list|compare)\w+|request|graphql)/g) ?? [],
    );
    expect([...new Set(written.map((call) => call.replace(/\s+/g, "")))].sort()).toEqual([
      "octokit.graphql",
      "octokit.rest.checks.create",
      "octokit.rest.checks.update",
      "octokit.rest.issues.createComment",
      "octokit.rest.issues.deleteComment",
      "octokit.rest.issues.updateComment",
    ]);
    expect(holding(/connectGitHub\(\{/)).toEqual(["src/index.ts"]);
    expect(readFileSync("src/index.ts", "utf8")).toContain("exit.guarded(connectGitHub(");
  });

  test("only what hides says that it has hidden", () => {
    expect(holding(/\bas Shown\b|as unknown as Shown|<Shown>/)).toEqual(["src/secrets/secrets.ts"]);
    expect(holding(/\bcreateLog\(/)).toEqual(["src/exit.ts", "src/log.ts"]);
    // A discovery's own: what it tells holds no value but what has passed through them.
    const secrets = ["src/discovery.ts", "src/exit.ts", "src/secrets/secrets.ts"];
    expect(holding(/\bopenSecrets\(/)).toEqual(secrets);
  });

  test("a file holds the rendered template, without a value, or what is packed: the workspace's own files", () => {
    const writers = ["src/pack/write.ts", "src/workspace.ts"];
    expect(holding(/\b(?:write|append)File|createWriteStream/).toSorted()).toEqual(writers);
  });

  test("every view begins where the run's secrets are in it", () => {
    expect(holding(/^\s+history: \[\],/m)).toEqual(["src/flows/tell/reportView.ts"]);
  });
});

const ALLOWED = [
  "core from",
  "core,",
  "core.setSecret,",
  "core.setOutput,",
  "core.summary.addRaw(markdown, true)",
  "core.getInput(",
  "core.ExitCode.",
];

describe("the end", () => {
  const failed = {
    result: "failed",
    reasonCode: "error",
    failed: true,
    message: "It broke.",
    hint: "Mend it.",
  } as const;
  const errors = (written: readonly string[]) => written.filter((line) => line.includes("It broke")).length;

  test("is told once, where nothing was written since it was told first", async () => {
    const { exit, written } = recorded();
    exit.log.error("It broke.\nMend it.");
    expect(await exit.finish(failed)).toBe(true);
    expect(errors(written)).toBe(1);
  });

  test("is told at the end again, where something was", async () => {
    for (const write of ["info", "warning"] as const) {
      const { exit, written } = recorded();
      exit.log.error("It broke.\nMend it.");
      exit.log[write]("Something else.");
      await exit.finish(failed);
      expect(written.at(-1)).toContain("It broke");
      expect(errors(written)).toBe(2);
    }
  });

  test("is told although no output can be set, which fails the step", async () => {
    const { exit, written, outlets } = recorded();
    outlets.setOutput = () => {
      throw new Error("EACCES");
    };
    expect(await exit.finish({ result: "deployed", message: "All is deployed." })).toBe(true);
    expect(written.at(-1)).toMatch(/All is deployed\. But the step's outputs could not be set: EACCES/);
  });
});
