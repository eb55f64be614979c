// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the notation of Fn::Sub.
import { parseTemplate } from "../../src/template/text/parse.ts";

/** A small template that uses most of what templates can hold: what mutations start from. */
export const GOOD_YAML = `AWSTemplateFormatVersion: 2010-09-09
Description: >-
  A bit of
  everything
Metadata: {Owner: &owner team-a, Order: [1, 2.50, yes]}
Parameters:
  Env: {Type: String, Default: dev, AllowedValues: [dev, prod], AllowedPattern: '^[a-z]+$'}
  Names:
    Type: CommaDelimitedList
    Default: a,b
  Secret: {Type: String, NoEcho: true, MinLength: 8, Default: "{{resolve:ssm:/x}}"}
Mappings:
  Sizes:
    dev: {Size: 1}
    prod: {Size: 0x10}
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  Other: !And [!Not [!Condition IsProd], !Or [!Condition IsProd, !Equals [a, b]]]
Rules:
  Sane:
    RuleCondition: !Equals [!Ref Env, prod]
    Assertions:
      - Assert: !Contains [[dev, prod], !Ref Env]
        AssertDescription: Env must be known.
Resources:
  Key: &resource
    Type: AWS::SNS::Topic
    DeletionPolicy: Retain
    Properties: &properties
      TopicName: !Sub "\${AWS::StackName}-\${Env}-\${!literal}"
      Tags: [{Key: Owner, Value: *owner}]
  Copy:
    <<: *resource
    Condition: IsProd
    DependsOn: Key
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: !If [IsProd, !Join ['-', [queue, !Ref Env]], !Ref AWS::NoValue]
      DelaySeconds: !FindInMap [Sizes, !Ref Env, Size]
      RedrivePolicy:
        deadLetterTargetArn: !GetAtt Dead.Arn
        maxReceiveCount: 5
  Dead:
    Type: AWS::SQS::Queue
    Metadata:
      Text: |
        #!/bin/bash
        echo "\${HOME}"
  Net:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !Select [0, !Cidr [10.0.0.0/8, 2, 16]]
Outputs:
  Arn:
    Description: the queue
    Value: !GetAtt Queue.Arn
    Export: {Name: !Sub 'x-\${Queue.Arn}'}
  First: {Value: !Select [1, !Ref Names], Condition: Other}
`;

/** The same as JSON. */
export const GOOD_JSON = JSON.stringify(parseTemplate(GOOD_YAML, "good.yaml").value, undefined, 2);
