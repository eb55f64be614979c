import { parse } from "yaml";
import type { Access, Concurrency, Job, Permissions, Step, Strategy, Trigger, Workflow } from "./model.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * A workflow file as GitHub reads it. Throws at whatever is not known here: what a workflow says is played, or the test
 * that plays it fails.
 */
export function readWorkflow(path: string, text: string): Workflow {
  const file = mapping(parse(text), path);
  known(file, ["name", "on", "permissions", "concurrency", "env", "jobs"], path);
  const jobs = Object.entries(mapping(file.jobs, `${path}: jobs`));
  return {
    ...(file as unknown as Workflow),
    path,
    name: typeof file.name === "string" ? file.name : path,
    on: triggers(file.on, path),
    ...permissionsOf(file, path),
    ...concurrencyOf(file, path),
    jobs: Object.fromEntries(jobs.map(([id, job]) => [id, readJob(job, `${path}: ${id}`)])),
  };
}

const FILTERS = ["types", "branches", "branches-ignore", "tags", "tags-ignore", "paths", "paths-ignore"];
const EVENTS: Readonly<Record<string, readonly string[]>> = {
  pull_request: FILTERS,
  push: FILTERS,
  merge_group: ["types"],
  workflow_dispatch: ["inputs"],
};

function triggers(on: unknown, path: string): Workflow["on"] {
  if (typeof on === "string") return triggers({ [on]: null }, path);
  if (Array.isArray(on)) return triggers(Object.fromEntries(on.map((event) => [event, null])), path);
  const events = Object.entries(mapping(on, `${path}: on`));
  return Object.fromEntries(
    events.map(([event, asked]) => [event, trigger(event, asked, `${path}: on.${event}`)]),
  );
}

function trigger(event: string, asked: unknown, where: string): Trigger {
  if (event === "schedule") {
    return { cron: (asked as readonly Json[]).map((entry) => String(entry.cron)) };
  }
  const allowed = EVENTS[event];
  if (allowed === undefined) throw new Error(`${where}: this event is not played`);
  const filters = asked === null ? {} : mapping(asked, where);
  known(filters, allowed, where);
  const lists = Object.entries(filters).map(([key, value]) => [key, key === "inputs" ? value : list(value)]);
  return Object.fromEntries(lists);
}

function readJob(value: unknown, where: string): Job {
  const job = mapping(value, where);
  const keys = ["if", "needs", "permissions", "environment", "concurrency", "env", "outputs", "steps"];
  known(job, [...keys, "name", "runs-on", "timeout-minutes", "strategy"], where);
  if (typeof job["runs-on"] !== "string") throw new Error(`${where}: runs-on is played with one label only`);
  const { environment } = job;
  return {
    ...(job as unknown as Job),
    needs: list(job.needs),
    ...(environment === undefined ? {} : { environment: named(environment, where) }),
    ...strategyOf(job, where),
    ...permissionsOf(job, where),
    ...concurrencyOf(job, where),
    steps: (job.steps as readonly unknown[]).map((step, n) => readStep(step, `${where}, step ${n + 1}`)),
  };
}

function readStep(value: unknown, where: string): Step {
  const step = mapping(value, where);
  known(
    step,
    ["id", "name", "if", "uses", "run", "with", "env", "continue-on-error", "timeout-minutes"],
    where,
  );
  if ((step.uses === undefined) === (step.run === undefined)) throw new Error(`${where}: uses or run?`);
  return step as Step;
}

function permissionsOf(holder: Json, where: string): { readonly permissions?: Permissions } {
  const { permissions } = holder;
  if (permissions === undefined) return {};
  if (permissions === "read-all" || permissions === "write-all")
    throw new Error(`${where}: ${permissions} says less than the permissions by their names`);
  const entries = Object.entries(mapping(permissions ?? {}, `${where}: permissions`));
  for (const [name, access] of entries) {
    if (!/^(read|write|none)$/.test(String(access))) throw new Error(`${where}: ${name}: ${String(access)}`);
  }
  return { permissions: Object.fromEntries(entries) as Readonly<Record<string, Access>> };
}

function concurrencyOf(holder: Json, where: string): { readonly concurrency?: Concurrency } {
  const { concurrency } = holder;
  if (concurrency === undefined) return {};
  if (typeof concurrency === "string") return { concurrency: { group: concurrency } };
  const asked = mapping(concurrency, where);
  known(asked, ["group", "cancel-in-progress"], `${where}: concurrency`);
  return { concurrency: asked as unknown as Concurrency };
}

function strategyOf({ strategy }: Json, where: string): { readonly strategy?: Strategy } {
  if (strategy === undefined) return {};
  const asked = mapping(strategy, `${where}: strategy`);
  known(asked, ["matrix", "fail-fast", "max-parallel"], `${where}: strategy`);
  if (asked.matrix === undefined) throw new Error(`${where}: a strategy without a matrix`);
  return { strategy: asked as unknown as Strategy };
}

function named(environment: unknown, where: string): string {
  if (typeof environment === "string") return environment;
  const asked = mapping(environment, `${where}: environment`);
  known(asked, ["name"], `${where}: environment`);
  return String(asked.name);
}

function list(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

function mapping(value: unknown, where: string): Json {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Json;
  throw new Error(`${where}: a mapping is expected, not ${JSON.stringify(value)}`);
}

function known(value: Json, keys: readonly string[], where: string): void {
  const strange = Object.keys(value).filter((key) => !keys.includes(key));
  if (strange.length > 0) throw new Error(`${where}: ${strange.join(", ")} is not played`);
}
