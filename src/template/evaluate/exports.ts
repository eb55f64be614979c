import { isObject } from "../canonical.ts";
import { attributeParts, visitFunctions } from "../functions.ts";
import type { Json, JsonObject, ReadTemplate } from "../model.ts";
import { withSpelledNumbers } from "../scalarText.ts";
import { subVariables } from "../subText.ts";
import { contextOf } from "./context.ts";
import { existing, isMacro } from "./entries.ts";
import { type Scope, textOf, UNKNOWN } from "./evaluated.ts";
import { isResolvedLater } from "./leaves.ts";
import { withoutLoops } from "./loops.ts";
import { type Context, evaluateValue } from "./value.ts";

/** A parameter, or a resource with the attribute that is read of it. */
export interface Reference {
  readonly name: string;
  readonly attribute?: string;
}

/** An export as far as it is known before CloudFormation is asked. */
export interface Export {
  /** The output that makes it; in a loop of which an item is not known, as it is written there. */
  readonly output: string;
  /** The loop that makes the output. */
  readonly loop?: string;
  readonly name: string | undefined;
  readonly value: string | undefined;
  /** Whether it is there for certain. */
  readonly isCertain: boolean;
  /** Whatever its value and its condition hang on. */
  readonly references: readonly Reference[];
}

export interface Exports {
  readonly exports: readonly Export[];
  /** Whether there can be no others: neither of a macro nor under a name that is not known. */
  readonly isComplete: boolean;
}

/** Transforms that make no exports of their own and take none away. */
const HARMLESS: readonly Json[] = ["AWS::Serverless-2016-10-31", "AWS::LanguageExtensions"];

/** The exports of one template, nested stacks' left out. */
export function exportsOf(source: ReadTemplate, scope: Scope): Exports {
  const written = withSpelledNumbers(source);
  const template = withoutLoops(written, scope);
  const context = contextOf(template, scope);
  const outputs = existing(template, written.Outputs, scope);
  const exports = outputs.flatMap(({ id, loop, entry, isCertain }): readonly Export[] => {
    if (!isObject(entry.Export)) return [];
    const { Export: made, Value = null } = entry;
    return [
      {
        output: id,
        ...(loop === undefined ? {} : { loop }),
        name: knownText(context, made.Name ?? null),
        value: knownText(context, Value),
        isCertain,
        references: referencesOf(template, entry),
      },
    ];
  });
  const isComplete = !hasMacro(template) && exports.every(({ name }) => name !== undefined);
  return { exports, isComplete };
}

function knownText(context: Context, value: Json): string | undefined {
  const text = textOf(evaluateValue(context, value));
  return text === UNKNOWN || isResolvedLater(text) ? undefined : text;
}

function hasMacro({ Transform = [], Outputs = {} }: JsonObject): boolean {
  const transforms: readonly Json[] = Array.isArray(Transform) ? Transform : [Transform];
  const isMade = isObject(Outputs) && (isMacro(Outputs) || Object.hasOwn(Outputs, "Fn::Transform"));
  return isMade || transforms.some((transform) => !HARMLESS.includes(transform));
}

function referencesOf(template: JsonObject, { Value = null, Condition }: JsonObject): readonly Reference[] {
  const conditions = isObject(template.Conditions) ? template.Conditions : {};
  const found: Reference[] = [];
  const done = new Set<string>();
  const visit = (value: Json): void =>
    visitFunctions(value, [], ({ name, argument }) => {
      found.push(...referred(name, argument));
      const condition = conditionIn(name, argument);
      if (condition !== undefined) visitCondition(condition);
    });
  const visitCondition = (name: string) => {
    if (done.has(name)) return;
    done.add(name);
    visit(conditions[name] ?? null);
  };
  visit(Value);
  if (typeof Condition === "string") visitCondition(Condition);
  return found;
}

function referred(name: string, argument: Json): readonly Reference[] {
  if (name === "Ref") return [{ name: String(argument) }];
  if (name === "Fn::GetAtt") {
    const { logicalId, attribute } = attributeParts(argument) ?? {};
    return logicalId === undefined
      ? []
      : [{ name: logicalId, ...(typeof attribute === "string" ? { attribute } : {}) }];
  }
  if (name !== "Fn::Sub") return [];
  return subReferences(Array.isArray(argument) ? argument : [argument]);
}

/** A variable that the function itself gives a value stands for that, whatever else is called so. */
function subReferences([text, given = null]: readonly Json[]): readonly Reference[] {
  if (typeof text !== "string") return [];
  const variables = subVariables(text).filter((name) => !isObject(given) || !Object.hasOwn(given, name));
  return variables.map((variable) => {
    const [logicalId = "", ...attribute] = variable.split(".");
    return { name: logicalId, ...(attribute.length === 0 ? {} : { attribute: attribute.join(".") }) };
  });
}

function conditionIn(name: string, argument: Json): string | undefined {
  const [first] = Array.isArray(argument) ? (argument as readonly Json[]) : [];
  if (name === "Fn::If" && typeof first === "string") return first;
  return name === "Condition" ? String(argument) : undefined;
}
