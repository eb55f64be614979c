import type { Role, Roles } from "../../ports/preflight.ts";
import type { Json } from "../../template/model.ts";
import { type ClientOptions, clientSettings } from "../client.ts";
import { required } from "../decode.ts";
import { isNamed } from "../errorName.ts";
import { forEachOf, lazily } from "./lazy.ts";

/** The account's roles and whom they trust. IAM's client is loaded with the first call. */
export function openRoles(options: ClientOptions): Roles {
  const ask = lazily("IAM", () => open(options));
  return {
    find: (names, signal) =>
      ask("ask for the roles", async (iam) => {
        const found = await forEachOf(names, (name) => find(iam, name, signal));
        return found.filter((role) => role !== undefined);
      }),
  };
}

async function open(options: ClientOptions) {
  const sdk = await import("../sdk/iam.ts");
  return { sdk, client: new sdk.IAMClient(clientSettings(options)) };
}

type Iam = Awaited<ReturnType<typeof open>>;

async function find({ sdk, client }: Iam, name: string, abortSignal: AbortSignal): Promise<Role | undefined> {
  try {
    const { Role: role } = await client.send(new sdk.GetRoleCommand({ RoleName: name }), { abortSignal });
    // IAM gives policies as they stand in a URL (API reference, GetRole).
    const trust = decodeURIComponent(required(role?.AssumeRolePolicyDocument, "AssumeRolePolicyDocument"));
    return { name, arn: required(role?.Arn, "Arn"), trust: JSON.parse(trust) as Json };
  } catch (error) {
    if (isNamed(error, "NoSuchEntity")) return undefined;
    throw error;
  }
}
