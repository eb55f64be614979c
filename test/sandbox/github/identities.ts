import { userJson } from "./users.ts";

/** Who speaks: an installation of a GitHub App (a job's GITHUB_TOKEN is one), a person, or nobody. */
export type Identity =
  | { readonly kind: "app"; readonly app: App; readonly login: string; readonly permissions: Permissions }
  | { readonly kind: "user"; readonly login: string }
  | { readonly kind: "anonymous"; readonly login: "" };

export type Access = "read" | "write";
export type Permissions = Readonly<Record<string, Access>>;

export interface App {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  /** The id of the app's bot user on github.com. */
  readonly botId: number;
}

export type AppSlug = "github-actions" | "other-app" | "dependabot";

/** `github-actions` and `dependabot` carry the ids that they have on github.com; `other-app` is invented. */
export const apps: Readonly<Record<AppSlug, App>> = {
  "github-actions": { id: 15368, slug: "github-actions", name: "GitHub Actions", botId: 41898282 },
  "other-app": { id: 424242, slug: "other-app", name: "Other App", botId: 142424242 },
  dependabot: { id: 29110, slug: "dependabot", name: "Dependabot", botId: 49699333 },
};

/** The organization that owns every repository; alice is its admin, mallory is in no organization. */
export const organization = "acme";
export const people = ["alice", "bob", "carol", "dave", "mallory"] as const;
export const administrator: Identity = { kind: "user", login: "alice" };

/** Every permission that an installation here has; a token holds a part of it. */
export const everyPermission: Permissions = {
  actions: "write",
  administration: "write",
  checks: "write",
  contents: "write",
  deployments: "write",
  issues: "write",
  pull_requests: "write",
  statuses: "write",
};

/** What a workflow grants that follows the README: `contents: read`, `checks: write`, `pull-requests: write`. */
export const jobPermissions: Permissions = { contents: "read", checks: "write", pull_requests: "write" };

/** A pull request from a fork: GitHub lowers every granted permission to read. */
export const readOnlyPermissions: Permissions = {
  actions: "read",
  checks: "read",
  contents: "read",
  deployments: "read",
  issues: "read",
  pull_requests: "read",
  statuses: "read",
};

export function botLogin(app: App): string {
  return `${app.slug}[bot]`;
}

export function installation(slug: AppSlug, permissions: Permissions): Identity {
  const app = apps[slug];
  return { kind: "app", app, login: botLogin(app), permissions };
}

/** Whether `identity` holds `access` on one of the permissions. People are let through: see the README. */
export function may(identity: Identity, names: readonly string[], access: Access): boolean {
  if (identity.kind === "anonymous") return access === "read";
  if (identity.kind === "user") return true;
  return names.some((name) => {
    const granted = identity.permissions[name];
    return granted === "write" || (granted === "read" && access === "read");
  });
}

/** The `app` object of a check run or comment. */
export function appJson(app: App, baseUrl: string): Record<string, unknown> {
  return {
    id: app.id,
    slug: app.slug,
    node_id: Buffer.from(`03:App${app.id}`).toString("base64"),
    owner: userJson({ login: "github", id: 9919, type: "Organization" }, baseUrl),
    name: app.name,
    description: "",
    external_url: `${baseUrl}/apps/${app.slug}`,
    html_url: `${baseUrl}/apps/${app.slug}`,
    created_at: "2018-07-30T09:30:17Z",
    updated_at: "2018-07-30T09:30:17Z",
    permissions: {},
    events: [],
  };
}
