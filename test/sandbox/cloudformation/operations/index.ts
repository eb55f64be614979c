import { deleteChangeSet, describeChangeSet, listChangeSets } from "./change-sets.ts";
import { createStack, deleteStack, updateStack, updateTerminationProtection } from "./change-stacks.ts";
import { createChangeSet } from "./create-change-set.ts";
import { describeEvents } from "./describe-events.ts";
import { describeStackDriftDetectionStatus, describeStackResourceDrifts, detectStackDrift } from "./drift.ts";
import { executeChangeSet } from "./execute.ts";
import { getHookResult, listHookResults } from "./hooks.ts";
import type { Handler } from "./input.ts";
import { listImports } from "./list-imports.ts";
import {
  describeStackEvents,
  describeStackResources,
  describeStacks,
  getTemplate,
  listStackResources,
  listStacks,
} from "./read-stacks.ts";
import { cancelUpdateStack, continueUpdateRollback, rollbackStack } from "./recover-stacks.ts";
import { getTemplateSummary, validateTemplate } from "./templates.ts";

/** Every CloudFormation operation that the sandbox answers. */
export const OPERATIONS: Readonly<Record<string, Handler>> = {
  CancelUpdateStack: cancelUpdateStack,
  ContinueUpdateRollback: continueUpdateRollback,
  CreateChangeSet: createChangeSet,
  CreateStack: createStack,
  DeleteChangeSet: deleteChangeSet,
  DeleteStack: deleteStack,
  DescribeChangeSet: describeChangeSet,
  DescribeEvents: describeEvents,
  DescribeStackDriftDetectionStatus: describeStackDriftDetectionStatus,
  DescribeStackEvents: describeStackEvents,
  DescribeStackResourceDrifts: describeStackResourceDrifts,
  DescribeStackResources: describeStackResources,
  DescribeStacks: describeStacks,
  DetectStackDrift: detectStackDrift,
  ExecuteChangeSet: executeChangeSet,
  GetHookResult: getHookResult,
  GetTemplate: getTemplate,
  GetTemplateSummary: getTemplateSummary,
  ListChangeSets: listChangeSets,
  ListHookResults: listHookResults,
  ListImports: listImports,
  ListStackResources: listStackResources,
  ListStacks: listStacks,
  RollbackStack: rollbackStack,
  UpdateStack: updateStack,
  UpdateTerminationProtection: updateTerminationProtection,
  ValidateTemplate: validateTemplate,
};
