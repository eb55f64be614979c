import { isSayable, isSecretName } from "../../secrets/secretNames.ts";
import type {
  Assignments,
  DeclaredParameter,
  Finding,
  GivenValue,
  Location,
  ResolvedParameter,
} from "../model.ts";
import { didYouMean } from "../nearest.ts";
import { type Violation, violations } from "./constraints.ts";

/** Where a value comes from. */
export interface Place {
  readonly origin: string;
  readonly location?: Location;
}

/** A finding at a place: its location when it is known, else the origin in front of the message. */
export function problemAt(level: Finding["level"], message: string, place?: Place): Finding {
  if (place?.location !== undefined) return { level, message, location: place.location };
  return { level, message: place === undefined ? message : `${place.origin}: ${message}` };
}

/** Names that the template does not declare. */
export function unknownNames(
  declared: readonly DeclaredParameter[],
  layers: readonly Assignments[],
): readonly Finding[] {
  const names = declared.map(({ name }) => name);
  return layers.flatMap(({ origin, values, places, isBroken }) =>
    [...values.keys()]
      .filter((name) => !names.includes(name))
      .map((name) => {
        const location = places?.get(name);
        // What is no name may be a part of somebody's secret.
        const isSaid = isName(name, values.get(name)) && (!isBroken || didYouMean(name, names) !== "");
        const message = isSaid
          ? `${name} is not a parameter of the template.${suggestion(name, names)}`
          : "What stands here is not a parameter of the template; it may belong to the value before it.";
        return problemAt("error", message, { origin, ...(location === undefined ? {} : { location }) });
      }),
  );
}

/** A line of base64 that ends in `=` reads as a name with an empty value. */
function isName(name: string, given: GivenValue | undefined): boolean {
  const isEmpty = given?.kind === "value" && /^=?$/.test(given.value);
  return isSayable(name) && !(isEmpty && /^(?=.*[\d+/])[A-Za-z0-9+/]{4,}$/.test(name));
}

function suggestion(name: string, names: readonly string[]): string {
  const near = didYouMean(name, names);
  if (near !== "") return near;
  if (names.length === 0) return " The template declares no parameters; remove it.";
  const shown = names.length > 20 ? [...names.slice(0, 20), "…"] : names;
  return ` It declares: ${shown.join(", ")}.`;
}

/** What is wrong with a value that was decided, and where it was given. */
export function valueProblems(
  declaration: DeclaredParameter,
  { value, source }: ResolvedParameter,
  from: Place | undefined,
): readonly Finding[] {
  if (value === undefined) return [];
  const place = from ?? { origin: source === "suffix" ? "environment-suffix" : "the template's default" };
  return violations(declaration, value).flatMap((violation): readonly Finding[] => {
    if (violation.kind === "wrong")
      return [problemAt("error", violationText(declaration, value, violation), place)];
    // CloudFormation has taken the template's own default before, or its author will hear of it.
    return source === "default" ? [] : [problemAt("notice", `${declaration.name}: ${violation.why}.`, place)];
  });
}

function violationText(
  declaration: DeclaredParameter,
  value: string,
  { must, item }: Extract<Violation, { kind: "wrong" }>,
): string {
  const { name, constraintDescription: why } = declaration;
  const explained = why === undefined ? "" : ` (${oneLine(why)})`;
  const isItem = item !== undefined && item !== value;
  const which = isItem ? `its item ${quoted(declaration, item)} must` : "it must";
  const message = `${name} is ${quoted(declaration, value)}; ${which} ${must}${explained}`;
  return /[.?]$/.test(message) ? message : `${message}.`;
}

/** A value for a message: never a `NoEcho` one or one that is named like a secret, never a whole novel. */
export function quoted({ noEcho, name }: DeclaredParameter, value: string): string {
  if (noEcho) return "not shown (NoEcho)";
  if (isSecretName(name)) return "not shown";
  const line = oneLine(value);
  return `"${line.length > 80 ? `${line.slice(0, 79)}…` : line}"`;
}

/** Text as part of a sentence: one line without a full stop. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim().replace(/\.$/, "");
}
