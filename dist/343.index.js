export const id = 343;
export const ids = [343];
export const modules = {

/***/ 5343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectGitHub: () => (/* binding */ connectGitHub)
});

;// CONCATENATED MODULE: ./lib/github/checks.js
/** GitHub's limit for a check run's annotations. */
const ANNOTATIONS_A_REQUEST = 50;
/** Check runs: the record of a review, which only the app that made it can alter. */
function createChecks({ octokit, owner, repo }) {
    async function update(id, content, annotations) {
        const { data } = await octokit.rest.checks.update({
            owner,
            repo,
            check_run_id: id,
            ...fields(content, annotations),
        });
        return decodeCheckRun(data);
    }
    /** More than 50 annotations go in further requests: each adds to those before. */
    async function addAnnotations(id, content) {
        for (let start = ANNOTATIONS_A_REQUEST; start < content.annotations.length; start += ANNOTATIONS_A_REQUEST) {
            await update(id, content, content.annotations.slice(start, start + ANNOTATIONS_A_REQUEST));
        }
    }
    return {
        async create(sha, name, content) {
            const first = content.annotations.slice(0, ANNOTATIONS_A_REQUEST);
            const { data } = await octokit.rest.checks.create({
                owner,
                repo,
                head_sha: sha,
                name,
                ...fields(content, first),
            });
            await addAnnotations(data.id, content);
            return decodeCheckRun(data);
        },
        async update(id, content) {
            const run = await update(id, content, content.annotations.slice(0, ANNOTATIONS_A_REQUEST));
            await addAnnotations(id, content);
            return run;
        },
        /** Every app's, newest first. */
        async list(sha, name) {
            const runs = await octokit.paginate(octokit.rest.checks.listForRef, {
                owner,
                repo,
                ref: sha,
                check_name: name,
                filter: "all",
                per_page: 100,
            });
            return runs.map(decodeCheckRun).sort((a, b) => b.id - a.id);
        },
    };
}
function fields(content, annotations) {
    return {
        external_id: content.externalId,
        status: content.status,
        ...(content.conclusion === undefined ? {} : { conclusion: content.conclusion }),
        ...(content.completedAt === undefined
            ? {}
            : { completed_at: new Date(content.completedAt).toISOString().replace(/\.\d{3}Z$/, "Z") }),
        output: {
            title: content.title.slice(0, 255),
            summary: content.summary,
            ...(content.text === undefined ? {} : { text: content.text }),
            annotations: annotations.flatMap(annotation),
        },
    };
}
function annotation({ level, message, location }) {
    if (location === undefined)
        return [];
    const levels = { error: "failure", warning: "warning", notice: "notice" };
    return [
        {
            path: location.file,
            start_line: location.line,
            end_line: location.line,
            annotation_level: levels[level],
            message: message.slice(0, 64_000),
        },
    ];
}
/** GitHub's check run as ours. */
function decodeCheckRun(run) {
    return {
        id: run.id,
        name: run.name,
        headSha: run.head_sha,
        // A check run without an app cannot be ours: 0 is nobody's id.
        appId: run.app?.id ?? 0,
        externalId: run.external_id ?? "",
        status: run.status === "completed" ? "completed" : "in_progress",
        ...(run.conclusion === null ? {} : { conclusion: run.conclusion }),
        startedAt: Date.parse(run.started_at ?? "") || 0,
        completedAt: Date.parse(run.completed_at ?? "") || 0,
        title: run.output.title ?? "",
        text: run.output.text ?? "",
        url: run.html_url ?? run.details_url ?? "",
    };
}

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(2413);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/github/errors.js

/** The permission that a call needs, by the path it goes to: what a workflow's `permissions:` must hold. */
const PERMISSIONS = [
    [/\/check-runs/, "checks: write"],
    [/\/issues\/.*comments/, "pull-requests: write"],
    [/\/pulls/, "pull-requests: read"],
    [/\/(commits|compare|contents|git)/, "contents: read"],
];
/**
 * Puts GitHub's refusal into words: what was asked, what it said, which permission is missing.
 * @param proxy on the way to GitHub, without its credentials
 */
