import type { Assignments, Finding, GivenValue, Location } from "./model.ts";

/** Values and problems of one place while it is read. */
export interface Collected {
  readonly origin: string;
  readonly locate: (offset: number) => Location;
  readonly values: Map<string, GivenValue>;
  /** Where each name was given first. */
  readonly places: Map<string, number>;
  readonly problems: Finding[];
}

/** An empty collection for the text that `locate` knows. */
export function collector(origin: string, locate: (offset: number) => Location): Collected {
  return { origin, locate, values: new Map(), places: new Map(), problems: [] };
}

/** Notes a problem at an offset of the text. */
export function problemAt(collected: Collected, offset: number, message: string): void {
  collected.problems.push({ level: "error", message, location: collected.locate(offset) });
}

/** What was collected, as assignments with the place of each name. */
export function assignmentsOf({ origin, values, places, locate }: Collected): Assignments {
  return { origin, values, places: new Map([...places].map(([name, offset]) => [name, locate(offset)])) };
}

/** Takes a value; a name that was given before in the same place is a problem, and the first value stays. */
export function assign(collected: Collected, name: string, value: GivenValue, offset: number): void {
  const first = collected.places.get(name);
  if (first !== undefined) {
    const { line } = collected.locate(first);
    problemAt(collected, offset, `${name} is given twice (first on line ${line}); keep one of them.`);
    return;
  }
  collected.places.set(name, offset);
  collected.values.set(name, value);
}
