import { validationError } from "../../aws/errors.ts";
import { customName } from "../jobs/physical.ts";
import { objectOf } from "../json.ts";
import { readTemplate } from "../templates/template.ts";
import type { World } from "../world.ts";
import type { Change } from "./changes.ts";
import type { ChangeSet } from "./changeset.ts";

/** Turns additions into imports where the change set asks for it. */
export function importedChanges(world: World, changes: readonly Change[], changeSet: ChangeSet): Change[] {
  if (changeSet.type === "IMPORT") checkImport(changes, changeSet);
  return changes.map((change) => {
    const physicalId = change.action === "Add" ? importedId(world, change, changeSet) : undefined;
    return physicalId === undefined ? change : { ...change, action: "Import", physicalId };
  });
}

/** The physical id under which each imported resource is known. */
export function importedIds(changes: readonly Change[]): Map<string, string> {
  return new Map(
    changes
      .filter(({ action }) => action === "Import")
      .map(({ logicalId, physicalId }) => [logicalId, physicalId ?? ""]),
  );
}

function importedId(world: World, change: Change, changeSet: ChangeSet): string | undefined {
  const asked = changeSet.imports.find(({ logicalId }) => logicalId === change.logicalId);
  if (asked) return Object.values(asked.identifier).join("|");
  if (!changeSet.importExistingResources) return undefined;
  // Only a resource whose name the template gives can be found in the account.
  const name = customName(change.type, objectOf(change.after?.Properties));
  return world.existing.find(({ type, physicalId }) => type === change.type && physicalId === name)
    ?.physicalId;
}

function checkImport(changes: readonly Change[], changeSet: ChangeSet): void {
  const template = readTemplate(changeSet.definition.body);
  const added = changes.filter(({ action }) => action === "Add").map(({ logicalId }) => logicalId);
  const missing = added.filter((id) => !changeSet.imports.some(({ logicalId }) => logicalId === id));
  if (missing.length > 0) {
    throw validationError(`Resources [${missing.join(", ")}] is missing from ResourceToImport list`);
  }
  if (changes.some(({ action }) => action !== "Add")) {
    throw validationError(
      "As part of the import operation, you cannot modify or add [Outputs] or resources that are not imported",
    );
  }
  const unguarded = added.filter((id) => template.resources.get(id)?.deletionPolicy === undefined);
  if (unguarded.length > 0) {
    throw validationError(
      `Following resources to import [${unguarded.join(", ")}] must have DeletionPolicy attribute specified in the template.`,
    );
  }
}
