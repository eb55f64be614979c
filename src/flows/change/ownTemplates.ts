import type { TemplateBucket } from "../../ports/aws.ts";
import { isObject } from "../../template/canonical.ts";
import { visitFunctions } from "../../template/functions.ts";
import type { Json } from "../../template/model.ts";
import { parseTemplate } from "../../template/text/parse.ts";
import { type StoredTemplate, uploadedDigest, uploadedName } from "../../template/tree/stored.ts";
import { anyStacks } from "./anyStacks.ts";

/** The templates that this action uploads: each is called by its content, whatever it nests. */
export interface OwnTemplates {
  /** Whether the source of a nested stack lies where they do and is called as they are. */
  readonly isOurs: (source: Json) => source is string;
  /**
   * Whether a nested stack cannot become another as long as its source stays as it is: what it names is always the same (one
   * of these, or a version of an application in the repository), and so is everything that is nested in it.
   */
  readonly isClosed: (source: Json) => boolean;
  /** Whether so is everything that is nested in the one that has this digest. */
  readonly nestsClosed: (digest: string | undefined) => boolean;
}

type Upload = Pick<StoredTemplate, "url" | "body">;

/** @param uploadedAs what their URLs read as in a comparison; `undefined` without a bucket */
export function ownTemplates(uploads: readonly Upload[], uploadedAs: string | undefined): OwnTemplates {
  const bodies = new Map(uploads.map(({ url, body }) => [uploadedDigest(url), body]));
  const isOurs = (source: Json): source is string =>
    uploadedAs !== undefined && typeof source === "string" && uploadedName(source) === uploadedAs;
  const isClosed = (source: Json): boolean =>
    isOurs(source) ? nestsClosed(uploadedDigest(source)) : isObject(source) && !holdsFunction(source);
  // A loop of hundreds names one template, which may be large.
  const decided = new Map<string | undefined, boolean>();
  const nestsClosed = (digest: string | undefined): boolean => {
    const known = decided.get(digest);
    if (known !== undefined) return known;
    const body = bodies.get(digest);
    const stacks = body === undefined ? [] : [...anyStacks(parseTemplate(body, `${digest}`)).values()];
    const decision = body !== undefined && stacks.every(({ source }) => isClosed(source));
    decided.set(digest, decision);
    return decision;
  };
  return { isOurs, isClosed, nestsClosed };
}

/** Reads each template once, and of these none at all: a loop of hundreds names one. */
export function readingOnce(uploads: readonly Upload[], { read }: Pick<TemplateBucket, "read">) {
  const texts = new Map(uploads.map(({ url, body }) => [url, Promise.resolve<string | undefined>(body)]));
  return {
    read: (url: string): Promise<string | undefined> => {
      const text = texts.get(url) ?? read(url);
      texts.set(url, text);
      return text;
    },
  };
}

function holdsFunction(value: Json): boolean {
  let isFound = false;
  visitFunctions(value, [], () => {
    isFound = true;
  });
  return isFound;
}
