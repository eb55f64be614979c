import { describe, expect, test } from "vitest";
import { botocore, judgeAws } from "../../scripts/compatibility/aws.ts";
import { root } from "../contract/action.ts";
import type { Exchange } from "../sandbox/traffic.ts";

const isMissing = judgeAws([], root) === undefined;
const why = isMissing
  ? ` (skipped: needs ${botocore.requirement}: run node scripts/install-compatibility.ts)`
  : "";

const EMPTY =
  "<DescribeStacksResponse><DescribeStacksResult><Stacks/></DescribeStacksResult></DescribeStacksResponse>";

function asked(body: string, answer = EMPTY, status = 200): Exchange {
  const scope = "AKIA/20260101/us-east-1/cloudformation/aws4_request";
  return {
    method: "POST",
    url: "/",
    headers: { authorization: `AWS4-HMAC-SHA256 Credential=${scope}, Signature=0` },
    body: `Version=2010-05-15&Action=${body}`,
    status,
    answerHeaders: {},
    answer,
    faulty: false,
  };
}

function stack(fields: string): string {
  return EMPTY.replace("<Stacks/>", `<Stacks><member>${fields}</member></Stacks>`);
}

const REQUIRED = "<StackName>app</StackName><CreationTime>2026-01-01T00:00:00Z</CreationTime>";
const WHOLE = `${REQUIRED}<StackStatus>CREATE_COMPLETE</StackStatus>`;

describe.skipIf(isMissing)(`the models of botocore${why}`, () => {
  test("take what is as they say", () => {
    const all = [asked("DescribeStacks&StackName=app", stack(WHOLE)), asked("DescribeStacks")];
    expect(judgeAws(all, root)).toEqual({ operations: ["cloudformation:DescribeStacks"], problems: [] });
  });

  test.each([
    ["a member that is not there", "DescribeStacks&StakName=app", /input\.StakName: no such member/],
    [
      "a required one that is missing",
      "ExecuteChangeSet",
      /Missing required parameter in input: "ChangeSetName"/,
    ],
    [
      "a value of an enumeration",
      "CreateChangeSet&ChangeSetName=a&StackName=b&ChangeSetType=MADE",
      /MADE is none of/,
    ],
    [
      "a name of another pattern",
      "CreateChangeSet&ChangeSetName=1a&StackName=b",
      /ChangeSetName: 1a is not like/,
    ],
    [
      "a value of another type",
      "DescribeChangeSet&ChangeSetName=a&IncludePropertyValues=yes",
      /yes is no boolean/,
    ],
  ])("tell of %s in a request", (_, body, problem) => {
    expect(judgeAws([asked(body)], root)?.problems).toContainEqual(expect.stringMatching(problem));
  });

  test.each([
    [
      "a member that is not there",
      stack(`${WHOLE}<Colour>red</Colour>`),
      /Stacks\[\]\.Colour: no such member/,
    ],
    ["a required one that is missing", stack(REQUIRED), /Stacks\[\]\.StackStatus: required/],
    ["a status that there is not", stack(`${REQUIRED}<StackStatus>GOOD</StackStatus>`), /GOOD is none of/],
    [
      "items of another name",
      EMPTY.replace("<Stacks/>", `<Stacks><item>${WHOLE}</item></Stacks>`),
      /called item/,
    ],
    ["no result", "<DescribeStacksResponse/>", /no DescribeStacksResult/],
  ])("tell of %s in an answer", (_, answer, problem) => {
    expect(judgeAws([asked("DescribeStacks", answer)], root)?.problems).toContainEqual(
      expect.stringMatching(problem),
    );
  });

  test("tell of an error that the operation does not have, and take those that all have", () => {
    const error = (code: string) =>
      asked("DescribeStacks", `<ErrorResponse><Error><Code>${code}</Code></Error></ErrorResponse>`, 400);
    expect(judgeAws([error("Nonsense")], root)?.problems).toEqual([
      "cloudformation:DescribeStacks error: the model has no Nonsense",
    ]);
    expect(judgeAws([error("ValidationError")], root)?.problems).toEqual([]);
  });
});
