import { isSayable } from "../../secrets/secretNames.ts";
import type { GivenValue } from "../model.ts";
import { didYouMean } from "../nearest.ts";
import { scalarText } from "../scalarText.ts";
import type { Placed } from "../text/place.ts";
import { assign, type Collected, problemAt } from "./assignmentModel.ts";

type Members = ReadonlyMap<string, Placed>;

/** Reads `{"Name": value}`: numbers and booleans become their text as written, lists are joined with commas. */
export function objectAssignments(members: Members, collected: Collected): void {
  for (const [name, member] of members) {
    const value = textOf(member);
    if (value === undefined) problemAt(collected, member.at, `${said(name)} ${notText(member)}`);
    else assign(collected, name, { kind: "value", value }, member.at);
  }
}

/** A name for the start of a sentence: what looks like chance may be a part of a secret. */
function said(name: string): string {
  return isSayable(name) ? name : "This name";
}

/** Reads the AWS CLI's list: `ParameterKey`/`ParameterValue`/`UsePreviousValue` entries, or tags' `Key`/`Value`. */
export function arrayAssignments(items: readonly Placed[], collected: Collected): void {
  items.forEach((item, index) => {
    const members = item.members;
    if (members === undefined) lineItem(item, index, collected);
    else entry(members, item, index, collected);
  });
}

/** CodePipeline and some tools also list `"Key=Value"` texts, as the command line takes them. */
function lineItem(item: Placed, index: number, collected: Collected): void {
  const text = typeof item.value === "string" ? item.value : "";
  const split = text.indexOf("=");
  if (split > 0) {
    const value: GivenValue = { kind: "value", value: text.slice(split + 1) };
    assign(collected, text.slice(0, split).trim(), value, item.at);
    return;
  }
  problemAt(
    collected,
    item.at,
    `Entry ${index + 1} is not an object with ParameterKey and ParameterValue (for tags: Key and Value).`,
  );
}

function entry(members: Members, item: Placed, index: number, collected: Collected): void {
  const key = members.get("ParameterKey") ?? members.get("Key");
  if (typeof key?.value !== "string" || key.value === "") {
    problemAt(collected, item.at, `Entry ${index + 1} has no ParameterKey (for tags: Key).`);
    return;
  }
  const name = key.value;
  reportUnknown(members, index, collected);
  const value = members.get("ParameterValue") ?? members.get("Value");
  const previous = members.get("UsePreviousValue");
  if (previous?.value === true || previous?.value === "true") {
    if (value === undefined) assign(collected, name, { kind: "previous" }, item.at);
    else
      problemAt(collected, item.at, `${said(name)} has both a value and UsePreviousValue; keep one of them.`);
    return;
  }
  const text = value === undefined ? undefined : textOf(value);
  if (text !== undefined) assign(collected, name, { kind: "value", value: text }, item.at);
  else if (value === undefined)
    problemAt(collected, item.at, `${said(name)} has no ParameterValue (for tags: Value).`);
  else problemAt(collected, value.at, `${said(name)} ${notText(value)}`);
}

/** `ResolvedValue` is what DescribeStacks adds for a parameter of SSM; nobody can set it. */
const MEMBERS = ["ParameterKey", "ParameterValue", "UsePreviousValue", "ResolvedValue", "Key", "Value"];

function reportUnknown(members: Members, index: number, collected: Collected): void {
  for (const [name, { at }] of members) {
    if (MEMBERS.includes(name)) continue;
    const near = didYouMean(name, MEMBERS);
    problemAt(
      collected,
      at,
      `Entry ${index + 1} has a member that is neither ParameterKey nor ParameterValue (for tags: Key, Value).${near}`,
    );
  }
}

/** A value as text: a scalar as it is written, a list joined with commas; `undefined` for what is neither. */
export function textOf(placed: Placed): string | undefined {
  const { value, spelling, plain, items } = placed;
  // A parameter's value is text: `yes`, `0755` and `1.10` in a YAML file are what they look like.
  if (plain !== undefined && value !== null) return plain;
  if (items === undefined) return scalarText(value, spelling);
  const texts = items.map((item) => (item.items === undefined ? textOf(item) : undefined));
  return texts.every((text) => text !== undefined) ? texts.join(",") : undefined;
}

function notText({ value, items }: Placed): string {
  if (value === null) return 'has no value; write "" for an empty one, or leave the name out.';
  if (items !== undefined) return "is a list whose items are not all text, numbers or booleans.";
  return "is an object; a value is text. To pass JSON, write it as a text in quotes.";
}
