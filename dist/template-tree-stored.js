// src/changes/request.ts
/**
* What the `Description` of every change set of this action starts with. It tells our own leftovers, which may be
* deleted, from other people's change sets, which never are.
*/
const DESCRIPTION_PREFIX = "aurora-deploy-action";

// src/poll.ts
/**
* Asks `step` at once and then after each delay, until it answers something. Throws what `step` throws.
* The SDK's waiters are not used: they start at 30 s and count some failures as success.
*/
async function poll(options, step) {
	const { clock, delays, signal, deadline = Number.POSITIVE_INFINITY } = options;
	for (let attempt = 0;; attempt++) {
		if (signal?.aborted) return { kind: "aborted" };
		const last = clock.now() >= deadline;
		const value = await step();
		if (value !== void 0) return {
			kind: "done",
			value
		};
		if (last) return { kind: "timed-out" };
		await clock.sleep(Math.max(0, Math.min(delays(attempt), deadline - clock.now())), signal);
	}
}
/**
* A change set often settles within seconds: 0.3 s, growing by 6 % of what was waited already to 2 s. So one that takes
* 6 s is noticed after a third of a second on average, with 14 calls.
*/
function changeSetDelays(attempt) {
	return Math.min(2e3, Math.round(300 * 1.06 ** attempt));
}

// src/template/tree/stored.ts
/** CloudFormation quota: a template in the request itself, in bytes of UTF-8. */
const INLINE_BYTES = 51200;
/**
* The place of a template or file, which its content alone decides: the same content is uploaded once, another one never
* takes its place, and a run that makes it again gets the same URL.
* @param digest SHA-256 of the content, 64 hexadecimal digits
* @param extension of the name, with its dot
*/
function placeOf(digest, store, extension = ".json") {
	const { bucket, prefix } = store;
	const key = [
		prefix,
		"aurora-deploy-action",
		`${digest}${extension}`
	].filter((part) => part !== "").join("/");
	return {
		bucket,
		key,
		url: objectUrl(store, key)
	};
}
/** The digest in the URL of a template that `placeOf` placed; `undefined` for any other URL. */
function uploadedDigest(url) {
	return url === void 0 ? void 0 : /\/aurora-deploy-action\/([0-9a-f]{64})\.json$/.exec(url)?.[1];
}
/**
* The object that a `TemplateURL` names: the bucket in the host or in the path, in any partition, or under an emulator's
* base URL. `undefined` for what is no S3 URL.
*/
function s3Object(url, endpoint) {
	if (!URL.canParse(url)) return void 0;
	const { origin, hostname, pathname, searchParams } = new URL(url);
	const path = decodeURIComponent(pathname.slice(1));
	const version = searchParams.get("versionId") ?? void 0;
	const object = (bucket, key) => bucket === "" || key === "" ? void 0 : {
		bucket,
		key,
		...version === void 0 ? {} : { version }
	};
	const inHost = /^(.+)\.s3[.-](?:dualstack\.)?[a-z0-9.-]+$/.exec(hostname)?.[1];
	if (/^s3[.-]/.test(hostname) || endpoint !== void 0 && URL.canParse(endpoint) && origin === new URL(endpoint).origin) return object(path.split("/")[0] ?? "", path.split("/").slice(1).join("/"));
	return inHost === void 0 ? void 0 : object(inHost, path);
}
/** S3's hosts end in the partition's own domain (the partitions table of the AWS SDKs). */
const DOMAINS = [
	[/^cn-/, "amazonaws.com.cn"],
	[/^us-iso-/, "c2s.ic.gov"],
	[/^us-isob-/, "sc2s.sgov.gov"],
	[/^us-isof-/, "csp.hci.ic.gov"],
	[/^eu-isoe-/, "cloud.adc-e.uk"],
	[/^eusc-/, "amazonaws.eu"]
];
/**
* The URL of an object. In the bucket's own host, but where the bucket has a dot in its name, which the certificate of
* `*.s3.<region>.<domain>` does not cover, and on an emulator, whose host has no subdomains: there in the path.
*/
function objectUrl({ bucket, region, endpoint }, key) {
	if (endpoint !== void 0) return `${endpoint.replace(/\/+$/, "")}/${bucket}/${key}`;
	const host = `s3.${region}.${domainOf(region)}`;
	return bucket.includes(".") ? `https://${host}/${bucket}/${key}` : `https://${bucket}.${host}/${key}`;
}
function domainOf(region) {
	return DOMAINS.find(([regions]) => regions.test(region))?.[1] ?? "amazonaws.com";
}
/**
* The base URL of S3 where the environment puts it elsewhere than on AWS (`AWS_ENDPOINT_URL_S3`, `AWS_ENDPOINT_URL`).
* A private endpoint of AWS's own is no such place: CloudFormation reads from the public one, whoever uploads how.
*/
function emulatedEndpoint(env) {
	if (env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS?.toLowerCase() === "true") return void 0;
	const url = env.AWS_ENDPOINT_URL_S3 || env.AWS_ENDPOINT_URL;
	if (url === void 0 || url === "" || !URL.canParse(url)) return void 0;
	const { hostname } = new URL(url);
	return ["amazonaws.com", ...DOMAINS.map(([, domain]) => domain)].some((domain) => hostname.endsWith(`.${domain}`)) ? void 0 : url;
}

export { DESCRIPTION_PREFIX, INLINE_BYTES, changeSetDelays, emulatedEndpoint, placeOf, poll, s3Object, uploadedDigest };