import { describe, expect, onTestFinished, test } from "vitest";
import { createChangeSets } from "../../src/aws/changeSets/changeSets.ts";
import { createCloudFormationClient } from "../../src/aws/client.ts";
import { createStacks } from "../../src/aws/stacks.ts";
import { isLeftOpen } from "../../src/stack/serviceError.ts";
import { requestFor, startEdges, templateOf, topic } from "./fixture.ts";

type Scenario = "lost-response" | "unavailable" | "throttle" | "expired-token" | "access-denied";

/** Edges that give a call up after two attempts, and a stack. */
async function impatient() {
  const { aws, clock, pace, advance } = await startEdges();
  const client = createCloudFormationClient({
    ...{ region: "us-east-1", endpoint: aws.url, env: {}, version: "0", maxAttempts: 2, random: () => 0 },
    pace: undefined,
  });
  onTestFinished(() => client.destroy());
  const log = { debug: () => undefined, notice: () => undefined };
  const edge = { client, clock, pace, log, cancel: undefined };
  aws.cloudFormation.putStack({ stackName: "app", template: templateOf({ Topic: topic() }) });
  const asked = (name: string) => aws.requests().filter(({ operation }) => operation === name).length;
  return { aws, client, advance, asked, stacks: createStacks(edge), changeSets: createChangeSets(edge) };
}

type World = Awaited<ReturnType<typeof impatient>>;

/** The first attempt of a call ends so, and the others so. */
function failing({ aws }: World, operation: string, first: Scenario, others: Scenario): void {
  aws.faults.add({ scenario: first, operation, times: 1 });
  aws.on({ operation, nth: 1, when: "before" }, () => void aws.faults.add({ scenario: others, operation }));
}

/** Reads show what was before, so many times: `before` makes that of an answer. */
function lagging(
  { client }: World,
  operation: string,
  times: number,
  before: (answer: object) => void,
): void {
  let left = times;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const answer = await next(args);
        if (commandName === `${operation}Command` && left-- > 0) before(answer.output);
        return answer;
      },
    { step: "initialize" },
  );
}

const LATER = ["throttle", "expired-token", "access-denied"] as const;

describe("of an execution whose first answer is lost", () => {
  async function prepared() {
    const world = await impatient();
    const made = await world.changeSets.prepare(requestFor({ Topic: topic({ DisplayName: "x" }) }));
    if (made.kind !== "ready") throw new Error(made.kind);
    const { arn: changeSetArn, stackArn } = made.changeSet;
    world.aws.forgetRequests();
    const request = { changeSetArn, stackArn, token: "token", disableRollback: false };
    const execute = () => world.changeSets.execute(request).catch((error: unknown) => error);
    return { world, execute };
  }

  test.each(LATER)("what has begun is followed though reads lag behind (then %s)", async (later) => {
    const { world, execute } = await prepared();
    failing(world, "ExecuteChangeSet", "lost-response", later);
    lagging(world, "DescribeChangeSet", 2, (set) => Object.assign(set, { ExecutionStatus: "AVAILABLE" }));
    expect(await execute()).toBe("already-started");
    expect(world.asked("DescribeChangeSet")).toBe(3);
  });

  test.each(LATER)("what has not begun has not (then %s)", async (later) => {
    const { world, execute } = await prepared();
    failing(world, "ExecuteChangeSet", "unavailable", later);
    const error = await execute();
    expect(isLeftOpen(error)).toBe(false);
    const troubles = { throttle: "throttled", "expired-token": "credentials", "access-denied": "denied" };
    expect(error).toMatchObject({ trouble: troubles[later] });
    expect(world.asked("DescribeChangeSet")).toBe(4);
  });

  test.each(LATER)("nobody knows where AWS cannot be asked (then %s)", async (later) => {
    const { world, execute } = await prepared();
    failing(world, "ExecuteChangeSet", "lost-response", later);
    world.aws.faults.add({ scenario: later, operation: "DescribeChangeSet" });
    const error = await execute();
    expect(isLeftOpen(error)).toBe(true);
    expect(error).toMatchObject({ message: expect.stringMatching(/Whether it is being executed could not/) });
  });

  test("it has not begun where no answer comes and AWS shows the change set as it was", async () => {
    const { world, execute } = await prepared();
    world.aws.faults.add({ scenario: "unavailable", operation: "ExecuteChangeSet" });
    const error = await execute();
    expect(error).toMatchObject({ message: expect.stringContaining("Service is unavailable") });
    expect(isLeftOpen(error)).toBe(false);
  });

  test("an answer that cannot be read is none", async () => {
    const { world, execute } = await prepared();
    world.client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const answer = await next(args);
          if (commandName !== "ExecuteChangeSetCommand") return answer;
          throw Object.assign(new Error("Parse Error: Expected HTTP/"), { code: "HPE_INVALID_CONSTANT" });
        },
      { step: "finalizeRequest", priority: "low" },
    );
    expect(await execute()).toBe("already-started");
  });

  test("a creation that has failed and taken its stack along has begun", async () => {
    const world = await impatient();
    const asked = requestFor({ Bad: topic() }, { stackName: "new", type: "CREATE", onFailure: "delete" });
    const made = await world.changeSets.prepare(asked);
    if (made.kind !== "ready") throw new Error(made.kind);
    const { arn: changeSetArn, stackArn } = made.changeSet;
    const { aws, advance, changeSets, client, stacks } = world;
    aws.faults.add({ scenario: "resource-fails", resource: "Bad", reason: "no" });
    client.middlewareStack.add(
      (next, { commandName }) => {
        let attempts = 0;
        return async (args) => {
          if (commandName !== "ExecuteChangeSetCommand") return next(args);
          if (++attempts === 1) {
            await next(args);
            throw Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", name: "TimeoutError" });
          }
          advance(600_000);
          const missing = { name: "ChangeSetNotFoundException", $metadata: { httpStatusCode: 404 } };
          throw Object.assign(new Error("ChangeSet does not exist"), missing);
        };
      },
      { step: "finalizeRequest", priority: "low" },
    );
    const request = { changeSetArn, stackArn, token: "token", disableRollback: undefined };
    expect(await changeSets.execute(request)).toBe("already-started");
    expect((await stacks.describe(stackArn))?.status).toBe("DELETE_COMPLETE");
  });
});

