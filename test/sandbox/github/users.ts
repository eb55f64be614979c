/**
 * A user as GitHub shows one beside something else ("simple user" of its REST description): emulate leaves out members
 * that are always there, and shows more of an organization.
 */
export function userJson(
  {
    login,
    id,
    type = "User",
    ...more
  }: { readonly login: string; readonly id: number; readonly type?: string },
  baseUrl: string,
): Readonly<Record<string, unknown>> {
  const name = encodeURIComponent(login);
  const url = `${baseUrl}/users/${name}`;
  const { node_id = Buffer.from(`04:User${id}`).toString("base64"), site_admin = false } = more as {
    readonly node_id?: string;
    readonly site_admin?: boolean;
  };
  return {
    login,
    id,
    node_id,
    avatar_url: `${baseUrl}/avatars/u/${id}`,
    gravatar_id: "",
    url,
    html_url: `${baseUrl}/${name}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    site_admin,
  };
}
