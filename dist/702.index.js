export const id = 702;
export const ids = [702];
export const modules = {

/***/ 2702:
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
        omitted,
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
/** The first line of the trouble: the stack's own run tells all of it. */
function reason(why, trouble) {
    const first = trouble?.split("\n")[0];
    return first === undefined ? `${why}` : `${why} (it cannot be rendered: ${first})`;
}
function goneSection(gone) {
    if (gone.length === 0)
        return [];
    const items = gone.map((each) => (0,budget/* item */.AS)(1, `- ${(0,markdown/* text */.Qq)(goneText(each))}`));
    return [{ open: "", items, separator: "\n", close: "", omitted: (count) => `*${(0,words/* plural */.LS)(count, "more")}.*` }];
}
function goneText({ file, stackName }) {
    const stack = stackName === undefined ? "its stack" : `stack ${stackName}`;
    return `${file} goes: ${stack} stays as it is, and nothing deploys it any more. To delete it, run mode: destroy.`;
}

// EXTERNAL MODULE: ./lib/flows/render/problems.js
var render_problems = __webpack_require__(2024);
// EXTERNAL MODULE: ./lib/flows/preview/previewBase.js
var previewBase = __webpack_require__(3735);
// EXTERNAL MODULE: ./lib/deployments/settlements.js
var settlements = __webpack_require__(44);
// EXTERNAL MODULE: ./lib/flows/review/review.js + 1 modules
var review = __webpack_require__(9280);
// EXTERNAL MODULE: ./lib/changes/review/mark.js
var mark = __webpack_require__(7109);
// EXTERNAL MODULE: ./lib/flows/job.js
var job = __webpack_require__(7934);
;// CONCATENATED MODULE: ./lib/flows/discover/lastDeploys.js




/**
 * Finds each stack's last deploy by the check runs that our app left on the commits.
 * @param commits newest first, along first parents
 */
async function lastDeploys(deployments, commits, appId, { snapshots }) {
    const found = new Map();
    for (const commit of commits) {
        const runs = (await snapshots.checkRuns(commit)).filter((run) => run.appId === appId);
        for (const deployment of deployments) {
            const last = found.has(deployment) ? undefined : lastOn(commit, deployment, runs);
            if (last !== undefined)
                found.set(deployment, last);
        }
        if (found.size === deployments.length)
            break;
    }
    return new Map(deployments.map((each) => [each, found.get(each) ?? { kind: "never" }]));
}
function lastOn(commit, deployment, runs) {
    const deploys = runs.filter(({ name }) => name === (0,job/* deployCheckName */.BY)(deployment));
    if (deploys.some(({ externalId }) => (0,mark/* decodeMark */.Q)(externalId)?.state === "settled"))
        return { kind: "settled", commit };
    if (deploys.length > 0)
        return { kind: "unsettled", commit };
    for (const { name, text } of runs) {
        if (name !== settlements/* DISCOVER_CHECK */.Lp)
            continue;
        const settlement = (0,settlements/* decodeSettlements */.fd)(text).get((0,deployments_deployment/* deploymentName */.p)(deployment));
        if (settlement !== undefined)
            return { kind: "unchanged", ...settlement };
    }
    return undefined;
}

// EXTERNAL MODULE: ./lib/template/canonical.js
var canonical = __webpack_require__(3100);
// EXTERNAL MODULE: ./lib/flows/review/untouched.js
var untouched = __webpack_require__(2857);
;// CONCATENATED MODULE: ./lib/flows/discover/sources.js


/** Where a workflow says what its steps are given: what changes there may change every stack. */
const WORKFLOWS = ".github";
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







/** Two looks that see the same end it; so many at most, where deploys end all the time. */
const LOOKS = 4;
/**
 * Which stacks are not what their last deploy made them, by the check runs that deploys and earlier discoveries have left:
 * so a merge whose run was replaced in the queue, or whose deploy failed, is found by the next push. What is found is left
 * on the commit, and then looked at once more: a deploy of an older commit sees it before it executes, or is seen here.
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
    const question = { all, commits, check, workflows: await now?.id(WORKFLOWS), snapshots };
    let answers = await look(question);
    for (let looks = 1;; looks++) {
        await leave(answers, check, checks);
        const again = await look(question);
        const isSame = all.every((each) => again.get(each)?.why === answers.get(each)?.why);
        if (isSame || looks >= LOOKS)
            break;
        answers = again;
    }
    return new Map([...answers].map(([each, { why }]) => [each, why]));
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
async function look({ all, commits, check, workflows, snapshots, }) {
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
            return { why: "no deploy of it is known" };
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
            const differs = (await tree.id(WORKFLOWS)) === workflows ? await differsFrom(each, tree) : `${WORKFLOWS}/`;
            return differs === undefined
                ? { why: undefined, settlement: { commit: last.commit, sources: hash } }
                : { why: `${differs} changed after ${last.commit.slice(0, 8)}, deployed last` };
        }
    }
}
async function leave(answers, check, checks) {
    const settled = [...answers].flatMap(([{ deployment }, { settlement }]) => settlement === undefined ? [] : [[(0,deployments_deployment/* deploymentName */.p)(deployment), settlement]]);
    const affected = answers.size - settled.length;
    await checks.update(check.id, {
        externalId: "",
        status: "completed",
        conclusion: "success",
        title: `${affected} of ${(0,words/* plural */.LS)(answers.size, "stack")} to be deployed`,
        summary: `${(0,words/* plural */.LS)(settled.length, "stack")} are what their last deploy made them. The next push begins from here.`,
        text: (0,settlements/* encodeSettlements */.Hv)(new Map(settled)),
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
            return sinceBase(all, base, (await ports.headCommit()) ?? job.run.sha, ports);
        }
        case "commit":
            return sinceBase(all, { kind: "known", commit: since.base }, since.commit, ports);
        case "deploys":
            return { why: await sinceLastDeploys(all, since, job, ports) };
    }
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
        return { why: everyOne(all, `${WORKFLOWS}/ changes, and may change what a step is given`), base: before };
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
    return now === undefined || (await now.id(WORKFLOWS)) !== (await before.id(WORKFLOWS));
}

