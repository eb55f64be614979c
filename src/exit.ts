import { factsIn } from "./changes/review/record.ts";
import { endText, type RunResult, type StepOutput, stepOutputs } from "./flows/result.ts";
import { createLog, type Toolkit } from "./log.ts";
import type { CheckRunContent, Checks, Comments, GitHubWriters, ShownContent } from "./ports/github.ts";
import { openSecrets, type Secrets, type Shown } from "./secrets/secrets.ts";
import type { Finding } from "./template/model.ts";

/** What writes to the runner. */
export interface Outlets {
  readonly toolkit: Toolkit;
  readonly setSecret: (value: string) => void;
  readonly setOutput: (name: string, value: string) => void;
  readonly writeSummary: (markdown: Shown) => Promise<unknown>;
}

/**
 * The one way out. Every text that the action writes anywhere passes through here: log and annotations, comments, check
 * runs, the job summary and the step outputs. What the run learns of its secrets is hidden in all of them from then on.
 * (The runner's own masking works in the log alone.)
 */
export function openExit(outlets: Outlets) {
  const secrets = openSecrets(outlets.setSecret);
  const log = remembering(createLog(outlets.toolkit, secrets.hide));
  return {
    secrets,
    log,
    guarded: <T extends GitHubWriters>(github: T) => ({
      ...github,
      checks: guardedChecks(github.checks, secrets),
      comments: guardedComments(github.comments, secrets),
    }),
    /**
     * Tells what a run came to, wherever it can be told. Outputs first: they are set whatever comes after, on failure too.
     * @returns whether the step fails: also where the outputs, for which others wait, could not be set
     */
    async finish(result: RunResult): Promise<boolean> {
      const told = withOutputs(result, secrets, outlets);
      await writeSummary(told.summary, secrets, outlets, log);
      tellEnd(told, log);
      return told.failed === true;
    },
  };
}

type ExitLog = ReturnType<typeof createLog>;

/** A log that knows what was written since an error was told. */
function remembering(log: ExitLog) {
  let told: string | undefined;
  let since: "nothing" | "lines" | "annotations" = "nothing";
  return {
    ...log,
    info(text: string): void {
      if (since === "nothing") since = "lines";
      log.info(text);
    },
    notice(text: string, finding?: Finding): void {
      since = "annotations";
      log.notice(text, finding);
    },
    warning(text: string, finding?: Finding): void {
      since = "annotations";
      log.warning(text, finding);
    },
    error(text: string, finding?: Finding): void {
      [told, since] = [text, "nothing"];
      log.error(text, finding);
    },
    sinceTold: (text: string) => (told === text ? since : undefined),
  };
}

/**
 * The cause is in the last lines of the log, and the last of its annotations. What was told before GitHub was is repeated
 * only where something was written since.
 */
function tellEnd(result: RunResult, log: ReturnType<typeof remembering>): void {
  const text = endText(result);
  const since = log.sinceTold(text);
  if (since === "nothing") return;
  if (result.failed !== true || since === "lines") log.info(text);
  else log.error(text);
}

/** The result once its outputs are set, or with why they could not be. */
function withOutputs(result: RunResult, secrets: Secrets, outlets: Outlets): RunResult {
  let failure: string | undefined;
  for (const output of stepOutputs(result)) {
    try {
      setOutput(output, secrets, outlets);
    } catch (error) {
      failure ??= error instanceof Error ? error.message : String(error);
    }
  }
  if (failure === undefined) return result;
  return {
    ...result,
    failed: true,
    message: `${result.message} But the step's outputs could not be set: ${failure}`,
  };
}

async function writeSummary(
  markdown: string | undefined,
  secrets: Secrets,
  outlets: Outlets,
  log: ExitLog,
): Promise<void> {
  if (markdown === undefined) return;
  try {
    await outlets.writeSummary(secrets.hideInDocument(markdown));
  } catch (error) {
    log.warning(`The job summary could not be written: ${String(error)}`);
  }
}

/** A stack's outputs are exported as they are: whoever needs them needs all of them. One that holds a secret is masked. */
function setOutput(output: StepOutput, secrets: Secrets, outlets: Outlets): void {
  const { name, value, secret, isOfStack } = output;
  if (secret || (isOfStack && secrets.holds(value))) outlets.setSecret(value);
  // As it stands in `stack-outputs`.
  const inJson = JSON.stringify(value).slice(1, -1);
  if (secret && inJson !== value) outlets.setSecret(inJson);
  outlets.setOutput(name, name === "change-summary" ? secrets.hideInJson(value) : value);
}

function guardedChecks(checks: GitHubWriters["checks"], secrets: Secrets): Checks {
  const shown = ({ text, ...content }: CheckRunContent): ShownContent => ({
    ...content,
    title: secrets.hide(content.title),
    summary: secrets.hideInDocument(content.summary),
    // A record, which is read back: JSON that stays JSON.
    ...(text === undefined ? {} : { text: secrets.hideInJson(text, factsIn(text, content.externalId)) }),
    annotations: content.annotations.map((finding) => ({
      ...finding,
      message: secrets.hide(finding.message),
    })),
  });
  return {
    list: checks.list,
    create: (sha, name, content) => checks.create(sha, name, shown(content)),
    update: (id, content) => checks.update(id, shown(content)),
  };
}

function guardedComments(comments: GitHubWriters["comments"], secrets: Secrets): Comments {
  return {
    list: comments.list,
    remove: comments.remove,
    write: (place, marker, body) => comments.write(place, marker, secrets.hideInDocument(body, marker)),
    upsert: (pullRequest, marker, render) =>
      comments.upsert(pullRequest, marker, (present) => {
        const body = render(present);
        return body === undefined ? undefined : secrets.hideInDocument(body, marker);
      }),
  };
}
