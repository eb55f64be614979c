import { expect, test } from "vitest";
import { type Content, START, templateOf } from "../model/content.ts";
import type { Happening } from "../model/happening.ts";
import { watchOver } from "../model/oracle.ts";
import { openSession, STACK } from "../model/session.ts";
import { protectByHand } from "../model/stackHappenings.ts";
import {
  byHand,
  deploy,
  deployWith,
  fails,
  labelled,
  merged,
  mergedAsGroup,
  mergedByQueue,
  open,
  pass,
  previewed,
  pushed,
  queued,
  rerun,
  straight,
  updated,
} from "../model/steps.ts";

/**
 * What happens to teams every week: a name, what is done, what each deploy comes to, and what the stack has then beside
 * what it started with. What is blocked stands in a table of its own, with what helps.
 */
type History = readonly [string, readonly Happening[], readonly string[], Readonly<Record<string, string>>];

const QUEUE = [open({ Queue: "60" }), previewed()];
const TOPIC = [open({ Topic: "news" }), previewed()];
const OWN = (step: Happening, ...more: readonly Happening[]) => [...QUEUE, step, ...more];

const DEPLOYED: readonly History[] = [
  ["squash", OWN(merged("squash"), deploy()), ["deployed"], { Queue: "60/0" }],
  ["merge commit", OWN(merged("merge"), deploy()), ["deployed"], { Queue: "60/0" }],
  ["rebase", OWN(merged("rebase"), deploy()), ["deployed"], { Queue: "60/0" }],
  [
    "rebase of two commits",
    [open({ Queue: "60" }), pushed({ Delay: "5" }), previewed(), merged("rebase"), deploy()],
    ["deployed"],
    { Queue: "60/5" },
  ],
  ["merge queue", OWN(mergedByQueue(), deploy()), ["queue previewed", "deployed"], { Queue: "60/0" }],
  [
    "two in one group of the merge queue",
    [...QUEUE, ...TOPIC, mergedAsGroup(1, 2), deploy()],
    ["queue previewed", "deployed"],
    { Queue: "60/0", Topic: "news" },
  ],
  [
    "two quick merges, the first one's run is replaced by the second one's",
    [...QUEUE, ...TOPIC, merged("squash", 1), merged("squash", 2), deploy()],
    ["deployed"],
    { Queue: "60/0", Topic: "news" },
  ],
  [
    "two quick merges, both runs come to it",
    [...QUEUE, ...TOPIC, merged("squash", 1), merged("squash", 2), deploy({ back: 1 }), deploy()],
    ["deployed", "deployed"],
    { Queue: "60/0", Topic: "news" },
  ],
  [
    "two quick merges, the second was previewed on the first",
    [...QUEUE, merged(), ...TOPIC, merged(), deploy()],
    ["deployed"],
    { Queue: "60/0", Topic: "news" },
  ],
  [
    "one is deployed while another is open",
    [...TOPIC, ...QUEUE, merged("squash", 2), deploy(), merged("squash", 1), deploy()],
    ["deployed", "deployed"],
    { Queue: "60/0", Topic: "news" },
  ],
  [
    "one that brings an IAM role is deployed while another is open",
    [...TOPIC, open({ Iam: "yes" }), previewed(), merged(), deploy(), merged("squash", 1), deploy()],
    ["deployed", "deployed"],
    { Topic: "news", Worker: "role" },
  ],
  [
    "two that bring the same IAM role",
    [
      ...[open({ Iam: "yes" }), previewed(), open({ Iam: "yes", Topic: "news" }), previewed()],
      ...[merged("squash", 1), deploy(), merged("squash", 2), deploy()],
    ],
    ["deployed", "deployed"],
    { Topic: "news", Worker: "role" },
  ],
  [
    "two properties of one resource, one after the other",
    [
      ...QUEUE,
      open({ Delay: "5" }),
      previewed(),
      merged("squash", 1),
      deploy(),
      merged("squash", 2),
      deploy(),
    ],
    ["deployed", "deployed"],
    { Queue: "60/5" },
  ],
  [
    "two properties of one resource, together",
    [...QUEUE, open({ Delay: "5" }), previewed(), merged("squash", 1), merged("squash", 2), deploy()],
    ["deployed"],
    { Queue: "60/5" },
  ],
  [
    "one property, the same value, one after the other",
    [...QUEUE, ...QUEUE, merged("squash", 1), deploy(), merged("squash", 2), deploy()],
    ["deployed", "no-changes"],
    { Queue: "60/0" },
  ],
  [
    "one property, the same value, together",
    [...QUEUE, ...QUEUE, merged("squash", 1), merged("squash", 2), deploy()],
    ["deployed"],
    { Queue: "60/0" },
  ],
  [
    "one property twice, the second previewed after the first was deployed",
    [...QUEUE, merged(), deploy(), open({ Queue: "90" }), previewed(), merged(), deploy()],
    ["deployed", "deployed"],
    { Queue: "90/0" },
  ],
  [
    "one property, two values: the conflict is solved on the branch",
    [
      ...[...QUEUE, open({ Queue: "90" }), previewed(), merged("squash", 1), deploy()],
      ...[merged("squash", 2), updated(2, { Queue: "90" }), previewed(), merged("squash", 2), deploy()],
    ],
    ["deployed", "deployed"],
    { Queue: "90/0" },
  ],
  [
    "reverted before it was deployed",
    [...QUEUE, merged(), open({ Queue: "30" }), previewed(), merged(), deploy()],
    ["no-changes"],
    {},
  ],
  [
    "reverted after it was deployed",
    [...QUEUE, merged(), deploy(), open({ Queue: "30" }), previewed(), merged(), deploy()],
    ["deployed", "deployed"],
    {},
  ],
  [
    "reverted, and brought back by a pull request",
    [
      ...[...QUEUE, merged(), deploy(), open({ Queue: "30" }), previewed(), merged(), deploy()],
      ...[...QUEUE, merged(), deploy()],
    ],
    ["deployed", "deployed", "deployed"],
    { Queue: "60/0" },
  ],
  ["docs only, without a preview", [open({ Docs: "a" }), merged(), deploy()], ["no-changes"], {}],
  [
    "docs only, right after a merge that is not deployed yet",
    [...QUEUE, merged(), open({ Docs: "a" }), merged(), deploy()],
    ["deployed"],
    { Queue: "60/0" },
  ],
  [
    "docs only with a preview, right after a merge that is not deployed yet",
    [...QUEUE, merged(), open({ Docs: "a" }), previewed(), merged(), deploy()],
    ["deployed"],
    { Queue: "60/0" },
  ],
  [
    "docs pushed straight to the branch, right after a merge that is not deployed yet",
    [...QUEUE, merged(), straight({ Docs: "a" }), deploy()],
    ["deployed"],
    { Queue: "60/0" },
  ],
  [
    "docs pushed straight to the branch while a pull request is open",
    [...QUEUE, straight({ Docs: "a" }), deploy(), merged(), deploy()],
    ["no-changes", "deployed"],
    { Queue: "60/0" },
  ],
  [
    "run again after a failure",
    [...TOPIC, merged(), fails("Topic"), deploy(), deploy()],
    ["failed rolled-back", "deployed"],
    { Topic: "news" },
  ],
  [
    "run again after a time-out",
    [...QUEUE, merged(), deploy({ timeoutMs: 6_500 }), pass(60), deploy()],
    ["failed timeout", "no-changes"],
    { Queue: "60/0" },
  ],
  [
    "run again after a time-out, while it still goes on",
    [...QUEUE, merged(), deploy({ timeoutMs: 6_500 }), deploy()],
    ["failed timeout", "deployed"],
    { Queue: "60/0" },
  ],
  [
    "the next merge after a failure, with the repair",
    [
      ...[...TOPIC, merged(), fails("Topic"), deploy()],
      ...[open({ Topic: "alerts" }), previewed(), merged(), deploy()],
    ],
    ["failed rolled-back", "deployed"],
    { Topic: "alerts" },
  ],
  [
    "the next merge after a failure, about something else",
    [...TOPIC, merged(), fails("Topic"), deploy(), ...QUEUE, merged(), deploy()],
    ["failed rolled-back", "deployed"],
    { Queue: "60/0", Topic: "news" },
  ],
  [
    "the next merge after a failure, opened before it",
    [...QUEUE, ...TOPIC, merged(), fails("Topic"), deploy(), merged("squash", 1), deploy()],
    ["failed rolled-back", "deployed"],
    { Queue: "60/0", Topic: "news" },
  ],
  [
    "a hotfix on top of a merge",
    [...TOPIC, merged(), open({ Queue: "90" }), previewed(), merged("merge"), deploy()],
    ["deployed"],
    { Queue: "90/0", Topic: "news" },
  ],
  [
    "a hotfix that was opened before the merge, and goes first",
    [
      ...TOPIC,
      ...QUEUE,
      merged("squash", 2),
      deploy(),
      updated(1),
      previewed({}, 1),
      merged("squash", 1),
      deploy(),
    ],
    ["deployed", "deployed"],
    { Queue: "60/0", Topic: "news" },
  ],
  ["a tag", [open({ Team: "a" }), previewed(), merged(), deploy()], ["deployed"], { team: "a" }],
  [
    "a tag, together with another pull request",
    [...QUEUE, open({ Team: "a" }), previewed(), merged("squash", 1), merged("squash", 2), deploy()],
    ["deployed"],
    { Queue: "60/0", team: "a" },
  ],
  [
    "reverted after its deploy failed",
    [
      ...[...TOPIC, merged(), fails("Topic"), deploy()],
      ...[open({ Topic: "" }), previewed(), merged(), deploy()],
    ],
    ["failed rolled-back", "no-changes"],
    {},
  ],
  [
    "the workflow only, with a preview, on top of a merge that is not deployed yet",
    [...QUEUE, merged(), open({ Protect: "false" }), previewed(), merged(), deploy()],
    ["deployed"],
    { Queue: "60/0" },
  ],
  [
    "an image of the very commit, two quick merges",
    [
      ...[open({ Image: "sha" }), previewed(), merged(), deploy()],
      ...[...TOPIC, ...QUEUE, merged("squash", 2), merged("squash", 3), deploy()],
    ],
    ["deployed", "deployed"],
    { Queue: "60/0", Topic: "news", Sized: "size 1 of <the commit> for 40" },
  ],
  [
    "another way to fail, together with the next merge",
    [...QUEUE, open({ OnFailure: "keep" }), previewed(), merged("squash", 1), merged("squash", 2), deploy()],
    ["deployed"],
    { Queue: "60/0" },
  ],
  [
    "a tag, after a neighbour's new resource, which gets it too",
    [open({ Team: "a" }), previewed(), ...TOPIC, merged(), deploy(), merged("squash", 1), deploy()],
    ["deployed", "deployed"],
    { Topic: "news", team: "a" },
  ],
  [
    "a tag, after a neighbour has removed a resource that had it",
    [
      ...[...TOPIC, merged(), deploy(), open({ Team: "a" }), previewed(), open({ Topic: "" }), previewed()],
      ...[merged(), deploy(), merged("squash", 2), deploy()],
    ],
    ["deployed", "deployed", "deployed"],
    { team: "a" },
  ],
  [
    "a tag and a new resource in one deploy, previewed each by itself",
    [
      ...[open({ Team: "a" }), previewed(), merged(), deploy(), open({ Team: "b" }), previewed()],
      ...[...TOPIC, merged("squash", 2), merged("squash", 3), deploy()],
    ],
    ["deployed", "deployed"],
    { Topic: "news", team: "b" },
  ],
  [
    "a tag while another pull request is open",
    [...TOPIC, open({ Team: "a" }), previewed(), merged(), deploy(), merged("squash", 1), deploy()],
    ["deployed", "deployed"],
    { Topic: "news", team: "a" },
  ],
  [
    "a parameter",
    [open({ Size: "2" }), previewed(), merged(), deploy()],
    ["deployed"],
    { Sized: "size 2 of none for 40" },
  ],
  [
    "an image of the very commit, twice",
    [...[open({ Image: "sha" }), previewed(), merged(), deploy()], ...[...TOPIC, merged("merge"), deploy()]],
    ["deployed", "deployed"],
    { Topic: "news", Sized: "size 1 of <the commit> for 40" },
  ],
  [
    "an image of the very commit, and one is deployed while another is open",
    [
      ...[open({ Image: "sha" }), previewed(), merged(), deploy()],
      ...[...TOPIC, ...QUEUE, merged(), deploy(), merged("squash", 2), deploy()],
    ],
    ["deployed", "deployed", "deployed"],
    { Queue: "60/0", Topic: "news", Sized: "size 1 of <the commit> for 40" },
  ],
  [
    "the loss of a table, with the label",
    [
      ...[open({ Table: "one" }), previewed(), merged(), deploy()],
      ...[open({ Table: "" }), labelled("allow-destructive:Table"), previewed(), merged(), deploy()],
    ],
    ["deployed", "deployed"],
    {},
  ],
  [
    "the loss of a table, the label after the review, the job run again",
    [
      ...[open({ Table: "one" }), previewed(), merged(), deploy()],
      ...[
        open({ Table: "" }),
        previewed(),
        merged(),
        deploy(),
        labelled("allow-destructive:Table"),
        deploy(),
      ],
    ],
    ["deployed", "blocked destructive", "deployed"],
    {},
  ],
  [
    "a branch that is behind, updated",
    [
      ...TOPIC,
      ...QUEUE,
      merged("squash", 2),
      deploy(),
      updated(1),
      previewed({}, 1),
      merged("squash", 1),
      deploy(),
    ],
    ["deployed", "deployed"],
    { Queue: "60/0", Topic: "news" },
  ],
  [
    "a branch that is behind, previewed with GitHub's test merge",
    [
      open({ Topic: "news" }),
      ...QUEUE,
      merged("squash", 2),
      deploy(),
      previewed({}, 1),
      merged("squash", 1),
      deploy(),
    ],
    ["deployed", "deployed"],
    { Queue: "60/0", Topic: "news" },
  ],
  [
    "settings only: a guard",
    [open({ Protect: "true" }), previewed(), merged(), deploy()],
    ["deployed"],
    { protection: "on" },
  ],
  [
    "settings only: a role, which waits for the next change",
    [open({ Role: "one" }), previewed(), merged(), deploy(), ...QUEUE, merged(), deploy()],
    ["no-changes", "deployed"],
    { Queue: "60/0", role: "one" },
  ],
  [
    "a role that waits, and the next pull request was opened before it",
    [...QUEUE, open({ Role: "one" }), previewed(), merged(), deploy(), merged("squash", 1), deploy()],
    ["no-changes", "deployed"],
    { Queue: "60/0", role: "one" },
  ],
  [
    "a nested stack whose template lies in a bucket, and of which CloudFormation lists nothing",
    [open({ Nested: "yes" }), previewed(), merged(), deploy(), ...QUEUE, merged(), deploy()],
    ["deployed", "deployed"],
    { Queue: "60/0", Child: "nested" },
  ],
  ["previewed twice", [...QUEUE, rerun(), merged(), deploy()], ["deployed"], { Queue: "60/0" }],
  [
    "run again when all is done",
    [...QUEUE, merged(), deploy(), deploy()],
    ["deployed", "no-changes"],
    { Queue: "60/0" },
  ],
];

