import { asAscii } from "./ascii.ts";
import { formsOf, type HiddenForm } from "./secretForms.ts";
import { isSecretName, nameMatcher } from "./secretNames.ts";
import { REDACTED, redactText } from "./secretText.ts";

/**
 * Text that may be read by everybody: only what has passed through `Secrets` is such. What writes takes nothing else, so
 * that a text that goes around it does not compile.
 */
export type Shown = string & { readonly [passed]: true };

declare const passed: unique symbol;

/** What a run knows of its secrets. It learns as it goes: some are known only when the stack has been asked. */
export interface Secrets {
  /** From here on these values are hidden, raw, URL-, JSON- and base64-encoded, as a whole and line by line. */
  learn(values: readonly string[]): void;
  /** Globs of names whose values are never shown (the `redact` input). */
  learnNames(globs: readonly string[]): void;
  /** Whether what has this name is not shown: by the globs, or because the name is a secret's. */
  isHidden(name: string): boolean;
  /** Plain text without known secrets and without what looks like a credential. */
  hide(text: string): Shown;
  /**
   * A finished document without known secrets. Those that are words, or so short that they occur by chance, were taken out
   * of the texts that it was made of (`hide`); here they may be a part of its structure.
   * @param head what it begins with and is found by: it stays
   */
  hideInDocument(document: string, head?: string): Shown;
  /** The same for JSON inside of a text: it stays JSON. @param kept texts in it that stay, whatever they hold */
  hideInJson(json: string, kept?: ReadonlySet<string>): Shown;
  /** Whether a known secret stands in the text. */
  holds(text: string): boolean;
}

/** @param mask is told every value that is learned and says something: the runner hides it in what other steps print */
export function openSecrets(mask: (value: string) => void = () => undefined): Secrets {
  const learned = new Set<string>();
  let forms: readonly HiddenForm[] = [];
  let isListed = nameMatcher([]);
  const hideInDocument = (document: string, head = "") => {
    const kept = document.startsWith(head) ? head : "";
    const longOnes = forms.filter(({ anywhere }) => anywhere);
    return `${kept}${without(document.slice(kept.length), longOnes)}` as Shown;
  };
  return {
    learn(values) {
      const fresh = values.filter((value) => value !== "" && !learned.has(value));
      for (const value of fresh) {
        learned.add(value);
        // A mask for `true` would blacken every log line that says it. A template is sent, and put out, as ASCII.
        if (formsOf(value).length > 0) for (const text of new Set([value, asAscii(value)])) mask(text);
      }
      if (fresh.length > 0)
        forms = [...learned].flatMap(formsOf).sort((a, b) => b.text.length - a.text.length);
    },
    learnNames(globs) {
      isListed = nameMatcher(globs);
    },
    isHidden: (name) => isListed(name) || isSecretName(name),
    hide: (text) => redactText(without(text, forms)) as Shown,
    hideInDocument,
    hideInJson: (json, kept = new Set()) =>
      json.replace(JSON_TEXT, (literal) => {
        const text = JSON.parse(literal) as string;
        return kept.has(text) ? literal : JSON.stringify(hideInDocument(text));
      }) as Shown,
    holds: (text) => without(text, forms) !== text,
  };
}

// RFC 8259, "Strings".
const JSON_TEXT = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"/gu;

function without(text: string, forms: readonly HiddenForm[]): string {
  // Most texts hold none, and looking for one string is quicker than a pattern of all.
  const present = forms.filter((form) => text.includes(form.text));
  if (present.length === 0) return text;
  const pattern = present.map(({ text: form, anywhere }) =>
    anywhere ? escaped(form) : `(?<![\\p{L}\\p{N}_])${escaped(form)}(?![\\p{L}\\p{N}_])`,
  );
  // The longest come first: of several alternatives the first one that fits is taken.
  return text.replace(new RegExp(pattern.join("|"), "gu"), REDACTED);
}

function escaped(text: string): string {
  return text.toWellFormed().replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
