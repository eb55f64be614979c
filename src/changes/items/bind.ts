import type { Stack } from "../../stack/model.ts";
import { type EvaluatedTemplate, evaluateTemplate } from "../../template/evaluate/evaluate.ts";
import { type Evaluated, isEvaluatedObject } from "../../template/evaluate/evaluated.ts";
import type { ResolvedParameter } from "../../template/model.ts";
import type { ChangeSet, ChangeTarget } from "../model.ts";
import { areNestedListed, type StackRequest } from "../request.ts";
import { withoutSpread } from "../spread.ts";
import { wholeText, withMadeAnew, withoutMadeAnew } from "./anew.ts";
import { knownValue } from "./expanded.ts";
import { listedItems, listedText, PROPERTY, RESOURCE } from "./listedItems.ts";
import { MADE, madeItems, type PassingNames } from "./made.ts";
import { differing, type Item, type Items, type Texts } from "./model.ts";
import {
  deployedTemplates,
  pathKey,
  type Surroundings,
  surroundings,
  wantedTemplates,
} from "./references.ts";
import { type ParameterValue, requestItems, textsOf } from "./requestItems.ts";
import { type TemplatePair, templateItems, textIn } from "./templateItems.ts";
import { thisCommitIn, withThisCommit } from "./thisCommit.ts";
import { VALUES, valueItems, valueText, writtenItems } from "./untold.ts";
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
}

/** The items of a request, derived from all of it: what no item of its own tells is bound as it is. */
export function bind(given: BindingSources): Binding {
  const listed = given.changeSet?.resources ?? [];
  const sources = { ...given, templates: withoutMadeAnew(given.templates, listed) };
  const { request, parameters, changeSet, stack, templates, contents, commits } = sources;
  const values = wantedValues(sources);
  const around = wantedAround(sources, values);
  const differences = new Map(templates.flatMap((pair) => [...templateItems(pair)]));
  const deployed: Deployed = {
    around: once(() => deployedAround(sources)),
    evaluated: once(() => evaluatedDeployed(sources)),
  };
  const sides = { wanted: around, deployed: deployed.around(), areNestedListed: areNestedListed(request) };
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
  return {
    items: withThisCommit(items, commits),
    unbound: [...made.unbound, ...untoldEntries(listed, pairs, sides)],
    textNow: (name) => {
      const text = textNow(name, sources, deployed);
      return typeof text === "string" ? thisCommitIn(text, commits) : text;
    },
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

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
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

/** What the stack has, read for all that is asked of it at once. */
interface Deployed {
  readonly around: () => Surroundings;
  readonly evaluated: () => EvaluatedTemplate | undefined;
}

function textNow(
  name: string,
  sources: BindingSources,
  { around, evaluated }: Deployed,
): string | null | undefined {
  const [start = "", key = "", ...rest] = name.split(" ");
  switch (start) {
    case RESOURCE:
    case "option":
    case "resolved":
    case "unseen":
    case MADE:
      return undefined;
    case PROPERTY:
      return evaluatedNow(key, rest.join(" "), evaluated);
    case VALUES:
      return valueText([key, ...rest], around());
    case "setting":
    case "tag":
    case "capability":
      return textsOf(sources.stack).get(name) ?? null;
    case "parameter":
      return parameterNow(name, key, sources);
    case CONTENT:
      return sources.contents.has.get(name) ?? null;
    default: {
      // An entry of a section that has no noun of its own has its key at the end: `section Future Net/Thing`.
      const place = start === "section" ? (rest[0] ?? key) : key;
      const stackPath = place.split("/").slice(0, -1);
      const pair = pairOf(stackPath, sources);
      if (pair === undefined) return undefined;
      return wholeText(name, around()) ?? textIn(pair.before, stackPath, name);
    }
  }
}

function pairOf(stackPath: readonly string[], { templates }: BindingSources): TemplatePair | undefined {
  return templates.find((pair) => pathKey(pair.stackPath) === pathKey(stackPath));
}

function parameterNow(name: string, key: string, { parameters, stack }: BindingSources) {
  // What a NoEcho parameter holds is not known.
  if (parameters.some((parameter) => parameter.noEcho && parameter.name === key)) return undefined;
  return textsOf(stack).get(name) ?? null;
}

function evaluatedDeployed(sources: BindingSources): EvaluatedTemplate | undefined {
  const before = pairOf([], sources)?.before;
  const { stack, target } = sources;
  const parameters = (stack?.parameters ?? []).map((parameter) => [parameter.name, knownValue(parameter)]);
  return (
    before &&
    evaluateTemplate(before, {
      parameters: Object.fromEntries(parameters),
      pseudo: {
        "AWS::Region": target.region,
        "AWS::AccountId": target.account,
        "AWS::StackName": stack?.name,
        "AWS::StackId": stack?.arn,
      },
    })
  );
}

/**
 * A property's value, as the deployed template and the stack's own parameters give it; `undefined` where only
 * CloudFormation knows it.
 */
function evaluatedNow(
  key: string,
  place: string,
  evaluated: Deployed["evaluated"],
): string | null | undefined {
  const [section, ...steps] = place.split("/").slice(1);
  if (key.includes("/") || section !== "Properties") return undefined;
  let value: Evaluated | undefined = evaluated()?.resources.find(
    ({ logicalId, exists }) => logicalId === key && exists === true,
  )?.properties;
  for (const step of steps) {
    const index = Number(step);
    if (Array.isArray(value)) value = (value as readonly Evaluated[])[index];
    else value = isEvaluatedObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? listedText(String(value))
    : undefined;
}
