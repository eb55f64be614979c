export const id = 540;
export const ids = [540];
export const modules = {

/***/ 9540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  discover: () => (/* binding */ discover),
  v: () => (/* binding */ discovered)
});

// EXTERNAL MODULE: ./lib/deployments/deployment.js
var deployments_deployment = __webpack_require__(6725);
// EXTERNAL MODULE: ./lib/deployments/globs.js
var globs = __webpack_require__(1880);
// EXTERNAL MODULE: ./lib/deployments/matrix.js
var matrix = __webpack_require__(2527);
// EXTERNAL MODULE: ./lib/deployments/needs.js
var needs = __webpack_require__(3177);
// EXTERNAL MODULE: ./lib/deployments/waves.js
var deployments_waves = __webpack_require__(7282);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/report/sections/settings.js
var settings = __webpack_require__(9362);
// EXTERNAL MODULE: ./lib/report/summary.js
var summary = __webpack_require__(3394);
// EXTERNAL MODULE: ./lib/report/text/budget.js
var budget = __webpack_require__(1031);
// EXTERNAL MODULE: ./lib/report/text/characters.js
var characters = __webpack_require__(8906);
// EXTERNAL MODULE: ./lib/report/text/markdown.js
var markdown = __webpack_require__(5235);
// EXTERNAL MODULE: ./lib/report/text/words.js
var words = __webpack_require__(2181);
;// CONCATENATED MODULE: ./lib/report/discovered.js






/** The job summary: the affected stacks by wave, why each is, and what is left alone. */
function renderDiscovered({ stacks, gone }) {
    const affected = inOrder(stacks);
    const rest = stacks.filter(({ wave }) => wave === undefined);
    const omitted = (count) => `*${(0,words/* plural */.LS)(count, "stack")} left out here: the log has them.*`;
    const table = (0,settings/* tableSection */.Yc)({
        summary: `<b>Affected</b> (${affected.length})`,
        head: ["Wave", "Stack", "Deployment file", "Why"],
        rows: affected.map(({ wave, name, file, why, trouble }) => ({
            priority: 1,
            forms: [(0,markdown/* tableRow */.jD)([String(wave), (0,markdown/* cellCode */.GA)(name), (0,markdown/* cellCode */.GA)(file), (0,markdown/* cell */.Hn)(reason(why, trouble))])],
        })),
        omitted,
        open: true,
    });
    const others = (0,settings/* tableSection */.Yc)({
        summary: `<b>Not affected</b> (${rest.length})`,
        head: ["Stack", "Deployment file"],
        rows: rest.map(({ name, file }) => ({
            priority: 3,
            forms: [(0,markdown/* tableRow */.jD)([(0,markdown/* cellCode */.GA)(name), (0,markdown/* cellCode */.GA)(file)])],
        })),
        omitted: (count) => `*${(0,words/* plural */.LS)(count, "stack")} more.*`,
    });
    const sections = [
        (0,budget/* block */.om)(0, `### ${headlineOf(affected.length, stacks.length)}`),
        ...goneSection(gone),
        ...(affected.length === 0 ? [] : table),
        ...(rest.length === 0 ? [] : others),
    ];
    return (0,budget/* withinBudget */.xV)(sections, summary/* SUMMARY_LIMIT */.J, budget/* bytes */.ee);
}
/** The same as plain lines for the log. */
function discoveredLines({ stacks, gone }) {
    return [
        ...inOrder(stacks).map(({ wave, name, file, why, trouble }) => `  wave ${wave}  ${(0,characters/* oneLine */.TN)(name)}  ${(0,characters/* oneLine */.TN)(file)}: ${(0,characters/* oneLine */.TN)(reason(why, trouble))}`),
        ...gone.map((each) => `  ${(0,characters/* oneLine */.TN)(goneText(each))}`),
    ];
}
function inOrder(stacks) {
    return stacks
        .filter(({ wave }) => wave !== undefined)
        .toSorted((one, other) => (one.wave ?? 0) - (other.wave ?? 0));
}
function headlineOf(affected, all) {
    return affected === 0
        ? `No stack is affected, of ${(0,words/* plural */.LS)(all, "deployment file")}`
        : `${(0,words/* plural */.LS)(affected, "stack")} affected, of ${(0,words/* plural */.LS)(all, "deployment file")}`;
}
function reason(why, trouble) {
    return trouble === undefined ? `${why}` : `${why} (it cannot be rendered: ${trouble})`;
}
function goneSection(gone) {
    if (gone.length === 0)
        return [];
    const items = gone.map((each) => (0,budget/* item */.AS)(1, `- ${(0,markdown/* text */.Qq)(goneText(each))}`));
    return [{ open: "", items, separator: "\n", close: "", omitted: (count) => `*${(0,words/* plural */.LS)(count, "more")}.*` }];
}
function goneText({ file, isThere, name }) {
    const what = isThere ? `${file} is another stack's now` : `${file} goes`;
    const stack = name === undefined ? "its stack" : `stack ${name}`;
    return `${what}: ${stack} stays as it is, and nothing deploys it any more. To delete it, run mode: destroy.`;
}