// EXTERNAL MODULE: ./lib/deployments/deploymentFile.js
var deploymentFile = __webpack_require__(9859);
// EXTERNAL MODULE: ./lib/template/functions.js
var functions = __webpack_require__(3307);
// EXTERNAL MODULE: ./lib/template/evaluate/context.js
var evaluate_context = __webpack_require__(6547);
// EXTERNAL MODULE: ./lib/template/evaluate/evaluated.js
var evaluated = __webpack_require__(3197);
// EXTERNAL MODULE: ./lib/template/evaluate/evaluatedTree.js
var evaluatedTree = __webpack_require__(8697);
// EXTERNAL MODULE: ./lib/template/evaluate/value.js
var evaluate_value = __webpack_require__(7989);
;// CONCATENATED MODULE: ./lib/template/evaluate/exchange.js






/**
 * Exports and imports by their evaluated names. What a condition keeps out of the stack does not count; where it cannot be
 * decided, it does.
 */
function exchangeOf(tree, scope) {
    const found = { exports: new Set(), imports: new Set(), importsUnknown: false };
    visitTree(tree, scope, found, new Set());
    return {
        exports: [...found.exports].sort(),
        imports: [...found.imports].sort(),
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
    const context = (0,evaluate_context/* contextOf */.V)(template.value, scope);
    const resources = existing(context, template.value.Resources);
    const outputs = existing(context, template.value.Outputs);
    for (const [, value] of [...resources, ...outputs])
        visitImports(context, value, found);
    for (const [, output] of outputs) {
        const name = (0,canonical/* isObject */.Gv)(output.Export)
            ? (0,evaluated/* textOf */.b6)((0,evaluate_value/* evaluateValue */.zG)(context, output.Export.Name ?? null))
            : evaluated/* UNKNOWN */.HV;
        if (name !== evaluated/* UNKNOWN */.HV)
            found.exports.add(name);
    }
    const byId = new Map(resources);
    for (const { logicalId, tree: child } of children) {
        const nested = byId.get(logicalId);
        if (nested === undefined)
            continue;
        const properties = (0,evaluate_value/* evaluateValue */.zG)(context, nested.Properties ?? {});
        const given = (0,evaluated/* isEvaluatedObject */.rd)(properties) ? properties.Parameters : undefined;
        visitTree(child, (0,evaluatedTree/* childScope */.X)(child.template, given, scope), found, done);
    }
}
/** The entries of a section that their conditions do not keep out. */
function existing(context, section) {
    const entries = (0,canonical/* isObject */.Gv)(section) && (0,functions/* functionOf */.OA)(section) === undefined ? Object.entries(section) : [];
    return entries.flatMap(([name, entry]) => {
        if (!(0,canonical/* isObject */.Gv)(entry))
            return [];
        const isOut = typeof entry.Condition === "string" && context.condition(entry.Condition) === false;
        return isOut ? [] : [[name, entry]];
    });
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
    for (const branch of use?.name === "Fn::If" ? branchesOf(context, use.argument) : Object.values(value))
        visitImports(context, branch, found);
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
    const read = await Promise.all(files.map(async (file) => ({ file, ...(await readFile(file, ports)) })));
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
async function readFile(file, { checkout, inputsOf }) {
    const own = checkout.afresh();
    return { parsed: await inputsOf(file, own), checkout: own };
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
        const { exports, imports, importsUnknown } = exchange(rendered, known);
        const deployment = { ...known, exports, imports };
        return { deployment, ...seen(), trouble: undefined, importsUnknown };
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.l))
            throw error;
        const deployment = { ...known, exports: [], imports: [] };
        return { deployment, ...seen(), trouble: secrets.hide(error.message), importsUnknown: false };
    }
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


/**
 * Deployment files that go, without those whose stack has another file now. Their stacks stay as they are; nothing deploys
 * them any more.
 */
async function goneFiles(all, base, matches, { snapshots }) {
    const present = new Set(all.map(({ deployment }) => deployment.file));
    const former = [...(base?.files ?? [])].filter(([path]) => matches(path) && isDeploymentFile(path) && !present.has(path));
    const gone = await Promise.all(former.map(async ([file, blob]) => {
        const { inputs } = (0,deploymentFile/* parseDeploymentFile */.b)((await snapshots?.text(blob)) ?? "", file);
        return { file, stackName: inputs.get("stack-name"), region: inputs.get("region") };
    }));
    const isMoved = ({ stackName, region }) => all.some(({ deployment }) => deployment.stackName === stackName && (region === undefined || deployment.region === region));
    return gone.filter((each) => !isMoved(each)).map(({ file, stackName }) => ({ file, stackName }));
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
    return { all, why, waves, gone: await goneFiles(all, base, (0,globs/* matcher */.j)(job.globs), ports) };
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
    const count = waves.flat().length;
    return [
        ...unordered.map(({ deployment: { file } }) => `${file}: it imports a value under a name that only AWS knows. Name the stack that exports it in depends-on, or the order may be wrong.`),
        ...(count > matrix/* MOST_JOBS */.r2
            ? [
                `${count} stacks are more than the ${matrix/* MOST_JOBS */.r2} jobs that GitHub makes of one matrix: use the waves.`,
            ]
            : []),
    ];
}


/***/ })

};
