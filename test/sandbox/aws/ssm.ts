import { AwsError } from "./errors.ts";
import type { OutputStructure, Params } from "./query.ts";

export type HandleSsm = (operation: string, params: Params) => OutputStructure;

/**
 * SSM, as far as its parameters are read. A value that is another one than when it was asked for last is a new version.
 * @param values the account's parameters, which CloudFormation reads as well
 */
export function createSsm(values: ReadonlyMap<string, string>): HandleSsm {
  const seen = new Map<string, { readonly value: string; readonly version: number }>();
  const current = (name: string) => {
    const value = values.get(name) ?? "";
    const last = seen.get(name);
    const known = last?.value === value ? last : { value, version: (last?.version ?? 0) + 1 };
    seen.set(name, known);
    return known;
  };
  return (operation, params) => {
    if (operation !== "GetParameters") {
      throw new AwsError("UnknownOperationException", `SSM in the sandbox has no ${operation}`, 400);
    }
    const names = (params.Names ?? []) as readonly string[];
    return {
      Parameters: names
        .filter((name) => values.has(name))
        .map((name) => {
          const { value, version } = current(name);
          return { Name: name, Type: "String", Value: value, Version: version };
        }),
      InvalidParameters: names.filter((name) => !values.has(name)),
    };
  };
}
