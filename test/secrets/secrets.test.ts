import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeRecord, factsIn, fittingClaims, recordText } from "../../src/changes/review/record.ts";
import { openSecrets } from "../../src/secrets/secrets.ts";
import { digest, items } from "../changes/examples.ts";
import { origin } from "../changes/review/examples.ts";
import { FEWER } from "../mutation/fewerCases.ts";

function knowing(...values: readonly string[]) {
  const secrets = openSecrets();
  secrets.learn(values);
  return secrets;
}

describe("a value that was learned is hidden", () => {
  const value = 'p@ss "w0rd"/ü=1';
  const json = JSON.stringify(value).slice(1, -1);
  test.each([
    ["as it is", value],
    ["URL-encoded", encodeURIComponent(value)],
    ["URL-encoded in small letters", encodeURIComponent(value).toLowerCase()],
    ["of a form", encodeURIComponent(value).replaceAll("%20", "+")],
    ["in JSON", json],
    ["in JSON in JSON", JSON.stringify(json).slice(1, -1)],
    ["in base64", Buffer.from(value).toString("base64")],
    ["within base64", Buffer.from(`user:${value}, and more`).toString("base64")],
    ["within base64 of other places", Buffer.from(`users:${value}`).toString("base64url")],
  ])("%s", (_, form) => {
    const shown = knowing(value).hide(`before ${form} after`);
    expect(shown).toContain("(redacted)");
    expect(shown).toContain("before ");
    expect(shown).not.toContain(form);
  });

  test("line by line, whatever the lines end with", () => {
    const key = "-----BEGIN KEY-----\r\nMIIEvQIBADANBgkq\r\nhkiG9w0BAQEFAASC\r\n-----END KEY-----";
    expect(knowing(key).hide("line hkiG9w0BAQEFAASC is not Key=Value")).toBe(
      "line (redacted) is not Key=Value",
    );
  });

  test("as a member of the JSON that it is", () => {
    const account = JSON.stringify({ user: "service-account-7", nested: { key: "k3y-0f-the-account" } });
    expect(knowing(account).hide("rejected k3y-0f-the-account")).toBe("rejected (redacted)");
  });

  test("the longer one first", () => {
    expect(knowing("secret-part", "secret-part-and-more").hide("x secret-part-and-more")).toBe(
      "x (redacted)",
    );
  });
});

describe("a short value or a plain word", () => {
  test.each([
    ["abc1", "abc1", "(redacted)"],
    ["abc1", 'x="abc1",', 'x="(redacted)",'],
    ["abc1", "xabc1 abc12", "xabc1 abc12"],
    ["postgres", "user postgres of aurora-postgresql", "user (redacted) of aurora-postgresql"],
  ])("%j in %j", (value, text, shown) => expect(knowing(value).hide(text)).toBe(shown));

  test.each(["", "true", "no", "12", "443", "****", "none", "{}"])("%j is none", (value) =>
    expect(knowing(value).hide(`a ${value} b`)).toBe(`a ${value} b`),
  );

  test("stays where a document may be made of it", () => {
    const secrets = knowing("prod", "hunter2-hunter2");
    expect(secrets.hideInDocument("<!-- stack=prod -->\nprod hunter2-hunter2")).toBe(
      "<!-- stack=prod -->\nprod (redacted)",
    );
  });
});

describe("what is hidden", () => {
  test("is all that was learned so far, the longest first", () => {
    const secrets = openSecrets();
    secrets.learn(["one-secret-1"]);
    secrets.learn(["two-secret-2", "one-secret-1-longer"]);
    expect(secrets.hide("one-secret-1 two-secret-2 one-secret-1-longer")).toBe(
      "(redacted) (redacted) (redacted)",
    );
  });

  test("is the value to the letter, whatever signs it has", () => {
    const value = "a.b+c(d)[e]{f}|g^h$i\\j/k*l?m";
    expect(knowing(value).hide(`x ${value} y`)).toBe("x (redacted) y");
    expect(knowing(value).hide("aXb+c(d)[e]{f}|g^h$i\\j/k*l?m")).toContain("aXb");
  });

  test.each(["äabc1", "abc1ß", "_abc1", "abc1_", "1abc1", "abc1٣"])(
    "is no part of a word, where it is short: %s",
    (text) => expect(knowing("abc1").hide(text)).toBe(text),
  );

  test.each(["-abc1-", "'abc1'", "=abc1;", "abc1"])("is a word of its own, where it is short: %s", (text) =>
    expect(knowing("abc1").hide(text)).toBe(text.replace("abc1", "(redacted)")),
  );

  test("is what looks like a credential, too, and nothing of the rest", () => {
    expect(openSecrets().hide("run --password hunter2 now")).toBe("run --password (redacted) now");
    expect(openSecrets().hide("all is well")).toBe("all is well");
  });
});