// EXTERNAL MODULE: ./lib/flows/render/problems.js
var render_problems = __webpack_require__(2024);
// EXTERNAL MODULE: ./lib/flows/preview/previewBase.js
var previewBase = __webpack_require__(3735);
// EXTERNAL MODULE: ./lib/flows/review/untouched.js
var untouched = __webpack_require__(2857);
// EXTERNAL MODULE: ./lib/changes/review/record.js
var record = __webpack_require__(8809);
// EXTERNAL MODULE: ./lib/flows/job.js
var job = __webpack_require__(7934);
;// CONCATENATED MODULE: ./lib/flows/discover/formerPreviews.js



/** So many earlier commits of a pull request are asked about, the newest ones. */
const LOOK_BACK = 20;
/**
 * Stacks of a pull request that it changes no more, and of which an earlier commit's preview shows changes: a preview now
 * puts the comment right and deletes the change set.
 * @param rest those that are not affected
 * @param commits of the pull request, oldest first, with its head
 */
async function formerlyPreviewed(rest, commits, { snapshots, log }) {
    if (rest.length === 0 || snapshots === undefined)
        return new Map();
    const earlier = commits.slice(0, -1).slice(-LOOK_BACK).reverse();
    try {
        const runs = (await Promise.all(earlier.map((sha) => snapshots.checkRuns(sha)))).flat();
        return new Map(rest.map((each) => [each, lastOf(runs, each)]));
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.l))
            throw error;
        log.debug(`Earlier previews of this pull request could not be looked for: ${error.message}`);
        return new Map();
    }
}
/** @param runs newest first */
function lastOf(runs, { deployment }) {
    const last = runs.find(({ name }) => name === (0,job/* checkName */.I3)(deployment));
    if (last === undefined)
        return undefined;
    const read = (0,record/* decodeRecord */.eT)(last.text, last.externalId);
    const isEmpty = read.kind === "record" && read.record.items?.size === 0;
    return isEmpty ? undefined : `no more: the preview of ${last.headSha.slice(0, 8)} shows changes of it`;
}

// EXTERNAL MODULE: ./lib/deployments/settlements.js
var settlements = __webpack_require__(44);
// EXTERNAL MODULE: ./lib/flows/review/review.js + 1 modules
var review = __webpack_require__(9280);
// EXTERNAL MODULE: ./lib/changes/review/mark.js
var mark = __webpack_require__(7109);
;// CONCATENATED MODULE: ./lib/flows/discover/lastDeploys.js




/** So many commits are asked about at once: a stack that was never deployed is looked for in all of them. */
const AT_ONCE = 10;
/**
 * Finds each stack's last deploy by the check runs that our app left on the commits.
 * @param commits newest first, along first parents
 */
