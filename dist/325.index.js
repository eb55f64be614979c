export const id = 325;
export const ids = [325];
export const modules = {

/***/ 2325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  destroy: () => (/* binding */ destroy_destroy)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/report/sections/destroy.js
var destroy = __webpack_require__(4785);
// EXTERNAL MODULE: ./lib/unlessCancelled.js
var unlessCancelled = __webpack_require__(1674);
// EXTERNAL MODULE: ./lib/flows/render/problems.js
var render_problems = __webpack_require__(2024);
// EXTERNAL MODULE: ./lib/flows/watch/idle.js
var idle = __webpack_require__(2563);
// EXTERNAL MODULE: ./lib/flows/watch/unlessBusy.js
var unlessBusy = __webpack_require__(6658);
// EXTERNAL MODULE: ./lib/stack/eventKinds.js
var eventKinds = __webpack_require__(2482);
// EXTERNAL MODULE: ./lib/flows/result.js
var flows_result = __webpack_require__(7560);
// EXTERNAL MODULE: ./lib/flows/unexpected.js
var unexpected = __webpack_require__(4062);
// EXTERNAL MODULE: ./lib/stack/recovery.js
var recovery = __webpack_require__(6633);
;// CONCATENATED MODULE: ./lib/changes/destroy/obstacles.js

/** What is said of an obstacle. */
function obstacleText(obstacle, { stack, region }) {
    switch (obstacle.kind) {
        case "termination-protection":
            return {
                ...{ what: stack, type: "AWS::CloudFormation::Stack" },
                why: "its termination protection is on",
                next: `set termination-protection: false, or run: ${(0,recovery/* liftCommand */.Dt)(stack, region)}`,
            };
        case "deletion-protection":
            return {
                ...{ what: obstacle.resource.key, type: obstacle.resource.type },
                ...protectionWords(obstacle, region),
            };
        case "export":
            return {
                ...{ what: obstacle.name, type: "export" },
                why: `is imported by ${obstacle.importers.join(", ")}`,
                next: "delete these stacks, or take the import out of them, first",
            };
        case "content":
            return {
                ...{ what: obstacle.resource.key, type: obstacle.resource.type },
                why: `${obstacle.resource.physicalId ?? "it"} is not empty`,
                next: `empty it: ${emptyCommand(obstacle.resource, region)}`,
            };
    }
}
function protectionWords({ resource, property, told }, region) {
    const command = (0,recovery/* unprotectCommand */.og)(resource.type, resource.physicalId, region);
    const byHand = command === undefined ? "" : `, or run: ${command}`;
    const next = `set ${property} to its off value by this run's parameters, together with termination-protection: false${byHand}`;
    const why = {
        service: "its deletion protection is on",
        template: `its deletion protection is on (${property} in the deployed template)`,
        nobody: `whether its deletion protection is on cannot be told (${property})`,
    }[told];
    return { why, next };
}
function emptyCommand({ type, physicalId = "<name>" }, region) {
    return type === "AWS::ECR::Repository"
        ? `aws ecr list-images --region ${region} --repository-name ${physicalId}, then aws ecr batch-delete-image; or set EmptyOnDelete`
        : `aws s3 rm --region ${region} --recursive s3://${physicalId} (a versioned one: all versions of its objects, too)`;
}

// EXTERNAL MODULE: ./lib/report/headline.js
var headline = __webpack_require__(5916);
// EXTERNAL MODULE: ./lib/report/shownView.js
var shownView = __webpack_require__(5830);
// EXTERNAL MODULE: ./lib/report/summary.js
var summary = __webpack_require__(3394);
// EXTERNAL MODULE: ./lib/stack/model.js
var model = __webpack_require__(6757);
// EXTERNAL MODULE: ./lib/stack/operation.js
var operation = __webpack_require__(1705);
;// CONCATENATED MODULE: ./lib/stack/destroyNext.js



/** Where a stack stands after a deletion that did not succeed, and what to do. Plain text. */
function afterDeletion(end, { stack, region }, stuck) {
    switch (end.kind) {
        case "succeeded":
            return "";
        case "failed": {
            const ways = (0,recovery/* waysOut */.ZN)({ stack, region, status: end.status, stuck });
            if (ways.length === 0)
                return `The stack is in ${end.status}. Put the cause right, then run this job again.`;
            return `The stack is in ${end.status}: what is gone is gone, and the rest takes no update any more. Put the cause right and run this job again, or:\n${(0,recovery/* waysText */.C9)(ways)}`;
        }
        case "timed-out":
            return `CloudFormation goes on with the deletion (${end.status}). Run this job again to follow it to its end, or raise timeout-minutes.`;
        case "cancelled":
            if (end.status === model/* NOT_STARTED */.Y)
                return "Nothing was deleted.";
            if ((0,operation/* isTerminal */.Hd)(end.status))
                return `The job was cancelled when the deletion had just ended (${end.status}).`;
            return `The job was cancelled; CloudFormation goes on with the deletion (${end.status}). Run this job again to follow it to its end.`;
        case "lost-sight":
            return "The deletion may go on without being watched. Run this job again to follow it to its end.";
    }
}
/** The same after the update that was to lift the protections. Nothing was deleted. */
function afterLifting(end) {
    switch (end.kind) {
        case "succeeded":
            return "";
        case "failed":
            return `Nothing was deleted; the stack is in ${end.status}. Put the cause right, then run this job again.`;
        case "timed-out":
        case "lost-sight":
            return "Nothing was deleted; the update may go on. Run this job again: it waits for the update's end, then looks anew.";
        case "cancelled":
            return end.status === model/* NOT_STARTED */.Y
                ? "Nothing was changed, and nothing deleted."
                : "Nothing was deleted; the update goes on. Run this job again: it waits for its end, then looks anew.";
    }
}

// EXTERNAL MODULE: ./lib/stack/eventLine.js
var eventLine = __webpack_require__(5534);
// EXTERNAL MODULE: ./lib/flows/tell/executedEnding.js + 1 modules
var executedEnding = __webpack_require__(1236);
// EXTERNAL MODULE: ./lib/flows/tell/reportView.js
var reportView = __webpack_require__(2894);
;// CONCATENATED MODULE: ./lib/flows/destroy/endings.js










/** Who started it, or how, is not who may destroy, or how. */
function notAllowedEnding(job, { reason, explanation, hint }) {
    const state = { kind: "blocked", reason, explanation: `${explanation}.`, delta: [], hint };
    return {
        ...{ result: "blocked", reasonCode: reason, message: `Nothing was deleted: ${explanation}.`, hint },
        summary: (0,summary/* renderSummary */.B)((0,reportView/* reportView */.y)(job, state)),
    };
}
/** There is no stack. */
function absentEnding(job) {
    const { stackName, region } = job.inputs;
    return {
        ...{ result: "no-changes", message: `There is no stack ${stackName} in ${region}: nothing to destroy.` },
        ...{ hasChanges: false, summary: (0,summary/* renderSummary */.B)((0,reportView/* reportView */.y)(job, { kind: "absent" })) },
    };
}
/** Not everything can be deleted, so nothing was. */
function protectedEnding(job, { root, fate, notes }, obstacles, explanation) {
    const { stackName: stack, region } = job.inputs;
    const texts = obstacles.map((obstacle) => obstacleText(obstacle, { stack, region }));
    const state = { kind: "protected", explanation, obstacles: texts, fate };
    const view = viewOf(job, state, root.arn, notes);
    const shown = (0,shownView/* shownView */.tJ)(view).state;
    return {
        lines: shown.kind === "protected" ? (0,destroy/* obstacleLines */.bk)(shown.obstacles) : [],
        result: {
            ...{ result: "blocked", reasonCode: "protected", message: `${(0,headline/* headline */.Pl)(view)}. ${explanation}` },
            hint: texts.map(({ what, why, next }) => `${what}: ${why}. Next: ${next}`).join("\n"),
            ...{ summary: (0,summary/* renderSummary */.B)(view), stackId: root.arn, stackStatus: root.status },
        },
    };
}
/** The deletion was watched, to its end or out of sight. */
function deletedEnding(job, { root, fate, notes }, watched, { snapshots, stuck }) {
    const { end, timeline } = watched;
    const { ids, unnamed } = snapshots;
    const { stackName: stack, region } = job.inputs;
    const shared = {
        ...{ stackId: root.arn, stackStatus: statusOf(end), finalSnapshots: ids },
    };
    if (end.kind === "succeeded") {
        const state = { kind: "destroyed", tookMs: end.tookMs, fate, snapshots: ids, unnamed, timeline };
        const saved = ids.length === 0 ? "" : ` What is left of the data: ${ids.join(", ")}.`;
        const message = `Stack ${stack} is deleted after ${(0,eventLine/* duration */.p)(end.tookMs)}.${saved}`;
        return {
            ...{ result: "destroyed", message, hasChanges: true, ...shared },
            ...(unnamed.length === 0 ? {} : { hint: unnamed.join("\n") }),
            summary: (0,summary/* renderSummary */.B)(viewOf(job, state, root.arn, notes)),
        };
    }
    const nextStep = afterDeletion(end, { stack, region }, stuck);
    const state = {
        ...{ kind: "destroy-failed", phase: "deleting", end, nextStep },
        ...{ fate, snapshots: ids, timeline },
    };
    return failed(job, end, viewOf(job, state, root.arn, notes), { nextStep, shared });
}
/** The update that was to lift the protections did not succeed. Nothing was deleted. */
function liftFailedEnding(job, { root, fate, notes }, { end, timeline, stack }) {
    const nextStep = afterLifting(end);
    const state = {
        ...{ kind: "destroy-failed", phase: "lifting", end, nextStep },
        ...{ fate, snapshots: [], timeline },
    };
    const shared = { stackId: root.arn, stackStatus: stack?.status ?? statusOf(end) };
    return failed(job, end, viewOf(job, state, root.arn, notes), { nextStep, shared });
}
function failed(job, end, view, { nextStep, shared }) {
    const cause = end.kind === "failed" ? (end.rollbackCause ?? end.cause) : undefined;
    const advice = end.kind === "lost-sight" ? end.hint : cause?.hint;
    return {
        ...{ result: "failed", reasonCode: (0,executedEnding/* reasonOf */.A)(end), message: failureMessage(job, end, view) },
        hint: [advice, nextStep].filter((part) => part !== undefined && part !== "").join("\n"),
        ...shared,
        summary: (0,summary/* renderSummary */.B)(view),
    };
}
function failureMessage(job, end, view) {
    const cause = end.kind === "failed" ? (end.rollbackCause ?? end.cause) : undefined;
    const words = (0,headline/* headline */.Pl)(view);
    if (end.kind === "lost-sight")
        return `${words}: ${end.reason}`;
    if (end.kind === "timed-out")
        return `${words}: timeout-minutes is ${job.inputs.timeoutMinutes}.`;
    if (cause === undefined)
        return `${words}.`;
    const place = [...cause.stackPath, cause.logicalId].join("/");
    return `${words}: ${place} (${cause.type}) ${cause.status}: ${cause.reason}`;
}
function statusOf(end) {
    if (end.kind === "lost-sight")
        return "unknown";
    return end.status === model/* NOT_STARTED */.Y ? "unchanged" : end.status;
}
function viewOf(job, state, stackArn, notes) {
    const findings = notes.map((message) => ({ level: "notice", message }));
    return (0,reportView/* reportView */.y)(job, state, { stackArn, findings });
}

// EXTERNAL MODULE: ./lib/changes/resourceTypes.js + 1 modules
var resourceTypes = __webpack_require__(9306);
// EXTERNAL MODULE: ./lib/changes/destroy/standing.js
var standing = __webpack_require__(1050);
;// CONCATENATED MODULE: ./lib/changes/destroy/fate.js


/** What the deletion takes along, leaves and saves. */
function fateOf(resources) {
    const there = resources.filter(({ isGone }) => !isGone);
    const of = (policy) => there.filter((resource) => resource.policy === policy);
    return {
        deleted: there.length - of("Retain").length,
        lost: of("Delete").filter(holdsData).map(named),
        kept: of("Retain").map(named),
        saved: of("Snapshot").map(named),
    };
}
function named({ stackPath, logicalId, type, physicalId }) {
    return {
        ...{ key: [...stackPath, logicalId].join("/"), type },
        ...(physicalId === undefined ? {} : { physicalId }),
    };
}
function holdsData({ type, properties }) {
    // What is in a nested stack is told by its own resources.
    if (type === "AWS::CloudFormation::Stack" || !(0,resourceTypes/* isStateful */.VA)(type))
        return false;
    return type !== "AWS::RDS::DBInstance" || !(0,standing/* isOfCluster */.G)(properties);
}

;// CONCATENATED MODULE: ./lib/flows/destroy/snapshots.js



/** Of these RDS tells the snapshots also when they are gone. */
const KINDS = {
    "AWS::RDS::DBCluster": "cluster",
    "AWS::RDS::DBInstance": "instance",
};
/** Two services' times may differ a little. Milliseconds. */
const SLACK_MS = 5_000;
/**
 * Names the snapshots that CloudFormation took of what it deleted: no event tells them. They are those of the database
 * that were made since its deletion began. A failure to ask fails nothing, for the snapshots are there all the same.
 * @param since AWS's time, milliseconds since the epoch
 */
async function finalSnapshots(stackName, resources, since, ports) {
    const saved = resources.filter(({ policy }) => policy === "Snapshot");
    const found = await Promise.all(saved.map((resource) => snapshotsOf(stackName, resource, since, ports)));
    return { ids: found.flatMap(({ ids }) => ids), unnamed: found.flatMap(({ unnamed }) => unnamed) };
}
async function snapshotsOf(stackName, resource, since, { deletions, log }) {
    const { type, physicalId, logicalId } = resource;
    const kind = KINDS[type];
    // As the resource handlers of RDS name it, and others did before: `<stack>-snapshot-<logical id>-<random>`.
    const start = `${stackName}-snapshot-${logicalId}-`.toLowerCase();
    const unnamed = (why) => ({
        ids: [],
        unnamed: [`${named(resource).key}: the snapshot's name is not known (${why}); it begins with ${start}`],
    });
    if (kind === undefined || physicalId === undefined)
        return unnamed(`only ${type}'s service can tell`);
    try {
        const all = await deletions.snapshots(kind, physicalId);
        const last = all.filter(({ id, madeAt }) => madeAt === undefined ? id.toLowerCase().startsWith(start) : madeAt >= since - SLACK_MS);
        if (last.length === 0)
            return unnamed("RDS tells of none that was made during the deletion");
        return { ids: last.map(({ id }) => id), unnamed: [] };
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.l))
            throw error;
        log.warning(`${error.message} ${error.hint ?? ""}`.trimEnd());
        return unnamed("it could not be asked");
    }
}
/** When a stack's deletion began, earlier tries of it included; `undefined` where none did. AWS's time. */
function deletionBegan(events) {
    const begun = events.filter((event) => (0,eventKinds/* isStackItself */.Ke)(event) && event.status === "DELETE_IN_PROGRESS");
    return begun.length === 0 ? undefined : Math.min(...begun.map(({ at }) => at));
}

