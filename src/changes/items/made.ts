import { canonicalJson, isObject } from "../../template/canonical.ts";
import {
  importsBeyond,
  importsHeld,
  isPutTogether,
  readsOutputs,
  takesFromOthers,
} from "../../template/elsewhere.ts";
import { hangsOnMore, isRewritten } from "../../template/macros.ts";
import type { Json } from "../../template/model.ts";
import type { ResourceChange } from "../model.ts";
import type { Sides } from "./anew.ts";
import { withCondition, writtenAs } from "./definitions.ts";
import { cutParts, hiddenParts, leavesOut } from "./leftOut.ts";
import { withoutUploads } from "./listedItems.ts";
import { NESTED_STACK } from "./lookup.ts";
import { type Item, type Items, keyText } from "./model.ts";
import { reachOf } from "./reach.ts";
import {
  definitionOf,
  type Part,
  partOf,
  pathKey,
  type Surroundings,
  surroundings,
  valueAt,
  wantedTemplates,
} from "./references.ts";
import { isStored } from "./referred.ts";
import type { TemplatePair } from "./templateItems.ts";

/** How the names of the items begin that tell what CloudFormation makes of a definition. */
export const MADE = "made";

/** What a stack that is to be made is called in the meantime. */
export interface PassingNames {
  /** `undefined` where the stack is there, and keeps it. */
  readonly arn: string | undefined;
  /** The stand-in's name, where it is made on one. */
  readonly passing: string | undefined;
  readonly name: string;
}

/** What CloudFormation shows of resources, and those of which it shows nothing, by their keys. */
export interface Made {
  readonly items: Items;
  readonly unbound: readonly string[];
}

/**
 * What CloudFormation makes of the definitions that do not say it: of a resource that is made, and where its properties are
 * not listed with their values. What a macro makes of a template, what another stack gives, what a nested stack takes from
 * Systems Manager, and what stands in a template that cannot be read can be another thing at the deploy; CloudFormation's own
 * account of the resource (AfterContext) tells it.
 */
export function madeItems(
  resources: readonly ResourceChange[],
  { wanted, deployed }: Pick<Sides, "wanted" | "deployed">,
  names: PassingNames,
): Made {
  const isTold = tellByDefinition(wanted);
  const open = resources.filter((change) => leavesOut(change) && !staysAsItIs(change) && !isTold(change));
  const shown = open.flatMap(({ stackPath, logicalId, after }): [string, Item][] => {
    if (after === undefined) return [];
    const text = textOf(after, stackPath, names);
    return [[`${MADE} ${keyText(stackPath, logicalId)}`, { before: null, after: text, how: null }]];
  });
  const isHidden = hideByTaking(wanted, deployed);
  const unbound = resources.filter(
    (change) => (open.includes(change) && change.after === undefined) || isHidden(change),
  );
  return {
    items: new Map(shown),
    unbound: unbound.map(({ stackPath, logicalId }) => keyText(stackPath, logicalId)),
  };
}

/** A nested stack is listed when anything in it may change: what it is given is shown, and can be what it has. */
function staysAsItIs({ before, after }: ResourceChange): boolean {
  return before !== undefined && after !== undefined && canonicalJson(before) === canonicalJson(after);
}

/**
 * Whether anything that an update may change takes what another stack has, or nobody can tell. CloudFormation asks for that when
 * it works the changes out and once more when it executes them: a change set that is not of this moment may do another thing
 * than it says.
 */
export function takesFromOtherStacks(
  resources: readonly ResourceChange[],
  pairs: readonly TemplatePair[],
): boolean {
  const templates = wantedTemplates(pairs);
  // Values and entries of mappings hold no function.
  const around = surroundings(templates, [], { region: "", account: "" });
  const isUnread = ({ type, stackPath, logicalId }: ResourceChange) =>
    type === NESTED_STACK && !templates.has(pathKey([...stackPath, logicalId]));
  const isTaken = toldElsewhere(around, () => false);
  const isTelling = (parts: readonly Part[] | undefined) => parts !== undefined && !parts.some(isTaken);
  const stays = resources.filter(({ action }) => action !== "Remove");
  return (
    // It holds no output in place: what stays as it is written can become another thing.
    [...templates.values()].some(({ value }) => readsOutputs(value)) ||
    stays.some((change) => isUnread(change) || !isTelling(told(change, around))) ||
    unlisted(pairs).some((part) => !isTelling([part, ...reachOf(part, around)]))
  );
}

/** What changes without being listed: outputs, hooks, and what is in nested stacks, where CloudFormation does not look into them. */
function unlisted(pairs: readonly TemplatePair[]): readonly Part[] {
  return pairs.flatMap(({ stackPath, after }) =>
    [...(stackPath.length === 0 ? [] : ["Resources"]), "Outputs", "Hooks"].flatMap((section) => {
      const entries = valueAt(after, [section]);
      return Object.entries(isObject(entries) ? entries : {}).map(([name, value]) =>
        partOf(stackPath, [section, name], withCondition(value), ""),
      );
    }),
  );
}

/**
 * Tells whether a definition says all that a resource will be, with the values of the parameters and the parts of the templates
 * that it refers to.
 */
