import { costChange } from "../../changes/costs/costChange.ts";
import { type Costed, costedResources, queryKey, questionsFor } from "../../changes/costs/costed.ts";
import type { CostChange, Price, PriceQuery } from "../../changes/costs/model.ts";
import { unitPrice } from "../../changes/costs/priceList.ts";
import { costResources } from "../../changes/costs/templates.ts";
import type { TemplatePair } from "../../changes/items/templateItems.ts";
import type { Changes } from "../../changes/model.ts";
import type { Prices } from "../../ports/aws.ts";
import type { Clock, Log } from "../../ports/local.ts";
import { costText } from "../../report/sections/costs.ts";
import type { Stack } from "../../stack/model.ts";
import type { StackJob } from "../job.ts";
import { PATIENCE_MS, scopeOf } from "../preflight/preflight.ts";
import { type Ask, asker, type Check } from "../preflight/questions.ts";
import type { PreviewEnding } from "./previewEnding.ts";

/** What a preview is told of costs, while CloudFormation works out the changes. */
export interface Costs {
  /** Begins to ask, as soon as it is known what may change. */
  readonly begin: (templates: readonly TemplatePair[]) => void;
  /** What the changes do to the costs; `undefined` where that cannot be told. It never fails for want of an answer. */
  readonly of: (changes: Changes | undefined) => Promise<CostChange | undefined>;
  /** Nobody waits for an answer any more. */
  readonly close: () => void;
}

interface CostPorts {
  readonly prices: Prices;
  readonly clock: Clock;
  readonly log: Log;
}

/** CreateChangeSet is to be on its way before the code of one more client is read. */
const HEAD_START_MS = 100;

/** Costs are told beside all else: whatever happens to the questions, the preview is none the worse for it. */
export function openCosts(job: StackJob, live: Stack | undefined, ports: CostPorts): Costs {
  const [late, ended] = [new AbortController(), new AbortController()];
  let asked: Promise<Answers | undefined> | undefined;
  return {
    begin: (templates) => {
      if (!job.inputs.preflight) return;
      void ports.clock.sleep(PATIENCE_MS, ended.signal).then(() => late.abort());
      asked = answers(
        AbortSignal.any([late.signal, job.cancel]),
        () => costedBy(job, live, templates),
        ports,
      );
      // A mistake of ours is thrown where the answers are waited for, which may be never.
      asked.catch(() => undefined);
    },
    of: async (changes) => {
      if (asked === undefined || changes === undefined) return undefined;
      const answered = await asked;
      return answered && billed(answered, changes, job.inputs.region);
    },
    close: () => ended.abort(),
  };
}

/** The ending with what the changes cost, where that can be told. */
export function withCosts(ending: PreviewEnding, costs: CostChange | undefined): PreviewEnding {
  return costs === undefined
    ? ending
    : { ...ending, view: { ...ending.view, costs }, lines: [...ending.lines, costText(costs)] };
}

interface Answers {
  readonly costed: readonly Costed[];
  /** The price list's documents by `queryKey`; none where there was no answer. */
  readonly documents: ReadonlyMap<string, readonly string[]>;
}

function costedBy(
  job: StackJob,
  live: Stack | undefined,
  templates: readonly TemplatePair[],
): readonly Costed[] {
  const { isHidden } = job.secrets;
  const after = scopeOf(job, live);
  const has = live?.parameters.map(({ name, value }) => [name, value] as const) ?? [];
  const before = { ...after, parameters: Object.fromEntries(has) };
  return costedResources(
    costResources({ templates, side: "before", scope: before, isHidden }),
    costResources({ templates, side: "after", scope: after, isHidden }),
  );
}

/** The first question goes alone: where the role may not ask, one denied call is enough. */
async function answers(
  signal: AbortSignal,
  costedNow: () => readonly Costed[],
  { prices, clock, log }: CostPorts,
): Promise<Answers | undefined> {
  await clock.sleep(HEAD_START_MS, signal);
  const costed = costedNow();
  const [first, ...others] = questionsFor(costed);
  if (first === undefined) return undefined;
  const unanswered: Check[] = [];
  const ask = asker(signal, unanswered);
  const one = await answerTo(first, prices, ask);
  const rest =
    one === undefined ? [] : await Promise.all(others.map((query) => answerTo(query, prices, ask)));
  const [reason] = unanswered;
  if (reason !== undefined) log.debug(reason.finding.message);
  const documents = new Map([one, ...rest].filter((answer) => answer !== undefined));
  return { costed, documents };
}

async function answerTo(
  query: PriceQuery,
  prices: Prices,
  ask: Ask,
): Promise<readonly [string, readonly string[]] | undefined> {
  const what = `prices of ${query.service}`;
  const question = { what, permission: "pricing:GetProducts", resources: [], when: "made" } as const;
  const documents = await ask(question, (signal) => prices.products(query, signal));
  return documents === undefined ? undefined : [queryKey(query), documents];
}

function billed({ costed, documents }: Answers, changes: Changes, region: string): CostChange | undefined {
  const currency = region.startsWith("cn-") ? "CNY" : "USD";
  const priceOf = (price: Price) =>
    unitPrice(price, documents.get(queryKey(price)) ?? [], { region, currency });
  return costChange(costed, changes, { currency, unitPrice: priceOf });
}
