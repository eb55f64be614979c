import { type Evaluated, isEvaluatedObject } from "./evaluated.ts";

/** A dynamic reference whose name is known in full. */
export interface DynamicReference {
  readonly service: "ssm" | "ssm-secure" | "secretsmanager";
  /** As it is written. */
  readonly text: string;
  /** Name of the parameter; name or ARN of the secret. */
  readonly id: string;
  /** Of a parameter. */
  readonly version?: number;
  /** Of a secret: its staging label. */
  readonly stage?: string;
}

const PARAMETER = /\{\{resolve:(ssm|ssm-secure):([\w./-]+)(?::(\d+))?\}\}/g;
const SECRET = /\{\{resolve:(secretsmanager):([^{}]+)\}\}/g;
/** `secret-id:secret-string:json-key:version-stage:version-id`; an ARN has seven parts of its own. */
const ARN_PARTS = 7;

/** The dynamic references in a value ("Get values stored in other services using dynamic references", CloudFormation). */
export function dynamicReferences(value: Evaluated): readonly DynamicReference[] {
  if (typeof value === "string") return [...parameters(value), ...secrets(value)];
  if (Array.isArray(value)) return (value as readonly Evaluated[]).flatMap(dynamicReferences);
  return isEvaluatedObject(value) ? Object.values(value).flatMap(dynamicReferences) : [];
}

function parameters(value: string): readonly DynamicReference[] {
  return [...value.matchAll(PARAMETER)].map(([text, service, id = "", version]) => ({
    service: service === "ssm" ? "ssm" : "ssm-secure",
    text,
    id,
    ...(version === undefined ? {} : { version: Number(version) }),
  }));
}

function secrets(value: string): readonly DynamicReference[] {
  return [...value.matchAll(SECRET)].map(([text, , inner = ""]) => {
    const parts = inner.split(":");
    const of = parts[0] === "arn" ? ARN_PARTS : 1;
    const [, , stage = ""] = parts.slice(of);
    const id = parts.slice(0, of).join(":");
    return { service: "secretsmanager", text, id, ...(stage === "" ? {} : { stage }) };
  });
}
