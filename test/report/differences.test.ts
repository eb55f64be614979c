import { describe, expect, test } from "vitest";
import type { Changes } from "../../src/changes/model.ts";
import { judge } from "../../src/changes/verdict/verdict.ts";
import { commentMarker, renderComment } from "../../src/report/comment.ts";
import { renderSummary } from "../../src/report/summary.ts";
import type { ReportView } from "../../src/report/view.ts";
import { openSecrets } from "../../src/secrets/secrets.ts";

/** What is told of an update that changes only this. */
function told(more: Partial<Changes>): { readonly comment: string; readonly summary: string } {
  const target = { stack: "s", region: "us-east-1", account: "123456789012", type: "UPDATE" } as const;
  const lists = { resources: [], parameters: [], keptParameters: [], tags: [], outputs: [], settings: [] };
  const changes: Changes = { ...lists, template: [], capabilities: [], target, ...more };
  const view: ReportView = {
    secrets: openSecrets(),
    stack: "s",
    region: "us-east-1",
    state: { kind: "previewed", onMerge: { kind: "executes" } },
    changes,
    verdict: judge(changes, []),
    findings: [],
    links: { run: "https://github.com/acme/payments/actions/runs/1234567890" },
    commit: "abcdef0123",
    history: [],
  };
  const marker = commentMarker({ stackName: "s", region: "us-east-1", label: undefined });
  return { comment: renderComment(view, marker), summary: renderSummary(view) };
}

describe.each(["template", "outputs"] as const)("a difference in the %s", (list) => {
  const differing = (before: string, after: string) =>
    told({ [list]: [{ key: "Networks", name: "mapping Networks", before, after }] });

  test("that is long is cut in the comment, which says so, and whole in the summary", () => {
    const rows = (value: string, last: string) =>
      JSON.stringify(
        Object.fromEntries(
          Array.from({ length: 40 }, (_, row) => [
            `Row${row}`,
            { Cidr: row < 39 ? `10.${value}.${row}.0/24` : last },
          ]),
        ),
      );
    const { comment, summary } = differing(rows("0", "10.0.0.0/8"), rows("1", "0.0.0.0/0"));
    expect(comment).not.toContain("0.0.0.0/0");
    expect(comment).toMatch(/\n# … 22 more lines\n```/);
    expect(summary).toContain('+   "Row39": { "Cidr": "0.0.0.0/0" }');
    expect(summary).not.toContain("more line");
  });

  test("that is too long for any comment is shown by its beginning, which says so", () => {
    const rows = (value: string) =>
      JSON.stringify(Array.from({ length: 40 }, (_, row) => `${row}${value.repeat(2_000)}`));
    const { comment, summary } = differing(rows("a"), rows("b"));
    expect(comment).toMatch(/-\s+"0a{2000}",\n/);
    expect(comment).toMatch(/\n# … 74 more lines\n```/);
    expect(summary).toMatch(/\+\s+"39b{2000}"\n/);
  });
});
