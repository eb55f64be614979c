import { SUMMARY_LIMIT, UNKNOWN, block, bytes, cell, cellCode, checkName, childScope, contextOf, deployCheckName, deploymentName, evaluateValue, functionOf, inputError, isEvaluatedObject, isLoop, item, oneLine, plural, tableRow, tableSection, text, textOf, unknownRound, withinBudget, withoutLoops } from "./report-summary.js";
import { DISCOVER_CHECK, WORKFLOWS, decodeMark, decodeRecord, decodeSettlements, encodeSettlements, existing, gitPath, isUnknownTo, matcher, matrixOf, needsOf, previewBase, renderStack, wavesOf } from "./deployments-globs.js";
import { ActionError } from "./errors.js";
import { canonicalJson, isObject, sha256, withSpelledNumbers } from "./stack-recovery.js";

// src/report/discovered.ts
function renderDiscovered({ stacks, gone }) {
	const affected = inOrder(stacks);
	const rest = stacks.filter(({ wave }) => wave === void 0);
	const omitted = (count) => `*${plural(count, "stack")} left out here: the log has them.*`;
	const table = tableSection({
		summary: `<b>Affected</b> (${affected.length})`,
		head: [
			"Wave",
			"Stack",
			"Deployment file",
			"Why"
		],
		rows: affected.map(({ wave, name, file, why, trouble }) => ({
			priority: 1,
			forms: [tableRow([
				String(wave),
				cellCode(name),
				cellCode(file),
				cell(reason(why, trouble))
			])]
		})),
		omitted,
		open: true
	});
	const others = tableSection({
		summary: `<b>Not affected</b> (${rest.length})`,
		head: ["Stack", "Deployment file"],
		rows: rest.map(({ name, file }) => ({
			priority: 3,
			forms: [tableRow([cellCode(name), cellCode(file)])]
		})),
		omitted: (count) => `*${plural(count, "stack")} more.*`
	});
	const sections = [
		block(0, `### ${headlineOf(affected.length, stacks.length)}`),
		...goneSection(gone),
		...affected.length === 0 ? [] : table,
		...rest.length === 0 ? [] : others
	];
	return withinBudget(sections, SUMMARY_LIMIT, bytes);
}
function discoveredLines({ stacks, gone }) {
	return [...inOrder(stacks).map(({ wave, name, file, why, trouble }) => `  wave ${wave}  ${oneLine(name)}  ${oneLine(file)}: ${oneLine(reason(why, trouble))}`), ...gone.map((each) => `  ${oneLine(goneText(each))}`)];
}
function inOrder(stacks) {
	return stacks.filter(({ wave }) => wave !== void 0).toSorted((one, other) => (one.wave ?? 0) - (other.wave ?? 0));
}
function headlineOf(affected, all) {
	return affected === 0 ? `No stack is affected, of ${plural(all, "deployment file")}` : `${plural(affected, "stack")} affected, of ${plural(all, "deployment file")}`;
}
function reason(why, trouble) {
	return trouble === void 0 ? `${why}` : `${why} (it cannot be rendered: ${trouble})`;
}
function goneSection(gone) {
	if (gone.length === 0) return [];
	return [{
		open: "",
		items: gone.map((each) => item(1, `- ${text(goneText(each))}`)),
		separator: "\n",
		close: "",
		omitted: (count) => `*${plural(count, "more")}.*`
	}];
}
function goneText({ file, isThere, name }) {
	return `${isThere ? `${file} is another stack's now` : `${file} goes`}: ${name === void 0 ? "its stack" : `stack ${name}`} stays as it is, and nothing deploys it any more. To delete it, run mode: destroy.`;
}

// src/flows/discover/formerPreviews.ts
async function formerlyPreviewed(rest, commits, { snapshots, log }) {
	if (rest.length === 0 || snapshots === void 0) return /* @__PURE__ */ new Map();
	const earlier = commits.slice(0, -1).slice(-20).reverse();
	try {
		const runs = (await Promise.all(earlier.map((sha) => snapshots.checkRuns(sha)))).flat();
		return new Map(rest.map((each) => [each, lastOf(runs, each)]));
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		log.debug(`Earlier previews of this pull request could not be looked for: ${error.message}`);
		return /* @__PURE__ */ new Map();
	}
}
function lastOf(runs, { deployment }) {
	const last = runs.find(({ name }) => name === checkName(deployment));
	if (last === void 0) return void 0;
	const read = decodeRecord(last.text, last.externalId);
	return read.kind === "record" && read.record.items?.size === 0 ? void 0 : `no more: the preview of ${last.headSha.slice(0, 8)} shows changes of it`;
}

