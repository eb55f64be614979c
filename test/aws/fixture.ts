import { onTestFinished, vi } from "vitest";
import { createChangeSets } from "../../src/aws/changeSets/changeSets.ts";
import { createCloudFormationClient } from "../../src/aws/client.ts";
import { openPace } from "../../src/aws/pace.ts";
import { createStacks } from "../../src/aws/stacks.ts";
import type { ChangeSetRequest } from "../../src/changes/request.ts";
import type { AwsOptions } from "../sandbox/aws/aws.ts";
import { virtualClock } from "../sandbox/aws/clock.ts";
import { startAws } from "../sandbox/aws/server.ts";

/** The sandbox's AWS over HTTP, with our edges on the real SDK connected to it. Sleeping moves its clock. */
export async function startEdges(options: AwsOptions = {}) {
  const virtual = virtualClock();
  const aws = await startAws({ clock: virtual, ...options });
  onTestFinished(() => aws.close());
  vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "example");
  onTestFinished(() => void vi.unstubAllEnvs());
  const clock = {
    now: virtual.now,
    sleep: async (ms: number) => virtual.advance(ms),
  };
  const pace = openPace(clock.now, () => 0);
  const client = createCloudFormationClient({
    region: "us-east-1",
    endpoint: aws.url,
    env: {},
    version: "0.0.0-test",
    random: () => 0,
    pace,
  });
  onTestFinished(() => client.destroy());
  const lines: string[] = [];
  const log = {
    debug: (line: string) => void lines.push(line),
    notice: (line: string) => void lines.push(line),
  };
  return {
    aws,
    clock,
    pace,
    lines,
    client,
    advance: virtual.advance,
    stacks: createStacks({ client, clock, pace, cancel: undefined }),
    changeSets: createChangeSets({ client, clock, pace, log, cancel: undefined }),
  };
}

export function requestFor(resources: object, more: Partial<ChangeSetRequest> = {}): ChangeSetRequest {
  return {
    stackName: "app",
    name: "pr-1-abcdef12-100-1",
    type: "UPDATE",
    description: "aurora-deploy-action: pull request 1, run 100, attempt 1",
    templateBody: JSON.stringify({ Resources: resources }),
    parameters: [],
    tags: undefined,
    capabilities: [],
    roleArn: undefined,
    notificationArns: undefined,
    rollback: undefined,
    includeNestedStacks: true,
    importExistingResources: false,
    deploymentMode: "standard",
    onFailure: "rollback",
    ...more,
  };
}

export function topic(properties: object = {}): object {
  return { Type: "AWS::SNS::Topic", Properties: properties };
}

export function templateOf(resources: object): string {
  return JSON.stringify({ Resources: resources });
}

/** The error that a promise is rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => Promise.reject(new Error(`expected a rejection, got ${JSON.stringify(value)}`)),
    (error: unknown) => error,
  );
}
