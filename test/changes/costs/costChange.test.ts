import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { costChange } from "../../../src/changes/costs/costChange.ts";
import { costedResources, queryKey, questionsFor } from "../../../src/changes/costs/costed.ts";
import type { CostResource } from "../../../src/changes/costs/model.ts";
import type { ResourceChange } from "../../../src/changes/model.ts";
import { type EvaluatedObject, UNKNOWN } from "../../../src/template/evaluate/evaluated.ts";
import { change, prices, resource, touched } from "./examples.ts";

const CLUSTER = "AWS::RDS::DBCluster";
const INSTANCE = "AWS::RDS::DBInstance";
const NAT = "AWS::EC2::NatGateway";

function aurora(
  MinCapacity: number,
  MaxCapacity: number,
  more: EvaluatedObject = {},
): readonly CostResource[] {
  const scaling = { MinCapacity, MaxCapacity };
  return [
    resource("Cluster", CLUSTER, {
      ...{ Engine: "aurora-postgresql", ServerlessV2ScalingConfiguration: scaling },
      ...more,
    }),
    instance("A", "db.serverless"),
  ];
}

function instance(logicalId: string, DBInstanceClass: string): CostResource {
  return resource(logicalId, INSTANCE, { DBInstanceClass }, { DBClusterIdentifier: "Cluster" });
}

const scaled = change("Cluster", CLUSTER, "Modify", touched("ServerlessV2ScalingConfiguration"));

function told(
  before: readonly CostResource[],
  after: readonly CostResource[],
  ...resources: readonly ResourceChange[]
) {
  const found = costChange(costedResources(before, after), { resources }, prices);
  return found && { ...found, total: [cents(found.total.from), cents(found.total.to)] };
}

function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}

