import type { Stack } from "../../stack/model.ts";
import type { ResolvedParameter } from "../../template/model.ts";
import type { ChangeSet, ChangeTarget } from "../model.ts";
import { areNestedListed, type StackRequest } from "../request.ts";
import { withoutSpread } from "../spread.ts";
import { withMadeAnew, withoutMadeAnew } from "./anew.ts";
import { listedItems } from "./listedItems.ts";
import { madeItems, type PassingNames } from "./made.ts";
import { differing, type Item, type Items, type Texts } from "./model.ts";
import { goneBy } from "./now/gone.ts";
import { openTextsNow, textNow } from "./now/textNow.ts";
import { valuesNow } from "./now/valueNow.ts";
import { deployedTemplates, type Surroundings, surroundings, wantedTemplates } from "./references.ts";
import { type ParameterValue, requestItems } from "./requestItems.ts";
import { type TemplatePair, templateItems } from "./templateItems.ts";
import { thisCommitIn, withThisCommit } from "./thisCommit.ts";
import { valueItems, writtenItems } from "./untold.ts";
import { untoldEntries } from "./untoldEntries.ts";

/** Everything that is known of what is asked for and of what the stack has. */
export interface BindingSources {
  readonly target: ChangeTarget;
  readonly request: StackRequest;
  readonly parameters: readonly ResolvedParameter[];
  /** Absent when CloudFormation found nothing to change. */
  readonly changeSet:
    | (Pick<ChangeSet, "resources" | "parameters"> & Partial<Pick<ChangeSet, "stackArn">>)
    | undefined;
  /** The stack as it is; `undefined` when it will be created. */
  readonly stack: Stack | undefined;
  /** The templates of the tree, the root's first. */
  readonly templates: readonly TemplatePair[];
  /** What can be told only as a whole (a nested template by its hash, what a dynamic reference stands for). */
  readonly contents: { readonly has: Texts; readonly wants: Texts };
  /** What has no state of its own: what dynamic references stand for, what nobody can look into. */
  readonly others: Items;
  /** Full SHAs that mean the commit at hand. */
  readonly commits: readonly string[];
}

/** What a request does to a stack, and what the stack has. */
export interface Binding {
  readonly items: Items;
  /** Resources, outputs and hooks of which nothing tells all that they will be, by their keys. */
  readonly unbound: readonly string[];
  /** What the stack has under the name of an item; `undefined` where that cannot be told. */
  readonly textNow: (name: string) => string | null | undefined;
  /**
   * How a property can have been listed of which CloudFormation could not tell all, by what the stack has: by the names and
   * attributes of other resources, or nothing (`null`). Nothing where it hangs on more.
   */
  readonly openTextsNow: (name: string) => readonly (string | null)[];
  /** Whether no stack has a resource of this key once the request is carried out. */
  readonly isGone: (key: string) => boolean;
}

/** The items of a request, derived from all of it: what no item of its own tells is bound as it is. */
export function bind(given: BindingSources): Binding {
  const listed = given.changeSet?.resources ?? [];
  const sources = { ...given, templates: withoutMadeAnew(given.templates, listed) };
  const { request, parameters, changeSet, stack, templates, contents, commits } = sources;
  const values = wantedValues(sources);
  const around = wantedAround(sources, values);
  const differences = new Map(templates.flatMap((pair) => [...templateItems(pair)]));
  const deployed = deployedAround(sources);
  const has = valuesNow(deployed, stack);
  const sides = { wanted: around, deployed, areNestedListed: areNestedListed(request) };
  // Where CloudFormation finds nothing to change, nothing is made.
  const pairs = changeSet === undefined ? [] : templates;
  const resources = withoutSpread(listed, request, stack, sides);
  const made = madeItems(resources, sides, namesOf(sources));
  const written = withMadeAnew(differences, {
    ...{ ...sides, resources, pairs },
    outputs: new Set(stack?.outputs.map(({ key }) => key)),
  });
  const items = new Map<string, Item>([
    ...written,
    ...writtenItems(written, listed, templates, sides),
    ...requestItems(request, parameters, values, stack),
    ...listedItems(resources),
    ...valueItems(resources, sides),
    ...made.items,
    ...differing(contents.has, contents.wants),
    ...sources.others,
  ]);
  const here = <T>(text: T) => (typeof text === "string" ? thisCommitIn(text, commits) : text);
  return {
    items: withThisCommit(items, commits),
    unbound: [...made.unbound, ...untoldEntries(listed, pairs, sides)],
    textNow: (name) => here(textNow(name, { ...sources, deployed, listed: has })),
    openTextsNow: (name) => openTextsNow(name, has).map(here),
    isGone: goneBy(around, deployed),
  };
}

/**
 * The values that the parameters will have: the change set's own, where it tells them. What stands behind the name of an SSM
 * parameter only a change set sets: where CloudFormation finds nothing to change, the stack keeps what it has behind the same
 * name, whatever Systems Manager has by now.
 */
function wantedValues({ parameters, changeSet, stack }: BindingSources): readonly ParameterValue[] {
  const told = new Map(changeSet?.parameters.map((parameter) => [parameter.name, parameter]));
  const kept = new Map(stack?.parameters.map((parameter) => [parameter.name, parameter]));
  return parameters.map(({ name, noEcho, value }): ParameterValue => {
    const old = kept.get(name);
    const known = told.get(name) ?? (value === undefined || value === old?.value ? old : undefined);
    // Of a secret nobody knows whether it changes; that it is given anew is an item of its own (`requestItems`).
    if (noEcho) return old ?? { name, value: "****" };
    return { name, value: known?.value ?? value ?? "", resolved: known?.resolved };
  });
}

function wantedAround(
  { target, request, stack, templates }: BindingSources,
  values: readonly ParameterValue[],
): Surroundings {
  const topics = topicsOf(request.notificationArns ?? stack?.notificationArns);
  return surroundings(wantedTemplates(templates), [...values, ...topics], target);
}

function deployedAround({ target, stack, templates }: BindingSources): Surroundings {
  const values = [...(stack?.parameters ?? []), ...topicsOf(stack?.notificationArns)];
  return surroundings(deployedTemplates(templates), values, target);
}

/** What a template can refer to like a parameter, and is a setting of the stack. */
function topicsOf(arns: readonly string[] = []): readonly ParameterValue[] {
  return arns.length === 0 ? [] : [{ name: "AWS::NotificationARNs", value: [...arns].sort().join() }];
}

/** What a stack that is not there yet is called for now: its number is drawn anew, a stand-in has a name of its own. */
function namesOf({ target, request, changeSet, stack }: BindingSources): PassingNames {
  const arn = stack === undefined ? changeSet?.stackArn : undefined;
  const passing = request.stackName === target.stack ? undefined : request.stackName;
  return { arn, passing, name: target.stack };
}

/** How the names of the items begin that tell some content as a whole. */
export const CONTENT = "content";
