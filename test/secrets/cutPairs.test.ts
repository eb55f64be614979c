import { expect, test } from "vitest";
import { redactNamed } from "../../src/changes/redaction/redaction.ts";
import { withoutCutPairs } from "../../src/secrets/cutPairs.ts";
import { isSecretName } from "../../src/secrets/secretNames.ts";
import { cpuTime } from "../cpuTime.ts";

const LEVEL = '{"Name":"LEVEL","Value":"debug"}';

test.each([
  [
    `[{"Name":"DB_PASSWORD","Value":"tiger99"},${LEVEL},{"Na`,
    `[{"Name":"DB_PASSWORD","Value":"(redacted)"},${LEVEL},{"Na`,
  ],
  ['[{"Value": "tiger99", "Name": "TOKEN"},{', '[{"Value": "(redacted)", "Name": "TOKEN"},{'],
  ['[{"Name":"TOKEN","Type":"X","Value":"tig', '[{"Name":"TOKEN","Type":"X","Value":"(redacted)'],
  ['[{"Value":"tiger99","Na', '[{"Value":"(redacted)","(redacted)'],
  ['[{"Name":"TOKEN","Value":"a\\"}{b"},{', '[{"Name":"TOKEN","Value":"(redacted)"},{'],
  ['[{"Name":"TOKEN","Value":"a\\', '[{"Name":"TOKEN","Value":"(redacted)\\'],
  [
    '{"Name":"TOKEN","Value":{"a":["x","y"]},"b":"c',
    '{"Name":"TOKEN","Value":{"a":["(redacted)","(redacted)"]},"b":"c',
  ],
  [
    '{"L":[{"Key":"ApiToken","Value":"x"}],"Name":"y',
    '{"L":[{"Key":"ApiToken","Value":"(redacted)"}],"Name":"y',
  ],
])("%s is shown as %s", (text, shown) => {
  const found: string[] = [];
  expect(withoutCutPairs(text, { isHidden: isSecretName, found: (it) => found.push(it) })).toBe(shown);
  expect(found).toHaveLength(shown.split("(redacted)").length - 1);
  expect(redactNamed("Env", text)).toBe(shown);
});

test.each([
  `[${LEVEL},{"Name":"LEV`,
  `[${LEVEL},{"Name":"LEVEL","Value":"deb`,
  '}{"a":"b',
  "[}",
  '{"Value":"',
])("%s stays", (text) => {
  expect(redactNamed("Env", text)).toBe(text);
});

test("a text that is nested deeper than any property is hidden as a whole", () => {
  expect(redactNamed("Env", `{${'{"a":'.repeat(41)}"b`)).toBe("(redacted)");
});

test("takes linear time", () => {
  for (const piece of ['{"Value":"', '{"Name":"TOKEN","Value":"x"},', "\\", '"', "{", '"Value":"x",']) {
    const time = cpuTime(() => redactNamed("Env", `{${piece.repeat(20_000)}`));
    expect(time).toBeLessThan(5_000);
  }
});