describe("what changes", () => {
  const both = [resource("One", NAT), resource("Two", NAT)];

  test("added and removed", () => {
    expect(told([], both, change("One", NAT, "Add"), change("Two", NAT, "Add"))?.total).toEqual([65.7, 65.7]);
    expect(told(both, [], change("One", NAT, "Remove"))?.total).toEqual([-32.85, -32.85]);
  });

  test("nothing that is not listed, nothing that is imported", () => {
    expect(told([], both)).toBeUndefined();
    expect(told([], both, change("One", NAT, "Import"))).toBeUndefined();
    expect(told(both, both, change("One", NAT, "Modify", touched("Tags")))).toBeUndefined();
  });

  test("what is retained goes on being paid", () => {
    expect(told(both, [], change("One", NAT, "Remove", { policyAction: "Retain" }))).toBeUndefined();
    const [from, to] = [instance("A", "db.r6g.large"), instance("A", "db.r6g.xlarge")];
    const [cluster] = aurora(1, 2);
    const replaced = (policyAction: NonNullable<ResourceChange["policyAction"]>) =>
      told(
        cluster === undefined ? [] : [cluster, from],
        cluster === undefined ? [] : [cluster, to],
        change("A", INSTANCE, "Modify", { replacement: "True", policyAction, ...touched("DBInstanceClass") }),
      )?.total;
    expect(replaced("ReplaceAndDelete")).toEqual([189.07, 189.07]);
    expect(replaced("ReplaceAndRetain")).toEqual([378.87, 378.87]);
  });

  test("nothing of an instance whose cluster is new, or goes, while it is not listed itself", () => {
    const [from, to] = [aurora(1, 2), aurora(2, 4)];
    expect(told(from, to, scaled)).toBeDefined();
    for (const action of ["Add", "Remove", "Import"] as const)
      expect(told(from, to, { ...scaled, action })).toBeUndefined();
  });

  test("dearest first, whether it is added or removed", () => {
    const disk = (id: string, Size: number) =>
      resource(id, "AWS::EC2::Volume", { VolumeType: "gp3", Size: Size });
    const [small, middle, large] = [disk("S", 1), disk("M", 50), disk("L", 900)];
    const listed = (id: string, action: ResourceChange["action"]) => change(id, "AWS::EC2::Volume", action);
    const removed = told(
      [large, small],
      [middle],
      listed("S", "Remove"),
      listed("M", "Add"),
      listed("L", "Remove"),
    );
    expect(removed?.lines.map((line) => line.resource)).toEqual(["L", "M", "S"]);
    const [first] = told([], aurora(1, 8), change("A", INSTANCE, "Add"))?.lines ?? [];
    // What is on one side only says nothing of the other.
    expect(first).toStrictEqual({
      ...{ resource: "A", type: INSTANCE, change: expect.anything() as unknown },
      after: "Aurora capacity 1 to 8 ACU",
    });
    const [last] = told(aurora(1, 8), [], change("A", INSTANCE, "Remove"))?.lines ?? [];
    expect(Object.keys(last ?? {})).not.toContain("after");
    // By the most that it may come to.
    const both = told(
      [small, ...aurora(1, 8)],
      [disk("New", 2_000)],
      ...[listed("S", "Remove"), listed("New", "Add"), change("A", INSTANCE, "Remove")],
    );
    expect(both?.lines.map((line) => line.resource)).toEqual(["A", "New", "S"]);
  });

  test("replaced by its like: no change", () => {
    expect(told(both, both, change("One", NAT, "Modify", { replacement: "True" }))).toBeUndefined();
  });

  test("in a nested stack that is made or goes and is not described", () => {
    const inner = both.map((one) => ({ ...one, key: `Network/${one.key}` }));
    const stack = (action: ResourceChange["action"]) =>
      change("Network", "AWS::CloudFormation::Stack", action);
    expect(told([], inner, stack("Add"))?.total).toEqual([65.7, 65.7]);
    expect(told(inner, [], stack("Remove"))?.total).toEqual([-65.7, -65.7]);
    expect(told(inner, inner, stack("Modify"))).toBeUndefined();
    // One of which nothing is listed changes in what its templates say; what is in one of them alone may be unreadable there.
    const disk = (Size: number) => {
      const made = resource("Disk", "AWS::EC2::Volume", { VolumeType: "gp3", Size });
      return { ...made, key: "Network/Disk" };
    };
    const found = told([disk(50)], [disk(100), ...inner], stack("Modify"));
    expect(found).toMatchObject({ total: [4, 4], unpriced: 2 });
    const inside = change("Other", "AWS::SNS::Topic", "Add", { stackPath: ["Network"] });
    expect(told([disk(50)], [disk(100)], stack("Modify"), inside)).toBeUndefined();
  });

  test("in a stack within a nested one", () => {
    const at = (path: string, Size: number) => ({
      ...resource("Disk", "AWS::EC2::Volume", { VolumeType: "gp3", Size }),
      key: `${path}/Disk`,
    });
    const stack = (logicalId: string, stackPath: readonly string[], action: ResourceChange["action"]) =>
      change(logicalId, "AWS::CloudFormation::Stack", action, { stackPath });
    const [was, will] = [at("Outer/Inner", 50), at("Outer/Inner", 100)];
    const inner = stack("Inner", ["Outer"], "Modify");
    expect(told([was], [will], inner)?.total).toEqual([4, 4]);
    expect(told([was], [will], stack("Outer", [], "Modify"), inner)?.total).toEqual([4, 4]);
    expect(told([], [will], stack("Inner", ["Outer"], "Add"))?.total).toEqual([8, 8]);
    expect(told([], [will], stack("Outer", [], "Add"))?.total).toEqual([8, 8]);
    expect(told([was], [will], stack("Outer", [], "Import"))).toBeUndefined();
    expect(told([was], [will], stack("Disk", ["Outer", "Inner"], "Import"))).toBeUndefined();
    expect(told([was], [will], stack("Outer", [], "Import"), inner)?.total).toEqual([4, 4]);
    const topic = change("Topic", "AWS::SNS::Topic", "Add", { stackPath: ["Outer", "Inner"] });
    expect(told([was], [will], inner, topic)).toBeUndefined();
  });

  test("the words of both sides", () => {
    const found = told([...aurora(0.5, 8)], [...aurora(0.5, 16)], scaled);
    expect(found?.lines).toMatchObject([
      {
        ...{ resource: "A", before: "Aurora capacity 0.5 to 8 ACU", after: "Aurora capacity 0.5 to 16 ACU" },
      },
    ]);
  });
});

