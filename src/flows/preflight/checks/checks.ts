import type { PreflightCheck } from "../examined.ts";
import { checkAddresses } from "./addresses.ts";
import { checkAlarms } from "./alarms.ts";
import { checkCertificates } from "./certificates.ts";
import { checkCode, namesAccountsBucket } from "./code.ts";
import { checkDatabaseQuotas } from "./databaseQuotas.ts";
import { checkDatabases } from "./databases.ts";
import { checkDeployer } from "./deployer.ts";
import { checkExports } from "./exports.ts";
import { checkKeys, namesKeyByArn } from "./keys.ts";
import { checkMachines } from "./machines.ts";
import { checkParameterGroups } from "./parameterGroups.ts";
import { checkQuotas } from "./quotas.ts";
import { checkReferences } from "./references.ts";
import { checkRoles, namesRole } from "./roles.ts";
import { checkSubnets } from "./subnets.ts";

/** What is checked before a deploy. All of it at once. */
export const CHECKS: readonly PreflightCheck[] = [
  { run: checkDatabases },
  { run: checkSubnets },
  { run: checkReferences },
  { run: checkExports },
  { run: checkCode, wantsAccount: namesAccountsBucket },
  { run: checkRoles, wantsAccount: namesRole },
  { run: checkCertificates },
  { run: checkKeys, wantsAccount: namesKeyByArn },
  { run: checkMachines },
  { run: checkAddresses },
  { run: checkParameterGroups },
  { run: checkDatabaseQuotas },
  { run: checkDeployer },
  { run: checkQuotas },
  { run: checkAlarms },
];
