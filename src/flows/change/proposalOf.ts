import type { Acknowledgement } from "../../changes/acknowledgement.ts";
import { describeChanges } from "../../changes/describe.ts";
import { type Digest, digestOf, textHash } from "../../changes/digest.ts";
import { bind } from "../../changes/items/bind.ts";
import type { Item, Items } from "../../changes/items/model.ts";
import { type PassingValue, passingValues } from "../../changes/items/passing.ts";
import { PROTECTION } from "../../changes/items/requestItems.ts";
import { commitInWords, namesThisCommit } from "../../changes/items/thisCommit.ts";
import { mapStrings } from "../../changes/mapStrings.ts";
import type { ChangeSet, Changes, ChangeTarget, UnlistedChange } from "../../changes/model.ts";
import { type Written, writtenStates } from "../../changes/policies/written.ts";
import { redact, redactItems } from "../../changes/redaction/redaction.ts";
import { areNestedListed, type StackRequest } from "../../changes/request.ts";
import type { PresentChanges } from "../../changes/review/decide.ts";
import type { StackFacts } from "../../changes/review/union.ts";
import { unlistedChanges } from "../../changes/unlistedChanges.ts";
import type { Verdict } from "../../changes/verdict/verdict.ts";
import { type Estimate, estimateOf } from "../../estimate/estimate.ts";
import { arnParts } from "../../stack/console.ts";
import type { RollbackConfiguration, Stack } from "../../stack/model.ts";
import type { Finding, ResolvedParameter } from "../../template/model.ts";
import type { StackJob } from "../job.ts";
import { inputDigest } from "./changeSetRequest.ts";
import type { Earlier } from "./earlierOperations.ts";
import { keepFindings } from "./keeping.ts";
import { learnHidden } from "./learnHidden.ts";
import type { ResolvedReferences } from "./resolvedReferences.ts";
import { scopesOf } from "./scopes.ts";
import { type ComparedTemplates, deployedValue } from "./templatePairs.ts";
import { unboundFindings, unseenItems, unshownFinding } from "./unseen.ts";
import { verdictOf } from "./verdictOf.ts";

/** What would happen to the stack, ready to be shown, compared and executed. */
export interface Proposal extends StackFacts {
  /** Nothing to execute and no setting to change. */
  readonly empty: boolean;
  /** Whether there is a change set to execute; without one only the termination protection changes. */
  readonly executable: boolean;
  /** The termination protection as it will be, where that is a change. */
  readonly protection: boolean | undefined;
  /** Whether the stack is what the template says: nothing waits for the next change set to take effect. */
  readonly settled: boolean;
  readonly changeSetArn: string;
  /** Whether that change set is deleted again, or was a stand-in's, which is another stack: nobody is sent to it. */
  readonly isDiscarded?: true;
  /** The stack that is to be changed, or the failed shell in its place. */
  readonly stackArn: string;
  /** When the change set was made, in AWS's time. Milliseconds since the epoch; 0 for an empty one. */
  readonly createdAt: number;
  readonly target: ChangeTarget;
  readonly changes: Changes;
  /** The same, fit for the public. */
  readonly shown: Changes;
  readonly digest: Digest;
  /** The items, fit for the public. */
  readonly shownItems: Items;
  /** The previewed or deployed commit, where a value names it. */
  readonly thisCommit: string | undefined;
  /** Values that the deploy cannot have, so that it would be blocked. */
  readonly passing: readonly PassingValue[];
  readonly verdict: Verdict;
  /** Nested stacks of which no template can be read, by their keys. */
  readonly unseen: readonly string[];
  /** Those of which only that they may change is known, by their keys. */
  readonly uncompared: readonly string[];
  /** What the templates of nested stacks tell, where CloudFormation lists no changes of them. */
  readonly unlisted: readonly UnlistedChange[];
  /** What the templates say of resources that CloudFormation does not show whole. */
  readonly written: Written;
  readonly findings: readonly Finding[];
  /** How long the execution takes; `undefined` where there is nothing to execute. */
  readonly estimate: Estimate | undefined;
  /** SHA-256 of what was asked of CloudFormation. */
  readonly input: string;
  /** The stack as it was, if it had resources. */
  readonly live: Stack | undefined;
  /** Why a deploy would not execute it, whoever reviews it; absent where nothing stands in the way. */
  readonly obstacle?: Remedied;
  /** What can turn the operation back: what is asked for, or what the stack has. */
  readonly rollback: RollbackConfiguration | undefined;
}

/** What is wrong, and what to do about it. */
export interface Remedied {
  readonly message: string;
  readonly hint: string;
}

/** A change set that CloudFormation made, or found to be without changes. */
export interface Found {
  readonly arn: string;
  readonly stackArn: string;
  readonly changeSet: ChangeSet | undefined;
  readonly findings: readonly Finding[];
}

/** Everything that is known when a change set has settled. */
export interface ProposalSources {
  readonly live: Stack | undefined;
  readonly request: StackRequest;
  readonly parameters: readonly ResolvedParameter[];
  readonly compared: ComparedTemplates;
  readonly resolved: ResolvedReferences;
  readonly found: Found;
  readonly earlier: Earlier;
}

