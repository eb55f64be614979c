import { expect, test } from "vitest";
import {
  commitInWords,
  namesThisCommit,
  thisCommitIn,
  withThisCommit,
} from "../../../src/changes/items/thisCommit.ts";
import { item } from "../examples.ts";
import { bound } from "./examples.ts";

const [HEAD, MERGE] = ["a".repeat(40), "b".repeat(40)];
const shas = [HEAD, MERGE];

test("a value that holds this commit is the same whichever of its SHAs it holds", () => {
  const made = (sha: string) =>
    withThisCommit(new Map([["parameter Tag", item('"old"', `"app:${sha}"`, "x")]]), shas);
  expect(made(HEAD)).toEqual(made(MERGE));
  expect(made(HEAD).get("parameter Tag")).toEqual(item(null, '"app:<this commit>"', "x"));
});

test("every other value stays, what it was before too", () => {
  const items = new Map([
    ["tag a", item(`"${HEAD}"`, '"1"')],
    ["tag b", item(`"${HEAD}"`, null)],
    ["tag c", item(null, '"2"', HEAD)],
  ]);
  expect(withThisCommit(items, shas)).toEqual(items);
});

test("a SHA that is not known is in no value", () => {
  const items = new Map([["tag a", item('"0"', '"1"')]]);
  expect(withThisCommit(items, [""])).toEqual(items);
  expect(thisCommitIn("abc", [""])).toBe("abc");
});

test("all places are found, and told in words to a reader", () => {
  expect(thisCommitIn(`${HEAD} ${MERGE} ${HEAD}`, shas)).toBe("<this commit> <this commit> <this commit>");
  expect(commitInWords(`tag ${HEAD}, tag ${MERGE}`, shas)).toBe(
    "tag (the commit that is deployed), tag (the commit that is deployed)",
  );
});

test("whether any value names the commit", () => {
  const named = (...after: readonly (string | null)[]) =>
    namesThisCommit(
      withThisCommit(new Map(after.map((text, at) => [`parameter P${at}`, item('"x"', text)])), shas),
    );
  expect(named(null, '"1"', `"app:${MERGE}"`)).toBe(true);
  expect(named(null, '"1"')).toBe(false);
  expect(named()).toBe(false);
});

test("what only says where a stack comes from takes nothing from the commit", () => {
  const names = (name: string) => namesThisCommit(new Map([[name, item(null, '"<this commit>"')]]));
  const says = ["tag commit", "metadata Commit", "section Description"];
  expect([...says, "property Queue Tags /Tags/0", "property Queue Tags"].filter(names)).toEqual([]);
  const takes = [
    "parameter tag",
    "definition Tag /Properties/Tags/0/Value",
    "property Queue /Properties/Tags",
  ];
  expect([...takes, "values output", "section Transform", "content nested"].filter(names)).toHaveLength(6);
});

test.each([
  ["of a nested stack, which the stack around it takes", ["Net"], {}],
  ["that is exported", [], { Export: { Name: "image" } }],
  ["of the stack, which others take without an export", [], {}],
])("an output %s hands on what the commit holds", (_, stackPath, more) => {
  const templateOf = (sha: string) => ({
    value: {
      Resources: { Topic: { Type: "AWS::SNS::Topic" } },
      Outputs: { Image: { Value: `app:${sha}`, ...more } },
    },
  });
  const templates = [{ stackPath, before: templateOf("c".repeat(40)), after: templateOf(HEAD) }];
  const { items } = bound({ templates, commits: shas });
  expect([...items.keys()]).toEqual([`output ${[...stackPath, "Image"].join("/")}`]);
  expect(namesThisCommit(items)).toBe(true);
});
