import { expect, test } from "vitest";
import type { PropertyChange, ResourceChange } from "../../../src/changes/model.ts";
import { interruptions } from "../../../src/changes/verdict/interruptions.ts";

const CLUSTER = "AWS::RDS::DBCluster";

function property(name: string | undefined, more: Partial<PropertyChange> = {}): PropertyChange {
  return {
    ...{ attribute: "Properties", requiresRecreation: "Never", evaluation: "Static" },
    ...(name === undefined ? {} : { name }),
    ...more,
  };
}

/** The properties that interrupt. */
function interrupting(details: readonly PropertyChange[], more: Partial<ResourceChange> = {}) {
  const fixed = { stackPath: [], action: "Modify", logicalId: "R", type: CLUSTER, scope: [] } as const;
  return interruptions({ ...fixed, details, ...more }).map((it) => it.property);
}

test("a change that takes the service away for a while is told once, with what happens", () => {
  const twice = [property("Port"), property("Port", { evaluation: "Dynamic" }), property("EngineVersion")];
  expect(interrupting(twice)).toEqual(["Port", "EngineVersion"]);
  const [port] = interruptions({
    ...{ stackPath: [], action: "Modify", logicalId: "R", type: CLUSTER, scope: [] },
    details: [property("Port")],
  });
  expect(port).toEqual({ property: "Port", message: "closes all connections and listens on another port" });
});

test.each<[string, readonly PropertyChange[], Partial<ResourceChange>]>([
  ["of another property", [property("Tags"), property("toString"), property(undefined)], {}],
  ["of a type that nobody knows", [property("Port")], { type: "AWS::Any::Type" }],
  ["of what is new", [property("Port")], { action: "Add" }],
  ["of what goes", [property("Port")], { action: "Remove" }],
  [
    "that is written into CloudFormation's records only",
    [property("Port", { changeType: "SyncWithActual" })],
    {},
  ],
])("none by a change %s", (_, details, more) => {
  expect(interrupting(details, more)).toEqual([]);
});