function accessError(error, request, proxy) {
    const tunnel = tunnelStatus(error);
    if (tunnel !== undefined)
        return proxyError(tunnel, { error, request, proxy });
    const status = error.status;
    const said = error instanceof Error ? error.message : String(error);
    const message = `GitHub refused ${request}: ${said}`;
    switch (status) {
        case 401:
            return new errors/* ActionError */.l(message, {
                reasonCode: "access-denied",
                hint: "The github-token is not valid (any more).",
                cause: error,
            });
        case 403:
        case 404:
            // A limit is no missing permission: what goes on without a permission must not go on without an answer.
            if (/rate limit/i.test(said)) {
                return new errors/* ActionError */.l(message, {
                    reasonCode: "error",
                    hint: "The token's rate limit is used up: run this job again later.",
                    cause: error,
                });
            }
            return new errors/* ActionError */.l(message, {
                reasonCode: "access-denied",
                hint: permissionHint(request),
                cause: error,
            });
        default:
            return new errors/* ActionError */.l(`GitHub could not answer ${request}: ${said}`, {
                reasonCode: "error",
                cause: error,
            });
    }
}
/**
 * What a proxy answered instead of letting a request through, as an HTTP status. Octokit says "Request was cancelled";
 * undici, which asked the proxy, is deep among its causes.
 */
function tunnelStatus(error) {
    for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
        const status = /^Proxy response \((\d+)\) !== 200/.exec(cause.message)?.[1];
        if (status !== undefined)
            return Number(status);
    }
    return undefined;
}
function proxyError(status, { error, request, proxy, }) {
    const hint = status === 407
        ? "It wants credentials, or other ones: they belong into the URL in HTTPS_PROXY on this runner."
        : "Let the proxy pass what goes to GitHub, or name GitHub's host in NO_PROXY where this runner reaches it without.";
    return new errors/* ActionError */.l(`GitHub could not be asked ${request}: the proxy ${proxy ?? "on the way"} refused with HTTP ${status}.`, { reasonCode: "error", hint, cause: error });
}
/** The job was cancelled while GitHub was asked. */
function cancelledError(request) {
    return new errors/* ActionError */.l(`The job was cancelled while GitHub was asked (${request}).`, {
        reasonCode: "cancelled",
    });
}
/** Whether GitHub said that the thing does not exist. */
function isNotFound(error) {
    const cause = error instanceof errors/* ActionError */.l ? error.cause : error;
    return cause?.status === 404;
}
function permissionHint(request) {
    const permission = PERMISSIONS.find(([path]) => path.test(request))?.[1];
    return permission === undefined
        ? "Check the token's permissions."
        : `The job needs "permissions: ${permission}" for its token.`;
}
/** What is not there has nothing in it. */
function emptyIfNotFound(error) {
    if (isNotFound(error))
        return [];
    throw error;
}

;// CONCATENATED MODULE: ./lib/github/client.js


/** One call is tried so often, and never waits longer than that for a rate limit. */
const ATTEMPTS = 5;
const LONGEST_WAIT_MS = 60_000;
/** Octokit itself would wait for a reply for ever. */
const REPLY_WITHIN_MS = 30_000;
/** The runner kills a cancelled job after 10 s: its last words are a few requests, some at the same time. */
const LAST_REPLY_WITHIN_MS = 2_000;
/** Connects to the repository; every request is retried where GitHub says that trying again helps. */
function openRepository(options) {
    const { cancel } = options;
    const octokit = (0,github/* getOctokit */.Q)(options.token, { baseUrl: options.apiUrl });
    // Registered first, so that it runs inside the retries, once an attempt. Octokit's own hooks are bound to this very
    // object: options handed on from a wrap never reach the request.
    octokit.hook.before("request", (request) => {
        request.request = { ...request.request, signal: patience(cancel, request.method) };
    });
    octokit.hook.wrap("request", async (request, requestOptions) => {
        const name = `${requestOptions.method} ${requestOptions.url}`;
        const isLast = cancel.aborted;
        for (let attempt = 1;; attempt++) {
            try {
                return await request(requestOptions);
            }
            catch (error) {
                // What gets no answer in the little time that is left fails for the cancelled job, not for GitHub.
                if (cancel.aborted && !(isLast && isAnswered(error)))
                    throw cancelledError(name);
                const wait = isLast ? undefined : retryDelay(error, attempt);
                if (wait === undefined)
                    throw accessError(error, name, options.proxy);
                await options.sleep(wait);
            }
        }
    });
    const [owner = "", repo = ""] = options.repository.split("/");
    return { octokit, owner, repo };
}
function isAnswered(error) {
    return error.response !== undefined;
}
/** How long one attempt may take. */
function patience(cancel, method) {
    if (cancel.aborted)
        return AbortSignal.timeout(LAST_REPLY_WITHIN_MS);
    const over = method === "GET" ? cancel : aWhileAfter(cancel);
    return AbortSignal.any([AbortSignal.timeout(REPLY_WITHIN_MS), over]);
}
/**
 * What changes something gets a moment: GitHub would do it all the same, perhaps after the last words (a comment that
 * says "deploying"), and the id of a check run that nobody knows cannot be completed.
 */
