import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Changes, ResourceChange } from "../../src/changes/model.ts";
import { judge } from "../../src/changes/verdict/verdict.ts";
import { renderCheck } from "../../src/report/check.ts";
import {
  COMMENT_LIMIT,
  commentMarker,
  markedStack,
  readHistory,
  renderComment,
} from "../../src/report/comment.ts";
import { overviewLine, readLine } from "../../src/report/overviewLine.ts";
import { renderSummary, SUMMARY_LIMIT } from "../../src/report/summary.ts";
import { oneLine, shorten } from "../../src/report/text/characters.ts";
import type { ReportView } from "../../src/report/view.ts";
import { openSecrets } from "../../src/secrets/secrets.ts";
import { anyView } from "./arbitraryView.ts";
import { hostileText, parse } from "./hostile.ts";
import { expectOurs } from "./ownStructure.ts";

const OWN_LINK =
  /^https:\/\/github\.com\/acme\/payments\/(actions\/runs\/1234567890|commit\/[0-9a-f]{7,64})$/;

const RUN = "https://github.com/acme/payments/actions/runs/1234567890";

test("a comment of any view holds only our own structure, every lost resource and its history", () => {
  fc.assert(
    fc.property(anyView(), hostileText(20), (view, garbage) => {
      const marker = commentMarker({ stackName: view.stack, region: view.region, label: view.label });
      const comment = renderComment(view, marker);
      expect(comment.length).toBeLessThanOrEqual(COMMENT_LIMIT);
      expect(comment.split("\n")[0]).toBe(marker);
      const line = overviewLine(view);
      const hidden = [view.history.length > 0, line !== undefined].filter((isThere) => isThere);
      expect(comment.split("<!--").length - 1).toBe(1 + hidden.length);
      // The run's address is ours to give, so that any is right; nothing else may link.
      const tokens = expectOurs(comment, view.links.run === RUN ? OWN_LINK : /^https?:\/\//);

      const losing = (view.verdict?.risks ?? []).filter(({ kind }) => kind === "data-loss").length;
      const rows = tokens.filter(
        ({ type, content }) => type === "text" && /🛑\u00a0(replace|delete)/u.test(content),
      );
      expect(rows).toHaveLength(losing);

      const valid = view.history.filter(({ runUrl }) => /^https?:\/\//.test(runUrl));
      expect(readHistory(comment).map(({ at }) => at)).toEqual(valid.map(({ at }) => at));
      expect(readHistory(garbage)).toEqual([]);
      expect(readHistory(`${marker}\n${garbage}`)).toEqual([]);
      expect(markedStack(comment)).toEqual({
        ...{ stackName: view.stack.toWellFormed(), region: view.region.toWellFormed() },
        label: view.label?.toWellFormed(),
      });
      expect(readLine(comment)).toEqual(line && { ...line, where: shorten(oneLine(line.where), 200) });
      expect(readLine(garbage)).toBeUndefined();
    }),
    { numRuns: 3_000 },
  );
});

test("a summary and a check of any view hold only our own structure", () => {
  fc.assert(
    fc.property(anyView(), (view) => {
      const ownLinks = view.links.run === RUN ? OWN_LINK : /^https?:\/\//;
      expectOurs(renderSummary(view), ownLinks);
      const check = renderCheck(view);
      expectOurs(check.summary, ownLinks);
      expect(check.title).not.toMatch(/[\n\u202e\u200b]/);
    }),
    { numRuns: 1_000 },
  );
});

describe("large sets", () => {
  const target = { stack: "s", region: "us-east-1", account: "123456789012", type: "UPDATE" as const };
  const none = {
    settings: [],
    template: [],
    parameters: [],
    keptParameters: [],
    tags: [],
    outputs: [],
    capabilities: [],
  };
  const links = { run: "https://github.com/acme/payments/actions/runs/1234567890" };

  function viewOf(resources: readonly ResourceChange[]): ReportView {
    const changes: Changes = { ...none, target, resources };
    const state = { kind: "previewed", onMerge: { kind: "executes" } } as const;
    return {
      secrets: openSecrets(),
      stack: "s",
      region: "us-east-1",
      state,
      changes,
      verdict: judge(changes, []),
      findings: [],
      links,
      commit: "abcdef0123",
      history: [],
    };
  }

  const removed = (logicalId: string): ResourceChange => ({
    stackPath: [],
    action: "Remove",
    logicalId,
    type: "AWS::DynamoDB::Table",
    scope: [],
    details: [],
  });
  const modified = (logicalId: string, size: number): ResourceChange => ({
    stackPath: [],
    action: "Modify",
    logicalId,
    type: "AWS::Lambda::Function",
    replacement: "False",
    scope: ["Properties"],
    details: [
      {
        attribute: "Properties",
        name: "Code",
        path: "/Properties/Code",
        requiresRecreation: "Never",
        before: "x".repeat(size),
        after: "y|`\n".repeat(size / 4),
        evaluation: "Static",
      },
    ],
  });

  test("500 destructive rows are all there, whatever the names", () => {
    const names = Array.from({ length: 500 }, (_, index) => `T${index}${"|`".repeat(index % 120)}`);
    const comment = renderComment(
      viewOf([...names.map(removed), ...names.map((name) => modified(`M${name}`, 4_000))]),
      commentMarker({ stackName: "s", region: "us-east-1", label: undefined }),
    );
    expect(comment.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    const cells = parse(comment).filter(
      ({ type, content }) => type === "text" && content.includes("🛑\u00a0delete"),
    );
    expect(cells).toHaveLength(500);
  });

  test("are cut to the limit and say how much is missing", () => {
    const resources = Array.from({ length: 500 }, (_, index) => modified(`M${index}`, 40_000));
    const view = viewOf(resources);
    const comment = renderComment(
      view,
      commentMarker({ stackName: "s", region: "us-east-1", label: undefined }),
    );
    expect(comment.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(comment).toMatch(/… and \d+ more diffs: \[full report/);
    expectOurs(comment, OWN_LINK);
    expect(Buffer.byteLength(renderSummary(view))).toBeLessThanOrEqual(SUMMARY_LIMIT);
    expect(Buffer.byteLength(renderCheck(view).summary)).toBeLessThanOrEqual(65_535);
  });
});
