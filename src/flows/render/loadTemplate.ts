import { ActionError } from "../../errors.ts";
import type { TemplateChoice } from "../../inputs.ts";
import type { Workspace } from "../../ports/local.ts";
import { decodeTemplate, parseTemplate } from "../../template/text/parse.ts";
import { renderTree, type TemplateTree } from "../../template/tree/tree.ts";

/** The template with everything local that it names, and how large its own file is. */
export interface LoadedTemplate {
  readonly tree: TemplateTree;
  readonly sourceBytes: number;
}

/** Reads and renders the template and the local files that it includes or nests. Throws with all of their problems. */
export async function loadTemplate(choice: TemplateChoice, workspace: Workspace): Promise<LoadedTemplate> {
  const isBundled = choice.kind === "bundled";
  const file = isBundled ? `templates/${choice.name}.json` : choice.path;
  const bytes = isBundled ? await workspace.readBundled(choice.name) : await workspace.read(file);
  const source = parseTemplate(decodeTemplate(bytes, file), file);
  return { tree: await renderWith(source, workspace), sourceBytes: bytes.length };
}

/** A file that a template names: its text, `undefined` where there is none, or why it cannot be read. */
type Piece = { readonly text: string | undefined } | { readonly refusal: ActionError };

/**
 * Rendering is pure and asks for one file after the other; what it had to do without is read and it starts over. As
 * many rounds as files name files, and each takes milliseconds.
 */
async function renderWith(
  source: Parameters<typeof renderTree>[0],
  workspace: Workspace,
): Promise<TemplateTree> {
  const pieces = new Map<string, Piece>();
  for (;;) {
    const unread = new Set<string>();
    const attempt = rendered(source, (path) => {
      const piece = pieces.get(path);
      if (piece === undefined) unread.add(path);
      if (piece !== undefined && "refusal" in piece) throw piece.refusal;
      return piece?.text;
    });
    if (unread.size === 0) {
      if ("error" in attempt) throw attempt.error;
      return attempt.tree;
    }
    await Promise.all(
      [...unread].map(async (path) => {
        pieces.set(path, await readPiece(path, workspace));
      }),
    );
  }
}

function rendered(source: Parameters<typeof renderTree>[0], read: Parameters<typeof renderTree>[1]) {
  try {
    return { tree: renderTree(source, read) };
  } catch (error) {
    return { error };
  }
}

async function readPiece(path: string, workspace: Workspace): Promise<Piece> {
  try {
    return { text: decodeTemplate(await workspace.read(path), path) };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return isMissing(error) ? { text: undefined } : { refusal: error };
  }
}

/** The file is not there: the template's own line that names it says that better. */
function isMissing({ cause }: ActionError): boolean {
  return cause instanceof Error && "code" in cause && cause.code === "ENOENT";
}