function aWhileAfter(cancel) {
    const over = new AbortController();
    cancel.addEventListener("abort", () => setTimeout(() => over.abort(), LAST_REPLY_WITHIN_MS), {
        once: true,
    });
    return over.signal;
}
/**
 * Milliseconds to wait before trying again, `undefined` to give up.
 * A comment or check run that was made although its reply got lost is doubled by a retry; doubles of a comment are
 * collapsed, and of two check runs the newest counts.
 */
function retryDelay(error, attempt) {
    if (attempt >= ATTEMPTS)
        return undefined;
    const { status, headers } = statusAndHeaders(error);
    const backoff = 500 * 2 ** (attempt - 1);
    // A proxy that wants other credentials, or does not let this host pass, says the same a moment later.
    if ((tunnelStatus(error) ?? 500) < 500)
        return undefined;
    if (status === undefined || status >= 500 || status === 408)
        return backoff;
    if (status !== 429 && status !== 403)
        return undefined;
    const wait = rateLimitWait(headers);
    if (wait !== undefined)
        return wait <= LONGEST_WAIT_MS ? wait : undefined;
    return status === 429 ? backoff : undefined;
}
/** Secondary limits send `retry-after` (seconds), the primary one `x-ratelimit-reset` (epoch seconds). */
function rateLimitWait(headers) {
    if (headers["retry-after"] !== undefined)
        return Number(headers["retry-after"]) * 1_000;
    if (headers["x-ratelimit-remaining"] !== "0")
        return undefined;
    const date = Date.parse(headers.date ?? "");
    const reset = Number(headers["x-ratelimit-reset"]) * 1_000;
    return Number.isFinite(reset - date) ? Math.max(1_000, reset - date) : undefined;
}
function statusAndHeaders(error) {
    const { status, response } = error;
    return {
        // Octokit gives a request that got no reply at all the status 500.
        status: typeof status === "number" ? status : undefined,
        headers: (response?.headers ?? {}),
    };
}

;// CONCATENATED MODULE: ./lib/github/comments.js

/** The sticky comments of a pull request: one for a marker, ours, edited in place. */
function createComments(repository) {
    const login = remembered(() => ownLogin(repository));
    const list = (pullRequest) => ownComments(repository, pullRequest, login);
    const find = async (pullRequest, marker) => {
        const beside = await list(pullRequest);
        const [present, ...doubles] = beside.filter(({ body }) => body.startsWith(marker));
        // The oldest stays, so that links to it hold.
        for (const { id } of doubles)
            await remove(repository, id);
        return { present, beside: beside.filter((comment) => !doubles.includes(comment)) };
    };
    return {
        async upsert(pullRequest, marker, render) {
            const { present, beside } = await find(pullRequest, marker);
            const body = render(present?.body);
            if (body === undefined || body === present?.body)
                return present && { ...present, beside, isCurrent: true };
            if (present !== undefined)
                return { ...(await edit(repository, present.id, body)), beside, isCurrent: false };
            const made = await create(repository, pullRequest, body);
            // Another run may have made one since we looked: both see both, both keep the older.
            const after = await find(pullRequest, marker);
            const oldest = after.present ?? made;
            return oldest.id === made.id
                ? { ...made, beside: after.beside, isCurrent: after.present !== undefined }
                : { ...(await edit(repository, oldest.id, body)), beside: after.beside, isCurrent: false };
        },
        list,
        async write({ pullRequest, id }, _marker, body) {
            if (id === undefined)
                await create(repository, pullRequest, body);
            else
                await edit(repository, id, body).catch(ignoreNotFound);
        },
        remove: (id) => remove(repository, id),
    };
}
/** Asked once; again after an error: one bad moment is not to silence the rest of the run. */
function remembered(ask) {
    let asked;
    return () => {
        asked ??= ask().catch((error) => {
            asked = undefined;
            throw error;
        });
        return asked;
    };
}
/** GraphQL's viewer is the one question that user tokens, app tokens and GITHUB_TOKEN all may ask. */
async function ownLogin({ octokit }) {
    const { viewer } = await octokit.graphql("query { viewer { login } }");
    return viewer.login;
}
/** Ours only: our account as the author; oldest first. */
async function ownComments({ octokit, owner, repo }, pullRequest, login) {
    const asked = { owner, repo, issue_number: pullRequest, per_page: 100 };
    const [author, all] = await Promise.all([
        login(),
        octokit.paginate(octokit.rest.issues.listComments, asked),
    ]);
    return all
        .filter((comment) => comment.user?.login === author)
        .map(decode)
        .sort((a, b) => a.id - b.id);
}
async function remove({ octokit, owner, repo }, id) {
    await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id }).catch(ignoreNotFound);
}
async function edit({ octokit, owner, repo }, id, body) {
    const { data } = await octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body });
    return decode(data);
}
async function create({ octokit, owner, repo }, pullRequest, body) {
    const { data } = await octokit.rest.issues.createComment({ owner, repo, issue_number: pullRequest, body });
    return decode(data);
}
function decode(comment) {
    return { id: comment.id, url: comment.html_url, body: comment.body ?? "" };
}
function ignoreNotFound(error) {
    if (!isNotFound(error))
        throw error;
}

