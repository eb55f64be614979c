// biome-ignore-all lint/suspicious/noTemplateCurlyInString: GitHub's own notation
import { describe, expect, test } from "vitest";
import { holds, interpolate, isSet, type Scope, type Status } from "./expressions.ts";

const scope = (status: Status = "success"): Scope => ({
  contexts: {
    github: { fields: { event_name: "push", event: { pull_request: null, number: 7 }, actor: "alice" } },
    vars: { fields: { ROLE: "deployer" } },
    inputs: { fields: { digest: "", really: true } },
    secrets: { fields: {}, lenient: true },
  },
  status,
});

describe("text with expressions", () => {
  test.for([
    ["plain", "plain"],
    [3600, "3600"],
    [null, ""],
    ["a-${{ github.event.number }}-b", "a-7-b"],
    ["${{ github.event_name == 'push' && 'deploy' || github.event.number }}", "deploy"],
    ["${{ github.event_name == 'PUSH' }}", "true"],
    ["${{ github.event.pull_request.head.repo.full_name }}", ""],
    ["${{ inputs.digest != '' && 'deploy' || 'auto' }}", "auto"],
    ["${{ startsWith(github.event_name, 'pull_request') && 'a' || vars.role }}", "deployer"],
    ["${{ format('{0}!', contains(fromJSON('[\"push\"]'), github.event_name)) }}", "true!"],
    ["${{ secrets.NOT_FOR_FORKS }}", ""],
  ] as const)("%s → %s", ([text, value]) => {
    expect(interpolate(text, scope())).toBe(value);
  });

  test.for([
    ["${{ github.evnt_name }}", "github.evnt_name is not there"],
    ["${{ vars.ROLL }}", "vars.ROLL is not there"],
    ["${{ nothing.here }}", "Unrecognized named-value"],
    ["${{ hashFiles('a') }}", "Unrecognized function"],
    ["${{ 1 + 1 }}", ""],
  ] as const)("%s is an error", ([text, message]) => {
    expect(() => interpolate(text, scope())).toThrow(message);
  });
});

describe("conditions", () => {
  test.for([
    [undefined, ["success"]],
    ["", ["success"]],
    [true, ["success"]],
    [false, []],
    ["github.actor == 'alice'", ["success"]],
    ["${{ github.actor == 'alice' }}", ["success"]],
    ["${{ !github.event.pull_request.merged }}", ["success"]],
    ["always()", ["success", "failure", "cancelled", "skipped"]],
    ["failure() && github.actor == 'alice'", ["failure"]],
    ["${{ !cancelled() && !failure() }}", ["success", "skipped"]],
    ["cancelled()", ["cancelled"]],
    ["'text'", ["success"]],
    ["''", []],
    ["0", []],
  ] as const)("%s holds after %j", ([condition, after]) => {
    const all = ["success", "failure", "cancelled", "skipped"] as const;
    expect(all.filter((status) => holds(condition, scope(status)))).toEqual(after);
  });

  test("text around an expression is always true on GitHub, and an error here", () => {
    expect(() => holds("${{ false }} && true", scope())).toThrow("always true");
  });

  test("a boolean elsewhere", () => {
    expect(
      [true, "true", "${{ inputs.really }}", false, undefined].map((value) => isSet(value, scope())),
    ).toEqual([true, true, true, false, false]);
  });
});