// src/flows/discover/lastDeploys.ts
const AT_ONCE$1 = 10;
async function lastDeploys(deployments, commits, appId, { snapshots }) {
	const found = /* @__PURE__ */ new Map();
	for (let from = 0, size = 1; found.size < deployments.length && from < commits.length;) {
		const some = commits.slice(from, from + size);
		const left = await Promise.all(some.map((sha) => leftOn(sha, appId, snapshots)));
		for (const on of left) for (const deployment of deployments) {
			const last = found.has(deployment) ? void 0 : lastOn(deployment, on);
			if (last !== void 0) found.set(deployment, last);
		}
		from += size;
		size = from < 2 ? 1 : AT_ONCE$1;
	}
	return new Map(deployments.map((each) => [each, found.get(each) ?? { kind: "never" }]));
}
async function leftOn(commit, appId, snapshots) {
	const runs = (await snapshots.checkRuns(commit)).filter((run) => run.appId === appId);
	const deploys = /* @__PURE__ */ new Map();
	for (const { name, externalId } of runs) deploys.set(name, deploys.get(name) === true || decodeMark(externalId)?.state === "settled");
	const discoveries = runs.filter(({ name, status }) => name === "aurora-deploy / discover" && status === "completed");
	return {
		commit,
		deploys,
		settlements: discoveries.map(({ text }) => decodeSettlements(text)),
		isUnknown: (name) => discoveries.some(({ text }) => isUnknownTo(text, name))
	};
}
function lastOn(deployment, { commit, deploys, settlements, isUnknown }) {
	const isSettled = deploys.get(deployCheckName(deployment));
	if (isSettled !== void 0) return {
		kind: isSettled ? "settled" : "unsettled",
		commit
	};
	const name = deploymentName(deployment);
	const settlement = settlements.map((each) => each.get(name)).find((each) => each !== void 0);
	if (settlement !== void 0) return {
		kind: "unchanged",
		...settlement
	};
	return isUnknown(name) ? { kind: "never" } : void 0;
}

// src/flows/discover/sources.ts
async function differsFrom({ sources, unread }, snapshot) {
	for (const { path, blob, isLinked } of sources) if (isLinked || await snapshot.id(gitPath(path)) !== blob) return path;
	for (const path of unread) if (await snapshot.id(gitPath(path)) !== void 0) return path;
}
function sourcesHash({ sources, unread }, workflows) {
	const files = sources.map(({ path, blob }) => [gitPath(path), blob]).sort(byText);
	return sha256(canonicalJson({
		files,
		unread: unread.map(gitPath).sort(),
		workflows: workflows ?? null
	}));
}
function byText(left, right) {
	return left.join("\0") < right.join("\0") ? -1 : 1;
}

