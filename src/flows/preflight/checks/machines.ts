import type { InstanceType, MachineImage } from "../../../ports/preflight.ts";
import type { KnownResource } from "../../../template/evaluate/evaluatedTree.ts";
import type { Leaf } from "../../../template/evaluate/leaves.ts";
import type { CheckPorts, Examined, Means } from "../examined.ts";
import { asWarning } from "../makers.ts";
import { type Check, findingAt, type Question } from "../questions.ts";
import { zoneChecks } from "./machineZones.ts";

/** What an instance is made of, as far as the template says it. */
interface Machine {
  readonly resource: KnownResource;
  readonly image: Leaf | undefined;
  readonly type: Leaf | undefined;
}

/**
 * Whether images and instance types of EC2 are there, fit each other, and whether the type is offered in the instance's
 * zone. A launch template may hold anything: EC2 looks at it when it launches, so that findings about it are warnings.
 */
export async function checkMachines(
  { resources, region }: Examined,
  { questions, subnets }: CheckPorts,
  means: Means,
): Promise<readonly Check[]> {
  const all = resources.flatMap((resource) => machineOf(resource, means));
  if (all.length === 0) return [];
  const { machines } = questions;
  const [images, types, zones] = await Promise.all([
    asked(IMAGES, all, (ids, signal) => machines.images(ids, signal), means),
    asked(TYPES, all, (names, signal) => machines.types(names, signal), means),
    zoneChecks(all, { machines, subnets }, means),
  ]);
  const found = all.flatMap((machine): readonly Check[] => [
    ...imageChecks(machine, images, region),
    ...typeChecks(machine, types, region),
    ...fitChecks(machine, images, types),
  ]);
  return [...found, ...zones].map((check) => (isSure(check, all) ? check : asWarning(check)));
}

/** Where a type says which image and which instance type. */
const PLACES: Readonly<Record<string, string>> = {
  "AWS::AutoScaling::LaunchConfiguration": "",
  "AWS::EC2::Instance": "",
  "AWS::EC2::LaunchTemplate": "LaunchTemplateData.",
};

function isSure({ resources: [key] }: Check, machines: readonly Machine[]): boolean {
  return machines.find(({ resource }) => resource.key === key)?.resource.type === "AWS::EC2::Instance";
}

function machineOf(resource: KnownResource, { matters }: Means): readonly Machine[] {
  const place = PLACES[resource.type];
  if (place === undefined || !matters(resource.key, "changed", PROPERTIES)) return [];
  const leaves = resource.leaves();
  const at = (name: string, shape: RegExp) =>
    leaves.find((leaf) => leaf.at === `${place}${name}` && shape.test(leaf.text ?? ""));
  // `resolve:ssm:…` is EC2's own way to name an image; a launch template's type may be left out.
  return [{ resource, image: at("ImageId", /^ami-/), type: at("InstanceType", /^[a-z0-9-]+\.[a-z0-9-]+$/) }];
}

const PROPERTIES = ["ImageId", "InstanceType", "LaunchTemplateData"];

interface Asked extends Pick<Question, "what" | "permission"> {
  readonly part: "image" | "type";
}

const IMAGES: Asked = {
  part: "image",
  what: "whether the machine images are there",
  permission: "ec2:DescribeImages",
};
const TYPES: Asked = {
  part: "type",
  what: "whether the instance types are offered, and fit their images",
  permission: "ec2:DescribeInstanceTypes",
};

async function asked<T>(
  { part, ...question }: Asked,
  machines: readonly Machine[],
  work: (names: readonly string[], signal: AbortSignal) => Promise<readonly T[]>,
  { ask }: Means,
): Promise<readonly T[] | undefined> {
  const some = machines.filter((machine) => machine[part] !== undefined);
  if (some.length === 0) return undefined;
  const names = [...new Set(some.map((machine) => machine[part]?.text ?? ""))];
  const resources = some.map(({ resource }) => resource.key);
  return ask({ ...question, resources, when: "changed", properties: PROPERTIES }, (signal) =>
    work(names, signal),
  );
}

function imageChecks(
  { resource, image }: Machine,
  images: readonly MachineImage[] | undefined,
  region: string,
): readonly Check[] {
  if (image === undefined || images === undefined) return [];
  const found = images.find(({ id }) => id === image.text);
  if (found?.state === "available") return [];
  if (found?.state === "pending")
    return [{ ...checkAt(resource, image, `Image ${image.text} is still being made.`), mayBeMade: true }];
  const what = found === undefined ? "is not there, or not for this account" : `is ${found.state}`;
  return [checkAt(resource, image, `Image ${image.text} ${what}, in ${region}: name another one.`)];
}

function typeChecks(
  { resource, type }: Machine,
  types: readonly InstanceType[] | undefined,
  region: string,
): readonly Check[] {
  if (type === undefined || types === undefined || types.some(({ name }) => name === type.text)) return [];
  return [checkAt(resource, type, `Instance type ${type.text} is not offered in ${region}.`)];
}

function fitChecks(
  { resource, image, type }: Machine,
  images: readonly MachineImage[] | undefined,
  types: readonly InstanceType[] | undefined,
): readonly Check[] {
  const architecture = images?.find(({ id }) => id === image?.text)?.architecture;
  const takes = types?.find(({ name }) => name === type?.text)?.architectures ?? [];
  if (image === undefined || architecture === undefined || takes.length === 0) return [];
  if (takes.includes(architecture)) return [];
  const message = `Image ${image.text} is made for ${architecture}, and ${type?.text} runs ${takes.join(", ")}.`;
  return [checkAt(resource, image, message)];
}

function checkAt(resource: KnownResource, { path }: Leaf, message: string): Check {
  const finding = findingAt(resource, path, message);
  return { resources: [resource.key], when: "changed", properties: PROPERTIES, finding };
}
