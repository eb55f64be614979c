import { alarmName } from "../../stack/alarms.ts";
import type { SettingChange } from "../model.ts";
import { parseValue } from "../resourceState.ts";

/** Guards of the stack itself that it loses, in words. */
export function lostSettings(settings: readonly SettingChange[]): readonly string[] {
  return settings.flatMap(({ name, before, after }) => {
    switch (name) {
      case "termination-protection":
        return after === "off" ? [UNPROTECTED] : [];
      case "rollback-alarms": {
        const lost = alarmsIn(before).filter((alarm) => !alarmsIn(after).includes(alarm));
        return lost.length === 0 ? [] : [unwatched(lost)];
      }
      default:
        return [];
    }
  });
}

const UNPROTECTED = "loses its termination protection: a delete-stack then deletes it with everything in it";

/** By their ARNs: of another type, an alarm is still the same. */
function alarmsIn(setting: string | undefined): readonly string[] {
  const list = setting === undefined ? [] : parseValue(setting);
  return Array.isArray(list) ? list.map((text) => String(text).replace(/^AWS::\w+::\w+ /, "")) : [];
}

function unwatched(arns: readonly string[]): string {
  const names = arns.map(alarmName).join(", ");
  return `loses a rollback alarm: ${names} turns no deploy back any more, this one included`;
}