describe("ranges", () => {
  const scale = (before: readonly [number, number], after: readonly [number, number]) =>
    told(aurora(...before), aurora(...after), scaled)?.total;

  test("a higher maximum costs nothing at a low load, and the difference at a high one", () => {
    expect(scale([0.5, 8], [0.5, 16])).toEqual([0, 700.8]);
    expect(scale([0.5, 16], [0.5, 8])).toEqual([-700.8, 0]);
  });

  test("a higher minimum the other way round", () => {
    expect(scale([0.5, 8], [2, 8])).toEqual([0, 131.4]);
  });

  test("both: nothing changes where the load is between", () => {
    expect(scale([0.5, 8], [2, 4])).toEqual([-350.4, 131.4]);
    expect(scale([0.5, 8], [2, 16])).toEqual([0, 700.8]);
  });

  test("apart from each other: never nothing", () => {
    expect(scale([1, 2], [4, 8])).toEqual([175.2, 525.6]);
  });

  test("what is taken away flips", () => {
    const all = aurora(0.5, 8);
    const gone = change("A", INSTANCE, "Remove");
    expect(told(all, [], gone)?.total).toEqual([-700.8, -43.8]);
    const [cluster] = all;
    const provisioned = [...(cluster === undefined ? [] : [cluster]), instance("A", "db.r6g.large")];
    const swapped = change("A", INSTANCE, "Modify", touched("DBInstanceClass"));
    expect(told(all, provisioned, swapped)?.total).toEqual([189.8 - 700.8, 189.8 - 43.8].map(cents));
    expect(told(provisioned, all, swapped)?.total).toEqual([43.8 - 189.8, 700.8 - 189.8].map(cents));
  });

  test("another price for the same capacity", () => {
    const optimized = aurora(0.5, 8, { StorageType: "aurora-iopt1" });
    const switched = change("Cluster", CLUSTER, "Modify", touched("StorageType"));
    expect(told(aurora(0.5, 8), optimized, switched)?.total).toEqual([14.6, 233.6]);
  });
});

