import type { Subnet, Subnets } from "../../ports/aws.ts";
import type { Log } from "../../ports/local.ts";
import type { Stack } from "../../stack/model.ts";
import type { ResolvedParameter } from "../../template/model.ts";
import { type ZoneParameter, zoneParameters } from "../../template/parameters/zoneParameters.ts";
import type { StackJob } from "../job.ts";
import { asker, type Unanswered, unansweredNotices } from "./questions.ts";

export interface ZonePorts {
  readonly subnets: Subnets;
  readonly log: Log;
}

/**
 * The stack's parameters, with the zones of its subnets where the template wants them (`zoneParameters`) and they are
 * empty. A new stack gets them from EC2, if the role may ask. A stack that is there keeps what it has, whatever
 * `missing-parameters` says: RDS and others pin an instance to its zone once and for all, so that an empty value would
 * replace it.
 */
export async function parametersWithZones(
  job: StackJob,
  live: Stack | undefined,
  ports: ZonePorts,
): Promise<readonly ResolvedParameter[]> {
  const parameters = job.rendered.parametersFor(live);
  const isEmpty = (name: string) =>
    parameters.some((it) => it.name === name && it.value === "" && !it.noEcho);
  const empty = zoneParameters(job.rendered.template.value).filter(({ zone }) => isEmpty(zone));
  if (empty.length === 0) return parameters;
  return live === undefined
    ? filled(parameters, empty, await subnetsOf(job, parameters, empty, ports), ports.log)
    : kept(parameters, empty, live);
}

function kept(
  parameters: readonly ResolvedParameter[],
  empty: readonly ZoneParameter[],
  live: Stack,
): readonly ResolvedParameter[] {
  const isKept = (name: string) =>
    empty.some(({ zone }) => zone === name) &&
    live.parameters.some((present) => present.name === name && present.value !== "");
  return parameters.map((it) =>
    isKept(it.name) ? { name: it.name, noEcho: it.noEcho, source: "previous" } : it,
  );
}

function filled(
  parameters: readonly ResolvedParameter[],
  empty: readonly ZoneParameter[],
  found: readonly Subnet[],
  log: Log,
): readonly ResolvedParameter[] {
  const values = new Map(parameters.map(({ name, value }) => [name, value]));
  return parameters.map((it) => {
    const from = empty.find(({ zone }) => zone === it.name)?.subnet;
    const subnet = from === undefined ? undefined : found.find(({ id }) => id === values.get(from));
    if (from === undefined || subnet === undefined) return it;
    log.info(`${it.name} is ${subnet.zone}, the zone of ${subnet.id} (${from}).`);
    return { name: it.name, noEcho: it.noEcho, source: "subnet", value: subnet.zone, zoneOf: from };
  });
}

async function subnetsOf(
  { inputs, cancel }: StackJob,
  parameters: readonly ResolvedParameter[],
  empty: readonly ZoneParameter[],
  { subnets, log }: ZonePorts,
): Promise<readonly Subnet[]> {
  const wanted = new Set(empty.map(({ subnet }) => subnet));
  // What is no id is no value yet: a parameter of Systems Manager's.
  const ids = parameters.flatMap(({ name, value }) =>
    wanted.has(name) && value?.startsWith("subnet-") ? [value] : [],
  );
  if (!inputs.preflight || ids.length === 0) return [];
  const unanswered: Unanswered[] = [];
  const what = `the zones of ${ids.join(", ")}, so ${empty.map(({ zone }) => zone).join(", ")} stay empty`;
  const question = { what, permission: "ec2:DescribeSubnets", resources: [""], when: "made" } as const;
  // Waited for like every call that a change set needs: given up, a deploy would not be what its preview was.
  const found = await asker(cancel, unanswered)(question, (signal) => subnets.find(ids, signal));
  for (const { message } of unansweredNotices(unanswered)) log.notice(message);
  return found ?? [];
}
