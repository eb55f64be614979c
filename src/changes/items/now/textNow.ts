import type { Stack } from "../../../stack/model.ts";
import type { ResolvedParameter } from "../../../template/model.ts";
import { wholeText } from "../anew.ts";
import { PROPERTY, RESOURCE } from "../listedItems.ts";
import { MADE } from "../made.ts";
import type { Texts } from "../model.ts";
import { pathKey, type Surroundings } from "../references.ts";
import { textsOf } from "../requestItems.ts";
import { type TemplatePair, textIn } from "../templateItems.ts";
import { VALUES, valueText } from "../untold.ts";
import type { ValuesNow } from "./valueNow.ts";

/** What tells what a stack has. */
interface Has {
  readonly parameters: readonly ResolvedParameter[];
  readonly stack: Stack | undefined;
  readonly templates: readonly TemplatePair[];
  readonly contents: { readonly has: Texts };
  readonly deployed: Surroundings;
  readonly listed: ValuesNow;
}

/** What the stack has under the name of an item; `undefined` where that cannot be told. */
export function textNow(name: string, has: Has): string | null | undefined {
  const [start = "", key = "", ...rest] = name.split(" ");
  switch (start) {
    case RESOURCE:
    case "option":
    case "resolved":
    case "unseen":
    case MADE:
      return undefined;
    case PROPERTY:
      return has.listed.text(key, rest.join(" "));
    case VALUES:
      return valueText([key, ...rest], has.deployed);
    case "setting":
    case "tag":
    case "capability":
      return textsOf(has.stack).get(name) ?? null;
    case "parameter":
      return parameterNow(name, key, has);
    case "content":
      return has.contents.has.get(name) ?? null;
    default: {
      // An entry of a section that has no noun of its own has its key at the end: `section Future Net/Thing`.
      const place = start === "section" ? (rest[0] ?? key) : key;
      const stackPath = place.split("/").slice(0, -1);
      const pair = has.templates.find((one) => pathKey(one.stackPath) === pathKey(stackPath));
      if (pair === undefined) return undefined;
      return wholeText(name, has.deployed) ?? textIn(pair.before, stackPath, name);
    }
  }
}

/** How a property can have been listed of which CloudFormation could not tell all. */
export function openTextsNow(name: string, listed: ValuesNow): readonly (string | null)[] {
  const [start, key = "", ...rest] = name.split(" ");
  return start === PROPERTY ? listed.openTexts(key, rest.join(" ")) : [];
}

function parameterNow(name: string, key: string, { parameters, stack }: Has) {
  // What a NoEcho parameter holds is not known.
  if (parameters.some((parameter) => parameter.noEcho && parameter.name === key)) return undefined;
  return textsOf(stack).get(name) ?? null;
}
