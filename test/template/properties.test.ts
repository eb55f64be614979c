import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ActionError } from "../../src/errors.ts";
import { canonicalJson, minify, sha256 } from "../../src/template/canonical.ts";
import { evaluateTemplate } from "../../src/template/evaluate/evaluate.ts";
import type { DeclaredParameter, JsonObject } from "../../src/template/model.ts";
import { parseAssignments, parseParameterFile } from "../../src/template/parameters/assignments.ts";
import { resolveParameters } from "../../src/template/parameters/resolve.ts";
import { findingText } from "../../src/template/problems.ts";
import { parseTemplate } from "../../src/template/text/parse.ts";
import { renderTemplate } from "../../src/template/tree/render.ts";
import { FEWER } from "../mutation/fewerCases.ts";

const jsonObject = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 5 })) as fc.Arbitrary<JsonObject>;

describe("JSON", () => {
  it("what was minified is read back as it was, whatever the file is called", () => {
    fc.assert(
      fc.property(jsonObject, fc.constantFrom("t.json", "t.yaml"), (value, file) => {
        const text = minify(value);
        expect(minify(parseTemplate(text, file).value)).toBe(text);
      }),
    );
  });
  it("is taken exactly when JSON.parse takes it", () => {
    const pieces = fc.constantFrom(
      ..."{}[],:\"\\ntrue1-.eE+0 '/#\n\t".split(""),
      "null",
      '"a"',
      '"a":',
      "{}",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = `{"k": ${parts.join("")} }`;
        const taken = (parse: () => unknown) => {
          try {
            return minify(parse() as JsonObject);
          } catch {
            return undefined;
          }
        };
        const ours = taken(() => parseTemplate(text, "t.json").value);
        const theirs = taken(() => JSON.parse(text));
        // Only keys given twice are refused by us alone.
        if (ours !== theirs)
          expect(new Set(text.match(/"a":/g)).size).toBeLessThan(text.match(/"a":/g)?.length ?? 0);
      }),
      { numRuns: 2_000 / FEWER },
    );
  });
  it("spelled numbers are sent as they were written", () => {
    const number = fc
      .tuple(fc.integer({ min: 0, max: 999 }), fc.stringMatching(/^\d{1,20}$/))
      .map((pair) => pair.join("."));
    fc.assert(
      fc.property(number, (text) => {
        const { value, spelling } = parseTemplate(`{"a":[${text}]}`, "t.json");
        expect(minify(value, spelling)).toBe(`{"a":[${text}]}`);
      }),
    );
  });
});

describe("canonical JSON", () => {
  it("does not depend on the order of keys, and is JSON", () => {
    fc.assert(
      fc.property(jsonObject, (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
  it("differs when the value does", () => {
    fc.assert(
      fc.property(jsonObject, jsonObject, (left, right) => {
        const equal = JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));
        expect(sha256(canonicalJson(left)) === sha256(canonicalJson(right))).toBe(equal);
      }),
    );
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  // As pairs: an object would put integer-like keys first.
  return Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, member]) => [key, "member", sorted(member)]);
}

describe("any text is either taken or refused with an ActionError", () => {
  const yamlish = fc
    .array(
      fc.constantFrom(
        "a",
        ":",
        " ",
        "\n",
        "- ",
        "  ",
        "!Sub ",
        "&x ",
        "*x",
        "{",
        "}",
        "[",
        "]",
        ",",
        '"',
        "'",
        "<<: ",
        "|",
        ">",
        "#",
        "?",
        "\t",
        "%",
        "@",
        "0",
        "~",
        "---\n",
        "!!int ",
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(""));
  it.each([
    ["random characters", fc.string({ unit: "binary", maxLength: 200 })],
    ["pieces of YAML", yamlish],
  ])("%s as a template", (_, texts) => {
    fc.assert(
      fc.property(texts, fc.constantFrom("t.json", "t.yaml"), (text, file) => {
        try {
          evaluateTemplate(renderTemplate(parseTemplate(text, file)), { parameters: {}, pseudo: {} });
        } catch (error) {
          expect(error).toBeInstanceOf(ActionError);
          expect((error as ActionError).message).toContain(file);
        }
      }),
      { numRuns: 1_000 / FEWER },
    );
  });
  it("as parameters it is never thrown at all", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: "binary" }), yamlish), async (text) => {
        parseAssignments(text, "parameters");
        await parseParameterFile(text, "p.yaml");
        await parseParameterFile(text, "p.json");
        await parseParameterFile(text, "samconfig.yaml");
        await parseParameterFile(text, "p.toml");
        await parseParameterFile(`version = 0.1\n[default.deploy.parameters]\n${text}`, "p.toml");
      }),
      { numRuns: 1_000 / FEWER },
    );
  });
});

describe("a NoEcho value is in no message", () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9!@%]{6,30}$/).map((text) => `S3cr${text}`);
  const declaration = fc.record<Partial<DeclaredParameter>>(
    {
      type: fc.constantFrom("String", "Number", "CommaDelimitedList", "List<Number>", "AWS::EC2::VPC::Id"),
      default: fc.constant("default"),
      allowedPattern: fc.constantFrom("x", "(?>x)", "[a-z]{3}"),
      allowedValues: fc.constant(["one", "two"]),
      minLength: fc.constant(90),
      maxLength: fc.constant(2),
      constraintDescription: fc.constant("must be so"),
    },
    { requiredKeys: ["type"] },
  );
  it("whatever the form and the constraints", () => {
    fc.assert(
      fc.property(
        secret,
        declaration,
        fc.constantFrom(...FORMS),
        fc.boolean(),
        (value, rest, form, asSuffix) => {
          const name = asSuffix ? "environmentSuffix" : "Quiet";
          const declared = [{ name, noEcho: true, ...rest }] as DeclaredParameter[];
          const { assignments, problems } = parseAssignments(form(name, value), "parameters");
          const environmentSuffix = asSuffix ? `${value}x` : undefined;
          const request = {
            declared,
            layers: [assignments],
            environmentSuffix,
            existing: undefined,
          } as const;
          const resolved = resolveParameters({ ...request, missing: "previous", mayKeepPrevious: "no" });
          const messages = [...problems, ...resolved.problems].map(findingText).join("\n");
          expect(messages).not.toContain(value);
          expect(messages).not.toContain(value.slice(0, 6));
        },
      ),
      { numRuns: 1_000 / FEWER },
    );
  });
});

/** Right and wrong ways to write a value. */
const FORMS: readonly ((name: string, value: string) => string)[] = [
  (name, value) => `${name}=${value}`,
  (name, value) => `${name}=a\n${value}`,
  (name, value) => `${name}: ${value}`,
  (name, value) => `${name}: "${value}`,
  (name, value) => `${name}: !${value} x`,
  (name, value) => `${name}: *${value}`,
  (name, value) => `${name}: !!int ${value}`,
  (name, value) => `{"${name}": "${value}"}`,
  (name, value) => `{"${name}": ${value}}`,
  (name, value) => `{"${name}": 12${value}}`,
  (name, value) => `{"${name}": "${value}`,
  (name, value) => `{"${name}": ["${value}", {}]}`,
  (name, value) => `[{"ParameterKey": "${name}", "ParameterValue": "${value}"}, "${value}"]`,
];
