import { createChangeSets } from "../../../src/aws/changeSets/changeSets.ts";
import { createStacks } from "../../../src/aws/stacks.ts";
import { ActionError } from "../../../src/errors.ts";
import type { deploy } from "../../../src/flows/deploy/deploy.ts";
import type { StackJob } from "../../../src/flows/job.ts";
import { renderStack } from "../../../src/flows/render/render.ts";
import type { RunResult } from "../../../src/flows/result.ts";
import { type ParsedInputs, parseInputs } from "../../../src/inputs.ts";
import { openSecrets } from "../../../src/secrets/secrets.ts";
import { onlyThese } from "../questions.ts";
import { freePace } from "../watch/freePace.ts";
import { silent } from "../world.ts";
import { clientOf } from "./cloudFormation.ts";
import { inputsOf, TEMPLATE, templateOf } from "./content.ts";
import { type Course, proposedBy, remember, shasOf, watched } from "./course.ts";
import { OUR_APP } from "./gitHub.ts";
import { type AroundCall, blobOf, portsOf } from "./gitHubPorts.ts";
import { type Done, type JobOptions, type Place, REGION, STACK, type World } from "./truth.ts";

interface RunWorld {
  readonly job: StackJob;
  readonly ports: Parameters<typeof deploy>[2];
}

/** A run that was killed: from then on nothing that it does has an effect. */
class Killed extends Error {}

export async function inRun(
  session: World,
  options: JobOptions,
  place: Place,
  work: (world: RunWorld) => Promise<RunResult>,
): Promise<Done> {
  const id = String(++session.runs);
  const inputs = { ...inputsOf(place.content, place.sha), ...options.inputs };
  const course: Course = {
    ...{ session, options, place, inputs, executions: [], trace: [] },
    lastArn: "",
    begunAt: session.calls,
    markedAt: session.calls,
    changedAt: 0,
  };
  const { executions, trace } = course;
  let calls = 0;
  let dead = false;
  let meanwhile: Promise<void> | undefined;
  const call = async (): Promise<void> => {
    calls += 1;
    session.calls += 1;
    if (calls === options.killAt) dead = true;
    if (dead) throw new Killed();
    if (options.meanwhile?.at !== calls) return;
    // The flow may be over before one of its parallel calls is: what happens meanwhile must not run into the next run.
    meanwhile = options.meanwhile.act();
    await meanwhile;
    course.changedAt = session.calls;
  };
  const around = async <T>(name: string, answer: () => T): Promise<T> => {
    trace.push(`> ${name}`);
    await call();
    const answered = answer();
    trace.push(`< ${name}`);
    return answered;
  };
  const github: AroundCall = (name, answer) =>
    around(name, () => {
      if (options.gitHubDown) throw new ActionError("GitHub could not answer", { reasonCode: "error" });
      const answered = answer();
      if (name === "checks.update") course.markedAt = session.calls;
      return answered;
    });
  const client = clientOf(session.aws, (operation, params, answer) =>
    around(operation, () => watched(course, operation, params, answer)),
  );
  const clock = {
    now: session.clock.now,
    sleep: async (ms: number) => {
      if (dead) throw new Killed();
      session.clock.advance(ms);
    },
  };
  const { mutation } = session;
  // A plan of the time is read beside all else, and nobody waits for it: what others did in that call would go on beside
  // this run, and a story has one thing happen at a time.
  const edge = { client, clock, pace: freePace, log: silent, cancel: undefined };
  const aside = clientOf(session.aws, async (_, __, answer) => answer());
  const { newestEvents } = createStacks({ ...edge, client: aside });
  const aws = {
    stacks: { ...createStacks(edge), newestEvents },
    changeSets: createChangeSets(edge),
    templateBucket: {
      store: never,
      read: (url: string) => around("GetObject", () => session.aws.objects.readUrl(url)),
    },
  };
  const ports = portsOf(session.gitHub, options.appId ?? OUR_APP, github, (run) => remember(course, run));
  try {
    const world: RunWorld = {
      job: await jobOf(course, id),
      ports: {
        ...(mutation.aws?.(aws) ?? aws),
        ...notUsed,
        ...(mutation.gitHub?.(ports) ?? ports),
        signer: undefined,
        sources: () => [{ path: TEMPLATE, blob: blobOf(templateOf(place.content)), isLinked: false }],
        headCommit: async () => place.checkedOut,
        pace: freePace,
        clock,
        log: silent,
      },
    };
    const result = await work(world);
    const proposed = proposedBy(course, result.changeSetArn);
    return { result: dead ? undefined : result, error: undefined, executions, proposed, trace };
  } catch (error) {
    if (!(error instanceof ActionError) && !(error instanceof Killed)) throw error;
    return { result: undefined, error, executions, proposed: undefined, trace };
  } finally {
    await meanwhile;
  }
}

const never = (): never => {
  throw new Error("this template asks for no such thing");
};

/** Nobody may ask what kind of alarm one is: it is taken for a metric alarm. */
const alarmsWithoutTypes = {
  find: async () => {
    throw new ActionError("No cloudwatch:DescribeAlarms.", { reasonCode: "access-denied" });
  },
};

const notUsed = {
  parameterStore: { read: never },
  subnets: { find: never },
  alarms: alarmsWithoutTypes,
  exports: { importers: never },
  // Of the role that the settings of some histories name.
  questions: onlyThese({ roles: { find: never, denials: async () => [] } }),
  prices: { products: never },
};

async function jobOf({ session, options, place, inputs }: Course, id: string): Promise<StackJob> {
  const parsed = parsedInputs(inputs);
  return {
    inputs: parsed.inputs,
    secrets: openSecrets(),
    rendered: await rendered(inputs, templateOf(place.content)),
    run: {
      id,
      attempt: 1,
      url: `https://github.test/runs/${id}`,
      repository: "acme/app",
      repositoryId: "1001",
      number: id,
      sha: place.sha,
    },
    commit: place.commit,
    commits: shasOf(place),
    deadline: session.clock.now() + (options.timeoutMs ?? 3_600_000),
    cancel: new AbortController().signal,
  };
}

const known = {
  inputs: new Map<string, ParsedInputs>(),
  rendered: new Map<string, ReturnType<typeof renderStack>>(),
};
const KEPT = 5_000;

function remembered<T>(map: Map<string, T>, key: string, make: () => T): T {
  const found = map.get(key);
  if (found !== undefined) return found;
  if (map.size >= KEPT) map.clear();
  const made = make();
  map.set(key, made);
  return made;
}

function parsedInputs(given: Readonly<Record<string, string>>): ParsedInputs {
  return remembered(known.inputs, JSON.stringify(given), () => {
    const all: Readonly<Record<string, string>> = {
      template: TEMPLATE,
      "stack-name": STACK,
      region: REGION,
      "github-token": "token",
      ...given,
    };
    const parsed = parseInputs((name) => all[name] ?? "", undefined);
    if (parsed.problems.length > 0) throw new Error(JSON.stringify(parsed.problems));
    return parsed;
  });
}

function rendered(given: Readonly<Record<string, string>>, template: string): ReturnType<typeof renderStack> {
  const { parameters, tags, capabilities } = given;
  const key = JSON.stringify([parameters, tags, capabilities, template]);
  return remembered(known.rendered, key, () => {
    const bytes = new TextEncoder().encode(template);
    const workspace = {
      read: async () => bytes,
      readBundled: async () => bytes,
      writeRendered: async () => "",
      sources: () => [],
      headCommit: async () => undefined,
      pack: never,
    };
    return renderStack(parsedInputs(given), workspace, { store: undefined, isSent: true }, openSecrets());
  });
}