function tellByDefinition(around: Surroundings): (change: ResourceChange) => boolean {
  const isElsewhere = toldElsewhere(around, isStored);
  return (change) => {
    const parts = told(change, around);
    return parts !== undefined && !parts.some(isElsewhere);
  };
}

/**
 * Tells whether CloudFormation shows nothing of a value that another stack decides, or a template elsewhere: where anything in a
 * value is known only later, it shows nothing of all else in it.
 */
function hideByTaking(around: Surroundings, deployed: Surroundings): (change: ResourceChange) => boolean {
  const isElsewhere = toldElsewhere(around, isStored, hangsOnMore);
  return (change) => {
    const { stackPath, logicalId } = change;
    const template = around.expanded.get(pathKey(stackPath))?.value;
    // That a nested stack's template cannot be read is said of the stack.
    if (template === undefined) return false;
    const written = writtenAs(logicalId, template);
    const isOpen = (hidden: Json, index: number, isDecided: (part: Part) => boolean) => {
      if (written === null) return true;
      const own = partOf(stackPath, [...HIDDEN, logicalId, String(index)], hidden, "");
      return [own, ...reachOf(own, around)].some(isDecided);
    };
    return (
      hiddenParts(change, written).some((hidden, index) => isOpen(hidden, index, isElsewhere)) ||
      cutParts(change, written).some((hidden, index) => isOpen(hidden, index, takeBeside(change, deployed)))
    );
  };
}

/**
 * Tells whether a part takes what another stack, a file or Systems Manager has: beyond the end of a value that may be cut, no more is asked.
 * A macro that may rewrite the template anywhere shows in most values, and few are longer than what is shown. What the resource imports
 * already cannot become another.
 */
function takeBeside(change: ResourceChange, deployed: Surroundings): (part: Part) => boolean {
  const held = importsHeld(surelyThere(change, deployed));
  return (part) =>
    importsBeyond(part.value, held) ||
    readsOutputs(part.value) ||
    isStored(part) ||
    hangsOnMore({ part: part.value });
}

/** What the stack has of a resource that is there. Beside which one SAM has made it is not sure, nor that a condition lets that be. */
function surelyThere({ stackPath, logicalId }: ResourceChange, deployed: Surroundings): Json {
  const written = writtenAs(logicalId, deployed.expanded.get(pathKey(stackPath))?.value);
  const isAlways = (owner: Json) => isObject(owner) && owner.Condition === undefined;
  return Array.isArray(written) ? (written as readonly Json[]).filter(isAlways) : written;
}

/** What no section of a template is called. */
const HIDDEN = ["hidden"] as const;

/**
 * Tells whether the templates do not say what comes of a part: it takes what another stack has, a loop or a function makes names
 * in it, its template cannot be read or a macro rewrites it.
 * @param isOpen what else leaves a part open
 * @param isMade which templates become others
 */
function toldElsewhere(
  around: Surroundings,
  isOpen: (part: Part) => boolean,
  isMade = isRewritten,
): (part: Part) => boolean {
  const isOpenStack = remembered((stack: string) => {
    const template = around.templates.get(stack);
    // Of a template that cannot be read nobody can tell.
    return template === undefined || isMade(template.value);
  });
  const isLeft = remembered(
    (part: Part) => takesFromOthers(part.value) || isPutTogether(part.path, part.value) || isOpen(part),
  );
  return (part) => {
    const stack = pathKey(part.stackPath);
    return isOpenStack(stack, stack) || isLeft(part.key, part);
  };
}

/** A resource's definition, and all that it refers to; `undefined` where its template cannot be read, or does not name it. */
function told(change: ResourceChange, around: Surroundings): readonly Part[] | undefined {
  const definition = definitionOf(change, around.templates);
  if (definition === undefined) return undefined;
  const own = partOf(change.stackPath, ["Resources", change.logicalId], withCondition(definition), "");
  return [own, ...reachOf(own, around)];
}

/** Asked for many resources, and worked out once for each key. */
function remembered<T>(ask: (asked: T) => boolean): (key: string, asked: T) => boolean {
  const known = new Map<string, boolean>();
  return (key, asked) => {
    const answer = known.get(key) ?? ask(asked);
    known.set(key, answer);
    return answer;
  };
}

function textOf(after: Json, stackPath: readonly string[], { arn, passing, name }: PassingNames): string {
  const replaced: readonly (readonly [string | undefined, string])[] = [
    [arn, "<this stack>"],
    // A part of the ARN that templates take to make names unique.
    [arn?.split("/").at(-1), "<this stack's number>"],
    [passing, name],
  ];
  const text = withoutUploads(canonicalJson(after));
  const plain = replaced.reduce((clean, [from, to]) => (from ? clean.replaceAll(from, to) : clean), text);
  return stackPath.length === 0 ? plain : plain.replace(nestedName(name, stackPath), "<nested stack>");
}

/** A nested stack's name ends in letters that CloudFormation draws for each change set that would make it, as does its ARN. */
function nestedName(root: string, stackPath: readonly string[]): RegExp {
  const name = [root, ...stackPath.map((step) => `${step}-[A-Z0-9]{10,14}`)].join("-");
  return new RegExp(
    `(?:arn:[\\w-]+:cloudformation:[\\w-]+:\\d+:stack/)?\\b${name}\\b(?:/[0-9a-f-]{36})?`,
    "g",
  );
}
