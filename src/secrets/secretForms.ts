import { asAscii, asReadBack } from "./ascii.ts";

/** One spelling of a secret. */
export interface HiddenForm {
  readonly text: string;
  /** Hidden wherever it stands; otherwise only as a word of its own. */
  readonly anywhere: boolean;
}

/**
 * How a value may come back: as it is, line by line, as a member of the JSON that it is, and each of these URL-, JSON-
 * and base64-encoded. None for a value that says nothing: hiding `true` would only show that it is one.
 */
export function formsOf(value: string): readonly HiddenForm[] {
  const pieces = [value, value.trim(), ...lines(value), ...members(value)].filter(
    (piece) => !isTrivial(piece),
  );
  const forms = new Map(
    pieces.flatMap((piece) =>
      spellings(piece).map((text) => [text, { text, anywhere: !isWord(piece) }] as const),
    ),
  );
  return [...forms.values()];
}

/** Shorter ones occur by chance in names, numbers and ids. */
const SHORT = 8;
/** A plain word, `postgres` say, is a part of other words: `aurora-postgresql`. */
const PLAIN_WORD = /^[A-Z]?[a-z]{1,14}$/;

function isWord(piece: string): boolean {
  return piece.length < SHORT || PLAIN_WORD.test(piece);
}

function isTrivial(piece: string): boolean {
  if (piece.length < 3 || /^\d{3}$/.test(piece)) return true;
  if (/^-----(BEGIN|END) [A-Z0-9 ]+-----$/.test(piece)) return true;
  return /^(true|false|yes|off|none|null|nil|undefined|default|enabled|disabled|\*+|[\s{}[\],:;]*)$/i.test(
    piece,
  );
}

function lines(value: string): readonly string[] {
  return /[\r\n]/.test(value) ? value.split(/[\r\n]+/).map((line) => line.trim()) : [];
}

/** The texts in a JSON object: a service that is given one tells of its members. */
function members(value: string): readonly string[] {
  if (!/^\s*\{/.test(value)) return [];
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node === "string") found.push(node, ...lines(node));
    else if (typeof node === "object" && node !== null) for (const item of Object.values(node)) visit(item);
  };
  try {
    visit(JSON.parse(value));
  } catch {
    // It only begins like JSON: it is hidden as the text that it is.
  }
  return found;
}

function spellings(piece: string): readonly string[] {
  const text = piece.toWellFormed();
  const json = JSON.stringify(text).slice(1, -1);
  const url = encodeURIComponent(text);
  return [
    text,
    json,
    // As a template is sent, and as CloudFormation gives back what was not sent so.
    asAscii(json),
    ...readBack(text),
    // JSON in a text of JSON.
    JSON.stringify(json).slice(1, -1),
    url,
    url.replace(/%../g, (code) => code.toLowerCase()),
    // RFC 3986 has a few more signs than encodeURIComponent; forms write a space as a plus sign.
    url.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
    url.replaceAll("%20", "+"),
    ...(piece.length < 6 ? [] : base64(text)),
  ];
}

/** Where enough of it is left: a few letters between question marks stand anywhere. */
function readBack(text: string): readonly string[] {
  const read = asReadBack(text);
  return read === text || read.replaceAll("?", "").length < LEAST_LEFT ? [] : [read];
}

const LEAST_LEFT = 4;

/** At each of the three places where a value can begin in a longer text; only what no neighbour changes. */
function base64(text: string): readonly string[] {
  const bytes = new TextEncoder().encode(text);
  return [0, 1, 2].flatMap((offset) => {
    const padded = new Uint8Array(offset + bytes.length);
    padded.set(bytes, offset);
    const encoded = btoa(String.fromCharCode(...padded));
    const whole = encoded.slice(Math.ceil((offset * 8) / 6), Math.floor((padded.length * 8) / 6));
    return [whole, whole.replaceAll("+", "-").replaceAll("/", "_")];
  });
}
