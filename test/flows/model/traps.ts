import { type DeployStep, deployOf, type Happening, happening, onNewest, preview } from "./commands.ts";
import { type Content, templateOf } from "./content.ts";
import { mainline, mergePull, OTHER_APP, openPull, pushToPull } from "./gitHub.ts";
import { STACK } from "./session.ts";

export interface Story {
  readonly isThere: boolean;
  readonly happenings: readonly Happening[];
}

const ONE_APPROVAL = { inputs: { "required-approvals": "1" } };

/** Stories in which one check alone stands between a merge and a deploy that nobody reviewed. */
export const TRAPS: readonly Story[] = [
  // A parameter that no resource uses, brought by a pull request without a preview.
  [open({ Queue: "60" }), previewed(), open({ Note: "x" }), mergedAt(0), merged(), deploy()],
  // Approved, but another commit of the pull request.
  [
    open({ Queue: "60" }),
    pushed({ Delay: "5" }),
    previewed(),
    approved("before"),
    merged(),
    deploy(ONE_APPROVAL),
  ],
  // Approved before there was anything to see.
  [open({ Queue: "60" }), approved(), previewed(), merged(), deploy(ONE_APPROVAL)],
  // Previewed by an app that is not ours.
  [open({ Queue: "60" }), previewed(OTHER_APP), merged(), deploy()],
  // The old job of a change that a newer deploy took back.
  [
    open({ Queue: "60" }),
    previewed(),
    merged(),
    open({ Queue: "30" }),
    previewed(),
    merged(),
    deploy(),
    deploy({ back: 1 }),
  ],
  // A commit that the branch has lost.
  [open({ Queue: "60" }), previewed(), merged(), forcedBack(), deploy({ lost: true })],
  // An older preview of the same head fits, the newest does not.
  [open({ Queue: "60" }), previewed(), byHand({ Queue: "90" }), previewed(), byHand({}), merged(), deploy()],
  // A new resource would take another value of a parameter that nobody names.
  [open({ Spare: "kept" }), previewed(), byHand({ Queue: "90" }, "60"), byHand({}, "60"), merged(), deploy()],
  // Two pull requests, one resource.
  [open({ Queue: "60" }), previewed(), open({ Delay: "5" }), previewed(), mergedAt(0), merged(), deploy()],
  // A table that a merge would remove, reviewed, and nobody allowed it.
  [byHand({ Table: "one" }), open({ Queue: "60" }), previewed(), merged(), deploy()],
  // A label that was set in sight of a pull request which has nothing to do with the table.
  [
    ...[open({ Queue: "60" }), labelled(), previewed(), byHand({ Table: "one" }), merged()],
    ...[open({ Topic: "news" }), previewed(), merged(), deploy()],
  ],
  // The author's own approval.
  [open({ Queue: "60" }), previewed(), approved("head", "alice"), merged(), deploy(ONE_APPROVAL)],
  // A digest that was approved, and other changes by then.
  [
    open({ Queue: "60" }),
    merged(),
    deploy(),
    byHand({ Topic: "news" }),
    deploy({ inputs: { "approved-digest": "last" } }),
  ],
  // A newer deploy comes between any two steps of an old job.
  ...Array.from({ length: 30 }, (_, at) => [
    open({ Queue: "60" }),
    previewed(),
    merged(),
    open({ Queue: "30" }),
    previewed(),
    merged(),
    deploy({ back: 1, meanwhile: { at: at + 1, what: deploy() } }),
  ]),
].map((happenings) => ({ isThere: true, happenings: [deploy(), ...happenings] }));

function open(change: Content): Happening {
  return happening(
    `open ${JSON.stringify(change)}`,
    async ({ session }) => void openPull(session.gitHub, change),
  );
}

function pushed(change: Content): Happening {
  return happening(`push ${JSON.stringify(change)}`, (watch) =>
    onNewest(watch, async (pull) => pushToPull(watch.session.gitHub, pull, change)),
  );
}

function previewed(appId?: number): Happening {
  return happening(`preview${appId === undefined ? "" : " by another app"}`, (watch) =>
    onNewest(watch, (pull) => preview(watch, pull, appId === undefined ? {} : { appId })),
  );
}

function approved(which: "head" | "before" = "head", reviewer = "bob"): Happening {
  return happening(`${reviewer} approves the ${which}`, (watch) =>
    onNewest(watch, async (pull) => {
      const { clock, gitHub } = watch.session;
      clock.advance(2_000);
      const parent = gitHub.commits.get(pull.headSha)?.parents[0] ?? "";
      const commitSha = which === "head" ? pull.headSha : parent;
      const at = Math.floor(clock.now() / 1_000) * 1_000;
      pull.approvals.push({ reviewer, state: "APPROVED", commitSha, at });
      clock.advance(2_000);
    }),
  );
}

function labelled(): Happening {
  return happening("label allow-destructive", (watch) =>
    onNewest(watch, async (pull) => void pull.labels.add("allow-destructive")),
  );
}

function merged(): Happening {
  return happening("squash the newest", (watch) =>
    onNewest(watch, async (pull) => void mergePull(watch.session.gitHub, pull, "squash")),
  );
}

function mergedAt(index: number): Happening {
  return happening(`squash ${index}`, async ({ session }) => {
    const pull = session.gitHub.pulls[index];
    if (pull !== undefined) mergePull(session.gitHub, pull, "squash");
  });
}

function forcedBack(): Happening {
  return happening("main is forced back", async ({ session }) => {
    session.gitHub.main = mainline(session.gitHub)[1] ?? session.gitHub.main;
  });
}

function byHand(change: Content, kept = "30"): Happening {
  return happening(`stack by hand ${JSON.stringify(change)} ${kept}`, async ({ session }) => {
    const template = templateOf({ Queue: "30", Delay: "0", ...change });
    session.aws.cloudFormation.updateStackByHand({ stackName: STACK, template, parameters: { Kept: kept } });
  });
}

function deploy(step: Partial<DeployStep> = {}): Happening {
  return deployOf({ back: 0, inputs: {}, gitHubDown: false, ...step });
}