// src/flows/discover/sinceLastDeploys.ts
async function sinceLastDeploys(all, { commit }, job, ports) {
	const { pulls, checks, snapshots, log } = ports;
	const check = checks && await openDiscoverCheck(job, commit, checks, ports);
	if (check === void 0 || checks === void 0 || pulls === void 0 || snapshots === void 0) {
		log.warning("What was deployed last cannot be told without GitHub. Every stack is taken.");
		return new Map(all.map((each) => [each, "what was deployed last cannot be told"]));
	}
	const [ancestors, now] = await Promise.all([pulls.ancestors(commit, 200), snapshots.at(commit)]);
	const question = {
		commits: [commit, ...ancestors],
		check,
		workflows: await now?.id(WORKFLOWS),
		snapshots
	};
	const answers = await look(all, question);
	const claimed = all.filter((each) => answers.get(each)?.settlement !== void 0);
	if (claimed.length > 0) await leave(answers, "in_progress", check, checks);
	const again = await look(claimed, question);
	const settled = new Map([...answers, ...again]);
	await leave(settled, "completed", check, checks);
	return new Map([...settled].map(([each, { why }]) => [each, why]));
}
async function openDiscoverCheck(job, commit, checks, { log }) {
	try {
		return await checks.create(commit, DISCOVER_CHECK, {
			externalId: "",
			status: "in_progress",
			title: "Looking for what is to be deployed",
			summary: `[The run](${job.run.url})`,
			annotations: []
		});
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		log.warning(`No check run could be made: ${error.message} ${error.hint ?? ""}`);
		return;
	}
}
async function look(all, { commits, check, workflows, snapshots }) {
	const deployments = all.map(({ deployment }) => deployment);
	const last = await lastDeploys(deployments, commits, check.appId, { snapshots });
	const trees = /* @__PURE__ */ new Map();
	const treeOf = (sha) => {
		const known = trees.get(sha) ?? snapshots.at(sha);
		trees.set(sha, known);
		return known;
	};
	const answers = await Promise.all(all.map(async (each) => {
		const hash = sourcesHash(each, workflows);
		return [each, await answerFor(each, last.get(each.deployment) ?? { kind: "never" }, {
			hash,
			workflows,
			treeOf
		})];
	}));
	return new Map(answers);
}
async function answerFor(each, last, present) {
	const { hash, workflows, treeOf } = present;
	switch (last.kind) {
		case "never": return {
			why: "no deploy of it is known",
			isNew: true
		};
		case "unsettled": return { why: `its deploy of ${last.commit.slice(0, 8)} has not settled it` };
		case "unchanged": return last.sources === hash ? {
			why: void 0,
			settlement: {
				commit: last.commit,
				sources: hash
			}
		} : { why: `it changed after ${last.commit.slice(0, 8)}` };
		case "settled": {
			const tree = await treeOf(last.commit);
			if (tree === void 0) return { why: `${last.commit.slice(0, 8)}, deployed last, cannot be read` };
			const differs = await tree.id(".github") === workflows ? await differsFrom(each, tree) : `${WORKFLOWS}/`;
			const [lacking] = each.trouble === void 0 ? [] : each.unread;
			if (differs === void 0 && lacking !== void 0) return { why: `${lacking} is not in the repository, and ${last.commit.slice(0, 8)} was deployed with it` };
			return differs === void 0 ? {
				why: void 0,
				settlement: {
					commit: last.commit,
					sources: hash
				}
			} : { why: `${differs} changed after ${last.commit.slice(0, 8)}, deployed last` };
		}
	}
}
async function leave(answers, status, check, checks) {
	const claims = [...answers].flatMap(([{ deployment }, { settlement }]) => settlement === void 0 ? [] : [[deploymentName(deployment), settlement]]);
	const open = [...answers].flatMap(([{ deployment }, { settlement, isNew }]) => settlement !== void 0 || isNew ? [] : [deploymentName(deployment)]);
	const affected = answers.size - claims.length;
	await checks.update(check.id, {
		externalId: "",
		status,
		...status === "completed" ? { conclusion: "success" } : {},
		title: `${affected} of ${plural(answers.size, "stack")} to be deployed`,
		summary: `As its last deploy made it: ${plural(claims.length, "stack")}. The next push begins from here.`,
		text: encodeSettlements(new Map(claims), open),
		annotations: []
	});
}

