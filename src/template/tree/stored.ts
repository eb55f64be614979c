/** Where templates and other files are put that AWS reads by their places. */
export interface TemplateStore {
  readonly bucket: string;
  /** Without slashes at its ends; empty for none. */
  readonly prefix: string;
  readonly region: string;
  /** Base URL of an emulator's S3; absent on AWS. */
  readonly endpoint?: string;
}

/** A place in a bucket, and the URL that CloudFormation reads it by. */
export interface StoredPlace {
  readonly bucket: string;
  readonly key: string;
  readonly url: string;
}

/** A template that is, or is to be, in a bucket. */
export interface StoredTemplate extends StoredPlace {
  readonly body: string;
}

/** A file that is, or is to be, in a bucket. */
export interface StoredFile extends StoredPlace {
  /** As the user knows it: the path in the workspace. */
  readonly name: string;
  /** Where its content is on this machine. */
  readonly file: string;
  readonly bytes: number;
  /** SHA-256 of its content, 64 hexadecimal digits. */
  readonly digest: string;
}

/** CloudFormation quota: a template in the request itself, in bytes of UTF-8. */
export const INLINE_BYTES = 51_200;

/**
 * The place of a template or file, which its content alone decides: the same content is uploaded once, another one never
 * takes its place, and a run that makes it again gets the same URL.
 * @param digest SHA-256 of the content, 64 hexadecimal digits
 * @param extension of the name, with its dot
 */
export function placeOf(digest: string, store: TemplateStore, extension = ".json"): StoredPlace {
  const { bucket, prefix } = store;
  const key = [prefix, "aurora-deploy-action", `${digest}${extension}`]
    .filter((part) => part !== "")
    .join("/");
  return { bucket, key, url: objectUrl(store, key) };
}

const UPLOADED = /^(.*)\/aurora-deploy-action\/([0-9a-f]{64})\.json$/;

/** The digest in the URL of a template that `placeOf` placed; `undefined` for any other URL. */
export function uploadedDigest(url: string | undefined): string | undefined {
  return url === undefined ? undefined : UPLOADED.exec(url)?.[2];
}

/**
 * What stands in a comparison for the URL of a template that `placeOf` placed, in whatever form: `(uploaded template in
 * s3://bucket/prefix)`. Its content is compared by itself; the bucket says who can exchange it. `undefined` for any other URL.
 */
export function uploadedName(url: string): string | undefined {
  const start = UPLOADED.exec(url)?.[1];
  if (start === undefined) return undefined;
  const object = isOnAws(url) ? s3Object(url, undefined) : undefined;
  const prefix = object && UPLOADED.exec(`/${object.key}`)?.[1];
  return `${UPLOADED_IN}${prefix === undefined ? start : `s3://${object?.bucket}${prefix}`})`;
}

/** How every `uploadedName` begins. */
export const UPLOADED_IN = "(uploaded template in ";

/** An object in S3, as a URL names it. */
export interface S3Object {
  readonly bucket: string;
  readonly key: string;
  readonly version?: string;
}

/**
 * The object that a `TemplateURL` names: the bucket in the host or in the path, in any partition, or under an emulator's
 * base URL. `undefined` for what is no S3 URL.
 */
export function s3Object(url: string, endpoint: string | undefined): S3Object | undefined {
  if (!URL.canParse(url)) return undefined;
  const { origin, hostname, pathname, searchParams } = new URL(url);
  const path = decoded(pathname.slice(1));
  if (path === undefined) return undefined;
  const version = searchParams.get("versionId") ?? undefined;
  const object = (bucket: string, key: string): S3Object | undefined =>
    bucket === "" || key === "" ? undefined : { bucket, key, ...(version === undefined ? {} : { version }) };
  const isEmulated = endpoint !== undefined && URL.canParse(endpoint) && origin === new URL(endpoint).origin;
  // A bucket's own name may begin as S3's host does.
  const inHost = /^(.+)\.s3[.-](?:dualstack\.)?[a-z0-9.-]+$/.exec(hostname)?.[1];
  if (inHost !== undefined && !isEmulated) return object(inHost, path);
  const isPathStyle = isEmulated || /^s3[.-]/.test(hostname);
  return isPathStyle ? object(path.split("/")[0] ?? "", path.split("/").slice(1).join("/")) : undefined;
}

/** S3 answers `InvalidURI` to a percent sign that starts no escape. */
function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** S3's hosts end in the partition's own domain (the partitions table of the AWS SDKs). */
const DOMAINS: readonly (readonly [regions: RegExp, domain: string])[] = [
  [/^cn-/, "amazonaws.com.cn"],
  [/^us-iso-/, "c2s.ic.gov"],
  [/^us-isob-/, "sc2s.sgov.gov"],
  [/^us-isof-/, "csp.hci.ic.gov"],
  [/^eu-isoe-/, "cloud.adc-e.uk"],
  [/^eusc-/, "amazonaws.eu"],
];

/** Whether it is one of S3's own hosts for objects: with or without the bucket, the region and the words before that. */
function isOnAws(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  const domain = ["amazonaws.com", ...DOMAINS.map(([, each]) => each)].find((each) =>
    hostname.endsWith(`.${each}`),
  );
  const rest = domain === undefined ? "" : hostname.slice(0, -domain.length - 1);
  return /^(?:.+\.)?s3(?:[.-](?:dualstack\.)?[a-z]{2,5}(?:-[a-z]+)+-\d)?$/.test(rest);
}

/**
 * The URL of an object. In the bucket's own host, but where the bucket has a dot in its name, which the certificate of
 * `*.s3.<region>.<domain>` does not cover, and on an emulator, whose host has no subdomains: there in the path.
 */
function objectUrl({ bucket, region, endpoint }: TemplateStore, key: string): string {
  if (endpoint !== undefined) return `${endpoint.replace(/\/+$/, "")}/${bucket}/${key}`;
  const host = `s3.${region}.${domainOf(region)}`;
  return bucket.includes(".") ? `https://${host}/${bucket}/${key}` : `https://${bucket}.${host}/${key}`;
}

function domainOf(region: string): string {
  return DOMAINS.find(([regions]) => regions.test(region))?.[1] ?? "amazonaws.com";
}

/**
 * The base URL of S3 where the environment puts it elsewhere than on AWS (`AWS_ENDPOINT_URL_S3`, `AWS_ENDPOINT_URL`).
 * A private endpoint of AWS's own is no such place: CloudFormation reads from the public one, whoever uploads how.
 */
export function emulatedEndpoint(env: Readonly<Record<string, string | undefined>>): string | undefined {
  if (env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS?.toLowerCase() === "true") return undefined;
  const url = env.AWS_ENDPOINT_URL_S3 || env.AWS_ENDPOINT_URL;
  if (url === undefined || url === "" || !URL.canParse(url)) return undefined;
  const { hostname } = new URL(url);
  const domains = ["amazonaws.com", ...DOMAINS.map(([, domain]) => domain)];
  return domains.some((domain) => hostname.endsWith(`.${domain}`)) ? undefined : url;
}