/** What a change set means: what it binds, what is shown of it, what it risks. */
export function proposalOf(
  job: StackJob,
  sources: ProposalSources,
  acknowledged: readonly Acknowledgement[],
): Proposal {
  const { live, request, parameters, compared, resolved, found } = sources;
  const { inputs, commits } = job;
  const { changeSet } = found;
  const { target, items, unbound, facts, described } = boundBy(job, sources);
  const changes = describeChanges(described);
  const unlisted = areNestedListed(inputs) ? [] : unlistedChanges(compared.templates);
  const written = writtenStates(changes.resources, {
    templates: compared.templates,
    scopes: scopesOf(job, live, parameters, found.stackArn),
  });
  const { unseen, uncompared } = compared;
  const judgeable = { changes, unseen, uncompared, unlisted, written };
  const hiding = {
    noEcho: learnHidden(job, described),
    patterns: inputs.redact,
    hide: job.secrets.hide,
    templates: compared.templates,
  };
  const inWords = (text: string) => commitInWords(text, commits);
  const isProtectionChanged = items.has(PROTECTION);
  const rollback = request.rollback ?? live?.rollback;
  return {
    empty: changeSet === undefined && !isProtectionChanged,
    executable: changeSet !== undefined,
    protection: isProtectionChanged ? request.terminationProtection : undefined,
    settled: ![...items].some(isLasting),
    changeSetArn: found.arn,
    stackArn: found.stackArn,
    createdAt: changeSet?.createdAt ?? 0,
    target,
    ...judgeable,
    shown: mapStrings(redact(changes, hiding), inWords),
    digest: digestOf(target, items),
    shownItems: redactItems(items, hiding, changes.resources),
    ...facts,
    thisCommit: namesThisCommit(items) ? commits[0] : undefined,
    passing: passingValues(items, { commits, runId: job.run.id, runNumber: job.run.number }),
    verdict: verdictOf(job, judgeable, acknowledged),
    findings: [
      ...found.findings,
      ...resolved.findings,
      ...keepFindings(job, live, changes),
      ...unboundFindings(compared.unseen, areNestedListed(inputs)),
      ...unbound.map(unshownFinding),
    ],
    estimate: changeSet && estimated(job, { changeSet, rollback }, sources),
    input: inputDigest(request, parameters),
    live,
    rollback,
  };
}

function estimated(
  { inputs }: StackJob,
  { changeSet, rollback }: { readonly changeSet: ChangeSet } & Pick<Proposal, "rollback">,
  { compared: { templates }, earlier: { history, unread } }: ProposalSources,
): Estimate {
  const estimate = estimateOf({
    ...{ changes: changeSet.resources, templates, history },
    areNestedListed: areNestedListed(inputs),
    monitoringMinutes: rollback?.minutes,
  });
  return unread === undefined ? estimate : { ...estimate, unread };
}

/** The items of the digest, and what they are described from. */
function boundBy(
  { inputs, rendered, commits }: StackJob,
  { live, request, parameters, compared, resolved, found }: ProposalSources,
) {
  const { changeSet, stackArn } = found;
  const { account } = arnParts(stackArn);
  const target = { stack: inputs.stackName, region: inputs.region, account, type: request.type };
  const { templates, contents } = compared;
  const areListed = areNestedListed(inputs);
  // Where CloudFormation lists nothing of them, what they lose nobody sees either.
  const unseen = areListed ? compared.unseen : [...compared.unseen, ...compared.uncompared];
  const { items, unbound, textNow, openTextsNow, isGone } = bind({
    ...{ target, request, parameters, changeSet, templates, contents, commits },
    stack: live,
    others: new Map([...resolved.items, ...unseenItems(unseen, areListed)]),
  });
  const described = {
    ...{ target, items, changeSet, parameters },
    template: rendered.template,
    stack: live,
    deployedTemplate: deployedValue(compared),
    capabilities: rendered.capabilities,
    roleArn: request.roleArn,
    notificationArns: request.notificationArns,
    tags: request.tags,
    rollback: request.rollback,
  };
  const hashNow = (name: string) => {
    const text = textNow(name);
    return text === undefined ? undefined : textHash(text);
  };
  const openHashesNow = (name: string) => openTextsNow(name).map(textHash);
  return { target, items, unbound, facts: { hashNow, openHashesNow, isGone }, described };
}

/**
 * Whether an item is something that the stack would have, and lacks, when CloudFormation finds nothing to change: it
 * takes no section of a template, no policy and no setting on its own. Such an item waits for the next change set.
 */
function isLasting([name, { after, how }]: readonly [string, Item]): boolean {
  // A NoEcho value that is given is set anew each time; whether it changes cannot be known.
  const isGiven = after === null && how !== null;
  // The termination protection has a call of its own, which this deploy makes.
  return (
    !isGiven &&
    name !== PROTECTION &&
    !/^(option|capability|resource|property|values|made|resolved|unseen) /.test(name)
  );
}

/** Whether there is a change set that others can look at. */
export function hasChangeSet({
  executable,
  isDiscarded,
}: Pick<Proposal, "executable" | "isDiscarded">): boolean {
  return executable && isDiscarded !== true;
}

/** What is to be decided about. */
export function presentChanges({
  empty,
  digest,
  hashNow,
  openHashesNow,
  isGone,
  thisCommit,
  verdict: { unacknowledged },
}: Proposal): PresentChanges {
  return { empty, digest, hashNow, openHashesNow, isGone, thisCommit, unacknowledged };
}
