export const id = 742;
export const ids = [742];
export const modules = {

/***/ 2742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectAws: () => (/* binding */ connectAws)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/stack/denials.js
var denials = __webpack_require__(6432);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudformation/dist-cjs/index.js
var dist_cjs = __webpack_require__(3805);
;// CONCATENATED MODULE: ./lib/aws/decode.js
/** The value of a field that CloudFormation always answers. Throws where it does not: guessing could hide a change. */
function required(value, field) {
    if (value === undefined)
        throw new Error(`CloudFormation answered without ${field}`);
    return value;
}
/** A required time in milliseconds since the epoch. */
function time(value, field) {
    return required(value, field).getTime();
}
/** The fields that have a value: SDK types say `undefined` where ours have no field at all. */
function defined(fields) {
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

// EXTERNAL MODULE: ./lib/stack/refusals.js
var refusals = __webpack_require__(8819);
;// CONCATENATED MODULE: ./lib/aws/errorName.js
/**
 * AWS's errors are told apart by `name`, and by a message only from its start on. A name may come with or without
 * "Exception": the wire's code has none for many of them.
 */
function isNamed(error, ...names) {
    return error instanceof Error && names.includes(error.name.replace(/Exception$/, ""));
}
/** The text of whatever was thrown. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
/** Whether AWS says that the stack is not there. */
function isMissingStack(error) {
    if (isNamed(error, "StackNotFound"))
        return true;
    return (isNamed(error, "ValidationError") && /^Stack( with id|:)? ?\[?.+\]? does not exist/.test(messageOf(error)));
}
/** What the services call a missing permission. */
const DENIED = ["AccessDenied", "UnauthorizedOperation", "Unauthorized"];

;// CONCATENATED MODULE: ./lib/aws/errorKind.js



const NAMES = {
    expired: ["ExpiredToken", "RequestExpired", "TokenRefreshRequired"],
    credentials: [
        "InvalidClientTokenId",
        "UnrecognizedClient",
        "SignatureDoesNotMatch",
        "IncompleteSignature",
        "InvalidSignature",
        "InvalidAccessKeyId",
        "AuthFailure",
        "MissingAuthenticationToken",
        "OptInRequired",
    ],
    noCredentials: ["CredentialsProviderError", "ProviderError"],
    throttled: [
        "Throttling",
        "Throttled",
        "RequestLimitExceeded",
        "TooManyRequests",
        "SlowDown",
        "RequestThrottled",
    ],
    timedOut: ["TimeoutError", "RequestTimeout"],
};
/** Whose trouble it is, and the next step. `message` is there where AWS's own words help nobody. */
function errorKind(error, service) {
    return accessKind(error) ?? passingKind(error, service) ?? requestKind(error);
}
function accessKind(error) {
    if (isNamed(error, ...DENIED)) {
        return { trouble: "denied", reasonCode: "access-denied", hint: deniedHint(error.message) };
    }
    if (isNamed(error, ...NAMES.expired)) {
        const hint = "Sessions from OIDC last an hour by default: set role-duration-seconds of aws-actions/configure-aws-credentials, then run the job again.";
        return {
            trouble: "credentials",
            reasonCode: "access-denied",
            message: "the AWS credentials expired.",
            hint,
        };
    }
    if (isNamed(error, ...NAMES.credentials)) {
        const hint = "Check the step that gets the AWS credentials: keys, role and account.";
        return { trouble: "credentials", reasonCode: "access-denied", hint };
    }
    if (isNamed(error, ...NAMES.noCredentials)) {
        const hint = "Run aws-actions/configure-aws-credentials before this action, in a job with `permissions: id-token: write`.";
        return {
            trouble: "credentials",
            reasonCode: "access-denied",
            message: "there are no AWS credentials.",
            hint,
        };
    }
    return undefined;
}
function passingKind(error, service) {
    const status = statusOf(error);
    if (isNoAnswer(error))
        return noAnswer(status, service);
    if (status === 501)
        return { trouble: "refused", reasonCode: "error", hint: NOT_IMPLEMENTED };
    if (isNamed(error, ...NAMES.throttled) || status === 429) {
        const hint = "Too many calls in this account and region at the same time: run the job again in a minute.";
        return { trouble: "throttled", reasonCode: "error", hint };
    }
    if (isRefusedByProxy(error))
        return { trouble: "unavailable", reasonCode: "error", hint: REFUSED_BY_PROXY };
    const code = networkCode(error);
    if (code === "ENOTFOUND") {
        const hint = "Check `region` (and AWS_ENDPOINT_URL, HTTPS_PROXY): there is no such host.";
        return { trouble: "unavailable", reasonCode: "error", hint };
    }
    if (code !== undefined || isNamed(error, ...NAMES.timedOut)) {
        const hint = "The network between this runner and AWS failed (a proxy, a firewall, AWS_ENDPOINT_URL?).";
        return { trouble: "unavailable", reasonCode: "error", hint };
    }
    if (status !== undefined && status >= 500) {
        const hint = "AWS has a problem of its own: see https://health.aws.amazon.com, and run the job again.";
        return { trouble: "unavailable", reasonCode: "error", hint };
    }
    return undefined;
}
function requestKind(error) {
    if (isMissingStack(error)) {
        const hint = "Check `stack-name` and `region`, and that these credentials are of the right account.";
        return { trouble: "refused", reasonCode: "error", hint };
    }
    const refusal = (0,refusals/* refusalOf */.Of)(messageOf(error));
    // Whatever its words are.
    const isCapability = isNamed(error, "InsufficientCapabilities") && refusal.reasonCode === "error";
    return isCapability
        ? { trouble: "refused", reasonCode: "invalid-input", hint: (0,refusals/* capabilityHint */.oU)("") }
        : { trouble: "refused", ...refusal };
}
/** "User: arn:… is not authorized to perform: cloudformation:CreateChangeSet …", after a sentence more from EC2. */
const DENIAL = /^(?:You are not authorized to perform this operation\. )?User: /;
function deniedHint(message) {
    const denial = DENIAL.test(message) ? (0,denials/* denialIn */.Hn)(message) : undefined;
    if (denial !== undefined)
        return (0,denials/* denialHint */.js)(denial, "the role that this job assumes");
    return (0,denials/* encodedDenial */.W3)(message) === undefined
        ? "Allow the call to the role that this job assumes."
        : denials/* DECODE_IT */.np;
}
/** Node's code of a connection that failed, wherever the SDK put it. */
function networkCode(error) {
    const known = /^(ECONN(RESET|REFUSED|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
    for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
        if ("code" in cause && typeof cause.code === "string" && known.test(cause.code))
            return cause.code;
    }
    return /^socket hang up/.test(error.message) ? "ECONNRESET" : undefined;
}
/** Node's words name the host, the proxy without its credentials, and what it answered. */
function isRefusedByProxy(error) {
    return "code" in error && error.code === "ERR_PROXY_TUNNEL";
}
const REFUSED_BY_PROXY = "The proxy did not let this pass. At 407 it wants other credentials, in the URL in HTTPS_PROXY on this runner; otherwise allow the host there, or name it in NO_PROXY where it is reached without.";
const NOT_IMPLEMENTED = "Whatever answers at AWS_ENDPOINT_URL does not know this call.";
/**
 * The SDK could not read the body: the page of a proxy or load balancer, say. What it throws then is its parser's error
 * with this sentence, which helps nobody who only has the log.
 */
function isNoAnswer(error) {
    return error.message.includes("Deserialization error: to see the raw response");
}
function noAnswer(status, service) {
    const isError = status !== undefined && status >= 400;
    const message = `HTTP ${status ?? "answer"} from ${service}, no AWS ${isError ? "error" : "answer"} in it.`;
    if (status === 501)
        return { trouble: "refused", reasonCode: "error", message, hint: NOT_IMPLEMENTED };
    const trouble = status === 429 ? "throttled" : "unavailable";
    const hint = "Something between this runner and AWS answered (a proxy, AWS_ENDPOINT_URL?), or AWS has a problem of its own: run the job again.";
    return { trouble, reasonCode: "error", message, hint };
}
/** The HTTP status of the answer, where there was one. */
function statusOf(error) {
    return numberIn("$metadata" in error ? error.$metadata : undefined, "httpStatusCode");
}
/** How often the call was tried. */
function attemptsOf(error) {
    return numberIn("$metadata" in error ? error.$metadata : undefined, "attempts") ?? 1;
}
function numberIn(holder, name) {
    const value = new Map(Object.entries(Object(holder))).get(name);
    return typeof value === "number" ? value : undefined;
}

;// CONCATENATED MODULE: ./lib/aws/retry.js

/**
 * The one retry policy for AWS, in the SDK's own retry loop: 5xx, resets and time-outs, at most `maxAttempts` calls and
 * about half a minute; and throttling, longer and at the pace that AWS's answers allow, for that passes. The SDK's
 * standard strategy is not used because its budget of tokens is shared by all calls (a throttled poller could take it away
 * from ExecuteChangeSet), it takes CloudFormation's LimitExceededException (a quota) for throttling, and its jitter cannot
 * be injected.
 *
 * It retries reading and mutating calls alike, which is safe because every mutating call that we make is idempotent:
 * CreateChangeSet has its ClientToken, ExecuteChangeSet and DeleteStack their ClientRequestToken, and DeleteChangeSet
 * and UpdateTerminationProtection only say which state is wanted. A new mutating call must be one of the two kinds.
 */
function awsRetries(policy) {
    const { maxAttempts, maxThrottled = maxAttempts, random, pace } = policy;
    const refusals = new WeakMap();
    return {
        acquireInitialRetryToken: async () => tokenOf(0, 0),
        refreshRetryTokenForRetry: async (token, info) => {
            const isThrottled = info.errorType === "THROTTLING";
            if (isThrottled)
                pace?.throttled();
            const throttled = (refusals.get(token) ?? 0) + (isThrottled ? 1 : 0);
            const retries = token.getRetryCount() + 1;
            // Of its own kind: a reset after ten refusals is the first one.
            const same = isThrottled ? throttled : retries - throttled;
            // What is thrown here is dropped by the SDK's loop, which then throws the call's own error.
            if (same >= (isThrottled ? maxThrottled : maxAttempts) || !mayPass(info))
                throw new Error("no further attempt");
            const next = tokenOf(retries, retryDelay(same, info, random, pace?.apart()));
            refusals.set(next, throttled);
            return next;
        },
        recordSuccess: () => pace?.answered(),
    };
}
const SLOWEST_MS = 5000;
/**
 * Milliseconds before the retry number `retries` (from 1): half of it fixed, half jitter.
 * @param apart how far apart calls are to be while AWS throttles, as the pace knows it
 */
function retryDelay(retries, info, random, apart = 0) {
    const isThrottled = info.errorType === "THROTTLING";
    const slowest = isThrottled ? Math.max(SLOWEST_MS, apart) : SLOWEST_MS;
    const ceiling = Math.min(slowest, (isThrottled ? 500 : 100) * 2 ** (retries - 1));
    const asked = info.retryAfterHint === undefined ? 0 : info.retryAfterHint.getTime() - Date.now();
    return Math.max(Math.min(asked, 4 * SLOWEST_MS), ceiling / 2 + (random() * ceiling) / 2);
}
const givenUp = new WeakSet();
/**
 * Lets calls be tried less often than the client's policy has it: what is asked for comfort must not keep anybody waiting.
 * @param limits by names of operations
 */
function triedAtMost(limits, client) {
    client.middlewareStack.add((next, { commandName = "" }) => {
        const limit = limits[commandName.replace(/Command$/, "")] ?? { attempts: Number.POSITIVE_INFINITY };
        const most = "attempts" in limit ? limit.attempts : limit.throttled;
        let counted = 0;
        return async (args) => {
            try {
                return await next(args);
            }
            catch (error) {
                if (!(error instanceof Error))
                    throw error;
                if ("attempts" in limit || errorKind(error, "").trouble === "throttled")
                    counted += 1;
                if (counted >= most)
                    givenUp.add(error);
                throw error;
            }
        };
    }, 
    // Made once a call, and inside of the SDK's retries: asked once an attempt.
    { step: "finalizeRequest", priority: "low", name: "triedAtMost" });
}
function mayPass({ error, errorType }) {
    if (error?.name === "LimitExceededException")
        return false;
    if (error instanceof Error && givenUp.has(error))
        return false;
    // What is not implemented is not implemented a moment later either.
    if (error?.$metadata?.httpStatusCode === 501)
        return false;
    return errorType !== "CLIENT_ERROR";
}
function tokenOf(count, delayMs) {
    return { getRetryCount: () => count, getRetryDelay: () => delayMs };
}

;// CONCATENATED MODULE: ./lib/aws/client.js



/** Long enough for CreateChangeSet with a large template, short enough that a dead connection is not a hanging job. */
const REQUEST_TIMEOUT_MS = 30_000;
const CONNECTION_TIMEOUT_MS = 5_000;
/**
 * Where many deploys share the account's budget of calls, a single call can wait for minutes until it is its turn, and one
 * that is given up is a deploy that is lost.
 */
const THROTTLED_AT_MOST = 40;
/** What is not tried as often as others. */
const TRY_LIMITS = {
    // Findings are shown where they can be had: a preview does not wait for them.
    DescribeEvents: { attempts: 2 },
    ListHookResults: { attempts: 2 },
    GetHookResult: { attempts: 2 },
    // A watch that cannot look goes on all the same, and says what holds it up.
    DescribeStackEvents: { throttled: 6 },
    // What follows on a last look must not come long after it.
    ExecuteChangeSet: { throttled: 6 },
    DeleteStack: { throttled: 6 },
    UpdateTerminationProtection: { throttled: 10 },
};
/** A client for CloudFormation in one region and its partition. Nothing is asked here. */
function createCloudFormationClient(options) {
    const client = new dist_cjs/* CloudFormationClient */.m1N(clientSettings({ ...options, maxThrottled: options.maxAttempts ?? THROTTLED_AT_MOST }));
    triedAtMost(TRY_LIMITS, client);
    return client;
}
/**
 * What every client of this action is made with. Credentials are looked for with the first call. The SDK itself
 * ignores proxy variables; Node's agents take them as `proxyEnv` (Node 24).
 */
function clientSettings(options) {
    const requestTimeout = options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS;
    const agent = { keepAlive: true, maxSockets: 50, proxyEnv: options.env };
    return {
        region: options.region,
        ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
        customUserAgent: [["aurora-deploy-action", options.version]],
        retryStrategy: awsRetries({
            maxAttempts: options.maxAttempts ?? 8,
            ...defined({ maxThrottled: options.maxThrottled }),
            random: options.random ?? Math.random,
            pace: options.pace,
        }),
        requestHandler: {
            connectionTimeout: CONNECTION_TIMEOUT_MS,
            requestTimeout,
            // Without it the SDK only warns.
            throwOnRequestTimeout: true,
            // requestTimeout ends with the headers: a body that stops half-way is caught by the idle socket.
            socketTimeout: requestTimeout,
            httpAgent: agent,
            httpsAgent: agent,
        },
    };
}

// EXTERNAL MODULE: ./lib/stack/serviceError.js
var serviceError = __webpack_require__(6037);
;// CONCATENATED MODULE: ./lib/aws/errors.js





/** Whether AWS says that the change set is not there (executing one deletes the stack's others). */
function isMissingChangeSet(error) {
    return isNamed(error, "ChangeSetNotFound");
}
/** Whether AWS has no results of hooks: none ran. */
function isMissingHookResult(error) {
    return isNamed(error, "HookResultNotFound");
}
/** Whether AWS says of an export that nobody imports it, which it tells as an error. */
function isNotImported(error) {
    return (isNamed(error, "ValidationError") && /^Export .+ is not imported by any stack/.test(messageOf(error)));
}
/** Whether the change set's state allows no (further) execution or deletion. */
function isWrongChangeSetState(error) {
    return isNamed(error, "InvalidChangeSetStatus");
}
/** Whether a change set of this name is there already. */
function isNameTaken(error) {
    return isNamed(error, "AlreadyExists");
}
/** Whether a call with this token was made before, with other options. */
function isTokenTaken(error) {
    return isNamed(error, "TokenAlreadyExists");
}
/** Whether a call may have had its effect although it failed: an answer that got lost, in this attempt or an earlier one. */
function mayHaveArrived(error) {
    if (!(error instanceof Error))
        return false;
    return errorKind(error, "").trouble === "unavailable" || attemptsOf(error) > 1;
}
/** Whether a quota is reached, e.g. that of a stack's change sets. */
function isLimitReached(error) {
    return isNamed(error, "LimitExceeded");
}
/** Whether a permission is missing. */
function isDenied(error) {
    return isNamed(error, ...DENIED);
}
/** Whether AWS does not take the request as it is; the message alone says why. */
function isRefused(error) {
    return isNamed(error, "ValidationError");
}
/**
 * Runs calls to AWS and turns what they throw into a `ServiceError`. `doing` completes "Cannot …":
 * "create change set pr-1 of stack x". An `ActionError` passes as it is.
 * @param service who is asked
 */
async function asking(doing, calls, service = "CloudFormation") {
    try {
        return await calls();
    }
    catch (error) {
        throw toActionError(error, doing, service);
    }
}
/** The failure of a call as a person should read it: what was not possible, AWS's words, and the next step. */
function toActionError(error, doing, service = "CloudFormation") {
    if (error instanceof errors/* ActionError */.l)
        return error;
    // A mistake of ours (TypeError, …) is no trouble of AWS's: it must not be taken for one.
    if (!(error instanceof Error) || isOwnMistake(error)) {
        return new errors/* ActionError */.l(`Cannot ${doing}: ${messageOf(error)}`, { reasonCode: "error", cause: error });
    }
    const kind = errorKind(error, service);
    return new serviceError/* ServiceError */._(`Cannot ${doing}: ${kind.message ?? sentence(error)}`, {
        reasonCode: kind.reasonCode,
        trouble: kind.trouble,
        ...(kind.hint === undefined ? {} : { hint: kind.hint }),
        cause: error,
    });
}
function isOwnMistake(error) {
    if (isNoAnswer(error))
        return false;
    return ["TypeError", "RangeError", "ReferenceError", "SyntaxError"].includes(error.name);
}
/** AWS's message, with its name where the message alone says little. */
function sentence(error) {
    const text = error.message === "" || error.message === "UnknownError" ? error.name : error.message;
    return /[.!?]$/.test(text) ? text : `${text}.`;
}

;// CONCATENATED MODULE: ./lib/aws/authorization.js





/** What is decoded for comfort is not waited for longer. */
const PATIENCE_MS = 3_000;
/**
 * Decodes with STS, where the role may (`sts:DecodeAuthorizationMessage`), one message a run: a failure has one cause.
 * Never fails: a text that cannot be decoded stays as it is. The client is loaded with the first message.
 */
function openExplainer(options, clock) {
    let asked;
    return async (text) => {
        const encoded = (0,denials/* encodedDenial */.W3)(text);
        if (encoded === undefined)
            return text;
        asked ??= { encoded, answer: decode(encoded, options, clock) };
        const denial = asked.encoded === encoded ? await asked.answer : undefined;
        return denial === undefined ? text : (0,denials/* withDenial */.u5)(text, denial);
    };
}
/** Puts the denials of a client's calls into words. */
function explainDenials(client, explain) {
    client.middlewareStack.add((next) => async (args) => {
        try {
            return await next(args);
        }
        catch (error) {
            if (error instanceof Error && isNamed(error, ...DENIED))
                error.message = await explain(error.message);
            throw error;
        }
    }, { step: "initialize", name: "explainDenials" });
}
async function decode(encoded, options, clock) {
    const [late, done] = [new AbortController(), new AbortController()];
    const giveUp = clock.sleep(PATIENCE_MS, done.signal).then(() => {
        late.abort();
        return undefined;
    });
    try {
        return await Promise.race([ask(encoded, options, late.signal), giveUp]);
    }
    catch (error) {
        // The hint then says what to run by hand.
        if (error instanceof errors/* ActionError */.l)
            return undefined;
        throw error;
    }
    finally {
        done.abort();
    }
}
async function ask(encoded, options, abortSignal) {
    const decoded = await asking("decode an authorization message", async () => {
        const sdk = await __webpack_require__.e(/* import() */ 695).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
        const client = new sdk.STSClient(clientSettings({ ...options, maxAttempts: 2 }));
        const command = new sdk.DecodeAuthorizationMessageCommand({ EncodedMessage: encoded });
        return (await client.send(command, { abortSignal })).DecodedMessage ?? "";
    }, "STS");
    return (0,denials/* decodedDenial */.mb)(decoded);
}

;// CONCATENATED MODULE: ./lib/aws/changeSets/changeSetName.js


/** The two as every call takes them. AWS knows a change set by its ARN alone; some other implementations do not. */
function naming({ arn, stack }) {
    return { ChangeSetName: arn, ...(stack === undefined ? {} : { StackName: stack }) };
}
/** The template of a change set as it was sent; `undefined` where AWS answers without one or refuses to tell it. */
function changeSetTemplate(client, set) {
    const command = new dist_cjs/* GetTemplateCommand */._JK({ ...naming(set), TemplateStage: "Original" });
    const isUntold = (error) => isGone(error) || isRefused(error);
    return unlessGone(async () => (await client.send(command)).TemplateBody, isUntold);
}
/** `undefined` for what is not there (any more). */
async function unlessGone(ask, isIt = isGone) {
    try {
        return await ask();
    }
    catch (error) {
        if (isIt(error))
            return undefined;
        throw error;
    }
}
function isGone(error) {
    return isMissingChangeSet(error) || isMissingStack(error);
}

;// CONCATENATED MODULE: ./lib/aws/changeSets/changeSetList.js




/** All change sets of a stack, all pages; none when there is no stack. */
async function listChangeSets(client, stackName) {
    const found = [];
    let page;
    do {
        const command = new dist_cjs/* ListChangeSetsCommand */.NK4({ StackName: stackName, ...defined({ NextToken: page }) });
        const answer = await client.send(command).catch((error) => {
            if (isMissingStack(error))
                return undefined;
            throw error;
        });
        found.push(...(answer?.Summaries ?? []).map(decodeSummary));
        page = answer?.NextToken;
    } while (page !== undefined);
    return found;
}
/** All of it is optional by the API: with the stack's name, a change set's name stands for its ARN as well. */
function decodeSummary(summary) {
    const name = summary.ChangeSetName ?? summary.ChangeSetId?.split("/")[1] ?? "";
    return {
        arn: summary.ChangeSetId ?? name,
        name,
        status: summary.Status ?? "",
        executionStatus: summary.ExecutionStatus ?? "",
        description: summary.Description ?? "",
        ...defined({ createdAt: summary.CreationTime?.getTime() }),
    };
}
/** Deletes a change set and those of its nested stacks; it is no error when it is gone already. */
async function deleteChangeSet(client, set) {
    try {
        await client.send(new dist_cjs/* DeleteChangeSetCommand */.$GE(naming(set)));
    }
    catch (error) {
        if (!isMissingChangeSet(error) && !isMissingStack(error))
            throw error;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/changes/request.js
var request = __webpack_require__(324);
;// CONCATENATED MODULE: ./lib/aws/changeSets/createChangeSet.js








/** Names to try: the one asked for, and with `-2` … `-5` where somebody else's change set has it. */
const NAMES_TRIED = 5;
/**
 * Asks for a change set and answers its ARN. A name that is taken is no obstacle: a change set that this very request
 * made (its answer was lost) is adopted, our own failed leftover is deleted, anybody else's is left alone and another
 * name taken. Throws what the SDK throws, and an `ActionError` when the stack can hold no more change sets.
 */
async function createChangeSet(edge, request) {
    for (let number = 1;; number++) {
        const named = {
            ...request,
            name: number === 1 ? request.name : `${request.name.slice(0, 125)}-${number}`,
        };
        try {
            return await create(edge, named);
        }
        catch (error) {
            // A token that is taken: the same request was made before, and its answer lost.
            if (!isNameTaken(error) && !isTokenTaken(error))
                throw error;
            const adopted = await resolveConflict(edge, named);
            if (adopted !== undefined)
                return adopted;
            if (number === NAMES_TRIED)
                throw error;
        }
    }
}
async function create(edge, request) {
    const send = async () => {
        const answer = await edge.client.send(new dist_cjs/* CreateChangeSetCommand */.YDU(inputOf(request)));
        return required(answer.Id, "Id");
    };
    try {
        return await send();
    }
    catch (error) {
        if (!isLimitReached(error))
            throw error;
        const deleted = await deleteLeftovers(edge, request.stackName);
        if (deleted > 0)
            return await send();
        throw new errors/* ActionError */.l(`Stack ${request.stackName} has as many change sets as it can hold, and none is a leftover of this action.`, {
            reasonCode: "error",
            hint: `Delete some: aws cloudformation list-change-sets --stack-name ${request.stackName}`,
            cause: error,
        });
    }
}
/** The change set that has the name: its ARN if this request made it, `undefined` if another name must be tried. */
async function resolveConflict(edge, request) {
    const present = await find(edge, request);
    if (present === undefined)
        return undefined;
    const arn = required(present.ChangeSetId, "ChangeSetId");
    // The name and the description hold run and attempt: both equal means that this run made it.
    if (present.Description !== request.description)
        return undefined;
    if (present.Status !== "FAILED" && (await isSameContent(edge, request, present)))
        return arn;
    edge.log.debug(`Change set ${request.name} is a leftover of this run: deleting it.`);
    await deleteChangeSet(edge.client, { arn, stack: request.stackName });
    return create(edge, request);
}
async function find(edge, request) {
    const command = new dist_cjs/* DescribeChangeSetCommand */.TTT({ ChangeSetName: request.name, StackName: request.stackName });
    try {
        return await edge.client.send(command);
    }
    catch (error) {
        if (isMissingChangeSet(error))
            return undefined;
        throw error;
    }
}
async function isSameContent(edge, request, present) {
    const set = { arn: required(present.ChangeSetId, "ChangeSetId"), stack: request.stackName };
    const body = await changeSetTemplate(edge.client, set);
    const values = new Map((present.Parameters ?? []).map((one) => [one.ParameterKey, one.ParameterValue]));
    // NoEcho values read `****`: they cannot be compared.
    const same = request.parameters.every(({ name, value }) => {
        const held = values.get(name);
        return value === undefined || held === value || /^\*+$/.test(held ?? "");
    });
    return same && body === request.templateBody;
}
/** Deletes this action's own change sets of the stack that can never be executed; answers how many. */
async function deleteLeftovers(edge, stackName) {
    const useless = (await listChangeSets(edge.client, stackName)).filter(({ description, status, executionStatus }) => description.startsWith(request/* DESCRIPTION_PREFIX */._) && (status === "FAILED" || executionStatus === "OBSOLETE"));
    if (useless.length === 0)
        return 0;
    edge.log.notice(`Stack ${stackName} holds no more change sets: deleting ${useless.length} leftovers of this action.`);
    // One after the other: the limit is reached at about a thousand, and deletions are throttled like any call.
    for (const { arn } of useless)
        await deleteChangeSet(edge.client, { arn, stack: stackName });
    return useless.length;
}
function inputOf(request) {
    const revert = request.deploymentMode === "revert-drift";
    const input = {
        StackName: request.stackName,
        ChangeSetName: request.name,
        ChangeSetType: request.type,
        Description: request.description,
        ...(request.templateUrl === undefined
            ? { TemplateBody: request.templateBody }
            : { TemplateURL: request.templateUrl }),
        Parameters: request.parameters.map(({ name, value }) => value === undefined
            ? { ParameterKey: name, UsePreviousValue: true }
            : { ParameterKey: name, ParameterValue: value }),
        // The SDK's type is a list of today's capabilities; AWS says what it does not know.
        Capabilities: request.capabilities,
        ...defined({
            RoleARN: request.roleArn,
            NotificationARNs: request.notificationArns?.slice(),
            // Absent keeps the stack's tags, an empty list takes them away.
            Tags: request.tags && Object.entries(request.tags).map(([Key, Value]) => ({ Key, Value })),
            ImportExistingResources: request.importExistingResources ? true : undefined,
            // REVERT_DRIFT takes no IncludeNestedStacks, not even `false`.
            DeploymentMode: revert ? "REVERT_DRIFT" : undefined,
            IncludeNestedStacks: revert ? undefined : request.includeNestedStacks,
            // Only `delete` is said here: the others are ExecuteChangeSet's DisableRollback, and both together are refused.
            OnStackFailure: request.onFailure === "delete" && request.type === "CREATE" ? "DELETE" : undefined,
        }),
    };
    return { ...input, ClientToken: createChangeSet_tokenOf(input) };
}
/** The same request has the same token, so that a retry after a lost answer makes no second change set. */
function createChangeSet_tokenOf(input) {
    return (0,external_node_crypto_.createHash)("sha256").update(JSON.stringify(input)).digest("hex");
}

;// CONCATENATED MODULE: ./lib/aws/changeSets/decodeChange.js

/** A change as our model has it. Throws where AWS leaves out what a decision hangs on. */
function decodeChange(change, stackPath, withoutValues) {
    const resource = required(change.ResourceChange, "ResourceChange");
    return {
        stackPath,
        action: required(resource.Action, "Action"),
        logicalId: required(resource.LogicalResourceId, "LogicalResourceId"),
        type: required(resource.ResourceType, "ResourceType"),
        scope: resource.Scope ?? [],
        details: (resource.Details ?? []).map(decodeDetail),
        ...defined({
            physicalId: resource.PhysicalResourceId,
            replacement: resource.Replacement,
            policyAction: resource.PolicyAction,
            before: parsed(resource.BeforeContext),
            after: parsed(resource.AfterContext),
            driftStatus: resource.ResourceDriftStatus,
            withoutValues: withoutValues ? true : undefined,
        }),
    };
}
function decodeDetail(detail) {
    const target = detail.Target ?? {};
    return {
        attribute: target.Attribute ?? "Properties",
        // AWS leaves it out for attributes that are no properties (tags, metadata), which replace nothing.
        requiresRecreation: target.RequiresRecreation ?? "Never",
        evaluation: detail.Evaluation ?? "Static",
        ...defined({
            name: target.Name,
            path: target.Path,
            before: target.BeforeValue,
            after: target.AfterValue,
            changeType: target.AttributeChangeType,
            source: detail.ChangeSource,
            causingEntity: detail.CausingEntity,
            drift: drifted(target.Drift),
        }),
    };
}
function drifted(drift) {
    if (drift === undefined)
        return undefined;
    return { previous: drift.PreviousValue ?? "", actual: drift.ActualValue ?? "" };
}
/** AWS truncates long contexts: what is no JSON any more is no context. The details still have the change. */
function parsed(context) {
    if (context === undefined || context === "")
        return undefined;
    try {
        // JSON.parse answers JSON: the only cast that is certain.
        return JSON.parse(context);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/aws/changeSets/describeChangeSet.js




/**
 * A change set with all its pages, its property values and its nested change sets. `first` is its first page without
 * values, where it was asked already. Throws what the SDK throws.
 */
async function describeChangeSet(edge, set, first) {
    const page = first ?? (await describePlain(edge.client, set));
    return decodeChangeSet(set, page, await resourceChanges(edge.client, set, [], page));
}
/** The first page without values: status and reason are reliable here only (aws-cdk-cli#1780). */
function describePlain(client, set) {
    return client.send(new dist_cjs/* DescribeChangeSetCommand */.TTT(naming(set)));
}
/** The changes of one change set, each followed by those of the nested stack that it is about. */
async function resourceChanges(client, set, stackPath, first) {
    const [plain, valued] = await Promise.all([
        changesOf(client, set, false, first),
        changesOf(client, set, true),
    ]);
    const trees = await Promise.all(merge(plain, valued).map(async ({ change, withoutValues }) => {
        const decoded = decodeChange(change, stackPath, withoutValues);
        const nested = change.ResourceChange?.ChangeSetId;
        if (nested === undefined)
            return [decoded];
        // A nested stack that is not made yet has no name.
        const inner = { arn: nested, stack: decoded.physicalId };
        return [decoded, ...(await resourceChanges(client, inner, [...stackPath, decoded.logicalId]))];
    }));
    return trees.flat();
}
async function changesOf(client, set, IncludePropertyValues, first) {
    // The token of a page with values must be sent with IncludePropertyValues again.
    const ask = (NextToken) => client.send(new dist_cjs/* DescribeChangeSetCommand */.TTT({ ...naming(set), IncludePropertyValues, ...defined({ NextToken }) }));
    const changes = [];
    for (let page = first ?? (await ask(undefined));; page = await ask(page.NextToken)) {
        changes.push(...(page.Changes ?? []));
        if (page.NextToken === undefined)
            return changes.filter((change) => change.ResourceChange !== undefined);
    }
}
/**
 * The plain list, each change in its form with values. With values AWS can leave out whole resources
 * (aws-cdk-cli#1780): those stay in their plain form.
 */
function merge(plain, valued) {
    const withValues = new Map(valued.map((change) => [logicalId(change), change]));
    const known = new Set(plain.map(logicalId));
    return [
        ...plain.map((change) => {
            const full = withValues.get(logicalId(change));
            return { change: full ?? change, withoutValues: full === undefined };
        }),
        // Never seen, but a change that only the description with values has must not be lost either.
        ...valued
            .filter((change) => !known.has(logicalId(change)))
            .map((change) => ({ change, withoutValues: false })),
    ];
}
function logicalId(change) {
    return required(change.ResourceChange?.LogicalResourceId, "LogicalResourceId");
}
function decodeChangeSet({ arn }, page, resources) {
    const stackArn = required(page.StackId, "StackId");
    return {
        arn: page.ChangeSetId ?? arn,
        name: page.ChangeSetName ?? partOf(arn),
        stackArn,
        stackName: page.StackName ?? partOf(stackArn),
        status: required(page.Status, "Status"),
        // One that is not said to be AVAILABLE is made anew.
        executionStatus: page.ExecutionStatus ?? "",
        resources,
        parameters: (page.Parameters ?? []).map((parameter) => ({
            name: required(parameter.ParameterKey, "ParameterKey"),
            value: parameter.ParameterValue ?? "",
            ...defined({ resolved: parameter.ResolvedValue }),
        })),
        tags: Object.fromEntries((page.Tags ?? []).map((tag) => [tag.Key, tag.Value ?? ""])),
        capabilities: page.Capabilities ?? [],
        notificationArns: page.NotificationARNs ?? [],
        createdAt: page.CreationTime?.getTime() ?? 0,
        ...defined({ statusReason: page.StatusReason }),
    };
}
/** The name in an ARN of a stack or a change set: `arn:…:changeSet/name/id`. */
function partOf(arn) {
    return arn.split("/")[1] ?? arn;
}

// EXTERNAL MODULE: ./lib/poll.js
var poll = __webpack_require__(9310);
// EXTERNAL MODULE: ./lib/stack/hints.js + 1 modules
var hints = __webpack_require__(6016);
;// CONCATENATED MODULE: ./lib/aws/changeSets/findings.js



/**
 * What AWS's validations and the account's hooks say about a change set, errors first. Never throws: without the
 * permission (or where the service is not there) it is one line of log, and the preview goes on.
 */
async function changeSetFindings(edge, arn) {
    const [validations, hooks] = await Promise.all([
        degrading(edge, "validation findings", "cloudformation:DescribeEvents", () => validationFindings(edge.client, arn)),
        degrading(edge, "hook findings", "cloudformation:ListHookResults and cloudformation:GetHookResult", () => hookFindings(edge.client, arn)),
    ]);
    const all = [...validations, ...hooks];
    return [...all.filter(({ level }) => level === "error"), ...all.filter(({ level }) => level !== "error")];
}
async function degrading(edge, what, actions, ask) {
    try {
        return await ask();
    }
    catch (error) {
        const why = isDenied(error) ? `the role lacks ${actions}` : toActionError(error, "ask for them").message;
        edge.log.notice(`No ${what} are shown: ${why}`);
        return [];
    }
}
async function validationFindings(client, arn) {
    const events = [];
    let page;
    do {
        // By ARN: a name would need the stack's as well, and finds no deleted stack's.
        const command = new dist_cjs/* DescribeEventsCommand */.w6x({ ChangeSetName: arn, ...defined({ NextToken: page }) });
        const answer = await client.send(command);
        events.push(...(answer.OperationEvents ?? []));
        page = answer.NextToken;
    } while (page !== undefined);
    return events.filter((event) => event.ValidationStatus === "FAILED").map(validationFinding);
}
function validationFinding(event) {
    const where = event.ValidationPath === undefined ? "" : ` (${event.ValidationPath})`;
    const says = event.ValidationStatusReason ?? "failed";
    return {
        level: event.ValidationFailureMode === "WARN" ? "warning" : "error",
        message: `${event.ValidationName ?? "Validation"}: ${says}${where}`,
        ...defined({ logicalId: event.LogicalResourceId }),
    };
}
async function hookFindings(client, arn) {
    const results = [];
    let page;
    do {
        const command = new dist_cjs/* ListHookResultsCommand */.VKF({
            TargetType: "CHANGE_SET",
            TargetId: arn,
            ...defined({ NextToken: page }),
        });
        const answer = await client.send(command).catch((error) => {
            if (isMissingHookResult(error))
                return undefined;
            throw error;
        });
        results.push(...(answer?.HookResults ?? []));
        page = answer?.NextToken;
    } while (page !== undefined);
    const failures = results.filter(({ Status }) => Status === "HOOK_COMPLETE_FAILED" || Status === "HOOK_FAILED");
    return Promise.all(failures.map((result) => hookFinding(client, result)));
}
async function hookFinding(client, result) {
    const id = result.HookResultId;
    const detail = id === undefined ? undefined : await client.send(new dist_cjs/* GetHookResultCommand */.Iyr({ HookResultId: id }));
    const annotations = (detail?.Annotations ?? [])
        .filter(({ Status }) => Status === "FAILED")
        .map(({ AnnotationName, StatusMessage, RemediationMessage }) => [AnnotationName, StatusMessage, RemediationMessage].filter(Boolean).join(": "));
    const says = [result.HookStatusReason ?? detail?.HookStatusReason ?? "failed", ...annotations].join(" ");
    return {
        level: result.FailureMode === "WARN" ? "warning" : "error",
        message: `Hook ${result.TypeName ?? ""}: ${says}`,
    };
}

;// CONCATENATED MODULE: ./lib/aws/changeSets/settleChangeSet.js







/** A change set of many nested stacks takes minutes; AWS itself gives up sooner than this. */
const SETTLES_WITHIN_MS = 15 * 60_000;
/** Reads are consistent within seconds; longer than this means that somebody deleted it. */
const FOUND_WITHIN_MS = 20_000;
/** AWS's words for a change set without changes, from the start of its reason. Any other FAILED is a real failure. */
const NO_CHANGES = ["The submitted information didn't contain changes.", "No updates are to be performed"];
/** Polls a change set that was just asked for until it is made or has failed. Throws what the SDK throws. */
async function settle(edge, set) {
    const { clock, pace, cancel } = edge;
    const { arn } = set;
    const started = clock.now();
    const delays = (attempt) => pace.pause((0,poll/* changeSetDelays */.b)(attempt));
    const options = { clock, delays, deadline: started + SETTLES_WITHIN_MS };
    const polled = await (0,poll/* poll */.w)({ ...options, ...defined({ signal: cancel }) }, () => settled(edge, set, started));
    switch (polled.kind) {
        case "done":
            return polled.value.Status === "FAILED"
                ? failed(edge, set, polled.value)
                : ready(edge, set, polled.value);
        case "aborted":
            throw new errors/* ActionError */.l(`The job was cancelled while change set ${arn} was made: nothing was executed.`, {
                reasonCode: "cancelled",
            });
        case "timed-out":
            throw new errors/* ActionError */.l(`Change set ${arn} was not ready after ${SETTLES_WITHIN_MS / 60_000} minutes.`, {
                reasonCode: "timeout",
                hint: "Run the job again: AWS may be slow just now.",
            });
    }
}
/** The change set's first page once it is made or has failed. */
async function settled(edge, set, started) {
    try {
        const page = await describePlain(edge.client, set);
        return page.Status === "CREATE_PENDING" || page.Status === "CREATE_IN_PROGRESS" ? undefined : page;
    }
    catch (error) {
        // Reads lag behind: a change set that was just made may not be found yet.
        if (isMissingChangeSet(error) && edge.clock.now() - started < FOUND_WITHIN_MS)
            return undefined;
        throw error;
    }
}
async function ready(edge, set, page) {
    const [changeSet, findings] = await Promise.all([
        describeChangeSet(edge, set, page),
        // Validations and hooks in WARN mode leave the change set successful: they must be asked for.
        changeSetFindings(edge, set.arn),
    ]);
    return { kind: "ready", changeSet, findings };
}
async function failed(edge, set, page) {
    const { arn } = set;
    const reason = page.StatusReason || (await reasonAgain(edge, set));
    const stackArn = required(page.StackId, "StackId");
    if (NO_CHANGES.some((text) => reason.startsWith(text)))
        return { kind: "no-changes", arn, stackArn, reason };
    const [detail, findings] = await Promise.all([nestedReason(edge, reason), changeSetFindings(edge, arn)]);
    const told = detail ?? reason;
    const hint = (0,hints/* hintFor */.J)("", told);
    return { kind: "failed", arn, stackArn, reason: told, findings, ...(hint === undefined ? {} : { hint }) };
}
/** A FAILED change set can be told without its reason for a moment (aws-cdk-cli#1780): asked a few times more. */
async function reasonAgain(edge, set) {
    const { client, clock, pace } = edge;
    const delays = (attempt) => pace.pause((0,poll/* changeSetDelays */.b)(attempt));
    const polled = await (0,poll/* poll */.w)({ clock, delays, deadline: clock.now() + 3000 }, async () => {
        return (await describePlain(client, set)).StatusReason || undefined;
    });
    return polled.kind === "done" ? polled.value : "CloudFormation gives no reason.";
}
/** "Nested change set arn:… was not successfully created: Currently in FAILED." says nothing: the nested one does. */
async function nestedReason(edge, reason) {
    const nested = /^Nested change set (arn:\S+) was not successfully created/.exec(reason)?.[1];
    if (nested === undefined)
        return undefined;
    const page = await describePlain(edge.client, { arn: nested, stack: undefined });
    const inner = page.StatusReason ?? "";
    return `Nested stack ${page.StackName ?? nested}: ${(await nestedReason(edge, inner)) ?? inner}`;
}

;// CONCATENATED MODULE: ./lib/aws/changeSets/changeSets.js










/**
 * Change sets as CloudFormation has them. Every function throws `ServiceError`s; `prepare` throws `cancelled` when
 * `cancel` aborts while CloudFormation makes the change set.
 */
function createChangeSets(edge) {
    const { client } = edge;
    return {
        prepare: (request) => asking(`create change set ${request.name} of stack ${request.stackName}`, async () => settle(edge, { arn: await createChangeSet(edge, request), stack: request.stackName })),
        describe: (arn, stack) => asking(`describe change set ${arn}`, () => unlessGone(() => describeChangeSet(edge, { arn, stack }))),
        template: (arn, stack) => asking(`read the template of change set ${arn}`, () => changeSetTemplate(client, { arn, stack })),
        list: (stackName) => asking(`list the change sets of stack ${stackName}`, () => listChangeSets(client, stackName)),
        delete: (arn, stack) => asking(`delete change set ${arn}`, () => deleteChangeSet(client, { arn, stack })),
        execute: (request) => asking(`execute change set ${request.changeSetArn}`, () => execute(edge, request)),
    };
}
async function execute(edge, request) {
    const command = new dist_cjs/* ExecuteChangeSetCommand */.PB_({
        ChangeSetName: request.changeSetArn,
        StackName: request.stackArn,
        ClientRequestToken: request.token,
        // Said explicitly where it may be: the documentation contradicts itself on the default.
        ...defined({ DisableRollback: request.disableRollback }),
    });
    try {
        await edge.client.send(command);
        return "started";
    }
    catch (error) {
        if (isMissingChangeSet(error))
            throw outdated(request, error);
        if (isStateRefusal(error))
            return stateAfter(edge, request, error);
        if (!mayHaveArrived(error))
            throw error;
        return afterLoss(edge, request, error);
    }
}
/** The token is of this very change set: whoever sent it before has executed it, if with another option. */
function isStateRefusal(error) {
    return isWrongChangeSetState(error) || isTokenTaken(error);
}
/** Also what a retry gets whose first answer was lost: the change set's own state tells. */
async function stateAfter(edge, request, error) {
    if (await hasBegun(edge, request))
        return "already-started";
    throw outdated(request, error);
}
/** After a call whose answer is lost. What cannot be told is `unavailable`: the operation may have begun. */
async function afterLoss(edge, request, error) {
    const failure = toActionError(error, `execute change set ${request.changeSetArn}`);
    const { message, reasonCode, hint } = failure;
    let begun;
    try {
        begun = await hasBegun(edge, request);
    }
    catch {
        const unknown = `${message} Whether it is being executed could not be asked either.`;
        throw new serviceError/* ServiceError */._(unknown, {
            ...{ reasonCode, trouble: "unavailable", cause: error },
            ...defined({ hint }),
        });
    }
    if (begun)
        return "already-started";
    // AWS has said that nothing has begun: the same call may be made again.
    if (failure instanceof serviceError/* ServiceError */._ && failure.trouble === "throttled")
        throw failure;
    // No `ServiceError`, which would leave that open.
    throw new errors/* ActionError */.l(message, { reasonCode, cause: error, ...defined({ hint }) });
}
async function hasBegun(edge, { changeSetArn: arn, stackArn: stack }) {
    const { ExecutionStatus: state } = await describePlain(edge.client, { arn, stack });
    return state?.startsWith("EXECUTE_") === true;
}
function outdated(request, cause) {
    return new errors/* ActionError */.l(`Change set ${request.changeSetArn} can no longer be executed: the stack was changed since.`, {
        reasonCode: "stale-review",
        hint: "Run the preview again and review what it shows.",
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/aws/exports.js



/** Who imports an export, as CloudFormation tells it. Throws `ServiceError`s. */
function createExports(client) {
    return {
        importers: (exportName, signal) => asking(`ask who imports ${exportName}`, () => importers(client, exportName, signal)),
    };
}
async function importers(client, exportName, abortSignal) {
    const found = [];
    let page;
    try {
        do {
            const command = new dist_cjs/* ListImportsCommand */.GFO({ ExportName: exportName, ...defined({ NextToken: page }) });
            const answer = await client.send(command, defined({ abortSignal }));
            found.push(...(answer.Imports ?? []));
            page = answer.NextToken;
        } while (page !== undefined);
        return found;
    }
    catch (error) {
        if (isNotImported(error))
            return found;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/aws/deletions/contents.js


/** Whether buckets and repositories are empty. The clients are loaded with their first call. */
function openContents(options) {
    let s3;
    let ecr;
    return {
        hasObjects: (bucket) => asking(`look into bucket ${bucket}`, async () => {
            s3 ??= openS3(options);
            return hasObjects(await s3, bucket);
        }, "S3"),
        hasImages: (repository) => asking(`look into repository ${repository}`, async () => {
            ecr ??= openEcr(options);
            return hasImages(await ecr, repository);
        }, "ECR"),
    };
}
async function openS3(options) {
    const sdk = await __webpack_require__.e(/* import() */ 711).then(__webpack_require__.t.bind(__webpack_require__, 3711, 19));
    const forcePathStyle = options.s3Endpoint !== undefined;
    return { sdk, client: new sdk.S3Client({ ...clientSettings(options), forcePathStyle }) };
}
async function openEcr(options) {
    const sdk = await __webpack_require__.e(/* import() */ 249).then(__webpack_require__.t.bind(__webpack_require__, 8249, 19));
    return { sdk, client: new sdk.ECRClient(clientSettings(options)) };
}
/** A bucket is deleted only without any version of an object, and any delete marker (API reference, DeleteBucket). */
async function hasObjects({ sdk, client }, Bucket) {
    try {
        const command = new sdk.ListObjectVersionsCommand({ Bucket, MaxKeys: 1 });
        const { Versions = [], DeleteMarkers = [] } = await client.send(command);
        return Versions.length + DeleteMarkers.length > 0;
    }
    catch (error) {
        if (contents_isNamed(error, "NoSuchBucket"))
            return false;
        throw error;
    }
}
async function hasImages({ sdk, client }, repositoryName) {
    try {
        const command = new sdk.ListImagesCommand({ repositoryName, maxResults: 1 });
        const { imageIds = [] } = await client.send(command);
        return imageIds.length > 0;
    }
    catch (error) {
        if (contents_isNamed(error, "RepositoryNotFoundException"))
            return false;
        throw error;
    }
}
function contents_isNamed(error, name) {
    return error instanceof Error && error.name === name;
}

;// CONCATENATED MODULE: ./lib/aws/rds.js


/** Asks RDS; the SDK's client is loaded with the first call. Throws `ServiceError`s. */
function rdsAsker(options) {
    let opened;
    return (doing, work) => asking(doing, async () => {
        opened ??= rds_open(options);
        return work(await opened);
    }, "RDS");
}
async function rds_open(options) {
    const sdk = await __webpack_require__.e(/* import() */ 202).then(__webpack_require__.t.bind(__webpack_require__, 7202, 19));
    return { sdk, client: new sdk.RDSClient(clientSettings(options)) };
}

;// CONCATENATED MODULE: ./lib/aws/deletions/databaseStates.js


/** Whether databases are protected, and their snapshots. The SDK's RDS client is loaded with the first call. */
function openDatabaseStates(options) {
    const ask = rdsAsker(options);
    return {
        isProtected: (kind, id) => ask(`ask for the deletion protection of ${id}`, (rds) => PROTECTED[kind](rds, id)),
        snapshots: (kind, id) => ask(`look for the snapshots of ${id}`, (rds) => SNAPSHOTS[kind](rds, id)),
    };
}
// A filter answers nothing for what is not there, where naming it would be an error.
const PROTECTED = {
    cluster: async ({ sdk, client }, id) => {
        const Filters = [{ Name: "db-cluster-id", Values: [id] }];
        const { DBClusters: [found] = [] } = await client.send(new sdk.DescribeDBClustersCommand({ Filters }));
        return found && found.DeletionProtection === true;
    },
    instance: async ({ sdk, client }, id) => {
        const Filters = [{ Name: "db-instance-id", Values: [id] }];
        const { DBInstances: [found] = [] } = await client.send(new sdk.DescribeDBInstancesCommand({ Filters }));
        return found && found.DeletionProtection === true;
    },
    "global-cluster": async ({ sdk, client }, id) => {
        try {
            const command = new sdk.DescribeGlobalClustersCommand({ GlobalClusterIdentifier: id });
            const { GlobalClusters: [found] = [] } = await client.send(command);
            return found && found.DeletionProtection === true;
        }
        catch (error) {
            if (error instanceof Error && error.name.startsWith("GlobalClusterNotFound"))
                return undefined;
            throw error;
        }
    },
};
const SNAPSHOTS = {
    // Last snapshots are manual ones: automated backups go with their database.
    cluster: (rds, id) => allPages(async (Marker) => {
        const command = new rds.sdk.DescribeDBClusterSnapshotsCommand({
            ...{ DBClusterIdentifier: id, SnapshotType: "manual" },
            ...defined({ Marker }),
        });
        const answer = await rds.client.send(command);
        const found = (answer.DBClusterSnapshots ?? []).map((it) => snapshot(it.DBClusterSnapshotIdentifier, it.SnapshotCreateTime));
        return { found, next: answer.Marker };
    }),
    instance: (rds, id) => allPages(async (Marker) => {
        const command = new rds.sdk.DescribeDBSnapshotsCommand({
            ...{ DBInstanceIdentifier: id, SnapshotType: "manual" },
            ...defined({ Marker }),
        });
        const answer = await rds.client.send(command);
        const found = (answer.DBSnapshots ?? []).map((it) => snapshot(it.DBSnapshotIdentifier, it.SnapshotCreateTime));
        return { found, next: answer.Marker };
    }),
};
async function allPages(ask) {
    const all = [];
    let marker;
    do {
        const { found, next } = await ask(marker);
        all.push(...found.flat());
        marker = next;
    } while (marker !== undefined && marker !== "");
    return all;
}
function snapshot(id, madeAt) {
    return id === undefined ? [] : [{ id, ...defined({ madeAt: madeAt?.getTime() }) }];
}

;// CONCATENATED MODULE: ./lib/aws/deletions/deletions.js





/**
 * What AWS says of a deletion. The services' own clients are loaded with the first call: few runs delete anything. Every
 * function throws `ServiceError`s.
 */
function createDeletions(client, options) {
    return {
        processedTemplate: (stackArn) => asking(`read the template of stack ${stackArn}`, () => processedTemplate(client, stackArn)),
        ...createExports(client),
        ...openDatabaseStates(options),
        ...openContents(options),
    };
}
async function processedTemplate(client, stack) {
    try {
        const command = new dist_cjs/* GetTemplateCommand */._JK({ StackName: stack, TemplateStage: "Processed" });
        const { TemplateBody: body } = await client.send(command);
        return body === undefined || /^\s*(\{\s*\})?\s*$/.test(body) ? undefined : body;
    }
    catch (error) {
        if (isMissingStack(error))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/aws/drift.js





/** A detection asks every resource's service in turn: some minutes for hundreds of them. */
const DETECTS_WITHIN_MS = 30 * 60_000;
/** Drift detection of a stack. Throws `ServiceError`s, and an `ActionError` when AWS could not detect. */
function createDrifts(edge) {
    return {
        detect: (stackArn) => asking(`detect the drift of stack ${stackArn}`, async () => {
            const { client } = edge;
            const started = await client.send(new dist_cjs/* DetectStackDriftCommand */._9b({ StackName: stackArn }));
            const id = required(started.StackDriftDetectionId, "StackDriftDetectionId");
            const ended = await detectionEnd(edge, id, stackArn);
            if (ended.DetectionStatus !== "DETECTION_FAILED") {
                return { resources: await driftedResources(client, stackArn) };
            }
            const incomplete = ended.DetectionStatusReason ?? "no reason given";
            return { resources: await checkedNonetheless(client, stackArn), incomplete };
        }),
    };
}
async function detectionEnd({ client, clock, pace, cancel }, id, stackArn) {
    const deadline = clock.now() + DETECTS_WITHIN_MS;
    const delays = (attempt) => pace.pause((0,poll/* changeSetDelays */.b)(attempt));
    const options = { clock, delays, deadline, ...defined({ signal: cancel }) };
    const polled = await (0,poll/* poll */.w)(options, async () => {
        const command = new dist_cjs/* DescribeStackDriftDetectionStatusCommand */.Hb8({ StackDriftDetectionId: id });
        const answer = await client.send(command);
        return answer.DetectionStatus === "DETECTION_IN_PROGRESS" ? undefined : answer;
    });
    if (polled.kind === "done")
        return polled.value;
    const cancelled = polled.kind === "aborted";
    throw new errors/* ActionError */.l(cancelled
        ? `The job was cancelled while the drift of stack ${stackArn} was detected.`
        : `The drift of stack ${stackArn} was not detected within ${DETECTS_WITHIN_MS / 60_000} minutes.`, { reasonCode: cancelled ? "cancelled" : "timeout" });
}
/** A detection that failed may have checked the other resources; where it checked none, AWS refuses the question. */
async function checkedNonetheless(client, stackArn) {
    try {
        return await driftedResources(client, stackArn);
    }
    catch (error) {
        if (isRefused(error))
            return [];
        throw error;
    }
}
async function driftedResources(client, stackArn) {
    const found = [];
    let page;
    do {
        const command = new dist_cjs/* DescribeStackResourceDriftsCommand */.Bkw({
            StackName: stackArn,
            StackResourceDriftStatusFilters: ["MODIFIED", "DELETED"],
            ...defined({ NextToken: page }),
        });
        const answer = await client.send(command);
        found.push(...(answer.StackResourceDrifts ?? []).map(decodeDrift));
        page = answer.NextToken;
    } while (page !== undefined);
    return found;
}
function decodeDrift(drift) {
    return {
        logicalId: required(drift.LogicalResourceId, "LogicalResourceId"),
        type: required(drift.ResourceType, "ResourceType"),
        status: drift.StackResourceDriftStatus === "DELETED" ? "DELETED" : "MODIFIED",
        differences: (drift.PropertyDifferences ?? []).map((difference) => ({
            path: difference.PropertyPath ?? "",
            kind: difference.DifferenceType ?? "NOT_EQUAL",
            expected: difference.ExpectedValue ?? "",
            actual: difference.ActualValue ?? "",
        })),
        ...defined({ physicalId: drift.PhysicalResourceId }),
    };
}

;// CONCATENATED MODULE: ./lib/aws/pace.js
/** Who is throttled slows down by this factor. */
const SLOWER = 0.7;
/** Calls a second that each answer brings back. */
const FASTER = 0.02;
/** Calls a second at which a pace begins that was free until now, and is free again: about what a poller wants. */
const FREE = 1 / 3;
const SLOWEST = 1 / 30;
/** Calls so far apart are a wait that wants to be explained. Milliseconds. */
const TOLD_FROM_MS = 10_000;
/** Several calls can be under way at once: refusals so close to each other are one. Milliseconds. */
const AT_ONCE_MS = 1_000;
/**
 * An account has one budget of calls for all that runs in it, and nobody knows how large it is. So it is found as TCP finds
 * its share of a line, by additive increase and multiplicative decrease: whoever is throttled slows down, all of them
 * together, and comes to an equal share. One pace for everything in this process that polls.
 * @param random jitter, in [0, 1): what was throttled together must not come back together
 * @param tell is called once, when it has become slow
 */
function openPace(now, random, tell) {
    let isTold = false;
    let rate = Number.POSITIVE_INFINITY;
    let slowedAt = Number.NEGATIVE_INFINITY;
    const apart = () => 1_000 / rate;
    return {
        throttled: () => {
            // Once for as long as calls are apart: the retries of one call would otherwise bring it to a halt by themselves.
            if (now() - slowedAt < Math.max(AT_ONCE_MS, apart()))
                return;
            slowedAt = now();
            rate = Math.max(SLOWEST, Math.min(rate, FREE) * SLOWER);
            if (isTold || apart() < TOLD_FROM_MS)
                return;
            isTold = true;
            tell?.();
        },
        answered: () => {
            rate += FASTER;
            if (rate >= FREE)
                rate = Number.POSITIVE_INFINITY;
        },
        apart,
        pause: (wanted) => Math.max(wanted, apart() * (0.75 + random() / 2)),
    };
}

;// CONCATENATED MODULE: ./lib/aws/parameterStore.js


/** The API's limit for the names of one request (GetParameters). */
const NAMES_A_REQUEST = 10;
/** SSM's parameters, as a dynamic reference reads them. The client is loaded with the first call: few templates need it. */
function openParameterStore(options) {
    return {
        read: (names) => asking(`read SSM parameters ${names.join(", ")}`, async () => {
            const sdk = await __webpack_require__.e(/* import() */ 736).then(__webpack_require__.t.bind(__webpack_require__, 4736, 19));
            const client = new sdk.SSMClient(clientSettings(options));
            const found = [];
            for (let start = 0; start < names.length; start += NAMES_A_REQUEST) {
                const command = new sdk.GetParametersCommand({
                    Names: names.slice(start, start + NAMES_A_REQUEST),
                });
                for (const parameter of (await client.send(command)).Parameters ?? []) {
                    const { Name: name = "", Version: version = 0, Value: value = "" } = parameter;
                    found.push({ name, version, value });
                }
            }
            return found;
        }, "SSM"),
    };
}

;// CONCATENATED MODULE: ./lib/aws/preflight/databases.js


/**
 * What RDS offers in the region, and which names are taken. The SDK's RDS client is loaded with the first call. Every
 * function throws `ServiceError`s.
 */
function openDatabases(options) {
    const ask = rdsAsker(options);
    return {
        versions: (engine, signal) => ask(`ask for the versions of ${engine}`, (rds) => versions(rds, engine, signal)),
        isOffered: (instance, signal) => ask(`ask for the instance classes of ${instance.engine} ${instance.version}`, (rds) => isOffered(rds, instance, signal)),
        takenClusters: (identifiers, signal) => ask("look for clusters of the same names", (rds) => takenClusters(rds, identifiers, signal)),
        takenInstances: (identifiers, signal) => ask("look for database instances of the same names", (rds) => takenInstances(rds, identifiers, signal)),
    };
}
async function versions({ sdk, client }, Engine, abortSignal) {
    const found = [];
    let Marker;
    do {
        // Without IncludeAll, RDS leaves out what it no longer creates.
        const command = new sdk.DescribeDBEngineVersionsCommand({ Engine, ...defined({ Marker }) });
        const answer = await client.send(command, { abortSignal });
        for (const { EngineVersion: version, Status } of answer.DBEngineVersions ?? [])
            if (version !== undefined && Status !== "deprecated")
                found.push(version);
        Marker = answer.Marker;
    } while (Marker !== undefined && Marker !== "");
    return found;
}
async function isOffered({ sdk, client }, instance, abortSignal) {
    const command = new sdk.DescribeOrderableDBInstanceOptionsCommand({
        Engine: instance.engine,
        EngineVersion: instance.version,
        DBInstanceClass: instance.instanceClass,
        MaxRecords: 20,
    });
    const answer = await client.send(command, { abortSignal });
    return (answer.OrderableDBInstanceOptions ?? []).length > 0;
}
async function takenClusters({ sdk, client }, identifiers, abortSignal) {
    // A filter answers nothing for names that nobody has, where naming one would be an error.
    const Filters = [{ Name: "db-cluster-id", Values: [...identifiers] }];
    const answer = await client.send(new sdk.DescribeDBClustersCommand({ Filters }), { abortSignal });
    return (answer.DBClusters ?? []).flatMap(({ DBClusterIdentifier: id }) => id ?? []);
}
async function takenInstances({ sdk, client }, identifiers, abortSignal) {
    const Filters = [{ Name: "db-instance-id", Values: [...identifiers] }];
    const answer = await client.send(new sdk.DescribeDBInstancesCommand({ Filters }), { abortSignal });
    return (answer.DBInstances ?? []).flatMap(({ DBInstanceIdentifier: id }) => id ?? []);
}

;// CONCATENATED MODULE: ./lib/aws/preflight/secretStore.js



/** Secrets, of which no value is read. The SDK's client is loaded with the first call. Throws `ServiceError`s. */
function openSecretStore(options) {
    let opened;
    return {
        find: (ids, signal) => asking("ask for the secrets", async () => {
            opened ??= secretStore_open(options);
            const manager = await opened;
            const found = await Promise.all(ids.map((id) => secretStore_find(manager, id, signal)));
            return found.filter((secret) => secret !== undefined);
        }, "Secrets Manager"),
    };
}
async function secretStore_open(options) {
    const sdk = await __webpack_require__.e(/* import() */ 994).then(__webpack_require__.t.bind(__webpack_require__, 2994, 19));
    return { sdk, client: new sdk.SecretsManagerClient(clientSettings(options)) };
}
async function secretStore_find({ sdk, client }, id, abortSignal) {
    try {
        const command = new sdk.DescribeSecretCommand({ SecretId: id });
        const { DeletedDate, VersionIdsToStages = {} } = await client.send(command, { abortSignal });
        const found = {
            id,
            isBeingDeleted: DeletedDate !== undefined,
            stages: Object.values(VersionIdsToStages).flatMap((stages) => stages ?? []),
        };
        return found;
    }
    catch (error) {
        if (isNamed(error, "ResourceNotFound"))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/aws/preflight/subnets.js



/** Subnets as EC2 has them. The SDK's EC2 client is loaded with the first call. Throws `ServiceError`s. */
function openSubnets(options) {
    let opened;
    return {
        find: (ids, signal) => asking("ask for the subnets", async () => {
            opened ??= subnets_open(options);
            return subnets_find(await opened, ids, signal);
        }, "EC2"),
    };
}
async function subnets_open(options) {
    const sdk = await __webpack_require__.e(/* import() */ 193).then(__webpack_require__.t.bind(__webpack_require__, 5193, 19));
    return { sdk, client: new sdk.EC2Client(clientSettings(options)) };
}
/** A filter takes 200 values (EC2, DescribeSubnets). */
const FILTER_VALUES = 200;
async function subnets_find({ sdk, client }, ids, abortSignal) {
    const found = [];
    for (let at = 0; at < ids.length; at += FILTER_VALUES) {
        // By a filter: asked for by id, a single subnet that is not there would be the only answer.
        const Filters = [{ Name: "subnet-id", Values: ids.slice(at, at + FILTER_VALUES) }];
        const answer = await client.send(new sdk.DescribeSubnetsCommand({ Filters }), { abortSignal });
        for (const subnet of answer.Subnets ?? []) {
            found.push({
                id: required(subnet.SubnetId, "SubnetId"),
                zone: required(subnet.AvailabilityZone, "AvailabilityZone"),
                vpc: required(subnet.VpcId, "VpcId"),
            });
        }
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/aws/signer.js




/** The MAC of the shortest keys; IAM can ask for it (`kms:MacAlgorithm`). */
const ALGORITHM = "HMAC_SHA_256";
/**
 * Signs and verifies by one KMS key (GenerateMac, VerifyMac; the key's usage is GENERATE_VERIFY_MAC). The client is
 * loaded with the first call. Whatever fails throws: a signature that cannot be verified is none.
 */
function openSigner(keyId, options) {
    let opened;
    const kms = () => {
        opened ??= signer_open(options);
        return opened;
    };
    return {
        sign: (text) => asking(`sign the record with KMS key ${keyId}`, async () => {
            const { sdk, client } = await kms();
            const { Mac: mac } = await client.send(new sdk.GenerateMacCommand({ KeyId: keyId, MacAlgorithm: ALGORITHM, Message: bytes(text) }));
            if (mac === undefined)
                throw new errors/* ActionError */.l("KMS answered without a MAC.", { reasonCode: "error" });
            return Buffer.from(mac).toString("base64");
        }, "KMS"),
        verify: (text, mac) => asking(`verify the record with KMS key ${keyId}`, async () => {
            const { sdk, client } = await kms();
            const input = { KeyId: keyId, MacAlgorithm: ALGORITHM, Message: bytes(text) };
            try {
                const command = new sdk.VerifyMacCommand({ ...input, Mac: Buffer.from(mac, "base64") });
                return (await client.send(command)).MacValid === true;
            }
            catch (error) {
                // A wrong MAC is an error to KMS.
                if (isNamed(error, "KMSInvalidMac"))
                    return false;
                throw error;
            }
        }, "KMS"),
    };
}
async function signer_open(options) {
    const sdk = await __webpack_require__.e(/* import() */ 632).then(__webpack_require__.t.bind(__webpack_require__, 2632, 19));
    return { sdk, client: new sdk.KMSClient(clientSettings(options)) };
}
function bytes(text) {
    return new TextEncoder().encode(text);
}

;// CONCATENATED MODULE: ./lib/aws/stacks.js



/**
 * Stacks as CloudFormation has them. Every function throws `ServiceError`s.
 * @param explain puts the reasons of failed events into words
 */
function createStacks(client, explain = (text) => Promise.resolve(text)) {
    return {
        describe: (stack) => asking(`describe stack ${stack}`, () => describe(client, stack)),
        template: (stack) => asking(`read the template of stack ${stack}`, () => template(client, stack)),
        events: (stackArn, isKnown) => asking(`read the events of stack ${stackArn}`, async () => explained(await events(client, stackArn, isKnown), explain)),
        delete: (stackArn, token) => asking(`delete stack ${stackArn}`, async () => {
            await client.send(new dist_cjs/* DeleteStackCommand */.fAr({ StackName: stackArn, ClientRequestToken: token }));
        }),
        resources: (stackArn) => asking(`list the resources of stack ${stackArn}`, () => resources(client, stackArn)),
        setTerminationProtection: (stackName, enabled) => asking(`set the termination protection of stack ${stackName}`, async () => {
            await client.send(new dist_cjs/* UpdateTerminationProtectionCommand */.mP2({
                StackName: stackName,
                EnableTerminationProtection: enabled,
            }));
        }),
    };
}
async function describe(client, stack) {
    try {
        const { Stacks: [found] = [] } = await client.send(new dist_cjs/* DescribeStacksCommand */.Y47({ StackName: stack }));
        return found && decodeStack(found);
    }
    catch (error) {
        if (isMissingStack(error))
            return undefined;
        throw error;
    }
}
async function template(client, stack) {
    try {
        const command = new dist_cjs/* GetTemplateCommand */._JK({ StackName: stack, TemplateStage: "Original" });
        const { TemplateBody: body } = await client.send(command);
        // Every template has resources: an empty one is none.
        return body === undefined || /^\s*(\{\s*\})?\s*$/.test(body) ? undefined : body;
    }
    catch (error) {
        if (isMissingStack(error) || (isRefused(error) && (await isShell(client, stack))))
            return undefined;
        throw error;
    }
}
/** A shell in REVIEW_IN_PROGRESS has no template; what GetTemplate says then is documented nowhere. */
async function isShell(client, stack) {
    return (await describe(client, stack))?.status === "REVIEW_IN_PROGRESS";
}
async function events(client, stackArn, isKnown) {
    const found = [];
    let page;
    do {
        const command = new dist_cjs/* DescribeStackEventsCommand */.Ie9({ StackName: stackArn, ...defined({ NextToken: page }) });
        const answer = await client.send(command);
        for (const event of (answer.StackEvents ?? []).map(decodeEvent)) {
            if (isKnown(event))
                return found;
            found.push(event);
        }
        page = answer.NextToken;
    } while (page !== undefined);
    return found;
}
/** The oldest first: it is the cause of the others, and not every message is decoded. */
async function explained(newestFirst, explain) {
    const told = [];
    for (const event of newestFirst.toReversed())
        told.push(event.reason === undefined ? event : { ...event, reason: await explain(event.reason) });
    return told.toReversed();
}
async function resources(client, stackArn) {
    const found = [];
    let page;
    do {
        const command = new dist_cjs/* ListStackResourcesCommand */.XnL({ StackName: stackArn, ...defined({ NextToken: page }) });
        const answer = await client.send(command);
        for (const resource of answer.StackResourceSummaries ?? []) {
            found.push({
                logicalId: required(resource.LogicalResourceId, "LogicalResourceId"),
                type: required(resource.ResourceType, "ResourceType"),
                status: required(resource.ResourceStatus, "ResourceStatus"),
                ...defined({ physicalId: resource.PhysicalResourceId, reason: resource.ResourceStatusReason }),
            });
        }
        page = answer.NextToken;
    } while (page !== undefined);
    return found;
}
function decodeStack(stack) {
    return {
        arn: required(stack.StackId, "StackId"),
        name: required(stack.StackName, "StackName"),
        status: required(stack.StackStatus, "StackStatus"),
        parameters: (stack.Parameters ?? []).map((parameter) => ({
            name: required(parameter.ParameterKey, "ParameterKey"),
            value: parameter.ParameterValue ?? "",
            ...defined({ resolved: parameter.ResolvedValue }),
        })),
        tags: Object.fromEntries((stack.Tags ?? []).map((tag) => [tag.Key, tag.Value ?? ""])),
        outputs: (stack.Outputs ?? []).map((output) => ({
            key: required(output.OutputKey, "OutputKey"),
            value: output.OutputValue ?? "",
            ...defined({ description: output.Description, exportName: output.ExportName }),
        })),
        capabilities: stack.Capabilities ?? [],
        notificationArns: stack.NotificationARNs ?? [],
        terminationProtection: stack.EnableTerminationProtection ?? false,
        createdAt: time(stack.CreationTime, "CreationTime"),
        ...defined({
            statusReason: stack.StackStatusReason,
            roleArn: stack.RoleARN,
            changeSetArn: stack.ChangeSetId,
            updatedAt: stack.LastUpdatedTime?.getTime(),
        }),
    };
}
function decodeEvent(event) {
    return {
        id: required(event.EventId, "EventId"),
        stackArn: required(event.StackId, "StackId"),
        stackName: required(event.StackName, "StackName"),
        logicalId: event.LogicalResourceId ?? "",
        type: event.ResourceType ?? "",
        at: time(event.Timestamp, "Timestamp"),
        status: event.ResourceStatus ?? "",
        ...defined({
            physicalId: event.PhysicalResourceId,
            reason: event.ResourceStatusReason,
            token: event.ClientRequestToken,
            operationId: event.OperationId,
            detailedStatus: event.DetailedStatus,
            hook: event.HookType === undefined ? undefined : decodeHook(event, event.HookType),
        }),
    };
}
function decodeHook(event, type) {
    return {
        type,
        status: event.HookStatus ?? "",
        ...defined({ reason: event.HookStatusReason, failureMode: event.HookFailureMode }),
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/template/tree/stored.js
var stored = __webpack_require__(9096);
;// CONCATENATED MODULE: ./lib/aws/templateBucket.js








/**
 * The bucket that AWS reads templates and other files from. The SDK's S3 client is loaded with the first call: few runs
 * need it, and every run would wait for it.
 */
function openTemplateBucket(options) {
    let opened;
    return {
        // The upload only says which state is wanted, so that it may be repeated; encryption is what the bucket has by default.
        store: (object) => asking(`put ${"body" in object ? "the template" : object.name} into bucket ${object.bucket}`, async () => {
            opened ??= templateBucket_open(options);
            return store(await opened, object, options.region);
        }, "S3"),
        read: (url) => asking(`read the template ${url}`, async () => {
            const object = (0,stored/* s3Object */.KE)(url, options.s3Endpoint);
            if (object === undefined)
                return undefined;
            opened ??= templateBucket_open(options);
            return read(await opened, object);
        }, "S3"),
    };
}
async function read({ sdk, client }, { bucket, key, version }) {
    try {
        const command = new sdk.GetObjectCommand({
            Bucket: bucket,
            Key: key,
            ...defined({ VersionId: version }),
        });
        return await (await client.send(command)).Body?.transformToString("utf-8");
    }
    catch (error) {
        // A bucket of another region answers with a redirect, which says as little as a refusal.
        const isElsewhere = headerOf(error, "x-amz-bucket-region") !== undefined;
        if (isMissingObject(error) || isForbidden(error) || isElsewhere)
            return undefined;
        if (error instanceof Error && error.name === "NoSuchBucket")
            return undefined;
        throw error;
    }
}
async function templateBucket_open(options) {
    const sdk = await __webpack_require__.e(/* import() */ 711).then(__webpack_require__.t.bind(__webpack_require__, 3711, 19));
    const client = new sdk.S3Client({
        ...clientSettings(options),
        forcePathStyle: options.pathStyle,
        logger: QUIET,
    });
    return { sdk, client };
}
const silent = () => undefined;
/** Without a logger the SDK writes past our log that it repeats no call whose body is a stream; `uploadFile` does. */
const QUIET = { trace: silent, debug: silent, info: silent, warn: silent, error: silent };
async function store(bucket, object, region) {
    try {
        if (await isPresent(bucket, object))
            return "present";
        await ("body" in object ? uploadTemplate(bucket, object) : uploadFile(bucket, object));
        return "uploaded";
    }
    catch (error) {
        throw elsewhere(error, object.bucket, region) ?? missingBucket(error, object.bucket) ?? error;
    }
}
/**
 * Whether exactly this object is there. Its key says so, but others may be able to write to the bucket: S3's own
 * checksum, or where there is none the content, has the last word.
 */
async function isPresent({ sdk, client }, object) {
    const place = { Bucket: object.bucket, Key: object.key };
    try {
        const head = await client.send(new sdk.HeadObjectCommand({ ...place, ChecksumMode: "ENABLED" }));
        if (head.ChecksumSHA256 !== undefined)
            return head.ChecksumSHA256 === checksum(object);
        const { Body: held } = await client.send(new sdk.GetObjectCommand(place));
        const hash = (0,external_node_crypto_.createHash)("sha256");
        // In Node the SDK gives a stream; a file may be too large for the memory.
        for await (const chunk of (held ?? []))
            hash.update(chunk);
        return hash.digest("base64") === checksum(object);
    }
    catch (error) {
        // Without s3:ListBucket, S3 answers 403 for what is not there: then the upload tells what may be done.
        if (isMissingObject(error) || isForbidden(error))
            return false;
        throw error;
    }
}
async function uploadTemplate({ sdk, client }, template) {
    const { bucket, key, body } = template;
    await client.send(new sdk.PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: body,
        ContentType: "application/json",
        ChecksumSHA256: checksum(template),
    }));
}
/** The SDK repeats no call whose body is a stream, for it has been read: a new one is opened each time. */
const FILE_ATTEMPTS = 4;
/** A connection that takes so few bytes a millisecond is taken for dead. */
const SLOWEST_UPLOAD = 100;
async function uploadFile(bucket, file) {
    for (let attempt = 1;; attempt++) {
        try {
            return await sendFile(bucket, file);
        }
        catch (error) {
            const status = templateBucket_statusOf(error) ?? 500;
            if (attempt >= FILE_ATTEMPTS || (status < 500 && status !== 429))
                throw error;
            await (0,promises_.setTimeout)(250 * 2 ** attempt);
        }
    }
}
async function sendFile({ sdk, client }, stored) {
    const { bucket, key, file, bytes } = stored;
    const body = (0,external_node_fs_.createReadStream)(file);
    try {
        await client.send(new sdk.PutObjectCommand({
            Bucket: bucket,
            Key: key,
            Body: body,
            ContentLength: bytes,
            ChecksumSHA256: checksum(stored),
        }), { requestTimeout: 30_000 + bytes / SLOWEST_UPLOAD });
    }
    finally {
        body.destroy();
    }
}
/** As S3 gives it: base64. */
function checksum(object) {
    return "body" in object
        ? (0,external_node_crypto_.createHash)("sha256").update(object.body, "utf8").digest("base64")
        : Buffer.from(object.digest, "hex").toString("base64");
}
function isMissingObject(error) {
    return error instanceof Error && (error.name === "NotFound" || error.name === "NoSuchKey");
}
/** The answer to HEAD has no body, and so no code: `403` is all that is known. */
function isForbidden(error) {
    return isDenied(error) || (error instanceof Error && error.name === "403") || templateBucket_statusOf(error) === 403;
}
/** S3 names a bucket's region in a header of whatever it answers to a call in another region (301 or 400). */
function elsewhere(error, bucket, region) {
    const actual = headerOf(error, "x-amz-bucket-region");
    if (actual === undefined || actual === region)
        return undefined;
    return new errors/* ActionError */.l(`Bucket ${bucket} is in ${actual}, but the stack is in ${region}.`, {
        reasonCode: "invalid-input",
        hint: `Name a bucket of ${region} in s3-bucket.`,
        cause: error,
    });
}
function missingBucket(error, bucket) {
    if (!(error instanceof Error) || error.name !== "NoSuchBucket")
        return undefined;
    return new errors/* ActionError */.l(`There is no bucket ${bucket}.`, {
        reasonCode: "invalid-input",
        hint: "Create it, or name another one in s3-bucket.",
        cause: error,
    });
}
function templateBucket_statusOf(error) {
    return error instanceof Error && "$metadata" in error
        ? error.$metadata.httpStatusCode
        : undefined;
}
function headerOf(error, name) {
    const response = error instanceof Error && "$response" in error ? error.$response : undefined;
    return response?.headers?.[name];
}

// EXTERNAL MODULE: ./lib/unlessCancelled.js
var unlessCancelled = __webpack_require__(1674);
;// CONCATENATED MODULE: ./lib/aws/untilCancelled.js


/**
 * Gives up every call of the client when the job is cancelled, its retries included: seconds are left then, and a call
 * that hangs or waits for its next attempt would take them all. But what has become of an execution should be known, so
 * its caller waits as long as it can.
 */
function untilCancelled(client, cancel) {
    client.middlewareStack.add((next, { commandName = "" }) => async (args) => {
        const name = commandName.replace(/Command$/, "");
        if (name === "ExecuteChangeSet")
            return next(args);
        const answer = await (0,unlessCancelled/* unlessCancelled */.M)(cancel, () => next(args));
        if (answer !== "cancelled")
            return answer;
        throw new errors/* ActionError */.l(`The job was cancelled during ${name}.`, { reasonCode: "cancelled" });
    }, { step: "initialize", name: "untilCancelled" });
}

;// CONCATENATED MODULE: ./lib/aws/connect.js















const THROTTLED = "AWS throttles CloudFormation's calls in this account and region, which are too many at the moment: this run asks more slowly.";
/** A preflight's question is given up sooner: it is asked for comfort. */
const PREFLIGHT_ATTEMPTS = 3;
/** One account and region, as the environment's credentials see it. Nothing is asked yet. */
function connectAws({ s3Endpoint, clock, log, cancel, ...options }) {
    const pace = openPace(clock.now, Math.random, () => log.notice(THROTTLED));
    const client = createCloudFormationClient({ ...options, pace });
    untilCancelled(client, cancel);
    const explain = openExplainer(options, clock);
    explainDenials(client, explain);
    const edge = { client, clock, pace, log, cancel };
    return {
        pace,
        stacks: createStacks(client, explain),
        changeSets: createChangeSets(edge),
        deletions: createDeletions(client, { ...options, s3Endpoint }),
        drifts: createDrifts(edge),
        exports: createExports(client),
        templateBucket: openTemplateBucket({ ...options, s3Endpoint, pathStyle: s3Endpoint !== undefined }),
        parameterStore: openParameterStore(options),
        signer: (keyId) => openSigner(keyId, options),
        databases: openDatabases({ ...options, maxAttempts: PREFLIGHT_ATTEMPTS }),
        secretStore: openSecretStore({ ...options, maxAttempts: PREFLIGHT_ATTEMPTS }),
        subnets: openSubnets({ ...options, maxAttempts: PREFLIGHT_ATTEMPTS }),
    };
}


/***/ })

};
