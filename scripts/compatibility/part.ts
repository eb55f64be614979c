import type { Cell } from "./table.ts";

/** One part of the page, as it was found this time. */
export type PartResult =
  | { readonly kind: "skipped"; readonly part: string; readonly why: string }
  | {
      readonly kind: "looked";
      readonly part: string;
      /** What the table's first column is called. */
      readonly first: string;
      readonly cells: readonly Cell[];
      /** What nobody has explained yet. */
      readonly unexplained: readonly string[];
    };
