import { performance } from "node:perf_hooks";
import type { Changes, ResourceChange } from "../src/changes/model.ts";
import { redact } from "../src/changes/redaction/redaction.ts";
import { judge } from "../src/changes/verdict/verdict.ts";
import { renderCheck } from "../src/report/check.ts";
import { commentMarker, renderComment } from "../src/report/comment.ts";
import { renderSummary } from "../src/report/summary.ts";
import type { ReportView } from "../src/report/view.ts";
import { openSecrets } from "../src/secrets/secrets.ts";

const RUNS = 15;

/** Modified functions and tables with property values and contexts, as AWS gives them for a large stack. */
function resources(count: number): readonly ResourceChange[] {
  return Array.from({ length: count }, (_, index) => {
    const before = {
      FunctionName: `acme-${index}`,
      MemorySize: 128,
      Environment: { Variables: variables("before", index) },
    };
    const after = { ...before, MemorySize: 256, Environment: { Variables: variables("after", index) } };
    const detail = {
      attribute: "Properties",
      requiresRecreation: "Never",
      evaluation: "Static",
      source: "DirectModification",
    } as const;
    return {
      stackPath: [],
      action: "Modify",
      logicalId: `Function${index}`,
      physicalId: `acme-${index}`,
      type: "AWS::Lambda::Function",
      replacement: "False",
      scope: ["Properties"],
      before: { Properties: before },
      after: { Properties: after },
      details: [
        { ...detail, name: "MemorySize", path: "/Properties/MemorySize", before: "128", after: "256" },
        {
          ...detail,
          name: "Environment",
          path: "/Properties/Environment",
          before: JSON.stringify(before.Environment),
          after: JSON.stringify(after.Environment),
        },
      ],
    };
  });
}

function variables(side: string, index: number): Record<string, string> {
  const entries = Array.from({ length: 20 }, (_, at) => [
    `SETTING_${at}`,
    at % 5 === 0 ? `${side}-${index}` : `value-${at}`,
  ]);
  return { ...Object.fromEntries(entries), DB_PASSWORD: `{{resolve:secretsmanager:db-${index}}}` };
}

function viewOf(raw: Changes): ReportView {
  return {
    secrets: openSecrets(),
    stack: "acme",
    region: "us-east-1",
    state: { kind: "previewed", onMerge: { kind: "executes" } },
    findings: [],
    changes: redact(raw, { noEcho: [], patterns: [] }),
    verdict: judge(raw, []),
    history: [],
    links: { run: "https://github.com/acme/app/actions/runs/1" },
    commit: "4f2c9d1e8b7a6053f1e2d3c4b5a69788f0e1d2c3",
  };
}

function timed(work: () => unknown): string {
  const times = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  const sorted = times.toSorted((a, b) => a - b);
  const [first = 0] = times;
  return `${(sorted[Math.floor(RUNS / 2)] ?? 0).toFixed(1)} ms (first ${first.toFixed(1)})`.padEnd(26);
}

console.log("resources  judge and redact          comment and summary       check                     sizes");
for (const count of [10, 100, 500]) {
  const target = { stack: "acme", region: "us-east-1", account: "123456789012", type: "UPDATE" } as const;
  const raw: Changes = {
    target,
    resources: resources(count),
    settings: [],
    template: [],
    parameters: [],
    keptParameters: [],
    tags: [],
    outputs: [],
    capabilities: [],
  };
  const view = viewOf(raw);
  const marker = commentMarker({ stackName: view.stack, region: view.region, label: view.label });
  const both = timed(() => [renderComment(view, marker), renderSummary(view)]);
  const kib = (text: string) => `${(Buffer.byteLength(text) / 1024).toFixed(0)} KiB`;
  const sizes = `comment ${kib(renderComment(view, marker))}, summary ${kib(renderSummary(view))}`;
  console.log(
    `${String(count).padEnd(10)} ${timed(() => viewOf(raw))}${both}${timed(() => renderCheck(view))}${sizes}`,
  );
}
