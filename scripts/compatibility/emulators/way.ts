import { TEMPLATE_PATH } from "../../../test/e2e/stack.ts";
import { openStage } from "../../../test/sandbox/stage.ts";
import { WORKS } from "../table.ts";
import type { Place } from "./place.ts";
import { type DataHolder, template, type Wanted } from "./stack.ts";
import { STEPS } from "./steps.ts";

/** What one step of the way came to: `works`, or what was found instead. */
export interface Walked {
  readonly step: string;
  readonly says: string;
}

/** What a step says that needs one which does not work. */
export const NOT_REACHED = "not reached";

/**
 * The end-to-end way against the emulator at `url`, with the bundle, and the local GitHub. `tell` gets each line of the
 * action's log, and what each step came to.
 */
export async function walk(
  { url, holder }: { readonly url: string; readonly holder: DataHolder },
  tell: (line: string) => void,
): Promise<readonly Walked[]> {
  const stackOf = (wanted: Wanted) => template(wanted, holder);
  await using stage = await openStage({
    repository: { files: { [TEMPLATE_PATH]: stackOf({ timeout: 30 }) } },
    inputs: { template: TEMPLATE_PATH, "stack-name": "app" },
  });
  const place: Place = {
    stage,
    url,
    template: stackOf,
    run: (event, inputs = {}) =>
      stage.run(event, { aws: { url }, inputs, onLine: ({ text }) => tell(`  │ ${text}`) }),
  };
  const walked: Walked[] = [];
  for (const { name, go, after = [] } of STEPS) {
    const isReached = after.every((step) => walked.some((one) => one.step === step && one.says === WORKS));
    const says = isReached ? await goOn(go, place) : NOT_REACHED;
    tell(`${name}: ${says}`);
    walked.push({ step: name, says });
  }
  if (stage.aws.requests().length > 0) throw new Error("The sandbox's own AWS was asked.");
  return walked;
}

async function goOn(go: (place: Place) => Promise<void>, place: Place): Promise<string> {
  try {
    await go(place);
    return WORKS;
  } catch (error) {
    return (error as Error).message;
  }
}
