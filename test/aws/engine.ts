import type { ChangeSetRequest } from "../../src/changes/request.ts";
import { watchOperation } from "../../src/flows/watch/watch.ts";
import type { AwsOptions } from "../sandbox/aws/aws.ts";
import { startEdges } from "./fixture.ts";

/** Our engine on the real SDK, from the request to the end of the operation, against the sandbox. */
export async function startEngine(options: AwsOptions = {}) {
  const edges = await startEdges(options);
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const log = {
    info: write,
    debug: () => undefined,
    notice: write,
    warning: write,
    error: write,
    group: <T>(_: string, work: () => Promise<T>) => work(),
  };
  const deploy = async (request: ChangeSetRequest) => {
    const prepared = await edges.changeSets.prepare(request);
    if (prepared.kind !== "ready") throw new Error(`${prepared.kind}: ${prepared.reason}`);
    const { changeSet } = prepared;
    const token = `run-${request.name}`;
    const started = await edges.changeSets.execute({
      changeSetArn: changeSet.arn,
      stackArn: changeSet.stackArn,
      token,
      disableRollback: request.onFailure === "delete" ? undefined : request.onFailure === "keep",
    });
    const watched = await watchOperation(
      {
        stackArn: changeSet.stackArn,
        stackName: request.stackName,
        token,
        since: changeSet.createdAt,
        deadline: edges.clock.now() + 3_600_000,
        total: changeSet.resources.length,
        cancel: new AbortController().signal,
      },
      { stacks: edges.stacks, pace: edges.pace, clock: edges.clock, log },
    );
    return { ...watched, changeSet, started, token };
  };
  return { ...edges, deploy, log: lines };
}
