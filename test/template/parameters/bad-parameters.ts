/** Bad inputs for parameters: the input's or file's text, and what stands around it. */
export interface BadParameters {
  readonly title: string;
  /** `parameters` is the input, anything else a file's path. */
  readonly origin: string;
  readonly text: string;
  readonly suffix?: string;
  readonly existing?: readonly string[];
  readonly mayKeepPrevious?: "no" | "yes" | "unknown";
}

/** The declarations that every one of them is resolved against. */
export const DECLARATIONS = `Parameters:
  environmentSuffix: {Type: String, AllowedPattern: "[a-z0-9]+(-[a-z0-9]+)*", MaxLength: 30, Default: dev, ConstraintDescription: lower-case words with hyphens between.}
  EngineVersion: {Type: String, AllowedPattern: '^15\\.\\d+$', Default: "15.4"}
  Size: {Type: String, AllowedValues: [small, medium, large], Default: small}
  MaxCapacity: {Type: Number, MinValue: 0.5, MaxValue: 256, Default: 1}
  Password: {Type: String, NoEcho: true, MinLength: 8, AllowedPattern: "[a-zA-Z0-9]+", Default: changeme1}
  VpcId: {Type: AWS::EC2::VPC::Id, Default: vpc-0123456789abcdef0}
  Subnets: {Type: "List<AWS::EC2::Subnet::Id>", Default: "subnet-0123456789abcdef0, subnet-0123456789abcdef1"}
  Ports: {Type: "List<Number>", Default: "80,443"}
  Zones: {Type: CommaDelimitedList, AllowedValues: [a, b], Default: a}
  Ami: {Type: "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>", Default: /aws/ami}
  Odd: {Type: String, AllowedPattern: "(?>a)b", Default: ab}
Resources:
  Topic: {Type: AWS::SNS::Topic}
`;

const input = (title: string, text: string, rest: Partial<BadParameters> = {}): BadParameters => ({
  title,
  origin: "parameters",
  text,
  ...rest,
});

const sam = (title: string, text: string): BadParameters => ({
  title: `SAM: ${title}`,
  origin: "samconfig.toml",
  text,
});
const settings = (text: string) => `version = 0.1\n[default.deploy.parameters]\n${text}`;

