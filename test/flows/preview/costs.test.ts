import { expect, test } from "vitest";
import type { PriceQuery } from "../../../src/changes/costs/model.ts";
import type { Changes, ResourceChange } from "../../../src/changes/model.ts";
import type { StackJob } from "../../../src/flows/job.ts";
import { openCosts } from "../../../src/flows/preview/costs.ts";
import { renderStack } from "../../../src/flows/render/render.ts";
import { parseInputs } from "../../../src/inputs.ts";
import type { Prices } from "../../../src/ports/aws.ts";
import type { Log } from "../../../src/ports/local.ts";
import { openSecrets } from "../../../src/secrets/secrets.ts";
import type { Stack } from "../../../src/stack/model.ts";
import { ServiceError } from "../../../src/stack/serviceError.ts";
import type { JsonObject } from "../../../src/template/model.ts";
import { change, touched } from "../../changes/costs/examples.ts";
import { PRODUCTS } from "../../sandbox/aws/prices.data.ts";
import { documentOf } from "../../sandbox/aws/pricing.ts";
import { run } from "../world.ts";

async function jobOf(template: JsonObject, inputs: Readonly<Record<string, string>> = {}): Promise<StackJob> {
  const given: Readonly<Record<string, string>> = { template: "stack.json", "stack-name": "app", ...inputs };
  const workspace = {
    read: async () => new TextEncoder().encode(JSON.stringify(template)),
    readBundled: () => Promise.reject(new Error("not bundled")),
    writeRendered: async () => "",
    sources: () => [],
    headCommit: async () => undefined,
    pack: () => Promise.reject(new Error("nothing is packed here")),
  };
  const parsed = parseInputs((name) => given[name] ?? "", undefined);
  const secrets = openSecrets();
  const rendered = await renderStack(parsed, workspace, { store: undefined, isSent: false }, secrets);
  return {
    ...{ inputs: parsed.inputs, secrets, rendered, run, commit: "0".repeat(40), commits: [] },
    ...{ deadline: Number.MAX_SAFE_INTEGER, cancel: new AbortController().signal },
  };
}

/** What is asked of the price list, and what it answers: the sandbox's products, or what a test wants. */
function priceList(answer?: (query: PriceQuery, asked: number) => Promise<readonly string[]> | undefined) {
  const asked: string[] = [];
  const prices: Prices = {
    products: (query) => {
      asked.push(query.attributes.productFamily ?? query.attributes.group ?? query.service);
      const all = PRODUCTS.filter(({ service }) => service === query.service);
      return answer?.(query, asked.length) ?? Promise.resolve(all.map((product) => documentOf(product)));
    },
  };
  return { asked, prices };
}

/** A clock whose patience ends when a test says so; a head start takes no time. */
function clock() {
  const patience = Promise.withResolvers<void>();
  return {
    now: () => 0,
    pass: patience.resolve,
    sleep: (ms: number, signal?: AbortSignal) =>
      ms < 1_000
        ? Promise.resolve()
        : Promise.race([
            patience.promise,
            new Promise<void>((end) => signal?.addEventListener("abort", () => end(), { once: true })),
          ]),
  };
}

function logged() {
  const lines: string[] = [];
  const note = (level: string) => (line: string) => void lines.push(`${level}: ${line}`);
  const log: Log = {
    ...{ info: note("info"), debug: note("debug"), notice: note("notice") },
    ...{ warning: note("warning"), error: note("error"), group: (_, work) => work() },
  };
  return { lines, log };
}

const NAT = "AWS::EC2::NatGateway";
const gateway: JsonObject = { Type: NAT, Properties: { SubnetId: "subnet-1", AllocationId: "eipalloc-1" } };
const address: JsonObject = { Type: "AWS::EC2::EIP", Properties: {} };
const endpoint: JsonObject = {
  Type: "AWS::EC2::VPCEndpoint",
  Properties: { VpcEndpointType: "Interface", VpcId: "vpc-1", ServiceName: "s", SubnetIds: ["subnet-1"] },
};
const three: JsonObject = { Resources: { Gateway: gateway, Address: address, Endpoint: endpoint } };

function changesOf(...resources: readonly ResourceChange[]): Changes {
  return { resources } as unknown as Changes;
}

const added = changesOf(
  change("Gateway", NAT, "Add"),
  change("Address", "AWS::EC2::EIP", "Add"),
  change("Endpoint", "AWS::EC2::VPCEndpoint", "Add"),
);

const pairOf = (after: JsonObject, before?: JsonObject) => [
  { stackPath: [], before: before && { value: before }, after: { value: after } },
];

test("all that is new, each question once and the first alone", async () => {
  const first = Promise.withResolvers<readonly string[]>();
  const { asked, prices } = priceList((_, number) => (number === 1 ? first.promise : undefined));
  const costs = openCosts(await jobOf(three), undefined, { prices, clock: clock(), ...logged() });
  costs.begin(pairOf(three));
  const found = costs.of(added);
  await new Promise(setImmediate);
  expect(asked).toEqual(["NAT Gateway"]);
  first.resolve(PRODUCTS.map((product) => documentOf(product)));
  expect((await found)?.total.from).toBeCloseTo(32.85 + 3.65 + 7.3, 6);
  expect(asked).toEqual(["NAT Gateway", "VPCPublicIPv4Address", "VpcEndpoint"]);
});

