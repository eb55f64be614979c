import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { loadAwsServiceSpecSync } from "@aws-cdk/aws-service-spec";
import { describe, expect, test } from "vitest";
import { isSayable, isSecretName, nameMatcher } from "../../src/secrets/secretNames.ts";
import { cpuTime } from "../cpuTime.ts";

describe("a name", () => {
  test.each(
    [
      "MasterUserPassword UserPassword USER_PASSWORD user-password Password2 GeneratedPassword DefaultPassword PasswordProd",
      "dbpassword PGPASSWORD PasswordHash password_md5 SmtpPass DB_PASS smtppass PASS_OLD Passphrase MYSQL_PWD UserPin",
      "UserPoolClientSecret UserSecret NEXTAUTH_SECRET client_secret SecretString SecretStringTemplate SECRET_STRIPE",
      "ResetToken NextAuthToken UseToken GitHubToken AUTH_TOKEN ApiToken2 TokenValue token oauth2Token HECToken",
      "ApiKey APIKEY SESSION_KEY secret-key AwsSecretAccessKey PrivateKey KeyMaterial ENCRYPTION_KEY AppSKey HostKeyBody",
      "ConnectionString DATABASE_URL SENTRY_DSN SlackWebhookUrl dbCredentials AuthCode spring.datasource.password",
    ].flatMap((line) => line.split(" ")),
  )("%s holds a secret", (name) => expect(isSecretName(name)).toBe(true));

  test.each(
    [
      "SecretArn SecretId SecretName SECRET_ARN PasswordLength PasswordPolicy PASSWORD_FILE PasswordResetRequired",
      "GenerateSecretString ManageMasterUserPassword MasterUserSecret UsePreviousValue SecretStringKey",
      "TokenValidityUnits TokenEndpoint NextToken ServiceToken HttpTokens MaxTokens MAX_TOKENS Tokenizer TokenBucketCapacity",
      "Key KeyName PrimaryKey PartitionKey KmsKeyId KmsKey S3Key PublicKey PublicKeyMaterial KeySchema EnableKeyRotation",
      "DatabaseName ClusterEndpoint Shipping Compass Bypass BYPASS PassRole Pinned PinpointDestination Author Keyboard",
      "AuthType ClientId CredentialProviderArn Secretary SecretaryName constructor __proto__ toString",
    ].flatMap((line) => line.split(" ")),
  )("%s does not", (name) => expect(isSecretName(name)).toBe(false));

  test("that is endless takes no time", () => {
    const time = cpuTime(() => {
      for (const piece of ["password", "Ab", "_", "A", "secretkey", "tokeniz"])
        isSecretName(piece.repeat(50_000));
    });
    expect(time).toBeLessThan(1_000);
  });
});

describe("a name of which a part decides", () => {
  test.each(
    [
      // Digits at the end, and words that change nothing behind it.
      "Password1 password-old PASSWORD_NEW_2 TokenValues SecretBackup PinCode PinProd AuthorizationCode KeyMaterialPrimary",
      // The last word that says something decides.
      "PasswordOfUserName2Password UrlToken NameSecret ArnPassword",
      // Keys by what stands before them.
      "SigningKey ssh_key SharedKeys LicenseKey hmacKey TLSKeyBody privatekey2 accesskeys",
      // Written as one with other words.
      "mydbpassword authtokens rootpasswd userpass pgpass mycredentials theconnectionstring appsecret",
      "REDIS_URL MONGODB_URI my-sentry-dsn",
      // What stands before it or behind it takes nothing away.
      "Password2024 HTTP_PASSWORD InputSecret PROMPT_TOKEN MaxCredential PUBLIC_KEY_PASSWORD PublicKeySecret UserPin12 APP_PASS2024",
      "ApiKeyForStripe ConnectionStringOfOrders SecretJsonOrders SecretStringStripe Policies_Password",
    ].flatMap((line) => (line.startsWith("//") ? [] : line.split(" "))),
  )("%s holds a secret", (name) => expect(isSecretName(name)).toBe(true));

  test.each(
    [
      "PasswordArn TokenTtl SecretVersionId PasswordUserName CredentialProviders PassRoleArn PinCodeLength",
      "PublicKeys sshPublicKey ServerPublicKey KeyAlias SortKeys ForeignKey Monkey Donkeys KeyboardLayout",
      "InputTokens prompt_tokens TOTAL_TOKENS HTTP_TOKENS SecretKeyName SecretStringKeys SecretJsonKey",
      "encompass overpass bypass2 Secretariat secretaries tokenized tokenisation Passage spinner",
      "redis_urls urlDsnName databaseurls",
    ].flatMap((line) => line.split(" ")),
  )("%s does not", (name) => expect(isSecretName(name)).toBe(false));

  test("that is too long is judged by its beginning", () => {
    expect(isSecretName(`${"a".repeat(190)}_password`)).toBe(true);
    expect(isSecretName(`${"a".repeat(200)}_password`)).toBe(false);
  });
});

