import type { Assignments, Finding } from "./template/model.ts";
import { parseAssignments } from "./template/parameters/assignments.ts";

/** Reads inputs as what they are to be, and tells what is wrong with them. */
export type InputReader = ReturnType<typeof inputReader>;

const TRUE = /^(true|yes|on|1)$/i;
const FALSE = /^(false|no|off|0)$/i;

/**
 * @param read the raw text of an input, empty where it is not set
 * @param report told what is wrong
 */
export function inputReader(read: (name: string) => string, report: (message: string) => void) {
  const assignmentProblems: Finding[] = [];
  const text = (name: string): string | undefined => read(name).trim() || undefined;
  const problem: Problem = (name, value, right) =>
    report(
      value === ""
        ? `Input ${name} is missing: ${right}.`
        : `Input ${name} is "${value}": it must be ${right}.`,
    );
  const entries = (name: string): readonly string[] =>
    read(name)
      .split(/[\n,]/)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== "");
  return {
    assignmentProblems,
    text,
    problem,
    /** One a line; lines that start with `#` are comments. */
    lines: (name: string): readonly string[] =>
      read(name)
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "" && !line.startsWith("#")),
    matching(name: string, pattern: RegExp, right: string): string | undefined {
      const value = text(name);
      if (value === undefined || pattern.test(value)) return value;
      problem(name, value, right);
      return undefined;
    },
    choice<T extends string>(name: string, choices: readonly T[], otherwise: T): T {
      const value = text(name);
      if (value === undefined) return otherwise;
      const chosen = choices.find((choice) => choice === value);
      if (chosen === undefined) problem(name, value, `one of ${choices.join(", ")}`);
      return chosen ?? otherwise;
    },
    flag(name: string, otherwise: boolean): boolean {
      const value = text(name);
      if (value === undefined) return otherwise;
      if (!TRUE.test(value) && !FALSE.test(value)) problem(name, value, "true or false");
      return TRUE.test(value) || (otherwise && !FALSE.test(value));
    },
    ...numbers(text, problem),
    /** Separated by commas or newlines. */
    list(name: string, pattern?: RegExp, right = ""): readonly string[] {
      const all = entries(name);
      for (const entry of all) if (pattern && !pattern.test(entry)) problem(name, entry, right);
      return all.filter((entry) => pattern === undefined || pattern.test(entry));
    },
    assignments(name: string): Assignments {
      const { assignments, problems } = parseAssignments(read(name), `input ${name}`);
      assignmentProblems.push(...problems);
      return assignments;
    },
  };
}

type Problem = (name: string, value: string, right: string) => void;

function numbers(text: (name: string) => string | undefined, problem: Problem) {
  return {
    count(name: string, otherwise: number, least: number, most: number): number {
      const value = text(name);
      if (value === undefined) return otherwise;
      const number = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
      if (number >= least && number <= most) return number;
      problem(name, value, `a whole number from ${least} to ${most}`);
      return otherwise;
    },
    /** More than none, at most a day and a half (GitHub's own limit for a job on its machines is 6 hours). */
    minutes(name: string, otherwise: number): number {
      const value = text(name);
      if (value === undefined) return otherwise;
      const number = /^\d{1,6}(\.\d{1,6})?$/.test(value) ? Number(value) : Number.NaN;
      if (number > 0 && number <= 2_160) return number;
      problem(name, value, "a number of minutes, more than 0 and at most 2160");
      return otherwise;
    },
  };
}
