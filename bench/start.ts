import { spawn } from "node:child_process";
import { join } from "node:path";
import { stepInputs } from "../test/sandbox/runner/action-inputs.ts";
import { stepEnvironment } from "../test/sandbox/runner/environment.ts";
import { stepFiles } from "../test/sandbox/runner/step-files.ts";
import { temporaryDirectory } from "../test/sandbox/runner/temp.ts";

const root = join(import.meta.dirname, "..");
const ROUNDS = 30;

interface Program {
  readonly name: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly exitCode: number;
}

interface Times {
  /** Milliseconds from the start of the process to its first output, if it has any. */
  readonly firstOutput: number | undefined;
  /** … and to its end. */
  readonly end: number;
}

/**
 * Prints how long the bundle takes to start, next to bare Node. Measured is what every run does first: load the bundle,
 * read event and inputs, render the template. One program ends there because that is all it is asked (`mode: render`), the
 * other because an input is wrong. Neither asks anybody on the network. The rounds alternate, so that a busy moment
 * of the machine strikes all alike.
 */
async function bench(): Promise<void> {
  const workspace = await temporaryDirectory("workspace");
  const index = [join(root, "dist/index.js")];
  const programs: readonly Program[] = [
    { name: "node -e 0", args: ["-e", "0"], env: {}, exitCode: 0 },
    { name: "wrong input", args: index, env: await environment(workspace, "no-such-mode"), exitCode: 1 },
    { name: "mode: render", args: index, env: await environment(workspace, "render"), exitCode: 0 },
  ];
  const measured = new Map(programs.map((program) => [program.name, [] as Times[]]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const program of programs) {
      const times = await time(program, workspace);
      // The first round fills the file system's cache.
      if (round > 0) measured.get(program.name)?.push(times);
    }
  }
  print(measured);
}

async function environment(workspace: string, mode: string): Promise<Readonly<Record<string, string>>> {
  const event = { name: "push", payload: {}, sha: "0".repeat(40), ref: "refs/heads/main" };
  const given = {
    mode,
    "environment-suffix": "bench",
    parameters:
      "EngineVersion=15.12\nVpcId=vpc-1a2b3c4d\nSubnetIdA=subnet-1a2b3c4d\nSubnetIdB=subnet-1a2b3c4e",
  };
  const { env } = await stepInputs(join(root, "action.yml"), given, { "github.token": "" });
  // Nothing listens there: a program that did ask somebody would fail, and so be noticed.
  const github = { url: "http://127.0.0.1:9", token: "", repository: "acme/bench" };
  return { ...stepEnvironment(event, github, await stepFiles(event), workspace, false), ...env };
}

async function time(program: Program, cwd: string): Promise<Times> {
  const started = performance.now();
  const child = spawn(process.execPath, [...program.args], {
    cwd,
    env: program.env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let firstOutput: number | undefined;
  let output = "";
  child.stdout.on("data", (text: Buffer) => {
    firstOutput ??= performance.now() - started;
    output += text;
  });
  const exitCode = await new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  const end = performance.now() - started;
  if (exitCode !== program.exitCode) throw new Error(`${program.name} ended with ${exitCode}:\n${output}`);
  return { firstOutput, end };
}

function print(measured: ReadonlyMap<string, readonly Times[]>): void {
  const bare = median((measured.get("node -e 0") ?? []).map(({ end }) => end));
  console.log(`dist/index.js on Node ${process.version}, ${ROUNDS} runs each, milliseconds\n`);
  console.log(row(["", "min", "median", "max", "× Node"]));
  for (const [name, times] of measured) {
    const first = times.flatMap(({ firstOutput }) => firstOutput ?? []);
    if (first.length > 0) console.log(figures(`${name}, first line`, first, bare));
    console.log(
      figures(
        name === "node -e 0" ? name : `${name}, to the end`,
        times.map(({ end }) => end),
        bare,
      ),
    );
  }
}

function figures(name: string, times: readonly number[], bare: number): string {
  const [least, middle, most] = [Math.min(...times), median(times), Math.max(...times)];
  return row([name, ...[least, middle, most].map((value) => value.toFixed(0)), (middle / bare).toFixed(1)]);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function row([name = "", ...cells]: readonly string[]): string {
  return name.padEnd(26) + cells.map((cell) => cell.padStart(8)).join("");
}

await bench();
