import type { PropertyChange, ResourceChange } from "../../../src/changes/model.ts";
import type { StackJob } from "../../../src/flows/job.ts";
import { preflight } from "../../../src/flows/preflight/preflight.ts";
import { renderStack } from "../../../src/flows/render/render.ts";
import { parseInputs } from "../../../src/inputs.ts";
import type { Subnet } from "../../../src/ports/aws.ts";
import type { Clock, Log } from "../../../src/ports/local.ts";
import type { Databases, Questions } from "../../../src/ports/preflight.ts";
import { openSecrets } from "../../../src/secrets/secrets.ts";
import type { Alarm, Stack } from "../../../src/stack/model.ts";
import { ServiceError } from "../../../src/stack/serviceError.ts";
import { onlyThese } from "../questions.ts";
import { run } from "../world.ts";

export const ACCOUNT = "111122223333";

/** What the account has, and what was asked. */
export function account(more: Partial<Databases> = {}, questions: Partial<Questions> = {}) {
  const asked: string[] = [];
  const note = <T>(question: string, answer: T): Promise<T> => {
    asked.push(question);
    return Promise.resolve(answer);
  };
  const subnets: readonly Subnet[] = [
    { id: "subnet-aaaaaaaa", zone: "us-east-1a", vpc: "vpc-11111111" },
    { id: "subnet-a2a2a2a2", zone: "us-east-1a", vpc: "vpc-11111111" },
    { id: "subnet-bbbbbbbb", zone: "us-east-1b", vpc: "vpc-11111111" },
    { id: "subnet-cccccccc", zone: "us-east-1c", vpc: "vpc-22222222" },
  ];
  const databases: Databases = {
    versions: (engine) =>
      note(`versions ${engine}`, engine === "aurora-mysql" ? MYSQL : engine === "unheard-of" ? [] : POSTGRES),
    isOffered: ({ engine, version, instanceClass }) =>
      note(`${engine} ${version} on ${instanceClass}`, instanceClass !== "db.x99.huge"),
    takenClusters: (names) =>
      note(
        `clusters ${names.join(" ")}`,
        names.filter((name) => name === "taken"),
      ),
    takenInstances: (names) =>
      note(
        `instances ${names.join(" ")}`,
        names.filter((name) => name === "taken"),
      ),
    quotas: () =>
      note("quotas", [
        { name: "DBClusters", used: 38, max: 40 },
        { name: "DBInstances", used: 3, max: 40 },
      ]),
    ...more,
  };
  return {
    asked,
    questions: onlyThese({
      caller: () =>
        note("caller", { account: ACCOUNT, arn: `arn:aws:sts::${ACCOUNT}:assumed-role/preview/x` }),
      databases,
      secretStore: {
        find: (ids: readonly string[]) =>
          note(
            `secrets ${ids.join(" ")}`,
            ids
              .filter((id) => !id.includes("gone"))
              .map((id) => ({ id, isBeingDeleted: id === "dying", stages: ["AWSCURRENT"] })),
          ),
      },
      ...questions,
    }),
    alarms: {
      find: (arns: readonly string[]) =>
        note(
          `alarms ${arns.map((arn) => arn.split(":alarm:")[1]).join(" ")}`,
          ALARMS.filter(({ arn }) => arns.includes(arn)),
        ),
    },
    parameterStore: {
      read: (names: readonly string[]) =>
        note(
          `parameters ${names.join(" ")}`,
          names.filter((name) => name === "/app/db").map((name) => ({ name, version: 3, value: "hidden" })),
        ),
    },
    exports: {
      importers: (name: string) => note(`importers ${name}`, IMPORTERS[name] ?? []),
    },
    subnets: {
      find: (ids: readonly string[]) =>
        note(
          `subnets ${ids.join(" ")}`,
          subnets.filter(({ id }) => ids.includes(id)),
        ),
    },
  };
}

const IMPORTERS: Readonly<Record<string, readonly string[]>> = {
  "app-url": ["consumer"],
  "app-own": ["app-Inner-1A2B3C4D5E6F"],
};

export const alarmArn = (name: string) => `arn:aws:cloudwatch:us-east-1:${ACCOUNT}:alarm:${name}`;
export const METRIC = "AWS::CloudWatch::Alarm";
const SINCE = Date.UTC(2026, 2, 1, 12, 34, 56);
const ALARMS: readonly Alarm[] = [
  { arn: alarmArn("ok"), type: METRIC, state: "OK" },
  { arn: alarmArn("silent"), type: METRIC, state: "INSUFFICIENT_DATA" },
  { arn: alarmArn("firing"), type: METRIC, state: "ALARM", reason: "Threshold Crossed.", since: SINCE },
];

