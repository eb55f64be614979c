/** A piece of an `Fn::Sub` text. */
export type SubPiece =
  | { readonly kind: "text"; readonly text: string }
  /** `${name}`; spaces around the name are not part of it. */
  | { readonly kind: "variable"; readonly name: string };

/** The pieces of an `Fn::Sub` text in order. `${!x}` is the text `${x}`; a `${` that is never closed is text, too. */
export function subPieces(text: string): readonly SubPiece[] {
  const pieces: SubPiece[] = [];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf("${", at);
    const close = open === -1 ? -1 : text.indexOf("}", open);
    if (close === -1) {
      pieces.push({ kind: "text", text: text.slice(at) });
      break;
    }
    if (open > at) pieces.push({ kind: "text", text: text.slice(at, open) });
    pieces.push(pieceOf(text.slice(open + 2, close)));
    at = close + 1;
  }
  return pieces;
}

/** The variables of an `Fn::Sub` text. */
export function subVariables(text: string): readonly string[] {
  return subPieces(text).flatMap((piece) => (piece.kind === "variable" ? [piece.name] : []));
}

function pieceOf(inner: string): SubPiece {
  if (inner.startsWith("!")) return { kind: "text", text: `\${${inner.slice(1)}}` };
  return inner.trim() === ""
    ? { kind: "text", text: `\${${inner}}` }
    : { kind: "variable", name: inner.trim() };
}
