/** What is wrong with a stack tag: `error` where CloudFormation refuses it, `warning` where resources that get it may. */
export interface TagProblem {
  readonly level: "error" | "warning";
  /** Continues a sentence that starts with the tag. */
  readonly why: string;
}

/**
 * The limits of a stack tag (CloudFormation API, Tag): a key of 1 to 128 characters and a value of 1 to 256, neither
 * with the prefix that is AWS's own, in any case ("don't use aws: or AWS:"). The characters are those that all services
 * take ("Tag naming limits"). CloudFormation itself takes more (aws-sdk-go#2891: a comma) and hands them on to the
 * resources; EC2 takes them, SNS and IAM fail with them in the middle of a deploy.
 */
export function tagProblems(key: string, value: string): readonly TagProblem[] {
  const problems: TagProblem[] = [];
  const error = (why: string) => problems.push({ level: "error", why });
  if (/^aws:/i.test(key) || /^aws:/i.test(value)) error('cannot be set, the prefix "aws:" is reserved');
  if (key === "") error("has no key");
  if (length(key) > MOST_KEY)
    error(`has a key of ${length(key)} characters; CloudFormation takes at most ${MOST_KEY}`);
  if (value === "") error("has an empty value; CloudFormation takes none. Give it one or leave the tag out");
  if (length(value) > MOST_VALUE) {
    error(`has a value of ${length(value)} characters; CloudFormation takes at most ${MOST_VALUE}`);
  }
  if (/\p{Cc}/u.test(key + value)) error("has a line break or another control character in it");
  else problems.push(...oddCharacters(key, "key"), ...oddCharacters(value, "value"));
  return problems;
}

const MOST_KEY = 128;
const MOST_VALUE = 256;

function length(text: string): number {
  return [...text].length;
}

function oddCharacters(text: string, part: "key" | "value"): readonly TagProblem[] {
  const odd = new Set(text.match(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu));
  if (odd.size === 0) return [];
  const list = [...odd].slice(0, 5).join(" ");
  const why = `has ${list} in its ${part}; many services take only letters, digits, spaces and _ . : / = + - @, and a resource that gets the tag may fail`;
  return [{ level: "warning", why }];
}