const POSTGRES = ["14.17", "15.10", "15.12", "16.8"].map((version) => ({
  version,
  family: `aurora-postgresql${version.split(".")[0]}`,
}));
const MYSQL = ["8.0.mysql_aurora.3.08.0", "8.0.mysql_aurora.3.10.0"].map((version) => ({ version }));

/** Time that passes only when a test says so. */
export function still(): Clock & { readonly pass: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return {
    now: () => 0,
    pass: resolve,
    sleep: (_, signal) =>
      Promise.race([
        promise,
        new Promise<void>((end) => signal?.addEventListener("abort", () => end(), { once: true })),
      ]),
  };
}

export const log: Log = {
  info: () => undefined,
  debug: () => undefined,
  notice: () => undefined,
  warning: () => undefined,
  error: () => undefined,
  group: (_, work) => work(),
};

export async function jobOf(
  files: Readonly<Record<string, object>>,
  inputs: Readonly<Record<string, string>> = {},
): Promise<StackJob> {
  const given: Readonly<Record<string, string>> = { template: "stack.json", "stack-name": "app", ...inputs };
  const workspace = {
    read: async (path: string) => new TextEncoder().encode(JSON.stringify(files[path], null, 2)),
    readBundled: () => Promise.reject(new Error("not bundled")),
    writeRendered: async () => "",
    sources: () => [],
    headCommit: async () => undefined,
    pack: () => Promise.reject(new Error("nothing is packed here")),
  };
  const parsed = parseInputs((name) => given[name] ?? "", undefined);
  const rendered = await renderStack(parsed, workspace, { store: undefined, isSent: false }, openSecrets());
  return {
    inputs: parsed.inputs,
    secrets: openSecrets(),
    rendered,
    run,
    commit: "0".repeat(40),
    commits: [],
    deadline: Number.MAX_SAFE_INTEGER,
    cancel: new AbortController().signal,
  };
}

export function cluster(properties: object = {}): object {
  return {
    Type: "AWS::RDS::DBCluster",
    Properties: { Engine: "aurora-postgresql", EngineVersion: "15.4", ...properties },
  };
}

export type Change = Pick<ResourceChange, "logicalId" | "action"> & Partial<ResourceChange>;

/** A change of a property, in place. */
export function detail(name: string): PropertyChange {
  return { attribute: "Properties", name, requiresRecreation: "Never", evaluation: "Static" };
}

export function changesOf(changes: readonly Change[]) {
  return {
    target: { stack: "app", region: "us-east-1", account: "111122223333", type: "UPDATE" as const },
    resources: changes.map((change) => ({ stackPath: [], type: "", scope: [], details: [], ...change })),
    parameters: [],
    keptParameters: [],
    tags: [],
    outputs: [],
    settings: [],
    template: [],
    capabilities: [],
  };
}

export const live: Stack = {
  arn: "arn:aws:cloudformation:us-east-1:111122223333:stack/app/1",
  name: "app",
  status: "UPDATE_COMPLETE",
  parameters: [{ name: "Version", value: "15.4" }],
  tags: {},
  outputs: [],
  capabilities: [],
  notificationArns: [],
  terminationProtection: false,
  createdAt: 0,
};

/** The findings for a new stack that has these resources, as `level logicalId message`. */
export async function found(
  resources: object,
  parameters: object = {},
  inputs: Readonly<Record<string, string>> = {},
) {
  const job = await jobOf({ "stack.json": { Parameters: parameters, Resources: resources } }, inputs);
  const { asked: _, ...ports } = account();
  const result = await preflight(
    job,
    { live: undefined, changes: undefined, isPreview: false },
    { ...ports, clock: still(), log },
  );
  return result(undefined).map(({ level, logicalId, message }) => `${level} ${logicalId} ${message}`);
}

interface Circumstances {
  /** Of a stack that is there; a new one's are not known yet. */
  readonly changes?: readonly Change[];
  readonly isPreview?: boolean;
  readonly region?: string;
  readonly roleArn?: string;
}

/** What is found, as `level logicalId message`, where AWS answers these questions so. */
export async function judged(
  resources: object,
  questions: Partial<Questions>,
  { changes: given, isPreview = false, region = "us-east-1", roleArn = "" }: Circumstances = {},
): Promise<readonly string[]> {
  const job = await jobOf({ "stack.json": { Resources: resources } }, { region, "role-arn": roleArn });
  const { asked: _, ...ports } = account({}, questions);
  const changes = given && changesOf(given);
  const stack = given && live;
  const result = await preflight(job, { live: stack, changes, isPreview }, { ...ports, clock: still(), log });
  return result(changes).map(({ level, logicalId, message }) =>
    [level, logicalId, message].filter((part) => part !== undefined).join(" "),
  );
}

/** What an edge throws where a permission is missing. */
export function denied(): ServiceError {
  const message = "Cannot ask: User: x is not authorized.";
  return new ServiceError(message, { reasonCode: "access-denied", trouble: "denied" });
}
