import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { CreateKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { localMoto } from "../../scripts/install-moto.ts";
import { openSigner } from "../../src/aws/signer.ts";
import { root } from "../contract/action.ts";
import { MAC_KEY } from "../sandbox/aws/kms.ts";
import { startAws } from "../sandbox/aws/server.ts";

const CREDENTIALS = { AWS_ACCESS_KEY_ID: "sandbox", AWS_SECRET_ACCESS_KEY: "sandbox" };
const TEXT = "0f".repeat(32);

interface Kms {
  readonly endpoint: string;
  readonly key: string;
  readonly other: string;
  readonly close: () => Promise<void>;
}

/** The checks that every KMS must stand. */
function signs(open: () => Promise<Kms>): void {
  const opened: { kms?: Kms } = {};
  const signer = (key?: string) => {
    const { endpoint, key: own } = opened.kms as Kms;
    return openSigner(key ?? own, { region: "us-east-1", endpoint, env: {}, version: "0", maxAttempts: 1 });
  };
  beforeAll(async () => {
    Object.assign(process.env, CREDENTIALS);
    opened.kms = await open();
  });
  afterAll(() => opened.kms?.close());

  test("what it has signed it verifies, and nothing else", async () => {
    const mac = await signer().sign(TEXT);
    expect(Buffer.from(mac, "base64")).toHaveLength(32);
    expect(await signer().verify(TEXT, mac)).toBe(true);
    expect(await signer().verify(`${TEXT}0`, mac)).toBe(false);
    expect(await signer().verify(TEXT, Buffer.alloc(32).toString("base64"))).toBe(false);
  });

  test("a key that is not there, or no key for signatures, is an error and no answer", async () => {
    const { other } = opened.kms as Kms;
    const mac = await signer().sign(TEXT);
    await expect(signer(other).sign(TEXT)).rejects.toThrow("Cannot sign the record with KMS key");
    await expect(signer(other).verify(TEXT, mac)).rejects.toThrow("Cannot verify the record with KMS key");
  });
}

describe("the sandbox's KMS", () => {
  signs(async () => {
    const aws = await startAws();
    return { endpoint: aws.url, key: MAC_KEY, other: "alias/none", close: aws.close };
  });
});

const moto = localMoto(root);
const missing = moto === undefined ? "needs moto: run node scripts/install-moto.ts" : undefined;
if (missing !== undefined && process.env.CI === "true") throw new Error(missing);
const why = missing === undefined ? "" : ` (skipped: ${missing})`;

describe.skipIf(moto === undefined)(`moto's KMS${why}`, () => {
  signs(async () => {
    const server = spawn(moto ?? "", ["-H", "127.0.0.1", "-p", "0"], { stdio: ["ignore", "ignore", "pipe"] });
    const endpoint = await addressOf(server);
    const client = new KMSClient({ region: "us-east-1", endpoint });
    const made = async (spec: "HMAC_256" | "SYMMETRIC_DEFAULT") => {
      const usage = spec === "HMAC_256" ? "GENERATE_VERIFY_MAC" : "ENCRYPT_DECRYPT";
      const { KeyMetadata: key } = await client.send(
        new CreateKeyCommand({ KeySpec: spec, KeyUsage: usage }),
      );
      return key?.Arn ?? "";
    };
    const [key, other] = [await made("HMAC_256"), "12345678-1234-1234-1234-123456789012"];
    return {
      endpoint,
      key,
      other,
      close: async () => {
        server.kill();
        await once(server, "exit");
      },
    };
  });
});

/** Where the server listens: it says so itself, on a port that the system chose. */
async function addressOf(server: ChildProcess): Promise<string> {
  const lines = createInterface({ input: server.stderr ?? process.stdin });
  for await (const line of lines) {
    const found = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(line)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error("moto's server ended before it listened");
}
