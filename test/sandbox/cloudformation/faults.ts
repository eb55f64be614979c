import { createHash } from "node:crypto";
import { type Fault, isScenario, type ScenarioName } from "./scenarios.ts";

export type ResourcePhase = "create" | "update" | "delete" | "rollback";

/** The faults that are switched on, and what they have hit so far. */
export interface Faults {
  /** Switches a scenario on; the number it returns switches it off again. */
  readonly add: (fault: Fault) => number;
  readonly remove: (id: number) => void;
  readonly clear: () => void;
  readonly list: () => readonly Fault[];
  /** How often a fault has struck so far, also one that is switched off by now. */
  readonly used: (id: number) => number;
  /** Whether a fault of this scenario is switched on for the subject; asking is no use of it. */
  readonly isOn: (scenario: ScenarioName, subject: Subject) => boolean;
  /** The first switched-on fault of this scenario that matches, counted as one use of it. */
  readonly hit: (scenario: ScenarioName, subject?: Subject) => Fault | undefined;
  readonly resourceFailure: (stack: string, resource: string, phase: ResourcePhase) => string | undefined;
  readonly attributesChurn: () => boolean;
}

/** What a fault may be narrowed down to. */
export interface Subject {
  readonly stack?: string;
  readonly operation?: string;
  readonly resource?: string;
  readonly on?: ResourcePhase;
}

export function createFaults(): Faults {
  const active = new Map<number, Active>();
  const all = new Map<number, Active>();
  let nextId = 1;
  const hit = (scenario: ScenarioName, subject: Subject = {}) =>
    [...active.values()].find((entry) => entry.fault.scenario === scenario && strikes(entry, subject))?.fault;
  return {
    add: (fault) => {
      if (!isScenario(fault.scenario)) throw new Error(`There is no scenario "${String(fault.scenario)}"`);
      const entry = { fault, seen: 0, used: 0 };
      active.set(nextId, entry);
      all.set(nextId, entry);
      return nextId++;
    },
    remove: (id) => void active.delete(id),
    clear: () => active.clear(),
    list: () => [...active.values()].map(({ fault }) => fault),
    used: (id) => all.get(id)?.used ?? 0,
    isOn: (scenario, subject) =>
      [...active.values()].some(({ fault }) => fault.scenario === scenario && matches(fault, subject)),
    hit,
    resourceFailure: (stack, resource, on) => {
      const scenario = on === "rollback" ? "rollback-fails" : "resource-fails";
      const fault = hit(scenario, { stack, resource, ...(on === "rollback" ? {} : { on }) });
      return fault && (fault.reason ?? GENERIC_FAILURE);
    },
    attributesChurn: () => hit("uncertain-attributes") !== undefined,
  };
}

const GENERIC_FAILURE =
  'Resource handler returned message: "Internal Failure" (RequestToken: 0b8a3c1e-6a5e-4f0f-9d3f-3f1f4f6c2a10, HandlerErrorCode: InternalFailure)';

interface Active {
  readonly fault: Fault;
  seen: number;
  used: number;
}

function strikes(entry: Active, subject: Subject): boolean {
  const { fault } = entry;
  if (!matches(fault, subject)) return false;
  entry.seen += 1;
  if (fault.times !== undefined && entry.used >= fault.times) return false;
  if (!isDue(fault, entry.seen)) return false;
  entry.used += 1;
  return true;
}

function matches(fault: Fault, subject: Subject): boolean {
  const fits = (wanted: string | undefined, actual: string | undefined) =>
    wanted === undefined || actual === undefined || wanted === actual;
  // Deletions fail only when asked to by name: a failing create must not make its own rollback fail.
  const phase = fault.on === undefined ? subject.on !== "delete" : fits(fault.on, subject.on);
  return (
    fits(fault.stack, subject.stack) &&
    fits(fault.operation, subject.operation) &&
    fits(fault.resource, subject.resource) &&
    phase
  );
}

function isDue(fault: Fault, seen: number): boolean {
  if (fault.nth !== undefined) return seen === fault.nth;
  if (fault.every !== undefined) return seen % fault.every === 0;
  if (fault.after !== undefined) return seen > fault.after;
  if (fault.probability !== undefined) return chance(`${fault.seed ?? ""}/${seen}`) < fault.probability;
  return true;
}

function chance(seed: string): number {
  return createHash("sha256").update(seed).digest().readUInt32BE(0) / 2 ** 32;
}
