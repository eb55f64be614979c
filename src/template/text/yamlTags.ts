import type { Json } from "../model.ts";
import { didYouMean } from "../nearest.ts";

/** Short forms and the keys they stand for (intrinsic function reference; rule-specific functions). */
const FUNCTIONS = [
  "And",
  "Base64",
  "Cidr",
  "Contains",
  "EachMemberEquals",
  "EachMemberIn",
  "Equals",
  "FindInMap",
  "GetAZs",
  "GetAtt",
  "GetStackOutput",
  "If",
  "ImportValue",
  "Join",
  "Length",
  "Not",
  "Or",
  "RefAll",
  "Select",
  "Split",
  "Sub",
  "ToJsonString",
  "Transform",
  "ValueOf",
  "ValueOfAll",
] as const;

const LONG_FORMS: ReadonlyMap<string, string> = new Map([
  ["!Ref", "Ref"],
  ["!Condition", "Condition"],
  ...FUNCTIONS.map((name) => [`!${name}`, `Fn::${name}`] as const),
]);

/** The key that a short form such as `!Sub` stands for; `undefined` for a tag that CloudFormation does not have. */
export function longForm(tag: string): string | undefined {
  return LONG_FORMS.get(tag);
}

/** Why a tag is refused, and what to write. */
export function unknownTag(tag: string): string {
  if (tag === "!ForEach") {
    return '!ForEach has no short form; write the key "Fn::ForEach::<name>" (with the AWS::LanguageExtensions transform).';
  }
  return `${tag} is not a CloudFormation function.${didYouMean(tag, LONG_FORMS.keys())}`;
}

/** `!GetAtt Database.Endpoint.Port` → `["Database", "Endpoint.Port"]`; other forms stay as they are. */
export function shortFormArgument(tag: string, value: Json): Json {
  if (tag !== "!GetAtt" || typeof value !== "string") return value;
  const dot = value.indexOf(".");
  return dot === -1 ? value : [value.slice(0, dot), value.slice(dot + 1)];
}
