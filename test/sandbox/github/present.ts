import { apps, botLogin } from "./identities.ts";
import { userJson } from "./users.ts";

const milliseconds = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.\d+Z$/;
const botIds = new Map(Object.values(apps).map((app) => [botLogin(app), app.botId]));

/**
 * Brings emulate's JSON to GitHub's: times end at whole seconds (what decides "approved after the preview"), users have
 * all that GitHub shows of one, and the bots of known apps carry the user id that they have on github.com.
 */
export function present(value: unknown, baseUrl: string): unknown {
  if (typeof value === "string") return value.replace(milliseconds, "$1Z");
  if (Array.isArray(value)) return value.map((item) => present(item, baseUrl));
  if (value === null || typeof value !== "object") return value;
  if (isUser(value)) return userJson({ ...value, id: botIds.get(value.login) ?? value.id }, baseUrl);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, present(inner, baseUrl)]));
}

function isUser(value: object): value is { readonly login: string; readonly id: number } {
  const { login, id } = value as { readonly login?: unknown; readonly id?: unknown };
  return typeof login === "string" && typeof id === "number";
}
