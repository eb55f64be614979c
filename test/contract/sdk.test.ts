import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const src = join(import.meta.dirname, "../../src");

function sources(): readonly string[] {
  return readdirSync(src, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
}

describe("the clients that only some runs need", () => {
  // `import()` of the package itself gives all of it, and a bundler must keep all: EC2's client is two megabytes.
  test("are loaded through the modules in aws/sdk", () => {
    const whole = sources().filter((path) =>
      /import\(\s*"@aws-sdk\//.test(readFileSync(join(src, path), "utf8").replaceAll(/typeof import\(/g, "")),
    );
    expect(whole).toEqual([]);
  });

  test("of which each names what is used of one package", () => {
    const modules = readdirSync(join(src, "aws/sdk"));
    expect(modules).not.toEqual([]);
    for (const name of modules)
      expect(readFileSync(join(src, "aws/sdk", name), "utf8")).toMatch(
        /^export \{[\w\s,]+\} from "@aws-sdk\/client-[a-z0-9-]+";\n$/,
      );
  });

  test("and nothing that is not", () => {
    const edge = sources().filter((path) => path.startsWith("aws/") && !path.startsWith("aws/sdk/"));
    const text = edge.map((path) => readFileSync(join(src, path), "utf8")).join("\n");
    for (const name of readdirSync(join(src, "aws/sdk"))) {
      const exported = readFileSync(join(src, "aws/sdk", name), "utf8").match(/\b[A-Z]\w+(?=[,\s])/g) ?? [];
      expect(exported).not.toEqual([]);
      for (const one of exported) expect(text).toContain(`sdk.${one}(`);
    }
  });
});
