import type { OutputStructure } from "../../sandbox/aws/query.ts";
import type { Stage, StageOptions, Step } from "../../sandbox/stage.ts";
import { openSmallStage, preview, STACK, TEMPLATE_PATH } from "../stack.ts";

export interface SceneOptions extends Pick<StageOptions, "aws" | "inputs"> {
  /** What is deployed already, and on `main`. */
  readonly before?: Template;
  /** Done before the pull request's preview. */
  readonly prepare?: (stage: Stage) => void;
}

export interface Template {
  readonly Resources: Readonly<Record<string, object>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>;
}

export interface Scene extends AsyncDisposable {
  readonly stage: Stage;
  readonly number: number;
  readonly preview: Step;
}

/** A pull request that wants the stack to be as in `after`, previewed. */
export async function openScene(after: Template, options: SceneOptions = {}): Promise<Scene> {
  const { before, prepare, ...more } = options;
  const stage = await openSmallStage({
    ...more,
    repository: { files: { [TEMPLATE_PATH]: JSON.stringify(before ?? { Resources: {} }) } },
  });
  if (before) stage.aws.cloudFormation.putStack({ stackName: STACK, template: JSON.stringify(before) });
  prepare?.(stage);
  const number = await stage.repository.openPullRequest({
    head: "topic",
    files: { [TEMPLATE_PATH]: JSON.stringify(after) },
  });
  const step = await preview(stage, number, "opened");
  return { stage, number, preview: step, [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose]() };
}

export const queue = (timeout = 30) => ({
  Type: "AWS::SQS::Queue",
  Properties: { VisibilityTimeout: timeout },
});
export const topic = (title = "first") => ({ Type: "AWS::SNS::Topic", Properties: { DisplayName: title } });

/** A call to the sandbox's CloudFormation by somebody else than the action. */
export function ask(stage: Stage, operation: string, params: object): OutputStructure {
  return stage.aws.call("cloudformation", operation, params as never);
}

/** What the action sent with each call of an operation that was answered. */
export function sent(stage: Stage, operation: string): readonly Readonly<Record<string, unknown>>[] {
  return stage.aws
    .requests()
    .filter((request) => request.operation === operation && request.outcome === "ok")
    .map(({ params }) => params as Readonly<Record<string, unknown>>);
}