// src/flows/discover/affected.ts
async function affectedOf(all, job, ports) {
	const { since } = job;
	switch (since.kind) {
		case "everything": return { why: everyOne(all, since.why) };
		case "pull-request": {
			const base = await previewBase(job, since.audience, ports);
			const found = await sinceBase(all, base, await ports.headCommit() ?? job.run.sha, ports);
			return {
				...found,
				why: await withFormer(found.why, base, since.audience.headSha, ports)
			};
		}
		case "commit": return sinceBase(all, {
			kind: "known",
			commit: since.base
		}, since.commit, ports);
		case "deploys": return { why: await sinceLastDeploys(all, since, job, ports) };
	}
}
async function withFormer(why, base, head, ports) {
	const rest = [...why].flatMap(([each, reason]) => reason === void 0 ? [each] : []);
	if (base.kind === "unknown" || rest.length === 0) return why;
	const commits = await ports.pulls?.commitsBetween(base.commit, head) ?? [];
	return new Map([...why, ...await formerlyPreviewed(rest, commits, ports)]);
}
function everyOne(all, why) {
	return new Map(all.map((each) => [each, why]));
}
async function sinceBase(all, base, head, { snapshots, log }) {
	const before = base.kind === "known" ? await snapshots?.at(base.commit) : void 0;
	if (before === void 0) {
		const why = base.kind === "unknown" ? base.why : `the commit ${base.commit.slice(0, 8)} cannot be read`;
		log.warning(`What this changes cannot be told: ${why}. Every stack is taken.`);
		return { why: everyOne(all, "what changed cannot be told") };
	}
	if (await workflowsDiffer(before, head, { snapshots })) return {
		why: everyOne(all, `${WORKFLOWS}/ changes, and may change what a step is given`),
		base: before
	};
	const why = await Promise.all(all.map(async (each) => [each, changes(await differsFrom(each, before))]));
	return {
		why: new Map(why),
		base: before
	};
}
function changes(path) {
	return path === void 0 ? void 0 : `${path} changes`;
}
async function workflowsDiffer(before, head, { snapshots }) {
	const now = await snapshots?.at(head);
	return now === void 0 || await now.id(".github") !== await before.id(".github");
}

// src/template/evaluate/exchange.ts
function exchangeOf(tree, scope) {
	const found = {
		exports: /* @__PURE__ */ new Set(),
		imports: /* @__PURE__ */ new Set(),
		reads: /* @__PURE__ */ new Map(),
		importsUnknown: false
	};
	visitTree(tree, scope, found, /* @__PURE__ */ new Set());
	return {
		exports: [...found.exports].sort(),
		imports: [...found.imports].sort(),
		reads: [...found.reads].sort().map(([, read]) => read),
		importsUnknown: found.importsUnknown
	};
}
function visitTree(tree, scope, found, done) {
	const { template, children } = tree;
	const key = `${template.file} ${JSON.stringify(scope)}`;
	if (done.has(key)) return;
	done.add(key);
	const value = withoutLoops(withSpelledNumbers(template), scope);
	const context = contextOf(value, scope);
	const resources = existing(value, value.Resources, scope);
	const outputs = existing(value, value.Outputs, scope);
	for (const { entry } of [...resources, ...outputs]) visitImports(context, entry, found);
	for (const { entry } of outputs) {
		const name = isObject(entry.Export) ? textOf(evaluateValue(context, entry.Export.Name ?? null)) : UNKNOWN;
		if (name !== UNKNOWN) found.exports.add(name);
	}
	const byId = new Map(resources.map((resource) => [resource.id, resource]));
	for (const { logicalId, tree: child } of children) {
		const nested = byId.get(logicalId);
		if (nested === void 0) continue;
		const properties = evaluateValue(context, nested.entry.Properties ?? {});
		const given = isEvaluatedObject(properties) ? properties.Parameters : void 0;
		visitTree(child, childScope(child.template, given, scope), found, done);
	}
}
function visitImports(context, value, found) {
	if (Array.isArray(value)) {
		for (const item of value) visitImports(context, item, found);
		return;
	}
	if (!isObject(value)) return;
	const use = functionOf(value);
	if (use?.name === "Fn::ImportValue") {
		const name = textOf(evaluateValue(context, use.argument));
		if (name === UNKNOWN) found.importsUnknown = true;
		else found.imports.add(name);
	}
	if (use?.name === "Fn::GetStackOutput") visitRead(context, use.argument, found);
	for (const part of use?.name === "Fn::If" ? branchesOf(context, use.argument) : partsOf(value)) visitImports(context, part, found);
}
function partsOf(value) {
	return Object.entries(value).map(([key, member]) => isLoop(key) ? unknownRound(member) : member);
}
function visitRead(context, argument, found) {
	const { StackName, Region = { Ref: "AWS::Region" } } = isObject(argument) ? argument : {};
	const [stackName, region] = [StackName ?? null, Region].map((value) => textOf(evaluateValue(context, value)));
	if (typeof stackName === "string" && typeof region === "string") found.reads.set(`${stackName} ${region}`, {
		stackName,
		region
	});
	else found.importsUnknown = true;
}
function branchesOf(context, argument) {
	if (!Array.isArray(argument)) return [argument];
	const [name, then, otherwise] = argument;
	const truth = typeof name === "string" ? context.condition(name) : "unknown";
	return [...truth === false ? [] : [then], ...truth === true ? [] : [otherwise]].filter((branch) => branch !== void 0);
}

