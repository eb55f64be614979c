import { ActionError } from "../../errors.ts";
import { isObject } from "../canonical.ts";
import { withoutHidden } from "../excerpt.ts";
import type { Finding, JsonPath, Location, SourceTemplate } from "../model.ts";
import { findingsOf, invalidTemplate, placeText, syntaxError } from "../problems.ts";
import { withZones } from "./emptyZones.ts";
import { type ParsedText, parseJson, type Quoting } from "./json.ts";
import { locator, nodeAt, type Placed, spellingAt } from "./place.ts";
import { parseYaml } from "./yaml.ts";
import type { ParsedYaml } from "./yamlNodes.ts";

export { decodeTemplate } from "./decode.ts";

/** CloudFormation takes 1 MB of template; with white space and comments a source may be twice that. */
const MAX_CHARACTERS = 2_000_000;

/**
 * Reads a template: strict JSON when the file ends in `.json` or the text starts with `{`, YAML otherwise.
 * The value is the JSON that CloudFormation would see; every node keeps its place in `file`. Throws
 * `invalid-template` with place, source line and caret for broken syntax, and with all places for tags that
 * CloudFormation does not have and aliases that never end.
 */
export function parseTemplate(text: string, file: string): SourceTemplate {
  return parseSource(text, file, looksLikeTemplate(text) ? undefined : NO_TEMPLATE);
}

/** Reads a file that a template includes: a part of one, which need not look like it. Nothing of it is quoted. */
export function parseFragment(text: string, file: string): SourceTemplate {
  return parseSource(text, file, NO_PART);
}

const NO_TEMPLATE = "This file is not a template; a template has a Resources section.";
const NO_PART = "This file is neither a template nor a part of one: it cannot be read any further.";

/**
 * Whether a text, broken perhaps, is a template at all. Any file of the workspace can be named as one, by mistake or on
 * purpose (`.env`, `.git/config`): what is none must not be quoted where everybody reads it.
 */
