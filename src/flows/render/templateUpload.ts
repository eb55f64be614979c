import type { TemplateBucket } from "../../ports/aws.ts";
import type { Log } from "../../ports/local.ts";
import { sha256 } from "../../template/canonical.ts";
import type { RenderedTemplate } from "../../template/model.ts";
import {
  INLINE_BYTES,
  placeOf,
  type StoredFile,
  type StoredTemplate,
  type TemplateStore,
  uploadedName,
} from "../../template/tree/stored.ts";
import { type LinkedTree, linkTree, type Upload } from "../../template/tree/tree.ts";
import type { LoadedTemplate } from "./loadTemplate.ts";

/** Where templates go that CloudFormation does not take in a request. */
export interface Storage {
  /** `undefined` without `s3-bucket`. */
  readonly store: TemplateStore | undefined;
  /** Whether the template is to be sent to CloudFormation: rendering alone needs no bucket. */
  readonly isSent: boolean;
}

/** A template in the form in which it is sent. */
export interface LinkedTemplate {
  readonly template: RenderedTemplate;
  /** Where CloudFormation is to read the template; `undefined` where it goes in the request. */
  readonly templateUrl: string | undefined;
  /** What the URLs of its nested templates read as in a comparison; `undefined` without a bucket. */
  readonly uploadedAs: string | undefined;
  /** What names its nested templates in the bucket. */
  readonly digests: LinkedTree["digests"];
  /** What must be in the bucket before. */
  readonly uploads: readonly StoredTemplate[];
  /** The rendered nested templates, by their file names without `.json`. */
  readonly nested: readonly { readonly name: string; readonly body: string }[];
  readonly problems: readonly string[];
}

/**
 * Decides which templates go through the bucket: nested ones, others that are named (`templates`), and one over 51,200
 * bytes. Nothing is uploaded here. Without a bucket, nested templates are named by files beside the rendered one, where
 * linters find them; to send such a template is a problem.
 */
export function linkTemplate(
  loaded: LoadedTemplate & { readonly templates?: readonly Upload[] },
  { store, isSent }: Storage,
): LinkedTemplate {
  const linked = linkTree(loaded.tree, (digest) =>
    store === undefined ? `./${digest}.json` : placeOf(digest, store).url,
  );
  const { body } = linked.template;
  const isLarge = bytesOf(body) > INLINE_BYTES;
  const own = isLarge ? [{ body, digest: sha256(body) }] : [];
  const named = [
    ...new Map([...(loaded.templates ?? []), ...linked.uploads].map((each) => [each.digest, each])).values(),
  ];
  const stored = [...named, ...own].map(({ body, digest }) => ({ body, digest }));
  const problems = [
    ...(linked.uploads.length > 0 ? [needsBucketForNested(loaded)] : []),
    ...(isLarge ? [needsBucketForSize(loaded, body)] : []),
  ];
  return {
    template: linked.template,
    uploadedAs: store && uploadedName(placeOf(sha256(""), store).url),
    digests: linked.digests,
    templateUrl: store && own[0] && placeOf(own[0].digest, store).url,
    uploads: store ? stored.map(({ body, digest }) => ({ ...placeOf(digest, store), body })) : [],
    nested: named.map(({ body, digest }) => ({ name: digest, body })),
    problems: store === undefined && isSent ? problems : [],
  };
}

interface UploadPorts {
  readonly templateBucket: Pick<TemplateBucket, "store">;
  readonly log: Pick<Log, "info">;
}

/** Uploads what is not in the bucket yet: files one after the other, for they are large, and then all templates. */
export async function upload(
  { files, uploads }: { readonly files: readonly StoredFile[]; readonly uploads: readonly StoredTemplate[] },
  ports: UploadPorts,
): Promise<void> {
  for (const file of files) {
    const done = await ports.templateBucket.store(file);
    const { name, bytes, bucket, key } = file;
    ports.log.info(
      `${name === "" ? "." : name}, ${count(bytes)} bytes, ${STORED[done]} s3://${bucket}/${key}`,
    );
  }
  await uploadTemplates(uploads, ports);
}

async function uploadTemplates(
  uploads: readonly StoredTemplate[],
  { templateBucket, log }: UploadPorts,
): Promise<void> {
  await Promise.all(
    uploads.map(async (template) => {
      const done = await templateBucket.store(template);
      const size = bytesOf(template.body).toLocaleString("en-US");
      log.info(`Template of ${size} bytes, ${STORED[done]} s3://${template.bucket}/${template.key}`);
    }),
  );
}

function needsBucketForNested({ tree }: LoadedTemplate): string {
  const names = tree.children.map(({ logicalId, tree: child }) => `${logicalId} (${child.template.file})`);
  return `${tree.template.file} nests local templates: ${names.join(", ")}. CloudFormation reads them from S3 only: name a bucket in s3-bucket.`;
}

function needsBucketForSize({ tree, sourceBytes }: LoadedTemplate, body: string): string {
  const size = bytesOf(body);
  const saved = sourceBytes - size;
  const minified =
    saved > 0
      ? `has ${count(size)} bytes even as minified JSON, which saved ${count(saved)} of ${count(sourceBytes)} (${Math.floor((100 * saved) / sourceBytes)}%)`
      : `has ${count(size)} bytes as minified JSON${saved < 0 ? ", in which a character beyond ASCII takes six" : ""}`;
  return `${tree.template.file} ${minified}. CloudFormation takes at most ${count(INLINE_BYTES)} in a request: name a bucket in s3-bucket for larger ones, or nest a part of it.`;
}

const STORED = { uploaded: "uploaded to", present: "already at" } as const;

function bytesOf(text: string): number {
  return Buffer.byteLength(text, "utf8");
}

function count(number: number): string {
  return number.toLocaleString("en-US");
}
