import { type Span, seconds } from "./span.ts";

/**
 * How long deletions take, where they take long. rain has none. These are what people show of theirs in public repositories:
 * the log of `terraform destroy` ("Destruction complete after"), which waits for the same services.
 */
export const DELETIONS: Readonly<Record<string, Span>> = {
  // 5m 0s and 5m 43s: all instances leave the load balancer first.
  "AWS::AutoScaling::AutoScalingGroup": seconds(60, 300, 600),
  // It is disabled first, which must reach every edge, as a creation must; hashicorp/terraform#13309 saw 40 minutes.
  "AWS::CloudFront::Distribution": seconds(150, 300, 2_400),
  // 20 to 31 s.
  "AWS::EC2::Instance": seconds(18, 30, 120),
  // 1m 1s.
  "AWS::EC2::NatGateway": seconds(40, 61, 110),
  // 5m 15s and 5m 30s.
  "AWS::EKS::Cluster": seconds(180, 320, 720),
  // 2m 18s and 2m 45s.
  "AWS::EKS::Nodegroup": seconds(100, 150, 600),
  // 15 s, 30 s and 2m 33s: the network interfaces go last.
  "AWS::ElasticLoadBalancingV2::LoadBalancer": seconds(5, 30, 160),
  // 1m 3s (tungbq/aws-lab-with-terraform#100); with a last snapshot it takes longer.
  "AWS::RDS::DBCluster": seconds(40, 63, 400),
  // 4m 45s and 5m 12s.
  "AWS::RDS::DBInstance": seconds(200, 300, 600),
  // rain's one deletion that somebody measured.
  "AWS::SQS::Queue": seconds(25, 60, 75),
};

/**
 * How long creations take of which rain's average tells little, from `terraform apply`: a cluster that is restored takes many
 * times as long as an empty one, which is the common one.
 */
export const CREATIONS: Readonly<Record<string, Span>> = {
  // 1m 1s.
  "AWS::RDS::DBCluster": seconds(35, 61, 400),
};

/** An instance of a cluster (Aurora), which is another thing than a database alone. */
export const IN_CLUSTER: Readonly<Record<"create" | "delete", Span>> = {
  // 6m 13s and 6m 33s; as far up as rain's average of all instances allows.
  create: seconds(230, 383, 1_040),
  // 9m 49s and 11m 47s (tungbq/aws-lab-with-terraform#100).
  delete: seconds(400, 650, 900),
};

/** What is done by a program of somebody's: nothing is known of it. */
export const SOMEBODYS: Span = seconds(2, 30, 300);

/** A resource of AWS's of which nothing was published. */
export const UNKNOWN: Span = seconds(2, 10, 120);

/** One that is quickly made, changed or deleted, as most are. */
export const QUICKLY: Span = seconds(1, 3, 15);

/**
 * What a stack's operation takes itself, before its first resource and after its last: three to five seconds before and two
 * to three after in the logs of `cdk deploy` that people publish.
 */
export const BEFORE: Span = seconds(2, 4, 8);
export const AFTER: Span = seconds(1, 3, 6);

/** Until a resource is begun, once all that it waits for is done: a second in the same logs. */
export const HOP: Span = seconds(0, 1, 3);

/** Until a nested stack's end is known to the stack around it. */
export const AFTER_NESTED: Span = seconds(2, 8, 20);
