/**
 * An append-only list with unique keys. `append` answers a new ledger and leaves the old one as it was, without copying:
 * ledgers that grew from each other share their storage, and each sees the part up to its own `size`.
 */
export interface Ledger<T> {
  readonly size: number;
  readonly storage: Storage<T>;
}

interface Storage<T> {
  readonly entries: T[];
  readonly positions: Map<string, number>;
}

export function emptyLedger<T>(): Ledger<T> {
  return { size: 0, storage: { entries: [], positions: new Map() } };
}

export function has<T>(ledger: Ledger<T>, key: string): boolean {
  return (ledger.storage.positions.get(key) ?? Number.POSITIVE_INFINITY) < ledger.size;
}

/** The ledger with the entry at its end; the same ledger when the key is taken. Constant time on the newest ledger. */
export function append<T>(ledger: Ledger<T>, key: string, entry: T): Ledger<T> {
  if (has(ledger, key)) return ledger;
  const storage = ledger.storage.entries.length === ledger.size ? ledger.storage : fork(ledger);
  storage.entries.push(entry);
  storage.positions.set(key, ledger.size);
  return { size: ledger.size + 1, storage };
}

/** The entries from number `from` (0 is the first) on. */
export function entries<T>(ledger: Ledger<T>, from = 0): readonly T[] {
  return ledger.storage.entries.slice(from, ledger.size);
}

/** Another ledger has grown past this one: the two go separate ways. */
function fork<T>(ledger: Ledger<T>): Storage<T> {
  const { storage, size } = ledger;
  return {
    entries: storage.entries.slice(0, size),
    positions: new Map([...storage.positions].filter(([, position]) => position < size)),
  };
}
