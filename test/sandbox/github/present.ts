import { apps, botLogin } from "./identities.ts";

const milliseconds = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.\d+Z$/;
const botIds = new Map(Object.values(apps).map((app) => [botLogin(app), app.botId]));

/**
 * Brings emulate's JSON to GitHub's: times end at whole seconds (what decides "approved after the preview"),
 * and the bots of known apps carry the user id that they have on github.com.
 */
export function present(value: unknown): unknown {
  if (typeof value === "string") return value.replace(milliseconds, "$1Z");
  if (Array.isArray(value)) return value.map(present);
  if (value === null || typeof value !== "object") return value;
  const shown = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, present(inner)]));
  const botId = typeof shown.login === "string" ? botIds.get(shown.login) : undefined;
  return botId === undefined ? shown : { ...shown, id: botId };
}
