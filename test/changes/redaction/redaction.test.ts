import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Changes, PropertyChange, ResourceChange } from "../../../src/changes/model.ts";
import {
  type RedactionOptions,
  redact,
  redactNamed,
  redactText,
} from "../../../src/changes/redaction/redaction.ts";
import { judge } from "../../../src/changes/verdict/verdict.ts";
import { renderCheck } from "../../../src/report/check.ts";
import { commentMarker, renderComment } from "../../../src/report/comment.ts";
import { changeSummary } from "../../../src/report/outputs.ts";
import { planLines } from "../../../src/report/sections/plan.ts";
import { renderSummary } from "../../../src/report/summary.ts";
import { openSecrets } from "../../../src/secrets/secrets.ts";
import type { Json } from "../../../src/template/model.ts";
import { cpuTime } from "../../cpuTime.ts";
import { FEWER } from "../../mutation/fewerCases.ts";

const NOTHING: RedactionOptions = { noEcho: [], patterns: [] };
const HEX = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 20, maxLength: 40 });
const ALNUM = fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

describe("a text", () => {
  test.each([
    ["key AKIAIOSFODNN7EXAMPLE here", "key (redacted) here"],
    ["postgres://app:hunter2@db:5432/x", "postgres://app:(redacted)@db:5432/x"],
    ["Server=db;Password=hunter2;Port=1", "Server=db;Password=(redacted);Port=1"],
    ["{{resolve:secretsmanager:prod-db:SecretString:password}}", "(secretsmanager reference)"],
    ["a{{resolve:ssm:/x:1}}b", "a(ssm reference)b"],
    ["{{resolve:ssm-secure:/cut/off", "(ssm-secure reference)"],
    ["-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\nafter", "(redacted)\nafter"],
    ["-----BEGIN PRIVATE KEY-----\nMIIE cut", "(redacted)"],
    ["Authorization: Bearer abcdefghijklmnopqrstuvwxyz", "Authorization: Bearer (redacted)"],
    ["https://hooks.slack.com/services/T000/B000/XXXX", "https://hooks.slack.com/(redacted)"],
    [
      "aws rds modify --master-user-password hunter2 --x",
      "aws rds modify --master-user-password (redacted) --x",
    ],
    ["#!/bin/sh\nexport DB_PASS=hunter2\nrun", "#!/bin/sh\nexport DB_PASS=(redacted)\nrun"],
    ["mysql -u root -phunter2 app", "mysql -u root -p(redacted) app"],
    ["mysql -u root -p'hunter 2' app", "mysql -u root -p(redacted) app"],
    ["sshpass -p hunter2 ssh x", "sshpass -p (redacted) ssh x"],
    ["curl -u me:hunter2 https://x.example", "curl -u me:(redacted) https://x.example"],
    ["https://x.example/a?token=hunter2&page=1", "https://x.example/a?token=(redacted)&page=1"],
    ["run --api-token 'a b' --level info", "run --api-token '(redacted)' --level info"],
    ["users:\n  - name: app\n    passwd: hunter2\n", "users:\n  - name: app\n    passwd: (redacted)\n"],
    ['cut {"Password":"hunter2', 'cut {"Password":"(redacted)'],
    ['in json "{\\"Token\\":\\"hunter2\\"}"', 'in json "{\\"Token\\":\\"(redacted)\\"}"'],
    [
      "cut: MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ==\n-----END PRIVATE KEY-----",
      "cut:(redacted)",
    ],
    [`data ${btoa("#!/bin/sh\nexport DB_PASS=hunter2\n")}`, "data (redacted)"],
  ])("%j is shown as %j", (text, shown) => expect(redactText(text)).toBe(shown));

  test.each([
    "arn:aws:secretsmanager:us-east-1:123456789012:secret:aurora-secret-production-AbCdEf",
    "The password is not valid",
    "Cannot find version 15.4 for aurora-postgresql (Service: Rds, Status Code: 400, Request ID: 0a1b2c3d-1111-2222-3333-444455556666)",
    "https://example.com/a:b",
    "postgresql://db.example:5432/app",
    "sha256:9b1fe2a0c84d5e6f7a8b9c0d1e2f30415263748596a7b8c9d0e1f2a3b4c5d6e7",
    "export DB_PASS=$DB_PASS TOKEN=$(get it) LEVEL=info",
    "Properties validation failed: #/MasterUserPassword: expected minLength: 8, actual: 3",
    "Password: must have at least 8 characters",
    "DB_SECRET=arn:aws:secretsmanager:us-east-1:123456789012:secret:app-AbCdEf",
    "mkdir -p /var/app && echo passwords --pass-through",
    btoa("#!/bin/sh\nexport LEVEL=info\n"),
  ])("%j stays", (text) => expect(redactText(text)).toBe(text));

  test("takes linear time, whatever it is", () => {
    for (const piece of [
      "eyJ.",
      "://a:",
      "password=",
      "{{resolve:",
      "-----BEGIN PRIVATE KEY",
      "Bearer ",
      '"a":"',
      "sk-",
      "\\",
      "name=",
      "DB_PASS=a ",
      "--token ",
      "mysql ",
      "curl ",
      "Token: a\n",
      '\\"Token\\":\\"',
      "QUJD",
      "TOKEN",
    ]) {
      const time = cpuTime(() => {
        redactText(piece.repeat(20_000));
        redactNamed("Value", `{${piece.repeat(20_000)}`);
      });
      // Quadratic work on 100 kB takes minutes.
      expect(time).toBeLessThan(5_000);
    }
  });
});

