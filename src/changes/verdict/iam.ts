import type { Json, JsonObject } from "../../template/model.ts";
import { isObject, type ResourceStates } from "../resourceState.ts";

/** Wildcard grants that a change adds to what a policy, role, key, bucket or function allows. */
export function wideGrants(
  type: string,
  { before, after }: ResourceStates,
): readonly { readonly property?: string; readonly message: string }[] {
  const known = new Set(grants(type, before).map(({ grant }) => grant));
  const added = grants(type, after).filter(({ grant }) => !known.has(grant));
  const once = new Map(added.map((entry) => [entry.grant, entry]));
  return [...once.values()].map(({ grant, property }) => ({ property, message: `IAM is widened: ${grant}` }));
}

interface Grant {
  readonly property: string;
  readonly grant: string;
}

function grants(type: string, state: JsonObject = {}): readonly Grant[] {
  return [
    ...Object.entries(state).flatMap(([property, value]) =>
      documents(property, value).flatMap((document) => documentGrants(property, document)),
    ),
    ...managed(state.ManagedPolicyArns),
    ...functionGrants(type, state),
  ];
}

const DOCUMENT = /(PolicyDocument|^KeyPolicy|^ResourcePolicy|^Policy|^RepositoryPolicyText|^PolicyText)$/;

/** Policy documents of a property: itself, or the inline `Policies` of a role. */
function documents(property: string, value: Json): readonly JsonObject[] {
  if (property === "Policies" && Array.isArray(value)) {
    return value.flatMap((policy) =>
      isObject(policy) && isObject(policy.PolicyDocument) ? [policy.PolicyDocument] : [],
    );
  }
  return DOCUMENT.test(property) && isObject(value) ? [value] : [];
}

function documentGrants(property: string, document: JsonObject): readonly Grant[] {
  // A resource's own policy speaks of that resource and in its service's terms, so that only the principal is wide.
  const isIdentityPolicy = property === "PolicyDocument" || property === "Policies";
  return list(document.Statement).flatMap((statement) => {
    if (!isObject(statement) || statement.Effect !== "Allow") return [];
    const wide = isIdentityPolicy && statement.Principal === undefined ? identityGrants(statement) : [];
    return [...wide, ...principalGrants(statement)].map((grant) => ({ property, grant }));
  });
}

function identityGrants(statement: JsonObject): readonly string[] {
  const inverted = ["NotAction", "NotResource"].filter((key) => statement[key] !== undefined);
  const actions = list(statement.Action).map(String);
  const resources = list(statement.Resource).map(String);
  const onEverything = resources.includes("*") ? " on every resource" : "";
  const wideActions = actions.filter((action) => action === "*" || /^[\w-]+:\*$/.test(action));
  return [
    ...inverted.map((key) => `an Allow with ${key}`),
    ...wideActions.map((action) => `action ${action}${onEverything}`),
    ...(onEverything !== "" && wideActions.length === 0 && actions.some(isWriting)
      ? [`${actions.filter(isWriting).slice(0, 3).join(", ")}${onEverything}`]
      : []),
  ];
}

// Many read-only actions know no narrower resource than `*`.
function isWriting(action: string): boolean {
  return !/:(Describe|List|Get|BatchGet|Head|Lookup|View|Search|PutMetricData|CreateLog|PutLogEvents)/.test(
    action,
  );
}

function principalGrants(statement: JsonObject): readonly string[] {
  if (statement.NotPrincipal !== undefined) return ["an Allow with NotPrincipal"];
  const principal = statement.Principal;
  const named = isObject(principal) ? list(principal.AWS) : list(principal);
  if (!named.some((name) => name === "*")) return [];
  return [
    statement.Condition === undefined
      ? "everybody is allowed in"
      : "everybody is allowed in, under a condition",
  ];
}

const ADMINISTRATIVE = /\/(AdministratorAccess|PowerUserAccess|IAMFullAccess|\w+FullAccess)$/;

function managed(arns: Json | undefined): readonly Grant[] {
  return list(arns)
    .map(String)
    .flatMap((arn) => {
      const name = ADMINISTRATIVE.exec(arn)?.[1];
      return name === undefined ? [] : [{ property: "ManagedPolicyArns", grant: `managed policy ${name}` }];
    });
}

function functionGrants(type: string, state: JsonObject): readonly Grant[] {
  if (type === "AWS::Lambda::Url" && state.AuthType === "NONE") {
    return [{ property: "AuthType", grant: "everybody may call the function's URL" }];
  }
  const isNarrowed = ["SourceArn", "SourceAccount", "PrincipalOrgID"].some((key) => state[key] !== undefined);
  if (type === "AWS::Lambda::Permission" && state.Principal === "*" && !isNarrowed) {
    return [{ property: "Principal", grant: "everybody may invoke the function" }];
  }
  return [];
}

function list(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value as Json];
}
