import { expect, test } from "vitest";
import type { InstanceType, MachineImage } from "../../../../src/ports/preflight.ts";
import { denied, detail, judged } from "../fixture.ts";

const IMAGES: readonly MachineImage[] = [
  { id: "ami-0000000a", state: "available", architecture: "x86_64" },
  { id: "ami-0000000b", state: "available", architecture: "arm64" },
  { id: "ami-0000000c", state: "pending", architecture: "x86_64" },
  { id: "ami-0000000d", state: "failed" },
];
const TYPES: readonly InstanceType[] = [
  { name: "m5.large", architectures: ["x86_64"] },
  { name: "t2.micro", architectures: ["i386", "x86_64"] },
];

const machines = (asked: string[] = []) => ({
  images: async (ids: readonly string[]) => {
    asked.push(...ids);
    return IMAGES.filter(({ id }) => ids.includes(id));
  },
  types: async (names: readonly string[]) => {
    asked.push(...names);
    return TYPES.filter(({ name }) => names.includes(name));
  },
  zones: async (names: readonly string[]) => {
    asked.push("zones");
    return names.map((name) => ({
      name,
      zones: name === "t2.micro" ? ["us-east-1a"] : ["us-east-1a", "us-east-1b"],
    }));
  },
});

const instance = (Properties: object) => ({ Vm: { Type: "AWS::EC2::Instance", Properties } });

test.for<[string, object, readonly string[]]>([
  ["what fits", instance({ ImageId: "ami-0000000a", InstanceType: "m5.large" }), []],
  [
    "no such image",
    instance({ ImageId: "ami-99999999", InstanceType: "m5.large" }),
    ["error Vm Image ami-99999999 is not there, or not for this account, in us-east-1: name another one."],
  ],
  [
    "a failed image",
    instance({ ImageId: "ami-0000000d" }),
    ["error Vm Image ami-0000000d is failed, in us-east-1: name another one."],
  ],
  [
    "an image that is being made",
    instance({ ImageId: "ami-0000000c" }),
    ["error Vm Image ami-0000000c is still being made."],
  ],
  [
    "another architecture",
    instance({ ImageId: "ami-0000000b", InstanceType: "t2.micro" }),
    ["error Vm Image ami-0000000b is made for arm64, and t2.micro runs i386, x86_64."],
  ],
  [
    "no such type",
    instance({ InstanceType: "x9.huge" }),
    ["error Vm Instance type x9.huge is not offered in us-east-1."],
  ],
  [
    "not in that zone",
    instance({ InstanceType: "t2.micro", AvailabilityZone: "us-east-1b" }),
    ["error Vm Instance type t2.micro is not offered in us-east-1b, but in us-east-1a."],
  ],
  [
    "not in that subnet's zone",
    instance({ InstanceType: "t2.micro", SubnetId: "subnet-bbbbbbbb" }),
    ["error Vm Instance type t2.micro is not offered in us-east-1b, but in us-east-1a."],
  ],
  ["in that subnet's zone", instance({ InstanceType: "t2.micro", SubnetId: "subnet-aaaaaaaa" }), []],
  ["an image that EC2 resolves", instance({ ImageId: "resolve:ssm:/ami" }), []],
  ["an image that only AWS knows", instance({ ImageId: { "Fn::ImportValue": "Image" } }), []],
  [
    "a launch template, which takes anything",
    {
      Lt: {
        Type: "AWS::EC2::LaunchTemplate",
        Properties: { LaunchTemplateData: { ImageId: "ami-0000000b", InstanceType: "m5.large" } },
      },
    },
    ["warning Lt Image ami-0000000b is made for arm64, and m5.large runs x86_64."],
  ],
])("machines: %s", async ([, resources, expected]) => {
  expect(await judged(resources, { machines: machines() })).toEqual(expected);
});

test("a preview warns of an image that is being made only", async () => {
  const levels = async (ImageId: string) =>
    (await judged(instance({ ImageId }), { machines: machines() }, { isPreview: true })).map(
      (line) => line.split(" ")[0],
    );
  expect(await levels("ami-0000000c")).toEqual(["warning"]);
  expect(await levels("ami-99999999")).toEqual(["error"]);
});

test("without one of the permissions the others still tell", async () => {
  const some = { ...machines(), images: () => Promise.reject(denied()) };
  const resources = instance({ ImageId: "ami-99999999", InstanceType: "x9.huge" });
  expect(await judged(resources, { machines: some })).toEqual([
    "error Vm Instance type x9.huge is not offered in us-east-1.",
    "notice Not checked before the deploy: whether the machine images are there (the role lacks ec2:DescribeImages).",
  ]);
});

test.for<[string, readonly string[]]>([
  ["Tags", []],
  ["InstanceType", ["ami-0000000a", "m5.large"]],
])("of an instance whose %s change", async ([name, expected]) => {
  const asked: string[] = [];
  const change = {
    logicalId: "Vm",
    action: "Modify",
    replacement: "False",
    details: [detail(name)],
  } as const;
  const resources = instance({ ImageId: "ami-0000000a", InstanceType: "m5.large" });
  await judged(resources, { machines: machines(asked) }, { changes: [change] });
  expect(asked).toEqual(expected);
});
