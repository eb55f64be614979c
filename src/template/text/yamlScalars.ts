import type { Json } from "../model.ts";

/** What a plain (unquoted) scalar is read as. */
export interface ReadScalar {
  readonly value: Json;
  /** The text of a number that JavaScript would spell differently. */
  readonly spelling?: string;
  /** Said to the author where the value is not what it looks like. */
  readonly surprise?: string;
}

const TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const NULL = /^(?:~|null|Null|NULL|)$/;
const DECIMAL = /^[-+]?(?:0|[1-9][0-9_]*)$/;
const OCTAL = /^[-+]?0[0-7_]+$/;
const HEXADECIMAL = /^[-+]?0x[0-9a-fA-F_]+$/;
const BINARY = /^[-+]?0b[01_]+$/;
const SEXAGESIMAL = /^[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+$/;
/**
 * SnakeYAML's form of a float (its Resolver, up to version 1.26): `1e3` is one and `012345678901`, too, which has an
 * 8 or 9 in it and so is not octal. CloudFormation has it so: such an account id without quotes arrives as
 * 1.2345678901E10 (aws-cli#6908).
 */
const FRACTION = /^[-+]?(?:\.[0-9]+|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?$/;
const SEXAGESIMAL_FRACTION = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/;

/**
 * Reads a plain scalar as CloudFormation does: by YAML 1.1 ("CloudFormation supports the YAML Version 1.1
 * specification", template formats), as SnakeYAML implements it: `yes`/`no`/`on`/`off` are booleans, but `y` and `n`
 * are text; `0755` is octal, `1:30` is ninety, `0899` and `1e3` are floats. The timestamp tag is not supported, so a date stays text, and so do `.inf` and `.nan`, which JSON cannot hold.
 */
export function plainScalar(text: string): ReadScalar {
  if (NULL.test(text)) return { value: null };
  if (TRUE.test(text)) return boolean(text, true);
  if (FALSE.test(text)) return boolean(text, false);
  if (DECIMAL.test(text)) return decimal(text, text.replaceAll("_", "").replace(/^\+/, ""));
  if (OCTAL.test(text)) return radix(text, 8, "an octal number");
  if (HEXADECIMAL.test(text)) return radix(text, 16, "a hexadecimal number");
  if (BINARY.test(text)) return radix(text, 2, "a binary number");
  if (SEXAGESIMAL.test(text)) return sexagesimal(text);
  if (SEXAGESIMAL_FRACTION.test(text)) return sexagesimal(text);
  if (FRACTION.test(text)) return fraction(text);
  return { value: text };
}

function boolean(text: string, value: boolean): ReadScalar {
  if (/^(?:true|false)$/i.test(text)) return { value };
  return {
    value,
    surprise: `${text} without quotes is read as ${value}. Put it in quotes if text is meant.`,
  };
}

function decimal(text: string, spelling: string): ReadScalar {
  const value = Number(spelling);
  if (String(value) === text) return { value };
  return String(value) === spelling ? { value } : { value, spelling };
}

function radix(text: string, base: number, what: string): ReadScalar {
  const digits = text
    .replaceAll("_", "")
    .replace(/^[-+]/, "")
    .replace(/^0[xb]?/, "");
  const size = Number.parseInt(digits === "" ? "0" : digits, base);
  const value = text.startsWith("-") && size !== 0 ? -size : size;
  const surprise = `${text} without quotes is ${what} in YAML and read as ${value}. Put it in quotes if text is meant.`;
  return Number.isSafeInteger(value) ? { value, surprise } : { value: text };
}

function sexagesimal(text: string): ReadScalar {
  const parts = text.replaceAll("_", "").replace(/^[-+]/, "").split(":");
  const size = parts.reduce((sum, part) => sum * 60 + Number(part), 0);
  const value = text.startsWith("-") ? -size : size;
  const surprise = `${text} without quotes is a base-60 number in YAML and read as ${value}. Put it in quotes if text is meant.`;
  return Number.isFinite(value) && size <= Number.MAX_SAFE_INTEGER ? { value, surprise } : { value: text };
}

/** `15.10` keeps its spelling on the way to CloudFormation, but as a number it has no second decimal: say so. */
function fraction(text: string): ReadScalar {
  const spelling = jsonSpelling(text);
  const value = Number(spelling);
  if (!Number.isFinite(value)) return { value: text };
  if (!text.includes(".")) return doubled(text, value);
  if (String(value) === spelling) return { value };
  const loses = /\.\d*[1-9]0+$/.test(spelling);
  const surprise = `${text} without quotes is the number ${value}. Put it in quotes if it is a version or other text.`;
  return { value, spelling, ...(loses ? { surprise } : {}) };
}

/** A float that looks like no number with a decimal point: as Java writes it, so that CloudFormation sees the same. */
function doubled(text: string, value: number): ReadScalar {
  const spelling = javaDouble(value);
  const surprise = `${text} without quotes is the number ${spelling} to CloudFormation. Put it in quotes if text is meant.`;
  return { value, spelling, surprise };
}

/** Java's Double.toString: with an exponent from 10^7 on and below 10^-3, and always with a decimal. */
function javaDouble(value: number): string {
  const size = Math.abs(value);
  const isPlain = size === 0 || (size >= 1e-3 && size < 1e7);
  const [digits = "", exponent] = (isPlain ? String(value) : value.toExponential()).split("e");
  const whole = digits.includes(".") ? digits : `${digits}.0`;
  return exponent === undefined ? whole : `${whole}E${Number(exponent)}`;
}

/** YAML's `+1.`, `.5` and `1_0.5` as JSON writes them. */
function jsonSpelling(text: string): string {
  const bare = text.replaceAll("_", "").replace(/^\+/, "");
  return bare
    .replace(/^(-?)\./, "$10.")
    .replace(/\.(?=$|[eE])/, ".0")
    .replace(/^(-?)0+(?=\d)/, "$1");
}
