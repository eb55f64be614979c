import type { Subnet, Subnets } from "../../ports/aws.ts";
import { type ClientOptions, clientSettings, lazily } from "../client.ts";
import { defined, required } from "../decode.ts";

/** Subnets as EC2 has them. The SDK's EC2 client is loaded with the first call. Throws `ServiceError`s. */
export function openSubnets(options: ClientOptions): Subnets {
  const ask = lazily("EC2", () => open(options));
  return { find: (ids, signal) => ask("ask for the subnets", (ec2) => find(ec2, ids, signal)) };
}

type Ec2 = Awaited<ReturnType<typeof open>>;

async function open(options: ClientOptions) {
  const sdk = await import("../sdk/ec2.ts");
  return { sdk, client: new sdk.EC2Client(clientSettings(options)) };
}

/** A filter takes 200 values (EC2, DescribeSubnets). */
const FILTER_VALUES = 200;

async function find({ sdk, client }: Ec2, ids: readonly string[], abortSignal: AbortSignal) {
  const found: Subnet[] = [];
  for (let at = 0; at < ids.length; at += FILTER_VALUES) {
    // By a filter: asked for by id, a single subnet that is not there would be the only answer.
    const Filters = [{ Name: "subnet-id", Values: ids.slice(at, at + FILTER_VALUES) }];
    const answer = await client.send(new sdk.DescribeSubnetsCommand({ Filters }), { abortSignal });
    for (const subnet of answer.Subnets ?? []) {
      found.push({
        id: required(subnet.SubnetId, "SubnetId"),
        zone: required(subnet.AvailabilityZone, "AvailabilityZone"),
        vpc: required(subnet.VpcId, "VpcId"),
        ...defined({ free: subnet.AvailableIpAddressCount }),
      });
    }
  }
  return found;
}
