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
    steps: ["what holds data replaced: blocked"],
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
  {
    emulator: "LocalStack",
    steps: ["preview of a change, its values"],
    found: /^does not show - VisibilityTimeout/,
    gap: `LocalStack: the changes of a change set have \`BeforeContext\` and \`AfterContext\`, but no \`Details\`. AWS: [ResourceChange](${API}/API_ResourceChange.html) has them, with \`BeforeValue\` and \`AfterValue\` in each. The comment shows what the templates tell.`,
  },
  {
    emulator: "LocalStack",
    steps: ["drift: none", "drift: a property changed by hand"],
    found: /^failed \(error\): Cannot detect the drift .* not included in your current license plan/,
    gap: `LocalStack: no drift detection without a licence. AWS: [DetectStackDrift](${API}/API_DetectStackDrift.html).`,
  },
  {
    emulator: "LocalStack",
    steps: ["a failed deploy, its root cause"],
    found:
      /^failed \(error\): Stack app ended in CREATE_FAILED|^does not show ended in UPDATE_ROLLBACK_COMPLETE$/,
    gap: `LocalStack: nothing is rolled back; the stack's last event says \`CREATE_FAILED\`, and its status \`ROLLBACK_COMPLETE\`. AWS: [the stack's events](${API}/API_DescribeStackEvents.html) lead to \`UPDATE_ROLLBACK_COMPLETE\`, and it is as it was before. The root cause is told.`,
  },
  {
    emulator: "LocalStack",
    steps: ["a template of more than 51,200 bytes, through S3"],
    found: /^failed \(error\): CloudFormation read another template at/,
    gap: `LocalStack: [GetTemplate](${API}/API_GetTemplate.html) finds the change set that \`ChangeSetName\` names, and gives the template of its stack. The deploy refuses.`,
  },
  {
    emulator: "LocalStack",
    steps: ["clean-up of a closed pull request"],
    found: /^the change set is still there$/,
    gap: `LocalStack: ListChangeSets tells no descriptions, by which the action knows its own change sets, and it deletes no other. AWS: [ChangeSetSummary](${API}/API_ChangeSetSummary.html) has \`Description\`.`,
  },
  {
    emulator: "LocalStack",
    steps: [
      "the bundled Aurora template, to its outputs",
      "the same without its egress rules and event subscription",
    ],
    found: /^does not show ClusterEndpoint/,
    gap: "LocalStack: without a licence there is no RDS; a resource of a type that it does not know is told to be made (“deployed as a fallback”), and the outputs that come from it are missing. AWS makes it.",
  },
  {
    emulator: "floci",
    steps: ["preview of a new stack, its comment", "deploy of a new stack"],
    found: /^failed \(error\): CloudFormation describes change set .* without a single resource/,
    gap: `floci: a change set has no changes, ever (\`<Changes/>\` is what it answers). AWS: [DescribeChangeSet](${API}/API_DescribeChangeSet.html) has them. A new stack without a resource is refused: nothing is executed that cannot be described.`,
  },
  {
    emulator: "floci",
    steps: ["preview of a change, its values"],
    found: /^does not show - VisibilityTimeout/,
    gap: "floci: the same. The comment shows what the templates tell.",
  },
  {
    emulator: "floci",
    steps: ["what holds data replaced: blocked"],
    found: /^previewed: app · us-east-1: only 1 difference in the template$/,
    gap: "floci: the same. The comment shows that the template names the table otherwise, and nothing is blocked.",
  },
  {
    emulator: "floci",
    steps: ["deploy of a change"],
    found: /^there are 2 queues where the stack has one$/,
    gap: "floci: an update makes another queue, of another generated name, and leaves the old one. AWS: [VisibilityTimeout](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html) is changed without interruption.",
  },
  {
    emulator: "floci",
    steps: ["a push that changes nothing, its outputs"],
    found: /^blocked \(unreviewed\): Nothing was executed/,
    gap: `floci: a change set of what the stack has already is made and can be executed. AWS: its creation fails, and [StatusReason](${API}/API_DescribeChangeSet.html) begins with “The submitted information didn't contain changes.” What nobody reviewed is not executed.`,
  },
  {
    emulator: "floci",
    steps: ["drift: none", "drift: a property changed by hand"],
    found: /^failed \(error\): Cannot detect the drift .* Action DetectStackDrift is not supported/,
    gap: `floci: no drift detection. AWS: [DetectStackDrift](${API}/API_DetectStackDrift.html).`,
  },
  {
    emulator: "floci",
    steps: ["a failed deploy, its root cause"],
    found: /^deployed: Stack app is UPDATE_COMPLETE/,
    gap: "floci: a parameter that somebody else has made is overwritten. AWS: [PutParameter](https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html) without `Overwrite` refuses, the resource fails, and the stack is rolled back.",
  },
  {
    emulator: "floci",
    steps: ["a template of more than 51,200 bytes, through S3"],
    found: /^failed \(error\): CloudFormation read another template at/,
    gap: `floci: [GetTemplate](${API}/API_GetTemplate.html) takes no notice of \`ChangeSetName\`, as moto's. The deploy refuses.`,
  },
  {
    emulator: "floci",
    steps: ["clean-up of a closed pull request"],
    found: /^the change set is still there$/,
    gap: `floci: ListChangeSets tells no descriptions, as LocalStack's. AWS: [ChangeSetSummary](${API}/API_ChangeSetSummary.html) has \`Description\`.`,
  },
  {
    emulator: "floci",
    steps: [
      "the bundled Aurora template, to its outputs",
      "the same without its egress rules and event subscription",
    ],
    found: /^failed \(invalid-input\): 3 problems: .* VpcId is "vpc-default"/,
    gap: "floci: its default network has names (`vpc-default`). AWS: [ids](https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html) of 8 or 17 hexadecimal digits after the prefix, and a parameter of type `AWS::EC2::VPC::Id` takes nothing else.",
  },
];
