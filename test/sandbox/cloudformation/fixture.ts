import {
  CloudFormationClient,
  CreateChangeSetCommand,
  type CreateChangeSetCommandInput,
  DescribeChangeSetCommand,
  type DescribeChangeSetCommandOutput,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  type ExecuteChangeSetCommandInput,
  type Stack,
  type StackEvent,
} from "@aws-sdk/client-cloudformation";
import { onTestFinished } from "vitest";
import type { AwsOptions } from "../aws/aws.ts";
import { type VirtualClock, virtualClock } from "../aws/clock.ts";
import { type RunningAws, startAws } from "../aws/server.ts";

/** A sandbox on a clock of the test's own, with the real SDK client connected to it. */
export interface Bench {
  readonly aws: RunningAws;
  readonly clock: VirtualClock;
  readonly client: CloudFormationClient;
  /** Creates a change set, lets it settle, and describes it with property values. */
  readonly propose: (input: Partial<CreateChangeSetCommandInput>) => Promise<DescribeChangeSetCommandOutput>;
  /** Executes a change set and lets everything happen. */
  readonly execute: (changeSetId: string, input?: Partial<ExecuteChangeSetCommandInput>) => Promise<void>;
  readonly deploy: (input: Partial<CreateChangeSetCommandInput>) => Promise<DescribeChangeSetCommandOutput>;
  readonly stack: (name?: string) => Promise<Stack>;
  /** Oldest first. */
  readonly events: (name?: string) => Promise<StackEvent[]>;
  /** `Logical STATUS` and the reason after a dash, oldest first. */
  readonly story: (name?: string) => Promise<string[]>;
}

export async function startBench(options: AwsOptions = {}): Promise<Bench> {
  const clock = virtualClock();
  const aws = await startAws({ clock, ...options });
  onTestFinished(() => aws.close());
  const client = new CloudFormationClient({
    endpoint: aws.url,
    region: "us-east-1",
    credentials: { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "example" },
    maxAttempts: 1,
  });
  onTestFinished(() => client.destroy());
  return benchFor(aws, clock, client);
}

function benchFor(aws: RunningAws, clock: VirtualClock, client: CloudFormationClient): Bench {
  let count = 0;
  const propose: Bench["propose"] = async (input) => {
    count += 1;
    const base = { StackName: "app", ChangeSetName: `set-${count}`, ChangeSetType: "UPDATE" as const };
    const { Id } = await client.send(new CreateChangeSetCommand({ ...base, ...input }));
    clock.advance(10_000);
    return client.send(new DescribeChangeSetCommand({ ChangeSetName: Id, IncludePropertyValues: true }));
  };
  const execute: Bench["execute"] = async (changeSetId, input = {}) => {
    await client.send(new ExecuteChangeSetCommand({ ChangeSetName: changeSetId, ...input }));
    clock.advance(10_000_000);
  };
  const events: Bench["events"] = async (name = "app") => {
    const found: StackEvent[] = [];
    let token: string | undefined;
    do {
      const answer = await client.send(
        new DescribeStackEventsCommand({ StackName: name, ...(token ? { NextToken: token } : {}) }),
      );
      found.push(...(answer.StackEvents ?? []));
      token = answer.NextToken;
    } while (token);
    return found.toReversed();
  };
  return {
    aws,
    clock,
    client,
    propose,
    execute,
    events,
    deploy: async (input) => {
      const described = await propose(input);
      await execute(described.ChangeSetId ?? "");
      return described;
    },
    stack: async (name = "app") => {
      const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
      return Stacks[0] as Stack;
    },
    story: async (name) => (await events(name)).map(lineOf),
  };
}

function lineOf({ LogicalResourceId, ResourceStatus, ResourceStatusReason }: StackEvent): string {
  return [
    `${LogicalResourceId} ${ResourceStatus}`,
    ...(ResourceStatusReason ? [ResourceStatusReason] : []),
  ].join(" - ");
}

/** A template from its resources. */
export function templateOf(resources: object, rest: object = {}): string {
  return JSON.stringify({ ...rest, Resources: resources });
}

export function topic(properties: object = {}): object {
  return { Type: "AWS::SNS::Topic", Properties: properties };
}