;// CONCATENATED MODULE: ./lib/github/people.js

/** Who may do what in the repository. Asking needs no more than `metadata: read`, which every token has. */
function createPeople({ octokit, owner, repo }) {
    return {
        async mayPush(username) {
            const permission = await octokit.rest.repos
                .getCollaboratorPermissionLevel({ owner, repo, username })
                // GitHub answers 404 for somebody that it knows nothing of.
                .then(({ data }) => data.permission)
                .catch((error) => {
                if (isNotFound(error))
                    return "none";
                throw error;
            });
            // `maintain` is told as `write`, `triage` as `read`.
            return permission === "admin" || permission === "write";
        },
    };
}

;// CONCATENATED MODULE: ./lib/github/commits.js

/** Pages of a hundred commits that the first parents are looked for in. */
const ANCESTOR_PAGES = 5;
/** Commits, and how they follow each other. */
function createCommits({ octokit, owner, repo }) {
    return {
        async commitsBetween(base, head) {
            const commits = [];
            for (let page = 1;; page++) {
                const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
                    owner,
                    repo,
                    basehead: `${base}...${head}`,
                    per_page: 100,
                    page,
                });
                commits.push(...data.commits.map((commit) => commit.sha));
                if (data.commits.length < 100)
                    return commits;
            }
        },
        async ancestors(sha, limit) {
            const firstParents = new Map();
            const chain = [];
            for (let page = 1; page <= ANCESTOR_PAGES; page++) {
                const { data } = await octokit.rest.repos.listCommits({ owner, repo, sha, per_page: 100, page });
                for (const commit of data)
                    firstParents.set(commit.sha, commit.parents[0]?.sha);
                // A merge of a long branch puts all of its commits between two first parents.
                extend(chain, sha, firstParents, limit);
                // A commit that is known and leads no further is the first of all.
                if (chain.length >= limit || data.length < 100 || firstParents.has(chain.at(-1) ?? sha))
                    break;
            }
            return chain;
        },
        async parents(sha) {
            try {
                const { data } = await octokit.rest.git.getCommit({ owner, repo, commit_sha: sha });
                return data.parents.map((parent) => parent.sha);
            }
            catch (error) {
                if (isNotFound(error))
                    return undefined;
                throw error;
            }
        },
        async mergeBase(base, head) {
            const basehead = `${base}...${head}`;
            const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
                owner,
                repo,
                basehead,
                per_page: 1,
            });
            return data.merge_base_commit.sha;
        },
    };
}
/** Goes on from the chain's end as far as the known commits lead. */
function extend(chain, sha, firstParents, limit) {
    let parent = firstParents.get(chain.at(-1) ?? sha);
    while (parent !== undefined && chain.length < limit) {
        chain.push(parent);
        parent = firstParents.get(parent);
    }
}

;// CONCATENATED MODULE: ./lib/github/mergeQueue.js

