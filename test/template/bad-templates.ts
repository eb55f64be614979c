// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the notation of Fn::Sub.
/** One bad input: what is wrong with it, the file's name, its text. */
export type BadInput = readonly [title: string, file: string, text: string];

const one = (logicalId: string, resource: string) => `Resources:\n  ${logicalId}:\n${resource}`;
const topic = "    Type: AWS::SNS::Topic\n";
const withTopic = (rest: string) => `${one("Topic", topic)}${rest}`;

/** Broken, and still to be seen as a template: what is none is not quoted. */
function ofTemplate([title, file, text]: BadInput): BadInput {
  if (text.includes("Resources") || /^\s*(?:#.*)?\s*$|^hello|^["[]|^- |^%|^---\na/.test(text))
    return [title, file, text];
  return [title, file, text.startsWith("{") ? `{"Resources": 0,${text.slice(1)}` : `Resources: 0\n${text}`];
}

const JSON_MISTAKES: readonly BadInput[] = [
  ["an empty file", "t.json", ""],
  ["white space only", "t.json", " \n\t\n"],
  ["a list", "t.json", '["a"]'],
  ["a text", "t.json", '"Resources"'],
  ["a trailing comma in an object", "t.json", '{\n  "Resources": {\n    "A": 1,\n  }\n}'],
  ["a trailing comma in a list", "t.json", '{\n  "A": [1, 2,]\n}'],
  ["a line comment", "t.json", '{\n  // names\n  "A": 1\n}'],
  ["a block comment", "t.json", '{\n  "A": 1 /* one */\n}'],
  ["a hash comment", "t.json", '{\n  "A": 1\n  # end\n}'],
  ["a missing comma between members", "t.json", '{\n  "A": 1\n  "B": 2\n}'],
  ["a missing comma between items", "t.json", '{\n  "A": [1 2]\n}'],
  ["a missing colon", "t.json", '{\n  "A" 1\n}'],
  ["a missing value", "t.json", '{\n  "A": ,\n  "B": 1\n}'],
  ["a missing closing brace", "t.json", '{\n  "A": {\n    "B": 1\n'],
  ["a missing closing bracket", "t.json", '{\n  "A": [1, 2\n}'],
  ["a brace too many", "t.json", '{\n  "A": 1\n}\n}'],
  ["single quotes", "t.json", "{\n  'A': 1\n}"],
  ["typographic quotes", "t.json", "{\n  “A”: 1\n}"],
  ["a key without quotes", "t.json", '{\n  Type: "AWS::S3::Bucket"\n}'],
  ["a value without quotes", "t.json", '{\n  "Type": AWS::S3::Bucket\n}'],
  ["Python's True", "t.json", '{\n  "A": True\n}'],
  ["a leading zero", "t.json", '{\n  "Account": 012345678901\n}'],
  ["a number that starts with a plus", "t.json", '{\n  "A": +1\n}'],
  ["a version as a number", "t.json", '{\n  "A": 1.2.3\n}'],
  ["a number out of range", "t.json", '{\n  "A": 1e999\n}'],
  ["a string over two lines", "t.json", '{\n  "A": "one\n  two"\n}'],
  ["a string that is never closed", "t.json", '{\n  "A": "one'],
  ["a tab in a string", "t.json", '{\n  "A": "one\ttwo"\n}'],
  ["an escape that JSON has not", "t.json", '{\n  "A": "C:\\data"\n}'],
  ["half a unicode escape", "t.json", '{\n  "A": "\\u12"\n}'],
  ["a non-breaking space", "t.json", '{\n\u00a0 "A": 1\n}'],
  ["nesting without end", "t.json", '{"a":'.repeat(10_000)],
  ["a mistake far into a minified line", "t.json", `{"A":"${"x".repeat(300)}" "B":"${"y".repeat(300)}"}`],
];

const YAML_MISTAKES: readonly BadInput[] = [
  ["comments only", "t.yaml", "# nothing here\n"],
  ["a text", "t.yaml", "hello\n"],
  ["a tab as indentation", "t.yaml", "Resources:\n\tTopic:\n"],
  ["a member that is not indented like its siblings", "t.yaml", "A:\n    x: 1\n  y: 2\n"],
  ['a value with ": " in it', "t.yaml", "Description: stack: production\n"],
  ["a quote that is never closed", "t.yaml", 'A: 1\nB: "two\nC: 3\n'],
  ["a list that is never closed", "t.yaml", "A: [1, 2\nB: 3\n"],
  ["text that starts with @", "t.yaml", "A: @daily\n"],
  ["text that starts with %", "t.yaml", "A: %d\n"],
  ["a wildcard without quotes", "t.yaml", "Action: *\n"],
  ["an alias without an anchor", "t.yaml", "A: *defaults\n"],
  ["an alias inside its own anchor", "t.yaml", "A: &a\n  B: *a\n"],
  ["aliases that multiply", "t.yaml", bomb()],
  ["two documents", "t.yaml", "A: 1\n---\nB: 2\n"],
  ["two short forms at one value", "t.yaml", "A: !Base64 !Sub '${B}'\n"],
  ["a short form that does not exist", "t.yaml", "A: !Jion ['', []]\nB: !GetAttr X.Y\n"],
  ["ForEach as a short form", "t.yaml", "A: !ForEach [x]\n"],
  ["a tag that CloudFormation does not support", "t.yaml", "A: !!binary aGVsbG8=\nB: !!set {a, b}\n"],
  ["a value that does not fit its tag", "t.yaml", "A: !!int five\n"],
  ["a list as a key", "t.yaml", "? [a, b]\n: c\n"],
  ["a merge of what is no mapping", "t.yaml", "A: &a 1\nB:\n  <<: *a\n"],
  ["nesting without end", "t.yaml", "[".repeat(1_000_000)],
  ["lists in lists without end", "t.yaml", "- ".repeat(500_000)],
  ["a line that starts with %", "t.yaml", "%{ if x }\nA: 1\n"],
  ["documents without end", "t.yaml", "---\na: 1\n".repeat(100_000)],
];

export const BAD_JSON = JSON_MISTAKES.map(ofTemplate);
export const BAD_YAML = YAML_MISTAKES.map(ofTemplate);

export const BAD_TEMPLATES: readonly BadInput[] = [
  ["no resources", "t.yaml", "Description: nothing\n"],
  ["an empty Resources section", "t.json", '{"Resources": {}}'],
  ["resources as a list", "t.yaml", "Resources:\n  - Topic\n"],
  ["an unknown section", "t.yaml", withTopic("Output:\n  A: {Value: 1}\n")],
  ["a wrong version", "t.yaml", withTopic("AWSTemplateFormatVersion: 2010-09-10\n")],
  ["a description that is not text", "t.yaml", withTopic("Description: [a]\n")],
  ["a description that is too long", "t.yaml", withTopic(`Description: ${"x".repeat(1_025)}\n`)],
  ["a resource without a type", "t.yaml", one("Topic", "    Properties: {}\n")],
  ["a type that is none", "t.yaml", one("Topic", "    Type: SNS Topic\n")],
  ["a resource that is text", "t.yaml", "Resources:\n  Topic: AWS::SNS::Topic\n"],
  ["a logical id with a hyphen", "t.yaml", one("my-topic", topic)],
  ["a property beside Properties", "t.yaml", one("Topic", `${topic}    TopicName: a\n    DependOn: B\n`)],
  ["properties as a list", "t.yaml", one("Topic", `${topic}    Properties: [a]\n`)],
  ["a deletion policy that does not exist", "t.yaml", one("Topic", `${topic}    DeletionPolicy: Keep\n`)],
  [
    "a value that is missing",
    "t.yaml",
    one("Topic", `${topic}    Properties:\n      TopicName:\n      Tags: [~]\n`),
  ],
  [
    "a Ref to nothing",
    "t.yaml",
    one(
      "Topic",
      `${topic}    Properties:\n      TopicName: !Ref Suffx\nParameters:\n  Suffix: {Type: String}\n`,
    ),
  ],
  ["a GetAtt of nothing", "t.yaml", withTopic("Outputs:\n  Arn: {Value: !GetAtt Topics.TopicArn}\n")],
  ["a GetAtt without an attribute", "t.yaml", withTopic("Outputs:\n  Arn: {Value: !GetAtt Topic}\n")],
  [
    "a Sub of nothing",
    "t.yaml",
    withTopic("Outputs:\n  Arn: {Value: !Sub 'x-${Tpic}-${Nothing.Arn}-${AWS::Regin}'}\n"),
  ],
  [
    "a shell variable in a Sub",
    "t.yaml",
    withTopic("Outputs:\n  Arn: {Value: !Sub 'echo ${HOME:-/root}'}\n"),
  ],
  ["a Ref to a resource in Conditions", "t.yaml", withTopic("Conditions:\n  C: !Equals [!Ref Topic, a]\n")],
  [
    "a condition that does not exist",
    "t.yaml",
    one(
      "Topic",
      `${topic}    Condition: IsProd\nConditions:\n  IsPrd: !Equals [a, a]\nOutputs:\n  A: {Value: !If [IsDev, a, b]}\n`,
    ),
  ],
  [
    "a mapping and a key that do not exist",
    "t.yaml",
    withTopic(
      "Mappings:\n  Sizes: {dev: {Size: 1}}\nOutputs:\n  A: {Value: !FindInMap [Size, dev, Size]}\n  B: {Value: !FindInMap [Sizes, devel, Size]}\n  C: {Value: !FindInMap [Sizes, dev, Sise]}\n",
    ),
  ],
  ["a dependency that does not exist", "t.yaml", one("Topic", `${topic}    DependsOn: [Queue, Topik]\n`)],
  [
    "resources that wait for each other",
    "t.yaml",
    "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: !Ref B}\n  B:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: !Sub '${C.Arn}'}\n  C:\n    Type: AWS::SNS::Topic\n    DependsOn: A\n",
  ],
  [
    "conditions that hang on each other",
    "t.yaml",
    withTopic("Conditions:\n  A: !Not [!Condition B]\n  B: !Not [!Condition A]\n"),
  ],
  [
    "a function that does not exist",
    "t.json",
    '{"Resources": {"Topic": {"Type": "AWS::SNS::Topic",\n  "Properties": {"TopicName": {"Fn::Joins": ["", []]}}}}}',
  ],
  [
    "functions with a wrong number of arguments",
    "t.yaml",
    withTopic(
      "Outputs:\n  A: {Value: !If [C, a]}\n  B: {Value: !Select [0]}\n  C: {Value: !Join a}\n  D: {Value: !Sub [a, b, c]}\nConditions:\n  C: !Equals [a]\n",
    ),
  ],
  [
    "an output without a value",
    "t.yaml",
    withTopic(
      "Outputs:\n  A: {Description: x}\n  b-c: {Value: 1}\n  D: {Value: 1, Exports: x}\n  E: {Value: 1, Export: name}\n  F: text\n  G: {Value: [1]}\n",
    ),
  ],
  ["a parameter without a type", "t.yaml", withTopic("Parameters:\n  A: {Default: x}\n  B: String\n")],
  [
    "a parameter of an unknown type",
    "t.yaml",
    withTopic("Parameters:\n  A: {Type: string}\n  B: {Type: Strings, Defualt: x}\n"),
  ],
  [
    "malformed constraints",
    "t.yaml",
    withTopic("Parameters:\n  A: {Type: String, AllowedValues: x, MinLength: short, Default: [a]}\n"),
  ],
  ["a parameter and a resource of one name", "t.yaml", withTopic("Parameters:\n  Topic: {Type: String}\n")],
  [
    "mappings that are too flat or too deep",
    "t.yaml",
    withTopic(
      "Mappings:\n  Sizes: {dev: 1}\n  Flat: x\n  Deep: {dev: {Size: !FindInMap [Deep, dev, Size]}}\n",
    ),
  ],
  ["too many resources", "t.yaml", `Resources:\n${many(501, (n) => `  T${n}: {Type: AWS::SNS::Topic}`)}`],
  [
    "too many parameters and outputs",
    "t.yaml",
    withTopic(
      `Parameters:\n${many(201, (n) => `  P${n}: {Type: String}`)}\nOutputs:\n${many(201, (n) => `  O${n}: {Value: 1}`)}\n`,
    ),
  ],
  ["too many mappings", "t.yaml", withTopic(`Mappings:\n${many(201, (n) => `  M${n}: {a: {b: 1}}`)}\n`)],
  [
    "more than 1 MB",
    "t.json",
    `{"Resources":{"A":{"Type":"AWS::SNS::Topic","Metadata":{"x":"${"x".repeat(1_000_000)}"}}}}`,
  ],
  ["more than any template can have", "t.json", " ".repeat(2_000_001)],
];

function many(count: number, line: (n: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join("\n");
}

function bomb(): string {
  const rows = "abcdefghi".split("");
  const first = `a: &a [${Array(9).fill("x").join(",")}]`;
  const rest = rows
    .slice(1)
    .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${rows[index]}`).join(",")}]`);
  return [first, ...rest, ""].join("\n");
}
