import { isSayable } from "../../secrets/secretNames.ts";
import type { Placed } from "../text/place.ts";
import { assign, type Collected, problemAt } from "./assignmentModel.ts";
import { overridePairs, type ReadPairs, tagPairs, unquoted } from "./samPairs.ts";

const ABOUT = "parameter_overrides";

/**
 * Reads SAM's `parameter_overrides` in all its forms: a text of pairs, a mapping, or a list of these (CfnParameterOverridesType
 * in aws-sam-cli). Where SAM would send something else than what is written, or read another file, that is a problem.
 */
export function samOverrides(placed: Placed, collected: Collected): void {
  const { value, items, members } = placed;
  if (items !== undefined) {
    for (const item of items) samOverrides(item, collected);
  } else if (members !== undefined) {
    for (const [name, member] of members) override(name, member, collected);
  } else if (typeof value !== "string") {
    problemAt(
      collected,
      placed.at,
      `${ABOUT} must be a text, a mapping of names to values, or a list of these.`,
    );
  } else if (value.startsWith("file://")) {
    problemAt(collected, placed.at, OTHER_FILE);
  } else if (value !== "") {
    take(overridePairs(value), placed, collected, ABOUT);
  }
}

const OTHER_FILE =
  "SAM reads more values from another file here; name that file in parameters-file, in front of this one if its values are to lose.";

/** Reads SAM's `tags`: a text of pairs, or a list of such texts. */
export function samTags(placed: Placed, collected: Collected): void {
  for (const item of placed.items ?? [placed]) {
    if (typeof item.value !== "string")
      problemAt(collected, item.at, "tags must be a text of Key=Value, or a list of such texts.");
    else if (item.value !== "") take(tagPairs(item.value), item, collected, "tags");
  }
}

function take(read: ReadPairs, { at }: Placed, collected: Collected, what: string): void {
  for (const [name, value] of read.pairs) assign(collected, name, { kind: "value", value }, at);
  if (read.problem === undefined) return;
  // What follows may be a part of a value, and no name.
  collected.isBroken = true;
  const last = read.pairs.at(-1)?.[0];
  const behind = last !== undefined && isSayable(last) ? ` (behind ${last})` : "";
  problemAt(collected, at, `${what}${behind}: ${read.problem}`);
}

function override(key: string, placed: Placed, collected: Collected): void {
  if (key === "$include") {
    problemAt(collected, placed.at, OTHER_FILE);
    return;
  }
  const name = unquoted(key);
  const text = placed.items === undefined ? scalar(placed) : list(placed.items);
  if (typeof text === "string") {
    assign(collected, name, { kind: "value", value: unquoted(text) }, placed.at);
    return;
  }
  problemAt(collected, placed.at, `${isSayable(name) ? name : "This entry"} ${text.problem}`);
}

type Text = string | { readonly problem: string };

/** SAM joins a list with commas, without the spaces around its items and without empty ones. */
function list(items: readonly Placed[]): Text {
  const texts = items.map(scalar);
  return (
    texts.find((text) => typeof text !== "string") ??
    texts
      .map((text) => String(text).trim())
      .filter((text) => text !== "")
      .join(",")
  );
}

function scalar({ value, plain, items, members }: Placed): Text {
  if (items !== undefined || members !== undefined)
    return {
      problem: "must be a text, a number or a list of these. To pass JSON, write it as a text in quotes.",
    };
  if (value === null) return { problem: 'has no value; write "" for an empty one, or leave the name out.' };
  if (typeof value === "string" && plain === undefined) return value;
  if (plain !== undefined && isAsWritten(plain)) return plain;
  return typeof value === "boolean" || /^(?:true|false)$/i.test(plain ?? "")
    ? { problem: 'is true or false without quotes, which SAM sends as "True" or "False". Put it in quotes.' }
    : { problem: "is a number that SAM sends otherwise than it is written. Put it in quotes." };
}

/**
 * Whether Python's `str` of what SAM's YAML 1.2 and TOML readers make of a scalar without quotes is the scalar. A number is
 * where it has no sign, zero, underscore or exponent too many, and no more digits than a double keeps.
 */
function isAsWritten(plain: string): boolean {
  if (/^(?:true|false)$/i.test(plain)) return false;
  if (!NUMBER.test(plain) && !TIME.test(plain)) return true;
  if (/^\d{4}-\d\d-\d\d$/.test(plain)) return true;
  if (/^(?:0|-?[1-9]\d*)$/.test(plain)) return true;
  return /^-?(?:0|[1-9]\d*)\.(?:0|(?!0000)\d*[1-9])$/.test(plain) && plain.replace(/\D/g, "").length <= 15;
}

// As ruamel.yaml resolves YAML 1.2.
const NUMBER =
  /^[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[\da-f_]+|[\d_]+|\d[\d_]*\.[\d_]*(?:e[-+]?\d+)?|\d[\d_]*e[-+]?\d+|\.[\d_]+(?:e[-+]?\d+)?|\.inf|\.nan)$/i;
const TIME = /^\d{4}-\d\d?-\d\d?(?:$|[Tt\s])/;
