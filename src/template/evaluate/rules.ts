import { isObject } from "../canonical.ts";
import { functionOf } from "../functions.ts";
import type { Finding, Json, JsonObject, Location, ReadTemplate, RenderedTemplate } from "../model.ts";
import { withSpelledNumbers } from "../scalarText.ts";
import { contextOf } from "./context.ts";
import { both, type Evaluated, either, not, type Scope, type Truth } from "./evaluated.ts";
import { contains } from "./functions.ts";
import { type Context, evaluateValue, truthOf } from "./value.ts";

/**
 * Checks the template's `Rules` as far as they can be decided without AWS: every assertion that is certainly false
 * is an error with its `AssertDescription`. Those that ask AWS (`Fn::ValueOf`, `Fn::ValueOfAll`, `Fn::RefAll`) or hang
 * on an unknown parameter stay undecided and are left to CloudFormation.
 */
export function evaluateRules(
  source: ReadTemplate & Partial<Pick<RenderedTemplate, "locate">>,
  scope: Scope,
): readonly Finding[] {
  const template = withSpelledNumbers(source);
  const { Rules: rules } = template;
  if (!isObject(rules)) return [];
  const context = contextOf(template, scope);
  return Object.entries(rules).flatMap(([name, rule]) => {
    if (!isObject(rule) || !applies(context, rule)) return [];
    const assertions: readonly Json[] = Array.isArray(rule.Assertions) ? rule.Assertions : [];
    return assertions.flatMap((assertion, index) => {
      if (!isObject(assertion) || assertion.Assert === undefined) return [];
      if (ruleTruth(context, assertion.Assert) !== false) return [];
      const path = ["Rules", name, "Assertions", index];
      return [failure(name, assertion.AssertDescription, source.locate?.(path))];
    });
  });
}

function applies(context: Context, rule: JsonObject): boolean {
  return rule.RuleCondition === undefined || ruleTruth(context, rule.RuleCondition) === true;
}

function failure(name: string, description: Json | undefined, location: Location | undefined): Finding {
  const why =
    typeof description === "string" ? description : "an assertion does not hold for these parameters.";
  const place = location === undefined ? {} : { location };
  return { level: "error", message: `Rule ${name}: ${why}`, ...place };
}

/** Rules have functions of their own; inside them all others work as usual. */
function ruleTruth(context: Context, value: Json): Truth {
  const use = functionOf(value);
  const evaluated = (part: Json | undefined): Evaluated => evaluateValue(context, part ?? null);
  const parts: readonly Json[] = Array.isArray(use?.argument) ? use.argument : [];
  const truths = () => parts.map((part) => ruleTruth(context, part));
  switch (use?.name) {
    case "Fn::And":
      return truths().reduce(both, true);
    case "Fn::Or":
      return truths().reduce(either, false);
    case "Fn::Not":
      return not(truths()[0] ?? "unknown");
    case "Fn::Contains":
      return contains(evaluated(parts[0]), evaluated(parts[1]));
    case "Fn::EachMemberEquals":
      return everyMember(evaluated(parts[0]), (item) => contains([item], evaluated(parts[1])));
    case "Fn::EachMemberIn":
      return everyMember(evaluated(parts[0]), (item) => contains(evaluated(parts[1]), item));
    default:
      return truthOf(evaluated(value));
  }
}

function everyMember(list: Evaluated, holds: (item: Evaluated) => Truth): Truth {
  if (!Array.isArray(list)) return "unknown";
  return list.map(holds).reduce(both, true);
}
