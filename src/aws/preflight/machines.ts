import type { InstanceType, MachineImage, Machines } from "../../ports/preflight.ts";
import { type ClientOptions, clientSettings } from "../client.ts";
import { defined, required } from "../decode.ts";
import { lazily } from "./lazy.ts";

/**
 * EC2's images and instance types. All by filters: asked for by name, a single one that is not there would be the only
 * answer. The client is loaded with the first call.
 */
export function openMachines(options: ClientOptions): Machines {
  const ask = lazily("EC2", () => open(options));
  return {
    images: (ids, signal) => ask("ask for the images", (ec2) => images(ec2, ids, signal)),
    types: (names, signal) => ask("ask for the instance types", (ec2) => types(ec2, names, signal)),
    zones: (names, signal) => ask("ask for the instance types' zones", (ec2) => zones(ec2, names, signal)),
  };
}

async function open(options: ClientOptions) {
  const sdk = await import("../sdk/ec2.ts");
  return { sdk, client: new sdk.EC2Client(clientSettings(options)) };
}

type Ec2 = Awaited<ReturnType<typeof open>>;

async function images({ sdk, client }: Ec2, ids: readonly string[], abortSignal: AbortSignal) {
  const Filters = [{ Name: "image-id", Values: [...ids] }];
  const { Images = [] } = await client.send(new sdk.DescribeImagesCommand({ Filters }), { abortSignal });
  return Images.map(
    ({ ImageId, State, Architecture }): MachineImage => ({
      id: required(ImageId, "ImageId"),
      state: required(State, "State"),
      ...defined({ architecture: Architecture }),
    }),
  );
}

async function types({ sdk, client }: Ec2, names: readonly string[], abortSignal: AbortSignal) {
  const Filters = [{ Name: "instance-type", Values: [...names] }];
  const found: InstanceType[] = [];
  let NextToken: string | undefined;
  do {
    const command = new sdk.DescribeInstanceTypesCommand({ Filters, ...defined({ NextToken }) });
    const answer = await client.send(command, { abortSignal });
    for (const { InstanceType: name, ProcessorInfo } of answer.InstanceTypes ?? [])
      found.push({
        name: required(name, "InstanceType"),
        architectures: ProcessorInfo?.SupportedArchitectures ?? [],
      });
    NextToken = answer.NextToken;
  } while (NextToken !== undefined && NextToken !== "");
  return found;
}

async function zones({ sdk, client }: Ec2, names: readonly string[], abortSignal: AbortSignal) {
  const Filters = [{ Name: "instance-type", Values: [...names] }];
  const offered: { readonly name: string; readonly zone: string }[] = [];
  let NextToken: string | undefined;
  do {
    const command = new sdk.DescribeInstanceTypeOfferingsCommand({
      ...{ LocationType: "availability-zone", Filters },
      ...defined({ NextToken }),
    });
    const answer = await client.send(command, { abortSignal });
    for (const { InstanceType: name, Location } of answer.InstanceTypeOfferings ?? [])
      offered.push({ name: required(name, "InstanceType"), zone: required(Location, "Location") });
    NextToken = answer.NextToken;
  } while (NextToken !== undefined && NextToken !== "");
  return names.map((name) => ({
    name,
    zones: offered.filter((one) => one.name === name).map(({ zone }) => zone),
  }));
}
