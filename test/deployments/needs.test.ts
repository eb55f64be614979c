import { expect, test } from "vitest";
import { type Deployment, deploymentName } from "../../src/deployments/deployment.ts";
import { needsOf, needText } from "../../src/deployments/needs.ts";
import { deploymentOf } from "./examples.ts";

const EU = { region: "eu-west-1" };
const net = (more: Partial<Deployment> = {}) => deploymentOf("net", { exports: ["vpc"], ...more });
const app = (more: Partial<Deployment> = {}) => deploymentOf("app", { file: "app.yaml", ...more });

test.for<readonly [string, Deployment, readonly Deployment[], readonly string[]]>([
  ["nothing", app(), [net()], []],
  ["a stack by its name", app({ dependsOn: ["net"] }), [net()], ["depends on net (us-east-1)"]],
  [
    "two",
    app({ dependsOn: ["net", "data"] }),
    [net(), deploymentOf("data")],
    ["depends on net (us-east-1)", "depends on data (us-east-1)"],
  ],
  ["an export by its name", app({ imports: ["vpc"] }), [net()], ["imports vpc of net (us-east-1)"]],
  ["an export that nobody here makes", app({ imports: ["other"] }), [net()], []],
  ["one of another region: exports are of one", app({ imports: ["vpc"] }), [net(EU)], []],
  ["an export of its own", app({ imports: ["own"], exports: ["own"] }), [net()], []],
  [
    "both: the name, and what it exports",
    app({ dependsOn: ["net"], imports: ["vpc"] }),
    [net()],
    ["depends on net (us-east-1)", "imports vpc of net (us-east-1)"],
  ],
  [
    "a name of two regions: its own",
    app({ dependsOn: ["net"], ...EU }),
    [net(), net(EU)],
    ["depends on net (eu-west-1)"],
  ],
  ["a name of another region alone", app({ dependsOn: ["net"] }), [net(EU)], ["depends on net (eu-west-1)"]],
  [
    "a name of two labels: its own",
    app({ dependsOn: ["net"], label: "dev" }),
    [net({ label: "prod" }), net({ label: "dev" })],
    ["depends on net (dev, us-east-1)"],
  ],
  [
    "its label before its region",
    app({ dependsOn: ["net"], label: "dev" }),
    [net(), net({ label: "dev", ...EU })],
    ["depends on net (dev, eu-west-1)"],
  ],
  [
    "its region before any",
    app({ dependsOn: ["net"], label: "dev" }),
    [net({ label: "a" }), net({ label: "b", ...EU })],
    ["depends on net (a, us-east-1)"],
  ],
  [
    "all of a name where none is nearer",
    app({ dependsOn: ["net"], label: "dev" }),
    [net({ label: "a", ...EU }), net({ label: "b", ...EU })],
    ["depends on net (a, eu-west-1)", "depends on net (b, eu-west-1)"],
  ],
  [
    "an export of two accounts: its own",
    app({ imports: ["vpc"], label: "dev" }),
    [net({ label: "prod" }), net({ label: "dev" })],
    ["imports vpc of net (dev, us-east-1)"],
  ],
])("%s", ([, from, others, texts]) => {
  const { of, problems } = needsOf([from, ...others]);
  const name = deploymentName(from);
  expect(of.get(from)?.map((need) => needText(from, need))).toEqual(texts.map((text) => `${name} ${text}`));
  for (const other of others) expect(of.get(other)).toEqual([]);
  expect(problems).toEqual([]);
});

test("outputs that are read: of the stack of that name and region, its own label first, and of none elsewhere", () => {
  const read = (region: string) => [{ stackName: "net", region }];
  const texts = (from: Deployment, others: readonly Deployment[]) =>
    needsOf([from, ...others])
      .of.get(from)
      ?.map((need) => needText(from, need));
  expect(texts(app({ reads: read("eu-west-1") }), [net(), net(EU)])).toEqual([
    "app (us-east-1) reads an output of net (eu-west-1)",
  ]);
  const labels = [net({ label: "a" }), net({ label: "b" })];
  expect(texts(app({ reads: read("us-east-1"), label: "b" }), labels)).toEqual([
    "app (b, us-east-1) reads an output of net (b, us-east-1)",
  ]);
  expect(texts(app({ reads: read("eu-north-1") }), [net()])).toEqual([]);
});

test("a name that no file has is a problem of its file, and not of the others", () => {
  const { of, problems } = needsOf([
    app({ dependsOn: ["network", "data"] }),
    deploymentOf("networks"),
    net(),
  ]);
  expect(problems).toEqual([
    "app.yaml: depends-on names network, and no deployment file has a stack of this name. Did you mean networks?",
    "app.yaml: depends-on names data, and no deployment file has a stack of this name.",
  ]);
  expect(of.size).toBe(3);
});

test("one alone waits for nobody, as where a run by hand names its file", () => {
  const { of, problems } = needsOf([app({ dependsOn: ["network"] })]);
  expect(problems).toEqual([]);
  expect([...of.values()]).toEqual([[]]);
});
