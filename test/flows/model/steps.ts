import { type Content, nestedTemplate } from "./content.ts";
import { type DeployStep, deployOf } from "./deployHappenings.ts";
import {
  enqueue,
  type MergeMethod,
  mainline,
  mergePull,
  mergeQueued,
  OTHER_APP,
  openPull,
  openTwin,
  type Pull,
  pushToMain,
  pushToPull,
  putFirst,
  startJob,
  updatePull,
} from "./gitHub.ts";
import { at, type Happening, happening, onNewest, preview } from "./happening.ts";
import type { Watch } from "./oracle.ts";
import { updateByHand } from "./stackHappenings.ts";
import type { JobOptions } from "./truth.ts";

// The steps of stories that are written by hand. A number names a pull request; without one it is the newest.

export function open(change: Content, base = "main"): Happening {
  return at(`open ${JSON.stringify(change)}${base === "main" ? "" : ` into ${base}`}`, ({ session }) => {
    openPull(session.gitHub, change, base);
  });
}

function pulled({ session }: Watch, number?: number): Pull {
  const pull = session.gitHub.pulls.at(number === undefined ? -1 : number - 1);
  if (pull === undefined) throw new Error(`there is no pull request ${number}`);
  return pull;
}

/** The same head, for another branch. */
export function twin(number?: number): Happening {
  return at(
    "twin into release",
    (watch) => void openTwin(watch.session.gitHub, pulled(watch, number), "release"),
  );
}

export function pushed(change: Content, number?: number): Happening {
  return at(`push ${JSON.stringify(change)}`, (watch) =>
    pushToPull(watch.session.gitHub, pulled(watch, number), change),
  );
}

export function updated(number?: number, solved?: Content): Happening {
  return at("update the branch", (watch) => updatePull(watch.session.gitHub, pulled(watch, number), solved));
}

export function previewed(options: JobOptions = {}, number?: number): Happening {
  const told = Object.keys(options).length === 0 ? "" : ` ${JSON.stringify(options)}`;
  return happening(`preview${number === undefined ? "" : ` #${number}`}${told}`, (watch) =>
    preview(watch, pulled(watch, number), options),
  );
}

export function previewedByOther(): Happening {
  return previewed({ appId: OTHER_APP });
}

/** A run of the workflow is made, and does not get to its work for now. */
export function queued(number?: number): Happening {
  return at(
    "a preview is queued",
    (watch) => void startJob(watch.session.gitHub, pulled(watch, number), "merge"),
  );
}

/** A job of the pull request is run (again), whatever has become of it. */
export function rerun(number?: number, job = 0): Happening {
  return happening(`run preview job ${job}`, (watch) => preview(watch, pulled(watch, number), {}, job));
}

/** It is merged before the preview's n-th call. */
export function mergedDuring(n: number): Happening {
  return happening(`preview, merged at ${n}`, (watch) =>
    onNewest(watch, async (pull) => {
      const { gitHub, clock } = watch.session;
      const act = async () => {
        mergePull(gitHub, pull, "squash");
        clock.advance(2_000);
      };
      await preview(watch, pull, { meanwhile: { at: n, act } });
    }),
  );
}

export function approved(which: "head" | "before" = "head", reviewer = "bob", number?: number): Happening {
  return at(`${reviewer} approves the ${which}`, (watch) => {
    const { clock, gitHub } = watch.session;
    const pull = pulled(watch, number);
    clock.advance(2_000);
    const parent = gitHub.commits.get(pull.headSha)?.parents[0] ?? "";
    const commitSha = which === "head" ? pull.headSha : parent;
    const time = Math.floor(clock.now() / 1_000) * 1_000;
    pull.approvals.push({ reviewer, state: "APPROVED", commitSha, at: time });
    clock.advance(2_000);
  });
}

export function labelled(label = "allow-destructive", number?: number): Happening {
  return at(`label ${label}`, (watch) => void pulled(watch, number).labels.add(label));
}

export function merged(method: MergeMethod = "squash", number?: number): Happening {
  return at(`${method}${number === undefined ? "" : ` #${number}`}`, (watch) => {
    mergePull(watch.session.gitHub, pulled(watch, number), method);
  });
}

/** Into the merge queue, which merges it if its check passes. */
export function mergedByQueue(number?: number): Happening {
  return happening("by the merge queue", async (watch) => {
    const { session } = watch;
    const entry = enqueue(session.gitHub, pulled(watch, number));
    if (entry === undefined) return;
    const { result } = await session.mergeGroup(entry);
    watch.outcomes.push(`queue ${result?.result} ${result?.reasonCode ?? ""}`.trim());
    if (result?.result === "previewed" || result?.result === "no-changes") mergeQueued(session.gitHub);
    else session.gitHub.queue = [];
  });
}

/** Two of them, tested and merged as one group. */
export function mergedAsGroup(first: number, second: number): Happening {
  return happening(`#${first} and #${second} by the merge queue`, async (watch) => {
    const { session } = watch;
    enqueue(session.gitHub, pulled(watch, first));
    const last = enqueue(session.gitHub, pulled(watch, second));
    if (last === undefined) return;
    const { result } = await session.mergeGroup(last);
    watch.outcomes.push(`queue ${result?.result} ${result?.reasonCode ?? ""}`.trim());
    if (result?.result !== "previewed") return;
    mergeQueued(session.gitHub);
    mergeQueued(session.gitHub);
  });
}

/** A merge by hand whose tree is not what GitHub would have made. */
export function mergedAs(spoil: Content, number?: number): Happening {
  return at(`merge by hand as ${JSON.stringify(spoil)}`, (watch) => {
    mergePull(watch.session.gitHub, pulled(watch, number), "by hand", spoil);
  });
}

/** A push that has a merged pull request's own commits as its line. */
export function headFirst(number: number): Happening {
  return at(`the head of #${number} is put first`, ({ session: { gitHub } }) => {
    const pull = gitHub.pulls[number - 1];
    if (pull) putFirst(gitHub, pull);
  });
}

export function straight(change: Content): Happening {
  return at(
    `straight to main ${JSON.stringify(change)}`,
    ({ session }) => void pushToMain(session.gitHub, change),
  );
}

export function forcedBack(): Happening {
  return at("main is forced back", ({ session }) => {
    session.gitHub.main = mainline(session.gitHub)[1] ?? session.gitHub.main;
  });
}

export function byHand(content: Content, kept?: string): Happening {
  return at(`stack by hand ${JSON.stringify(content)} ${kept ?? ""}`, (watch) =>
    updateByHand(watch, { Queue: "30", Delay: "0", ...content }, kept),
  );
}

export function fails(resource: string): Happening {
  return at(`${resource} fails once`, ({ session }) => {
    session.aws.faults.add({ scenario: "resource-fails", resource, times: 1 });
  });
}

export function pass(seconds: number): Happening {
  return at(`${seconds} s pass`, ({ session }) => session.clock.advance(seconds * 1_000));
}

/** Somebody puts another template into the bucket, under the same name. */
export function nestedBecomes(name: string): Happening {
  return at(`the nested template is ${name}`, ({ session }) => {
    session.aws.objects.put("templates", "child.json", nestedTemplate(name));
  });
}

export function blind(): Happening {
  return at("CloudFormation lists nothing", ({ session }) => {
    session.isBlind = true;
  });
}

export function deploy(step: Partial<DeployStep> = {}): Happening {
  return deployOf({ back: 0, inputs: {}, gitHubDown: false, ...step });
}

export function deployWith(inputs: Readonly<Record<string, string>>): Happening {
  return deploy({ inputs });
}
