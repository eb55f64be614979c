/** What `work` comes to, or `cancelled` at once: a cancelled job has seconds left, so what is under way is left. */
export async function unlessCancelled<T>(
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T | "cancelled"> {
  if (signal.aborted) return "cancelled";
  const { promise: cancelled, resolve } = Promise.withResolvers<"cancelled">();
  const onAbort = () => resolve("cancelled");
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([work(), cancelled]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
