/**
 * Whether a pattern of IAM (`*` is any text, `?` any character) means everything that another one means. The place of the
 * last star is all that is remembered, so that the time grows with the product of the lengths and no faster.
 */
export function contains(wide: string, narrow: string): boolean {
  let [at, of, star, resume] = [0, 0, -1, 0];
  while (of < narrow.length) {
    const sign = wide[at];
    if (sign === "*") {
      star = at;
      resume = of;
      at += 1;
    } else if (narrow[of] !== "*" && (sign === "?" || sign === narrow[of])) {
      at += 1;
      of += 1;
    } else if (star >= 0) {
      resume += 1;
      at = star + 1;
      of = resume;
    } else {
      return false;
    }
  }
  return /^\**$/.test(wide.slice(at));
}

/** Whether two patterns may mean something in common; yes, where nobody can tell. */
export function mayOverlap(one: string, other: string): boolean {
  if (contains(one, other) || contains(other, one)) return true;
  const [first, second] = [fixedStart(one), fixedStart(other)];
  const bothAreWild = first !== one && second !== other;
  return bothAreWild && (first.startsWith(second) || second.startsWith(first));
}

/** What stands before the first wildcard. */
export function fixedStart(pattern: string): string {
  return /^[^*?]*/.exec(pattern)?.[0] ?? "";
}

/** Whether a block of IPv4 addresses (`10.0.0.0/8`; an address is a block of one) has all of another; IPv6 only the same. */
export function holdsAddresses(wide: string, narrow: string): boolean {
  const [outer, inner] = [blockOf(wide), blockOf(narrow)];
  if (wide === narrow || outer === undefined || inner === undefined) return wide === narrow;
  const place = (address: number) => Math.floor(address / outer.size);
  return outer.size >= inner.size && place(outer.first) === place(inner.first);
}

function blockOf(text: string): { readonly first: number; readonly size: number } | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/.exec(text);
  if (match === null) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, length = 32] = match.slice(1).map((part) => Number(part ?? 32));
  return { first: ((a * 256 + b) * 256 + c) * 256 + d, size: 2 ** (32 - length) };
}
