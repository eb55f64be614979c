import type { Condition } from "./conditions.ts";
import { fixedStart } from "./patterns.ts";
import type { Placed } from "./placed.ts";
import { isOfOneTenant, isProvider, isSubject } from "./providers.ts";
import { accountOf, EVERYBODY, HOLDER, type Statement } from "./statements.ts";

/** What a statement allows that a reviewer must not miss. */
export interface Grant {
  /** Short, for the reader: two that differ may be told alike. */
  readonly text: string;
  /** The statement, as far as it is wide. */
  readonly statement: Statement;
}

/**
 * The wide grants of a statement.
 * @param account the stack's own; without it nobody can tell another one from it
 */
export function wideGrantsOf({ kind, statement }: Placed, account: string | undefined): readonly Grant[] {
  if (statement.effect === "Deny") return [];
  // Whom an endpoint or a session lets through, something else has let in.
  if (kind === "limit" || statement.principals.items.includes(HOLDER)) return byActions(statement);
  return byPrincipals(statement, account);
}

function byActions(statement: Statement): readonly Grant[] {
  const { actions, resources } = statement;
  const inverted = [...(actions.not ? ["NotAction"] : []), ...(resources.not ? ["NotResource"] : [])];
  const onEverything = !resources.not && resources.items.some(isEverything) ? " on every resource" : "";
  const named = actions.not ? [] : actions.items;
  const wide = named.filter((action) => /^(\*+|[\w*-]+:\*+)$/.test(action));
  const writing = onEverything !== "" && wide.length === 0 ? named.filter(isWriting) : [];
  const texts = [
    ...inverted.map((key) => `an Allow with ${key}`),
    ...wide.map((action) => `action ${action}${onEverything}`),
    ...(writing.length > 0 ? [`${writing.slice(0, 3).join(", ")}${onEverything}`] : []),
  ];
  return texts.map((text) => ({ text, statement }));
}

/** `*`, and an ARN that names nothing of its service's: `arn:aws:s3:::*`, `arn:aws:sqs:*:123456789012:*`. */
function isEverything(resource: string): boolean {
  return /^\*+$/.test(resource) || /^arn:(?:[^:]*:){4}[*/:]*\*[*/:]*$/.test(resource);
}

// Many read-only actions know no narrower resource than `*`.
function isWriting(action: string): boolean {
  return !/:(Describe|List|Get|BatchGet|Head|Lookup|View|Search|PutMetricData|CreateLog|PutLogEvents)/i.test(
    action,
  );
}

function byPrincipals(statement: Statement, account: string | undefined): readonly Grant[] {
  const { principals, conditions } = statement;
  if (principals.not) return [{ text: "an Allow with NotPrincipal", statement }];
  const only = (text: string, isMeant: (name: string) => boolean): readonly Grant[] => {
    const items = principals.items.filter(isMeant);
    return items.length === 0
      ? []
      : [{ text, statement: { ...statement, principals: { not: false, items } } }];
  };
  const underConditions = conditions.length === 0 ? "" : ", under a condition";
  const isPublic = !conditions.some(isFixed);
  return [
    ...only(`everybody is allowed in${underConditions}`, (name) => name === EVERYBODY && isPublic),
    ...only(
      "another account is allowed in",
      (name) =>
        isOther(accountOf(name), account) ||
        (name === EVERYBODY && !isPublic && isOfOthers(conditions, account)),
    ),
    ...only(
      "everybody of an identity provider is allowed in",
      (name) => isProvider(name) && isPublic && !isOfOneTenant(name, conditions),
    ),
  ];
}

function isOther(other: string | undefined, account: string | undefined): boolean {
  return account !== undefined && other !== undefined && other !== account;
}

const NAMING_ACCOUNTS = /^(aws:(principal|source)(account|arn|owner)|kms:calleraccount)$/;

/** Whether what everybody must meet is to be of another account. */
function isOfOthers(conditions: readonly Condition[], account: string | undefined): boolean {
  return conditions
    .filter((condition) => isFixed(condition) && NAMING_ACCOUNTS.test(condition.key))
    .some(({ values }) => values.some((value) => isOther(accountOf(`AWS ${value}`), account)));
}

/**
 * Whether a test lets only known ones through. Which keys do, for everybody, are those by which S3 tells a policy that is not
 * public (PublicAccessBlockConfiguration, API reference), with their like of other services, and what an identity provider
 * says of a subject.
 */
function isFixed({ set, operator, ifExists, key, values }: Condition): boolean {
  // These hold where the request has no such key.
  if (ifExists || set === "forallvalues" || values.length === 0) return false;
  if (operator === "ipaddress") return key === "aws:sourceip" && !values.some(isBroad);
  // Whoever can mount it stands in the network (Amazon EFS, the meaning of "public").
  if (operator === "bool") return key === "elasticfilesystem:accessedviamounttarget" && values[0] === "true";
  if (!/^(string|arn)(equals|like)/.test(operator)) return false;
  if (FIXING.has(key)) return values.every((value) => isNamed(value, operator));
  return values.every((value) => isSubject(key, value));
}

const FIXING = new Set([
  ...["aws:sourcearn", "aws:sourceaccount", "aws:sourceowner", "aws:sourcevpc", "aws:sourcevpce"],
  ...["aws:userid", "aws:sourceorgid", "aws:principalarn", "aws:principalaccount", "aws:principalorgid"],
  ...["aws:principalorgpaths", "kms:calleraccount", "s3:dataaccesspointarn", "s3:dataaccesspointaccount"],
  ...["elasticfilesystem:accesspointarn", "cognito-identity.amazonaws.com:aud", "saml:aud"],
]);

function isBroad(block: string): boolean {
  const [, length = "128"] = block.split("/");
  return Number(length) < (block.includes(":") ? 32 : 8);
}

/** A value without wildcard, an ARN whose account is named, or a path in an organization. */
function isNamed(value: string, operator: string): boolean {
  const isPattern = operator.startsWith("arn") || operator.endsWith("like");
  if (value.includes("${")) return false;
  if (!isPattern || fixedStart(value) === value) return true;
  return /^arn:[^:]*:[^:]*:[^:]*:\d{12}:/.test(value) || /^o-\w+\//.test(value);
}
