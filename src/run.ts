import type { Audience } from "./audience.ts";
import { discoverPorts, exporters } from "./discovery.ts";
import { planFor } from "./event.ts";
import { cleanup } from "./flows/cleanup.ts";
import { deploy } from "./flows/deploy/deploy.ts";
import { NOTHING_FOUND } from "./flows/discover/nothingFound.ts";
import { drift } from "./flows/drift.ts";
import type { StackJob, WorkflowRun } from "./flows/job.ts";
import { preview } from "./flows/preview/preview.ts";
import { inputError } from "./flows/render/problems.ts";
import { type RenderedStack, renderStack } from "./flows/render/render.ts";
import { isFailure, type RunResult } from "./flows/result.ts";
import { isRecorded } from "./flows/review/recorded.ts";
import { type DoingPlan, notDone, reportFailure } from "./flows/tell/failure.ts";
import type { Inputs, ParsedInputs } from "./inputs.ts";
import type { GitHubEvent } from "./payload.ts";
import type { Plan } from "./plan.ts";
import type { AwsPorts } from "./ports/aws.ts";
import type { GitHubPorts } from "./ports/github.ts";
import type { Checkout, Clock, Log } from "./ports/local.ts";
import type { Secrets } from "./secrets/secrets.ts";
import { stackInputs } from "./stackInputs.ts";
import type { TemplateStore } from "./template/tree/stored.ts";

/** The world as the run meets it. What costs time to connect is connected when it is first needed. */
export interface World {
  /** The raw text of an input. */
  readonly readInput: (name: string) => string;
  readonly event: GitHubEvent;
  readonly run: WorkflowRun;
  /** Who started this attempt of the run; `undefined` where nobody says it. */
  readonly startedBy: string | undefined;
  /** `AWS_REGION`. */
  readonly region: string | undefined;
  readonly workspace: Checkout;
  readonly connectAws: (region: string) => Promise<AwsPorts>;
  /** Base URL of S3 where it is an emulator's. */
  readonly s3Endpoint: string | undefined;
  /** `undefined` without a token. */
  readonly connectGitHub: (token: string) => Promise<GitHubPorts | undefined>;
  /** What is known of the run's secrets, which it is told as they are learned. */
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly log: Log;
  /** Aborts when the job is cancelled. */
  readonly cancel: AbortSignal;
}

/** The story: inputs and event say what to do, a flow does it, the result says what came of it. */
export async function run(world: World): Promise<RunResult> {
  const parsed = await stackInputs(world.readInput("deployment-file").trim(), world, world.workspace);
  const { mode, maskOutputs, redact } = parsed.inputs;
  world.secrets.learnNames(redact);
  const plan = planFor(world.event, mode, parsed.inputs.deployBranch);
  const result = await carryOut(plan, withEventProblems(parsed, plan, world.event), world);
  const nothing = mode === "discover" ? NOTHING_FOUND : {};
  return { ...nothing, ...result, failed: isFailure(result.result, mode), secretOutputs: maskOutputs };
}

/** A digest is approved by the person who starts a run, and by nobody for those that come by themselves. */
function withEventProblems(parsed: ParsedInputs, plan: Plan, { name }: GitHubEvent): ParsedInputs {
  const isManual = name === "workflow_dispatch" || name === "repository_dispatch";
  if (plan.kind !== "deploy" || parsed.inputs.approvedDigest === undefined || isManual) return parsed;
  const message = `Input approved-digest is given in a run for ${name}: it is for runs that a person starts (workflow_dispatch).`;
  return { ...parsed, problems: [...parsed.problems, { level: "error", message }] };
}

async function carryOut(plan: Plan, parsed: ParsedInputs, world: World): Promise<RunResult> {
  const { run, event, secrets } = world;
  const told = { inputs: parsed.inputs, run, commit: event.sha, secrets };
  switch (plan.kind) {
    case "skip":
    case "refuse":
      return notDone(plan, told);
    default:
      return doing(plan, parsed, world).catch((error: unknown) =>
        reportFailure(error, { ...told, plan, cancel: world.cancel }, world.log, async () => ({
          ...(await githubPorts(parsed.inputs, world)),
          ...world,
        })),
      );
  }
}

async function doing(plan: DoingPlan, parsed: ParsedInputs, world: World): Promise<RunResult> {
  const { inputs } = parsed;
  switch (plan.kind) {
    case "preview": {
      const { audience, unlessRecorded } = plan;
      if (unlessRecorded !== undefined && (await hasRecord(audience, inputs, world))) {
        const skip = { kind: "skip", reason: "irrelevant-event", explanation: unlessRecorded } as const;
        return notDone(skip, { ...world, inputs, commit: world.event.sha });
      }
      return onTemplate(plan, parsed, world);
    }
    case "cleanup":
      return tidy(plan.pullRequest, parsed, world);
    case "drift":
      return checkDrift(parsed, world);
    case "destroy":
      return destroyStack(parsed, world);
    case "discover":
      return discoverStacks(plan, parsed, world);
    default:
      return onTemplate(plan, parsed, world);
  }
}

async function hasRecord(audience: Audience, inputs: Inputs, world: World): Promise<boolean> {
  if (audience.kind !== "pull-request") return false;
  const { checks } = await githubPorts(inputs, world);
  return isRecorded(inputs, audience, { checks, log: world.log });
}

