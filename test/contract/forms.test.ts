import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { action, read } from "./action.ts";
import { files, known } from "./pages.ts";

interface Form {
  readonly name: string;
  readonly description: string;
  readonly body: readonly {
    readonly type: string;
    readonly id?: string;
    readonly attributes: Readonly<Record<string, unknown>>;
  }[];
}

describe("issue forms", () => {
  const forms = files.filter((path) => /^\.github\/ISSUE_TEMPLATE\/(?!config).*\.yml$/.test(path));

  // GitHub's syntax for issue forms: what is not so is not shown, and nobody is told.
  test.for(forms)("%s is one", (path) => {
    const form = parse(read(path)) as Form;
    expect([typeof form.name, typeof form.description]).toEqual(["string", "string"]);
    for (const { type, id, attributes } of form.body) {
      expect(["markdown", "input", "textarea", "dropdown", "checkboxes"]).toContain(type);
      expect(typeof (type === "markdown" ? attributes.value : attributes.label)).toBe("string");
      if (type !== "markdown") expect(id).toMatch(/^[a-z-]+$/);
    }
    const ids = form.body.flatMap(({ id }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("a fault is told with version, result and log", () => {
    const { body } = parse(read(".github/ISSUE_TEMPLATE/bug.yml")) as Form;
    expect(body.map(({ id }) => id)).toEqual(expect.arrayContaining(["version", "outputs", "log"]));
    const doing = body.find(({ id }) => id === "doing")?.attributes.options as readonly string[];
    const modes = action.inputs.mode?.description.match(/`(?!auto)\w+`/g) ?? [];
    expect(doing).toEqual(expect.arrayContaining(modes.map((mode) => mode.slice(1, -1))));
  });

  test("what is no form leads on", () => {
    const config = parse(read(".github/ISSUE_TEMPLATE/config.yml")) as {
      readonly contact_links: readonly Readonly<Record<string, string>>[];
    };
    for (const { name, url, about } of config.contact_links) {
      expect([name, about].every((text) => (text ?? "") !== "")).toBe(true);
      expect(url).toMatch(/^https:\/\/github\.com\/org\/aurora-deploy-action\//);
    }
  });
});

test("CODEOWNERS names what is there", () => {
  const lines = read(".github/CODEOWNERS")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const patterns = lines.map((line) => line.split(" ")[0] ?? "").filter((pattern) => pattern !== "*");
  expect(patterns.filter((pattern) => !known.has(pattern.replace(/^\/|\/$/g, "")))).toEqual([]);
});
