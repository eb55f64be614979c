import { describe, expect, test } from "vitest";
import { type Obstacle, obstacleText } from "../../../src/changes/destroy/obstacles.ts";

const PLACE = { stack: "app", region: "eu-west-1" };
const cluster = { key: "Inner/Cluster", type: "AWS::RDS::DBCluster", physicalId: "aurora-1" };

describe("what refuses a deletion is told with what gets it out of the way:", () => {
  test.each<[string, Obstacle, string, string, string, string]>([
    [
      "the stack's own protection",
      { kind: "termination-protection" },
      "app",
      "AWS::CloudFormation::Stack",
      "its termination protection is on",
      "set termination-protection: false, or run: aws cloudformation update-termination-protection --no-enable-termination-protection --region eu-west-1 --stack-name app",
    ],
    [
      "an import",
      { kind: "export", name: "net-vpc", importers: ["web", "jobs"] },
      "net-vpc",
      "export",
      "is imported by web, jobs",
      "delete these stacks, or take the import out of them, first",
    ],
    [
      "a bucket's content",
      { kind: "content", resource: { key: "Files", type: "AWS::S3::Bucket", physicalId: "app-files" } },
      "Files",
      "AWS::S3::Bucket",
      "app-files is not empty",
      "empty it: aws s3 rm --region eu-west-1 --recursive s3://app-files (a versioned one: all versions of its objects, too)",
    ],
    [
      "a repository's content, whose name is not known",
      { kind: "content", resource: { key: "Images", type: "AWS::ECR::Repository" } },
      "Images",
      "AWS::ECR::Repository",
      "it is not empty",
      "empty it: aws ecr list-images --region eu-west-1 --repository-name <name>, then aws ecr batch-delete-image; or set EmptyOnDelete",
    ],
    [
      "a protection that can be lifted by a command",
      { kind: "deletion-protection", resource: cluster, property: "DeletionProtection", told: "service" },
      "Inner/Cluster",
      "AWS::RDS::DBCluster",
      "its deletion protection is on",
      "set DeletionProtection to its off value by this run's parameters, together with termination-protection: false, or run: aws rds modify-db-cluster --db-cluster-identifier aurora-1 --no-deletion-protection --region eu-west-1",
    ],
    [
      "one of which only the template tells, and no command is known",
      {
        ...{ kind: "deletion-protection", property: "DeletionProtection", told: "template" },
        resource: { key: "Pool", type: "AWS::Cognito::UserPool" },
      },
      "Pool",
      "AWS::Cognito::UserPool",
      "its deletion protection is on (DeletionProtection in the deployed template)",
      "set DeletionProtection to its off value by this run's parameters, together with termination-protection: false",
    ],
  ])("%s", (_, obstacle, what, type, why, next) => {
    expect(obstacleText(obstacle, PLACE)).toEqual({ what, type, why, next });
  });

  test("one of which nobody tells", () => {
    const told = "nobody";
    const obstacle = { kind: "deletion-protection", resource: cluster, property: "P", told } as const;
    expect(obstacleText(obstacle, PLACE).why).toBe(
      "whether its deletion protection is on cannot be told (P)",
    );
  });
});