describe("changes", () => {
  const detail = (
    path: string,
    before: string,
    after: string,
    more: Partial<PropertyChange> = {},
  ): PropertyChange => ({
    attribute: "Properties",
    name: path.split("/")[2] ?? "",
    path,
    requiresRecreation: "Never",
    evaluation: "Static",
    before,
    after,
    ...more,
  });
  const changed = (details: readonly PropertyChange[], before?: Json, after?: Json): Changes => ({
    ...EMPTY,
    resources: [
      {
        ...RESOURCE,
        details,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      },
    ],
  });
  const first = (changes: Changes) => changes.resources[0]?.details[0];

  test("show no value of a property that is named like a secret, at any depth", () => {
    const value = '{"Variables":{"DB_PASSWORD":"hunter2","LEVEL":"info"}}';
    expect(first(redact(changed([detail("/Properties/Environment", value, value)]), NOTHING))?.before).toBe(
      '{"Variables":{"DB_PASSWORD":"(redacted)","LEVEL":"info"}}',
    );
  });

  test("show no value that is named by a key beside it", () => {
    const value = '[{"Name":"DB_PASSWORD","Value":"hunter2"},{"Name":"LEVEL","Value":"info"}]';
    expect(first(redact(changed([detail("/Properties/Environment", value, value)]), NOTHING))?.after).toBe(
      '[{"Name":"DB_PASSWORD","Value":"(redacted)"},{"Name":"LEVEL","Value":"info"}]',
    );
  });

  test("show no secret in JSON that AWS cut off", () => {
    const cut = '{"Variables":{"DB_PASSWORD":"hunter2hunter2';
    expect(
      first(redact(changed([detail("/Properties/Environment", cut, cut)]), NOTHING))?.before,
    ).not.toContain("hunter2");
  });

  test("show no value that comes from a NoEcho parameter, not even in the contexts", () => {
    const context = { Properties: { Login: "hunter2!" } };
    const changes = changed(
      [
        detail("/Properties/Login", "hunter1!", "hunter2!", {
          source: "ParameterReference",
          causingEntity: "Pw",
        }),
      ],
      context,
      context,
    );
    expect(JSON.stringify(redact(changes, { noEcho: ["Pw"], patterns: [] }))).not.toMatch(/hunter/);
  });

  test("show no value of what the redact input names, by glob and letter case aside", () => {
    const changes = {
      ...changed([detail("/Properties/CustomerNote", "first", "second")]),
      parameters: [{ name: "HostName", noEcho: false, after: "db.internal" }],
    };
    const shown = JSON.stringify(redact(changes, { noEcho: [], patterns: ["customer*", "Host?ame"] }));
    expect(shown).not.toMatch(/first|second|db\.internal/);
  });

  test("show no secret that the run knows, whatever it is called, and before it is cut", () => {
    const value = `a ${"x".repeat(40)} dog-house-9 b`;
    const known = {
      noEcho: [],
      patterns: [],
      hide: (text: string) => text.replaceAll("dog-house-9", "(redacted)"),
    };
    const context = { Properties: { Note: value, Port: 5432 } };
    const shown = redact(changed([detail("/Properties/Note", value, value)], context, context), known);
    expect(JSON.stringify(shown)).not.toContain("dog-house-9");
  });

  test("show no secret in an alarm's name", () => {
    const arn = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:dog-house-9";
    const watched = { alarms: [arn, "arn:b"], minutes: 5, kept: true };
    const hide = (text: string) => text.replaceAll("dog-house-9", "(redacted)");
    expect(redact({ ...EMPTY, watched }, { ...NOTHING, hide }).watched).toEqual({
      ...watched,
      alarms: ["arn:aws:cloudwatch:us-east-1:123456789012:alarm:(redacted)", "arn:b"],
    });
    expect(Object.keys(redact(EMPTY, NOTHING))).not.toContain("watched");
  });

  test("say where a hidden value changes, and only there", () => {
    const value = (secret: string, level: string) =>
      JSON.stringify({
        Variables: { DB_PASSWORD: secret, LEVEL: level },
        List: [
          { Name: "TOKEN", Value: secret },
          { Name: "A", Value: "b" },
        ],
      });
    const shownAfter = (secret: string, level: string) =>
      first(redact(changed([detail("/Properties/E", value("old", "1"), value(secret, level))]), NOTHING))
        ?.after;
    expect(shownAfter("new", "1")?.match(/a hidden value changes/g)).toHaveLength(2);
    expect(shownAfter("old", "2")).not.toContain("changes");
    const script = (secret: string) => `#!/bin/sh\nexport DB_PASS=${secret}\nrun\n`;
    const changedScript = first(
      redact(changed([detail("/Properties/UserData", script("a"), script("b"))]), NOTHING),
    );
    expect(changedScript?.after).toContain("a hidden value changes");
  });

  test("show a hidden value nowhere else either", () => {
    const changes = changed([
      detail("/Properties/Password", "old-pw-123", "new-pw-123"),
      detail("/Properties/Url", "x?p=old-pw-123", "x?p=new-pw-123"),
    ]);
    expect(JSON.stringify(redact(changes, NOTHING))).not.toMatch(/-pw-123/);
  });

  test("keep flags, numbers, references and what is known after apply", () => {
    const value = '{"ManageMasterUserPassword":true,"PasswordLength":32,"SecretId":"arn:aws:x"}';
    const shown = redact(
      changed([detail("/Properties/X", value, "{{changeSet:KNOWN_AFTER_APPLY}}")]),
      NOTHING,
    );
    expect(first(shown)?.before).toBe(value);
    expect(first(shown)?.after).toBe("{{changeSet:KNOWN_AFTER_APPLY}}");
  });

  test("are not altered themselves", () => {
    const changes = deepFreeze(
      changed([detail("/Properties/Password", "a", "b")], { Properties: { Password: "a" } }),
    );
    redact(changes, NOTHING);
    expect(first(changes)?.before).toBe("a");
  });
});

