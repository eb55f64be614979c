import { isObject } from "../template/canonical.ts";
import type { Json, JsonObject } from "../template/model.ts";
import { type Deployment, deploymentName, isOfStack } from "./deployment.ts";

/**
 * What a push's discovery leaves on its commit: for each stack that has nothing to be deployed there, the commit whose
 * deploy brought it to what it is, and the hash of what it is rendered from. So that the next one need not look further back.
 */
export type Settlements = ReadonlyMap<string, Settlement>;

export interface Settlement {
  readonly commit: string;
  /** SHA-256 of the sources, 64 hexadecimal digits. */
  readonly sources: string;
}

/** The name of the check run that holds them. */
export const DISCOVER_CHECK = "aurora-deploy / discover";

const VERSION = 1;
const FENCE = "```json\n";
/** A check run's text holds 65,535 characters. */
const MOST = 65_000;

/**
 * As a check run's text. What does not fit is left out, and that is said: those stacks are looked for further back.
 * @param open stacks that are to be deployed, and of which an earlier deploy is known
 */
export function encodeSettlements(settlements: Settlements, open: readonly string[]): string {
  const stacks: Record<string, Json> = {};
  let length = 200 + JSON.stringify(open).length;
  for (const [name, { commit, sources }] of settlements) {
    // As it is written: a label may hold what JSON writes with more characters.
    length += JSON.stringify(name).length + commit.length + sources.length + 20;
    if (length > MOST) break;
    stacks[name] = [commit, sources];
  }
  const isWhole = length <= MOST;
  const rest = isWhole ? { open } : { more: true };
  return `${FENCE}${JSON.stringify({ version: VERSION, ...rest, stacks })}\n\`\`\``;
}

/** Whether no deploy of the stack was known where these were left: looking further back finds none. */
export function isUnknownTo(text: string, name: string): boolean {
  const open = contentOf(text)?.open;
  return Array.isArray(open) && !open.includes(name) && !decodeSettlements(text).has(name);
}

/**
 * Whether the stack is among them, or may be among those that had no room. It may have another label there; but where it is
 * known by its own as well, that other one is another account's.
 */
export function maySettle(text: string, stack: Pick<Deployment, "stackName" | "region" | "label">): boolean {
  if (contentOf(text)?.more === true) return true;
  const settlements = decodeSettlements(text);
  const name = deploymentName(stack);
  if (settlements.has(name)) return true;
  return isUnknownTo(text, name) && [...settlements.keys()].some((other) => isOfStack(other, stack));
}

/** Reads them back; none from anything else. */
export function decodeSettlements(text: string): Settlements {
  const found = new Map<string, Settlement>();
  const value = contentOf(text);
  if (value === undefined || !isObject(value.stacks)) return found;
  for (const [name, pair] of Object.entries(value.stacks)) {
    const [commit, sources] = Array.isArray(pair) ? (pair as readonly Json[]) : [];
    if (typeof commit === "string" && typeof sources === "string") found.set(name, { commit, sources });
  }
  return found;
}

function contentOf(text: string): JsonObject | undefined {
  const json = text.startsWith(FENCE) ? text.slice(FENCE.length, text.lastIndexOf("\n```")) : "";
  const value = parsed(json);
  return isObject(value) && value.version === VERSION ? value : undefined;
}

function parsed(json: string): Json | undefined {
  try {
    return JSON.parse(json) as Json;
  } catch {
    return undefined;
  }
}
