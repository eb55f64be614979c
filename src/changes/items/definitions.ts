import { isObject } from "../../template/canonical.ts";
import { functionOf, isLoop } from "../../template/functions.ts";
import type { Json, JsonObject } from "../../template/model.ts";

const SERVERLESS = "AWS::Serverless::";

/**
 * What a template says of a resource: its definition, with what SAM gives to all of its kind (`Globals`). Of one that SAM makes beside
 * another (`TaskRole` of `Task`) the definitions of those that it may belong to, as a list; beside several what these have in common.
 * @returns `null` where it says nothing
 */
export function writtenAs(logicalId: string, template: JsonObject | undefined): Json {
  const resources = template?.Resources;
  if (template === undefined || !isObject(resources)) return null;
  if (Object.hasOwn(resources, logicalId)) return withGlobals(resources[logicalId] ?? null, template);
  // https://github.com/aws/serverless-application-model/blob/develop/docs/internals/generated_resources.rst
  const isShared = logicalId.startsWith("Serverless");
  const owners = Object.entries(resources).filter(
    ([id, definition]) => isServerless(definition) && (isShared || logicalId.startsWith(id)),
  );
  if (owners.length === 0) return null;
  return owners.map(([id, definition]) => {
    const whole = withGlobals(definition, template);
    return logicalId.startsWith(id) ? whole : sharedPart(whole);
  });
}

/**
 * What stays in a function and its role, whatever else SAM makes of it. To what it makes for several (the implicit API, CodeDeploy's
 * application) go events, the alias, a deployment preference and tags (samtranslator: `ImplicitApiPlugin`, `_add_swagger_integration`,
 * `_add_openapi_integration`, `DeploymentPreferenceCollection`); so may what is not named here.
 */
const STAYS: ReadonlySet<string> = new Set([
  ...[
    "CodeUri",
    "InlineCode",
    "ImageUri",
    "ImageConfig",
    "PackageType",
    "Handler",
    "Runtime",
    "Architectures",
  ],
  ...["Description", "MemorySize", "EphemeralStorage", "Timeout", "ReservedConcurrentExecutions"],
  ...["Environment", "KmsKeyArn", "Layers", "VpcConfig", "FileSystemConfigs", "Tracing", "LoggingConfig"],
  ...["DeadLetterQueue", "Role", "RolePath", "Policies", "PermissionsBoundary", "AssumeRolePolicyDocument"],
]);

/** Without what a function gives to nothing but its own: a neighbour's variable changes no API. */
function sharedPart(definition: Json): Json {
  if (!isServerless(definition) || definition.Type !== `${SERVERLESS}Function`) return definition;
  const { Properties = {} } = definition;
  if (!isMapping(Properties)) return definition;
  const shared = Object.entries(Properties).filter(([name]) => !STAYS.has(name));
  return { ...definition, Properties: Object.fromEntries(shared) };
}

function isServerless(definition: Json): definition is JsonObject {
  return (
    isObject(definition) && typeof definition.Type === "string" && definition.Type.startsWith(SERVERLESS)
  );
}

/** What a function has, and gives to nothing that SAM makes beside it (samtranslator: `SamFunction`). */
const OF_ITS_OWN: ReadonlySet<string> = new Set(["Environment", "FileSystemConfigs", "Layers", "VpcConfig"]);

/** Of the resources beside which SAM may make another (`writtenAs`), what may be in that one. */
export function givenBeside(written: Json): Json {
  if (!Array.isArray(written)) return written;
  return (written as readonly Json[]).map((owner) => {
    if (!isObject(owner) || !isObject(owner.Properties)) return owner;
    const given = Object.entries(owner.Properties).filter(([name]) => !OF_ITS_OWN.has(name));
    return { ...owner, Properties: Object.fromEntries(given) };
  });
}

/** SAM merges mappings, puts lists one after the other, and takes the resource's own value of anything else. */
function withGlobals(definition: Json, { Globals }: JsonObject): Json {
  if (!isServerless(definition) || !isObject(Globals)) return definition;
  const kind = String(definition.Type).slice(SERVERLESS.length);
  const given = Object.hasOwn(Globals, kind) ? Globals[kind] : undefined;
  return given === undefined
    ? definition
    : { ...definition, Properties: merged(given, definition.Properties ?? {}) };
}

function merged(given: Json, own: Json): Json {
  if (Array.isArray(given) && Array.isArray(own)) return [...given, ...own];
  if (!isMapping(given) || !isMapping(own)) return own;
  const both = Object.entries(own).map(([name, value]) => [
    name,
    Object.hasOwn(given, name) ? merged(given[name] ?? null, value) : value,
  ]);
  return { ...given, ...Object.fromEntries(both) };
}

function isMapping(value: Json): value is JsonObject {
  return isObject(value) && functionOf(value) === undefined;
}

/** A resource's or an output's own `Condition` stands beside other keys, where it is no function. */
export function withCondition(definition: Json): Json {
  return [definition, { Condition: isObject(definition) ? (definition.Condition ?? null) : null }];
}

/** What the loops in a value go through. In what they make, only the items are left of it. */
export function listsIn(value: Json): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(listsIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => [
    ...(isLoop(key) && Array.isArray(member) ? [(member as readonly Json[])[1] ?? null] : []),
    ...listsIn(member),
  ]);
}