describe("what has no plain price is counted", () => {
  const nat = resource("Nat", NAT);
  const unknown = resource("Unknown", NAT, { ConnectivityType: UNKNOWN });
  const added = (id: string) => change(id, NAT, "Add");

  test("beside what has one", () => {
    expect(told([], [nat, unknown], added("Nat"), added("Unknown"))).toMatchObject({ unpriced: 1 });
    expect(told([], [unknown], added("Unknown"))).toBeUndefined();
  });

  test("where it changes in what the price depends on", () => {
    const modified = (name: string) => change("Unknown", NAT, "Modify", touched(name));
    expect(told([unknown], [nat, unknown], added("Nat"), modified("ConnectivityType"))?.unpriced).toBe(1);
    expect(told([unknown], [nat, unknown], added("Nat"), modified("Tags"))?.unpriced).toBe(0);
  });

  test("where it changes in more than that", () => {
    const modified = change("Unknown", NAT, "Modify", touched("Tags", "ConnectivityType"));
    expect(told([unknown], [nat, unknown], added("Nat"), modified)?.unpriced).toBe(1);
  });

  test("where its cluster changes in what the price depends on, or comes", () => {
    const serverless = [
      resource("Cluster", CLUSTER, { Engine: "aurora-postgresql" }),
      instance("A", "db.serverless"),
    ];
    const unpriced = (...listed: readonly ResourceChange[]) =>
      told(serverless, [nat, ...serverless], added("Nat"), ...listed)?.unpriced;
    expect(unpriced(scaled)).toBe(1);
    expect(unpriced({ ...scaled, ...touched("Tags") })).toBe(0);
    const tagged = change("A", INSTANCE, "Modify", touched("Tags"));
    expect(unpriced(tagged)).toBe(0);
    expect(unpriced(tagged, change("Cluster", CLUSTER, "Add"))).toBe(1);
  });

  test("not where a cluster changes of whose type nothing is known", () => {
    const documents = [
      resource("Cluster", "AWS::DocDB::DBCluster", { StorageType: UNKNOWN }),
      resource("A", "AWS::DocDB::DBInstance", {}, { DBClusterIdentifier: "Cluster" }),
    ];
    const cluster = change("Cluster", "AWS::DocDB::DBCluster", "Modify", touched("Tags"));
    expect(told(documents, [nat, ...documents], added("Nat"), cluster)?.unpriced).toBe(0);
  });

  test("where a loop or a macro makes it, or made it", () => {
    expect(told([], [nat], added("Nat"), added("NatOfALoop"))?.unpriced).toBe(1);
    expect(told([], [nat], added("Nat"), change("NatOfALoop", NAT, "Remove"))?.unpriced).toBe(1);
    expect(told([], [nat], added("Nat"), change("NatOfALoop", NAT, "Modify"))?.unpriced).toBe(0);
    expect(told([], [nat], added("Nat"), change("Queue", "AWS::SQS::Queue", "Add"))?.unpriced).toBe(0);
  });

  test("where the deployed template cannot be read", () => {
    const moved = change("Moved", NAT, "Modify", touched("ConnectivityType"));
    const found = told([], [nat, resource("Moved", NAT)], added("Nat"), moved);
    expect(found).toMatchObject({ unpriced: 1, total: [32.85, 32.85] });
  });

  test("where a price is missing", () => {
    const rare = resource("Rare", "AWS::EC2::Instance", { InstanceType: "u-24tb1.112xlarge" });
    const found = told([], [nat, rare], added("Nat"), change("Rare", "AWS::EC2::Instance", "Add"));
    expect(found).toMatchObject({ unpriced: 1, total: [32.85, 32.85] });
    const common = resource("Rare", "AWS::EC2::Instance", { InstanceType: "t3.micro" });
    const changed = change("Rare", "AWS::EC2::Instance", "Modify", touched("InstanceType"));
    for (const [from, to] of [
      [rare, common],
      [common, rare],
    ] as const)
      expect(told([from], [nat, to], added("Nat"), changed)).toMatchObject({ unpriced: 1 });
  });
});

describe("what is asked", () => {
  test("each question once, and nothing of what stays", () => {
    const after = [
      resource("One", NAT),
      resource("Two", NAT),
      ...aurora(1, 2),
      instance("B", "db.serverless"),
    ];
    expect(questionsFor(costedResources([], after))).toHaveLength(2);
    expect(questionsFor(costedResources(after, after))).toEqual([]);
  });

  test("nothing where one side is not known, or is not there at all on both", () => {
    const [known, unknown] = [resource("It", NAT), resource("It", NAT, { ConnectivityType: UNKNOWN })];
    expect(questionsFor(costedResources([known], [unknown]))).toEqual([]);
    expect(questionsFor(costedResources([unknown], [known]))).toEqual([]);
    expect(questionsFor(costedResources([known], []))).toHaveLength(1);
  });

  test("a question is found again whatever the order of its attributes", () => {
    const [one, other] = [
      { a: "1", b: "2" },
      { b: "2", a: "1" },
    ].map((attributes) => queryKey({ service: "AmazonEC2", attributes }));
    expect(one).toBe(other);
  });

  test("of what is in the same stack only", () => {
    const units = { ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 } };
    const table = { ...resource("It", "AWS::DynamoDB::Table", units), key: "A/B/It" };
    const scalable = { ...resource("T", "AWS::ApplicationAutoScaling::ScalableTarget"), key: "AB/T" };
    expect(questionsFor(costedResources([], [table, scalable]))).toHaveLength(2);
    expect(questionsFor(costedResources([], [table, { ...scalable, key: "A/B/T" }]))).toEqual([]);
  });

  test("no more than twelve, those first that tell of the most", () => {
    const all = Array.from({ length: 30 }, (_, index) =>
      resource(`I${index}`, "AWS::EC2::Instance", { InstanceType: `c${index}.large` }),
    );
    const questions = questionsFor(costedResources([], [...all, resource("A", NAT), resource("B", NAT)]));
    expect(questions).toHaveLength(12);
    expect(questions[0]?.attributes).toEqual({ productFamily: "NAT Gateway" });
  });
});

