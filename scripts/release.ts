import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { released } from "./release/changelog.ts";
import { Refusal } from "./release/refusal.ts";
import { openRepository, type Repository } from "./release/repository.ts";
import { floatingTag, isOlder, newestOf, parseVersion } from "./release/versions.ts";

/** What is released: all that was found to be right about it. */
interface Release {
  readonly version: string;
  /** `v1.2.3`, which never moves, and `v1`, which follows the newest. */
  readonly tag: string;
  readonly floating: string;
  readonly commit: string;
  readonly notes: string;
}

interface Asked {
  readonly version: string;
  readonly isDryRun: boolean;
  /** The commit whose `dist/` another job has built and compared. */
  readonly checked?: string;
}

/**
 * `npm run release -- [--dry-run] [--checked <commit>] <version>`, in the repository's root: makes the commit that is checked
 * out the release `v<version>` on the remote `origin` and on GitHub (by `gh`), and then moves `v<major>` to it. All that can be
 * refused is refused before anything is made. Run again, it goes on where it stopped.
 *
 * It needs nothing but Node, git and gh, so that the job that may write to the repository runs no package of others: there
 * `--checked` stands for the build.
 */
function main(): void {
  const asked = readArguments();
  const repository = openRepository(process.cwd());
  const release = check(asked, repository);
  if (asked.checked === undefined) checkDist();
  for (const { says, does } of stepsOf(release, asked, repository)) {
    console.log(asked.isDryRun ? `would ${says}` : says);
    if (!asked.isDryRun) does();
  }
  console.log(
    asked.isDryRun ? `\nNotes of ${release.tag}:\n\n${release.notes}` : `${release.tag} is released`,
  );
}

function readArguments(): Asked {
  const { values, positionals } = parseArgs({
    options: { "dry-run": { type: "boolean", default: false }, checked: { type: "string" } },
    allowPositionals: true,
  });
  const [version = "", ...more] = positionals;
  if (more.length > 0) throw new Refusal([`one version is released at a time: ${positionals.join(", ")}`]);
  return {
    version: version.replace(/^v/, ""),
    isDryRun: values["dry-run"],
    ...(values.checked === undefined ? {} : { checked: values.checked }),
  };
}

function check({ version, checked }: Asked, repository: Repository): Release {
  if (parseVersion(version) === undefined)
    throw new Refusal([`${version || "nothing"} is no version: 1.2.3`]);
  const [tag, floating, commit] = [`v${version}`, floatingTag(version), repository.head()];
  // First, for it fetches what the others compare with.
  const isOnMain = repository.isOnMain(commit);
  const tags = repository.tags();
  const { notes, ...changelog } = released(readFileSync("CHANGELOG.md", "utf8"), version);
  const problems = [
    ...inTree(version, repository),
    ...changelog.problems,
    ...againstTags(version, commit, tags),
    ...leftOut(floating, tags.get(floating), commit, repository),
    ...openReviews(notes, tags, repository),
    // A tag can be pushed from anywhere; what is on main went through its protection.
    ...(isOnMain ? [] : [`${commit} is not on main`]),
    ...(checked === undefined || checked === commit ? [] : [`${commit} is not what was checked, ${checked}`]),
  ];
  if (problems.length > 0) throw new Refusal(problems);
  return { version, tag, floating, commit, notes };
}

function inTree(version: string, repository: Repository): readonly string[] {
  const dirty = repository.changes().map((line) => `not committed: ${line}`);
  const named = ["package.json", "package-lock.json"].flatMap((path) => {
    const { version: says } = JSON.parse(readFileSync(path, "utf8")) as { readonly version?: string };
    return says === version ? [] : [`${path} says ${says}`];
  });
  return [...dirty, ...named];
}

/** @param tags the remote's, and the commits that they point to */
function againstTags(version: string, commit: string, tags: ReadonlyMap<string, string>): readonly string[] {
  const elsewhere = tags.get(`v${version}`);
  const newest = newestOf([...tags.keys()], floatingTag(version));
  return [
    // A release that was given out means one thing for ever.
    ...(elsewhere === undefined || elsewhere === commit
      ? []
      : [`v${version} is there already, at ${elsewhere}`]),
    // Who uses v1 would lose what a newer release brought.
    ...(newest !== undefined && isOlder(version, newest)
      ? [`v${newest} is newer: ${floatingTag(version)} is not moved back`]
      : []),
  ];
}

/** A newer version on an older commit would take from who uses v1 what they have. */
function leftOut(
  floating: string,
  present: string | undefined,
  commit: string,
  repository: Repository,
): readonly string[] {
  if (present === undefined || repository.holds(commit, present)) return [];
  return [`${floating} is at ${present}, which is not among the commits before ${commit}`];
}

/**
 * A digest that is formed otherwise than the last release's blocks what was previewed with that one: docs/upgrading.md promises
 * that the notes say so.
 */
function openReviews(
  notes: string,
  tags: ReadonlyMap<string, string>,
  repository: Repository,
): readonly string[] {
  const last = tags.get(`v${newestOf([...tags.keys()])}`);
  if (last === undefined || !repository.holds("HEAD", last) || !repository.differs(last, VECTORS)) return [];
  if (/^#+ Open reviews$/m.test(notes)) return [];
  return [`${VECTORS} is not what it was in the last release: the notes need a heading "Open reviews"`];
}

const VECTORS = "test/golden/digest";

/** Builds `dist/` and compares it with the committed one. */
function checkDist(): void {
  try {
    execFileSync("npm", ["run", "--silent", "check:dist"], { stdio: "inherit" });
  } catch {
    throw new Refusal(["npm run check:dist failed: dist/ is not what its source builds to"]);
  }
}

interface Step {
  readonly says: string;
  readonly does: () => void;
}

/** What is still to be done. `v1` moves last: it never leads to what has no release. */
function stepsOf(
  { tag, floating, commit, notes }: Release,
  { isDryRun }: Asked,
  repository: Repository,
): readonly Step[] {
  const tags = repository.tags();
  const steps: readonly (Step & { readonly isDone: boolean })[] = [
    {
      isDone: tags.has(tag),
      says: `tag ${commit} as ${tag}`,
      does: () => repository.push(commit, tag),
    },
    {
      // A dry run does without GitHub, and so without gh.
      isDone: !isDryRun && repository.isReleased(tag),
      says: `make the GitHub release ${tag}`,
      does: () => repository.release(tag, notes),
    },
    {
      isDone: tags.get(floating) === commit,
      says: `move ${floating} to ${commit}`,
      does: () => repository.move(commit, floating),
    },
  ];
  return steps.filter(({ isDone }) => !isDone);
}

if (import.meta.main) {
  try {
    main();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