// src/flows/discover/survey.ts
const DEPLOYMENT_FILE = /\.(ya?ml|json)$/i;
function isDeploymentFile(path) {
	return DEPLOYMENT_FILE.test(path);
}
async function survey(globs, ports) {
	const files = (await ports.checkout.find(globs)).filter(isDeploymentFile);
	const read = [];
	for (let from = 0; from < files.length; from += AT_ONCE) read.push(...await Promise.all(files.slice(from, from + AT_ONCE).map((file) => readFile(file, ports))));
	const problems = read.flatMap(({ file, parsed }) => problemsOf(file, parsed));
	if (problems.length > 0) throw inputError(problems, []);
	const surveyed = [];
	for (const { file, parsed, checkout } of read) surveyed.push(await surveyOne(file, parsed, checkout, ports));
	refuseTwins(surveyed.map(({ deployment }) => deployment));
	return surveyed;
}
const AT_ONCE = 50;
async function readFile(file, { checkout, inputsOf }) {
	const own = checkout.afresh();
	return {
		file,
		parsed: await inputsOf(file, own),
		checkout: own
	};
}
function problemsOf(file, { problems }) {
	return problems.map((finding) => {
		const { location, message } = finding;
		return {
			message: `${location === void 0 ? `${file}: ` : `${location.file}:${location.line}:${location.column}: `}${message}`,
			findings: [finding]
		};
	});
}
async function surveyOne(file, parsed, checkout, { secrets }) {
	const { stackName, region, label } = parsed.inputs;
	const { dependsOn = [], matrix = {} } = parsed.file ?? {};
	const known = {
		file,
		stackName,
		region,
		label,
		dependsOn,
		matrix
	};
	const seen = () => ({
		sources: checkout.sources(),
		unread: checkout.unread()
	});
	try {
		const { importsUnknown, ...exchanged } = exchange(await renderStack(parsed, checkout, {
			store: void 0,
			isSent: false
		}, secrets), known);
		return {
			deployment: {
				...known,
				...exchanged
			},
			...seen(),
			trouble: void 0,
			importsUnknown
		};
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		return {
			deployment: {
				...known,
				exports: [],
				imports: [],
				reads: []
			},
			...seen(),
			trouble: firstOf(secrets.hide(error.message)),
			importsUnknown: false
		};
	}
}
function firstOf(message) {
	const [head = "", first = ""] = message.split("\n");
	const count = /^(\d+) problems:$/.exec(head)?.[1];
	return count === void 0 ? head : `${first.replace(/^- /, "")} And ${Number(count) - 1} more.`;
}
const SOME_ACCOUNT = "<account>";
function exchange(rendered, { stackName, region }) {
	return exchangeOf(rendered.tree, {
		parameters: Object.fromEntries(parametersOf(rendered)),
		pseudo: {
			"AWS::Region": region,
			"AWS::StackName": stackName,
			"AWS::AccountId": SOME_ACCOUNT
		}
	});
}
function parametersOf(rendered) {
	try {
		return rendered.parametersFor(void 0).map(({ name, noEcho, value }) => [name, noEcho ? void 0 : value]);
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		return rendered.tree.template.parameters.map(({ name, noEcho, default: value }) => [name, noEcho ? void 0 : value]);
	}
}
function refuseTwins(deployments) {
	const files = /* @__PURE__ */ new Map();
	for (const deployment of deployments) {
		const name = deploymentName(deployment);
		files.set(name, [...files.get(name) ?? [], deployment.file]);
	}
	const twins = [...files].filter(([, paths]) => paths.length > 1);
	if (twins.length === 0) return;
	const messages = twins.map(([name, paths]) => ({ message: `${paths.join(" and ")} are both of ${name}.` }));
	const { message } = inputError(messages, []);
	throw new ActionError(message, {
		reasonCode: "invalid-input",
		hint: "One stack has one deployment file. Of two accounts, each has a label of its own."
	});
}

