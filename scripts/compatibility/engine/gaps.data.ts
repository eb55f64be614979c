/** Where an engine does something else than GitHub, so that an event does not come to what it does there. */
export interface EngineGap {
  /** The engine, without its version. */
  readonly engine: string;
  /** Rows of the table. */
  readonly rows: readonly string[];
  /** What is different. */
  readonly found: RegExp;
  /** What it does, where that is to be seen, and what GitHub does instead. */
  readonly gap: string;
}

const REFERENCE = "https://docs.github.com/actions/reference/workflows-and-actions";

export const GAPS: readonly EngineGap[] = [
  {
    engine: "act",
    rows: ["docs/examples/one-stack.md: a pull request into another branch"],
    found:
      /^run: green instead of none; preview: previewed instead of nothing; deploy: skipped instead of nothing$/,
    gap: `asks for the event's name alone (\`PlanEvent\`), and plays the pull request. GitHub: [\`branches\`](${REFERENCE}/workflow-syntax#onpull_requestpull_request_targetbranchesbranches-ignore) and [\`types\`](${REFERENCE}/workflow-syntax#onevent_nametypes) start no run.`,
  },
  {
    engine: "act",
    rows: ["docs/examples/staging-and-production.md: a pull request whose previews name an environment"],
    found:
      /^run: green instead of red; preview: staging: previewed instead of failure; preview: production: no-changes instead of failure$/,
    gap: `takes no notice of \`environment\`. GitHub: [a branch that may not deploy there](${REFERENCE}/deployments-and-environments#deployment-branches-and-tags) fails the job before its first step, and reviewers hold it until they have approved.`,
  },
];
