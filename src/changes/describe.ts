import { alarmText } from "../stack/alarms.ts";
import type { RollbackConfiguration, Stack } from "../stack/model.ts";
import { canonicalJson } from "../template/canonical.ts";
import type { JsonObject, RenderedTemplate, ResolvedParameter } from "../template/model.ts";
import { hiddenParameters } from "./hiddenParameters.ts";
import type { Item, Items } from "./items/model.ts";
import { ROLLBACK_SETTINGS } from "./items/requestItems.ts";
import type { ChangeSet, Changes, KeptParameter, ParameterChange, SettingChange } from "./model.ts";
import { parseValue } from "./resourceState.ts";
import { templateChanges, withWritten } from "./toldInTemplate.ts";

/** Everything that is known when a change set has settled. */
export interface ChangeSources {
  readonly target: Changes["target"];
  /** What is bound: what the change set does not tell is shown from here. */
  readonly items: Items;
  /** Absent when AWS found nothing to change. */
  readonly changeSet: Pick<ChangeSet, "resources" | "parameters"> | undefined;
  readonly template: RenderedTemplate;
  readonly parameters: readonly ResolvedParameter[];
  /** The stack as it is; `undefined` when it will be created. */
  readonly stack: Stack | undefined;
  /** The deployed template; `undefined` when the stack will be created. */
  readonly deployedTemplate: JsonObject | undefined;
  readonly capabilities: readonly string[];
  /** What is asked for; absent: what the stack has stays. */
  readonly roleArn: string | undefined;
  readonly notificationArns?: readonly string[] | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
  readonly rollback?: RollbackConfiguration | undefined;
}

/** Puts together what a reviewer would see change: resources from AWS, the rest from what is deployed and what is wanted. */
export function describeChanges(sources: ChangeSources): Changes {
  const resources = sources.changeSet?.resources ?? [];
  return {
    target: sources.target,
    resources: resources.map((change) => withWritten(change, sources.items)),
    parameters: parameterChanges(sources),
    keptParameters: keptParameters(sources),
    tags: named(sources.items, "tag").map(({ name, before, after }) => ({
      key: name,
      ...defined("before", plain(before)),
      ...defined("after", plain(after)),
    })),
    outputs: named(sources.items, "output").map(({ name, before, after }) => ({
      key: name,
      ...defined("before", before ?? undefined),
      ...defined("after", after ?? undefined),
    })),
    settings: settingChanges(sources.items),
    template: templateChanges(sources.items, resources),
    capabilities: sources.capabilities,
    ...watched(sources),
    ...kept(sources),
    ...(sources.roleArn === undefined ? {} : { roleArn: sources.roleArn }),
  };
}

