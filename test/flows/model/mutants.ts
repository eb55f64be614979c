import { type Approval, decide, type ReviewedPull } from "../../../src/changes/decide.ts";
import { OUR_APP } from "./gitHub.ts";
import type { Mutation } from "./session.ts";

/** Deciders that each skip one check. */
const DECIDERS: Readonly<Record<string, typeof decide>> = {
  "a pull request need not be merged": (present, pulls, policy) =>
    decide(
      present,
      pulls.map((pull) => ({ ...pull, merged: true, baseRef: policy.deployBranch })),
      policy,
    ),
  "no record is needed": (present, pulls, policy) => {
    const decision = decide(present, pulls, policy);
    return decision.kind === "blocked" && decision.reason === "unreviewed"
      ? { kind: "execute", because: "mutant" }
      : decision;
  },
  "any record will do": (present, pulls, policy) =>
    decide(
      present,
      withRecords(pulls, () => ({ digest: present.digest.digest })),
      policy,
    ),
  "items are compared by their names": (present, pulls, policy) =>
    decide(
      present,
      withRecords(pulls, ({ items }) => ({
        items: Object.fromEntries(Object.keys(items).map((name) => [name, present.digest.items[name] ?? ""])),
      })),
      policy,
    ),
  "one item in common is enough": (present, pulls, policy) =>
    decide(
      present,
      withRecords(pulls, ({ items }) =>
        Object.entries(items).some(([name, hash]) => name !== "target" && present.digest.items[name] === hash)
          ? { items: present.digest.items }
          : {},
      ),
      policy,
    ),
  "only resources are compared": (present, pulls, policy) => {
    const items = Object.fromEntries(
      Object.entries(present.digest.items).filter(([name]) => name.startsWith("resource ")),
    );
    return decide({ ...present, digest: { ...present.digest, items } }, pulls, policy);
  },
  "approvals are not counted": (present, pulls, policy) =>
    decide(present, pulls, { ...policy, requiredApprovals: 0 }),
  "approvals count whenever they were given": (present, pulls, policy) =>
    decide(
      present,
      withApprovals(pulls, (approval) => ({ ...approval, at: Number.MAX_SAFE_INTEGER })),
      policy,
    ),
  "approvals of any commit count": (present, pulls, policy) =>
    decide(
      present,
      pulls.map((pull) => ({
        ...pull,
        approvals: pull.approvals.map((approval) => ({ ...approval, commitSha: pull.headSha })),
      })),
      policy,
    ),
  "authors approve their own work": (present, pulls, policy) =>
    decide(
      present,
      pulls.map((pull) => ({ ...pull, author: "" })),
      policy,
    ),
  "approved-digest is not compared": (present, pulls, policy) =>
    decide(present, pulls, {
      ...policy,
      approvedDigest: policy.approvedDigest && present.digest.digest,
    }),
  "data may be lost": (present, pulls, policy) => decide({ ...present, unacknowledged: [] }, pulls, policy),
};

/** A GitHub that is read with less care. */
const READERS: Readonly<Record<string, NonNullable<Mutation["gitHub"]>>> = {
  "records of any app are trusted": ({ checks, ...ports }) => ({
    ...ports,
    checks: {
      ...checks,
      list: async (sha, name) => (await checks.list(sha, name)).map((run) => ({ ...run, appId: OUR_APP })),
    },
  }),
  "newer deploys are not looked for": ({ pulls, ...ports }) => ({
    ...ports,
    pulls: {
      ...pulls,
      commitsBetween: async (base, head) => (head === "main" ? [] : pulls.commitsBetween(base, head)),
    },
  }),
  "commits need not be on the branch": ({ pulls, ...ports }) => ({
    ...ports,
    pulls: {
      ...pulls,
      commitsBetween: async (base, head) => (base === "main" ? [] : pulls.commitsBetween(base, head)),
    },
  }),
  "the oldest record counts": ({ checks, ...ports }) => ({
    ...ports,
    checks: {
      ...checks,
      list: async (sha, name) => {
        const runs = await checks.list(sha, name);
        return name.endsWith("/ deploy") ? runs : runs.toReversed();
      },
    },
  }),
};

/** The model must notice every one of them. */
export const MUTANTS: Readonly<Record<string, Mutation>> = {
  ...Object.fromEntries(Object.entries(DECIDERS).map(([name, decideBy]) => [name, { decideBy }])),
  ...Object.fromEntries(Object.entries(READERS).map(([name, gitHub]) => [name, { gitHub }])),
};

type Reviewed = NonNullable<ReviewedPull["record"]>;

function withRecords(
  pulls: readonly ReviewedPull[],
  change: (record: Reviewed) => Partial<Reviewed>,
): readonly ReviewedPull[] {
  return pulls.map((pull) =>
    pull.record === undefined ? pull : { ...pull, record: { ...pull.record, ...change(pull.record) } },
  );
}

function withApprovals(
  pulls: readonly ReviewedPull[],
  change: (approval: Approval) => Approval,
): readonly ReviewedPull[] {
  return pulls.map((pull) => ({ ...pull, approvals: pull.approvals.map(change) }));
}
