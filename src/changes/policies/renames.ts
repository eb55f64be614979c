import { type ChangeTarget, KNOWN_AFTER_APPLY, type ResourceChange } from "../model.ts";
import { resourceStates } from "../resourceState.ts";
import { isStateful, uniqueNameProperty } from "../resourceTypes.ts";

/** Put the new names of the stack's own resources into ARNs with their old ones. */
export interface Rename {
  readonly inGrants: (text: string) => string;
  /** Not those of what holds data: the deletion of the old one can fail (a bucket with objects), and it stays undenied. */
  readonly inDenials: (text: string) => string;
}

/** One of the stack's own resources that is replaced under another name, and gone afterwards. */
interface Renamed {
  readonly type: string;
  readonly old: string;
  readonly name: string;
}

/**
 * The new names of resources that are replaced; `undefined` where there are none. Of what stays in the account beside the new
 * one (Retain), a policy that speaks of the new one only says nothing any more: that is no such name.
 */
export function renameIn(
  resources: readonly ResourceChange[],
  target: Pick<ChangeTarget, "region" | "account">,
): Rename | undefined {
  const all = resources.flatMap((change) => renamedBy(change) ?? []);
  if (all.length === 0) return undefined;
  const namer = (known: readonly Renamed[]) => (text: string) =>
    text.replaceAll(ARN, (arn) => renamed(arn, known, target));
  return { inGrants: namer(all), inDenials: namer(all.filter(({ type }) => !isStateful(type))) };
}

/** In a text of JSON, too. */
const ARN = /\barn:[^\s"'\\,]+/g;

function renamedBy(change: ResourceChange): Renamed | undefined {
  const property = uniqueNameProperty(change.type);
  const isKept = change.policyAction === "Retain" || change.policyAction === "ReplaceAndRetain";
  const hasForm = Object.hasOwn(FORMS, change.type);
  if (property === undefined || !hasForm || change.replacement !== "True" || isKept) return undefined;
  const { before, after } = resourceStates(change);
  // A generated name is the end of the physical id: of a name, an ARN, or a URL.
  const old = before?.[property] ?? change.physicalId?.split(/[:/]/).at(-1);
  const name = after?.[property];
  if (typeof old !== "string" || typeof name !== "string" || name.includes(KNOWN_AFTER_APPLY))
    return undefined;
  return { type: change.type, old, name };
}

/**
 * Services, and what stands before the name in an ARN, as the Service Authorization Reference has them for each type: a role and
 * a user can have one name.
 */
const FORMS: Readonly<Record<string, string>> = {
  "AWS::DynamoDB::Table": "dynamodb:table/",
  "AWS::ECR::Repository": "ecr:repository/",
  "AWS::IAM::Group": "iam:group/",
  "AWS::IAM::ManagedPolicy": "iam:policy/",
  "AWS::IAM::Role": "iam:role/",
  "AWS::IAM::User": "iam:user/",
  "AWS::Kinesis::Stream": "kinesis:stream/",
  "AWS::Lambda::Function": "lambda:function:",
  "AWS::Logs::LogGroup": "logs:log-group:",
  "AWS::S3::Bucket": "s3:",
  "AWS::SNS::Topic": "sns:",
  "AWS::SQS::Queue": "sqs:",
};

/** An ARN of another account, of another region or of any is not that of the stack's own. */
function renamed(
  arn: string,
  all: readonly Renamed[],
  { region, account }: Pick<ChangeTarget, "region" | "account">,
): string {
  const [start, partition, service, where = "", whose = "", ...rest] = arn.split(":");
  if ((where !== "" && where !== region) || (whose !== "" && whose !== account)) return arn;
  const resource = rest.join(":");
  for (const one of all) {
    const [of, kind = ""] = split(FORMS[one.type] ?? "");
    const own = `${kind}${one.old}`;
    if (of !== service || !resource.startsWith(own) || !/^([:/]|$)/.test(resource.slice(own.length)))
      continue;
    const now = `${kind}${one.name}${resource.slice(own.length)}`;
    return [start, partition, service, where, whose, now].join(":");
  }
  return arn;
}

/** A form as its service and what stands before the name. */
function split(form: string): readonly [string, string] {
  const end = form.indexOf(":");
  return [form.slice(0, end), form.slice(end + 1)];
}
