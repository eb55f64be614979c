import fc from "fast-check";

/** A planted secret. */
export interface Planted {
  readonly value: string;
  /** A part that no encoding but base64 alters and that occurs nowhere else: what is looked for. */
  readonly core: string;
  /** Whether it looks like a credential wherever it stands. */
  readonly byForm: boolean;
}

const ALNUM = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"];
// Unlike every word: it is looked for by its beginning and its end, and a shrunk one would be found by chance.
const core = fc.noShrink(
  fc
    .string({ unit: fc.constantFrom(...ALNUM), minLength: 20, maxLength: 24 })
    .filter((text) =>
      [text.slice(0, 8), text.slice(-8)].every(
        (end) => /[a-z]/.test(end) && /[A-Z]/.test(end) && /\d/.test(end),
      ),
    )
    .filter((text) => new Set(text).size > 11),
);

const signs = fc.string({ unit: fc.constantFrom(..."!#%&*()_+-=[]{}|;:<>,.?/~^@$\"'`\\ äß"), maxLength: 4 });

/** Secrets of one line whose place says that they are one: passwords with every sign, keys, hexadecimal. */
const plain = fc.tuple(signs, core, signs).map(([head, body, tail]) => ({
  // What a value may not begin or end with in the forms in which it is given: white space.
  value: `p${head}${body}${tail}q`,
  core: body,
  byForm: false,
}));

const account = fc.tuple(core, core).map(([key, name]) => ({
  value: JSON.stringify({ type: "service", key: `${key}`, note: `n ${name}` }),
  core: key,
  byForm: false,
}));

const lines = fc.tuple(core, core, core).map(([first, second, third]) => ({
  value: `${first}x\n${second}/${third}=\n${third}==`,
  core: second,
  byForm: false,
}));

const byForm = fc.oneof(
  core.map((it) => ({ value: `ghp_${it}${it}`.slice(0, 40), core: it, byForm: true })),
  fc
    .tuple(core, core)
    .map(([head, body]) => ({ value: `eyJ${head}.eyJ${body}.${head}`, core: body, byForm: true })),
  core.map((it) => ({ value: `postgres://app:${it}@db.example:5432/app`, core: it, byForm: true })),
  core.map((it) => ({
    value: `-----BEGIN PRIVATE KEY-----\n${it}${it}\n-----END PRIVATE KEY-----`,
    core: it,
    byForm: true,
  })),
  core.map((it) => ({ value: `Server=db;Password=${it};Port=1`, core: it, byForm: true })),
  core.map((it) => ({
    value: `{{resolve:secretsmanager:${it}:SecretString:password}}`,
    core: it,
    byForm: true,
  })),
);

export const oneLine: fc.Arbitrary<Planted> = fc.oneof({ weight: 3, arbitrary: plain }, account);
export const anySecret: fc.Arbitrary<Planted> = fc.oneof(
  { weight: 3, arbitrary: plain },
  account,
  lines,
  byForm,
);
export const anyByForm: fc.Arbitrary<Planted> = byForm;

/** How AWS may repeat a value. */
export const anyEcho = fc.constantFrom<(value: string) => string>(
  (value) => value,
  encodeURIComponent,
  (value) => JSON.stringify(value),
  (value) => Buffer.from(value).toString("base64"),
  (value) => Buffer.from(`u:${value}`).toString("base64url"),
);

/** What of a secret stands in what was written, or nothing: its beginning, its end, or the whole in base64. */
export function foundIn(written: string, { core: body }: Planted): string | undefined {
  const pieces = [body.slice(0, 8), body.slice(-8), ...[0, 1, 2].map((offset) => encoded(body, offset))];
  return pieces.find((piece) => written.includes(piece));
}

function encoded(body: string, offset: number): string {
  const whole = Buffer.from(" ".repeat(offset) + body).toString("base64");
  return whole.slice(4, 20);
}
