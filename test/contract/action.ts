import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

export const root = join(import.meta.dirname, "../..");

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

export const actionText = read("action.yml");
export const action = parse(actionText) as ActionFile;

export function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** The names of action.yml that others write into their workflows: none may go or change without a new major version. */
export const INPUT_DEFAULTS: Readonly<Record<string, string | undefined>> = {
  mode: "auto",
  template: undefined,
  "stack-name": undefined,
  "environment-suffix": undefined,
  parameters: undefined,
  "parameters-file": undefined,
  "missing-parameters": undefined,
  tags: undefined,
  region: undefined,
  capabilities: undefined,
  "role-arn": undefined,
  "notification-arns": undefined,
  "rollback-alarms": undefined,
  "monitoring-minutes": undefined,
  "s3-bucket": undefined,
  "s3-prefix": undefined,
  "include-nested-stacks": undefined,
  "import-existing-resources": undefined,
  "deployment-mode": undefined,
  "on-failure": undefined,
  "termination-protection": undefined,
  "timeout-minutes": undefined,
  "deploy-branch": undefined,
  "require-review": "true",
  "deployment-file": undefined,
  deployments: "deployments/**",
  "record-key": undefined,
  "required-approvals": "0",
  "approved-digest": undefined,
  label: undefined,
  "allow-destructive": undefined,
  "on-destructive": "fail",
  confirm: undefined,
  comment: undefined,
  redact: undefined,
  "mask-outputs": undefined,
  preflight: undefined,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's, as action.yml has it
  "github-token": "${{ github.token }}",
};

export const OUTPUTS = [
  "deploy-result",
  "reason-code",
  "has-changes",
  "change-set-arn",
  "change-set-url",
  "change-digest",
  "change-summary",
  "comment-url",
  "stack-id",
  "stack-status",
  "stack-outputs",
  "rendered-template",
  "final-snapshot",
  "matrix",
  "wave-1",
  "wave-2",
  "wave-3",
  "wave-4",
  "wave-5",
] as const;

/** Codes that workflows compare with: none may go or change its name. The action may have more. */
export const REASON_CODES_OF_THE_CONTRACT = [
  "unreviewed",
  "stale-review",
  "not-approved",
  "destructive",
  "fork",
  "wrong-branch",
  "draft",
  "invalid-input",
  "invalid-template",
  "preflight",
  "protected",
  "access-denied",
  "rolled-back",
  "timeout",
  "cancelled",
  "stack-busy",
  "stack-unrecoverable",
  "error",
] as const;
