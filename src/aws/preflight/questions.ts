import type { Questions } from "../../ports/preflight.ts";
import { openCaller } from "./caller.ts";
import { openCertificates } from "./certificates.ts";
import { openDatabases } from "./databases.ts";
import { openKeys } from "./keys.ts";
import { openMachines } from "./machines.ts";
import { type ObjectOptions, openObjects } from "./objects.ts";
import { openQuotas } from "./quotas.ts";
import { openRoles } from "./roles.ts";
import { openSecretStore } from "./secretStore.ts";

/** All that preflight checks alone ask. Nothing is asked or loaded yet. */
export function openQuestions(options: ObjectOptions): Questions {
  return {
    caller: openCaller(options),
    databases: openDatabases(options),
    secretStore: openSecretStore(options),
    objects: openObjects(options),
    roles: openRoles(options),
    certificates: openCertificates(options),
    keys: openKeys(options),
    machines: openMachines(options),
    quotas: openQuotas(options),
  };
}
