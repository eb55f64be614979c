import { examples } from "./examples.ts";

/** A workflow file that a reader would have. */
export interface DocumentedWorkflow {
  /** The example's id: `README.md · Quick start 1`. */
  readonly name: string;
  readonly text: string;
}

/** The workflows of the documentation, and its single steps, each in the least workflow that they can stand in. */
export function documentedWorkflows(): readonly DocumentedWorkflow[] {
  return examples().flatMap(({ id, kind, text }) => {
    if (kind === "workflow") return [{ name: id, text }];
    return kind === "steps" ? [{ name: id, text: `${AROUND}${text.replace(/^(?=.)/gm, "      ")}` }] : [];
  });
}

const AROUND = `name: Around
on:
  workflow_dispatch:
    inputs:
      stack: { required: true }
permissions: {}
concurrency: { group: around, cancel-in-progress: false }
jobs:
  around:
    name: Around
    runs-on: ubuntu-latest
    steps:
`;
