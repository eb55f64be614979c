import type { Reporter, TestCase, TestModule, TestSuite, Vitest } from "vitest/node";

/**
 * Says at the end of a run which tests were skipped and why: a green run that left something out must not look like one
 * that did not. Silent when tests were chosen by name.
 */
export function tellSkipped(print: (text: string) => void = console.log) {
  let chosen = false;
  return {
    onInit: (vitest: Vitest) => {
      chosen = vitest.config.testNamePattern !== undefined;
    },
    onTestRunEnd: (modules: readonly TestModule[]) => {
      const skipped = chosen ? [] : modules.flatMap((module) => [...module.children.allTests("skipped")]);
      if (skipped.length > 0) print(`\n${told(skipped).join("\n")}\n`);
    },
  } satisfies Reporter;
}

function told(skipped: readonly TestCase[]): readonly string[] {
  const byReason = Object.entries(Object.groupBy(skipped, reason));
  return [
    `Skipped: ${skipped.length} of the tests`,
    ...byReason.flatMap(([why, tests = []]) => [`  ${tests.length} × ${why}`, ...filesOf(tests)]),
  ];
}

function filesOf(tests: readonly TestCase[]): readonly string[] {
  return [...new Set(tests.map(({ module }) => `    ${module.relativeModuleId}`))];
}

/** What the test said when it skipped itself, or the title of a group that is skipped as a whole. */
function reason(test: TestCase): string {
  const result = test.result();
  const note = result.state === "skipped" ? result.note : undefined;
  return note ?? groupsReason(test.parent) ?? "no reason given";
}

function groupsReason(group: TestSuite | TestModule): string | undefined {
  if (group.type === "module") return undefined;
  return /\(skipped: (.*)\)$/.exec(group.name)?.[1] ?? groupsReason(group.parent);
}
