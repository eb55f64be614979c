/** Everything that stands in the way of a release, told at once. */
export class Refusal extends Error {
  constructor(problems: readonly string[]) {
    super(`not released:\n${problems.map((problem) => `- ${problem}`).join("\n")}`);
  }
}
