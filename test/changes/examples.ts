import fc from "fast-check";
import { type Digest, digestOf } from "../../src/changes/digest.ts";
import type { Item, Items } from "../../src/changes/items/model.ts";
import type { ChangeTarget, PropertyChange, ResourceChange } from "../../src/changes/model.ts";

/** A queue whose time-out changes. */
export const queue: ResourceChange = {
  stackPath: [],
  action: "Modify",
  logicalId: "Queue",
  physicalId: "https://sqs.us-east-1.amazonaws.com/123456789012/app-Queue-1AB2C3",
  type: "AWS::SQS::Queue",
  replacement: "False",
  scope: ["Properties"],
  details: [
    {
      attribute: "Properties",
      name: "VisibilityTimeout",
      path: "/Properties/VisibilityTimeout",
      requiresRecreation: "Never",
      before: "30",
      after: "60",
      changeType: "Modify",
      evaluation: "Static",
      source: "DirectModification",
    },
  ],
};

export const target: ChangeTarget = { stack: "app", region: "us-east-1", account: "123456789012" };

export const item = (before: string | null, after: string | null, how: string | null = null): Item => ({
  before,
  after,
  how,
});

/** The items of the same changes. */
export const items: Items = new Map([
  ["definition Queue /Properties/VisibilityTimeout", item("30", "60")],
  [
    "property Queue /Properties/VisibilityTimeout",
    item('"30"', '"60"', '{"change":"Modify","recreation":"Never"}'),
  ],
  [
    "resource Queue",
    item(
      null,
      null,
      '{"action":"Modify","policyAction":null,"replacement":"False","type":"AWS::SQS::Queue"}',
    ),
  ],
  ["parameter Size", item('"1"', '"2"')],
  ["parameter Password", item(null, null, '"set, NoEcho"')],
  ["tag team", item('"a"', '"b"')],
  ["output Url", item(null, '{"Value":{"Ref":"Queue"}}')],
  ["setting termination-protection", item('"on"', '"off"')],
]);

export const digest: Digest = digestOf(target, items);

const word = fc.string({ maxLength: 12, unit: "grapheme" });
const id = fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,7}$/);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Leaves out the fields that have no value, as our types do. */
function dense<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}

const detail = fc
  .record({
    attribute: fc.constantFrom("Properties", "Tags", "Metadata", "DeletionPolicy"),
    name: maybe(id),
    path: maybe(fc.stringMatching(/^\/Properties\/[A-Z][a-z]{0,5}$/)),
    requiresRecreation: fc.constantFrom("Never", "Conditionally", "Always"),
    before: maybe(word),
    after: maybe(word),
    changeType: maybe(fc.constantFrom("Add", "Remove", "Modify", "SyncWithActual")),
    evaluation: fc.constantFrom("Static", "Dynamic"),
    source: maybe(fc.constantFrom("DirectModification", "ParameterReference")),
    causingEntity: maybe(id),
  })
  .map((it) => dense(it) as PropertyChange);

const resource = fc
  .record({
    stackPath: fc.array(id, { maxLength: 2 }),
    action: fc.constantFrom("Add", "Modify", "Remove", "Import", "Dynamic"),
    logicalId: id,
    physicalId: maybe(word),
    type: fc.constantFrom("AWS::SQS::Queue", "AWS::RDS::DBCluster"),
    replacement: maybe(fc.constantFrom("True", "False", "Conditional")),
    policyAction: maybe(fc.constantFrom("Delete", "Retain", "Snapshot")),
    scope: fc.uniqueArray(fc.constantFrom("Properties", "Tags", "Metadata"), { maxLength: 3 }),
    details: fc.array(detail, { maxLength: 4 }),
  })
  .map((it) => dense(it) as ResourceChange);

/** Resources as CloudFormation may list them; every one occurs once. */
export const anyResources: fc.Arbitrary<readonly ResourceChange[]> = fc.uniqueArray(resource, {
  maxLength: 5,
  selector: (it) => [...it.stackPath, it.logicalId].join("/"),
});

const text = fc.option(
  fc.oneof(
    word.map((value) => JSON.stringify(value)),
    fc.constantFrom("30", "15.10", "true", '{"a":1}', '["a","b"]'),
  ),
  { nil: null },
);

export const anyItem: fc.Arbitrary<Item> = fc.record({ before: text, after: text, how: text });

const name = fc.oneof(
  id.map((it) => `resource ${it}`),
  fc.tuple(id, id).map(([it, step]) => `property ${it} /Properties/${step}`),
  fc.tuple(id, id).map(([it, step]) => `definition ${it} /Properties/${step}`),
  word.map((it) => `tag ${it}`),
  fc.constantFrom("__proto__", "constructor", "setting role", "parameter Size", "section Transform"),
);

/** Any items, under the names of ours and some that every JavaScript object has. */
export const anyItems: fc.Arbitrary<Items> = fc
  .array(fc.tuple(name, anyItem), { maxLength: 8 })
  .map((entries) => new Map(entries));