;// CONCATENATED MODULE: ./lib/flows/destroy/aftermath.js






/** Names the snapshots, and after a failure what is stuck. Whatever goes wrong with that, the deletion was as it was. */
async function told(job, found, watched, ports) {
    const known = await aftermath(job, found, watched, ports).catch((error) => {
        (0,unexpected/* logStack */.f)(error, ports.log);
        ports.log.warning(`What is left could not be found out: ${String(error)}`);
        return NOTHING_KNOWN;
    });
    const result = deletedEnding(job, found, watched, known);
    if (result.result === "failed")
        ports.log.error((0,flows_result/* endText */.Z4)(result));
    for (const id of known.snapshots.ids)
        ports.log.info(`📸 ${id}`);
    for (const words of known.snapshots.unnamed)
        ports.log.info(`📸 ${words}`);
    return result;
}
async function aftermath(job, found, watched, ports) {
    const since = await beganAt(found.root, watched, ports);
    const { name } = found.root;
    const isKnown = since !== undefined && !job.cancel.aborted;
    return {
        snapshots: isKnown ? await finalSnapshots(name, found.resources, since, ports) : NO_SNAPSHOTS,
        stuck: watched.end.kind === "failed" ? await stuckIn(found.root, watched.end, ports) : [],
    };
}
const NO_SNAPSHOTS = { ids: [], unnamed: [] };
const NOTHING_KNOWN = { snapshots: NO_SNAPSHOTS, stuck: [] };
/** When the deletion began, the failed tries before it included: each may have taken a snapshot. */
async function beganAt(root, { events, end }, { stacks, log }) {
    if (end.kind !== "succeeded" && end.kind !== "failed")
        return undefined;
    if (root.status !== "DELETE_FAILED")
        return deletionBegan(events);
    try {
        return deletionBegan(await stacks.events(root.arn, () => false));
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.l))
            throw error;
        log.warning(error.message);
        return deletionBegan(events);
    }
}
/** What could not be deleted: the root's own, and in nested stacks the first cause. */
async function stuckIn(root, { cause }, { stacks, log }) {
    const nested = cause === undefined || cause.stackPath.length === 0
        ? []
        : [
            {
                type: cause.type,
                reason: cause.reason,
                ...(cause.physicalId ? { physicalId: cause.physicalId } : {}),
            },
        ];
    try {
        return [...(await stacks.resources(root.arn)).filter(({ status }) => (0,eventKinds/* isFailed */.Ix)(status)), ...nested];
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.l))
            throw error;
        log.debug(error.message);
        return nested;
    }
}