async function lastDeploys(deployments, commits, appId, { snapshots }) {
    const found = new Map();
    // Mostly one of the newest two tells it, the pushed one and the one before: they are asked about by themselves.
    for (let from = 0, size = 1; found.size < deployments.length && from < commits.length;) {
        const some = commits.slice(from, from + size);
        const left = await Promise.all(some.map((sha) => leftOn(sha, appId, snapshots)));
        for (const on of left)
            for (const deployment of deployments) {
                const last = found.has(deployment) ? undefined : lastOn(deployment, on);
                if (last !== undefined)
                    found.set(deployment, last);
            }
        from += size;
        size = from < 2 ? 1 : AT_ONCE;
    }
    return new Map(deployments.map((each) => [each, found.get(each) ?? { kind: "never" }]));
}
async function leftOn(commit, appId, snapshots) {
    const runs = (await snapshots.checkRuns(commit)).filter((run) => run.appId === appId);
    const deploys = new Map();
    for (const { name, externalId } of runs)
        deploys.set(name, deploys.get(name) === true || (0,mark/* decodeMark */.Q)(externalId)?.state === "settled");
    // One that is not completed was killed, or has not looked once more yet: a deploy that it did not see may be under way.
    const discoveries = runs.filter(({ name, status }) => name === settlements/* DISCOVER_CHECK */.Lp && status === "completed");
    return {
        commit,
        deploys,
        settlements: discoveries.map(({ text }) => (0,settlements/* decodeSettlements */.fd)(text)),
        isUnknown: (name) => discoveries.some(({ text }) => (0,settlements/* isUnknownTo */.a0)(text, name)),
    };
}
function lastOn(deployment, { commit, deploys, settlements, isUnknown }) {
    const isSettled = deploys.get((0,job/* deployCheckName */.BY)(deployment));
    if (isSettled !== undefined)
        return { kind: isSettled ? "settled" : "unsettled", commit };
    const name = (0,deployments_deployment/* deploymentName */.p)(deployment);
    const settlement = settlements.map((each) => each.get(name)).find((each) => each !== undefined);
    if (settlement !== undefined)
        return { kind: "unchanged", ...settlement };
    return isUnknown(name) ? { kind: "never" } : undefined;
}

// EXTERNAL MODULE: ./lib/template/canonical.js
var canonical = __webpack_require__(3100);
;// CONCATENATED MODULE: ./lib/flows/discover/sources.js


/**
 * The first path of those that a stack is rendered from that is not in a commit as it is here; `undefined` where all are.
 * A file behind a symbolic link is never taken for the same, as git knows the link and not what it leads to.
 */
async function differsFrom({ sources, unread }, snapshot) {
    for (const { path, blob, isLinked } of sources) {
        if (isLinked || (await snapshot.id((0,untouched/* gitPath */.C8)(path))) !== blob)
            return path;
    }
    for (const path of unread)
        if ((await snapshot.id((0,untouched/* gitPath */.C8)(path))) !== undefined)
            return path;
    return undefined;
}
/** One hash for all that a stack is rendered from. @param workflows git's id of the folder `WORKFLOWS` */
function sourcesHash({ sources, unread }, workflows) {
    const files = sources.map(({ path, blob }) => [(0,untouched/* gitPath */.C8)(path), blob]).sort(byText);
    return (0,canonical/* sha256 */.sc)((0,canonical/* canonicalJson */.dj)({ files, unread: unread.map(untouched/* gitPath */.C8).sort(), workflows: workflows ?? null }));
}
function byText(left, right) {
    return left.join("\0") < right.join("\0") ? -1 : 1;
}

;// CONCATENATED MODULE: ./lib/flows/discover/sinceLastDeploys.js








/**
 * Which stacks are not what their last deploy made them, by the check runs that deploys and earlier discoveries have left:
 * so a merge whose run was replaced in the queue, or whose deploy failed, is found by the next push. What is not affected is
 * claimed in a check run on the commit, and then looked at once more. A deploy opens its own check run before it looks for
 * claims: so a deploy of an older commit sees the claim and stops, or is seen here and the claim is taken back. Only when
 * that is done the check run is completed, and counts for later discoveries.
 */
