import { PARAMETER, type Risk, type RiskKind } from "../../changes/verdict/verdict.ts";
import type { Form, Item, Section } from "../text/budget.ts";
import { shorten } from "../text/characters.ts";
import { code, text } from "../text/markdown.ts";
import { type Certainties, causesOf } from "./causes.ts";
import type { RankedChange } from "./ranking.ts";
import { causeText } from "./resources.ts";

type AlertKind = "CAUTION" | "WARNING";

/**
 * The verdict in full view: one alert for what destroys or fails, one for what disturbs. Nothing when it is safe.
 *
 * @param others risks of what is no listed resource
 * @param isStopped lost data is why nothing was executed
 */
export function verdictAlerts(
  ranked: readonly RankedChange[],
  others: readonly Risk[],
  isStopped: boolean,
  omitted: (count: number) => string,
): readonly Section[] {
  const certainties = new Map(ranked.map(({ key, replacement }) => [key, replacement]));
  const all: readonly RiskOf[] = [
    ...ranked.flatMap((it) => it.risks.map((risk) => ({ it, risk }))),
    ...others.map((risk) => ({ it: undefined, risk })),
  ];
  const of = (kinds: readonly RiskKind[]) =>
    kinds.flatMap((kind) => all.filter(({ risk }) => risk.kind === kind));
  const worst = of(["data-loss", "will-fail"]);
  // That a replacement fails says that there is one.
  const failing = new Set(
    worst.filter(({ risk }) => risk.kind === "will-fail").map(({ risk }) => risk.resource),
  );
  const other = of([
    "replacement",
    "possible-replacement",
    "interruption",
    "weaker-guard",
    "credentials",
  ]).filter(({ risk }) => !(risk.kind === "replacement" && failing.has(risk.resource)));
  const stop = isStopped ? ". Nothing was executed, as nobody has acknowledged the loss." : "";
  return [
    ...alertSection(
      "CAUTION",
      `${lead(worst.map(({ risk }) => risk))}${stop}`,
      riskItems(worst, certainties),
      omitted,
    ),
    ...alertSection("WARNING", lead(other.map(({ risk }) => risk)), riskItems(other, certainties), omitted),
  ];
}

/** An alert as a section of lines. Each item is one line of Markdown. */
export function alertSection(
  kind: AlertKind | "NOTE",
  title: string,
  lines: readonly Item[],
  omitted?: (count: number) => string,
): readonly Section[] {
  if (lines.length === 0) return [];
  return [
    {
      open: `> [!${kind}]\n${title === "" ? "" : `> ${title}\n`}`,
      items: lines.map((entry) => ({ ...entry, forms: quoted(entry.forms) })),
      separator: "\n",
      close: "",
      ...(omitted === undefined ? {} : { omitted }),
    },
  ];
}

function quoted([first, ...others]: Item["forms"]): Item["forms"] {
  const quote = (form: Form) => () =>
    (typeof form === "string" ? form : form())
      .split("\n")
      .map((line) => `> ${line}`.trimEnd())
      .join("\n");
  return [quote(first), ...others.map(quote)];
}

const LEADS: Readonly<Record<RiskKind, string>> = {
  "data-loss": "Data loss",
  "will-fail": "Will fail",
  replacement: "Replacement",
  "possible-replacement": "Possible replacement",
  interruption: "Interruption",
  "weaker-guard": "Weaker protection",
  credentials: "Credentials",
};

/** `**Data loss · Will fail**`: which kinds of risk follow. */
function lead(risks: readonly Risk[]): string {
  return `**${[...new Set(risks.map(({ kind }) => LEADS[kind]))].join(" · ")}**`;
}

// The first lines of lost data are worth as much as anything; with hundreds the table marks each one.
const KEPT_LINES = 10;
const MOST_NAMES = 8;

interface RiskOf {
  /** `undefined`: of no listed resource. */
  readonly it: RankedChange | undefined;
  readonly risk: Risk;
}

/** One line for all resources to which the same happens for the same causes. */
function riskItems(risks: readonly RiskOf[], certainties: Certainties): readonly Item[] {
  const told = [...Map.groupBy(risks, sameOfOne).values()].flatMap((same) => toldOnce(same, certainties));
  return [...Map.groupBy(told, ({ line }) => line)].map(([line, same], index) => {
    const isLoss = same.some(({ risk }) => risk.kind === "data-loss");
    const names = same.map(({ risk }) => risk.resource);
    const isParameter = same.every(({ risk }) => risk.type === PARAMETER);
    const listed = nameList(names, MOST_NAMES);
    // Messages are said of one resource: "is replaced". What begins otherwise is a sentence of its own.
    const each = names.length > 1 && /^[a-z]/.test(line) ? "each " : "";
    const [lead, colon] = isParameter ? [names.length > 1 ? "Parameters " : "Parameter ", ""] : ["", ":"];
    const full = `- ${lead}${listed}${colon} ${each}${line}`;
    if (!isLoss) return { priority: 1, forms: [full] };
    const poor = `- ${nameList(
      names.map((name) => shorten(name, 60)),
      3,
    )}: data loss`;
    return { priority: index < KEPT_LINES ? 0 : 1, forms: [full, poor] };
  });
}

/** What is said of one resource is said once, whatever the number of its causes. */
function sameOfOne({ risk }: RiskOf): string {
  return JSON.stringify([risk.resource, risk.type, risk.kind, risk.message, risk.acknowledgedBy]);
}

function toldOnce(
  same: readonly RiskOf[],
  certainties: Certainties,
): readonly { readonly risk: Risk; readonly line: string }[] {
  const causes = same.flatMap(({ it, risk }) => (it === undefined ? [] : causeOf(it, risk, certainties)));
  return same
    .slice(0, 1)
    .map(({ risk }) => ({ risk, line: `${text(risk.message)}${suffix([...new Set(causes)], risk)}` }));
}

function nameList(names: readonly string[], most: number): string {
  const shown = names.slice(0, most).map((name) => code(name));
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}

function suffix(causes: readonly string[], risk: Risk): string {
  const taken =
    risk.acknowledgedBy === undefined ? "" : ` — **acknowledged** by ${text(risk.acknowledgedBy)}`;
  return `${causes.length === 0 ? "" : ` (${causes.join("; ")})`}${taken}`;
}

/** The property that brings the risk about, with its change where it is one change. */
function causeOf({ change }: RankedChange, risk: Risk, certainties: Certainties): readonly string[] {
  if (risk.property === undefined || risk.kind === "will-fail") return [];
  const found = causesOf(change, certainties).filter(
    ({ property }) => property.split(/[.[]/)[0] === risk.property,
  );
  const [only] = found;
  const tells = only?.before !== undefined || only?.after !== undefined || only?.because !== undefined;
  return only !== undefined && tells && found.length === 1
    ? [causeText(only).replaceAll("\\|", "|")]
    : [code(risk.property)];
}
