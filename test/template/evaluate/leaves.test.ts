import { expect, it, test } from "vitest";
import { type Evaluated, UNKNOWN } from "../../../src/template/evaluate/evaluated.ts";
import { isResolvedLater, leavesOf } from "../../../src/template/evaluate/leaves.ts";

test("every leaf of a value, in its order, with its place", () => {
  const value: Evaluated = {
    Certificates: [{ CertificateArn: "arn:1" }, { CertificateArn: UNKNOWN }],
    Port: 443,
    Deep: { On: false, List: [["x"], []], Empty: {} },
    Name: "{{resolve:ssm:/name}}",
  };
  expect(leavesOf(value)).toEqual([
    { path: ["Certificates", 0, "CertificateArn"], at: "Certificates.*.CertificateArn", text: "arn:1" },
    { path: ["Certificates", 1, "CertificateArn"], at: "Certificates.*.CertificateArn", text: undefined },
    { path: ["Port"], at: "Port", text: "443" },
    { path: ["Deep", "On"], at: "Deep.On", text: "false" },
    { path: ["Deep", "List", 0, 0], at: "Deep.List.*.*", text: "x" },
    { path: ["Name"], at: "Name", text: undefined },
  ]);
});

test.for<[string, Evaluated, string | undefined]>([
  ["a text", "x", "x"],
  ["an empty text", "", ""],
  ["a number", 0, "0"],
  ["a truth", true, "true"],
  ["null", null, undefined],
  ["what only AWS knows", UNKNOWN, undefined],
  ["a dynamic reference", "a-{{resolve:secretsmanager:db}}-b", undefined],
])("%s is a leaf by itself", ([, value, text]) => {
  expect(leavesOf(value)).toEqual([{ path: [], at: "", text }]);
});

it("starts where it is told", () => {
  expect(leavesOf(["x"], ["A", 3])).toEqual([{ path: ["A", 3, 0], at: "A.*.*", text: "x" }]);
});

it("knows what is put in later", () => {
  expect(["{{resolve:ssm:a}}", "x{{resolve:", "{{name}}", "resolve:", ""].map(isResolvedLater)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