async function sinceLastDeploys(all, { commit }, job, ports) {
    const { pulls, checks, snapshots, log } = ports;
    const check = checks && (await openDiscoverCheck(job, commit, checks, ports));
    if (check === undefined || checks === undefined || pulls === undefined || snapshots === undefined) {
        log.warning("What was deployed last cannot be told without GitHub. Every stack is taken.");
        return new Map(all.map((each) => [each, "what was deployed last cannot be told"]));
    }
    const [ancestors, now] = await Promise.all([pulls.ancestors(commit, review/* LOOK_BACK */.OE), snapshots.at(commit)]);
    const commits = [commit, ...ancestors];
    const question = { commits, check, workflows: await now?.id(untouched/* WORKFLOWS */.v1), snapshots };
    const answers = await look(all, question);
    const claimed = all.filter((each) => answers.get(each)?.settlement !== undefined);
    if (claimed.length > 0)
        await leave(answers, "in_progress", check, checks);
    const again = await look(claimed, question);
    const settled = new Map([...answers, ...again]);
    await leave(settled, "completed", check, checks);
    return new Map([...settled].map(([each, { why }]) => [each, why]));
}
async function openDiscoverCheck(job, commit, checks, { log }) {
    try {
        return await checks.create(commit, settlements/* DISCOVER_CHECK */.Lp, {
            externalId: "",
            status: "in_progress",
            title: "Looking for what is to be deployed",
            summary: `[The run](${job.run.url})`,
            annotations: [],
        });
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.l))
            throw error;
        log.warning(`No check run could be made: ${error.message} ${error.hint ?? ""}`);
        return undefined;
    }
}
async function look(all, { commits, check, workflows, snapshots }) {
    const deployments = all.map(({ deployment }) => deployment);
    const last = await lastDeploys(deployments, commits, check.appId, { snapshots });
    const trees = new Map();
    const treeOf = (sha) => {
        const known = trees.get(sha) ?? snapshots.at(sha);
        trees.set(sha, known);
        return known;
    };
    const answers = await Promise.all(all.map(async (each) => {
        const hash = sourcesHash(each, workflows);
        const answer = await answerFor(each, last.get(each.deployment) ?? { kind: "never" }, {
            hash,
            workflows,
            treeOf,
        });
        return [each, answer];
    }));
    return new Map(answers);
}
async function answerFor(each, last, present) {
    const { hash, workflows, treeOf } = present;
    switch (last.kind) {
        case "never":
            return { why: "no deploy of it is known", isNew: true };
        case "unsettled":
            return { why: `its deploy of ${last.commit.slice(0, 8)} has not settled it` };
        case "unchanged":
            return last.sources === hash
                ? { why: undefined, settlement: { commit: last.commit, sources: hash } }
                : { why: `it changed after ${last.commit.slice(0, 8)}` };
        case "settled": {
            const tree = await treeOf(last.commit);
            if (tree === undefined)
                return { why: `${last.commit.slice(0, 8)}, deployed last, cannot be read` };
            const differs = (await tree.id(untouched/* WORKFLOWS */.v1)) === workflows ? await differsFrom(each, tree) : `${untouched/* WORKFLOWS */.v1}/`;
            const [lacking] = each.trouble === undefined ? [] : each.unread;
            // That deploy had it, and git has it neither there nor here: an earlier step of its job made it.
            if (differs === undefined && lacking !== undefined)
                return {
                    why: `${lacking} is not in the repository, and ${last.commit.slice(0, 8)} was deployed with it`,
                };
            return differs === undefined
                ? { why: undefined, settlement: { commit: last.commit, sources: hash } }
                : { why: `${differs} changed after ${last.commit.slice(0, 8)}, deployed last` };
        }
    }
}
async function leave(answers, status, check, checks) {
    const claims = [...answers].flatMap(([{ deployment }, { settlement }]) => settlement === undefined ? [] : [[(0,deployments_deployment/* deploymentName */.p)(deployment), settlement]]);
    const open = [...answers].flatMap(([{ deployment }, { settlement, isNew }]) => settlement !== undefined || isNew ? [] : [(0,deployments_deployment/* deploymentName */.p)(deployment)]);
    const affected = answers.size - claims.length;
    await checks.update(check.id, {
        externalId: "",
        status,
        ...(status === "completed" ? { conclusion: "success" } : {}),
        title: `${affected} of ${(0,words/* plural */.LS)(answers.size, "stack")} to be deployed`,
        summary: `As its last deploy made it: ${(0,words/* plural */.LS)(claims.length, "stack")}. The next push begins from here.`,
        text: (0,settlements/* encodeSettlements */.Hv)(new Map(claims), open),
        annotations: [],
    });
}

;// CONCATENATED MODULE: ./lib/flows/discover/affected.js





