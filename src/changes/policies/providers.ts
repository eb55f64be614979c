import type { Condition } from "./conditions.ts";
import { fixedStart } from "./patterns.ts";

/** Whether somebody outside AWS vouches for who it is. */
export function isProvider(name: string): boolean {
  return name.startsWith("Federated ");
}

/**
 * Providers of which each customer has its own: who signs in there is of that customer, whatever is asked of the subject. As
 * their documentation has them: CircleCI ("Using OpenID Connect tokens in jobs", an organization's), Bitbucket ("Integrate
 * Pipelines with resource servers using OIDC", a workspace's), Azure DevOps ("How to federate into AWS from Azure DevOps", an
 * organization's), Amazon EKS ("IAM roles for service accounts", a cluster's), GitHub (an enterprise that has its own issuer).
 * Any other may be shared: see "Identity-provider controls for shared OIDC providers" (IAM User Guide).
 */
const OF_ONE: readonly RegExp[] = [
  /^oidc\.circleci\.com\/org\/[^/]+$/,
  /^api\.bitbucket\.org\/2\.0\/workspaces\/[^/]+\/pipelines-config\/identity\/oidc$/,
  /^vstoken\.dev\.azure\.com\/[^/]+$/,
  /^oidc\.eks\.[a-z\d-]+\.amazonaws\.com(\.cn)?\/id\/[^/]+$/,
  /^token\.actions\.githubusercontent\.com\/[^/]+$/,
];

/**
 * Whether only one organization's own can sign in with a provider.
 * @param conditions where something stands for the provider's ARN (`{{changeSet:KNOWN_AFTER_APPLY}}`), their keys name it
 */
export function isOfOneTenant(name: string, conditions: readonly Condition[]): boolean {
  const [, issuer] = /:oidc-provider\/(.+)$/.exec(name) ?? [];
  if (issuer !== undefined && !issuer.includes("{{")) return isOwn(issuer.toLowerCase());
  if (!name.includes("{{")) return false;
  // Others meet what is asked only where there is such a claim.
  const asked = conditions.filter(
    ({ ifExists, set, operator, values }) =>
      !ifExists && set !== "forallvalues" && /^string(equals|like)/.test(operator) && values.length > 0,
  );
  return asked.some(({ key }) => isOwn(key.slice(0, Math.max(0, key.lastIndexOf(":")))));
}

function isOwn(issuer: string): boolean {
  return OF_ONE.some((form) => form.test(issuer));
}

/** Shared providers whose audience is a customer's, not their own (the same page). */
const BY_AUDIENCE = /^(api\.pulumi\.com\/oidc|sandboxes\.cloud|oidc\.vercel\.com):aud$/;

/** What providers that IAM knows by itself call the subject ("Available keys for AWS OIDC federation"). */
const BY_USER = /^(www\.amazon\.com:user_id|graph\.facebook\.com:id)$/;

/**
 * Whether a provider must say who it is that signs in: a claim like a branch or a workflow's name is anybody's.
 * `repo:acme/app:*` names whose it is; `repo:*`, and `repo:acme*`, which is another's `acme-too` as well, do not.
 */
export function isSubject(key: string, value: string): boolean {
  const fixed = fixedStart(value);
  if (BY_AUDIENCE.test(key) || BY_USER.test(key)) return fixed === value;
  const [, claim = ""] = /^[\w.-]+\.[\w/.-]+:(sub|repository(?:_owner)?(?:_id)?)$/.exec(key) ?? [];
  if (claim === "" && !key.startsWith("saml:")) return false;
  return fixed === value || (claim === "sub" ? /^[^:]+:[^/:]+[/:]/ : /^[^/:]+\//).test(fixed);
}
