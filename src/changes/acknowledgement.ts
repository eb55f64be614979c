import { sha256 } from "../template/canonical.ts";

/** The pull request label that allows data to be lost; `allow-destructive:<LogicalId>` names one resource. */
const DESTRUCTIVE_LABEL = "allow-destructive";

/** GitHub takes no longer label: a name beside `allow-destructive:` has 32 characters, a logical id up to 255. */
const LONGEST_LABEL = 50;
const LONGEST_NAME = LONGEST_LABEL - DESTRUCTIVE_LABEL.length - 1;
const HASH_DIGITS = 12;

/** The label that speaks for a resource: its logical id, or what stands for one that is too long. At most 50 characters. */
export function lossLabel(key: string): string {
  return `${DESTRUCTIVE_LABEL}:${shortName(logicalIdOf(key))}`;
}

/**
 * Whether a name in a label or an input means this resource: by its key, its logical id, or what stands for that.
 * @param key a resource's key: the logical ids that lead to it, `/` between them
 */
export function meansResource(name: string, key: string): boolean {
  const logicalId = logicalIdOf(key);
  return name === key || name === logicalId || name === shortName(logicalId);
}

/** Whether a label is one that may allow data to be lost. */
export function isLossLabel(label: string): boolean {
  return label === DESTRUCTIVE_LABEL || label.startsWith(`${DESTRUCTIVE_LABEL}:`);
}

/** Who allows which resources to lose data: `*` or logical ids / resource keys, each with where it was said. */
export interface Acknowledgement {
  readonly resource: string;
  /** `input allow-destructive` or `label allow-destructive:<LogicalId>`. */
  readonly by: string;
}

/** Who allows data to be lost where: the input, and the labels `allow-destructive` and `allow-destructive:<LogicalId>`. */
export function acknowledgements(
  { allowDestructive }: { readonly allowDestructive: readonly string[] },
  labels: readonly string[],
): readonly Acknowledgement[] {
  const fromLabels = labels.flatMap((label) => {
    const resource = label === DESTRUCTIVE_LABEL ? "*" : namedInLabel(label);
    return resource === undefined ? [] : [{ resource, by: `label ${label}` }];
  });
  return [
    ...allowDestructive.map((resource) => ({ resource, by: `input ${DESTRUCTIVE_LABEL}` })),
    ...fromLabels,
  ];
}

/**
 * What labels say that speak for these resources only: a bare one names each of them, one that names another is left out.
 * @param keys the resources' keys
 */
export function labelsFor(keys: readonly string[], labels: readonly string[]): readonly string[] {
  return labels.flatMap((label) => {
    if (label === DESTRUCTIVE_LABEL) return keys.map((key) => `${DESTRUCTIVE_LABEL}:${key}`);
    const named = namedInLabel(label);
    return named !== undefined && keys.some((key) => meansResource(named, key)) ? [label] : [];
  });
}

/**
 * Whether lost data stops a preview's success and a deploy.
 * @param unacknowledged resources that would lose data and that nobody acknowledged
 */
export function isStoppedByLoss(
  unacknowledged: readonly string[],
  { onDestructive }: { readonly onDestructive: "fail" | "warn" },
): boolean {
  return unacknowledged.length > 0 && onDestructive === "fail";
}

/** What is said where lost data stops something: a clause without its full stop. */
export function lossText(keys: readonly string[]): string {
  return `data would be lost in ${keys.join(", ")}, and nobody has acknowledged it`;
}

/** What a person does to accept that these resources lose their data. */
export function acceptance(keys: readonly string[], most = 3): string {
  const labels = [...new Set(keys.map(lossLabel))];
  const more = labels.length > most ? `, … (${labels.length} in all)` : "";
  return `the label${labels.length === 1 ? "" : "s"} ${labels.slice(0, most).join(", ")}${more} on the pull request, or the input allow-destructive`;
}

/** What a label names; `undefined` for a label of another kind, for the bare one, and for `*`, which only the input takes. */
export function namedInLabel(label: string): string | undefined {
  if (!label.startsWith(`${DESTRUCTIVE_LABEL}:`)) return undefined;
  const name = label.slice(DESTRUCTIVE_LABEL.length + 1).trim();
  return name === "" || name === "*" ? undefined : name;
}

function logicalIdOf(key: string): string {
  return key.split("/").at(-1) ?? key;
}

/** Letters and digits only are in a logical id: one with a hyphen is never another resource's own. */
function shortName(logicalId: string): string {
  if (logicalId.length <= LONGEST_NAME) return logicalId;
  const start = logicalId.slice(0, LONGEST_NAME - HASH_DIGITS - 1);
  return `${start}-${sha256(logicalId).slice(0, HASH_DIGITS)}`;
}
