import { isSayable } from "../../secrets/secretNames.ts";
import type { Assignments, Finding, GivenValue, Location } from "../model.ts";

/** Values and problems of one place while it is read. */
export interface Collected {
  readonly origin: string;
  readonly locate: (offset: number) => Location;
  readonly values: Map<string, GivenValue>;
  /** Where each name was given first. */
  readonly places: Map<string, number>;
  readonly problems: Finding[];
  /** A line was none: what follows may be a part of the value above it, and no name. */
  isBroken: boolean;
}

/** An empty collection for the text that `locate` knows. */
export function collector(origin: string, locate: (offset: number) => Location): Collected {
  return { origin, locate, values: new Map(), places: new Map(), problems: [], isBroken: false };
}

/** Notes a problem at an offset of the text. */
export function problemAt(collected: Collected, offset: number, message: string): void {
  collected.problems.push({ level: "error", message, location: collected.locate(offset) });
}

/** What was collected, as assignments with the place of each name. */
export function assignmentsOf({ origin, values, places, locate, isBroken }: Collected): Assignments {
  const located = new Map([...places].map(([name, offset]) => [name, locate(offset)]));
  return { origin, values, places: located, ...(isBroken ? { isBroken: true } : {}) };
}

/** Takes a value; a name that was given before in the same place is a problem, and the first value stays. */
export function assign(collected: Collected, name: string, value: GivenValue, offset: number): void {
  const first = collected.places.get(name);
  if (first !== undefined) {
    const { line } = collected.locate(first);
    const said = isSayable(name) ? name : "This name";
    problemAt(collected, offset, `${said} is given twice (first on line ${line}); keep one of them.`);
    return;
  }
  collected.places.set(name, offset);
  collected.values.set(name, value);
}
