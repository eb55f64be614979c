/** The three numbers of `1.2.3`; `undefined` for anything else, pre-releases too: `v1` would lead to one. */
export function parseVersion(text: string): readonly [number, number, number] | undefined {
  const parts = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(text);
  return parts === null ? undefined : [Number(parts[1]), Number(parts[2]), Number(parts[3])];
}

/** The tag that follows the newest release of a major version: `v1` of `1.2.3`. */
export function floatingTag(version: string): string {
  return `v${version.split(".")[0]}`;
}

export function isOlder(version: string, other: string): boolean {
  return compare(version, other) < 0;
}

/** The newest version among tags, of one major version where it is named (`v1`); `undefined` where there is none yet. */
export function newestOf(tags: readonly string[], floating?: string): string | undefined {
  const versions = tags.filter((tag) => tag.startsWith("v")).map((tag) => tag.slice(1));
  return versions
    .filter((one) => parseVersion(one) !== undefined)
    .filter((one) => floating === undefined || floatingTag(one) === floating)
    .sort(compare)
    .at(-1);
}

function compare(version: string, other: string): number {
  const [ours, theirs] = [parseVersion(version) ?? [], parseVersion(other) ?? []];
  const at = ours.findIndex((number, n) => number !== theirs[n]);
  return at === -1 ? 0 : (ours[at] ?? 0) - (theirs[at] ?? 0);
}
