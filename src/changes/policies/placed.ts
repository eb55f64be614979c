import type { Json, JsonObject } from "../../template/model.ts";
import { asList, isObject, parseValue } from "../resourceState.ts";
import { statedIn } from "./statedPrincipals.ts";
import { EVERYBODY, HOLDER, readStatement, type Statement } from "./statements.ts";

/** A statement with the property of its resource in which it stands. */
export interface Placed {
  readonly property: string;
  /**
   * What it is about: who may assume a role (`trust`), what others may do at most (`limit`: where there is none, all is let
   * through), or else what is allowed.
   */
  readonly kind: "trust" | "limit" | "grant";
  readonly statement: Statement;
}

/**
 * Every statement of every policy of a resource. A policy is known by its shape, as value or as JSON text, at any depth; some
 * types say with properties of their own what a statement says.
 */
export function statementsOf(type: string, state: JsonObject | undefined): readonly Placed[] {
  const limit = LIMITS[type];
  const entries = [...entriesIn(state ?? {}, undefined), ...statedIn(type, state ?? {})];
  const placed = entries.flatMap(({ property, entry }): readonly Placed[] => {
    const statement = readStatement(entry);
    return statement === undefined ? [] : [{ property, kind: kindOf(property, limit), statement }];
  });
  const isUnlimited = limit !== undefined && state?.[limit] === undefined;
  return isUnlimited ? [...placed, { property: limit, kind: "limit", statement: everything(type) }] : placed;
}

const ENDPOINT = "AWS::EC2::VPCEndpoint";

// A policy of these allows nothing by itself: it says what others let through at most, and without it that is all.
const LIMITS: Readonly<Record<string, string>> = {
  [ENDPOINT]: "PolicyDocument",
  "AWS::Organizations::Policy": "Content",
  "AWS::RolesAnywhere::Profile": "SessionPolicy",
  "AWS::Transfer::User": "Policy",
};

/** "The default endpoint policy allows full access to the service"; the others limit whom they are given to. */
function everything(type: string): Statement {
  const all = { not: false, items: ["*"] };
  const principals = { not: false, items: [type === ENDPOINT ? EVERYBODY : HOLDER] };
  return { effect: "Allow", principals, actions: all, resources: all, conditions: [] };
}

function kindOf(property: string, limit: string | undefined): Placed["kind"] {
  if (property === "AssumeRolePolicyDocument") return "trust";
  return property === limit ? "limit" : "grant";
}

interface Entry {
  /** The property of the resource, in which it may lie deep. */
  readonly property: string;
  readonly entry: Json;
}

function entriesIn(value: Json, property: string | undefined): readonly Entry[] {
  const node = typeof value === "string" ? parseValue(value) : value;
  if (typeof node !== "object" || node === null) return [];
  const statements = isObject(node) ? statementsIn(node.Statement) : [];
  // A resource that is itself a policy has its statements under this name.
  if (statements.length > 0) return statements.map((entry) => ({ property: property ?? "Statement", entry }));
  return Object.entries(node).flatMap(([key, child]) => entriesIn(child, property ?? key));
}

/** The entries of a `Statement`; nothing where it is another thing of that name (a rule of a web ACL has one). */
function statementsIn(value: Json | undefined): readonly Json[] {
  const read = typeof value === "string" ? parseValue(value) : value;
  const entries = isObject(read) && read.Effect !== undefined ? [read] : asList(read);
  return entries.some((entry) => readStatement(entry) !== undefined) ? entries : [];
}