/** A merge queue's branch: `gh-readonly-queue/<branch>/pr-<number>-<the commit that it starts from>`. */
const QUEUE_ENTRY = /^pr-(\d+)-([0-9a-f]{40,64})$/;
/** Merge queues, as their branches tell of them. */
function createMergeQueue({ octokit, owner, repo }) {
    return {
        async queued(branch) {
            const prefix = `heads/gh-readonly-queue/${branch}/`;
            const refs = await octokit
                .paginate(octokit.rest.git.listMatchingRefs, { owner, repo, ref: prefix, per_page: 100 })
                .catch((error) => emptyIfNotFound(error));
            return refs.flatMap(({ ref, object }) => {
                const [, number, baseSha = ""] = QUEUE_ENTRY.exec(ref.slice(`refs/${prefix}`.length)) ?? [];
                return number === undefined ? [] : [{ number: Number(number), headSha: object.sha, baseSha }];
            });
        },
    };
}

;// CONCATENATED MODULE: ./lib/github/reviews.js

const REVIEW_STATES = ["APPROVED", "CHANGES_REQUESTED", "COMMENTED", "DISMISSED", "PENDING"];
/** The reviews of pull requests. */
function createReviews({ octokit, owner, repo }) {
    const { mayPush } = createPeople({ octokit, owner, repo });
    return {
        /** On a public repository anybody can approve: only approvals of those who could push count, as in branch protection. */
        async reviews(number) {
            const reviews = await octokit.paginate(octokit.rest.pulls.listReviews, {
                owner,
                repo,
                pull_number: number,
                per_page: 100,
            });
            const decoded = reviews.flatMap(decodeReview);
            const approvers = [
                ...new Set(decoded.filter(({ state }) => state === "APPROVED").map(({ reviewer }) => reviewer)),
            ];
            const checked = await Promise.all(approvers.map(async (login) => [login, await mayPush(login)]));
            const strangers = new Set(checked.filter(([, may]) => !may).map(([login]) => login));
            return decoded.filter(({ state, reviewer }) => state !== "APPROVED" || !strangers.has(reviewer));
        },
    };
}
function decodeReview(review) {
    const state = REVIEW_STATES.find((known) => known === review.state);
    if (state === undefined || review.user === null)
        return [];
    return [
        {
            reviewer: review.user.login,
            state,
            commitSha: review.commit_id ?? "",
            at: Date.parse(review.submitted_at ?? "") || 0,
        },
    ];
}

;// CONCATENATED MODULE: ./lib/github/trees.js

/** GitHub lists so many files of a commit a page, and 3,000 at most (REST, "Get a commit"). */
const FILES_A_PAGE = 300;
const MOST_FILES = 3_000;
/** What commits hold. */
function createTrees({ octokit, owner, repo }) {
    async function filesOf(sha, page) {
        const { data } = await octokit.rest.repos.getCommit({
            owner,
            repo,
            ref: sha,
            per_page: FILES_A_PAGE,
            page,
        });
        return data.files ?? [];
    }
    return {
        async touched(sha) {
            const paths = [];
            for (let page = 1;; page++) {
                const files = await filesOf(sha, page);
                for (const { filename, previous_filename: former } of files) {
                    paths.push(filename, ...(former === undefined ? [] : [former]));
                }
                if (files.length < FILES_A_PAGE)
                    return paths;
                if (page * FILES_A_PAGE >= MOST_FILES)
                    return undefined;
            }
        },
        async blob(sha, path) {
            try {
                const { data } = await octokit.rest.repos.getContent({ owner, repo, path, ref: sha });
                return Array.isArray(data) || data.type !== "file" ? undefined : data.sha;
            }
            catch (error) {
                if (isNotFound(error))
                    return undefined;
                throw error;
            }
        },
        async tree(sha, path) {
            if (path === "") {
                const { data } = await octokit.rest.git.getCommit({ owner, repo, commit_sha: sha });
                return data.tree.sha;
            }
            const [parent, name] = [path.split("/").slice(0, -1).join("/"), path.split("/").at(-1)];
            try {
                // The folder that it is in lists its id; of a folder GitHub lists 1,000 entries at most.
                const { data } = await octokit.rest.repos.getContent({ owner, repo, path: parent, ref: sha });
                if (!Array.isArray(data))
                    return undefined;
                return data.find((entry) => entry.type === "dir" && entry.name === name)?.sha;
            }
            catch (error) {
                if (isNotFound(error))
                    return undefined;
                throw error;
            }
        },
    };
}

;// CONCATENATED MODULE: ./lib/github/pulls.js





