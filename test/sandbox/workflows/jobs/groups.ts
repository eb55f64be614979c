/** One run or job that waits for its turn in a concurrency group. */
export interface Member {
  /** Its turn has come. */
  readonly start: () => void;
  /** A newer one has taken its place before it began: it ends cancelled. */
  readonly replaced: () => void;
  /** A newer one asked to cancel what is running. */
  readonly interrupt: () => void;
}

/** GitHub's concurrency groups of one repository; runs and jobs share their names, in which case does not count. */
export interface Groups {
  enter(name: string, member: Member, cancelInProgress: boolean): void;
  /** The running one has ended; the pending one follows. */
  leave(name: string, member: Member): void;
  /** One that was cancelled while it waited does not wait any longer. Whether it was waiting. */
  withdraw(name: string, member: Member): boolean;
}

interface Group {
  running: Member;
  pending?: Member;
}

/**
 * At most one running and one pending member a group, and a newer one replaces the pending one:
 * https://docs.github.com/actions/how-tos/write-workflows/choose-when-workflows-run/control-workflow-concurrency
 */
export function openGroups(): Groups {
  const groups = new Map<string, Group>();
  return {
    enter(name, member, cancelInProgress) {
      const key = name.toLowerCase();
      const group = groups.get(key);
      if (group === undefined) {
        groups.set(key, { running: member });
        member.start();
        return;
      }
      group.pending?.replaced();
      group.pending = member;
      if (cancelInProgress) group.running.interrupt();
    },
    leave(name, member) {
      const key = name.toLowerCase();
      const group = groups.get(key);
      if (group?.running !== member) throw new Error(`${name} is not what this one is running in`);
      const { pending } = group;
      if (pending === undefined) groups.delete(key);
      else groups.set(key, { running: pending });
      pending?.start();
    },
    withdraw(name, member) {
      const group = groups.get(name.toLowerCase());
      if (group?.pending !== member) return false;
      delete group.pending;
      return true;
    },
  };
}
