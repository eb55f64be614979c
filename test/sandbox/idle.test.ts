import { expect, test } from "vitest";
import { openStage } from "./stage.ts";

// A busy machine notices late that a connection was idle for too long, and then closes it under the next request.
test("no server of the sandbox says that it will close an idle connection", async () => {
  await using stage = await openStage();
  for (const { url } of [stage.github, stage.aws]) {
    const response = await fetch(url);
    await response.text();
    expect(response.headers.get("connection")).toBe("keep-alive");
    expect(response.headers.get("keep-alive")).toBeNull();
  }
});
