import { describe, expect, test } from "vitest";
import { isHarmless, redactText } from "../../src/secrets/secretText.ts";

const R = "(redacted)";

describe("a value under a secret's name hides nothing", () => {
  test.each([
    ...["", "*", "****", "true", "False", "NULL", R, "(redacted: a hidden value changes)"],
    ...["(ssm reference)", "(ssm-secure reference)", "{{changeSet:KNOWN_AFTER_APPLY}}"],
    ...["arn:aws:secretsmanager:us-east-1:123456789012:secret:app", "arn:aws-cn:s3:::bucket"],
  ])("if it is %j", (value) => expect(isHarmless(value)).toBe(true));

  test.each([
    ...[
      "hunter2",
      "*a",
      "trues",
      "untrue",
      "(redacted) hunter2",
      "(hunter2 reference) x",
      "(Hunter2 2 reference)",
    ],
    ...["x{{changeSet:KNOWN_AFTER_APPLY}}", "hunter2{{changeSet:", "arn:aws:s3:::bucket and hunter2"],
    ...["hunter2 arn:aws:s3:::bucket", "arn:aws:hunter2", "arn:aws:a:b:c:d", "(redacted(hunter2))"],
  ])("but not if it is %j", (value) => expect(isHarmless(value)).toBe(false));
});

describe("what a script takes from elsewhere is shown, and nothing that only begins so", () => {
  test.each([
    "$TOKEN",
    "$_T0",
    `\${TOKEN}`,
    `\${Token:-x.y}`,
    '"$TOKEN"',
    "'$TOKEN'",
    "$(get it)",
    '"$(cat /run/x)"',
  ])("DB_PASS=%s", (value) => expect(redactText(`DB_PASS=${value}`)).toBe(`DB_PASS=${value}`));

  test.each([
    ["hunter2$TOKEN", R],
    ["$TOKEN-hunter2", R],
    ["$token", R],
    [`\${TOKEN}hunter2`, R],
    [`x\${TOKEN}`, R],
    [`\${0}`, R],
    ["$1$salt$hash", R],
    ['"hunter 2"', `"${R}"`],
    ["'hunter 2'", `'${R}'`],
  ])("DB_PASS=%s", (value, shown) => expect(redactText(`DB_PASS=${value}`)).toBe(`DB_PASS=${shown}`));
});

describe("base64 of a text with a secret in it", () => {
  const of = (text: string) => Buffer.from(text).toString("base64");

  test("is hidden whole, from the shortest on", () => {
    // 24 characters, and no sign at the end.
    const shortest = of("DB_PASS=hunter2-ab");
    expect(shortest).toHaveLength(24);
    expect(redactText(shortest)).toBe(R);
    expect(redactText(`x ${shortest}, y`)).toBe(`x ${R}, y`);
  });

  test.each([
    ["64 characters", 64, "\n"],
    ["76 characters", 76, "\n"],
    ["76 characters, in YAML", 76, "\n    "],
    ["76 characters, as MIME has it", 76, "\r\n"],
  ])("is hidden whole in lines of %s, wherever these begin and end", (_, width, separator) => {
    for (let before = 0; before < 60; before++) {
      const script = `${"#".repeat(before)}\nexport DB_PASSWORD=hunter2-XyZ9-kkkkkk\n${"echo done\n".repeat(12)}`;
      const wrapped = of(script).replaceAll(new RegExp(`.{${width}}(?=.)`, "g"), `$&${separator}`);
      expect(redactText(`Data: |\n  ${wrapped}\n`)).toBe(`Data: |\n  ${R}\n`);
    }
  });

  test("in lines is told from what comes after them", () => {
    const full = of("export DB_PASSWORD=hunter2-XyZ9-kkkkkk\n".padEnd(96, "#")).replaceAll(/.{64}/g, "$&\n");
    expect(redactText(`${full}word`)).toBe(`${R}\nword`);
    // The second of these lines is a text with a secret, and both together are none.
    const binary = Buffer.from("\0".repeat(48)).toString("base64");
    const line = of("export DB_PASSWORD=hunter2-XyZ9-kkkkkk\n".padEnd(48, "#"));
    expect(redactText(`${binary}\n${line}`)).toBe(`${binary}\n${R}`);
  });

  test("is shown where it has none, is no text, or is a part of something longer", () => {
    const harmless = of("LEVEL=information");
    expect(redactText(harmless)).toBe(harmless);
    const binary = Buffer.from([0, 1, 2, ...Buffer.from("DB_PASS=hunter2-ab")]).toString("base64");
    expect(redactText(binary)).toBe(binary);
    const longer = `_${of("DB_PASS=hunter2-ab")}`;
    expect(redactText(longer)).toBe(longer);
  });
});
