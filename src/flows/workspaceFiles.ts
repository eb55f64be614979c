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
