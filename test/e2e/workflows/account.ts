import { actionsOf, permissions } from "../../contract/permissions.ts";
import type { Role } from "../../sandbox/workflows/roles.ts";
import type { Page } from "./pages.ts";

const SUBJECT = "token.actions.githubusercontent.com:sub";
interface TrustPolicy {
  readonly Condition: { readonly StringEquals: Readonly<Record<string, readonly string[]>> };
}

export const PREVIEW_ROLE = "arn:aws:iam::111122223333:role/database-preview";
export const DEPLOY_ROLE = "arn:aws:iam::111122223333:role/database-deploy";

/** The repository's variables by which the page's example chooses a role. */
export const variables = { PREVIEW_ROLE, DEPLOY_ROLE };

/** Where an API calls it otherwise than IAM: https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html */
const OPERATIONS: Readonly<Record<string, readonly string[]>> = {
  GetObject: ["GetObject", "HeadObject"],
  ListBucketVersions: ["ListObjectVersions"],
};

/** What every role needs for what the examples ask for: `preflight`, the bundled template's rules, alarms, `s3-bucket`. */
const COMMON = ["the bundled template's rules", "`preflight`", "rollback alarms", "`s3-bucket`"].flatMap(
  operationsOf,
);
const PREVIEW = [...operationsOf("preview and cleanup"), ...COMMON];
const DEPLOY_ALONE = [...PREVIEW, ...operationsOf("deploy")];
const DEPLOY = [...DEPLOY_ALONE, ...operationsOf("`mode: drift`, `schedule`")];

/** What a page says that a role may, and what that is. */
const RIGHTS: Readonly<Record<string, readonly string[]>> = {
  preview: PREVIEW,
  deploy: DEPLOY_ALONE,
  "deploy, and look for [drift](../../README.md#aws-permissions)": DEPLOY,
};

/** The quick start's one role, which every run of the repository may assume: the rights of the page, and no others. */
export const oneRole: readonly Role[] = [{ arn: DEPLOY_ROLE, trusts: ["repo:acme/app:*"], allows: DEPLOY }];

/** The same for a destroy by hand. */
export const destroyingRole: readonly Role[] = [
  { arn: DEPLOY_ROLE, trusts: ["repo:acme/app:*"], allows: [...DEPLOY, ...operationsOf("`mode: destroy`")] },
];

/** The two roles of production, with the rights and the trust policies that the page gives them. */
export const twoRoles: readonly Role[] = [
  { arn: PREVIEW_ROLE, trusts: previewSubjects(), allows: PREVIEW },
  { arn: DEPLOY_ROLE, trusts: deploySubjects(), allows: DEPLOY },
];

/** The roles that a page of whole workflows says it needs, with the rights that the README gives such roles. */
export function rolesOf({ roles }: Pick<Page, "roles">): readonly Role[] {
  return roles.map(({ arn, trusts, may }) => {
    const allows = RIGHTS[may];
    if (allows === undefined) throw new Error(`${arn} may ${may}: what is that?`);
    return { arn, trusts, allows };
  });
}

/** The operations of AWS's APIs that a row of the page's table allows. */
function operationsOf(row: string): readonly string[] {
  const names = actionsOf(row, "deploy").map((action) => action.slice(action.indexOf(":") + 1));
  return names.flatMap((name) => OPERATIONS[name] ?? [name]);
}

function deploySubjects(): readonly string[] {
  const blocks = [...permissions.matchAll(/```json\n("Condition": .*?)```/gs)].map((match) => match[1] ?? "");
  const conditions = blocks.map((block) => JSON.parse(`{${block}}`) as TrustPolicy);
  const subjects = conditions.flatMap(({ Condition }) => Condition.StringEquals[SUBJECT] ?? []);
  if (subjects.length === 0) throw new Error("the page shows no trust policy with a subject");
  return subjects;
}

/** The page gives the preview role's by their ends. */
function previewSubjects(): readonly string[] {
  const sentence = /The preview role's end in (.*?)\.\s/s.exec(permissions)?.[1] ?? "";
  const ends = [...sentence.matchAll(/`(:[^`]+)`/g)].map((match) => match[1] ?? "");
  if (ends.length === 0) throw new Error("the page does not say what the preview role's subjects end in");
  return deploySubjects().flatMap((subject) => {
    const start = subject.replace(/:ref:.*$/, "");
    return ends.map((end) => `${start}${end}`);
  });
}
