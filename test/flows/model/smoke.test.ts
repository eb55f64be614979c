import { expect, test } from "vitest";
import { mergePull, openPull, testMerge } from "./gitHub.ts";
import { openSession } from "./session.ts";

test("the plain way", async () => {
  const s = openSession();
  const pull = openPull(s.gitHub, { Queue: "60" });
  const t0 = performance.now();
  const p = await s.preview(pull, testMerge(s.gitHub, pull) ?? {});
  const t1 = performance.now();
  expect(p.error).toBeUndefined();
  expect(p.result?.result).toBe("previewed");
  mergePull(s.gitHub, pull, "squash");
  const d = await s.deploy(s.gitHub.main);
  const t2 = performance.now();
  expect(d.result).toMatchObject({ result: "deployed" });
  console.log(t1 - t0, t2 - t1);
  const N = 100;
  const t3 = performance.now();
  for (let i = 0; i < N; i++) {
    const q = openPull(s.gitHub, { Queue: i % 2 ? "60" : "90" });
    expect((await s.preview(q, testMerge(s.gitHub, q) ?? {})).result?.result).toBe("previewed");
    mergePull(s.gitHub, q, "squash");
    expect((await s.deploy(s.gitHub.main)).result?.result).toBe("deployed");
  }
  console.log("per preview+deploy ms", (performance.now() - t3) / N);
});