const BLOCKED: readonly History[] = [
  ["merged without a preview", [open({ Queue: "60" }), merged(), deploy()], ["blocked unreviewed"], {}],
  [
    "merged without a preview, then approved by its digest, and the next one goes on",
    [
      ...[
        open({ Queue: "60" }),
        merged(),
        deploy(),
        deployWith({ "approved-digest": "the last blocked one" }),
      ],
      ...[...TOPIC, merged(), deploy()],
    ],
    ["blocked unreviewed", "deployed", "deployed"],
    { Queue: "60/0", Topic: "news" },
  ],
  [
    "merged without a preview, the next pull request shows both",
    [open({ Queue: "60" }), merged(), deploy(), ...TOPIC, merged(), deploy()],
    ["blocked unreviewed", "deployed"],
    { Queue: "60/0", Topic: "news" },
  ],
  [
    "pushed straight to the branch, the next pull request shows both",
    [straight({ Queue: "60" }), deploy(), ...TOPIC, merged(), deploy()],
    ["blocked unreviewed", "deployed"],
    { Queue: "60/0", Topic: "news" },
  ],
  [
    "an open pull request waits for its update after a push that nobody reviewed",
    [
      ...[...TOPIC, straight({ Queue: "60" }), deploy(), merged(), deploy()],
      ...[open({ Delay: "5" }), previewed(), merged(), deploy()],
    ],
    ["blocked unreviewed", "blocked unreviewed", "deployed"],
    { Queue: "60/5", Topic: "news" },
  ],
  [
    "an open pull request is updated after a push that nobody reviewed, and shows both",
    [...TOPIC, straight({ Queue: "60" }), deploy(), updated(), previewed(), merged(), deploy()],
    ["blocked unreviewed", "deployed"],
    { Queue: "60/0", Topic: "news" },
  ],
  [
    "an open pull request goes on after a push that was approved by its digest",
    [
      ...[...TOPIC, straight({ Queue: "60" }), deploy()],
      ...[deployWith({ "approved-digest": "the last blocked one" }), merged(), deploy()],
    ],
    ["blocked unreviewed", "deployed", "deployed"],
    { Queue: "60/0", Topic: "news" },
  ],
  [
    "the workflow only, without a preview, on top of a merge that is not deployed yet",
    [...QUEUE, merged(), open({ Protect: "false" }), merged(), deploy()],
    ["blocked unreviewed"],
    {},
  ],
  [
    "an image of the very commit, and docs only: another image, that nobody reviewed",
    [
      ...[open({ Image: "sha" }), previewed(), merged(), deploy()],
      ...[open({ Docs: "a" }), merged(), deploy()],
    ],
    ["deployed", "blocked unreviewed"],
    { Sized: "size 1 of <an earlier commit> for 40" },
  ],
  [
    "another way to fail is deployed while another pull request is open: that one would fail otherwise than reviewed",
    [...QUEUE, open({ OnFailure: "keep" }), previewed(), merged(), deploy(), merged("squash", 1), deploy()],
    ["no-changes", "blocked stale-review"],
    {},
  ],
  [
    "the stack was changed by hand meanwhile, and the next pull request shows how it is put back",
    [
      ...[...QUEUE, merged(), deploy(), open({ Queue: "90" }), previewed()],
      ...[byHand({ Queue: "45" }), merged(), deploy(), open({ Delay: "5" }), previewed(), merged(), deploy()],
    ],
    ["deployed", "blocked stale-review", "deployed"],
    { Queue: "90/5" },
  ],
  [
    "the loss of a table that nobody allowed",
    [
      ...[open({ Table: "one" }), previewed(), merged(), deploy()],
      ...[open({ Table: "" }), previewed(), merged(), deploy()],
    ],
    ["deployed", "blocked destructive"],
    { Table: "one" },
  ],
  [
    "merged while its preview still runs",
    [open({ Queue: "60" }), queued(), merged(), rerun(), deploy()],
    ["blocked unreviewed"],
    {},
  ],
  [
    "the stack was changed by hand meanwhile, and is put back",
    [...QUEUE, byHand({ Queue: "90" }), merged(), deploy(), byHand({}), deploy()],
    ["blocked stale-review", "deployed"],
    { Queue: "60/0" },
  ],
  [
    "a guard was deployed alone and taken away by hand: its review is used up",
    [open({ Protect: "true" }), previewed(), merged(), deploy(), protectByHand("false"), deploy()],
    ["deployed", "blocked unreviewed"],
    {},
  ],
];

