import { isObject } from "../canonical.ts";
import type { JsonObject } from "../model.ts";
import type { Scope, Truth } from "./evaluated.ts";
import { type Context, evaluateValue, truthOf } from "./value.ts";

/**
 * How much text functions may make of one template: ten times the largest one. A few lines of Fn::Sub or Fn::Join in
 * each other would otherwise make gigabytes; past it their values are not known here.
 */
const MOST_CHARACTERS = 10_000_000;

/** The means to evaluate one value of the template; conditions are decided once, when they are first asked for. */
export function contextOf(template: JsonObject, scope: Scope): Context {
  const decided = new Map<string, Truth>();
  let made = 0;
  const context: Context = {
    template,
    scope,
    hasRoom: (characters) => {
      if (made + characters > MOST_CHARACTERS) return false;
      made += characters;
      return true;
    },
    condition: (name) => {
      const before = decided.get(name);
      if (before !== undefined) return before;
      // A condition that hangs on itself is reported by the check; here it must only end.
      decided.set(name, "unknown");
      const definition = isObject(template.Conditions) ? template.Conditions[name] : undefined;
      const truth = definition === undefined ? "unknown" : truthOf(evaluateValue(context, definition));
      decided.set(name, truth);
      return truth;
    },
  };
  return context;
}
