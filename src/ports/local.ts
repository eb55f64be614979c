import type { Finding } from "../template/model.ts";
import type { Packaged } from "../template/tree/packaged.data.ts";

/** Time, so that tests own it. Milliseconds. */
export interface Clock {
  now(): number;
  /** Ends early, without an error, when `signal` aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The files of the checked-out workspace and those that the action ships. */
export interface Workspace {
  /** Throws `ActionError` for a path that is missing, no file, outside the workspace or too large. */
  read(path: string): Promise<Uint8Array>;
  /**
   * Makes a file or folder ready to be put in S3: a copy, or a zip whose bytes depend on nothing but the names, contents
   * and executable bits of the files in it. Throws `ActionError` for what is missing, outside the workspace, too large
   * for the service or not what the property takes.
   */
  pack(path: string, as: Pick<Packaged, "takes" | "limit">): Promise<PackedFile>;
  /** Everything that was read of it so far. */
  sources(): readonly SourceFile[];
  /** The commit that is checked out; `undefined` where there is no git directory to tell. */
  headCommit(): Promise<string | undefined>;
  readBundled(template: string): Promise<Uint8Array>;
  /** Keeps the rendered template for later steps; returns its absolute path. */
  writeRendered(stackName: string, json: string): Promise<string>;
}

/** The workspace as a whole. */
export interface Checkout extends Workspace {
  /** The same files, of which nothing was read yet. */
  afresh(): Checkout;
  /** Paths that were asked for and could not be had, for whatever reason. */
  unread(): readonly string[];
  /**
   * Files, and symbolic links that lead to no folder, whose paths match one of the globs and none of those that begin with
   * `!`, in the order of their names. What git keeps for itself and what packages brought along (`node_modules`) is never
   * among them.
   */
  find(globs: readonly string[]): Promise<readonly string[]>;
}

/** The job's log. A line is plain text: the edge neutralises workflow commands in it. */
export interface Log {
  info(line: string): void;
  debug(line: string): void;
  notice(line: string, finding?: Finding): void;
  warning(line: string, finding?: Finding): void;
  error(line: string, finding?: Finding): void;
  /** Runs `work` inside a folded group. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
}

/** A file or folder as it is to be put in S3. Its file lies beside the rendered template until the job ends. */
export interface PackedFile {
  /** Absolute; its name is `<digest><extension>`. */
  readonly file: string;
  readonly bytes: number;
  /** SHA-256 of its content, 64 hexadecimal digits. */
  readonly digest: string;
  /** With its dot; empty for none. */
  readonly extension: string;
}

/** A file of the workspace that something was rendered from, or a folder that was packed. */
export interface SourceFile {
  /** From the workspace's root, `/` between names. */
  readonly path: string;
  /** Git's id of its content, 40 hexadecimal digits: of a blob, of a folder's tree. */
  readonly blob: string;
  readonly isFolder?: true;
  /** Whether a symbolic link stands on the way to it, or in the folder. */
  readonly isLinked: boolean;
}