/** Which of the stacks the event affects. What cannot be told is affected, and the log says why. */
async function affectedOf(all, job, ports) {
    const { since } = job;
    switch (since.kind) {
        case "everything":
            return { why: everyOne(all, since.why) };
        case "pull-request": {
            const base = await (0,previewBase/* previewBase */.Q)(job, since.audience, ports);
            const found = await sinceBase(all, base, (await ports.headCommit()) ?? job.run.sha, ports);
            return { ...found, why: await withFormer(found.why, base, since.audience.headSha, ports) };
        }
        case "commit":
            return sinceBase(all, { kind: "known", commit: since.base }, since.commit, ports);
        case "deploys":
            return { why: await sinceLastDeploys(all, since, job, ports) };
    }
}
/** What a pull request changes, and what it changed in an earlier commit that was previewed. */
async function withFormer(why, base, head, ports) {
    const rest = [...why].flatMap(([each, reason]) => (reason === undefined ? [each] : []));
    if (base.kind === "unknown" || rest.length === 0)
        return why;
    const commits = (await ports.pulls?.commitsBetween(base.commit, head)) ?? [];
    return new Map([...why, ...(await formerlyPreviewed(rest, commits, ports))]);
}
/** All of them, for one reason. */
function everyOne(all, why) {
    return new Map(all.map((each) => [each, why]));
}
async function sinceBase(all, base, head, { snapshots, log }) {
    const before = base.kind === "known" ? await snapshots?.at(base.commit) : undefined;
    if (before === undefined) {
        const why = base.kind === "unknown" ? base.why : `the commit ${base.commit.slice(0, 8)} cannot be read`;
        log.warning(`What this changes cannot be told: ${why}. Every stack is taken.`);
        return { why: everyOne(all, "what changed cannot be told") };
    }
    if (await workflowsDiffer(before, head, { snapshots })) {
        return { why: everyOne(all, `${untouched/* WORKFLOWS */.v1}/ changes, and may change what a step is given`), base: before };
    }
    const why = await Promise.all(all.map(async (each) => [each, changes(await differsFrom(each, before))]));
    return { why: new Map(why), base: before };
}
/** `network.yaml changes`. */
function changes(path) {
    return path === undefined ? undefined : `${path} changes`;
}
async function workflowsDiffer(before, head, { snapshots }) {
    const now = await snapshots?.at(head);
    return now === undefined || (await now.id(untouched/* WORKFLOWS */.v1)) !== (await before.id(untouched/* WORKFLOWS */.v1));
}

// EXTERNAL MODULE: ./lib/template/functions.js
var functions = __webpack_require__(3307);
// EXTERNAL MODULE: ./lib/template/evaluate/entries.js
var entries = __webpack_require__(4896);
// EXTERNAL MODULE: ./lib/template/evaluate/evaluated.js
var evaluated = __webpack_require__(3197);
// EXTERNAL MODULE: ./lib/template/evaluate/evaluatedTree.js + 1 modules
var evaluatedTree = __webpack_require__(2466);
// EXTERNAL MODULE: ./lib/template/evaluate/value.js
var evaluate_value = __webpack_require__(7989);
;// CONCATENATED MODULE: ./lib/template/evaluate/exchange.js






/**
 * Exports and imports by their evaluated names. What a condition keeps out of the stack does not count; where it cannot be
 * decided, it does.
 */
