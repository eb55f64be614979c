import { type Acknowledgement, meansResource } from "../acknowledgement.ts";
import {
  type Changes,
  type ParameterChange,
  type ResourceChange,
  resourceKey,
  type UnlistedChange,
} from "../model.ts";
import { renameIn } from "../policies/renames.ts";
import type { Written } from "../policies/written.ts";
import { isWhole } from "../resourceState.ts";
import { uniqueNameProperty } from "../resourceTypes.ts";
import { type ChangeCounts, count } from "./counts.ts";
import { type Around, weakerGuards } from "./guards.ts";
import { interruptions } from "./interruptions.ts";
import { losses, unlistedLosses } from "./losses.ts";
import { type ReplacementCertainty, replacements } from "./replacement.ts";
import { lostSettings } from "./settingGuards.ts";
import { statesOf } from "./statesOf.ts";

/** What can go wrong for the reader of a change set, worst first. */
export type RiskKind =
  /** Stored data is gone: a stateful resource is removed or replaced without snapshot or retain. */
  | "data-loss"
  /** The execution would fail, e.g. a custom-named resource that must be replaced under the same name. */
  | "will-fail"
  | "replacement"
  /** Hangs on a value that is known only while executing, or AWS says `Conditional`. */
  | "possible-replacement"
  | "interruption"
  | "weaker-guard"
  /** A generated secret would no longer be the database's. */
  | "credentials";

export interface Risk {
  readonly kind: RiskKind;
  /** `resourceKey` of the resource, or a parameter's name. */
  readonly resource: string;
  /** `PARAMETER` for one that is about a parameter of the stack. */
  readonly type: string;
  /** The property that causes it, e.g. `DatabaseName`. */
  readonly property?: string;
  /** One sentence: what happens and why. Plain text, not Markdown; may hold untrusted names. */
  readonly message: string;
  /** Who took the risk: the `allow-destructive` input or a pull request label. Only for `data-loss`. */
  readonly acknowledgedBy?: string;
}

export interface Verdict {
  readonly level: "safe" | "caution" | "destructive";
  /** Worst first. */
  readonly risks: readonly Risk[];
  readonly counts: ChangeCounts;
  /** Resources that would lose data and that nobody acknowledged, by `resourceKey`. */
  readonly unacknowledged: readonly string[];
}

/** What is known beside a change set. */
export interface Beside {
  /** Nested stacks of which neither changes nor template can be seen, by their keys. */
  readonly unseen?: readonly string[];
  /** Those that may get another template of which nobody compares what it changes. */
  readonly uncompared?: readonly string[];
  /** What changes in nested stacks of which only the template can be seen. */
  readonly unlisted?: readonly UnlistedChange[];
  /** What the templates say of resources that CloudFormation does not show whole. */
  readonly written?: Written;
}

/**
 * What a change set would do to data, service and protection. Values are never quoted in the messages (only
 * well-known ones such as `0.0.0.0/0` are), so that a verdict needs no redaction.
 */
export function judge(
  changes: Changes,
  acknowledgements: readonly Acknowledgement[],
  { unseen = [], uncompared = [], unlisted = [], written = new Map() }: Beside = {},
): Verdict {
  const certainty = replacements(changes.resources);
  const { resources, target } = changes;
  const around = { account: target.account, written, rename: renameIn(resources, target) };
  const risks = [
    ...changes.resources.flatMap((change) =>
      risksOf(change, certainty.get(resourceKey(change)) ?? "none", around),
    ),
    ...changes.parameters.flatMap(exposure),
    ...unseen.map((it) => unseenRisk(it, "has a template that cannot be read here")),
    ...uncompared.map((it) => unseenRisk(it, UNCOMPARED)),
    ...unlisted.flatMap((it) => unlistedRisks(it, around)),
    ...lostSettings(changes.settings).map((message) => stackRisk(changes, message)),
  ]
    .map((risk) => acknowledge(risk, acknowledgements))
    // Stable, so that resources of one kind stay in AWS's order.
    .sort((a, b) => SEVERITY.indexOf(a.kind) - SEVERITY.indexOf(b.kind));
  const lost = risks.filter((risk) => risk.kind === "data-loss");
  return {
    level: lost.length > 0 ? "destructive" : risks.length > 0 ? "caution" : "safe",
    risks,
    counts: count(changes.resources, certainty),
    unacknowledged: lost.filter((risk) => risk.acknowledgedBy === undefined).map((risk) => risk.resource),
  };
}

/** The `type` of a risk that is about a parameter. */
export const PARAMETER = "Parameter";

