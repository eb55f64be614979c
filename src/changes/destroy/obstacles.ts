import { liftCommand, unprotectCommand } from "../../stack/recovery.ts";
import type { NamedResource } from "./fate.ts";

/** What refuses the deletion of a stack, or would make it fail half-way. */
export type Obstacle =
  | { readonly kind: "termination-protection" }
  | {
      readonly kind: "deletion-protection";
      readonly resource: NamedResource;
      readonly property: string;
      /** Who says so: the service, the deployed template, or nobody. */
      readonly told: "service" | "template" | "nobody";
    }
  | { readonly kind: "export"; readonly name: string; readonly importers: readonly string[] }
  | { readonly kind: "content"; readonly resource: NamedResource };

/** An obstacle for a reader: what it is, and how it is got out of the way. Plain text, with untrusted names in it. */
export interface ObstacleText {
  /** The resource or export that it is about. */
  readonly what: string;
  readonly type: string;
  readonly why: string;
  readonly next: string;
}

/** What is said of an obstacle. */
export function obstacleText(
  obstacle: Obstacle,
  { stack, region }: { readonly stack: string; readonly region: string },
): ObstacleText {
  switch (obstacle.kind) {
    case "termination-protection":
      return {
        ...{ what: stack, type: "AWS::CloudFormation::Stack" },
        why: "its termination protection is on",
        next: `set termination-protection: false, or run: ${liftCommand(stack, region)}`,
      };
    case "deletion-protection":
      return {
        ...{ what: obstacle.resource.key, type: obstacle.resource.type },
        ...protectionWords(obstacle, region),
      };
    case "export":
      return {
        ...{ what: obstacle.name, type: "export" },
        why: `is imported by ${obstacle.importers.join(", ")}`,
        next: "delete these stacks, or take the import out of them, first",
      };
    case "content":
      return {
        ...{ what: obstacle.resource.key, type: obstacle.resource.type },
        why: `${obstacle.resource.physicalId ?? "it"} is not empty`,
        next: `empty it: ${emptyCommand(obstacle.resource, region)}`,
      };
  }
}

function protectionWords(
  { resource, property, told }: Extract<Obstacle, { kind: "deletion-protection" }>,
  region: string,
) {
  const command = unprotectCommand(resource.type, resource.physicalId, region);
  const byHand = command === undefined ? "" : `, or run: ${command}`;
  const next = `set ${property} to its off value by this run's parameters, together with termination-protection: false${byHand}`;
  const why = {
    service: "its deletion protection is on",
    template: `its deletion protection is on (${property} in the deployed template)`,
    nobody: `whether its deletion protection is on cannot be told (${property})`,
  }[told];
  return { why, next };
}

function emptyCommand({ type, physicalId = "<name>" }: NamedResource, region: string): string {
  return type === "AWS::ECR::Repository"
    ? `aws ecr list-images --region ${region} --repository-name ${physicalId}, then aws ecr batch-delete-image; or set EmptyOnDelete`
    : `aws s3 rm --region ${region} --recursive s3://${physicalId} (a versioned one: all versions of its objects, too)`;
}
