import { joinedCoverage, NO_COVERAGE, type StackDrift } from "../changes/drift.ts";
import { noEchoUse, withoutNoEcho } from "../changes/noEchoDrift.ts";
import { ActionError } from "../errors.ts";
import type { Drifts, Stacks } from "../ports/aws.ts";
import type { Clock, Log } from "../ports/local.ts";
import type { JsonObject } from "../template/model.ts";
import { deployedTemplate } from "./change/templatePairs.ts";
import { nestedStacksIn } from "./nestedStacks.ts";

export interface TreePorts {
  readonly stacks: Pick<Stacks, "template" | "resources">;
  readonly drifts: Drifts;
  readonly clock: Clock;
  readonly log: Log;
}

export interface TreeDrift {
  readonly drift: StackDrift;
  /** Why whole stacks could not be looked at, the root's first: each is among what is unchecked, too. */
  readonly failures: readonly ActionError[];
}

/**
 * The drift of a stack and of all stacks nested in it. AWS's detection looks into none of these, and is to be asked about
 * each (https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DetectStackDrift.html). What could not be
 * looked at is told as unchecked, what CloudFormation passed over as left out; throws `cancelled` alone. Values that NoEcho
 * parameters gave are hidden.
 * @param deadline milliseconds since the epoch
 */
export function driftOfTree(arn: string, deadline: number, ports: TreePorts): Promise<TreeDrift> {
  const tree = { ...ports, deadline, inTurn: openTurns(AT_ONCE) };
  return driftBelow({ arn, stackPath: [], passed: new Set() }, tree);
}

/** So many calls and detections at once: a detection asks the service of every resource in turn, at this account's expense. */
const AT_ONCE = 4;

interface Tree extends TreePorts {
  readonly deadline: number;
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

/** The root or a nested stack, and which of its parameters take NoEcho values from above; `undefined`: perhaps any. */
interface Node {
  readonly arn: string;
  readonly stackPath: readonly string[];
  readonly passed: ReadonlySet<string> | undefined;
}

async function driftBelow(node: Node, tree: Tree): Promise<TreeDrift> {
  const reading = tree.inTurn(() => readTemplate(node, tree));
  const [own, nested] = await Promise.all([
    tree.inTurn(() => detected(node, tree)),
    reading.then((template) => nestedDrift(node, template, tree)),
  ]);
  const { takes } = noEchoUse(await reading, node.passed);
  return joined([{ ...own, drift: withoutNoEcho(own.drift, takes) }, nested]);
}

function detected({ arn, stackPath }: Node, { drifts, deadline, clock, log }: Tree): Promise<TreeDrift> {
  return unlessFailed(stackPath, "", async () => {
    // One that waited for its turn until then is not begun.
    if (clock.now() >= deadline)
      throw new ActionError("Its turn did not come in time.", { reasonCode: "timeout" });
    if (stackPath.length > 0) log.info(`Looking into nested stack ${stackPath.join("/")}.`);
    return { drift: at(stackPath, await drifts.detect(arn, deadline)), failures: [] };
  });
}

/** A stack's own drift, told from the root. */
function at(stackPath: readonly string[], { resources, unchecked, coverage }: StackDrift): StackDrift {
  const here = <T extends object>(it: T) => ({ ...it, stackPath });
  const { checked, leftOut, untold } = coverage;
  return {
    resources: resources.map(here),
    unchecked: unchecked.map(here),
    coverage: { checked, leftOut: leftOut.map(here), untold: untold.map(here) },
  };
}

async function nestedDrift(node: Node, template: JsonObject | undefined, tree: Tree): Promise<TreeDrift> {
  if (!mayNest(template)) return joined([]);
  return unlessFailed(node.stackPath, "Its nested stacks are not known. ", async () => {
    const { passes } = noEchoUse(template, node.passed);
    const listed = await tree.inTurn(() => tree.stacks.resources(node.arn));
    const nodes = nestedStacksIn(listed).map(({ logicalId, arn }) => ({
      arn,
      stackPath: [...node.stackPath, logicalId],
      passed: passes(logicalId),
    }));
    return joined(await Promise.all(nodes.map((nested) => driftBelow(nested, tree))));
  });
}

/** A nested stack is there by its own name, or by what only AWS can tell: a macro, an include, a module. */
function mayNest(template: JsonObject | undefined): boolean {
  return (
    template === undefined ||
    /AWS::CloudFormation::Stack"|Transform"|::MODULE"/.test(JSON.stringify(template))
  );
}

/** What cannot be looked at keeps nothing else from being looked at, but for a job that was cancelled. */
async function unlessFailed(
  stackPath: readonly string[],
  what: string,
  look: () => Promise<TreeDrift>,
): Promise<TreeDrift> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof ActionError) || error.reasonCode === "cancelled") throw error;
    const isLate = error.reasonCode === "timeout" ? { isLate: true as const } : {};
    const unchecked = [{ stackPath, reason: `${what}${error.message}`, ...isLate }];
    return { drift: { resources: [], unchecked, coverage: NO_COVERAGE }, failures: [error] };
  }
}

async function readTemplate({ arn, stackPath }: Node, ports: Tree): Promise<JsonObject | undefined> {
  try {
    return await deployedTemplate({ arn }, ports);
  } catch (error) {
    if (!(error instanceof ActionError) || error.reasonCode === "cancelled") throw error;
    const where = stackPath.length === 0 ? "" : ` in ${stackPath.join("/")}`;
    ports.log.warning(
      `No value that drifted${where} is shown, as NoEcho ones may be among them: ${error.message}`,
    );
    return undefined;
  }
}

function joined(all: readonly TreeDrift[]): TreeDrift {
  return {
    drift: {
      resources: all.flatMap(({ drift }) => drift.resources),
      unchecked: all.flatMap(({ drift }) => drift.unchecked),
      coverage: joinedCoverage(all.map(({ drift }) => drift.coverage)),
    },
    failures: all.flatMap(({ failures }) => failures),
  };
}

/** Runs so many at once, the others in the order in which they come. What is run must not wait for another turn. */
function openTurns(atOnce: number): Tree["inTurn"] {
  const waiting: (() => void)[] = [];
  let free = atOnce;
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}
