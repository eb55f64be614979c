/** Throws where a step gives an action of somebody else an input that its player does not know. */
export function knownInputs(
  action: string,
  inputs: Readonly<Record<string, string>>,
  names: readonly string[],
): void {
  const strange = Object.keys(inputs).filter((name) => !names.includes(name));
  if (strange.length > 0) throw new Error(`the player of ${action} does not know ${strange.join(", ")}`);
}