/** Secrets with the places where each kind is one. */
const secret = fc.oneof(
  fc
    .string({ unit: fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"), minLength: 16, maxLength: 16 })
    .map((it) => ({ value: `AKIA${it}`, byForm: true })),
  fc
    .string({ unit: ALNUM, minLength: 36, maxLength: 36 })
    .map((it) => ({ value: `ghp_${it}`, byForm: true })),
  fc.tuple(HEX, HEX).map(([head, body]) => ({ value: `eyJ${head}.eyJ${body}.${head}`, byForm: true })),
  HEX.map((it) => ({ value: `{{resolve:secretsmanager:${it}:SecretString:password}}`, byForm: true })),
  HEX.map((it) => ({ value: `-----BEGIN PRIVATE KEY-----\n${it}\n-----END PRIVATE KEY-----`, byForm: true })),
  HEX.map((it) => ({ value: `pw-${it}`, byForm: false })),
);

test("no secret is ever visible, wherever it is and whatever is rendered", () => {
  const where = fc.constantFrom(
    "detail",
    "nested",
    "pair",
    "context",
    "parameter",
    "kept",
    "tag",
    "output",
    "noEcho",
    "drift",
    "text",
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(secret, where), { minLength: 1, maxLength: 3 }), (secrets) => {
      const raw = { ...EMPTY, ...merged(secrets.map(([it, place]) => placed(it, place))) };
      const changes = redact(raw, { noEcho: ["Hidden"], patterns: [] });
      const verdict = judge(raw, []);
      const view = {
        secrets: openSecrets(),
        stack: "s",
        region: "us-east-1",
        state: { kind: "previewed", onMerge: { kind: "executes" } } as const,
        changes,
        verdict,
        findings: [],
        links: { run: "https://github.com/a/b/actions/runs/1" },
        commit: "4f2c9d1e8b7a6053",
        history: [],
      };
      const shown = [
        renderComment(view, commentMarker({ stackName: "s", region: "us-east-1", label: undefined })),
        renderSummary(view),
        renderCheck(view).summary,
        changeSummary(changes, verdict),
        planLines(changes, verdict).join("\n"),
      ].join("\n");
      for (const [{ value }] of secrets) {
        const core = /[0-9a-zA-Z]{16,}/.exec(value.replace("secretsmanager", ""))?.[0] ?? value;
        expect(shown).not.toContain(core);
      }
    }),
    { numRuns: 10_000 / FEWER },
  );
});