// src/flows/discover/gone.ts
const MOST_READ = 100;
async function goneStacks(all, base, matches, ports) {
	const present = new Set(all.map(({ deployment }) => deployment.file));
	const blobs = new Set(all.flatMap(({ sources }) => sources.map(({ blob }) => blob)));
	const former = [...base?.files ?? []].filter(([path, blob]) => matches(path) && isDeploymentFile(path) && !blobs.has(blob));
	const gone = await Promise.all(former.map(async ([file, blob], index) => {
		const name = index < MOST_READ ? await nameIn(file, blob, ports) : void 0;
		return {
			file,
			isThere: present.has(file),
			name
		};
	}));
	const kept = new Set(all.map(({ deployment }) => deploymentName(deployment)));
	return gone.filter(({ name, isThere }) => name === void 0 ? !isThere : !kept.has(name));
}
async function nameIn(file, blob, { snapshots, inputsOf }) {
	const bytes = new TextEncoder().encode(await snapshots?.text(blob) ?? "");
	const { inputs, problems } = await inputsOf(file, { read: async () => bytes });
	return problems.length > 0 ? void 0 : deploymentName(inputs);
}

// src/flows/discover/discover.ts
async function discover(job, ports) {
	const found = await discovered(job, ports);
	const { waves } = found;
	const affected = waves.flat();
	for (const line of discoveredLines(viewOf(found))) ports.log.info(line);
	for (const warning of warnings(found)) ports.log.warning(warning);
	return {
		result: "discovered",
		hasChanges: affected.length > 0,
		matrix: matrixOf(affected),
		waves: waves.map(matrixOf),
		message: `${affected.length} of ${plural(found.all.length, "stack")} affected.`,
		summary: renderDiscovered(viewOf(found))
	};
}
async function discovered(job, ports) {
	const all = await survey(job.globs, ports);
	if (all.length === 0) throw noFile(job.globs);
	const { of, problems } = needsOf(all.map(({ deployment }) => deployment));
	if (problems.length > 0) throw inputError(problems.map((message) => ({ message })), []);
	const { why, base } = await affectedOf(all, job, ports);
	const affected = all.filter((each) => why.get(each) !== void 0).map(({ deployment }) => deployment);
	return {
		all,
		why,
		waves: wavesOf(affected, {
			of,
			problems
		}),
		gone: await goneStacks(all, base, matcher(job.globs), ports)
	};
}
function noFile(globs) {
	return new ActionError(`No deployment file matches ${globs.join(", ")}.`, {
		reasonCode: "invalid-input",
		hint: "Name them in `deployments` (.yaml, .yml or .json, from the repository's root), and check out the repository first."
	});
}
function viewOf({ all, why, waves, gone }) {
	const waveOf = new Map(waves.flatMap((wave, index) => wave.map((deployment) => [deployment, index + 1])));
	return {
		stacks: all.map((each) => ({
			name: deploymentName(each.deployment),
			file: each.deployment.file,
			wave: waveOf.get(each.deployment),
			why: why.get(each),
			trouble: each.trouble
		})),
		gone
	};
}
function warnings({ all, why, waves }) {
	const isAffected = (each) => why.get(each) !== void 0;
	const unordered = all.filter((each) => each.importsUnknown && isAffected(each));
	return [
		...all.filter(({ trouble }) => trouble !== void 0).filter((each) => !isAffected(each)).map(({ deployment: { file }, trouble }) => `${file}: nothing that could be read of it changed, so that it is not affected. But it cannot be rendered here: ${trouble}`),
		...unordered.map(({ deployment: { file } }) => `${file}: it imports a value under a name that only AWS knows. Name the stack that has it in depends-on, or the order may be wrong.`),
		...tooMany(waves.map(({ length }) => length))
	];
}
function tooMany(counts) {
	const most = `the ${256} jobs that GitHub makes of one matrix`;
	const all = counts.reduce((sum, count) => sum + count, 0);
	const wide = counts.findIndex((count) => count > 256);
	if (wide >= 0) return [`${counts[wide]} stacks in wave ${wide + 1} are more than ${most}: divide them among several discoveries, each with \`deployments\` of its own.`];
	return all > 256 ? [`${all} stacks are more than ${most}: use the waves.`] : [];
}

export { discover, discovered };