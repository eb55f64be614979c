import type { KeptSettings, WatchedAlarms } from "../model.ts";
import { type HidingRules, hideText } from "./hideValue.ts";
import type { Hiding } from "./hiding.ts";

export function hideAlarms(watched: WatchedAlarms, rules: HidingRules): WatchedAlarms {
  return { ...watched, alarms: watched.alarms.map((alarm) => hideText(alarm, "none", rules)) };
}

/** @param hiding how the value of a tag is hidden, by its key */
export function hideKept(
  { roleArn, notificationArns, tags }: KeptSettings,
  hiding: (name: string) => Hiding,
  rules: HidingRules,
): KeptSettings {
  return {
    ...(roleArn === undefined ? {} : { roleArn: hideText(roleArn, "none", rules) }),
    notificationArns: notificationArns.map((arn) => hideText(arn, "none", rules)),
    tags: tags.map(({ key, value }) => ({ key, value: hideText(value, hiding(key), rules) })),
  };
}
