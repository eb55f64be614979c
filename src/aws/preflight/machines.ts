import type { InstanceType, MachineImage, Machines } from "../../ports/preflight.ts";
import { type ClientOptions, clientSettings, lazily } from "../client.ts";
import { defined, required } from "../decode.ts";
import { forEachOf } from "./each.ts";

/**
 * EC2's images and instance types, these by filters: asked for by name, a single one that is not there would be the only
 * answer. The client is loaded with the first call.
 */
export function openMachines(options: ClientOptions): Machines {
  const ask = lazily("EC2", () => open(options));
  return {
    images: (ids, signal) =>
      ask("ask for the images", async (ec2) => (await forEachOf(ids, (id) => image(ec2, id, signal))).flat()),
    types: (names, signal) => ask("ask for the instance types", (ec2) => types(ec2, names, signal)),
    zones: (names, signal) => ask("ask for the instance types' zones", (ec2) => zones(ec2, names, signal)),
  };
}

async function open(options: ClientOptions) {
  const sdk = await import("../sdk/ec2.ts");
  return { sdk, client: new sdk.EC2Client(clientSettings(options)) };
}

type Ec2 = Awaited<ReturnType<typeof open>>;

/** By id, for a filter goes through all public images; then one that is not there is an error. */
async function image(
  { sdk, client }: Ec2,
  id: string,
  abortSignal: AbortSignal,
): Promise<readonly MachineImage[]> {
  try {
    const command = new sdk.DescribeImagesCommand({ ImageIds: [id] });
    const { Images = [] } = await client.send(command, { abortSignal });
    return Images.map(({ State, Architecture }) => ({
      id,
      state: required(State, "State"),
      ...defined({ architecture: Architecture }),
    }));
  } catch (error) {
    if (error instanceof Error && GONE.includes(error.name)) return [];
    throw error;
  }
}

/** Error codes of EC2 for an image that is not there (any more). */
const GONE = ["InvalidAMIID.NotFound", "InvalidAMIID.Unavailable", "InvalidAMIID.Malformed"];

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