describe("for any changes", () => {
  const capacity = fc.integer({ min: 0, max: 512 }).map((half) => half / 2);
  const bounds = fc
    .tuple(capacity, capacity)
    .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);
  const side = fc.oneof(
    bounds.map(([from, to]) => aurora(from, to)),
    fc
      .constantFrom("db.r6g.large", "db.r6g.xlarge")
      .map((type) => [...aurora(1, 1).slice(0, 1), instance("A", type)]),
  );
  const modified = [scaled, change("A", INSTANCE, "Modify", touched("DBInstanceClass"))];
  const span = (before: readonly CostResource[], after: readonly CostResource[]) =>
    costChange(costedResources(before, after), { resources: modified }, prices)?.total ?? { from: 0, to: 0 };

  test("there is a least and a most, and the way back is the same with the other sign", () => {
    fc.assert(
      fc.property(side, side, (one, other) => {
        const [there, back] = [span(one, other), span(other, one)];
        expect(there.from).toBeLessThanOrEqual(there.to);
        expect(back.from).toBeCloseTo(-there.to, 6);
        expect(back.to).toBeCloseTo(-there.from, 6);
      }),
    );
  });

  test("no load makes a difference that is not in it", () => {
    const at = ([, one]: readonly CostResource[], [from, to]: readonly [number, number], load: number) =>
      one === undefined ? 0 : Math.min(Math.max(load, from), to) * 0.12 * 730;
    fc.assert(
      fc.property(bounds, bounds, capacity, (one, other, load) => {
        const { from, to } = span(aurora(...one), aurora(...other));
        const difference = at(aurora(...other), other, load) - at(aurora(...one), one, load);
        expect(difference).toBeGreaterThanOrEqual(from - 1e-6);
        expect(difference).toBeLessThanOrEqual(to + 1e-6);
      }),
    );
  });

  test("the whole is the sum of its parts", () => {
    const kinds = fc.constantFrom<readonly [string, EvaluatedObject]>(
      [NAT, {}],
      ["AWS::EC2::EIP", {}],
      ["AWS::EC2::Volume", { VolumeType: "gp3", Size: 7 }],
      ["AWS::DynamoDB::Table", { ProvisionedThroughput: { ReadCapacityUnits: 3, WriteCapacityUnits: 4 } }],
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(kinds, fc.boolean()), { maxLength: 20 }), (all) => {
        const resources = all.map(([[type, properties]], index) => resource(`R${index}`, type, properties));
        const isAdded = (index: number) => all[index]?.[1] === true;
        const found = costChange(
          costedResources(
            resources.filter((_, index) => !isAdded(index)),
            resources.filter((_, index) => isAdded(index)),
          ),
          {
            resources: resources.map(({ logicalId, type }, index) =>
              change(logicalId, type, isAdded(index) ? "Add" : "Remove"),
            ),
          },
          prices,
        );
        if (all.length === 0) {
          expect(found).toBeUndefined();
          return;
        }
        expect(found?.lines).toHaveLength(all.length);
        const sum = (end: "from" | "to") => found?.lines.reduce((total, line) => total + line.change[end], 0);
        expect(found?.total.from).toBeCloseTo(sum("from") ?? Number.NaN, 9);
        expect(found?.total.to).toBeCloseTo(sum("to") ?? Number.NaN, 9);
      }),
    );
  });
});
