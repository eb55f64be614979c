/** What is asked once for each key. A question without an answer is asked again. */
export function onceEach<T>(ask: (key: string, signal: AbortSignal) => Promise<T>) {
  const asked = new Map<string, Promise<T>>();
  return (key: string, signal: AbortSignal): Promise<T> => {
    const before = asked.get(key);
    if (before !== undefined) return before;
    const answer = ask(key, signal);
    asked.set(key, answer);
    answer.catch(() => asked.delete(key));
    return answer;
  };
}

/** As many of the calls at once as no service throttles at sight. */
const AT_ONCE = 10;

/** What `work` gives for each of the items, in their order; some at a time. */
export async function forEachOf<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const done: R[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE)
    done.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(work))));
  return done;
}
