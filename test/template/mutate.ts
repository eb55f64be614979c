/** Numbers in [0, 1) from a seed (mulberry32): the same seed makes the same run. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const PIECES = [
  ..."{}[],:\"'#&*!|>%@`\\-?<= \n\t\0\u00a0\ud83d\u2028~0",
  "\r\n",
  "null",
  "!Ref ",
  "!Sub ",
  "!GetAtt ",
  "&a ",
  "*a",
  "<<: ",
  "---\n",
  "Fn::If",
  "Fn::ForEach::X",
  "Fn::Transform",
  "${",
  "${!",
  "AWS::NoValue",
  "__proto__",
  "constructor",
  "Ref",
  "Condition",
  "Resources",
  "1e999",
  "0777",
  "[[[[[[[[",
  "{{{{{{{{",
];

/** The text with one to four small damages, as a slip of the keyboard or a bad merge makes them. */
export function mutate(text: string, random: () => number): string {
  let result = text;
  for (let count = 1 + Math.floor(random() * 4); count > 0; count -= 1) result = damage(result, random);
  return result;
}

function damage(text: string, random: () => number): string {
  const at = Math.floor(random() * (text.length + 1));
  const length = Math.floor(random() ** 3 * 40) + 1;
  const piece = PIECES[Math.floor(random() * PIECES.length)] ?? "";
  switch (Math.floor(random() * 8)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length);
    case 1:
      return text.slice(0, at) + piece + text.slice(at);
    case 2:
      return text.slice(0, at) + piece + text.slice(at + piece.length);
    case 3:
      return text.slice(0, at) + text.slice(at, at + length) + text.slice(at);
    case 4:
      return swapTokens(text, at, random);
    case 5:
      return changeLines(text, random);
    case 6:
      return text.slice(0, at) + piece.repeat(length) + text.slice(at);
    default:
      return moved(text, at, length, random);
  }
}

/** Two words change places: references to the wrong things, keys where values were. */
function swapTokens(text: string, at: number, random: () => number): string {
  const words = [...text.slice(at).matchAll(/[A-Za-z0-9:]+/g)].slice(0, 40);
  const [first, second] = [words[0], words[Math.floor(random() * words.length)]];
  if (first === undefined || second === undefined || first === second) return text;
  const end = at + second.index + second[0].length;
  return [
    text.slice(0, at + first.index),
    second[0],
    text.slice(at + first.index + first[0].length, at + second.index),
    first[0],
    text.slice(end),
  ].join("");
}

function changeLines(text: string, random: () => number): string {
  const lines = text.split("\n");
  const index = Math.floor(random() * lines.length);
  const line = lines[index] ?? "";
  const changed = [[], [line, line], [`  ${line}`], [line.replace(/^ {1,2}/, "")], [`\t${line}`]];
  return lines.toSpliced(index, 1, ...(changed[Math.floor(random() * changed.length)] ?? [])).join("\n");
}

function moved(text: string, at: number, length: number, random: () => number): string {
  const cut = text.slice(at, at + length);
  const rest = text.slice(0, at) + text.slice(at + length);
  const to = Math.floor(random() * (rest.length + 1));
  return rest.slice(0, to) + cut + rest.slice(to);
}