// EXTERNAL MODULE: ./lib/poll.js
var poll = __webpack_require__(9310);
// EXTERNAL MODULE: ./lib/stack/serviceError.js
var serviceError = __webpack_require__(6037);
// EXTERNAL MODULE: ./lib/flows/watch/unseen.js
var unseen = __webpack_require__(5745);
// EXTERNAL MODULE: ./lib/flows/watch/watch.js + 7 modules
var watch = __webpack_require__(9012);
// EXTERNAL MODULE: ./lib/template/canonical.js
var canonical = __webpack_require__(3100);
// EXTERNAL MODULE: ./lib/template/parameters/declarations.js
var declarations = __webpack_require__(8038);
// EXTERNAL MODULE: ./lib/template/text/parse.js + 7 modules
var parse = __webpack_require__(1100);
// EXTERNAL MODULE: ./lib/template/evaluate/evaluated.js
var evaluated = __webpack_require__(3197);
;// CONCATENATED MODULE: ./lib/changes/destroy/protections.data.js
// Generated by scripts/generate-protections.ts from @aws-cdk/aws-service-spec. Do not edit.
// biome-ignore-all format: one row a property keeps the difference between two schema versions readable
// Types are written without their leading `AWS::`, space-separated, which keeps the bundle and its start small.
/** Where the types that can refuse their deletion say so: steps below `Properties`, `*` any item of a list. */
const PROTECTIONS = {
    "DeleteProtection": "NetworkFirewall::Firewall",
    "DeletionProtected": "SSMIncidents::ReplicationSet",
    "DeletionProtection": "AutoScaling::AutoScalingGroup Cognito::UserPool DocDB::DBCluster DocDB::GlobalCluster EKS::Cluster Neptune::DBCluster Neptune::GlobalCluster NeptuneGraph::Graph OpenSearchServerless::Collection QLDB::Ledger RDS::DBCluster RDS::DBInstance RDS::GlobalCluster WellArchitected::AgentProfile",
    "DeletionProtection/Mode": "VerifiedPermissions::PolicyStore",
    "DeletionProtectionCheck": "AppConfig::ConfigurationProfile AppConfig::Environment",
    "DeletionProtectionEnabled": "DSQL::Cluster DynamoDB::Table Logs::LogGroup SMSVOICE::PhoneNumber SMSVOICE::Pool SMSVOICE::ProtectConfiguration SMSVOICE::SenderId",
    "DisableApiTermination": "EC2::Instance",
    "Instances/TerminationProtected": "EMR::Cluster",
    "LoadBalancerAttributes/deletion_protection.enabled": "ElasticLoadBalancingV2::LoadBalancer",
    "MutationProtection": "Route53Resolver::FirewallRuleGroupAssociation",
    "Replicas/*/DeletionProtectionEnabled": "DynamoDB::GlobalTable",
    "TerminationProtectionEnabled": "CloudTrail::Dashboard CloudTrail::EventDataStore",
};