/** Pull requests, their commits and their reviews. */
function createPulls({ octokit, owner, repo }) {
    return {
        async get(number) {
            const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number });
            return pulls_decode(data);
        },
        async mergedInto(branch) {
            const { data } = await octokit.rest.pulls.list({
                owner,
                repo,
                state: "closed",
                base: branch,
                sort: "updated",
                direction: "desc",
                per_page: 100,
            });
            return data.map(pulls_decode).filter((pull) => pull.merged);
        },
        async containing(sha) {
            const pulls = await octokit
                .paginate(octokit.rest.repos.listPullRequestsAssociatedWithCommit, {
                owner,
                repo,
                commit_sha: sha,
                per_page: 100,
            })
                .catch((error) => emptyIfNotFound(error));
            return pulls.map(pulls_decode);
        },
        ...createCommits({ octokit, owner, repo }),
        ...createTrees({ octokit, owner, repo }),
        ...createReviews({ octokit, owner, repo }),
        ...createMergeQueue({ octokit, owner, repo }),
        async open() {
            const pulls = await octokit.paginate(octokit.rest.pulls.list, {
                owner,
                repo,
                state: "open",
                per_page: 100,
            });
            return pulls.map(pulls_decode);
        },
    };
}
function pulls_decode(pull) {
    return {
        number: pull.number,
        headSha: pull.head.sha,
        baseRef: pull.base.ref,
        open: pull.state === "open",
        merged: pull.merged_at !== null,
        ...(pull.merged_at === null ? {} : { mergedAt: Date.parse(pull.merged_at) }),
        ...(pull.merge_commit_sha === null ? {} : { mergeCommitSha: pull.merge_commit_sha }),
        author: pull.user?.login ?? "",
        labels: pull.labels.map((label) => label.name),
        draft: pull.draft === true,
        fromFork: pull.head.repo?.full_name !== pull.base.repo.full_name,
        url: pull.html_url,
    };
}

;// CONCATENATED MODULE: ./lib/github/snapshots.js


/**
 * Commits' trees. One request lists a whole one, up to 100,000 entries or 7 MB (REST, "Get a tree"); of a larger one each
 * folder on the way to a path that is asked for is listed by itself, once.
 */
function createSnapshots({ octokit, owner, repo }) {
    async function list(tree, isDeep) {
        try {
            const recursive = isDeep ? { recursive: "1" } : {};
            const { data } = await octokit.rest.git.getTree({ owner, repo, tree_sha: tree, ...recursive });
            const entries = data.tree.map(
            // Neither a folder nor another repository's commit.
            ({ path, sha, type }) => [path, { id: sha, isFile: type === "blob" }]);
            return { entries: new Map(entries), isWhole: !data.truncated };
        }
        catch (error) {
            if (isNotFound(error))
                return undefined;
            throw error;
        }
    }
    return {
        async checkRuns(sha) {
            const runs = await octokit.paginate(octokit.rest.checks.listForRef, {
                owner,
                repo,
                ref: sha,
                filter: "all",
                per_page: 100,
            });
            return runs.map(decodeCheckRun).sort((a, b) => b.id - a.id);
        },
        async at(sha) {
            const whole = await list(sha, true);
            if (whole === undefined)
                return undefined;
            if (!whole.isWhole)
                return { id: byFolder(sha, (tree) => list(tree, false)), files: undefined };
            const files = [...whole.entries].filter(([, { isFile }]) => isFile);
            return {
                id: async (path) => whole.entries.get(path)?.id,
                files: new Map(files.map(([path, { id }]) => [path, id])),
            };
        },
        async text(blob) {
            const { data } = await octokit.rest.git.getBlob({ owner, repo, file_sha: blob });
            return Buffer.from(data.content, "base64").toString("utf8");
        },
    };
}
/** Looks a path up folder by folder, each of which is listed once. */
function byFolder(root, list) {
    const listings = new Map();
    const listed = (tree) => {
        const known = listings.get(tree) ?? list(tree);
        listings.set(tree, known);
        return known;
    };
    return async (path) => {
        let at = root;
        for (const name of path.split("/")) {
            const found = (await listed(at))?.entries.get(name);
            if (found === undefined)
                return undefined;
            at = found.id;
        }
        return at;
    };
}

;// CONCATENATED MODULE: ./lib/github/connect.js






/** One repository, as the token sees it. Nothing is asked yet. */
function connectGitHub(options) {
    const repository = openRepository(options);
    return {
        checks: createChecks(repository),
        comments: createComments(repository),
        pulls: createPulls(repository),
        people: createPeople(repository),
        snapshots: createSnapshots(repository),
    };
}


/***/ })

};
