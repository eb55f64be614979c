import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { commandOf, type PythonTool, versionOf } from "../../virtualenv.ts";

/** A CloudFormation that others made, and how it is started on a port of this machine. */
export interface Emulator {
  /** As a column is called: `moto 5.2.5`. */
  readonly name: string;
  readonly tool: PythonTool;
  /** The program in the virtualenv, with its arguments. */
  readonly start: (port: number) => {
    readonly command: string;
    readonly args: readonly string[];
    readonly env: Readonly<Record<string, string>>;
  };
}

export interface Running extends AsyncDisposable {
  readonly url: string;
}

/** Whether it is installed, in this version. */
export function isInstalled({ tool }: Emulator, root: string): boolean {
  return versionOf(commandOf(tool, root), tool.asking) === tool.version;
}

/** Starts it in a folder of its own, with nothing of this process's environment but PATH, and waits until it answers. */
export async function start({ name, tool, start: how }: Emulator, root: string): Promise<Running> {
  const port = await freePort();
  const home = mkdtempSync(join(tmpdir(), "emulator-"));
  const { command, args, env } = how(port);
  const server = spawn(commandOf({ ...tool, command }, root), args, {
    cwd: home,
    env: { PATH: process.env.PATH ?? "", HOME: home, TMPDIR: home, ...env },
    stdio: "ignore",
  });
  // As their users write it: a name, by which the SDK addresses buckets otherwise than by a number.
  const url = `http://localhost:${port}`;
  const close = async () => {
    await stop(server);
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await untilAnswering(url, server, name);
  } catch (error) {
    await close();
    throw error;
  }
  return { url, [Symbol.asyncDispose]: close };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { readonly port: number };
  server.close();
  await once(server, "close");
  return port;
}

async function untilAnswering(url: string, server: ChildProcess, name: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (server.exitCode !== null)
      throw new Error(`${name} ended with ${server.exitCode} before it answered.`);
    try {
      await fetch(url);
      return;
    } catch {
      await delay(200);
    }
  }
  throw new Error(`${name} does not answer.`);
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, "exit");
  server.kill("SIGTERM");
  const hard = setTimeout(() => server.kill("SIGKILL"), 5_000);
  await ended;
  clearTimeout(hard);
}