test("a question without an answer leaves out what hangs on it, and counts it", async () => {
  const denied = new ServiceError("No.", { reasonCode: "access-denied", trouble: "denied" });
  const { prices } = priceList((_, number) => (number === 3 ? Promise.reject(denied) : undefined));
  const { lines, log } = logged();
  const costs = openCosts(await jobOf(three), undefined, { prices, clock: clock(), log });
  costs.begin(pairOf(three));
  const found = await costs.of(added);
  expect(found).toMatchObject({ unpriced: 1 });
  expect(found?.lines.map(({ resource }) => resource)).toEqual(["Gateway", "Address"]);
  expect(lines).toEqual(["debug: Costs are not told, or not all of them: No."]);
});

test("without an answer to the first, nobody asks on, and nothing is said", async () => {
  const denied = new ServiceError("No.", { reasonCode: "access-denied", trouble: "denied" });
  const { asked, prices } = priceList(() => Promise.reject(denied));
  const costs = openCosts(await jobOf(three), undefined, { prices, clock: clock(), ...logged() });
  costs.begin(pairOf(three));
  expect(await costs.of(added)).toBeUndefined();
  expect(asked).toHaveLength(1);
});

test("what takes too long is given up; what has come until then is told", async () => {
  const { asked, prices } = priceList((_, number) =>
    number === 2 ? Promise.withResolvers<readonly string[]>().promise : undefined,
  );
  const time = clock();
  const costs = openCosts(await jobOf(three), undefined, { prices, clock: time, ...logged() });
  costs.begin(pairOf(three));
  const found = costs.of(added);
  await expect.poll(() => asked.length).toBe(3);
  time.pass();
  const told = await found;
  expect(told?.lines.map(({ resource }) => resource)).toEqual(["Gateway", "Endpoint"]);
  expect(told?.unpriced).toBe(1);
});

test("a cancelled job asks nothing more", async () => {
  const job = await jobOf(three);
  const cancel = new AbortController();
  const { prices } = priceList(() => Promise.withResolvers<readonly string[]>().promise);
  const costs = openCosts({ ...job, cancel: cancel.signal }, undefined, {
    prices,
    clock: clock(),
    ...logged(),
  });
  costs.begin(pairOf(three));
  const found = costs.of(added);
  cancel.abort();
  expect(await found).toBeUndefined();
});

test("a mistake of ours is not kept quiet, and stops no preview", async () => {
  const { prices } = priceList(() => Promise.reject(new TypeError("x is not a function")));
  const { lines, log } = logged();
  const costs = openCosts(await jobOf(three), undefined, { prices, clock: clock(), log });
  costs.begin(pairOf(three));
  expect(await costs.of(added)).toBeUndefined();
  expect(lines[0]).toBe("warning: What the changes cost is not told: x is not a function");
  expect(lines[1]).toContain("TypeError: x is not a function");
});

test("preflight: false, no templates, no changes: nothing", async () => {
  const { asked, prices } = priceList();
  const off = openCosts(await jobOf(three, { preflight: "false" }), undefined, {
    ...{ prices, clock: clock(), ...logged() },
  });
  off.begin(pairOf(three));
  expect(await off.of(added)).toBeUndefined();
  expect(asked).toEqual([]);
  const early = openCosts(await jobOf(three), undefined, { prices, clock: clock(), ...logged() });
  expect(await early.of(added)).toBeUndefined();
  early.begin(pairOf(three));
  expect(await early.of(undefined)).toBeUndefined();
  expect(await early.of(changesOf())).toBeUndefined();
});

const sized = (Type: JsonObject): JsonObject => ({
  Parameters: { Size: Type },
  Resources: {
    Disk: {
      Type: "AWS::EC2::Volume",
      Properties: { VolumeType: "gp3", Size: { Ref: "Size" }, AvailabilityZone: "a" },
    },
  },
});
const liveWith = (value: string) =>
  ({
    ...{
      arn: "arn:aws:cloudformation:us-east-1:123456789012:stack/app/1",
      name: "app",
      status: "CREATE_COMPLETE",
    },
    parameters: [{ name: "Size", value }],
  }) as unknown as Stack;
const resized = changesOf(change("Disk", "AWS::EC2::Volume", "Modify", touched("Size")));

test("a stack that is there: its parameters before, the given ones after", async () => {
  const template = sized({ Type: "Number" });
  const { prices } = priceList();
  const costs = openCosts(await jobOf(template, { parameters: "Size=150" }), liveWith("50"), {
    ...{ prices, clock: clock(), ...logged() },
  });
  costs.begin(pairOf(template, template));
  const found = await costs.of(resized);
  expect(found?.total.to).toBeCloseTo(8, 6);
  expect(found?.lines).toMatchObject([{ before: "50 GB gp3", after: "150 GB gp3" }]);
});

test("nothing is told from a NoEcho value, on either side", async () => {
  const { asked, prices } = priceList();
  const [open, hidden] = [sized({ Type: "Number" }), sized({ Type: "Number", NoEcho: true })];
  for (const [after, before] of [
    [hidden, hidden],
    [open, hidden],
    [hidden, open],
  ] as const) {
    const costs = openCosts(await jobOf(after, { parameters: "Size=150" }), liveWith("50"), {
      ...{ prices, clock: clock(), ...logged() },
    });
    costs.begin(pairOf(after, before));
    expect(await costs.of(resized)).toBeUndefined();
  }
  expect(asked).toEqual([]);
});
