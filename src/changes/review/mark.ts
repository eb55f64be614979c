/**
 * What a deploy leaves on its commit, in its check run's external id, where every ending of the run leaves it: `begun`
 * before it executes, or where nothing is to be done now and something still waits for the next change; `settled` once the
 * stack is what the commit says.
 */
export interface DeployMark {
  readonly state: "begun" | "settled";
  readonly account: string;
  readonly digest: string;
}

/** The mark as text: `begun 123456789012 <digest>`. */
export function encodeMark({ state, account, digest }: DeployMark): string {
  return `${state} ${account} ${digest}`;
}

/** Reads a mark back; `undefined` for anything else. */
export function decodeMark(externalId: string): DeployMark | undefined {
  const [state, account = "", digest = "", ...more] = externalId.split(" ");
  if ((state !== "begun" && state !== "settled") || account === "" || more.length > 0) return undefined;
  return { state, account, digest };
}