;// CONCATENATED MODULE: ./lib/changes/destroy/protections.js


/** What a resource of this type says of its protection; `undefined` where the type has none. */
function protectionOf(type, properties) {
    const path = paths().get(type);
    if (path === undefined)
        return undefined;
    const states = valuesAt(properties, path).map((value) => stateOf(type, value));
    const state = states.includes("on") ? "on" : states.includes("unknown") ? "unknown" : "off";
    return { property: path[0] ?? "", state };
}
/** Whether the type has a protection of its own at all. */
function canBeProtected(type) {
    return paths().has(type);
}
/**
 * Whether the property path of a change, `/Properties/DeletionProtection`, is the type's protection. A list of keys and
 * values is changed as a list: which of its keys is meant no path says.
 */
function isProtectionPath(type, pointer) {
    const path = paths().get(type);
    const steps = pointer.split("/").slice(2);
    if (path === undefined || !pointer.startsWith("/Properties/") || steps.length !== path.length)
        return false;
    return path.every((step, index) => step === "*" ? /^\d+$/.test(steps[index] ?? "") : steps[index] === step);
}
/** What a value says: of the property, or of a parameter that it is taken from. `undefined`: there is none. */
function stateOf(type, value) {
    if (value === undefined || value === null)
        return ON_BY_DEFAULT.has(type) ? "on" : "off";
    if (typeof value === "object")
        return "unknown";
    const text = String(value).toLowerCase();
    if (OFF.has(text))
        return "off";
    return ON.has(text) ? "on" : "unknown";
}
// `BYPASS` and `ACCOUNT_DEFAULT` are AppConfig's, whose check only asks whether the thing was used within the hour.
const OFF = new Set(["false", "disabled", "inactive", "none", "bypass", "account_default"]);
const ON = new Set(["true", "enabled", "active", "apply", "prevent-force-deletion", "prevent-all-deletion"]);
/**
 * Protected where the template says nothing. Sources: the properties' texts in the schema (QLDB), and the API references
 * of CloudTrail's CreateEventDataStore, NeptuneGraph's CreateGraph and DSQL's CreateCluster.
 */
const ON_BY_DEFAULT = new Set([
    "AWS::CloudTrail::EventDataStore",
    "AWS::DSQL::Cluster",
    "AWS::NeptuneGraph::Graph",
    "AWS::QLDB::Ledger",
]);
/** The values at a path; a list of keys and values is entered by a key. */
function valuesAt(value, path) {
    const [step, ...rest] = path;
    if (step === undefined || value === evaluated/* UNKNOWN */.HV)
        return [value];
    if (Array.isArray(value))
        return listAt(value, step, rest);
    return valuesAt((0,evaluated/* isEvaluatedObject */.rd)(value) ? value[step] : undefined, rest);
}
function listAt(items, step, rest) {
    if (step === "*")
        return items.flatMap((item) => valuesAt(item, rest));
    const objects = items.map((item) => ((0,evaluated/* isEvaluatedObject */.rd)(item) ? item : undefined));
    const entry = objects.find((item) => item?.Key === step);
    if (entry !== undefined)
        return [entry.Value];
    return [objects.some((item) => item === undefined || item.Key === evaluated/* UNKNOWN */.HV) ? evaluated/* UNKNOWN */.HV : undefined];
}
// Built at first use: few runs destroy anything.
let byType;
function paths() {
    byType ??= new Map(Object.entries(PROTECTIONS).flatMap(([path, types]) => types.split(" ").map((type) => [`AWS::${type}`, path.split("/")])));
    return byType;
}

;// CONCATENATED MODULE: ./lib/flows/destroy/questions.js





