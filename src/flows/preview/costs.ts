import { costChange } from "../../changes/costs/costChange.ts";
import { type Costed, costedResources, queryKey, questionsFor } from "../../changes/costs/costed.ts";
import type { CostChange, Price, PriceQuery } from "../../changes/costs/model.ts";
import { unitPrice } from "../../changes/costs/priceList.ts";
import { costResources } from "../../changes/costs/templates.ts";
import type { TemplatePair } from "../../changes/items/templateItems.ts";
import type { Changes } from "../../changes/model.ts";
import { ActionError } from "../../errors.ts";
import type { Prices } from "../../ports/aws.ts";
import type { Clock, Log } from "../../ports/local.ts";
import { costText } from "../../report/sections/costs.ts";
import type { Stack } from "../../stack/model.ts";
import { scopesOf } from "../change/scopes.ts";
import type { StackJob } from "../job.ts";
import { untilGivenUp } from "../preflight/questions.ts";
import { logStack } from "../unexpected.ts";
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

/** As a preflight's questions: what takes longer is given up. */
const PATIENCE_MS = 5_000;

/** CreateChangeSet is to be on its way before the code of one more client is read. */
const HEAD_START_MS = 100;

/** Costs are told beside all else: whatever happens to the questions, the preview is none the worse for it. */
export function openCosts(job: StackJob, live: Stack | undefined, ports: CostPorts): Costs {
  const [late, ended] = [new AbortController(), new AbortController()];
  let asked: Promise<Answers | undefined> | undefined;
  return {
    begin: (templates) => {
      if (!job.inputs.preflight) return;
      const giveUp = () => late.abort();
      void ports.clock.sleep(PATIENCE_MS, ended.signal).then(giveUp, giveUp);
      asked = answers(
        AbortSignal.any([late.signal, job.cancel]),
        () => costedBy(job, live, templates),
        ports,
      );
      // What goes wrong is told where the answers are waited for, which may be never.
      asked.catch(() => undefined);
    },
    of: async (changes) => {
      if (asked === undefined || changes === undefined) return undefined;
      try {
        const answered = await asked;
        return answered && billed(answered, changes, job.inputs.region);
      } catch (error) {
        // A mistake of ours, which must not cost anybody a preview.
        ports.log.warning(
          `What the changes cost is not told: ${error instanceof Error ? error.message : error}`,
        );
        logStack(error, ports.log);
        return undefined;
      }
    },
    close: () => ended.abort(),
  };
}

/** Does the work of a preview while prices are asked for; nobody waits for one any more when it is done. */
export async function whileAsked<T>(
  job: StackJob,
  live: Stack | undefined,
  ports: CostPorts,
  work: (costs: Costs) => Promise<T>,
): Promise<T> {
  const costs = openCosts(job, live, ports);
  try {
    return await work(costs);
  } finally {
    costs.close();
  }
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
  const { before, after } = scopesOf(job, live, job.rendered.parametersFor(live));
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
  const whyNot: string[] = [];
  const answerTo = async (query: PriceQuery) => {
    try {
      return [queryKey(query), await untilGivenUp(signal, prices.products(query, signal))] as const;
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      whyNot.push(error.message);
      return undefined;
    }
  };
  const one = await answerTo(first);
  const rest = one === undefined ? [] : await Promise.all(others.map(answerTo));
  const [reason] = whyNot;
  if (reason !== undefined) log.debug(`Costs are not told, or not all of them: ${reason}`);
  const documents = new Map([one, ...rest].filter((answer) => answer !== undefined));
  return { costed, documents };
}

function billed({ costed, documents }: Answers, changes: Changes, region: string): CostChange | undefined {
  const currency = region.startsWith("cn-") ? "CNY" : "USD";
  const priceOf = (price: Price) =>
    unitPrice(price, documents.get(queryKey(price)) ?? [], { region, currency });
  return costChange(costed, changes, { currency, unitPrice: priceOf });
}
