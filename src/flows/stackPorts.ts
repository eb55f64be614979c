import type { AwsPorts, Signer } from "../ports/aws.ts";
import type { GitHubPorts } from "../ports/github.ts";
import type { Clock, Log, Workspace } from "../ports/local.ts";

/** What a preview or a deploy of a stack meets. */
export interface StackPorts extends Omit<AwsPorts, "drifts" | "deletions" | "signer">, MaybeGitHub {
  /** `undefined` without `record-key`. */
  readonly signer: Signer | undefined;
  /** What the template was rendered from. */
  readonly sources: Workspace["sources"];
  /** The commit that is checked out, where the workspace is a checkout. */
  readonly headCommit: Workspace["headCommit"];
  /** Who of this pull request's stacks will make an export; absent where the run knows of no deployment files. */
  readonly exporterOf?: (name: string) => Promise<Exporter | undefined>;
  readonly clock: Clock;
  readonly log: Log;
}

/** A stack that is deployed in an earlier wave, and makes an export. */
export interface Exporter {
  /** `network (us-east-1)`. */
  readonly stack: string;
  readonly file: string;
  readonly wave: number;
}

/** GitHub's side; absent without a token. */
type MaybeGitHub = {
  readonly [Port in keyof Omit<GitHubPorts, "people" | "snapshots">]: GitHubPorts[Port] | undefined;
};
