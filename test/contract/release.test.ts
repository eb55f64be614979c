import { beforeEach, describe, expect, test } from "vitest";
import { openReleasing, type Releasing } from "./releasing.ts";

let it: Releasing;
beforeEach(async () => {
  it = await openReleasing();
});

const refused = (problem: string) => ({ status: 1, text: expect.stringContaining(problem) });

describe("a release", () => {
  test("the first: its tag, its notes from the changelog, and v1", () => {
    const commit = it.prepare("1.0.0");
    expect(it.release("1.0.0")).toEqual({
      status: 0,
      text: [
        `tag ${commit} as v1.0.0`,
        "make the GitHub release v1.0.0",
        `move v1 to ${commit}`,
        "v1.0.0 is released\n",
      ].join("\n"),
    });
    expect(it.tags()).toEqual({ "v1.0.0": commit, v1: commit });
    // A link from the foot of the page comes along where the notes use it, and no other.
    const notes = "### Added\n\n- What 1.0.0 brings ([page][page]).\n\n[page]: https://example.com/page";
    expect(it.releases()).toEqual({ "v1.0.0": notes });
  });

  test("the second moves v1, and the first stays what it was", () => {
    const first = it.prepare("1.0.0");
    it.release("1.0.0");
    const second = it.prepare("1.0.1");
    expect(it.release("v1.0.1")).toMatchObject({ status: 0 });
    expect(it.tags()).toEqual({ "v1.0.0": first, "v1.0.1": second, v1: second });
    expect(Object.keys(it.releases())).toEqual(["v1.0.0", "v1.0.1"]);
    expect(it.releases()["v1.0.1"]).not.toContain("1.0.0");
  });

  test("of the next major version leaves v1 where it is", () => {
    const first = it.prepare("1.10.0");
    it.release("1.10.0");
    const second = it.prepare("2.0.0");
    expect(it.release("2.0.0")).toMatchObject({ status: 0 });
    expect(it.tags()).toEqual({ "v1.10.0": first, v1: first, "v2.0.0": second, v2: second });
  });

  test("whose tag was pushed by hand, annotated or not, is the release of that tag", () => {
    const commit = it.prepare("1.0.0");
    it.git("tag", "--annotate", "--message", "First", "v1.0.0");
    it.git("push", "--quiet", "origin", "v1.0.0");
    expect(it.release("1.0.0")).toMatchObject({ status: 0 });
    expect(it.tags()).toMatchObject({ "v1.0.0^{}": commit, v1: commit });
  });

  test("that failed half-way goes on where it stopped, and v1 never leads to what has no release", () => {
    const commit = it.prepare("1.0.0");
    it.gh("fails");
    expect(it.release("1.0.0")).toMatchObject({ status: 1 });
    expect(it.tags()).toEqual({});
    it.git("push", "--quiet", "origin", `${commit}:refs/tags/v1.0.0`);
    expect(it.release("1.0.0")).toEqual({ status: 1, text: expect.stringContaining("HTTP 502") });
    expect(it.tags()).toEqual({ "v1.0.0": commit });
    it.gh("works");
    expect(it.release("1.0.0")).toMatchObject({ status: 0 });
    expect(it.tags()).toEqual({ "v1.0.0": commit, v1: commit });
    // Once more: nothing is left to do.
    expect(it.release("1.0.0")).toEqual({ status: 0, text: "v1.0.0 is released\n" });
  });

  test("whose v1 GitHub lets only a person move says so, and a person goes on", () => {
    const first = it.prepare("1.0.0");
    it.release("1.0.0");
    const second = it.prepare("1.1.0");
    const words =
      "refusing to allow a GitHub App to create or update workflow `x.yml` without `workflows` permission";
    it.refuse("v1", words);
    expect(it.release("1.1.0")).toEqual(refused("GitHub does not let a workflow set v1 to a commit"));
    expect(it.tags()).toEqual({ "v1.0.0": first, "v1.1.0": second, v1: first });
    it.refuse("v1", "");
    expect(it.release("1.1.0")).toEqual({
      status: 0,
      text: `move v1 to ${second}\nv1.1.0 is released\n`,
    });
    // Anything else is no matter of who pushes.
    it.prepare("1.2.0");
    it.refuse("v1.2.0", "disk full");
    expect(it.release("1.2.0")).toEqual({ status: 1, text: expect.stringContaining("disk full") });
    expect(it.tags()).toMatchObject({ v1: second });
  });

  test("that is only tried says what it would do, and does nothing; gh need not be there", () => {
    const commit = it.prepare("1.0.0");
    it.gh("is missing");
    const { status, text } = it.release("--dry-run", "1.0.0");
    expect(status, text).toBe(0);
    expect(text).toContain(
      `would tag ${commit} as v1.0.0\nwould make the GitHub release v1.0.0\nwould move v1`,
    );
    expect(text).toContain("- What 1.0.0 brings");
    expect(it.tags()).toEqual({});
  });

  test("with --checked builds nothing, and takes no other commit for the checked one", () => {
    const other = it.prepare("1.0.0");
    it.write({ "src/index.js": "// newer\n" });
    const commit = it.commit();
    expect(it.release("--checked", other, "1.0.0")).toEqual(
      refused(`${commit} is not what was checked, ${other}`),
    );
    expect(it.tags()).toEqual({});
    expect(it.release("--checked", commit, "1.0.0")).toMatchObject({ status: 0 });
  });
});

