import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { commandOf, type PythonTool, versionOf } from "../../virtualenv.ts";
import type { DataHolder } from "./stack.ts";

/** A CloudFormation that others made, and how it is started on a port of this machine. */
export interface Emulator {
  /** As a column is called: `moto 5.2.5`. */
  readonly name: string;
  /** What holds data in its stack. */
  readonly holder: DataHolder;
  /** What `scripts/install-compatibility.ts` installs; absent where it is built by hand. */
  readonly tool?: PythonTool;
  /** Why it cannot be started from below `root`, if it cannot. */
  readonly missing: (root: string) => string | undefined;
  readonly start: (port: number, root: string) => Start;
}

/** A program, with its arguments and its environment. */
export interface Start {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export interface Running extends AsyncDisposable {
  readonly url: string;
}

/** An emulator in a virtualenv; `how` names the program in it. */
export function inVirtualenv(
  tool: PythonTool,
  how: (port: number) => Start,
): Pick<Emulator, "tool" | "missing" | "start"> {
  const isThere = (root: string) => versionOf(commandOf(tool, root), tool.asking) === tool.version;
  return {
    tool,
    missing: (root) =>
      isThere(root) ? undefined : "is not installed: node scripts/install-compatibility.ts",
    start: (port, root) => {
      const { command, ...rest } = how(port);
      return { ...rest, command: commandOf({ ...tool, command }, root) };
    },
  };
}

/** Starts it in a folder of its own, with nothing of this process's environment but PATH, and waits until it answers. */
export async function start({ name, start: how }: Emulator, root: string): Promise<Running> {
  const port = await freePort();
  const home = mkdtempSync(join(tmpdir(), "emulator-"));
  const { command, args, env } = how(port, root);
  const server = spawn(command, args, {
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