function exchangeOf(tree, scope) {
    const found = { exports: new Set(), imports: new Set(), reads: new Map(), importsUnknown: false };
    visitTree(tree, scope, found, new Set());
    return {
        exports: [...found.exports].sort(),
        imports: [...found.imports].sort(),
        reads: [...found.reads].sort().map(([, read]) => read),
        importsUnknown: found.importsUnknown,
    };
}
/** @param done what was looked at, by template and scope: many nested stacks may be of one template */
function visitTree(tree, scope, found, done) {
    const { template, children } = tree;
    const key = `${template.file} ${JSON.stringify(scope)}`;
    if (done.has(key))
        return;
    done.add(key);
    const resources = (0,entries/* existing */.g)(template.value, template.value.Resources, scope);
    const outputs = (0,entries/* existing */.g)(template.value, template.value.Outputs, scope);
    for (const { context, entry } of [...resources, ...outputs])
        visitImports(context, entry, found);
    for (const { context, entry } of outputs) {
        const name = (0,canonical/* isObject */.Gv)(entry.Export) ? (0,evaluated/* textOf */.b6)((0,evaluate_value/* evaluateValue */.zG)(context, entry.Export.Name ?? null)) : evaluated/* UNKNOWN */.HV;
        if (name !== evaluated/* UNKNOWN */.HV)
            found.exports.add(name);
    }
    const byId = new Map(resources.map((resource) => [resource.id, resource]));
    for (const { logicalId, tree: child } of children) {
        const nested = byId.get(logicalId);
        if (nested === undefined)
            continue;
        const properties = (0,evaluate_value/* evaluateValue */.zG)(nested.context, nested.entry.Properties ?? {});
        const given = (0,evaluated/* isEvaluatedObject */.rd)(properties) ? properties.Parameters : undefined;
        visitTree(child, (0,evaluatedTree/* childScope */.X)(child.template, given, scope), found, done);
    }
}
function visitImports(context, value, found) {
    if (Array.isArray(value)) {
        for (const item of value)
            visitImports(context, item, found);
        return;
    }
    if (!(0,canonical/* isObject */.Gv)(value))
        return;
    const use = (0,functions/* functionOf */.OA)(value);
    if (use?.name === "Fn::ImportValue") {
        const name = (0,evaluated/* textOf */.b6)((0,evaluate_value/* evaluateValue */.zG)(context, use.argument));
        if (name === evaluated/* UNKNOWN */.HV)
            found.importsUnknown = true;
        else
            found.imports.add(name);
    }
    if (use?.name === "Fn::GetStackOutput")
        visitRead(context, use.argument, found);
    for (const branch of use?.name === "Fn::If" ? branchesOf(context, use.argument) : Object.values(value))
        visitImports(context, branch, found);
}
/** The region is the stack's own where none is given (template reference, Fn::GetStackOutput). */
function visitRead(context, argument, found) {
    const { StackName, Region = { Ref: "AWS::Region" } } = (0,canonical/* isObject */.Gv)(argument) ? argument : {};
    const [stackName, region] = [StackName ?? null, Region].map((value) => (0,evaluated/* textOf */.b6)((0,evaluate_value/* evaluateValue */.zG)(context, value)));
    if (typeof stackName === "string" && typeof region === "string")
        found.reads.set(`${stackName} ${region}`, { stackName, region });
    else
        found.importsUnknown = true;
}
/** The branches of an `Fn::If` that may be taken. */
function branchesOf(context, argument) {
    if (!Array.isArray(argument))
        return [argument];
    const [name, then, otherwise] = argument;
    const truth = typeof name === "string" ? context.condition(name) : "unknown";
    const taken = [...(truth === false ? [] : [then]), ...(truth === true ? [] : [otherwise])];
    return taken.filter((branch) => branch !== undefined);
}

// EXTERNAL MODULE: ./lib/flows/render/render.js + 7 modules
var render = __webpack_require__(4940);
;// CONCATENATED MODULE: ./lib/flows/discover/survey.js





/** What a deployment file may end with: what else lies beside them is not looked at. */
const DEPLOYMENT_FILE = /\.(ya?ml|json)$/i;
/** Whether a path that the globs match can be a deployment file. */
function isDeploymentFile(path) {
    return DEPLOYMENT_FILE.test(path);
}
/**
 * Reads every deployment file and renders its stack, without asking AWS. Throws `invalid-input` with the problems of all
 * files where one says not which stack it is, and where two are of one stack.
 */