type Placed = Partial<Pick<Changes, "parameters" | "keptParameters" | "tags" | "outputs" | "resources">>;

function placed(
  { value, byForm }: { readonly value: string; readonly byForm: boolean },
  place: string,
): Placed {
  // What is no secret by its form is one by the name of where it is.
  const name = byForm ? "Plain" : "ApiToken";
  const change = (more: Partial<ResourceChange>): Placed => ({ resources: [{ ...RESOURCE, ...more }] });
  const detail = (it: Partial<PropertyChange>): Placed =>
    change({
      details: [
        {
          attribute: "Properties",
          name: "P",
          path: "/Properties/P",
          requiresRecreation: "Never",
          evaluation: "Static",
          ...it,
        },
      ],
    });
  switch (place) {
    case "detail":
      return detail({ name, path: `/Properties/${name}`, before: "x", after: value });
    case "nested":
      return detail({ before: JSON.stringify({ a: [{ [name]: value }] }), after: "{}" });
    case "pair":
      return detail({ after: JSON.stringify([{ Name: name, Value: value }]) });
    case "context":
      return change({ action: "Add", after: { Properties: { Env: { [name]: value } } } });
    case "parameter":
      return { parameters: [{ name, noEcho: false, before: value, after: "x" }] };
    case "kept":
      return { keptParameters: [{ name, value, default: value }] };
    case "tag":
      return { tags: [{ key: name, after: value }] };
    case "output":
      return { outputs: [{ key: "O", after: JSON.stringify({ [name]: value }) }] };
    case "noEcho":
      return detail({ before: value, after: value, source: "ParameterReference", causingEntity: "Hidden" });
    case "drift":
      return detail({ name, path: `/Properties/${name}`, drift: { previous: value, actual: value } });
    default:
      return detail({ after: byForm ? `before ${value} after` : `run --password ${value} now` });
  }
}

function merged(parts: readonly Placed[]): Placed {
  const list = <K extends keyof Placed>(key: K) => parts.flatMap((part) => [...(part[key] ?? [])]);
  const resources = list("resources").map((it, index) => ({
    ...(it as ResourceChange),
    logicalId: `R${index}`,
  }));
  return {
    parameters: list("parameters"),
    keptParameters: list("keptParameters"),
    tags: list("tags"),
    outputs: list("outputs"),
    resources,
  } as Placed;
}

const EMPTY: Changes = {
  target: { stack: "s", region: "us-east-1", account: "123456789012", type: "UPDATE" },
  resources: [],
  settings: [],
  template: [],
  parameters: [],
  keptParameters: [],
  tags: [],
  outputs: [],
  capabilities: [],
};
const RESOURCE: ResourceChange = {
  stackPath: [],
  action: "Modify",
  logicalId: "R",
  type: "AWS::Lambda::Function",
  replacement: "False",
  scope: ["Properties"],
  details: [],
};

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null)
    for (const it of Object.values(Object.freeze(value))) deepFreeze(it);
  return value;
}