describe("a text that may be somebody's name for something", () => {
  test.each([
    ...["Size", "app/db-password", "a.b:c @d+e=f", "Größe", "VeryLongParameterNameForAClusterOfDatabases"],
    ...["AWS::Region", "x".repeat(128), "aB1aB1aB1aB1aB1"],
  ])("%j can be said", (name) => expect(isSayable(name)).toBe(true));

  test.each([
    ...[
      "a\nb",
      "a(b)",
      "a,b",
      "a\u202eb",
      "x".repeat(129),
      "aB1aB1aB1aB1aB1a",
      "x8Kp2mQ9vLr4Tn7Wz1Yb5Hd3Jf6Gs0Ac",
    ],
  ])("%j is not said", (name) => expect(isSayable(name)).toBe(false));
});

describe("the globs of names", () => {
  test.each([
    ["Note", "note", true],
    ["Note", "Notes", false],
    ["Note", "MyNote", false],
    ["Note*", "Notes/of/all", true],
    ["*Note", "MyNote", true],
    ["N?te", "Nite", true],
    ["N?te", "Nte", false],
    ["a.b", "axb", false],
    ["a+b(c)[d]{e}|f^g$h\\i", "A+B(C)[D]{E}|F^G$H\\I", true],
    ["**", "", true],
    ["a*b", "a\nb", true],
    ["", "", true],
  ])("%j fits %j: %s", (glob, name, fits) => expect(nameMatcher(["x-y-z", glob])(name)).toBe(fits));

  test("none fits nothing", () => expect(nameMatcher([])("")).toBe(false));
});

// UPDATE_GOLDEN=1 writes the lists anew. Read them: what is hidden blinds a reviewer, what is shown may leak.
const UPDATE = process.env.UPDATE_GOLDEN === "1";

describe("CloudFormation's property names", () => {
  const names = propertyNames();

  test("that are hidden, each with a type that has it", () => {
    expectGolden(
      "hidden.txt",
      [...names].filter(([name]) => isSecretName(name)).map((it) => it.join("  ")),
    );
  });

  test("that are shown although a word of theirs could be a secret's", () => {
    expectGolden(
      "shown.txt",
      [...names].filter(([name]) => isSuspect(name) && !isSecretName(name)).map((it) => it.join("  ")),
    );
  });

  test("are shown, all others: a few in a hundred are hidden", () => {
    const hidden = [...names.keys()].filter(isSecretName);
    expect(names.size).toBeGreaterThan(15_000);
    expect(hidden.filter((name) => !isSuspect(name))).toEqual(
      ["AuthCode", "AuthorizationCode", "ConnectionString", "DatabaseUrl", "CertificateWallet", "authCode"]
        .filter((name) => names.has(name))
        .sort(),
    );
    expect(hidden.length / names.size).toBeLessThan(0.01);
  });
});

function isSuspect(name: string): boolean {
  return /pass(?!thr)|pwd|secret|token|cred(?!it)|key|(?<![a-z])pin(?![a-z])|salt/i.test(name);
}

/** Every property of every resource type in AWS's published schema, with the first type that has it, in order. */
function propertyNames(): ReadonlyMap<string, string> {
  const database = loadAwsServiceSpecSync();
  const names = new Map<string, string>();
  const add = (place: string, properties: object) => {
    for (const name of Object.keys(properties)) if (!names.has(name)) names.set(name, place);
  };
  const types = [...database.all("resource")].sort((a, b) =>
    a.cloudFormationType < b.cloudFormationType ? -1 : 1,
  );
  for (const type of types) {
    add(type.cloudFormationType, type.properties);
    for (const { entity } of database.follow("usesType", type))
      add(type.cloudFormationType, entity.properties);
  }
  return new Map([...names].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function expectGolden(file: string, lines: readonly string[]): void {
  const path = new URL(`../golden/names/${file}`, import.meta.url);
  const actual = `${lines.join("\n")}\n`;
  if (UPDATE) writeFileSync(path, actual);
  expect(existsSync(path), `${file} is missing: run with UPDATE_GOLDEN=1`).toBe(true);
  expect(actual).toBe(readFileSync(path, "utf8"));
}