type TemplatePlan = Extract<Plan, { kind: "render" | "preview" | "deploy" }>;

async function onTemplate(plan: TemplatePlan, parsed: ParsedInputs, world: World): Promise<RunResult> {
  const isSent = plan.kind !== "render";
  const rendered = await renderFor(parsed, isSent, world);
  for (const notice of rendered.notices) world.log.notice(notice.message, notice);
  for (const finding of rendered.findings) world.log.warning(finding.message, finding);
  const renderedTemplate = await world.workspace.writeRendered(
    parsed.inputs.stackName,
    rendered.template.body,
  );
  for (const { name, body } of rendered.nested) await world.workspace.writeRendered(name, body);
  return { ...(await onStack(plan, parsed.inputs, rendered, world)), renderedTemplate };
}

async function onStack(
  plan: TemplatePlan,
  inputs: Inputs,
  rendered: RenderedStack,
  world: World,
): Promise<RunResult> {
  if (plan.kind === "render") return { result: "rendered", message: `Rendered ${rendered.template.file}.` };
  const ports = await portsOf(inputs, world);
  const commit = plan.kind === "preview" ? plan.audience.headSha : plan.commit;
  const job = jobOf(inputs, rendered, commit, world);
  switch (plan.kind) {
    case "preview":
      return preview(job, plan.audience, { ...ports, ...exporters(plan.audience, inputs, world) });
    case "deploy":
      return deploy(job, plan, ports);
  }
}

function renderFor(parsed: ParsedInputs, isSent: boolean, world: World): Promise<RenderedStack> {
  const store = templateStore(parsed.inputs, world.s3Endpoint);
  return renderStack(parsed, world.workspace, { store, isSent }, world.secrets);
}

/** What is deployed is what is destroyed: the checkout is read only where it says that a protection goes. */
async function destroyStack(parsed: ParsedInputs, world: World): Promise<RunResult> {
  const { inputs, problems } = parsed;
  const job = { ...watchingJob(inputs, world), startedBy: world.startedBy };
  const render = () => renderFor(parsed, true, world);
  // Few runs destroy anything, and every run would read its code.
  const { destroy } = await import("./flows/destroy/destroy.ts");
  return destroy({ ...job, render }, problems, await portsOf(inputs, world));
}

async function discoverStacks(
  { since }: Extract<Plan, { kind: "discover" }>,
  { inputs, problems }: ParsedInputs,
  world: World,
): Promise<RunResult> {
  if (problems.length > 0) throw inputError(problems, []);
  // Few steps discover anything, and every other would read its code.
  const { discover } = await import("./flows/discover/discover.ts");
  const job = { globs: inputs.deployments, since, run: world.run };
  return discover(job, await discoverPorts(inputs, world));
}

/** Drift is the difference to the deployed template: the one in the checkout is not read. */
async function checkDrift({ inputs, problems }: ParsedInputs, world: World): Promise<RunResult> {
  if (problems.length > 0) throw inputError(problems, []);
  const job = watchingJob(inputs, world);
  return drift(job, await portsOf(inputs, world));
}

/** What every flow starts from that renders nothing. */
function watchingJob(inputs: Inputs, world: World) {
  const { secrets, run, event, cancel } = world;
  return { inputs, secrets, run, commit: event.sha, deadline: deadlineOf(inputs, world), cancel };
}

async function tidy(
  pullRequest: number,
  { inputs, problems }: ParsedInputs,
  world: World,
): Promise<RunResult> {
  if (problems.length > 0) throw inputError(problems, []);
  return cleanup(inputs, pullRequest, await portsOf(inputs, world));
}

async function portsOf(inputs: Inputs, world: World) {
  const { clock, log, workspace } = world;
  const { recordKey } = inputs;
  const [aws, github] = await Promise.all([world.connectAws(inputs.region), githubPorts(inputs, world)]);
  return {
    ...aws,
    ...github,
    signer: recordKey === undefined ? undefined : aws.signer(recordKey),
    sources: () => workspace.sources(),
    headCommit: () => workspace.headCommit(),
    clock,
    log,
  };
}

async function githubPorts(inputs: Inputs, world: World) {
  const github = await world.connectGitHub(inputs.githubToken);
  return {
    ...{ checks: github?.checks, comments: github?.comments },
    ...{ pulls: github?.pulls, people: github?.people },
  };
}

function templateStore(inputs: Inputs, endpoint: string | undefined): TemplateStore | undefined {
  const { s3Bucket: bucket, s3Prefix: prefix = "", region } = inputs;
  if (bucket === undefined) return undefined;
  return { bucket, prefix, region, ...(endpoint === undefined ? {} : { endpoint }) };
}

function jobOf(inputs: Inputs, rendered: RenderedStack, commit: string, world: World): StackJob {
  return {
    inputs,
    rendered,
    secrets: world.secrets,
    run: world.run,
    commit,
    commits: [...new Set([commit, world.run.sha])].filter((sha) => /^[0-9a-f]{40,64}$/.test(sha)),
    deadline: deadlineOf(inputs, world),
    cancel: world.cancel,
  };
}

function deadlineOf({ timeoutMinutes }: Inputs, { clock }: World): number {
  return clock.now() + timeoutMinutes * 60_000;
}
