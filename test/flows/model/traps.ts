import type { Happening } from "./happening.ts";
import {
  approved,
  blind,
  byHand,
  deploy,
  deployWith,
  fails,
  forcedBack,
  headFirst,
  labelled,
  merged,
  mergedAs,
  mergedDuring,
  nestedBecomes,
  open,
  pass,
  previewed,
  previewedByOther,
  pushed,
  queued,
  rerun,
  straight,
  twin,
} from "./steps.ts";
import type { Story } from "./stories.ts";

const APPROVED = { "required-approvals": "1" };
const LOSING = { "on-destructive": "warn" };
const UNASKED = { "require-review": "false" };
const TIMES = Array.from({ length: 70 }, (_, index) => index + 1);

/** Pull request 1 is merged, and taken back by 2, before anything is deployed. */
const takenBack = [
  ...[open({ Queue: "60" }), previewed(), merged()],
  ...[open({ Queue: "30" }), previewed(), merged()],
];

/** A resource that takes a value from elsewhere is deployed; then 2 takes it out, and 3 changes that value. */
const takenOut = [
  ...[open({ Spare: "mapped" }), previewed(), merged(), deploy()],
  ...[open({ Spare: "" }), open({ Time: "50" }), previewed()],
];

/** Stories in which one check alone stands between a commit and a deploy that nobody reviewed. */
const GUARDED: Readonly<Record<string, readonly Happening[]>> = {
  "a parameter that no resource uses, by a pull request without a preview": [
    ...[open({ Queue: "60" }), previewed(), open({ Note: "x" })],
    ...[merged("squash", 1), merged(), deploy()],
  ],
  "another commit of the pull request was approved": [
    ...[open({ Queue: "60" }), pushed({ Delay: "5" }), previewed(), approved("before")],
    ...[merged(), deployWith(APPROVED)],
  ],
  "approved before there was anything to see": [
    ...[open({ Queue: "60" }), approved(), previewed(), merged(), deployWith(APPROVED)],
  ],
  "approved by the author": [
    ...[open({ Queue: "60" }), previewed(), approved("head", "alice"), merged(), deployWith(APPROVED)],
  ],
  "two deployed together, one of them approved": [
    ...[open({ Queue: "60" }), previewed(), open({ Topic: "news" }), previewed(), approved()],
    ...[merged("squash", 1), merged("squash", 2), deployWith(APPROVED)],
  ],
  "one takes out, without a preview, what another changes": [
    ...[...takenOut, merged("squash", 2), merged("squash", 3), deploy()],
  ],
  "one takes out what another changes, and is deployed first": [
    ...[
      ...takenOut,
      previewed({}, 2),
      merged("squash", 2),
      deployWith(LOSING),
      merged("squash", 3),
      deploy(),
    ],
  ],
  "one takes out what another changes, and both are deployed together": [
    ...[...takenOut, previewed({}, 2), merged("squash", 2), merged("squash", 3), deployWith(LOSING)],
  ],
  "previewed by an app that is not ours": [open({ Queue: "60" }), previewedByOther(), merged(), deploy()],
  "the old job of what a newer deploy took back": [...takenBack, deploy(), deploy({ back: 1 })],
  "the old job of what a newer deploy took back that changed only what waits": [
    ...[open({ Queue: "60" }), previewed(), merged()],
    ...[open({ Queue: "30", Role: "one" }), previewed(), merged(), deploy(), deploy({ back: 1 })],
  ],
  "the old job after a newer deploy that ran out of time, and was rolled back": [
    ...[open({ Queue: "60" }), previewed(), merged()],
    ...[open({ Queue: "30", Topic: "news" }), previewed(), merged(), fails("Topic")],
    ...[deploy({ timeoutMs: 6_500 }), pass(60), deploy({ back: 1 })],
  ],
  "a commit that the branch has lost": [
    ...[open({ Queue: "60" }), previewed(), merged(), forcedBack(), deploy({ lost: true })],
  ],
  "an older preview of the same head fits, the newest does not": [
    ...[open({ Queue: "60" }), previewed(), byHand({ Queue: "90" }), previewed(), byHand({})],
    ...[merged(), deploy()],
  ],
  "another value of a parameter that nobody names, in a new resource": [
    ...[open({ Spare: "kept" }), previewed(), byHand({ Queue: "90" }, "60"), byHand({}, "60")],
    ...[merged(), deploy()],
  ],
  "another entry of a mapping, which a new resource takes": [
    ...[open({ Spare: "mapped" }), previewed(), open({ Time: "50" }), previewed()],
    ...[merged("squash", 2), deploy(), merged("squash", 1), deploy()],
  ],
  "another entry of a mapping in the same deploy": [
    ...[open({ Spare: "mapped" }), previewed(), open({ Time: "50" }), previewed()],
    ...[merged("squash", 2), merged("squash", 1), deploy()],
  ],
  "another condition, on which a new resource hangs": [
    ...[open({ Spare: "either" }), previewed(), open({ Long: "60", Queue: "60" }), previewed()],
    ...[merged("squash", 2), deploy(), merged("squash", 1), deploy()],
  ],
  "a neighbour edits what is off, and it is switched on": [
    ...[open({ On: "yes" }), previewed(), open({ Off: "50" }), previewed()],
    ...[merged("squash", 2), deploy(), merged("squash", 1), deploy()],
  ],
  "a neighbour edits what is off, and it is switched on in the same deploy": [
    ...[open({ On: "yes" }), previewed(), open({ Off: "50" }), previewed()],
    ...[merged("squash", 2), merged("squash", 1), deploy()],
  ],
  "two pull requests, one resource, one of them without a preview": [
    ...[open({ Queue: "60" }), previewed(), open({ Delay: "5" }), merged("squash", 1), merged(), deploy()],
  ],
  "two pull requests that are one only together": [
    ...[open({ Queue: "60" }), previewed(), open({ Queue: "60", Delay: "5" }), previewed()],
    ...[merged("squash", 1), straight({ Queue: "90" }), merged(), deploy()],
  ],
  "a table that a merge would remove, reviewed, and nobody allowed it": [
    ...[byHand({ Table: "one" }), open({ Queue: "60" }), previewed(), merged(), deploy()],
  ],
  "a label in sight of a pull request that has nothing to do with the table": [
    ...[straight({ Table: "one" }), deployWith(UNASKED)],
    ...[open({ Topic: "news" }), labelled(), previewed(), merged()],
    ...[open({ Table: "" }), previewed(), merged(), deploy()],
  ],
  "a label on a pull request into another branch": [
    ...[straight({ Table: "one" }), deployWith(UNASKED)],
    ...[open({ Table: "" }, "release"), labelled("allow-destructive:Table"), merged()],
    ...[open({ Table: "" }), previewed(), merged(), deploy()],
  ],
  "other changes by then than the approved digest names": [
    ...[open({ Queue: "60" }), merged(), deploy(), byHand({ Topic: "news" })],
    ...[deployWith({ "approved-digest": "last" })],
  ],
  "a preview that was run after the merge": [open({ Queue: "60" }), queued(), merged(), rerun(), deploy()],
  "a deploy that was blocked, a preview run again, the deploy run again": [
    ...[open({ Queue: "60" }), queued(), previewed(), pushed({ Topic: "news" }), queued(), merged()],
    ...[deploy(), rerun(undefined, 2), deploy()],
  ],
  "half of what was reviewed": [
    ...[open({ Queue: "60", Topic: "news" }), previewed(), mergedAs({ Topic: "" }), deploy()],
  ],
  "half of what was reviewed, the other half by a push": [
    ...[open({ Queue: "60", Topic: "news" }), previewed(), mergedAs({ Topic: "" })],
    ...[straight({ Topic: "news" }), deploy()],
  ],
  "a push brings back what a reviewed revert took out": [...takenBack, straight({ Queue: "60" }), deploy()],
  "a push brings it back behind the next merge": [
    ...[...takenBack, open({ Topic: "news" }), previewed(), straight({ Queue: "60" }), merged(), deploy()],
  ],
  "a push brings it back with the commits that it was reviewed in": [
    ...[open({ Queue: "60" }), previewed(), merged("merge"), deploy()],
    ...[open({ Queue: "30" }), previewed(), merged("merge"), deploy(), headFirst(1), deploy()],
  ],
  "code that was pushed past all pull requests, on a merge of a value that names the commit": [
    ...[open({ Image: "sha" }), previewed(), merged(), straight({ Docs: "a" }), deploy()],
  ],
  "code that was pushed past all pull requests, between a preview and its merge": [
    ...[open({ Image: "sha" }), previewed(), straight({ Docs: "a" }), merged(), deploy()],
  ],
  "code of two pull requests, one of them approved": [
    ...[open({ Image: "sha" }), previewed(), open({ Docs: "a", Image: "sha" }), previewed(), approved()],
    ...[merged("squash", 1), merged("squash", 2), deployWith(APPROVED)],
  ],
  "approved while something else was shown": [
    ...[open({ Queue: "60" }), previewed(), pass(2), byHand({ Queue: "90" }), previewed(), pass(2)],
    ...[approved(), pass(2), byHand({}), previewed(), merged(), deployWith(APPROVED)],
  ],
  "what was taken back by hand after its deploy": [
    ...[open({ Queue: "60" }), previewed(), merged(), deploy(), byHand({}), deploy()],
  ],
  "one head in two pull requests, the other one previewed": [
    ...[open({ Queue: "60" }), twin(), previewed(), merged("squash", 1), deploy()],
  ],
  "a preview of a branch that is behind shows the neighbour being taken back": [
    ...[open({ Topic: "news" }), open({ Queue: "60" }), previewed(), merged(), deploy()],
    ...[previewed({ checkout: "head" }, 1), mergedAs({ Queue: "30" }, 1), deploy()],
  ],
  "an old preview job shows the neighbour being taken back": [
    ...[open({ Topic: "news" }), queued(), open({ Queue: "60" }), previewed(), merged(), deploy()],
    ...[rerun(1), mergedAs({ Queue: "30" }, 1), deploy()],
  ],
  "another nested template under the same name, of which CloudFormation lists nothing": [
    ...[open({ Nested: "yes" }), previewed(), merged(), nestedBecomes("two"), deploy()],
  ],
  "another nested template under the same name, in a stack that is there": [
    ...[open({ Nested: "yes" }), previewed(), merged(), deploy()],
    ...[open({ Queue: "60" }), previewed(), merged(), nestedBecomes("two"), deploy()],
  ],
  "another tag of the stack than was reviewed, which a neighbour's new resource gets too": [
    ...[open({ Team: "a" }), previewed(), open({ Topic: "news" }), previewed(), merged(), deploy()],
    ...[merged("squash", 1), deployWith({ tags: "team=z" })],
  ],
  "a tag that a neighbour's reviewed resource gets, and nobody reviewed": [
    ...[open({ Topic: "news" }), previewed(), open({ Team: "a" }), merged(), merged("squash", 1), deploy()],
  ],
  "CloudFormation lists nothing, and other values are merged": [
    ...[blind(), open({ Queue: "60" }), previewed(), mergedAs({ Queue: "90" }), deploy()],
  ],
  "CloudFormation lists nothing, and a tag is set in the deploy only": [
    ...[blind(), open({ Queue: "60" }), previewed(), merged(), deployWith({ tags: "team=z" })],
  ],
};