/** There is no stack yet. */
const FIRST: readonly History[] = [
  ["the first deploy of all", OWN(merged(), deploy()), ["deployed"], { Queue: "60/0" }],
  [
    "the first deploy of all, two quick merges",
    [...QUEUE, ...TOPIC, merged("squash", 1), updated(2), previewed({}, 2), merged("squash", 2), deploy()],
    ["deployed"],
    { Queue: "60/0", Topic: "news" },
  ],
  [
    "a creation that failed, run again",
    OWN(merged(), fails("Queue"), deploy(), deploy()),
    ["failed rolled-back", "deployed"],
    { Queue: "60/0" },
  ],
  [
    "a creation that failed, then repaired",
    OWN(merged(), fails("Queue"), deploy(), open({ Queue: "90" }), previewed(), merged(), deploy()),
    ["failed rolled-back", "deployed"],
    { Queue: "90/0" },
  ],
];

const before = { Queue: "30/0", Sized: "size 1 of none for 40" };

test.for(FIRST)("no stack: %s", ([, happenings, outcomes, stack]) =>
  played(happenings, outcomes, stack, undefined),
);
test.for(DEPLOYED)("%s", ([, happenings, outcomes, stack]) => played(happenings, outcomes, stack, START));
test.for(BLOCKED)("blocked: %s", ([, happenings, outcomes, stack]) =>
  played(happenings, outcomes, stack, START),
);

