import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");

/** What users of such actions ask for, most wanted first, as far as the engine answers it: the test that shows it. */
const wishes: readonly (readonly [number: number, wish: string, file: string, test: string])[] = [
  [1, "the real failure reason", "e2e/engine/peers", 'it names "Resource update cancelled" as the cause'],
  [1, "… deep inside", "e2e/engine/changeSets", "the cause is found in the innermost stack"],
  [1, "… of a hook", "e2e/engine/changeSets", "what the hook says is the cause"],
  [2, "no hangs", "e2e/engine/faults", "no hang, no wrong verdict"],
  [2, "no silent time-outs", "e2e/engine/peers", "a time-out is a warning, and passes"],
  [
    3,
    "omitted parameters do not reset",
    "aws/changeSets",
    "a parameter without a value keeps its previous one",
  ],
  [5, "execute only what was reviewed", "e2e/engine/states", "is waited for, by a preview and by a deploy"],
  [6, "throttling survived", "e2e/engine/interruptions", "of throttling"],
  [
    7,
    "never green when nothing was applied",
    "e2e/engine/peers",
    "it is green while the update is rolled back",
  ],
  [8, "REVIEW_IN_PROGRESS", "e2e/engine/peers", "it fails on a stack in REVIEW_IN_PROGRESS"],
  [9, "ROLLBACK_COMPLETE", "e2e/engine/peers", "even a preview deletes a stack in ROLLBACK_COMPLETE"],
  [11, "the whole event stream, to the end", "e2e/engine/faults", "every event once"],
  [11, "… of nested stacks", "e2e/engine/changeSets", "every change is described, every event followed"],
  [12, 'what "no changes" means', "e2e/operation", "no changes: nothing is executed, reviewed or not"],
  [12, "… and what it does not", "e2e/engine/peers", "a change set of outputs only reads as no changes"],
  [13, "no dropped changes", "e2e/engine/changeSets", "changes that the description with values drops"],
  [
    15,
    "tags not silently ignored",
    "aws/changeSets",
    "no tags keep the stack's, an empty set takes them away",
  ],
  [16, "outputs, also of a run that is run again", "e2e/engine/kill", "ends as if nothing had happened"],
  [17, "termination protection", "e2e/engine/peers", "it never sends termination-protection"],
  [19, "help in UPDATE_ROLLBACK_FAILED", "e2e/engine/states", "the exact commands, from preview and deploy"],
  [
    20,
    "import of existing resources",
    "e2e/engine/peers",
    "a change set of an import only reads as no changes",
  ],
  [21, "least privilege", "e2e/engine/changeSets", "a permission that is missing"],
  [22, "failed change sets cleaned up", "e2e/engine/changeSets", "our own failed ones make room"],
  [27, "drift put back", "e2e/engine/changeSets", "revert-drift puts back what somebody changed by hand"],
];

test.each(wishes)("%i %s: test/%s.test.ts shows it", (_number, _wish, file, title) => {
  const text = readFileSync(join(root, "test", `${file}.test.ts`), "utf8");
  expect(text).toContain(title);
});
