import { validationError } from "../../aws/errors.ts";
import { type OutputStructure, type Params, structures, text, texts } from "../../aws/query.ts";
import type { Stack, Tag } from "../model.ts";
import type { GivenParameter } from "../templates/parameters.ts";
import type { World } from "../world.ts";

const INLINE_TEMPLATE_LIMIT = 51_200;

/** One call's answer: plain data in the protocol's names. */
export type Handler = (world: World, params: Params, now: number) => OutputStructure;

export function required(params: Params, name: string): string {
  const value = text(params, name);
  if (value === undefined) {
    const member = name.charAt(0).toLowerCase() + name.slice(1);
    throw validationError(
      `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`,
    );
  }
  return value;
}

/** The template of a call: its body, the object at its URL, or what the stack has. */
export function templateBody(world: World, params: Params, stack: Stack | undefined): string {
  const body = text(params, "TemplateBody");
  const url = text(params, "TemplateURL");
  if (text(params, "UsePreviousTemplate") === "true") {
    if (stack?.definition) return stack.definition.body;
    throw validationError("Previous template is not available for this stack");
  }
  if (body !== undefined && url !== undefined) {
    throw validationError("You can't provide both TemplateBody and TemplateURL");
  }
  if (url !== undefined) return objectAt(world, url);
  if (body === undefined) throw validationError("Either Template URL or Template Body must be specified.");
  if (Buffer.byteLength(body) > INLINE_TEMPLATE_LIMIT) {
    throw validationError(
      `1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to ${INLINE_TEMPLATE_LIMIT}`,
    );
  }
  return body;
}

export function parameters(params: Params): GivenParameter[] {
  return structures(params, "Parameters").map((parameter) => ({
    key: text(parameter, "ParameterKey") ?? "",
    value: text(parameter, "ParameterValue"),
    usePrevious: text(parameter, "UsePreviousValue") === "true",
  }));
}

export function tags(params: Params): Tag[] | undefined {
  const given = structures(params, "Tags").map((tag) => ({
    key: text(tag, "Key") ?? "",
    value: text(tag, "Value") ?? "",
  }));
  if (given.length > 50) throw validationError("Tag limit exceeded: a stack can have at most 50 tags");
  return params.Tags === undefined ? undefined : given;
}

/** The notification topics of a call; those of the stack when the call does not name any. */
export function arns(params: Params, stack: Stack | undefined): readonly string[] {
  if (params.NotificationARNs === undefined) return stack?.notificationArns ?? [];
  const given = texts(params, "NotificationARNs");
  if (given.length > 5) {
    throw validationError(
      "1 validation error detected: Value at 'notificationARNs' failed to satisfy constraint: Member must have length less than or equal to 5",
    );
  }
  return given;
}

export function checkStackName(name: string): void {
  if (/^[a-zA-Z][-a-zA-Z0-9]{0,127}$/.test(name) || name.startsWith("arn:")) return;
  throw validationError(
    `1 validation error detected: Value '${name}' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*|arn:[-a-zA-Z0-9:/._+]*`,
  );
}

/** One page of a list, and the token of the next. */
export function page<T>(
  items: readonly T[],
  params: Params,
  size: number,
): { readonly items: readonly T[]; readonly NextToken: string | undefined } {
  const start = Number(text(params, "NextToken")?.replace(/^page-/, "") ?? 0);
  const end = start + size;
  return { items: items.slice(start, end), NextToken: end < items.length ? `page-${end}` : undefined };
}

function objectAt(world: World, url: string): string {
  const body = world.readObject(url);
  if (body !== undefined) return body;
  throw validationError(
    "S3 error: The specified key does not exist.\nFor more information check http://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html",
  );
}
