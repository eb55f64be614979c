import { readdirSync, readFileSync } from "node:fs";
import type { Acknowledgement } from "../../src/changes/acknowledgement.ts";
import type { Changes, ResourceChange } from "../../src/changes/model.ts";
import { redact } from "../../src/changes/redaction/redaction.ts";
import { judge } from "../../src/changes/verdict/verdict.ts";
import { type Estimate, estimateOf } from "../../src/estimate/estimate.ts";
import type { ReportView } from "../../src/report/view.ts";
import { openSecrets } from "../../src/secrets/secrets.ts";
import type { JsonObject } from "../../src/template/model.ts";

/** Where a situation is described (`.json`) and what is made of it (`.md`). */
export const GOLDEN = new URL("../golden/report/", import.meta.url);

/** A golden file: a report view as AWS would make it, before verdict and redaction. */
export interface Situation extends Omit<ReportView, "verdict" | "secrets"> {
  /** What the situation is, for people. */
  readonly about: string;
  readonly acknowledgements?: readonly Acknowledgement[];
  readonly noEcho?: readonly string[];
  readonly redact?: readonly string[];
  /** The bundled template that the changes are of, by which it is known what waits for what. */
  readonly bundled?: string;
  /** How long tasks took in the stack's earlier operations, in seconds: `Queue update`. */
  readonly earlier?: Readonly<Record<string, number>>;
  /** Nested stacks that cannot be seen. */
  readonly unseen?: readonly string[];
  /** Each resource this many times, `{n}` being its number. */
  readonly repeat?: number;
  /** Which documents are golden; the comment alone where it is left out. */
  readonly render?: readonly ("comment" | "summary")[];
}

export function situationNames(): readonly string[] {
  return readdirSync(GOLDEN)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length))
    .sort();
}

export function readSituation(name: string): Situation {
  return JSON.parse(readFileSync(new URL(`${name}.json`, GOLDEN), "utf8")) as Situation;
}

/** The view a flow would make of the situation: judged first, then redacted. */
export function viewOf(situation: Situation): ReportView {
  const {
    about: _,
    acknowledgements = [],
    noEcho = [],
    redact: patterns = [],
    unseen = [],
    earlier = {},
    bundled,
    repeat,
    render: __,
    ...given
  } = situation;
  const view = { ...given, secrets: openSecrets() };
  if (view.changes === undefined) return view;
  const changes = repeat === undefined ? view.changes : repeated(view.changes, repeat);
  return {
    ...view,
    verdict: judge(changes, acknowledgements, { unseen }),
    changes: redact(changes, { noEcho, patterns }),
    ...(changes.resources.length === 0 ? {} : { estimate: estimateFor(changes, earlier, bundled) }),
  };
}

function estimateFor(
  { resources }: Changes,
  earlier: NonNullable<Situation["earlier"]>,
  bundled: string | undefined,
): Estimate {
  const after = bundled === undefined ? undefined : { value: templateNamed(bundled) };
  const took = Object.entries(earlier).map(([task, seconds]) => [task, [seconds * 1_000]] as const);
  const history = { resources: new Map(took), types: new Map() };
  return estimateOf({
    changes: resources,
    templates: [{ stackPath: [], before: undefined, after }],
    history,
    areNestedListed: true,
  });
}

function templateNamed(name: string): JsonObject {
  return JSON.parse(
    readFileSync(new URL(`../../templates/${name}.json`, import.meta.url), "utf8"),
  ) as JsonObject;
}

function repeated(changes: Changes, times: number): Changes {
  const resources = Array.from({ length: times }, (_, index) => index + 1).flatMap((number) =>
    changes.resources.map(
      (change) => JSON.parse(JSON.stringify(change).replaceAll("{n}", String(number))) as ResourceChange,
    ),
  );
  return { ...changes, resources };
}