function looksLikeTemplate(text: string): boolean {
  return /^\s*\{/.test(text)
    ? /["'](?:Resources|AWSTemplateFormatVersion)["']\s*:/.test(text)
    : /^["']?(?:Resources|AWSTemplateFormatVersion)["']?\s*:/m.test(text);
}

/** @param unquoted all that is said of what is wrong; absent: everything, with the lines that it is about */
function parseSource(text: string, file: string, unquoted?: string): SourceTemplate {
  const source = text.startsWith("\ufeff") ? text.slice(1) : text;
  if (source.length > MAX_CHARACTERS) throw tooLarge(source.length, file);
  const kind = { what: "template", format: formatOf(source, file), repeated: "last-counts" } as const;
  const parsed =
    unquoted === undefined
      ? parseDocument(source, file, { ...kind, quoting: "quotes" })
      : saying(unquoted, () => parseDocument(source, file, { ...kind, quoting: "no-quotes" }));
  const { root } = parsed;
  const locate = locator(source, file);
  if (!isObject(root.value))
    throw unquoted === undefined
      ? notAMapping(source, parsed, file)
      : notATemplate(unquoted, locate(root.at));
  const { value, paths } = withZones(root.value);
  const place = (path: JsonPath) => locate(nodeAt(root, path).at);
  return {
    file,
    value,
    locate: place,
    spelling: (path: JsonPath) => spellingAt(root, path),
    findings: [
      ...surprisesOf(parsed, file, source),
      ...uncounted(parsed, locate),
      ...paths.map((path) => regionTaken(place(path))),
    ],
  };
}

/** Of all that is wrong with such a file, that it is none is all to know, and where it was seen. */
function saying<T>(unquoted: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const [first] = findingsOf(error);
    throw first?.location === undefined ? error : notATemplate(unquoted, first.location);
  }
}

function notATemplate(message: string, location: Location): ActionError {
  return invalidTemplate([{ level: "error", message, location }], "Check that this is the template's path.");
}

/** What kind of document is read: `what` names it in messages. */
export interface DocumentKind {
  readonly what: string;
  readonly format: "json" | "yaml";
  readonly quoting: Quoting;
  /** Of a key that is given twice the last value counts, as CloudFormation has it, or the document is refused. */
  readonly repeated: "last-counts" | "refused";
}

/** Reads any JSON or YAML document by the same rules as a template. Throws `invalid-template` with all problems. */
export function parseDocument(source: string, file: string, kind: DocumentKind): ParsedText | ParsedYaml {
  const { what, format, quoting } = kind;
  if (isBlank(source)) {
    throw new ActionError(`${file}: the file is empty; a ${what} is expected.`, {
      reasonCode: "invalid-template",
      hint: `Write the ${what} into the file, or name another one.`,
    });
  }
  const parsed = format === "json" ? parseJson(source, file, quoting) : parseYaml(source, file, quoting);
  const locate = locator(source, file);
  const repeated = kind.repeated === "refused" ? parsed.repeated : [];
  const findings = [
    ...parsed.problems.map(({ offset, message }) => {
      const location = locate(offset);
      return error(withoutHidden(message, source, location), location);
    }),
    ...repeated.map(({ name, offsets: [first = 0, second = 0] }) => {
      const earlier = placeText(locate(first));
      const location = locate(second);
      const message = `The key "${name}" is given twice (first at ${earlier}); keep one of them.`;
      return error(withoutHidden(message, source, location), location);
    }),
  ];
  if (findings.length > 0) throw invalidTemplate(findings, `Correct ${file}.`);
  return parsed;
}

/** JSON when the file says so or the text is an object; YAML otherwise. */
export function formatOf(source: string, file: string): "json" | "yaml" {
  return file.toLowerCase().endsWith(".json") || /^\s*\{/.test(source) ? "json" : "yaml";
}

/** Whether nothing but white space and comments is in the text. */
export function isBlank(text: string): boolean {
  return text.split(/\r\n|\n|\r/).every((line) => /^\s*(?:#.*)?$/.test(line));
}

function surprisesOf(parsed: ParsedText | ParsedYaml, file: string, source: string): readonly Finding[] {
  if (!("surprises" in parsed)) return [];
  const locate = locator(source, file);
  return parsed.surprises.map(({ offset, message }) => ({
    level: "warning",
    message,
    location: locate(offset),
  }));
}

function error(message: string, location: Location): Finding {
  return { level: "error", message, location };
}

/**
 * Warnings at every place of a key that one mapping has several times: CloudFormation takes the last of them, which its
 * author may not have noticed.
 */
function uncounted({ repeated }: ParsedText, locate: (offset: number) => Location): readonly Finding[] {
  return repeated.flatMap(({ name, offsets }) => {
    const last = offsets.at(-1) ?? 0;
    const earlier = offsets.slice(0, -1);
    const counts = placeText(locate(last));
    const others = earlier.map((offset) => placeText(locate(offset))).join(", ");
    const noun = earlier.length === 1 ? "the other" : "the others";
    const messages = [
      ...earlier.map((offset) => [offset, `this one does not count, the last one does (${counts})`] as const),
      [last, `this one counts, as the last of them (${noun}: ${others})`] as const,
    ];
    return messages.map(([offset, which]): Finding => {
      const message = `The key "${name}" is given ${times(offsets.length)}; ${which}. Keep one of them.`;
      return { level: "warning", message, location: locate(offset) };
    });
  });
}

function regionTaken(location: Location): Finding {
  const message = `Fn::GetAZs has no value (null); the stack's own region is meant by that, and "" is sent.`;
  return { level: "warning", message, location };
}

function times(count: number): string {
  return count === 2 ? "twice" : `${count} times`;
}

function notAMapping(source: string, { root }: { readonly root: Placed }, file: string): ActionError {
  const kind = Array.isArray(root.value)
    ? "a list"
    : root.value === null
      ? "nothing"
      : `${typeof root.value}`;
  const message = `The template is ${kind === "string" ? "plain text" : kind}; it must be a mapping with a Resources section.`;
  return syntaxError(
    source,
    locator(source, file)(root.at),
    message,
    "Check that this is the template's path.",
  );
}

function tooLarge(characters: number, file: string): ActionError {
  const size = characters.toLocaleString("en-US");
  return new ActionError(
    `${file}: the file has ${size} characters; CloudFormation takes templates up to 1 MB.`,
    {
      reasonCode: "invalid-template",
      hint: "Split it into nested stacks (AWS::CloudFormation::Stack).",
    },
  );
}