const NOTHING = { obstacles: [], notes: [] };
/** Asks the services what refuses its deletion. What may not be asked is noted, and the template's own values count. */
async function obstaclesOf(stacks, resources, ports) {
    const deleted = resources.filter(({ policy, isGone }) => policy !== "Retain" && !isGone);
    const found = await Promise.all([
        ...exportsOf(stacks, resources).map((name) => importedBy(name, stacks, ports)),
        ...deleted.map((resource) => protectedBy(resource, ports)),
        ...deleted.map((resource) => filledWith(resource, ports)),
    ]);
    const assumed = found.flatMap((it) => it.assumed ?? []);
    const notes = found.flatMap((it) => it.notes);
    return {
        obstacles: found.flatMap(({ obstacles }) => obstacles),
        notes: assumed.length === 0 ? notes : [...notes, assumption(assumed)],
    };
}
function assumption(names) {
    return `Not asked, but taken from the deployed template: whether these refuse their deletion: ${names.join(", ")}.`;
}
/** Names of the exports that go: those of nested stacks that stay as a whole stay, too. */
function exportsOf(stacks, resources) {
    const retained = new Set(resources
        .filter(({ policy }) => policy === "Retain")
        .map((it) => [...it.stackPath, it.logicalId].join("/")));
    const isGoing = ({ stackPath }) => !stackPath.some((_, index) => retained.has(stackPath.slice(0, index + 1).join("/")));
    return stacks
        .filter(isGoing)
        .flatMap(({ stack }) => stack.outputs.flatMap(({ exportName }) => exportName ?? []));
}
async function importedBy(name, stacks, { deletions }) {
    const ask = () => deletions.importers(name);
    const importers = await unlessDenied(ask);
    if (importers === "denied")
        return noted(`Whether other stacks import ${name} was not asked: the role lacks cloudformation:ListImports.`);
    // A nested stack that imports from its neighbour goes with it.
    const own = new Set(stacks.map(({ stack }) => stack.name));
    const others = importers.filter((stack) => !own.has(stack));
    return others.length === 0
        ? NOTHING
        : { ...NOTHING, obstacles: [{ kind: "export", name, importers: others }] };
}
/** Databases that RDS itself tells of, and the permission that it takes. */
const DATABASES = {
    "AWS::RDS::DBCluster": ["cluster", "rds:DescribeDBClusters"],
    "AWS::RDS::DBInstance": ["instance", "rds:DescribeDBInstances"],
    "AWS::RDS::GlobalCluster": ["global-cluster", "rds:DescribeGlobalClusters"],
};
async function protectedBy(resource, { deletions }) {
    const { type, properties, physicalId } = resource;
    const protection = protectionOf(type, properties);
    // An instance of a cluster has no protection of its own: the cluster's counts.
    if (protection === undefined || (type === "AWS::RDS::DBInstance" && (0,standing/* isOfCluster */.G)(properties)))
        return NOTHING;
    const { property, state } = protection;
    const [kind, permission] = DATABASES[type] ?? [];
    const obstacle = (told) => ({
        ...NOTHING,
        obstacles: [{ kind: "deletion-protection", resource: named(resource), property, told }],
    });
    const told = state === "off" ? NOTHING : obstacle(state === "on" ? "template" : "nobody");
    const name = named(resource).key;
    if (kind === undefined || physicalId === undefined)
        return { ...told, assumed: `${name} (${type})` };
    const isProtected = await unlessDenied(() => deletions.isProtected(kind, physicalId));
    if (isProtected === "denied") {
        const note = `${name}: whether it refuses its deletion is taken from the deployed template: the role lacks ${permission}.`;
        return withNote(told, note);
    }
    return isProtected === true ? obstacle("service") : NOTHING;
}
async function filledWith(resource, { deletions }) {
    const { type, physicalId } = resource;
    if (physicalId === undefined || emptiesItself(resource))
        return NOTHING;
    const full = { ...NOTHING, obstacles: [{ kind: "content", resource: named(resource) }] };
    if (type === "AWS::S3::Bucket") {
        const has = await unlessDenied(() => deletions.hasObjects(physicalId));
        if (has === "denied")
            return noted(notLookedInto(physicalId, "s3:ListBucketVersions"));
        return has ? full : NOTHING;
    }
    if (type === "AWS::ECR::Repository") {
        const has = await unlessDenied(() => deletions.hasImages(physicalId));
        if (has === "denied")
            return noted(notLookedInto(physicalId, "ecr:ListImages"));
        return has ? full : NOTHING;
    }
    return NOTHING;
}
/** CDK's autoDeleteObjects and autoDeleteImages: a custom resource empties what is tagged so, when it is deleted itself. */
const EMPTYING_TAGS = new Set(["aws-cdk:auto-delete-objects", "aws-cdk:auto-delete-images"]);
function emptiesItself({ properties }) {
    const { EmptyOnDelete: emptied, Tags: tags } = properties;
    const all = Array.isArray(tags) ? tags : [];
    return (String(emptied) === "true" ||
        all.some((tag) => (0,evaluated/* isEvaluatedObject */.rd)(tag) && EMPTYING_TAGS.has(String(tag.Key)) && tag.Value === "true"));
}
function notLookedInto(name, permission) {
    return `Whether ${name} is empty was not asked: the role lacks ${permission}. With content in it the deletion fails half-way.`;
}
function noted(note) {
    return withNote(NOTHING, note);
}
function withNote(found, note) {
    return { ...found, notes: [...found.notes, note] };
}
async function unlessDenied(ask) {
    try {
        return await ask();
    }
    catch (error) {
        if (error instanceof serviceError/* ServiceError */._ && error.trouble === "denied")
            return "denied";
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/flows/destroy/survey.js








/** Finds out whether all of the stack can be deleted, nested stacks included, and what becomes of it. Changes nothing. */
async function survey(job, root, ports) {
    const standing = await standingTree(job, root, ports);
    const { obstacles, notes } = await obstaclesOf(standing.stacks, standing.resources, ports);
    return {
        ...{ root, resources: standing.resources, fate: fateOf(standing.resources), notes },
        obstacles: root.terminationProtection ? [{ kind: "termination-protection" }, ...obstacles] : obstacles,
    };
}
/** The same of a stack that is being deleted already: there is nothing left to ask. */
async function remains(job, root, ports) {
    const { resources } = await standingTree(job, root, ports);
    return { root, resources, fate: fateOf(resources), obstacles: [], notes: [] };
}
async function standingTree(job, root, ports) {
    const stacks = await tree(job, [], root, ports);
    return { stacks, resources: (0,standing/* standingResources */.y)(stacks) };
}
async function tree(job, stackPath, stack, ports) {
    const [text, listed, gone] = await Promise.all([
        // An empty shell has none, and what is answered for it is documented nowhere.
        stack.status === SHELL ? undefined : ports.deletions.processedTemplate(stack.arn),
        ports.stacks.resources(stack.arn),
        /^DELETE_/.test(stack.status) ? goneIn(stack, ports) : [],
    ]);
    const known = new Set(listed.map(({ logicalId }) => logicalId));
    const resources = [...listed, ...gone.filter(({ logicalId }) => !known.has(logicalId))];
    const template = text === undefined ? undefined : (0,parse/* parseTemplate */.QC)(text, `the template of ${stack.name}`).value;
    learnSecrets(job, template);
    const nested = resources.filter(({ type, physicalId, status }) => type === "AWS::CloudFormation::Stack" &&
        physicalId?.startsWith("arn:") === true &&
        status !== "DELETE_COMPLETE");
    const below = await Promise.all(nested.map(async ({ logicalId, physicalId = "" }) => {
        const child = await ports.stacks.describe(physicalId);
        return child === undefined ? [] : tree(job, [...stackPath, logicalId], child, ports);
    }));
    return [{ stackPath, stack, template, resources }, ...below.flat()];
}
/** What a deletion has taken already, by the stack's events: whether AWS lists it still is documented nowhere. */
async function goneIn(stack, { stacks }) {
    const events = await stacks.events(stack.arn, () => false);
    const since = deletionBegan(events) ?? Number.POSITIVE_INFINITY;
    const gone = events.filter((event) => event.at >= since && event.status === "DELETE_COMPLETE");
    return gone
        .filter((event) => !(0,eventKinds/* isStackItself */.Ke)(event))
        .map(({ logicalId, type, status, physicalId }) => ({
        ...{ logicalId, type, status },
        ...(physicalId === undefined ? {} : { physicalId }),
    }));
}
/** A stack that only a change set was made for. */
const SHELL = "REVIEW_IN_PROGRESS";
/** AWS may repeat what nobody is to see: what is known of it without rendering anything is learned first. */
function learnSecrets({ secrets, inputs }, template) {
    const declared = (0,canonical/* isObject */.Gv)(template?.Parameters) ? Object.entries(template.Parameters) : [];
    const hidden = declared.filter(([name, declaration]) => (0,declarations/* isNoEcho */.jm)(declaration) || secrets.isHidden(name));
    secrets.learn(hidden.flatMap(([name, declaration]) => {
        const given = inputs.parameters.values.get(name);
        const standard = (0,canonical/* isObject */.Gv)(declaration) ? declaration.Default : undefined;
        return [
            ...(given?.kind === "value" ? [given.value] : []),
            ...(typeof standard === "string" ? [standard] : []),
        ];
    }));
}

;// CONCATENATED MODULE: ./lib/flows/destroy/deletion.js









/**
 * Deletes a stack and watches that to its end; its termination protection goes right before, and comes back where the
 * deletion did not begin. A job that is cancelled by then starts nothing. Throws only where nothing has begun.
 */
async function deleteStack(job, doomed, ports) {
    const { stack } = doomed;
    if (job.cancel.aborted)
        return unseen/* notStarted */.DY;
    const token = `${tokenStart(job)}${job.run.attempt}-${ports.clock.now().toString(36)}`;
    if (stack.terminationProtection)
        await protect(stack, false, ports);
    ports.log.info(`Deleting stack ${stack.name}.`);
    try {
        const started = await (0,unseen/* answered */.oQ)(job, ports, async () => {
            await ports.stacks.delete(stack.arn, token);
            return "started";
        });
        if (started === "cancelled")
            return unseen/* neverAnswered */.eF;
    }
    catch (error) {
        // An answer that is lost for good says nothing about what has become of it.
        if (error instanceof serviceError/* ServiceError */._ && error.trouble === "unavailable")
            return (0,unseen/* outOfSight */.rM)(error);
        if (stack.terminationProtection)
            await protectAgain(job, stack, ports);
        throw error;
    }
    if (stack.status === SHELL)
        return shellGone(job, stack, ports);
    return deletion_watch(job, doomed, await begunToken(job, stack, token, ports), ports);
}
const LOOKS = 5;
/**
 * The token of the deletion that is under way: of two runs that ask at the same moment the second is answered as if it had
 * begun one, and no event ever carries its token.
 * @param own what this run's deletion is known by
 */
async function begunToken({ cancel }, stack, own, { stacks, pace, clock, log }) {
    try {
        for (let look = 1; look <= LOOKS && !cancel.aborted; look++) {
            const newest = await newestOfStack(stack.arn, stacks);
            const isIt = newest?.token === own || /^DELETE_(IN_PROGRESS|COMPLETE)$/.test(newest?.status ?? "");
            if (isIt && newest?.token !== undefined) {
                if (newest.token !== own)
                    log.info("Another run's deletion was quicker: following that.");
                return newest.token;
            }
            await clock.sleep(pace.pause(POLL_MS), cancel);
        }
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.l))
            throw error;
        log.debug(error.message);
    }
    return own;
}
/** The newest event of the stack itself. */
async function newestOfStack(stackArn, stacks) {
    let newest;
    await stacks.events(stackArn, (event) => {
        if (!(0,eventKinds/* isStackItself */.Ke)(event))
            return false;
        newest ??= event;
        return true;
    });
    return newest;
}
const POLL_MS = 1_000;
/** An empty shell has nothing to watch: whether its deletion has events is documented nowhere. */
async function shellGone({ cancel, deadline }, stack, { stacks, pace, clock }) {
    const since = clock.now();
    const polled = await (0,poll/* poll */.w)({ clock, delays: () => pace.pause(POLL_MS), signal: cancel, deadline }, async () => {
        const now = await stacks.describe(stack.arn);
        return now === undefined || now.status === "DELETE_COMPLETE" ? "gone" : undefined;
    });
    const tookMs = clock.now() - since;
    const [kind, status] = SHELL_ENDS[polled.kind];
    return { ...unseen/* notStarted */.DY, end: { kind, status, tookMs } };
}
const SHELL_ENDS = {
    done: ["succeeded", "DELETE_COMPLETE"],
    aborted: ["cancelled", "DELETE_IN_PROGRESS"],
    "timed-out": ["timed-out", "DELETE_IN_PROGRESS"],
};
/** The token of a deletion that an earlier attempt of this run started and that still runs, if there is one. */
async function runningDeletion(job, stack, { stacks }) {
    if (stack.status !== "DELETE_IN_PROGRESS")
        return undefined;
    const events = await stacks.events(stack.arn, () => false);
    const begun = events.find((event) => (0,eventKinds/* isStackItself */.Ke)(event) && event.status === "DELETE_IN_PROGRESS");
    return begun?.token?.startsWith(tokenStart(job)) === true ? begun.token : undefined;
}
/** Watches a deletion that an earlier attempt started; starts nothing. */
function followDeletion(job, doomed, token, ports) {
    ports.log.info("An earlier attempt of this destroy is still running (DELETE_IN_PROGRESS): following it.");
    return deletion_watch(job, doomed, token, ports);
}
/** One call is one deletion: after a failed one the next must not be taken for it. The run's id tells whose it is. */
function tokenStart({ run }) {
    return `destroy-${run.id}-`;
}
async function protect(stack, on, { stacks, log }) {
    await stacks.setTerminationProtection(stack.name, on);
    log.info(`Termination protection of stack ${stack.name} is ${on ? "on again" : "off now"}.`);
}
async function protectAgain(job, stack, ports) {
    try {
        await protect(stack, true, ports);
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.l))
            throw error;
        const on = (0,recovery/* liftCommand */.Dt)(stack.name, job.inputs.region).replace("--no-enable", "--enable");
        ports.log.warning(`The termination protection stays off: ${error.message} To turn it on again: ${on}`);
    }
}
async function deletion_watch(job, { stack, total }, token, ports) {
    const { deadline, cancel } = job;
    const since = stack.updatedAt ?? stack.createdAt;
    const request = { stackArn: stack.arn, stackName: stack.name, token, since, deadline, total, cancel };
    try {
        return await ports.log.group(`Deleting ${stack.name}`, () => (0,watch/* watchOperation */.l)(request, ports));
    }
    catch (error) {
        // A mistake of ours: the deletion goes on all the same.
        (0,unexpected/* logStack */.f)(error, ports.log);
        return (0,unseen/* outOfSight */.rM)(error);
    }
}