/** The items whose names begin so, by what follows, in the order of their names. */
function named(items: Items, start: string): readonly (Item & { readonly name: string })[] {
  return [...items]
    .filter(([name]) => name.startsWith(`${start} `))
    .map(([name, item]) => ({ ...item, name: name.slice(start.length + 1) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Settings and options, which have no list of their own. */
function settingChanges(items: Items): readonly SettingChange[] {
  return SETTINGS.flatMap((start) => named(items, start)).map(({ name, before, after }) => ({
    name,
    ...defined("before", plain(before)),
    ...defined("after", plain(after)),
  }));
}

/** What is watched during this operation, changed or not: what stays matters to it as well. */
function watched({ rollback, stack, items }: ChangeSources): Pick<Changes, "watched"> {
  const { alarms = [], minutes = 0 } = rollback ?? stack?.rollback ?? {};
  if (alarms.length === 0 && minutes === 0) return {};
  const kept = !ROLLBACK_SETTINGS.some((name) => items.has(name));
  return { watched: { alarms: alarms.map(alarmText).sort(), minutes, kept } };
}

/** What makes no item, and decides all the same with which role CloudFormation acts, whom it tells, how all is tagged. */
function kept({ stack, roleArn, notificationArns, tags }: ChangeSources): Pick<Changes, "kept"> {
  const role = roleArn === undefined ? stack?.roleArn : undefined;
  const topics = notificationArns === undefined ? (stack?.notificationArns ?? []) : [];
  const own = tags === undefined ? Object.entries(stack?.tags ?? {}) : [];
  // Those of a Service Catalog product are AWS's own to set.
  const given = own.filter(([key]) => !/^aws:/i.test(key)).map(([key, value]) => ({ key, value }));
  if (role === undefined && topics.length + given.length === 0) return {};
  return {
    kept: {
      ...defined("roleArn", role),
      notificationArns: [...topics].sort(),
      tags: given.sort((a, b) => (a.key < b.key ? -1 : 1)),
    },
  };
}

const SETTINGS = ["setting", "capability", "option"];

/** A setting's canonical text as a person writes it. */
function plain(text: string | null): string | undefined {
  if (text === null) return undefined;
  const value = parseValue(JSON.parse(text) as string);
  return typeof value === "string" ? value : canonicalJson(value);
}

function parameterChanges(sources: ChangeSources): readonly ParameterChange[] {
  const { parameters, stack, changeSet } = sources;
  const { names, exposed } = hiddenParameters(sources);
  const before = new Map(stack?.parameters.map((parameter) => [parameter.name, parameter]));
  const changed = parameters.flatMap(({ name, source, value, zoneOf }): ParameterChange[] => {
    if (exposed.has(name)) return [{ name, noEcho: true, exposed: true }];
    // AWS shows **** for a NoEcho value: whether it changes cannot be known, that it is set anew can.
    if (names.has(name)) return source === "previous" ? [] : [{ name, noEcho: true }];
    const old = before.get(name);
    const told = changeSet?.parameters.find((it) => it.name === name);
    const after = told?.value ?? value ?? old?.value;
    const resolved = told?.resolved;
    // Without the resolved value (nothing changes, or AWS does not tell it) the names are what can be compared.
    const isSame =
      after === old?.value &&
      (resolved === undefined || old?.resolved === undefined || resolved === old.resolved);
    if (isSame) return [];
    return [
      {
        name,
        noEcho: false,
        ...defined("before", standing(old?.value, old?.resolved)),
        ...defined("after", standing(after, resolved)),
        ...defined("zoneOf", zoneOf),
      },
    ];
  });
  const declared = new Set(parameters.map((parameter) => parameter.name));
  const removed = [...before.values()].filter(({ name }) => !declared.has(name));
  return [
    ...changed,
    ...removed.map(({ name, value, resolved }) =>
      names.has(name)
        ? { name, noEcho: true }
        : { name, noEcho: false, ...defined("before", standing(value, resolved)) },
    ),
  ];
}

/** `/app/ami (ami-1)`: a name with what it stands for. */
function standing(value: string | undefined, resolved: string | undefined): string | undefined {
  return resolved === undefined || resolved === value ? value : `${value} (${resolved})`;
}

function keptParameters(sources: ChangeSources): readonly KeptParameter[] {
  const { parameters, stack, template } = sources;
  const { names } = hiddenParameters(sources);
  const changed = new Set(parameterChanges(sources).map(({ name }) => name));
  const present = new Map(stack?.parameters.map((parameter) => [parameter.name, parameter]));
  const defaults = new Map(template.parameters.map((declared) => [declared.name, declared.default]));
  return parameters
    .filter(({ name, source }) => source === "previous" && !changed.has(name))
    .map(({ name }) => {
      if (names.has(name)) return { name, value: "****" };
      const { value, resolved } = present.get(name) ?? {};
      return {
        name,
        value: standing(value, resolved) ?? "",
        ...defined("default", standardOf(defaults.get(name), value, resolved)),
      };
    });
}

/** The default in the form of the value, where both are the same name. */
function standardOf(
  standard: string | undefined,
  value: string | undefined,
  resolved: string | undefined,
): string | undefined {
  return standard === value ? standing(standard, resolved) : standard;
}

/** `{[name]: value}`, or nothing where there is no value (exactOptionalPropertyTypes). */
function defined<K extends string>(name: K, value: string | undefined): { readonly [P in K]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [P in K]: string });
}
