/**
 * One change of what is reviewed: a name, what the stack has, what it will have (docs/digest.md, "Items").
 * What stays as it is makes no item. All three are canonical texts.
 */
export interface Item {
  /** `null`: the stack has nothing under this name, or what it has does not matter. */
  readonly before: string | null;
  /** `null`: the stack will have nothing under this name, or the item is about the operation only. */
  readonly after: string | null;
  /** How CloudFormation does it (replacement, recreation); `null` where there is nothing to say. */
  readonly how: string | null;
}

/** Items by name: `resource Queue`, `property Queue /Properties/DelaySeconds`, `parameter Size`, `tag team`, … */
export type Items = ReadonlyMap<string, Item>;

/** Texts of one side, by the names of the items. */
export type Texts = ReadonlyMap<string, string>;

/** An item for every name whose text differs. */
export function differing(has: Texts, wants: Texts): Items {
  const items = new Map<string, Item>();
  for (const name of new Set([...has.keys(), ...wants.keys()])) {
    const [before, after] = [has.get(name) ?? null, wants.get(name) ?? null];
    if (before !== after) items.set(name, { before, after, how: null });
  }
  return items;
}

/** A name of others inside an item's name, where white space and slashes separate its parts. */
export function nameText(name: string): string {
  return name.replace(/[~/%\s]/g, (character) => ESCAPES[character] ?? encodeURIComponent(character));
}

// RFC 6901's escapes, and one of our own for the separator.
const ESCAPES: Readonly<Record<string, string>> = { "~": "~0", "/": "~1", " ": "~2" };

/** A name as a step of a JSON pointer (RFC 6901). */
export function escaped(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** A step of a JSON pointer or of an item's name (`nameText`) as the name that it is. */
export function unescaped(step: string): string {
  return step.replaceAll("~2", " ").replaceAll("~1", "/").replaceAll("~0", "~");
}

/** A resource's name across nested stacks, as the items have it: `Network/Subnet`. */
export function keyText(stackPath: readonly string[], logicalId: string): string {
  return [...stackPath, logicalId].map(nameText).join("/");
}