// EXTERNAL MODULE: ./lib/changes/items/model.js
var items_model = __webpack_require__(7343);
// EXTERNAL MODULE: ./lib/changes/items/requestItems.js
var requestItems = __webpack_require__(2983);
// EXTERNAL MODULE: ./lib/changes/model.js
var changes_model = __webpack_require__(764);
;// CONCATENATED MODULE: ./lib/changes/destroy/lift.js




const NESTED = "AWS::CloudFormation::Stack";
/**
 * Judges an update by its items, which cover all that it does: nothing may be among them but protections that are turned
 * off, the parameters that say so, and nested stacks that hand it on.
 * @param areNestedListed whether the change set says what nested stacks change
 */
function liftOf(items, resources, areNestedListed) {
    const changes = new Map(resources.map((change) => [(0,items_model/* keyText */.Pu)(change.stackPath, change.logicalId), change]));
    const lifted = new Set();
    const others = [];
    for (const [name, item] of items) {
        const change = changes.get(name.split(" ")[1] ?? "");
        if (change !== undefined && isLifting(name, item, change))
            lifted.add((0,changes_model/* resourceKey */.i)(change));
        else if (!isHarmless(name, item, change, areNestedListed))
            others.push(name);
    }
    return { lifted, others };
}
/** `property Cluster /Properties/DeletionProtection`, from on to off. */
function isLifting(name, { after }, { type }) {
    const [start, , pointer = ""] = name.split(" ");
    return start === "property" && isProtectionPath(type, pointer) && stateOf(type, value(after)) === "off";
}
function isHarmless(name, item, change, areNestedListed) {
    const [start, , pointer = ""] = name.split(" ");
    switch (start) {
        case "resource":
            return change !== undefined && staysInPlace(change) && (change.type !== NESTED || areNestedListed);
        case "property":
            // What is handed to a nested stack shows in what changes there.
            return change?.type === NESTED && areNestedListed && /^\/Properties\/Parameters\//.test(pointer);
        case "definition":
            // How the template says it; what comes of it is the property's own item.
            return change !== undefined && isProtectionPath(change.type, pointer);
        case "parameter":
            return isGivenSecret(item) || isTurnedOff(item);
        // How an update fails, and what else may be listed: what comes of it has items of its own.
        case "option":
            return HARMLESS_OPTIONS.has(name);
        // More may be asked for than before: it does nothing by itself.
        case "capability":
            return true;
        default:
            return name === requestItems/* PROTECTION */.Eq;
    }
}
const HARMLESS_OPTIONS = new Set([
    "option on-failure",
    "option include-nested-stacks",
    "option import-existing-resources",
]);
function staysInPlace({ action, replacement, scope }) {
    const isInPlace = action === "Modify" && (replacement === undefined || replacement === "False");
    return isInPlace && scope.every((attribute) => attribute === "Properties");
}
/** What a NoEcho value changes shows in the resources that use it. */
function isGivenSecret({ before, after }) {
    return before === null && after === null;
}
function isTurnedOff({ before, after }) {
    return after !== null && stateOf("", value(before)) === "on" && stateOf("", value(after)) === "off";
}
/** An item's canonical text as the value that it is. */
function value(text) {
    return text === null ? undefined : JSON.parse(text);
}

