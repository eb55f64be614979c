import { describe, expect, it } from "vitest";
import {
  type DynamicReference,
  dynamicReferences,
} from "../../../src/template/evaluate/dynamicReferences.ts";
import { type Evaluated, UNKNOWN } from "../../../src/template/evaluate/evaluated.ts";

const ARN = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:prod/db-a1B2c3";

/** "Get values stored in other services using dynamic references", CloudFormation: the patterns of the three services. */
describe("one reference", () => {
  it.each<[text: string, Omit<DynamicReference, "text">]>([
    ["{{resolve:ssm:name}}", { service: "ssm", id: "name" }],
    ["{{resolve:ssm:name:12}}", { service: "ssm", id: "name", version: 12 }],
    ["{{resolve:ssm:/a/b_c.d-e/9}}", { service: "ssm", id: "/a/b_c.d-e/9" }],
    ["{{resolve:ssm:/aws/service/x:1}}", { service: "ssm", id: "/aws/service/x", version: 1 }],
    ["{{resolve:ssm-secure:/pass:3}}", { service: "ssm-secure", id: "/pass", version: 3 }],
    ["{{resolve:ssm-secure:pass}}", { service: "ssm-secure", id: "pass" }],
    ["{{resolve:secretsmanager:db}}", { service: "secretsmanager", id: "db" }],
    ["{{resolve:secretsmanager:prod/db}}", { service: "secretsmanager", id: "prod/db" }],
    ["{{resolve:secretsmanager:db:SecretString}}", { service: "secretsmanager", id: "db" }],
    ["{{resolve:secretsmanager:db:SecretString:password}}", { service: "secretsmanager", id: "db" }],
    ["{{resolve:secretsmanager:db:SecretString::}}", { service: "secretsmanager", id: "db" }],
    [
      "{{resolve:secretsmanager:db:SecretString:password:AWSPREVIOUS}}",
      { service: "secretsmanager", id: "db", stage: "AWSPREVIOUS" },
    ],
    [
      "{{resolve:secretsmanager:db:SecretString::AWSCURRENT:}}",
      { service: "secretsmanager", id: "db", stage: "AWSCURRENT" },
    ],
    ["{{resolve:secretsmanager:db:SecretString:password::ab-12}}", { service: "secretsmanager", id: "db" }],
    [`{{resolve:secretsmanager:${ARN}}}`, { service: "secretsmanager", id: ARN }],
    [`{{resolve:secretsmanager:${ARN}:SecretString:password}}`, { service: "secretsmanager", id: ARN }],
    [
      `{{resolve:secretsmanager:${ARN}:SecretString:password:MINE}}`,
      { service: "secretsmanager", id: ARN, stage: "MINE" },
    ],
    [`{{resolve:secretsmanager:${ARN}:SecretString:::ab-12}}`, { service: "secretsmanager", id: ARN }],
    [
      "{{resolve:secretsmanager:arn-like:SecretString:k:MINE}}",
      { service: "secretsmanager", id: "arn-like", stage: "MINE" },
    ],
  ])("%s", (text, reference) => {
    expect(dynamicReferences(text)).toEqual([{ text, ...reference }]);
    expect(dynamicReferences(`before-${text}-behind`)).toEqual([{ text, ...reference }]);
  });
});

describe("what is none", () => {
  it.each<[Evaluated]>([
    [""],
    ["name"],
    ["{{resolve:ssm}}"],
    ["{{resolve:ssm:}}"],
    ["{{resolve:ssm:name:latest}}"],
    ["{{resolve:ssm:name:}}"],
    ["{{resolve:ssm:name:1:2}}"],
    ["{{resolve:ssm:a name}}"],
    ["{{resolve:ssm:name}"],
    ["{resolve:ssm:name}"],
    ["{{resolve:ssmx:name}}"],
    ["{{resolve:s3:name}}"],
    ["{{resolve:secretsmanager}}"],
    ["{{resolve:secretsmanager:}}"],
    ["{{resolve:secretsmanager:db"],
    ["{{resolve:secretsmanager:{db}}}"],
    [7],
    [true],
    [null],
    [UNKNOWN],
    [[]],
    [{}],
  ])("%j", (value) => {
    expect(dynamicReferences(value)).toEqual([]);
  });
});

it("finds several in one text, parameters first", () => {
  const text =
    "{{resolve:secretsmanager:db}}:{{resolve:ssm:a}}:{{resolve:ssm:b:2}}/{{resolve:secretsmanager:x}}";
  expect(dynamicReferences(text).map(({ id }) => id)).toEqual(["a", "b", "db", "x"]);
});

it("finds them in lists and objects, at whatever depth", () => {
  const value: Evaluated = {
    A: ["{{resolve:ssm:one}}", UNKNOWN, ["{{resolve:ssm-secure:two:1}}"]],
    B: { C: { D: "{{resolve:secretsmanager:three}}" }, E: 1 },
    "{{resolve:ssm:key}}": null,
  };
  expect(dynamicReferences(value).map(({ service, id }) => [service, id])).toEqual([
    ["ssm", "one"],
    ["ssm-secure", "two"],
    ["secretsmanager", "three"],
  ]);
});