const CHANGE = [open({ Queue: "60" }), previewed(), merged()];

/** A setting that no reviewer saw, on a run of a reviewed commit, and on one that has nothing else to do. */
const SETTINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "termination protection": { "termination-protection": "true" },
  "a notification topic": { "notification-arns": "arn:aws:sns:us-east-1:123456789012:other" },
  "a rollback alarm": { "rollback-alarms": "arn:aws:cloudwatch:us-east-1:123456789012:alarm:other" },
  "a monitoring time": { "monitoring-minutes": "7" },
  "a role": { "role-arn": "arn:aws:iam::123456789012:role/other" },
  "a tag": { tags: "team=z" },
  "another way to fail": { "on-failure": "keep" },
};

const UNSEEN = Object.fromEntries(
  Object.entries(SETTINGS).flatMap(([what, inputs]) => [
    [`${what} that is set in the deploy only`, [...CHANGE, deployWith(inputs)]],
    [`${what} that is set when everything is deployed`, [...CHANGE, deploy(), deployWith(inputs)]],
  ]),
);

/** What was a trap once is tried at every moment. */
const AT_ANY_TIME: Readonly<Record<string, readonly Happening[]>> = Object.fromEntries(
  TIMES.flatMap((time): readonly (readonly [string, readonly Happening[]])[] => [
    [
      `a newer deploy comes before call ${time} of an old job`,
      [...takenBack, deploy({ back: 1, meanwhile: { at: time, what: deploy() } })],
    ],
    ...(time > 30
      ? []
      : [
          [
            `merged before call ${time} of its preview`,
            [open({ Queue: "60" }), mergedDuring(time), deploy()],
          ] as const,
        ]),
  ]),
);

/** A stack that was never there, or whose creation failed. */
const NEW: Readonly<Record<string, readonly Happening[]>> = {
  "a failed creation, and nothing that was reviewed": [fails("Queue"), deployWith(UNASKED), deploy()],
  "a capability that nobody saw": [...[...CHANGE, deployWith({ capabilities: "CAPABILITY_NAMED_IAM" })]],
};

export interface Trap extends Story {
  readonly title: string;
}

export const TRAPS: readonly Trap[] = [
  ...Object.entries({ ...GUARDED, ...UNSEEN, ...AT_ANY_TIME }).map(([title, happenings]) => ({
    ...{ title, isThere: true },
    happenings: [deploy(), ...happenings],
  })),
  ...Object.entries(NEW).map(([title, happenings]) => ({ title, isThere: false, happenings })),
];