async function played(
  happenings: readonly Happening[],
  outcomes: readonly string[],
  has: Readonly<Record<string, string>>,
  there: Content | undefined,
): Promise<void> {
  const session = openSession();
  const watch = watchOver(session, new Map());
  if (there !== undefined) {
    session.aws.cloudFormation.putStack({ stackName: STACK, template: templateOf(there) });
    await deploy().run(watch);
  }
  const start = watch.outcomes.length;
  for (const { run } of happenings) await run(watch);
  expect(watch.outcomes.slice(start)).toEqual(outcomes);
  expect(watch.violations).toEqual([]);
  session.clock.advance(60_000);
  expect(resources()).toEqual({ ...before, ...has });

  function resources() {
    const stack = session.aws.cloudFormation.stack(STACK);
    const texts = [...(stack?.resources.values() ?? [])].map(({ logicalId, properties: p }) => [
      logicalId,
      { Queue: `${p.VisibilityTimeout}/${p.DelaySeconds}`, Worker: "role", Child: "nested" }[logicalId] ??
        inWords(String(p.DisplayName ?? p.VisibilityTimeout ?? p.TableName)),
    ]);
    const tags = stack?.definition?.tags.map(({ key, value }) => [key, value]) ?? [];
    return {
      ...Object.fromEntries([...texts, ...tags]),
      ...(stack?.roleArn === undefined ? {} : { role: stack.roleArn.split("/").at(-1) }),
      ...(stack?.terminationProtection ? { protection: "on" } : {}),
    };
  }

  function inWords(text: string): string {
    return text.replace(session.gitHub.main, "<the commit>").replace(/[0-9a-f]{40}/, "<an earlier commit>");
  }
}