test("whether a text holds a known value, in any spelling", () => {
  const secrets = knowing("p@ss w0rd-1", "abc1");
  for (const text of ["x p@ss w0rd-1", "p%40ss%20w0rd-1", "an abc1"]) expect(secrets.holds(text)).toBe(true);
  for (const text of ["", "p@ss", "xabc1", "password=hunter2"]) expect(secrets.holds(text)).toBe(false);
});

test("JSON in a text stays JSON, and what is to be kept in it stays", () => {
  const secrets = knowing('pass"word-1', "long-secret-2", "abc1");
  const json = JSON.stringify({ a: 'x pass"word-1', "long-secret-2": ["y", "long-secret-2 z", "abc1", 5] });
  expect(secrets.hideInJson(`# ${json} #`)).toBe(
    '# {"a":"x (redacted)","(redacted)":["y","(redacted) z","abc1",5]} #',
  );
  expect(secrets.hideInJson(json, new Set(["long-secret-2"]))).toBe(
    '{"a":"x (redacted)","long-secret-2":["y","(redacted) z","abc1",5]}',
  );
});

test("what a document is found by is hidden where it is not the beginning", () => {
  const head = "<!-- stack=aurora-production-1 -->";
  const secrets = knowing("aurora-production-1");
  expect(secrets.hideInDocument(`x ${head}`, head)).toBe("x <!-- stack=(redacted) -->");
  expect(secrets.hideInDocument(head)).toBe("<!-- stack=(redacted) -->");
});

test("what a document is found by stays, even where it is a secret", () => {
  const secrets = knowing("aurora-production-1");
  const head = "<!-- stack=aurora-production-1 -->";
  expect(secrets.hideInDocument(`${head}\nof aurora-production-1`, head)).toBe(`${head}\nof (redacted)`);
});

test("a record stays a record, whatever is learned", () => {
  const text = recordText(fittingClaims({ digest, origin, shown: items }), undefined);
  const value = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom('"', "\\", "\\n", "items", "digest", '":"', "version", ...Object.values(origin.target)),
  );
  fc.assert(
    fc.property(fc.array(value, { maxLength: 3 }), (values) => {
      const shown = knowing(...values).hideInJson(text, factsIn(text, digest.digest));
      const read = decodeRecord(shown, digest.digest);
      expect(read).toMatchObject({ kind: "record", record: { ...origin, digest: digest.digest } });
    }),
    { numRuns: 2_000 / FEWER },
  );
});

test("a known value is in nothing that was hidden, in any spelling", () => {
  const spell = fc.constantFrom<(value: string) => string>(
    (value) => value,
    encodeURIComponent,
    (value) => JSON.stringify(value),
    (value) => Buffer.from(`x${value}`).toString("base64"),
  );
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 8 }), spell, fc.string(), (value, form, around) => {
      fc.pre(/[\d\W]/.test(value) && value.trim().length >= 8 && value.isWellFormed());
      const shown = knowing(value).hide(`${around}|${form(value)}|${around}`);
      fc.pre(!around.includes(value));
      expect(shown).not.toContain(value);
      expect(shown).not.toContain(form(value).replace(/^"|"$/g, ""));
    }),
    { numRuns: 5_000 / FEWER },
  );
});

test("the runner is told what is learned, once", () => {
  const told: string[] = [];
  const secrets = openSecrets((value) => void told.push(value));
  secrets.learn(["a-secret", ""]);
  secrets.learn(["a-secret", "another", "true", "1"]);
  expect(told).toEqual(["a-secret", "another"]);
});

test("names are hidden by the user's globs as well", () => {
  const secrets = openSecrets();
  secrets.learnNames(["customer*"]);
  expect([secrets.isHidden("CustomerNote"), secrets.isHidden("ApiToken"), secrets.isHidden("Note")]).toEqual([
    true,
    true,
    false,
  ]);
});