// EXTERNAL MODULE: ./lib/stack/disposition.js
var disposition = __webpack_require__(3891);
// EXTERNAL MODULE: ./lib/flows/change/leftovers.js
var leftovers = __webpack_require__(8786);
// EXTERNAL MODULE: ./lib/flows/change/propose.js + 2 modules
var propose = __webpack_require__(8655);
// EXTERNAL MODULE: ./lib/flows/job.js
var flows_job = __webpack_require__(7934);
// EXTERNAL MODULE: ./lib/flows/watch/execution.js
var execution = __webpack_require__(1863);
;// CONCATENATED MODULE: ./lib/flows/destroy/lifting.js







/**
 * Turns deletion protections off by an update that does nothing else: the template of the checkout with the run's
 * parameters. What the update does is judged from its change set before it is executed.
 */
async function lift(job, { root, obstacles }, ports) {
    const wanted = protectedOnes(obstacles);
    if ((0,disposition/* disposition */.y)(root.status).kind !== "update")
        return stopped(`the stack takes no update in ${root.status}`);
    const proposed = await proposeLift(job, root, ports);
    if (proposed.kind === "stopped")
        return proposed;
    const { stackJob, made } = proposed;
    if (made.kind === "failed") {
        await (0,leftovers/* discardChangeSet */.X)(made.failure.arn, made.failure.stackArn, ports);
        return stopped(`CloudFormation refused the update that was to lift them: ${made.failure.reason}`);
    }
    const { proposal } = made;
    const objection = objectionTo(proposal, wanted, job);
    if (objection !== undefined) {
        await (0,leftovers/* discardChangeSet */.X)(proposal.changeSetArn, proposal.stackArn, ports);
        return stopped(objection);
    }
    ports.log.info(`Turning the deletion protection off, and changing nothing else: ${keysOf(wanted)}.`);
    const request = {
        ...{ changeSetArn: proposal.changeSetArn, stackArn: proposal.stackArn, since: proposal.createdAt },
        ...{ total: proposal.changes.resources.length, title: `Lifting the protections of ${root.name}` },
    };
    return { kind: "watched", watched: await (0,execution/* execute */.g7)(stackJob, request, ports) };
}
/** The resources that refuse their deletion. */
function protectedOnes(obstacles) {
    return obstacles.flatMap((obstacle) => obstacle.kind === "deletion-protection" ? [obstacle.resource] : []);
}
/** The change set. What is wrong with the inputs that it is made of is a reason to stop, and no failure of its own. */
async function proposeLift(job, stack, ports) {
    const { render, startedBy: _by, ...rest } = job;
    try {
        const stackJob = { ...rest, rendered: await render(), commits: [job.commit] };
        const origin = {
            name: (0,flows_job/* changeSetName */.G)("destroy", job.commit, job.run),
            description: `lifts protections before a destroy by ${job.run.repository}, ${job.run.url}`,
            stackName: job.inputs.stackName,
        };
        const made = await (0,propose/* propose */.BM)(stackJob, { stack, origin, acknowledged: [] }, ports);
        return { kind: "proposed", stackJob, made };
    }
    catch (error) {
        const isWrong = error instanceof errors/* ActionError */.l && /^invalid-(input|template)$/.test(error.reasonCode);
        if (!isWrong)
            throw error;
        return stopped(`the update that is to lift them cannot be made: ${error.message}`);
    }
}
/** Why the update is not what it is to be; `undefined` where it is. */
function objectionTo({ shownItems, changes, executable }, wanted, { inputs }) {
    const { lifted, others } = liftOf(shownItems, changes.resources, inputs.includeNestedStacks);
    const left = wanted.filter(({ key }) => !lifted.has(key));
    if (!executable || left.length > 0)
        return `the template with this run's parameters leaves the protection of ${keysOf(left)} on`;
    if (others.length === 0)
        return undefined;
    const named = others.slice(0, 5).join(", ");
    const more = others.length > 5 ? ` and ${others.length - 5} more` : "";
    return `the update that was to lift the protections would change more than that: ${named}${more}. Deploy that first, or destroy from what is deployed`;
}
function keysOf(resources) {
    return resources.map(({ key }) => key).join(", ");
}
function stopped(explanation) {
    return { kind: "stopped", explanation };
}

;// CONCATENATED MODULE: ./lib/flows/destroy/permission.js

/** Who destroys says twice which stack it is. */
function confirmProblems({ inputs }) {
    const { confirm, stackName } = inputs;
    if (stackName === "" || confirm === stackName)
        return [];
    const found = confirm === undefined ? "is not set" : `is "${confirm}"`;
    const message = `Input confirm ${found}: mode: destroy needs the stack's name in it, ${stackName}.`;
    return [{ level: "error", message }];
}
/**
 * Whether the person who started this attempt may push: `workflow_dispatch` itself needs that, but whoever may run a job
 * again need not be the one who started it, and rights end.
 */