async function survey(globs, ports) {
    const files = (await ports.checkout.find(globs)).filter(isDeploymentFile);
    const read = [];
    for (let from = 0; from < files.length; from += survey_AT_ONCE)
        read.push(...(await Promise.all(files.slice(from, from + survey_AT_ONCE).map((file) => readFile(file, ports)))));
    const problems = read.flatMap(({ file, parsed }) => problemsOf(file, parsed));
    if (problems.length > 0)
        throw (0,render_problems/* inputError */.Xu)(problems, []);
    const surveyed = [];
    // One after the other: each may hold megabytes while it is rendered.
    for (const { file, parsed, checkout } of read)
        surveyed.push(await surveyOne(file, parsed, checkout, ports));
    refuseTwins(surveyed.map(({ deployment }) => deployment));
    return surveyed;
}
/** Files that are open at once: a process may have no more than 256 (macOS) or 1,024. */
const survey_AT_ONCE = 50;
async function readFile(file, { checkout, inputsOf }) {
    const own = checkout.afresh();
    return { file, parsed: await inputsOf(file, own), checkout: own };
}
/** What a file's own text says is wrong has its place; what the inputs' reader says has the file before it. */
function problemsOf(file, { problems }) {
    return problems.map((finding) => {
        const { location, message } = finding;
        const place = location === undefined ? `${file}: ` : `${location.file}:${location.line}:${location.column}: `;
        return { message: `${place}${message}`, findings: [finding] };
    });
}
async function surveyOne(file, parsed, checkout, { secrets }) {
    const { stackName, region, label } = parsed.inputs;
    const { dependsOn = [], matrix = {} } = parsed.file ?? {};
    const known = { file, stackName, region, label, dependsOn, matrix };
    const seen = () => ({ sources: checkout.sources(), unread: checkout.unread() });
    try {
        const rendered = await (0,render/* renderStack */.x)(parsed, checkout, { store: undefined, isSent: false }, secrets);
        const { importsUnknown, ...exchanged } = exchange(rendered, known);
        const deployment = { ...known, ...exchanged };
        return { deployment, ...seen(), trouble: undefined, importsUnknown };
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.l))
            throw error;
        const deployment = { ...known, exports: [], imports: [], reads: [] };
        return { deployment, ...seen(), trouble: firstOf(secrets.hide(error.message)), importsUnknown: false };
    }
}
/** The first of an error's problems, and how many more there are. */
function firstOf(message) {
    const [head = "", first = ""] = message.split("\n");
    const count = /^(\d+) problems:$/.exec(head)?.[1];
    return count === undefined ? head : `${first.replace(/^- /, "")} And ${Number(count) - 1} more.`;
}
/** The account of two stacks is the same unless their labels differ: a name that holds its number is the same in both. */
const SOME_ACCOUNT = "<account>";
function exchange(rendered, { stackName, region }) {
    return exchangeOf(rendered.tree, {
        parameters: Object.fromEntries(parametersOf(rendered)),
        pseudo: { "AWS::Region": region, "AWS::StackName": stackName, "AWS::AccountId": SOME_ACCOUNT },
    });
}
/** The values that are known without the stack; a name that hangs on one that the stack keeps stays unknown. */
function parametersOf(rendered) {
    try {
        return rendered
            .parametersFor(undefined)
            .map(({ name, noEcho, value }) => [name, noEcho ? undefined : value]);
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.l))
            throw error;
        return rendered.tree.template.parameters.map(({ name, noEcho, default: value }) => [name, noEcho ? undefined : value]);
    }
}
function refuseTwins(deployments) {
    const files = new Map();
    for (const deployment of deployments) {
        const name = (0,deployments_deployment/* deploymentName */.p)(deployment);
        files.set(name, [...(files.get(name) ?? []), deployment.file]);
    }
    const twins = [...files].filter(([, paths]) => paths.length > 1);
    if (twins.length === 0)
        return;
    const messages = twins.map(([name, paths]) => ({ message: `${paths.join(" and ")} are both of ${name}.` }));
    const { message } = (0,render_problems/* inputError */.Xu)(messages, []);
    throw new errors/* ActionError */.l(message, {
        reasonCode: "invalid-input",
        hint: "One stack has one deployment file. Of two accounts, each has a label of its own.",
    });
}

;// CONCATENATED MODULE: ./lib/flows/discover/gone.js


/** So many files of the base are read at most, a request each: of more it is said that they go. */
const MOST_READ = 100;
/**
 * Stacks whose deployment file goes or becomes another stack's, without those that have another file now. They stay as they
 * are; nothing deploys them any more.
 */
async function goneStacks(all, base, matches, ports) {
    const present = new Set(all.map(({ deployment }) => deployment.file));
    // A file that was only moved is of the same stack, and need not be read.
    const blobs = new Set(all.flatMap(({ sources }) => sources.map(({ blob }) => blob)));
    const former = [...(base?.files ?? [])].filter(([path, blob]) => matches(path) && isDeploymentFile(path) && !blobs.has(blob));
    const gone = await Promise.all(former.map(async ([file, blob], index) => {
        const name = index < MOST_READ ? await nameIn(file, blob, ports) : undefined;
        return { file, isThere: present.has(file), name };
    }));
    const kept = new Set(all.map(({ deployment }) => (0,deployments_deployment/* deploymentName */.p)(deployment)));
    return gone.filter(({ name, isThere }) => (name === undefined ? !isThere : !kept.has(name)));
}
async function nameIn(file, blob, { snapshots, inputsOf }) {
    const bytes = new TextEncoder().encode((await snapshots?.text(blob)) ?? "");
    const { inputs, problems } = await inputsOf(file, { read: async () => bytes });
    return problems.length > 0 ? undefined : (0,deployments_deployment/* deploymentName */.p)(inputs);
}

