import type { Json, JsonObject } from "../../template/model.ts";
import { mapStrings } from "../mapStrings.ts";
import { isObject } from "../resourceState.ts";
import { wideGrantsOf } from "./grants.ts";
import { settled } from "./knownAfterApply.ts";
import { type Placed, statementsOf } from "./placed.ts";
import type { PolicyStates } from "./policyStates.ts";
import { isProvider } from "./providers.ts";
import type { Rename } from "./renames.ts";
import { beyond, EVERYBODY, HOLDER, newParts, type Statement } from "./statements.ts";

/**
 * What a change lets more people do, or lets them do more, of what is wide: everything, everybody, other accounts. A statement
 * counts with all that it says, so that one which only gets narrower is none, however its policy is split or written.
 */
export function wideGrants(
  type: string,
  { before, after }: Pick<PolicyStates, "before" | "after">,
  { account, rename }: Around = {},
): readonly { readonly property: string; readonly message: string }[] {
  const then = statementsOf(type, before);
  const last = settled(after ?? {}, before) as JsonObject;
  const now = statementsOf(type, after && last);
  // What it says of the stack's own resources, it may say of them under their new names.
  const moved = (to: ((text: string) => string) | undefined) =>
    to === undefined ? then : statementsOf(type, mapStrings(before, to));
  const known = rename === undefined ? then : [...then, ...moved(rename.inGrants)];
  const denied = moved(rename?.inDenials);
  const widened = [
    ...now.flatMap((placed) => grown(placed, alike(placed, known), alike(placed, now), account)),
    ...then.flatMap((placed, index) => permitted([placed, denied[index] ?? placed], alike(placed, now))),
    ...managed(type, before, last),
  ];
  const once = new Map(widened.map((entry) => [entry.text, entry]));
  return [...once.values()].map(({ property, text }) => ({ property, message: `IAM is widened: ${text}` }));
}

interface Around {
  /** The stack's own; without it nobody can tell another account from it. */
  readonly account?: string | undefined;
  /** Of the stack's own resources that are replaced. */
  readonly rename?: Rename | undefined;
}

interface Widened {
  readonly property: string;
  readonly text: string;
}

/** The statements that one is to be compared with. */
function alike({ kind, statement }: Placed, others: readonly Placed[]): readonly Placed[] {
  return others.filter((other) => other.kind === kind && other.statement.effect === statement.effect);
}

function grown(
  placed: Placed,
  then: readonly Placed[],
  now: readonly Placed[],
  account: string | undefined,
): readonly Widened[] {
  if (placed.statement.effect === "Deny") return [];
  const statements = then.map(({ statement }) => statement);
  const kept = now.map(({ statement }) => statement);
  const wide = wideGrantsOf(placed, account)
    .filter(({ statement }) => newParts(statement, statements).length > 0)
    .map(({ text, statement }) => {
      const told = then.filter((other) => wideGrantsOf(other, account).some((it) => it.text === text));
      const nearest = nearestTo(
        statement,
        told.map((other) => other.statement),
      );
      return nearest === undefined ? text : `${text} (${difference(statement, nearest, kept)})`;
    });
  const texts = wide.length > 0 ? wide : admitted(placed, statements);
  return texts.map((text) => ({ property: placed.property, text }));
}

/** Whom a statement lets in that is not wide by itself: somebody who had to meet more, or another provider's. */
function admitted({ kind, statement }: Placed, then: readonly Statement[]): readonly string[] {
  if (kind === "limit" || statement.principals.items.includes(HOLDER)) return [];
  const parts = newParts(statement, then);
  const isFrom = (part: Statement) => kind === "trust" || part.principals.items.includes(EVERYBODY);
  const eased = parts.flatMap((part) => {
    const same = then.filter((other) => String(beyond(part, other)) === "conditions");
    const fewer = same.some((other) => hasFewer(part, other));
    if (fewer) return ["who is allowed in must meet a condition fewer"];
    return same.length > 0 && isFrom(part) ? ["who is allowed in must meet other conditions"] : [];
  });
  const isNew = (part: Statement) => then.every((other) => beyond(part, other).includes("principals"));
  const providers = parts.filter((part) => part.principals.items.some(isProvider) && isNew(part));
  const another = then.length > 0 && providers.length > 0 ? ["another identity provider is allowed in"] : [];
  return [...new Set([...eased, ...another])];
}

function nearestTo(statement: Statement, others: readonly Statement[]): Statement | undefined {
  const distance = (other: Statement) => beyond(statement, other).length;
  return others.toSorted((one, other) => distance(one) - distance(other))[0];
}

/** `more actions, a condition fewer`: against the statement before that is told alike; `other`, where that is gone. */
function difference(statement: Statement, before: Statement, now: readonly Statement[]): string {
  const isKept = newParts(before, now).length === 0;
  const gone = isKept ? [] : beyond(before, statement);
  return beyond(statement, before)
    .map((dimension) => {
      if (dimension === "conditions")
        return hasFewer(statement, before) ? "a condition fewer" : "other conditions";
      return `${gone.includes(dimension) ? "other" : "more"} ${dimension}`;
    })
    .join(", ");
}

function hasFewer(statement: Statement, other: Statement): boolean {
  const tests = ({ conditions }: Statement) => conditions.map(({ operator, key }) => `${operator} ${key}`);
  const kept = tests(statement);
  return kept.length < other.conditions.length && kept.every((test) => tests(other).includes(test));
}

/**
 * What is denied no more is allowed to whom something else allows it.
 * @param denial as it was, and under new names: it stays where either does
 */
function permitted(denial: readonly [Placed, Placed], now: readonly Placed[]): readonly Widened[] {
  const [{ property, statement }] = denial;
  if (statement.effect === "Allow") return [];
  const denied = now.map((other) => other.statement);
  const stays = denial.some((one) => newParts(one.statement, denied).length === 0);
  return stays ? [] : [{ property, text: "less is denied" }];
}

const ADMINISTRATIVE =
  /^arn:[^:]*:(?:iam::[^:]*:policy|eks::aws:cluster-access-policy)\/(?:.*\/)?(AdministratorAccess|PowerUserAccess|IAMFullAccess|\w+FullAccess|AmazonEKS(?:Cluster)?AdminPolicy)$/;

function managed(type: string, before: JsonObject | undefined, after: JsonObject): readonly Widened[] {
  // Policies of a profile limit its sessions: what its roles allow is allowed at most.
  if (type === "AWS::RolesAnywhere::Profile") return [];
  const known = new Set(arnsIn(before ?? {}).map(({ arn }) => arn));
  return arnsIn(after).flatMap(({ property, arn }) => {
    const name = known.has(arn) ? undefined : ADMINISTRATIVE.exec(arn)?.[1];
    return name === undefined ? [] : [{ property, text: `managed policy ${name}` }];
  });
}

/** The texts of all properties at any depth, but for those of a boundary, which only limits. */
function arnsIn(
  value: Json,
  property?: string,
): readonly { readonly property: string; readonly arn: string }[] {
  if (typeof value === "string") return property === undefined ? [] : [{ property, arn: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    isObject(value) && key === "PermissionsBoundary" ? [] : arnsIn(child, property ?? key),
  );
}
