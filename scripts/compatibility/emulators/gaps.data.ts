/** Where an emulator does something else than AWS, so that a step does not go as it does there. */
export interface Gap {
  /** The emulator, without its version. */
  readonly emulator: string;
  readonly steps: readonly string[];
  /** What such a step came to. */
  readonly found: RegExp;
  /** What it does, where that is to be seen, and what AWS does instead. */
  readonly gap: string;
}

const API = "https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference";

export const GAPS: readonly Gap[] = [
  {
    emulator: "moto",
    steps: [
      "its outputs, in the comment",
      "the bundled Aurora template, to its outputs",
      "the same without its egress rules and event subscription",
    ],
    found: /^does not show (`QueueArn`|ClusterEndpoint)/,
    gap: `moto: a stack that is made by a change set has no outputs (\`ChangeSet.apply\` leaves \`output_map\` as it was). AWS: [DescribeStacks](${API}/API_DescribeStacks.html) gives them once the stack is complete.`,
  },
  {
    emulator: "moto",
    steps: ["preview of a change, its values"],
    found: /^does not show - VisibilityTimeout/,
    gap: `moto: the changes of a change set name a resource and an action, no property, no replacement. AWS: [ResourceChange](${API}/API_ResourceChange.html) has \`Details\`, \`Scope\` and \`Replacement\`, and with \`IncludePropertyValues\` the values. The comment shows what the templates tell.`,
  },
  {
    emulator: "moto",
    steps: ["a table replaced: blocked as data loss"],
    found: /^previewed: app · us-east-1: 1 modify$/,
    gap: "moto: the same. Without `Replacement` it is not certain that the table goes: the comment warns of it, and nothing is blocked.",
  },
  {
    emulator: "moto",
    steps: ["drift: none", "drift: a property changed by hand"],
    found: /^failed \(error\): Cannot detect the drift .* HTTP 500/,
    gap: `moto: no drift detection. AWS: [DetectStackDrift](${API}/API_DetectStackDrift.html).`,
  },
  {
    emulator: "moto",
    steps: ["a failed deploy, its root cause"],
    found: /^failed \(error\): Cannot execute change set .* already exists/,
    gap: `moto: ExecuteChangeSet itself answers with the resource's error. AWS: the call succeeds, and [the stack's events](${API}/API_DescribeStackEvents.html) tell of the failure and of the rollback.`,
  },
  {
    emulator: "moto",
    steps: ["a template of more than 51,200 bytes, through S3"],
    found: /^failed \(error\): CloudFormation read another template at/,
    gap: `moto: [GetTemplate](${API}/API_GetTemplate.html) takes no notice of \`ChangeSetName\` and gives the stack's template, so that what CloudFormation read cannot be compared with what was put there. The deploy refuses.`,
  },
  {
    emulator: "moto",
    steps: ["destroy"],
    found: /^failed \(rolled-back\): .* the deletion failed after .* \(DELETE_COMPLETE\)/,
    gap: "moto: a deletion writes no events, and no event tells the `ClientRequestToken` of its operation, so that those of the creation are taken for it. AWS: `DELETE_IN_PROGRESS` to `DELETE_COMPLETE`, each with the token.",
  },
  {
    emulator: "ministack",
    steps: ["the bundled Aurora template, to its outputs"],
    found: /Unrecognized resource types: \[AWS::EC2::SecurityGroupEgress, AWS::RDS::EventSubscription\]/,
    gap: "ministack: does not know `AWS::EC2::SecurityGroupEgress` and `AWS::RDS::EventSubscription`, and refuses the template. AWS has both.",
  },
  {
    emulator: "ministack",
    steps: ["preview of a change, its values"],
    found: /^does not show - VisibilityTimeout/,
    gap: `ministack: takes no notice of \`IncludePropertyValues\`. AWS: [ResourceTargetDefinition](${API}/API_ResourceTargetDefinition.html) has \`BeforeValue\` and \`AfterValue\`. The comment names the property without them.`,
  },
];
