const POLICIES =
  /^AWS::(IAM::\w*|S3\w*::\w*|SQS::\w*|SNS::\w*|Events::EventBus|Organizations::|ECR::Registry|VpcLattice::Auth|\w+::Resource)Policy$/;

/** Whether a resource is a policy of something else, which may well stay when it goes. */
export function isPolicyType(type: string): boolean {
  return POLICIES.test(type);
}

/** Whether a resource has a policy, whatever its properties. */
export function hasPolicy(type: string): boolean {
  return isPolicyType(type) || type === "AWS::IAM::Role" || type === "AWS::KMS::Key";
}
