import type { QuotaKind } from "../../ports/preflight.ts";
import { type ClientOptions, clientSettings, lazily } from "../client.ts";
import { defined } from "../decode.ts";

/** How many the account has in the region, through all pages. EC2's client is loaded with the first call. */
export function openCounts(options: ClientOptions) {
  const ask = lazily("EC2", () => open(options));
  return (kind: QuotaKind, signal: AbortSignal): Promise<number> =>
    ask("count what is there", (ec2) => countOf(ec2, kind, signal));
}

async function open(options: ClientOptions) {
  const sdk = await import("../sdk/ec2.ts");
  return { sdk, client: new sdk.EC2Client(clientSettings(options)) };
}

type Ec2 = Awaited<ReturnType<typeof open>>;

async function countOf(ec2: Ec2, kind: QuotaKind, abortSignal: AbortSignal): Promise<number> {
  let count = 0;
  let NextToken: string | undefined;
  do {
    const page = await pageOf(ec2, kind, defined({ NextToken }), abortSignal);
    count += page.count;
    NextToken = page.next;
  } while (NextToken !== undefined && NextToken !== "");
  return count;
}

interface Page {
  readonly count: number;
  readonly next: string | undefined;
}

async function pageOf(
  { sdk, client }: Ec2,
  kind: QuotaKind,
  page: { readonly NextToken?: string },
  abortSignal: AbortSignal,
): Promise<Page> {
  switch (kind) {
    case "addresses": {
      // The only one of the three that has no pages.
      const answer = await client.send(new sdk.DescribeAddressesCommand({}), { abortSignal });
      return { count: (answer.Addresses ?? []).length, next: undefined };
    }
    case "gateways": {
      const answer = await client.send(new sdk.DescribeInternetGatewaysCommand(page), { abortSignal });
      return { count: (answer.InternetGateways ?? []).length, next: answer.NextToken };
    }
    case "vpcs": {
      const answer = await client.send(new sdk.DescribeVpcsCommand(page), { abortSignal });
      return { count: (answer.Vpcs ?? []).length, next: answer.NextToken };
    }
  }
}
