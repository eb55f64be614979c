import { validationError } from "../../aws/errors.ts";
import { importersOf } from "../templates/importers.ts";
import { type Handler, page, required } from "./input.ts";

/** Who imports an export; nobody is an error, as in AWS. */
export const listImports: Handler = (world, params) => {
  const name = required(params, "ExportName");
  const names = importersOf(world, name);
  if (names.length === 0) throw validationError(`Export '${name}' is not imported by any stack.`);
  const { items, NextToken } = page(names, params, world.pageSize);
  return { Imports: [...items], NextToken };
};
