import fc from "fast-check";
import { type Content, templateOf } from "./content.ts";
import { contentOf } from "./gitHub.ts";
import { at, changes, choice, type Happening, happening, openPulls, pick } from "./happening.ts";
import { count, type Watch } from "./oracle.ts";
import { STACK } from "./truth.ts";

/** Somebody updates the stack in the console, where that is possible. */
export function updateByHand({ session }: Watch, content: Content, kept?: string): void {
  const { aws } = session;
  const stack = aws.cloudFormation.stack(STACK);
  if (stack === undefined || !/^(CREATE|UPDATE)(_ROLLBACK)?_COMPLETE$/.test(stack.status)) return;
  try {
    aws.cloudFormation.updateStackByHand({
      stackName: STACK,
      template: templateOf(content),
      parameters: kept === undefined ? {} : { Kept: kept },
    });
  } catch (error) {
    if (!/No updates are to be performed/.test(String(error))) throw error;
  }
}

/** What somebody does to the stack beside the action. */
export const byHand: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(changes, fc.constantFrom(undefined, "30", "60")).map(([change, kept]) =>
      at(`stack by hand ${JSON.stringify(change)} ${kept ?? ""}`, (watch) => {
        const { gitHub } = watch.session;
        updateByHand(watch, { ...contentOf(gitHub, gitHub.main), ...change }, kept);
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.nat(4).map((n) =>
      at(`stack put back by hand to the commit ${n} before`, (watch) => {
        const { gitHub } = watch.session;
        const commits = [...gitHub.commits.values()];
        updateByHand(watch, commits.at(-1 - n)?.content ?? {});
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("true", "false").map(protectByHand),
  },
  {
    weight: 1,
    arbitrary: choice.map((n) =>
      at(`delete change set ${n}`, ({ session: { aws } }) => {
        if (aws.cloudFormation.stack(STACK) === undefined) return;
        const { Summaries } = aws.cloudFormation.handle("ListChangeSets", { StackName: STACK });
        const set = pick((Summaries ?? []) as readonly { ChangeSetId: string; ExecutionStatus: string }[], n);
        if (set && set.ExecutionStatus === "AVAILABLE")
          aws.cloudFormation.handle("DeleteChangeSet", { ChangeSetName: set.ChangeSetId });
      }),
    ),
  },
);

export const trouble: fc.Arbitrary<Happening> = fc.oneof(
  fc.nat(12).map((nth) =>
    at(`throttle call ${nth + 1}`, ({ session }) => {
      session.aws.faults.add({ scenario: "throttle", nth: nth + 1 });
    }),
  ),
  fc.constantFrom("Queue", "Topic", "Table", "Sized").map((resource) =>
    at(`${resource} fails once`, ({ session }) => {
      session.aws.faults.add({ scenario: "resource-fails", resource, times: 1 });
    }),
  ),
  fc.constant(
    at("stale describe", ({ session }) => {
      session.aws.faults.add({ scenario: "stale-describe", times: 1 });
    }),
  ),
);

export const closings: fc.Arbitrary<Happening> = choice.map((n) =>
  happening(`close ${n}`, async (watch) => {
    const pull = pick(openPulls(watch), n);
    if (pull === undefined) return;
    pull.open = false;
    const before = changeSets(watch);
    const stack = watch.session.aws.cloudFormation.stack(STACK);
    const { result } = await watch.session.cleanup(pull);
    count(watch, `cleanup ${result?.result ?? "lost"}`);
    const gone = before.filter((name) => !changeSets(watch).includes(name));
    const isOurs = (name: string) => name.startsWith(`pr-${pull.number}-`);
    const after = watch.session.aws.cloudFormation.stack(STACK);
    if (after !== undefined && !gone.every(isOurs))
      watch.violations.push(`cleanup of #${pull.number} deleted ${gone}`);
    if (after === undefined && stack !== undefined && (stack.resources.size > 0 || !before.every(isOurs)))
      watch.violations.push(`cleanup of #${pull.number} deleted a stack that is needed`);
  }),
);

function changeSets({ session }: Watch): readonly string[] {
  if (session.aws.cloudFormation.stack(STACK) === undefined) return [];
  const { Summaries } = session.aws.cloudFormation.handle("ListChangeSets", { StackName: STACK });
  return ((Summaries ?? []) as readonly { ChangeSetName: string }[]).map((set) => set.ChangeSetName);
}

export function protectByHand(on: "true" | "false"): Happening {
  return at(`protection by hand ${on}`, ({ session: { aws } }) => {
    if (aws.cloudFormation.stack(STACK)?.definition === undefined) return;
    aws.cloudFormation.handle("UpdateTerminationProtection", {
      StackName: STACK,
      EnableTerminationProtection: on,
    });
  });
}
