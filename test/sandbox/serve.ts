import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, openSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startAws } from "./aws/server.ts";

/**
 * `node test/sandbox/serve.ts >> "$GITHUB_ENV"` starts a local AWS that goes on when this has ended, and prints the variables by
 * which an SDK finds it, with the process to stop: `SANDBOX_PID`. It ends by itself after a quarter of an hour.
 */
async function serve(): Promise<void> {
  const log = join(mkdtempSync(join(tmpdir(), "sandbox-aws-")), "log.txt");
  const child = spawn(process.execPath, [import.meta.filename, "inside"], {
    detached: true,
    // What holds on to the output of a step keeps the step from ending.
    stdio: ["ignore", "ignore", openSync(log, "w"), "ipc"],
  });
  const url = await Promise.race([told(child), ended(child, log)]);
  child.disconnect();
  child.unref();
  const variables = {
    SANDBOX_PID: child.pid,
    AWS_ENDPOINT_URL: url,
    AWS_EC2_METADATA_DISABLED: true,
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "AKIASANDBOXSANDBOX00",
    AWS_SECRET_ACCESS_KEY: "sandbox",
  };
  for (const [name, value] of Object.entries(variables)) console.log(`${name}=${value}`);
}

async function told(child: ChildProcess): Promise<string> {
  const [url] = (await once(child, "message")) as [string];
  return url;
}

async function ended(child: ChildProcess, log: string): Promise<never> {
  const [code] = (await once(child, "exit")) as [number | null];
  throw new Error(`the local AWS ended with ${code}:\n${readFileSync(log, "utf8")}`);
}

async function inside(): Promise<void> {
  const { url } = await startAws({ durations: { changeSet: 300, create: 300, update: 300, delete: 300 } });
  process.send?.(url);
  setTimeout(() => process.exit(0), 15 * 60_000);
}

await (process.argv[2] === "inside" ? inside() : serve());
