import { ActionError } from "../../errors.ts";
import type { PackedFile, Workspace } from "../../ports/local.ts";
import type { Finding, Json, RenderedTemplate } from "../../template/model.ts";
import { invalidTemplate } from "../../template/problems.ts";
import type { LocalFile } from "../../template/tree/localFiles.ts";
import { workspacePath } from "../../template/tree/localPaths.ts";
import { placeTree } from "../../template/tree/placeTree.ts";
import { placeOf, type StoredFile, type TemplateStore } from "../../template/tree/stored.ts";
import type { TemplateTree, Upload } from "../../template/tree/tree.ts";
import { localTemplatesOf } from "../../template/tree/treeNodes.ts";
import type { Storage } from "./templateUpload.ts";

/** A template with the places of everything local that AWS reads from S3, and what must be there. */
export interface PlacedTemplate {
  readonly tree: TemplateTree;
  readonly templates: readonly Upload[];
  readonly files: readonly StoredFile[];
}

/** A local file or folder, where it is named. */
interface Use {
  readonly file: LocalFile;
  readonly template: RenderedTemplate;
}

/**
 * Packs the local code and files that the templates name and puts their places into the templates. Nothing is uploaded
 * here. Without a bucket they are named by files beside the rendered template, as nested templates are; to send such a
 * template is a problem, as are files that cannot be packed: each told at its line.
 */
export async function placeFiles(
  tree: TemplateTree,
  workspace: Pick<Workspace, "pack">,
  { store, isSent }: Storage,
): Promise<PlacedTemplate> {
  const uses = localTemplatesOf(tree).flatMap(({ template, files }) =>
    files.map((file): Use => ({ file, template })),
  );
  if (store === undefined && isSent) refuseWithoutBucket(tree, uses);
  const packed = await packAll(uses, workspace);
  const placed = placeTree(tree, {
    file: (file, template) => placeIn(file, packedFor({ file, template }, packed), store),
    template: (digest) => (store === undefined ? `./${digest}.json` : placeOf(digest, store).url),
  });
  return {
    tree: placed.tree,
    templates: placed.uploads,
    files: store === undefined ? [] : storedFiles(packed, store),
  };
}

/** What was packed, by what and how: one folder may be named in many places. */
type Packed = ReadonlyMap<string, { readonly path: string; readonly packed: PackedFile }>;

async function packAll(uses: readonly Use[], workspace: Pick<Workspace, "pack">): Promise<Packed> {
  const done = new Map<string, { readonly path: string; readonly packed: PackedFile }>();
  const findings: Finding[] = [];
  for (const use of uses) {
    const key = keyOf(use);
    if (done.has(key)) continue;
    const path = pathOf(use);
    try {
      if (path === undefined) {
        findings.push(
          problem(use, "it leads out of the repository. Name what is inside it, relative to this file."),
        );
      } else {
        done.set(key, { path, packed: await workspace.pack(path, use.file) });
      }
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      findings.push(problem(use, reason(error)));
    }
  }
  if (findings.length > 0) throw invalidTemplate(findings);
  return done;
}

/** The system's own error (ENOENT, ENOTDIR, ENAMETOOLONG) says that nothing is there. */
function reason({ message, cause }: ActionError): string {
  const isMissing = cause instanceof Error && "code" in cause;
  return isMissing ? "there is no such file or folder. It is relative to this file." : message;
}

/** A path as it is written; code that stands where a path belongs is no path, and is not quoted whole. */
function written(local: string): string {
  return JSON.stringify(local.length <= LONGEST_PATH ? local : `${local.slice(0, LONGEST_PATH)}…`);
}

const LONGEST_PATH = 200;

function problem({ file, template }: Use, why: string): Finding {
  const { property, owner, local, path } = file;
  return {
    level: "error",
    message: `${property} of ${owner} is ${written(local)}: ${why}`,
    location: template.locate(path),
    logicalId: owner,
  };
}

function pathOf({ file, template }: Use): string | undefined {
  return workspacePath(template.locate(file.path).file, file.local);
}

function keyOf(use: Use): string {
  const { takes, limit } = use.file;
  return JSON.stringify([pathOf(use) ?? use.file.local, takes, limit]);
}

function packedFor(use: Use, packed: Packed): PackedFile {
  const found = packed.get(keyOf(use));
  if (found === undefined) throw new Error(`${use.file.local} is not packed.`);
  return found.packed;
}

function placeIn(
  { wants }: LocalFile,
  { digest, extension }: PackedFile,
  store: TemplateStore | undefined,
): Json {
  if (store === undefined) return `./${digest}${extension}`;
  const { bucket, key } = placeOf(digest, store, extension);
  return wants === "s3-uri" ? `s3://${bucket}/${key}` : { [wants.bucket]: bucket, [wants.key]: key };
}

/** Every content once. */
function storedFiles(packed: Packed, store: TemplateStore): readonly StoredFile[] {
  const stored = new Map(
    [...packed.values()].map(({ path, packed: { file, bytes, digest, extension } }) => {
      const place = placeOf(digest, store, extension);
      return [place.key, { ...place, name: path, file, bytes, digest }];
    }),
  );
  return [...stored.values()];
}

const NEEDS_BUCKET = "AWS reads it from S3 only. Name a bucket in s3-bucket, then it is uploaded.";

function refuseWithoutBucket(tree: TemplateTree, uses: readonly Use[]): void {
  const templates = localTemplatesOf(tree).flatMap(({ template, others }) =>
    others.map(
      ({ logicalId, path, tree: { template: own } }): Finding => ({
        level: "error",
        message: `${path.at(-1)} of ${logicalId} is ${own.file}: ${NEEDS_BUCKET}`,
        location: template.locate(path),
        logicalId,
      }),
    ),
  );
  const findings = [...uses.map((use) => problem(use, NEEDS_BUCKET)), ...templates];
  if (findings.length === 0) return;
  const { message, cause } = invalidTemplate(findings);
  throw new ActionError(message, { reasonCode: "invalid-input", cause });
}
