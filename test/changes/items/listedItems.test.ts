import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digestOf } from "../../../src/changes/digest.ts";
import { listedItems, listedText } from "../../../src/changes/items/listedItems.ts";
import { KNOWN_AFTER_APPLY, type PropertyChange, type ResourceChange } from "../../../src/changes/model.ts";
import { anyResources, item, queue, target } from "../examples.ts";

const of = (...resources: readonly ResourceChange[]) => digestOf(target, listedItems(resources)).digest;
const [detail] = queue.details as [PropertyChange];
const ofQueue = (given: Partial<ResourceChange>) => of({ ...queue, ...given });
const ofDetail = (given: Partial<PropertyChange>) => ofQueue({ details: [{ ...detail, ...given }] });
const PROPERTY = "property Queue /Properties/VisibilityTimeout";

test("a resource is an item, and each of its properties one", () => {
  expect(listedItems([queue])).toEqual(
    new Map([
      [
        "resource Queue",
        item(
          null,
          null,
          '{"action":"Modify","policyAction":null,"replacement":"False","type":"AWS::SQS::Queue"}',
        ),
      ],
      [PROPERTY, item('"30"', '"60"', '{"change":"Modify","recreation":"Never"}')],
    ]),
  );
});

describe("what a reviewer would see is bound:", () => {
  test.for<readonly [string, string]>([
    ["a further resource", of(queue, { ...queue, logicalId: "Spare" })],
    ["a resource less", of()],
    ["logical id", ofQueue({ logicalId: "Spare" })],
    ["the same logical id in a nested stack", ofQueue({ stackPath: ["Network"] })],
    ["action", ofQueue({ action: "Dynamic" })],
    ["type", ofQueue({ type: "AWS::SNS::Topic" })],
    ["replacement", ofQueue({ replacement: "Conditional" })],
    ["policy action", ofQueue({ policyAction: "Retain" })],
    ["attribute", ofDetail({ attribute: "Metadata" })],
    ["path", ofDetail({ path: "/Properties/DelaySeconds" })],
    ["recreation", ofDetail({ requiresRecreation: "Always" })],
    ["value before", ofDetail({ before: "31" })],
    ["value after", ofDetail({ after: "61" })],
    ["another spelling of a number", ofDetail({ after: "60.0" })],
    ["kind of change", ofDetail({ changeType: "Add" })],
    ["a further property", ofQueue({ details: [detail, { ...detail, path: "/Properties/DelaySeconds" }] })],
    ["a second value of one property", ofQueue({ details: [detail, { ...detail, after: "61" }] })],
    [
      "a second way of one property",
      ofQueue({ details: [detail, { ...detail, requiresRecreation: "Always" }] }),
    ],
  ])("%s", ([, digest]) => {
    expect(digest).not.toBe(of(queue));
  });

  test("the name, where there is no path", () => {
    const named = (name: string): ResourceChange => {
      const { path: _path, ...rest } = detail;
      return { ...queue, details: [{ ...rest, name }] };
    };
    expect(of(named("A"))).not.toBe(of(named("B")));
    expect([...listedItems([named("A")]).keys()]).toContain("property Queue /Properties/A");
  });
});

describe("what says nothing of what will be does not matter:", () => {
  test.for<readonly [string, string]>([
    ["physical id", ofQueue({ physicalId: "another" })],
    ["why a property changes", ofDetail({ source: "ParameterReference", causingEntity: "Size" })],
    ["once more, for another cause", ofQueue({ details: [detail, { ...detail, evaluation: "Dynamic" }] })],
    ["drift status", ofQueue({ driftStatus: "MODIFIED" })],
    ["the scope, which the properties tell", ofQueue({ scope: ["Properties", "Tags"] })],
  ])("%s", ([, digest]) => {
    expect(digest).toBe(of(queue));
  });

  // A replacement draws the id anew (`task-definition/app:41`), and all that refers to it is listed with the old one.
  test.for<readonly [string, string]>([
    ["all of it", KNOWN_AFTER_APPLY],
    ["a part of it", `["layer:1","${KNOWN_AFTER_APPLY}"]`],
  ])("what was there, where %s is known only later", ([, after]) => {
    const later = (before: string, more: Partial<PropertyChange> = {}) =>
      ofDetail({ before, after, ...more });
    expect(later("task:41")).toBe(later("task:42"));
    expect(later("task:41")).not.toBe(ofDetail({ before: "task:41" }));
    expect(later("task:41")).not.toBe(later("task:41", { requiresRecreation: "Always" }));
    expect(later("task:41")).not.toBe(later("task:41", { changeType: "Add" }));
    // What somebody has changed by hand, and is taken back, is what was reviewed.
    const drifted = (actual: string) => later(actual, { drift: { previous: "task:41", actual } });
    expect(drifted("task:7")).not.toBe(drifted("task:8"));
  });

  test("order, ids and causes of any resources", () => {
    fc.assert(
      fc.property(anyResources, fc.string(), (resources, noise) => {
        const noisy = resources.toReversed().map(
          (it): ResourceChange => ({
            ...it,
            physicalId: noise,
            details: it.details
              .toReversed()
              .map((one) => ({ ...one, evaluation: "Dynamic", causingEntity: noise })),
          }),
        );
        expect(of(...noisy)).toBe(of(...resources));
      }),
    );
  });

  test("the order in which CloudFormation writes an object", () => {
    expect(listedText('{"b":1,"a":[2,1]}')).toBe(listedText('{ "a": [2, 1], "b": 1 }'));
    expect(listedText('{"a":[1,2]}')).not.toBe(listedText('{"a":[2,1]}'));
  });

  test("the name of a template that this action uploads", () => {
    const url = (digit: string) =>
      `https://bucket.s3.us-east-1.amazonaws.com/x/aurora-deploy-action/${digit.repeat(64)}.json`;
    const nested = (before: string, after: string): ResourceChange => ({
      ...queue,
      details: [{ ...detail, path: "/Properties/TemplateURL", before, after }],
    });
    expect([...listedItems([nested(url("a"), url("b"))]).keys()]).toEqual(["resource Queue"]);
    expect([...listedItems([nested("https://example.com/a.json", url("b"))]).keys()]).toHaveLength(2);
  });
});

test("a resource that AWS should list twice is seen twice, in any order", () => {
  const twin: ResourceChange = { ...queue, action: "Remove", details: [] };
  expect(of(queue, twin)).toBe(of(twin, queue));
  expect(of(queue, twin)).not.toBe(of(queue));
  expect(of(queue, twin)).not.toBe(of(twin));
  expect(of(queue, queue)).toBe(of(queue));
});
