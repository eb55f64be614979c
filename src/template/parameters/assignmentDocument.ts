import { ActionError } from "../../errors.ts";
import type { Finding } from "../model.ts";
import { findingsOf } from "../problems.ts";
import { parseDocument } from "../text/parse.ts";
import type { Placed } from "../text/place.ts";
import type { Collected } from "./assignmentModel.ts";

/**
 * The root of a JSON or YAML text of values, or nothing, with its syntax problems collected. Their messages
 * repeat nothing of the text but names: a value may be a secret.
 */
export function readRoot(text: string, format: "json" | "yaml", collected: Collected): Placed | undefined {
  try {
    return parseDocument(text, collected.origin, {
      what: "list of values",
      format,
      quoting: "no-quotes",
      repeated: "refused",
    }).root;
  } catch (error) {
    return collect(error, collected);
  }
}

/** The same of TOML. Few runs need its parser: the others do not load it. */
export async function readTomlRoot(text: string, collected: Collected): Promise<Placed | undefined> {
  const { parseToml } = await import("../text/toml.ts");
  try {
    return parseToml(text, collected.origin);
  } catch (error) {
    return collect(error, collected);
  }
}

function collect(error: unknown, collected: Collected): undefined {
  if (!(error instanceof ActionError)) throw error;
  const findings = findingsOf(error);
  collected.problems.push(
    ...(findings.length > 0
      ? findings.map(withoutExcerpt)
      : [{ level: "error", message: error.message } as const]),
  );
}

/** The source line of a syntax error holds values. */
function withoutExcerpt({ excerpt: _, ...finding }: Finding): Finding {
  return finding;
}
