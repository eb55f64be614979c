import { expect, test } from "vitest";
import {
  CREATE_CHANGE_SET,
  EXECUTE_CHANGE_SET,
  type FieldBinding,
  UPDATE_TERMINATION_PROTECTION,
} from "../../src/aws/changeSets/requestFields.ts";
import { read } from "../contract/action.ts";

// That every field of the SDK's inputs is in a table, the compiler sees to. That the tables are true, these do.
const tables: readonly (readonly [string, string, Readonly<Record<string, FieldBinding>>])[] = [
  ["CreateChangeSet", "src/aws/changeSets/createChangeSet.ts", CREATE_CHANGE_SET],
  ["ExecuteChangeSet", "src/aws/changeSets/changeSets.ts", EXECUTE_CHANGE_SET],
  ["UpdateTerminationProtection", "src/aws/stacks.ts", UPDATE_TERMINATION_PROTECTION],
];

/** Where a command's input is written down. */
function inputIn(file: string, operation: string): string {
  const text = read(file);
  if (operation === "CreateChangeSet") return text.slice(text.indexOf("function inputOf("));
  const start = text.indexOf(`new ${operation}Command({`);
  return text.slice(start, text.indexOf("});", start));
}

test.for(tables)("%s: what is never sent is not sent, and all else is", ([operation, file, fields]) => {
  const input = inputIn(file, operation);
  const isSent = (name: string) => new RegExp(`\\b${name}\\b`).test(input);
  const wrong = Object.entries(fields).filter(([name, binding]) => isSent(name) === "never" in binding);
  expect(wrong).toEqual([]);
});

test.for(tables)("%s: what binds a field is an item of docs/digest.md", ([, , fields]) => {
  const digest = read("docs/digest.md");
  for (const binding of Object.values(fields)) {
    if (!("bound" in binding) || binding.bound.startsWith("as ")) continue;
    for (const name of binding.bound.split(", ")) {
      const [start = "", ...rest] = name.split(" ");
      expect(digest, name).toContain(rest.length === 0 ? `\`${start}` : `${rest.join(" ")}`);
    }
  }
});