describe("refused is", () => {
  test.for([
    [
      "dist/ that its source does not build to",
      { "src/index.js": "// newer\n" },
      "dist/ is not what its source builds to",
    ],
    [
      "a version without notes",
      { "CHANGELOG.md": "# Changelog\n\n## [1.0.0] - 2026-11-25\n" },
      "the section [1.0.0] is empty",
    ],
    [
      "a version that the changelog does not name",
      { "CHANGELOG.md": "# Changelog\n" },
      "CHANGELOG.md has no section [1.0.0]",
    ],
    ["a section without a date", { "CHANGELOG.md": "## [1.0.0]\n\n- All.\n" }, "## [1.0.0] has no date"],
    [
      "another version in package-lock.json",
      { "package-lock.json": '{"version":"0.9.0"}' },
      "package-lock.json says 0.9.0",
    ],
  ] as const)("%s", ([, files, problem]) => {
    it.prepare("1.0.0");
    it.write(files);
    it.commit();
    for (const args of [["1.0.0"], ["--dry-run", "1.0.0"]]) {
      expect(it.release(...args)).toEqual(refused(problem));
      // A build that came out otherwise is left in the tree.
      it.git("checkout", "--quiet", "--", ".");
    }
    expect([it.tags(), it.releases()]).toEqual([{}, {}]);
  });

  test("what is in no commit", () => {
    it.prepare("1.0.0");
    it.write({ "src/index.js": "// edited\n", "left.txt": "over\n" });
    expect(it.release("1.0.0")).toEqual(
      refused("not committed: M src/index.js\n- not committed: ?? left.txt"),
    );
  });

  test("a version that is at another commit already", () => {
    const first = it.prepare("1.0.0");
    it.release("1.0.0");
    it.write({ "README.md": "# More\n" });
    it.commit();
    expect(it.release("1.0.0")).toEqual(refused(`v1.0.0 is there already, at ${first}`));
    expect(it.tags()).toEqual({ "v1.0.0": first, v1: first });
  });

  test("a version older than v1's, by numbers and not by letters", () => {
    it.prepare("1.9.0");
    it.release("1.9.0");
    const newest = it.prepare("1.10.0");
    expect(it.release("1.10.0")).toMatchObject({ status: 0 });
    it.prepare("1.9.1");
    expect(it.release("1.9.1")).toEqual(refused("v1.10.0 is newer: v1 is not moved back"));
    expect(it.tags()).toMatchObject({ v1: newest });
    expect(Object.keys(it.tags())).not.toContain("v1.9.1");
  });

  test("a digest that is formed otherwise, where the notes say nothing of open reviews", () => {
    it.write({ "test/golden/digest/plain.json": "1" });
    it.prepare("1.0.0");
    expect(it.release("1.0.0")).toMatchObject({ status: 0 });
    it.write({ "test/golden/digest/plain.json": "2" });
    const second = it.prepare("1.1.0");
    expect(it.release("1.1.0")).toEqual(refused('the notes need a heading "Open reviews"'));
    const changelog = "## [1.1.0] - 2026-11-26\n\n### Open reviews\n\nPreview them again.\n";
    it.write({ "CHANGELOG.md": changelog });
    const told = it.commit();
    expect(it.release("1.1.0")).toMatchObject({ status: 0 });
    expect(it.tags()).toMatchObject({ "v1.1.0": told });
    // Of the same form as the last one, nothing need be said.
    it.prepare("1.2.0");
    expect(it.release("1.2.0")).toMatchObject({ status: 0 });
    expect(told).not.toBe(second);
  });

  test("a newer version on an older commit than v1's", () => {
    it.prepare("1.1.0");
    const newer = it.prepare("1.0.0");
    it.release("1.0.0");
    it.git("checkout", "--quiet", "HEAD~1");
    expect(it.release("1.1.0")).toEqual(refused(`v1 is at ${newer}, which is not among the commits before`));
    expect(it.tags()).toEqual({ "v1.0.0": newer, v1: newer });
  });

  test("a commit that is not on main", () => {
    it.prepare("1.0.0");
    it.git("checkout", "--quiet", "-b", "topic");
    it.git("commit", "--quiet", "--allow-empty", "--message", "Unreviewed");
    it.git("push", "--quiet", "origin", "topic");
    expect(it.release("1.0.0")).toEqual(refused("is not on main"));
  });

  test.for(["", "1.0", "1.0.0-rc.1", "01.0.0", "latest"])("what is no version: %s", (version) => {
    it.prepare("1.0.0");
    expect(it.release(version)).toEqual(refused("is no version: 1.2.3"));
  });

  test("with all that is wrong at once", () => {
    it.prepare("1.0.0");
    it.write({ "left.txt": "over\n" });
    const { text } = it.release("1.1.0");
    for (const problem of ["left.txt", "package.json says 1.0.0", "no section [1.1.0]"])
      expect(text).toContain(problem);
  });
});