;// CONCATENATED MODULE: ./lib/flows/discover/discover.js












/**
 * Finds the stacks that the event affects and the order in which they can be deployed, for `strategy.matrix`. Asks GitHub
 * alone: what the stacks are rendered from is compared with the commit that they were rendered from before.
 */
async function discover(job, ports) {
    const found = await discovered(job, ports);
    const { waves } = found;
    const affected = waves.flat();
    for (const line of discoveredLines(viewOf(found)))
        ports.log.info(line);
    for (const warning of warnings(found))
        ports.log.warning(warning);
    return {
        result: "discovered",
        hasChanges: affected.length > 0,
        matrix: (0,matrix/* matrixOf */.lQ)(affected),
        waves: waves.map(matrix/* matrixOf */.lQ),
        message: `${affected.length} of ${(0,words/* plural */.LS)(found.all.length, "stack")} affected.`,
        summary: renderDiscovered(viewOf(found)),
    };
}
/** What `discover` tells, for whoever asks in the midst of something else. */
async function discovered(job, ports) {
    const all = await survey(job.globs, ports);
    if (all.length === 0)
        throw noFile(job.globs);
    const { of, problems } = (0,needs/* needsOf */.h)(all.map(({ deployment }) => deployment));
    if (problems.length > 0)
        throw (0,render_problems/* inputError */.Xu)(problems.map((message) => ({ message })), []);
    const { why, base } = await affectedOf(all, job, ports);
    const affected = all.filter((each) => why.get(each) !== undefined).map(({ deployment }) => deployment);
    const waves = (0,deployments_waves/* wavesOf */.g)(affected, { of, problems });
    return { all, why, waves, gone: await goneStacks(all, base, (0,globs/* matcher */.j)(job.globs), ports) };
}
function noFile(globs) {
    return new errors/* ActionError */.l(`No deployment file matches ${globs.join(", ")}.`, {
        reasonCode: "invalid-input",
        hint: "Name them in `deployments` (.yaml, .yml or .json, from the repository's root), and check out the repository first.",
    });
}
function viewOf({ all, why, waves, gone }) {
    const waveOf = new Map(waves.flatMap((wave, index) => wave.map((deployment) => [deployment, index + 1])));
    const stacks = all.map((each) => ({
        name: (0,deployments_deployment/* deploymentName */.p)(each.deployment),
        file: each.deployment.file,
        wave: waveOf.get(each.deployment),
        why: why.get(each),
        trouble: each.trouble,
    }));
    return { stacks, gone };
}
function warnings({ all, why, waves }) {
    const isAffected = (each) => why.get(each) !== undefined;
    const unordered = all.filter((each) => each.importsUnknown && isAffected(each));
    const passedBy = all.filter(({ trouble }) => trouble !== undefined).filter((each) => !isAffected(each));
    return [
        ...passedBy.map(({ deployment: { file }, trouble }) => `${file}: nothing that could be read of it changed, so that it is not affected. But it cannot be rendered here: ${trouble}`),
        ...unordered.map(({ deployment: { file } }) => `${file}: it imports a value under a name that only AWS knows. Name the stack that has it in depends-on, or the order may be wrong.`),
        ...tooMany(waves.map(({ length }) => length)),
    ];
}
function tooMany(counts) {
    const most = `the ${matrix/* MOST_JOBS */.r2} jobs that GitHub makes of one matrix`;
    const all = counts.reduce((sum, count) => sum + count, 0);
    const wide = counts.findIndex((count) => count > matrix/* MOST_JOBS */.r2);
    if (wide >= 0)
        return [
            `${counts[wide]} stacks in wave ${wide + 1} are more than ${most}: divide them among several discoveries, each with \`deployments\` of its own.`,
        ];
    return all > matrix/* MOST_JOBS */.r2 ? [`${all} stacks are more than ${most}: use the waves.`] : [];
}


/***/ })

};
