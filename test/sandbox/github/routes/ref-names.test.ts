import { expect, test } from "vitest";
import { place, startTestbed } from "../testbed.ts";

test("a name that a branch and a tag have is the tag's, and a whole one is its own", async () => {
  const bed = await startTestbed();
  try {
    const repository = await bed.repository();
    const tagged = await repository.tip("main");
    const tip = await repository.push("main", { "new.txt": "1" }, "next");
    await repository.tag("main", tagged);
    const { rest } = bed.octokit();
    const at = place(repository);
    const commit = async (ref: string) => (await rest.repos.getCommit({ ...at, ref })).data.sha;
    expect(
      await Promise.all(["main", "tags/main", "refs/heads/main", "heads/main", tip].map(commit)),
    ).toEqual([tagged, tagged, tip, tip, tip]);
    const newest = async (sha: string) => (await rest.repos.listCommits({ ...at, sha })).data[0]?.sha;
    expect(await newest("main")).toBe(tagged);
    expect(await newest("refs/heads/main")).toBe(tip);
    const between = async (basehead: string) =>
      (await rest.repos.compareCommitsWithBasehead({ ...at, basehead })).data.ahead_by;
    expect(await between(`${tagged}...main`)).toBe(0);
    expect(await between(`main...${tip}`)).toBe(1);
    const names = async (ref: string) => {
      const { data } = await rest.repos.getContent({ ...at, path: "", ref });
      return Array.isArray(data) ? data.map(({ name }) => name) : [];
    };
    expect(await names("main")).not.toContain("new.txt");
    expect(await names("heads/main")).toContain("new.txt");
    const { data: tree } = await rest.git.getTree({ ...at, tree_sha: "main" });
    expect(tree.tree.map(({ path }) => path)).not.toContain("new.txt");
    const { data: ref } = await rest.git.getRef({ ...at, ref: "heads/main" });
    expect(ref.object.sha).toBe(tip);
  } finally {
    await bed.github.close();
  }
});
