import type { WorkflowEvent } from "../github/happenings/payloads.ts";
import type { Permissions as TokenPermissions } from "../github/identities.ts";
import type { Access, Job, Permissions, Workflow } from "./model.ts";

/** What a job has in its hands. */
export interface Rights {
  /** Of its GITHUB_TOKEN, in the API's spelling. */
  readonly token: TokenPermissions;
  /** Whether it may ask GitHub for an OpenID Connect token. */
  readonly hasIdentity: boolean;
  readonly hasSecrets: boolean;
}

/** New repositories and organizations: https://docs.github.com/actions/concepts/security/github_token */
const RESTRICTED: Permissions = { contents: "read", packages: "read" };

/** Events whose runs are treated as a fork's where Dependabot started them. */
const LOWERED_FOR_DEPENDABOT = ["pull_request", "push"];

/**
 * The rights of a job: its own permissions instead of the workflow's, and for a fork's pull request or a run that
 * Dependabot started nothing but reading.
 */
export function rightsOf(workflow: Workflow, job: Job, event: WorkflowEvent): Rights {
  const asked = job.permissions ?? workflow.permissions ?? RESTRICTED;
  const isOutside =
    isFromFork(event) || (event.actor === "dependabot[bot]" && LOWERED_FOR_DEPENDABOT.includes(event.name));
  const granted = Object.entries(asked).flatMap(([name, access]) => {
    const given = isOutside ? lowered(name, access) : access;
    return given === "none" || name === "id-token" ? [] : [[name.replaceAll("-", "_"), given] as const];
  });
  return {
    token: Object.fromEntries(granted),
    hasIdentity: !isOutside && asked["id-token"] === "write",
    hasSecrets: !isOutside,
  };
}

function lowered(name: string, access: Access): Access {
  if (name === "id-token") return "none";
  return access === "write" ? "read" : access;
}

function isFromFork({ name, payload }: WorkflowEvent): boolean {
  if (name !== "pull_request") return false;
  const pull = payload.pull_request as {
    readonly head: { readonly repo: { readonly full_name: string } | null };
  };
  return pull.head.repo?.full_name !== (payload.repository as { readonly full_name: string }).full_name;
}

/**
 * The `sub` of a job's OpenID Connect token:
 * https://docs.github.com/actions/reference/security/oidc#example-subject-claims
 */
export function subjectOf(repository: string, event: WorkflowEvent, environment: string | undefined): string {
  if (environment !== undefined) return `repo:${repository}:environment:${environment}`;
  if (event.name === "pull_request") return `repo:${repository}:pull_request`;
  return `repo:${repository}:ref:${event.ref}`;
}
