import fc from "fast-check";
import { anyByForm, anyEcho, anySecret, oneLine, type Planted } from "./secret.ts";

/** Ways in which a run can go, each with its own texts. */
export const ENDINGS = [
  "previewed",
  "shown in the summary",
  "deployed",
  "failed",
  "refused",
  "unreviewed",
  "stale",
  "drifted",
  "rendered",
  "broken template",
  "no template",
  "bad parameters",
] as const;
export type Ending = (typeof ENDINGS)[number];

const FORMS = ["lines", "json", "yaml", "cli", "file", "file of the cli", "file of a pipeline"] as const;
const NAMES =
  "UserPassword NEXTAUTH_SECRET SmtpPass DB_PASS SESSION_KEY ApiToken2 client-secret dbpassword GeneratedPassword".split(
    " ",
  );
const HARMLESS = "DatabaseName TokenEndpoint PasswordLength SecretName KeyName BYPASS MaxTokens".split(" ");

/** What is planted where, and how the run goes. */
export interface Story {
  readonly ending: Ending;
  /** A NoEcho value: given (in a form) or kept; the template takes its NoEcho away, or not. */
  readonly login: Planted;
  readonly kept: Planted;
  readonly form: (typeof FORMS)[number];
  readonly exposed: boolean;
  /** Values of what is named like a secret, as deployed and as wanted. */
  readonly name: string;
  readonly old: Planted;
  readonly wanted: Planted;
  /** Stands where nothing says that it is a secret. */
  readonly bare: Planted;
  readonly script: Planted;
  readonly harmless: string;
  readonly echo: (value: string) => string;
}

export const anyStory: fc.Arbitrary<Story> = fc
  .record({
    ending: fc.constantFrom(...ENDINGS),
    form: fc.constantFrom(...FORMS),
    single: oneLine,
    several: anySecret,
    kept: anySecret,
    exposed: fc.boolean(),
    name: fc.constantFrom(...NAMES),
    old: anySecret,
    wanted: anySecret,
    bare: anyByForm,
    script: oneLine,
    harmless: fc.constantFrom(...HARMLESS),
    echo: anyEcho,
  })
  // A line holds no line break.
  .map(({ single, several, ...story }) => ({ ...story, login: story.form === "lines" ? single : several }));

/** The template as it is deployed (`before`) or wanted. */
export function templateOf(story: Story, side: "before" | "after"): string {
  const { name, old, wanted, bare, script, harmless, exposed } = story;
  const value = side === "before" ? old.value : wanted.value;
  const number = side === "before" ? 1 : 2;
  const key = script.core;
  return JSON.stringify(
    {
      Parameters: { Login: { Type: "String", NoEcho: side === "before" || !exposed, Default: "none" } },
      Resources: {
        App: {
          Type: "AWS::Lambda::Function",
          Properties: {
            Role: "arn:aws:iam::123456789012:role/app",
            Code: { ZipFile: `x${number}` },
            Environment: {
              Variables: {
                [name]: value,
                LOGIN: { Ref: "Login" },
                [harmless]: `seen-${number}`,
                CONFIG: JSON.stringify({ level: number, [name]: value }),
                NOTE: side === "before" ? "x" : bare.value,
              },
            },
            Tags: [{ Key: name, Value: value }],
          },
        },
        Tasks: {
          Type: "AWS::ECS::TaskDefinition",
          Properties: {
            ContainerDefinitions: [
              { Name: "app", Image: `app:${number}`, Environment: [{ Name: name, Value: value }] },
            ],
          },
        },
        Host: {
          Type: "AWS::EC2::Instance",
          Properties: {
            UserData: scriptOf(key, number),
          },
          // Of which CloudFormation says that it changes, and not what.
          Metadata: { [name]: value, Run: { content: scriptOf(key, number), [harmless]: bare.value } },
        },
        ...(side === "before"
          ? {}
          : {
              Fresh: {
                Type: "AWS::SSM::Parameter",
                Properties: {
                  Type: "String",
                  Value: { "Fn::Sub": [..."x".repeat(140), " $", "{Login}"].join("") },
                  Description: bare.value,
                },
                Metadata: { [name]: value, Run: scriptOf(key, number), Note: bare.value },
              },
            }),
      },
      Outputs: {
        UserSecret: { Value: value },
        Address: { Value: { "Fn::Sub": "db://$" + "{Login}@host" } },
        Note: { Value: bare.value, Description: side === "before" ? "d" : bare.value },
      },
    },
    null,
    1,
  );
}

/** A template of which a line cannot be read, and a file that is none. */
export function brokenTemplate({ name, wanted }: Story): string {
  return `Resources:\n  Db:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      ${name}: "${wanted.value.split("\n")[0]?.replaceAll('"', "")}\n      Port: 1\n`;
}

export function noTemplate({ name, wanted, bare, script, exposed }: Story): string {
  if (exposed) return `[core]\n\tnote = "${script.core.slice(0, 20)}\n`;
  return `LEVEL=info\n${name}='${wanted.value}\nNOTE=${bare.value}\n`;
}

/** The inputs and files that give the login. */
export function givenLogin({ form, login, name, wanted }: Story): Pick<Given, "inputs" | "files"> {
  const values = { Login: login.value };
  const list = [{ ParameterKey: "Login", ParameterValue: login.value }];
  const tags = JSON.stringify({
    [name.replaceAll(/[^\w-]/g, "")]: wanted.value.slice(0, 200).replaceAll("\n", " "),
    team: "a",
  });
  switch (form) {
    case "lines":
      return { inputs: { tags, parameters: `Login=${login.value}` }, files: {} };
    case "json":
      return { inputs: { tags, parameters: JSON.stringify(values) }, files: {} };
    case "yaml":
      return { inputs: { tags, parameters: `Login: ${JSON.stringify(login.value)}` }, files: {} };
    case "cli":
      return { inputs: { tags, parameters: JSON.stringify(list) }, files: {} };
    case "file":
      return { inputs: { tags, "parameters-file": "p.json" }, files: { "p.json": JSON.stringify(values) } };
    case "file of the cli":
      return { inputs: { tags, "parameters-file": "p.json" }, files: { "p.json": JSON.stringify(list) } };
    case "file of a pipeline":
      return {
        inputs: { tags, "parameters-file": "p.json" },
        files: { "p.json": JSON.stringify({ Parameters: values }) },
      };
  }
}

/** Parameters that cannot be taken: a key over several lines, a name that nobody declares, a wrong value. */
export function badParameters({ login, kept }: Story): string {
  const lines = kept.value.split("\n");
  return `Login=${login.value.split("\n")[0]}\nLogin=-----BEGIN KEY-----\n${lines.join("\n")}\n${kept.core}${kept.core}==\n${kept.core.replaceAll(/\d/g, "x")}=\n-----END KEY-----`;
}

interface Given {
  readonly inputs: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
}

function scriptOf(key: string, number: number): string {
  return `#!/bin/sh\nexport DB_PASS=${key}${number}\nmysql -u root -p${key}${number} app\nrun --api-token ${key}${number} # ${number}\n`;
}
