import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generateReadme } from "../../scripts/generate-readme.ts";
import { REASON_CODES } from "../../scripts/reason-codes.ts";
import { action, actionText, OUTPUTS, REASON_CODES_OF_THE_CONTRACT, read, root } from "./action.ts";

const readme = read("README.md");

/** A section's text, its subsections included. */
function section(title: string): string {
  return readme.split(`\n## ${title}\n`)[1]?.split("\n## ")[0] ?? "";
}

/** The source of everything that talks to AWS. */
function edges(): string {
  return readdirSync(join(root, "src/aws"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => read(join("src/aws", name)))
    .join("\n");
}

/** The first cells of the table between two markers. */
function namesIn(table: string): readonly string[] {
  const place = readme.split(`<!-- generated: ${table} -->`)[1]?.split("<!-- /generated -->")[0] ?? "";
  return [...place.matchAll(/^\| `(.+?)` \|/gm)].map((match) => match[1] ?? "");
}

describe("README", () => {
  test("its generated tables are current", () => {
    expect(generateReadme(readme, actionText)).toBe(readme);
  });

  test("it lists every input, output and reason code", () => {
    expect(namesIn("inputs")).toEqual(Object.keys(action.inputs));
    expect(namesIn("outputs")).toEqual([...OUTPUTS]);
    expect(namesIn("reason codes")).toEqual(Object.keys(REASON_CODES));
  });

  test("every reason code that workflows rely on is there", () => {
    expect(Object.keys(REASON_CODES)).toEqual(expect.arrayContaining([...REASON_CODES_OF_THE_CONTRACT]));
  });

  test("a change of action.yml is noticed", () => {
    expect(generateReadme(readme, actionText.replace("default: auto", "default: render"))).not.toBe(readme);
  });

  test("a table without a place, or a place without a table, is an error", () => {
    expect(() =>
      generateReadme(readme.replace("generated: outputs", "generated: outcomes"), actionText),
    ).toThrow("outcomes, which nobody generates");
    expect(() => generateReadme("", actionText)).toThrow("no place for inputs, outputs, reason codes");
  });

  test("every call to AWS that the code can make is among the permissions", () => {
    const permissions = section("AWS permissions");
    const names = [...edges().matchAll(/(?:new |sdk\.)(\w+)Command\b/g)].map((match) => match[1] ?? "");
    expect(names).toEqual(
      expect.arrayContaining(["ExecuteChangeSet", "DescribeDBEngineVersions", "PutObject"]),
    );
    // What S3 calls HeadObject is allowed by s3:GetObject, and ListObjectsV2 by s3:ListBucket.
    const allowedBy: Readonly<Record<string, string>> = {
      HeadObject: "GetObject",
      ListObjectsV2: "ListBucket",
    };
    const needed = new Set(names.map((name) => allowedBy[name] ?? name));
    expect([...needed].filter((name) => !new RegExp(`\\b${name}\``).test(permissions))).toEqual([]);
  });
});