/** NoEcho guards a value against everybody who may describe the stack. */
function exposure({ name, exposed }: ParameterChange): readonly Risk[] {
  if (!exposed) return [];
  const message = "loses its NoEcho: its value can then be read by anyone who may describe the stack";
  return [{ kind: "weaker-guard", resource: name, type: PARAMETER, property: "NoEcho", message }];
}

const SEVERITY: readonly RiskKind[] = [
  "data-loss",
  "will-fail",
  "replacement",
  "possible-replacement",
  "interruption",
  "weaker-guard",
  "credentials",
];

function risksOf(change: ResourceChange, replacement: ReplacementCertainty, around: Around): readonly Risk[] {
  const lasting = replacement === "certain" ? [] : interruptions(change);
  return [
    ...losses(change, replacement, around.written?.get(resourceKey(change))).map(
      ({ kind, property, message }) => risk(change, kind, message, property),
    ),
    ...sameName(change, replacement, around),
    ...lasting.map(({ property, message }) => risk(change, "interruption", message, property)),
    ...weakerGuards(change, around).map(({ property, message }) =>
      risk(change, "weaker-guard", message, property),
    ),
    ...credentials(change),
  ];
}

/** What nobody can see may be anything, the loss of data included: it must be acknowledged as such. */
function unseenRisk(resource: string, why: string): Risk {
  const message = `${why}, and CloudFormation is not asked to list its changes: what it changes nobody has seen, and data may be lost`;
  return { kind: "data-loss", resource, type: "AWS::CloudFormation::Stack", message };
}

const UNCOMPARED =
  "may get another template, which is not compared here (a loop makes it, it is an application, or what is deployed may not be read)";

/** Where CloudFormation lists nothing, the templates alone tell what goes, and what may be replaced or is interrupted. */
function unlistedRisks(unlisted: UnlistedChange, around: Around): readonly Risk[] {
  const { change, isCertain } = unlisted;
  if (change.action === "Remove" && isCertain) return risksOf(change, "none", around);
  return [
    ...unlistedLosses(unlisted).map(({ kind, message }) => risk(change, kind, message)),
    ...interruptions(change).map(({ property, message }) => risk(change, "interruption", message, property)),
  ];
}

/** A guard that the stack itself loses. */
function stackRisk({ target }: Changes, message: string): Risk {
  return { kind: "weaker-guard", resource: target.stack, type: "AWS::CloudFormation::Stack", message };
}

/**
 * "CloudFormation cannot update a stack when a custom-named resource requires replacing": the new resource is
 * created while the old one still has the name.
 */
function sameName(
  change: ResourceChange,
  replacement: ReplacementCertainty,
  { written }: Around,
): readonly Risk[] {
  const property = uniqueNameProperty(change.type);
  if (replacement !== "certain" || property === undefined) return [];
  const states = statesOf(change, written?.get(resourceKey(change)));
  const name = states.after?.[property];
  // A name that CloudFormation lists is another one, though the templates say the same: what it is made of is replaced.
  const isListed = change.details.some((it) => it.attribute === "Properties" && it.name === property);
  if (isListed && states.open !== undefined) return [];
  // Without contexts an unchanged name is not among the details, and nobody can tell it from a generated one.
  if (!isWhole(states, property) || typeof name !== "string" || name !== states.before?.[property]) return [];
  const message =
    "is replaced but keeps its fixed name, which CloudFormation cannot give to the new one while the old one " +
    `has it: the deploy will fail. Change ${property} as well`;
  return [risk(change, "will-fail", message, property)];
}

function credentials(change: ResourceChange): readonly Risk[] {
  if (change.type !== "AWS::SecretsManager::Secret" || change.action !== "Modify") return [];
  if (!change.details.some((detail) => detail.name === "GenerateSecretString")) return [];
  const message =
    "gets a newly generated value; whatever was given the old one (a database's password) no longer fits it " +
    "until it is updated too";
  return [risk(change, "credentials", message, "GenerateSecretString")];
}

function risk(change: ResourceChange, kind: RiskKind, message: string, property?: string): Risk {
  const base = { kind, resource: resourceKey(change), type: change.type, message };
  return property === undefined ? base : { ...base, property };
}

function acknowledge(risk: Risk, acknowledgements: readonly Acknowledgement[]): Risk {
  if (risk.kind !== "data-loss") return risk;
  const found =
    acknowledgements.find(({ resource }) => meansResource(resource, risk.resource)) ??
    acknowledgements.find(({ resource }) => resource === "*");
  return found === undefined ? risk : { ...risk, acknowledgedBy: found.by };
}
