/** A protection that is weaker after the change than before, or what else a reviewer must not miss. */
export interface WeakerGuard {
  readonly property?: string;
  readonly message: string;
}
