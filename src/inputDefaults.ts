/**
 * What stands where neither the step nor a deployment file says anything. action.yml declares none of these: with a
 * `default:` there, an input that a file sets could not be told from one that the step sets.
 */
export const DEFAULTS = {
  template: "aurora-postgresql",
  "missing-parameters": "previous",
  "include-nested-stacks": true,
  "import-existing-resources": false,
  "deployment-mode": "standard",
  "on-failure": "rollback",
  "timeout-minutes": 60,
  comment: "always",
  preflight: true,
} as const;
