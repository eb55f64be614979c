import { type ChangeTarget, KNOWN_AFTER_APPLY, type ResourceChange } from "../model.ts";
import { resourceStates } from "../resourceState.ts";
import { uniqueNameProperty } from "../resourceTypes.ts";

/** Puts the new names of the stack's own resources into ARNs with their old ones. */
export type Rename = (text: string) => string;

/** One of the stack's own resources that is replaced under another name, and gone afterwards. */
interface Renamed {
  readonly service: string;
  readonly old: string;
  readonly name: string;
}

/**
 * The new names of resources that are replaced; `undefined` where there are none. Of what stays in the account beside the new
 * one (Retain), a policy that speaks of the new one only says nothing any more: that is no such name.
 */
export function renameIn(
  resources: readonly ResourceChange[],
  target: Pick<ChangeTarget, "region" | "account">,
): Rename | undefined {
  const all = resources.flatMap((change) => renamedBy(change) ?? []);
  if (all.length === 0) return undefined;
  return (text) => text.replaceAll(ARN, (arn) => renamed(arn, all, target));
}

/** In a text of JSON, too. */
const ARN = /\barn:[^\s"'\\,]+/g;

function renamedBy(change: ResourceChange): Renamed | undefined {
  const property = uniqueNameProperty(change.type);
  const isKept = change.policyAction === "Retain" || change.policyAction === "ReplaceAndRetain";
  if (property === undefined || change.replacement !== "True" || isKept) return undefined;
  const { before, after } = resourceStates(change);
  // A generated name is the end of the physical id: of a name, an ARN, or a URL.
  const old = before?.[property] ?? change.physicalId?.split(/[:/]/).at(-1);
  const name = after?.[property];
  if (typeof old !== "string" || typeof name !== "string" || name.includes(KNOWN_AFTER_APPLY))
    return undefined;
  return { service: (change.type.split("::")[1] ?? "").toLowerCase(), old, name };
}

/** An ARN of another account, of another region or of any is not that of the stack's own. */
function renamed(
  arn: string,
  all: readonly Renamed[],
  { region, account }: Pick<ChangeTarget, "region" | "account">,
): string {
  const [start, partition, service, where = "", whose = "", ...rest] = arn.split(":");
  if ((where !== "" && where !== region) || (whose !== "" && whose !== account)) return arn;
  const resource = rest.join(":");
  // `table/orders`, `function:orders`, `orders`; what is below a bucket may be called like another one.
  const kinds = service === "s3" ? [""] : ["", /^[a-z-]+[:/]/.exec(resource)?.[0] ?? ""];
  for (const one of all.filter((it) => it.service === service))
    for (const kind of kinds) {
      const own = `${kind}${one.old}`;
      if (!resource.startsWith(own) || !/^([:/]|$)/.test(resource.slice(own.length))) continue;
      const now = `${kind}${one.name}${resource.slice(own.length)}`;
      return [start, partition, service, where, whose, now].join(":");
    }
  return arn;
}
