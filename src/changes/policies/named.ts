import { isObject } from "../../template/canonical.ts";
import { attributeParts, functionOf } from "../../template/functions.ts";
import type { Json, JsonObject } from "../../template/model.ts";
import { subVariables } from "../../template/subText.ts";

/** What stands for a resource or its attribute; `undefined` where it may be another thing after the change. */
export type Namer = (reference: string) => string | undefined;

/**
 * The names of what only CloudFormation knows in a stack: two sides that name the same mean the same. A nested stack's outputs
 * and what somebody's own code answers may be anything.
 * @param known pseudo parameters that have a value
 */
export function namerOf(
  { Resources }: JsonObject,
  stackPath: readonly string[],
  known: Readonly<Record<string, string | undefined>>,
): Namer {
  const place = stackPath.map((id) => `${id}/`).join("");
  return (reference) => {
    const isPseudo = reference.startsWith("AWS::") && reference !== "AWS::NoValue";
    // No colons: ARNs are told apart by theirs.
    if (isPseudo)
      return known[reference] === undefined ? `{{${place}${reference.replace("::", ".")}}}` : undefined;
    const [id = ""] = reference.split(".");
    const definition = isObject(Resources) && Object.hasOwn(Resources, id) ? Resources[id] : undefined;
    const type = isObject(definition) ? String(definition.Type) : "";
    return MAY_ANSWER.test(type) ? undefined : `{{${place}${reference}}}`;
  };
}

/**
 * What is nothing, somebody's own code or module, a nested stack, or hands on a value that was given to it: what its attributes are
 * is not told by its name.
 */
const MAY_ANSWER =
  /^(?!AWS::)|^AWS::CloudFormation::|^AWS::Serverless::Application$|^AWS::SSM::Parameter$|::MODULE$/;

/** A template's value with names in place of references that only CloudFormation resolves. */
export function named(value: Json, name: Namer): Json {
  if (Array.isArray(value)) return value.map((item: Json) => named(item, name));
  if (!isObject(value)) return value;
  const use = functionOf(value);
  if (use === undefined)
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, named(member, name)]));
  return call(use, name) ?? value;
}

interface Use {
  readonly name: string;
  readonly argument: Json;
}

function call({ name: called, argument }: Use, name: Namer): Json | undefined {
  const items: readonly Json[] = Array.isArray(argument) ? argument : [argument];
  switch (called) {
    case "Ref":
      return name(String(argument));
    case "Fn::GetAtt": {
      const { logicalId, attribute } = attributeParts(argument) ?? {};
      return logicalId === undefined || typeof attribute !== "string"
        ? undefined
        : name(`${logicalId}.${attribute}`);
    }
    case "Fn::ImportValue":
      // An export that is imported cannot change.
      return { "Fn::Join": ["", ["{{import ", named(argument, name), "}}"]] };
    case "Fn::Sub":
      return substituted(items, name);
    // What picks a text to pieces is not to pick names to pieces.
    case "Fn::If":
    case "Fn::Join":
    case "Fn::ToJsonString":
      return { [called]: named(argument, name) };
    default:
      return undefined;
  }
}

function substituted([text, given = {}]: readonly Json[], name: Namer): Json | undefined {
  if (typeof text !== "string" || !isObject(given)) return undefined;
  const names = subVariables(text).flatMap((variable) => {
    const found = name(variable);
    return found === undefined ? [] : [[variable, found] as const];
  });
  return { "Fn::Sub": [text, { ...Object.fromEntries(names), ...(named(given, name) as JsonObject) }] };
}
