/** The parts of an ARN that say where a thing is: `arn:partition:service:region:account:rest`. */
export function arnParts(arn: string): {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
} {
  const [, partition = "aws", , region = "", account = ""] = arn.split(":");
  return { partition, region, account };
}

// The consoles of the partitions; any other partition has none that a link could lead to.
const CONSOLES: Readonly<Record<string, (region: string) => string>> = {
  aws: (region) => `https://${region}.console.aws.amazon.com`,
  "aws-cn": () => "https://console.amazonaws.cn",
  "aws-us-gov": () => "https://console.amazonaws-us-gov.com",
};

/** The change set in the AWS console; `undefined` in a partition without one. */
export function changeSetUrl(stackArn: string, changeSetArn: string): string | undefined {
  return page(
    stackArn,
    `changesets/changes?stackId=${encodeURIComponent(stackArn)}&changeSetId=${encodeURIComponent(changeSetArn)}`,
  );
}

/** The stack's events in the AWS console; `undefined` in a partition without one. */
export function stackUrl(stackArn: string): string | undefined {
  return page(stackArn, `events?stackId=${encodeURIComponent(stackArn)}`);
}

function page(arn: string, path: string): string | undefined {
  const { partition, region } = arnParts(arn);
  const origin = CONSOLES[partition]?.(region);
  return origin && `${origin}/cloudformation/home?region=${region}#/stacks/${path}`;
}