async function refusal({ startedBy }, { people }) {
    if (people === undefined) {
        return {
            reason: "not-approved",
            explanation: "without github-token nobody can tell whether the person who started this run may push",
            hint: "Leave github-token at its default.",
        };
    }
    if (startedBy === undefined) {
        return {
            reason: "not-approved",
            explanation: "this is a run that was started again, and GitHub does not say by whom",
            hint: "Start the workflow anew instead.",
        };
    }
    if (await mayPush(startedBy, people))
        return undefined;
    return {
        reason: "not-approved",
        explanation: `${startedBy} started this run and has no write access to the repository`,
        hint: "Somebody with write access has to start it.",
    };
}
async function mayPush(login, people) {
    try {
        return await people.mayPush(login);
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.l) || error.reasonCode !== "access-denied")
            throw error;
        throw new errors/* ActionError */.l(`Whether ${login} may push could not be asked: ${error.message}`, {
            reasonCode: "access-denied",
            ...(error.hint === undefined ? {} : { hint: error.hint }),
            cause: error,
        });
    }
}

;// CONCATENATED MODULE: ./lib/flows/destroy/destroy.js












/**
 * Deletes a stack, or nothing at all: it finds out first whether everything in it can be deleted, for a deletion that
 * fails half-way leaves an outage that takes no update any more. Whoever starts it must be able to push.
 */
async function destroy_destroy(job, problems, ports) {
    const all = [...problems, ...confirmProblems(job)];
    if (all.length > 0)
        throw (0,render_problems/* inputError */.Xu)(all, []);
    const refused = await refusal(job, ports);
    if (refused !== undefined)
        return notAllowedEnding(job, refused);
    const followed = await earlierDeletion(job, ports);
    if (followed !== undefined)
        return followed;
    return (0,unlessBusy/* unlessBusy */.y)(job, ports, async () => {
        const stack = await (0,idle/* idleStack */.L)(job, ports, { mayBeStuck: true });
        return stack === undefined ? absentEnding(job) : destroyed(job, stack, ports);
    });
}
/** A deletion that an earlier attempt of this run began. */
async function earlierDeletion(job, ports) {
    const stack = await ports.stacks.describe(job.inputs.stackName);
    const token = stack && (await runningDeletion(job, stack, ports));
    if (stack === undefined || token === undefined)
        return undefined;
    const left = await remains(job, stack, ports);
    const watched = await followDeletion(job, { stack, total: 0 }, token, ports);
    return told(job, left, watched, ports);
}
async function destroyed(job, stack, ports) {
    const first = await surveyed(job, stack, ports);
    const verdict = await cleared(job, first, ports);
    if (verdict.kind === "ended")
        return verdict.result;
    const found = verdict.survey;
    for (const line of (0,destroy/* fateLines */.eX)(found.fate))
        ports.log.info(job.secrets.hide(line));
    await lastLook(job, found, ports);
    const doomed = { stack: found.root, total: found.fate.deleted };
    return told(job, found, await deleteStack(job, doomed, ports), ports);
}
/** @param said notes that the log has already */
async function surveyed(job, stack, ports, said = []) {
    ports.log.info(`Looking whether everything in stack ${stack.name} (${stack.status}) can be deleted.`);
    const found = await (0,unlessCancelled/* unlessCancelled */.M)(job.cancel, () => survey(job, stack, ports));
    if (found === "cancelled") {
        throw new errors/* ActionError */.l("The job was cancelled while the stack was looked at: nothing was deleted.", {
            reasonCode: "cancelled",
        });
    }
    for (const note of found.notes)
        if (!said.includes(note))
            ports.log.notice(note);
    return found;
}
/** Nothing stands in the way, or what does was told to go. Only when all of that can go, it is made to. */
async function cleared(job, found, ports) {
    const isTold = job.inputs.terminationProtection === false;
    const left = found.obstacles.filter(({ kind }) => kind !== "termination-protection" || !isTold);
    if (left.length === 0)
        return { kind: "clear", survey: found };
    const isLiftable = isTold && left.every(({ kind }) => kind === "deletion-protection");
    if (!isLiftable)
        return stop(job, { ...found, obstacles: left }, NOT_ALL, ports);
    const lifting = await lift(job, found, ports);
    if (lifting.kind === "stopped") {
        return stop(job, { ...found, obstacles: left }, `${NOT_ALL} And ${lifting.explanation}.`, ports);
    }
    const { watched } = lifting;
    if (watched.end.kind !== "succeeded")
        return { kind: "ended", result: liftFailedEnding(job, found, watched) };
    return afterLift(job, found, watched, ports);
}
const NOT_ALL = "Not everything in the stack can be deleted, so that nothing was.";
/** The protections are off: that, and what else may have come in the way meanwhile, is looked at anew. */
async function afterLift(job, before, { stack }, ports) {
    const lifted = protectedOnes(before.obstacles)
        .map(({ key }) => key)
        .join(", ");
    const off = `The deletion protection of ${lifted} is off now.`;
    try {
        const found = await surveyed(job, stack ?? before.root, ports, before.notes);
        const left = found.obstacles.filter(({ kind }) => kind !== "termination-protection");
        if (left.length === 0)
            return { kind: "clear", survey: found };
        return await stop(job, { ...found, obstacles: left }, `${NOT_ALL} ${off}`, ports);
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.l))
            throw error;
        const { message, reasonCode, hint } = error;
        const more = hint === undefined ? {} : { hint };
        throw new errors/* ActionError */.l(`${message} ${off}`, { reasonCode, ...more, cause: error });
    }
}
async function stop(job, found, explanation, { log }) {
    const { result, lines } = protectedEnding(job, found, found.obstacles, explanation);
    for (const line of lines)
        log.info(line);
    return { kind: "ended", result };
}
/** What takes time is over: the stack must still be the one that was looked at, and the run have time to watch. */
async function lastLook(job, { root }, { stacks, clock }) {
    const now = await stacks.describe(root.arn);
    if (clock.now() >= job.deadline) {
        throw new errors/* ActionError */.l(`${job.inputs.timeoutMinutes} minutes were over before anything was deleted.`, {
            reasonCode: "timeout",
            hint: "Run this job again, or raise timeout-minutes.",
        });
    }
    const isSame = now?.status === root.status &&
        now.updatedAt === root.updatedAt &&
        now.terminationProtection === root.terminationProtection;
    if (isSame)
        return;
    throw new errors/* ActionError */.l(`Stack ${root.name} was changed while it was looked at: nothing was deleted.`, {
        // Busy or not any more: it is looked at anew.
        reasonCode: "stack-busy",
        hint: "Run this job again: it looks at the stack anew.",
    });
}


/***/ })

};
