import { expect, test } from "vitest";
import type { Binding } from "../../../src/changes/items/bind.ts";
import { KNOWN_AFTER_APPLY, type ResourceChange } from "../../../src/changes/model.ts";
import type { Json } from "../../../src/template/model.ts";
import { queue } from "../examples.ts";
import { differencesBetween } from "../review/unionExamples.ts";
import { bound, stack } from "./examples.ts";

const kept = ["Stage", "Team", "Zone"].map((name) => ({ name, value: name }));
const OLD = { Handler: "old", Description: "old" };
/** Each takes a topic that is made with it, so that its value is known only later, and a parameter. */
const HANDLER = { Handler: { "Fn::Sub": `\${TopicA.TopicName}-\${Stage}` } };
const DESCRIPTION = { Description: { "Fn::Sub": `\${TopicB.TopicName}-\${Team}` } };
const OTHER = { Description: { "Fn::Sub": `\${TopicB.TopicName}-\${Zone}` } };

/** What a change of these properties of one function is bound by, with the topics that it needs. */
function changing(properties: Readonly<Record<string, Json>>, ...topics: readonly string[]): Binding {
  const template = (own: Readonly<Record<string, Json>>, made: readonly string[]) => {
    const Task = { Type: "AWS::Lambda::Function", Properties: { ...OLD, ...own } };
    return {
      value: {
        Resources: { Task, ...Object.fromEntries(made.map((id) => [id, { Type: "AWS::SNS::Topic" }])) },
      },
    };
  };
  const task: ResourceChange = {
    ...queue,
    logicalId: "Task",
    type: "AWS::Lambda::Function",
    details: Object.keys(properties).map((name) => ({
      ...{ attribute: "Properties", name, path: `/Properties/${name}`, requiresRecreation: "Never" },
      ...{ before: "old", after: KNOWN_AFTER_APPLY, changeType: "Modify", evaluation: "Static" },
    })),
  };
  const made = topics.map((logicalId) => ({
    ...{ ...queue, logicalId, type: "AWS::SNS::Topic", action: "Add" as const, details: [] },
  }));
  return bound({
    changeSet: { resources: [task, ...made], parameters: [] },
    templates: [{ stackPath: [], before: template({}, []), after: template(properties, topics) }],
    parameters: kept.map(({ name }) => ({ name, noEcho: false, source: "previous" })),
    stack: { ...stack, parameters: kept },
  });
}

test("two pull requests that change two properties of one resource are deployed together", () => {
  const both = changing({ ...HANDLER, ...DESCRIPTION }, "TopicA", "TopicB");
  const [one, two] = [changing(HANDLER, "TopicA"), changing(DESCRIPTION, "TopicB")];
  expect(differencesBetween(both, two, one)).toEqual([]);
});

test("not where a parameter is behind one of them that nobody reviewed there", () => {
  const both = changing({ ...HANDLER, ...OTHER }, "TopicA", "TopicB");
  const [one, two] = [changing(HANDLER, "TopicA"), changing(DESCRIPTION, "TopicB")];
  expect(differencesBetween(both, two, one)).toContain("in-no-record values Task /Properties/Description");
});