test("an execution that was throttled each time has not begun, and nothing is asked for that", async () => {
  const world = await impatient();
  const made = await world.changeSets.prepare(requestFor({ Topic: topic({ DisplayName: "x" }) }));
  if (made.kind !== "ready") throw new Error(made.kind);
  const { arn: changeSetArn, stackArn } = made.changeSet;
  world.aws.forgetRequests();
  for (const operation of ["ExecuteChangeSet", "DescribeChangeSet"])
    world.aws.faults.add({ scenario: "throttle", operation });
  const execution = world.changeSets.execute({ changeSetArn, stackArn, token: "t", disableRollback: false });
  await expect(execution).rejects.toMatchObject({ trouble: "throttled" });
  expect([world.asked("ExecuteChangeSet"), world.asked("DescribeChangeSet")]).toEqual([2, 0]);
});

describe("of a deletion whose first answer is lost", () => {
  async function standing() {
    const world = await impatient();
    const { arn = "" } = (await world.stacks.describe("app")) ?? {};
    const remove = () => world.stacks.delete(arn, "token").catch((error: unknown) => error);
    return { world, remove };
  }

  test.each(LATER)("what has begun is followed though reads lag behind (then %s)", async (later) => {
    const { world, remove } = await standing();
    failing(world, "DeleteStack", "lost-response", later);
    lagging(world, "DescribeStacks", 2, ({ Stacks: [stack] = [] }: { Stacks?: object[] }) =>
      Object.assign(stack ?? {}, { StackStatus: "UPDATE_COMPLETE" }),
    );
    expect(await remove()).toBeUndefined();
  });

  test.each(LATER)("what has not begun has not (then %s)", async (later) => {
    const { world, remove } = await standing();
    failing(world, "DeleteStack", "unavailable", later);
    const error = await remove();
    expect(error).toBeInstanceOf(Error);
    expect(isLeftOpen(error)).toBe(false);
  });

  test("it has not begun where no answer comes and AWS shows the stack as it was", async () => {
    const { world, remove } = await standing();
    world.aws.faults.add({ scenario: "unavailable", operation: "DeleteStack" });
    const error = await remove();
    expect(error).toMatchObject({ message: expect.stringContaining("Service is unavailable") });
    expect(isLeftOpen(error)).toBe(false);
  });

  test("nobody knows where AWS cannot be asked", async () => {
    const { world, remove } = await standing();
    failing(world, "DeleteStack", "lost-response", "expired-token");
    world.aws.faults.add({ scenario: "expired-token", operation: "DescribeStacks" });
    expect(isLeftOpen(await remove())).toBe(true);
  });
});

describe("of a termination protection whose first answer is lost", () => {
  const OPERATION = "UpdateTerminationProtection";
  const protect = ({ stacks }: World) =>
    stacks.setTerminationProtection("app", true).catch((error: unknown) => error);

  test.each(LATER)("what is done is done (then %s)", async (later) => {
    const world = await impatient();
    failing(world, OPERATION, "lost-response", later);
    lagging(world, "DescribeStacks", 1, ({ Stacks: [stack] = [] }: { Stacks?: object[] }) =>
      Object.assign(stack ?? {}, { EnableTerminationProtection: false }),
    );
    expect(await protect(world)).toBeUndefined();
  });

  test.each(LATER)("what is not done is not (then %s)", async (later) => {
    const world = await impatient();
    failing(world, OPERATION, "unavailable", later);
    const error = await protect(world);
    expect(error).toBeInstanceOf(Error);
    expect(isLeftOpen(error)).toBe(false);
  });

  test("nobody knows where AWS cannot be asked", async () => {
    const world = await impatient();
    failing(world, OPERATION, "lost-response", "access-denied");
    world.aws.faults.add({ scenario: "access-denied", operation: "DescribeStacks" });
    const error = await protect(world);
    expect(isLeftOpen(error)).toBe(true);
    expect(error).toMatchObject({ message: expect.stringContaining("Whether it is on could not be asked") });
  });
});