export const BAD_PARAMETERS: readonly BadParameters[] = [
  input("a line without =", "Size=small\nEngineVersion 15.4\nMIIEpAIBAAKCAQEA"),
  input("a line without a name", "=small"),
  input("a name given twice", "Size=small\n# twice\nSize=large"),
  input("JSON with a trailing comma", '{\n  "Size": "small",\n}'),
  input("JSON with text that has no quotes, a secret perhaps", '{"Password": hunter2hunter2}'),
  input("JSON with a bad number, a secret perhaps", '{"Password": 12hunter2}'),
  input("null, objects and nested lists", '{"Size": null, "Zones": [["a"]], "EngineVersion": {"x": 1}}'),
  input("a key given twice in JSON", '{"Size": "small",\n "Size": "large"}'),
  input(
    "list entries that are malformed",
    '[{"ParameterKey": "Size"}, {"Value": "x"}, 5,\n {"ParameterKey": "Size", "ParameterValue": "a", "UsePreviousValue": true}]',
  ),
  input("YAML that is broken", 'Size: small\n  Ports: "80'),
  input("a YAML tag on a value, a secret perhaps", "Password: !hunter2 x"),
  input("unknown parameters", "EngineVerison=15.4\nSise=small\nSomethingElse=1"),
  input(
    "values that are not allowed",
    "Size=huge\nSubnets=subnet-1,vpc-0123456789abcdef0\nZones=a,c\nPorts=80,http",
  ),
  input("a near miss of an allowed value", "Size=Large"),
  input("a pattern that is not met", "EngineVersion=16.1"),
  input("numbers that are none or out of range", "MaxCapacity=lots"),
  input("a number out of range", "MaxCapacity=512"),
  input("ids of the wrong kind", "VpcId=subnet-0123456789abcdef0"),
  input("an empty id", "VpcId="),
  input("a secret that breaks its rules", "Password=p@ss"),
  input("a value over 4,096 bytes", `EngineVersion=${"é".repeat(2_049)}`),
  input("a pattern that only CloudFormation can check", "Odd=ab"),
  input("a bad environment suffix", "", { suffix: "Prod_1" }),
  input("two suffixes", "environmentSuffix=prod", { suffix: "dev" }),
  input("UsePreviousValue without a stack", '[{"ParameterKey": "Size", "UsePreviousValue": true}]'),
  input("UsePreviousValue of a new parameter", '[{"ParameterKey": "Size", "UsePreviousValue": true}]', {
    mayKeepPrevious: "yes",
    existing: ["EngineVersion"],
  }),
  {
    title: "a file with a stack policy and a stray key",
    origin: "config/prod.json",
    text: '{\n  "Parameters": {"Size": "small"},\n  "Tags": {"Team": null},\n  "StackPolicy": {"Statement": []},\n  "Size": "large"\n}',
  },
  { title: "a file that is no object", origin: "config/prod.json", text: '"Size=small"' },
  { title: "an empty file", origin: "config/prod.yaml", text: "" },
  {
    title: "a file with an unknown name and a bad value",
    origin: "config/prod.yaml",
    text: "Size: tiny\nVersion: 15.4\n",
  },
  {
    title: "a list with a mistyped member",
    origin: "p.json",
    text: '[{"ParameterKey": "Size", "ParameterValu": "small"}]',
  },
  {
    title: "sections in both cases",
    origin: "rain.yaml",
    text: "Parameters:\n  Size: small\nparameters:\n  Size: large\n",
  },
  { title: "a mistyped section", origin: "rain.yaml", text: "Parameters:\n  Size: small\nTag:\n  Team: a\n" },
  {
    title: "a deployment file",
    origin: "deployments/app.yaml",
    text: "template-file-path: app.yaml\nparameters:\n  Size: small\n",
  },
  sam(
    "TOML that is broken",
    'version = 0.1\n[default.deploy.parameters]\nparameter_overrides = "Password=hunter2',
  ),
  sam(
    "TOML with a text without quotes",
    "version = 0.1\n[default.deploy.parameters]\nparameter_overrides = hunter2",
  ),
  { title: "TOML that is not SAM's", origin: "pyproject.toml", text: '[project]\nname = "app"\n' },
  sam("an empty file", "# nothing\n"),
  sam("no environment at all", "version = 0.1\n"),
  sam("another version", "version = 2\n[default.deploy.parameters]\n"),
  sam(
    "no environment default",
    'version = 0.1\n[prod.deploy.parameters]\nparameter_overrides = "Size=small"',
  ),
  {
    title: "a mistyped environment of SAM",
    origin: "samconfig.toml#prd",
    text: 'version = 0.1\n[prod.deploy.parameters]\nparameter_overrides = "Size=small"',
  },
  {
    title: "an environment of a file that is not SAM's",
    origin: "prod.yaml#prod",
    text: "Parameters:\n  Size: small\n",
  },
  sam(
    "unknown names and values that are not allowed",
    settings('parameter_overrides = "Sise=small Size=huge"'),
  ),
  sam("a mistyped setting", settings('parameter_override = "Size=small"\ntag = ["a=b"]')),
  sam(
    "settings in the wrong place",
    'version = 0.1\n[default.deploy]\nparameter_overrides = "Size=small"\n[default.parameters]\ntags = "a=b"\n[default.depoly.parameters]\ntags = "a=b"',
  ),
  sam("a command that is no section", 'version = 0.1\n[default]\ndeploy = "Size=small"'),
  sam("text that SAM would leave out", settings('parameter_overrides = "Size=small large Password=hunter2"')),
  sam("a name without a value", settings('parameter_overrides = "Size= Ports=80"')),
  sam("a value over lines", settings('parameter_overrides = """\n  Size=small\n  Ports=80\n"""')),
  sam(
    "lines that are not indented",
    settings('parameter_overrides = """\nSize=\\"small\\"\nPorts=\\"80\\"\n"""'),
  ),
  sam(
    "values that SAM reads from a file",
    settings('parameter_overrides = ["file://hunter2.yaml", { "$include" = "x.yaml" }]'),
  ),
  sam(
    "values that are not sent as they are written",
    settings(
      "[default.deploy.parameters.parameter_overrides]\nSize = true\nEngineVersion = 15.10\nPorts = 1_000\nZones = { a = 1 }",
    ),
  ),
  sam("a parameter given twice", settings('parameter_overrides = ["Size=small", "Size=large"]')),
  sam("overrides and tags of another shape", settings("parameter_overrides = 5\ntags = { a = 1 }")),
  sam("tags with more than one meaning", settings('tags = "a=b=hunter2"')),
];

/** The same declarations without defaults. */
export const REQUIRED = DECLARATIONS.replaceAll(/, Default: ("[^"]*"|[^,}]+)/g, "");
