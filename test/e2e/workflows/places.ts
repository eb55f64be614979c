import { parse, stringify } from "yaml";
import { quickStart } from "../../sandbox/demo/workflow.ts";
import { type Example, example } from "./examples.ts";
import { accountsAndRegions, manyStacks, oneStack, stagingAndProduction } from "./pagePlaces.ts";

export const WORKFLOW = ".github/workflows/database.yml";

/** An example in the place that the text around it says, with the files that it is about. */
export interface Place {
  /** The files of the repository, the workflow among them. */
  readonly files: Readonly<Record<string, string>>;
  readonly stack: string;
  /** The files of a change that somebody proposes; another one each time. */
  readonly change: (n: number) => Readonly<Record<string, string>>;
  /** What the deploy step's outputs hold, or what they match. */
  readonly outputs: Readonly<Record<string, string | RegExp>>;
  /** A whole workflow, and no step or input of one: what people do to pull requests is played, too. */
  readonly isWhole: boolean;
  /** The steps that a deploy plays. */
  readonly steps: readonly string[];
  /** The page that says which roles there are, where they are not the README's. */
  readonly page?: string;
}

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly jobs: { readonly database: { readonly steps: readonly Step[] } };
}

const STEPS = ["checkout", "configure-aws-credentials", "aurora-deploy-action"];
const CREDENTIALS = /^aws-actions\/configure-aws-credentials@/;
const OURS = /^org\/aurora-deploy-action@/;

/** Every example that is not played by another's place, by its id. */
export const PLACES: Readonly<Record<string, (example: Example) => Place>> = {
  "README.md · Quick start 1": ({ text }) => aurora(text),
  "README.md · By hand, on a schedule, in a merge queue 1": () => ({
    ...aurora(everyTrigger()),
    isWhole: false,
  }),
  "README.md · By hand, on a schedule, in a merge queue 2": () => ({
    ...aurora(everyTrigger()),
    isWhole: false,
  }),
  "README.md · Destroying a stack 1": destroying,
  "README.md · Inputs 1": queue,
  "README.md · Inputs 2": samConfig,
  "README.md · A way back: rollback alarms 1": alarms,
  "README.md · One stack in a file 1": deploymentFile,
  "README.md · Local code and files 1": code,
  "README.md · Local code and files 2": code,
  "README.md · AWS permissions 1": () => aurora(production()),
  "docs/rendering.md · Rendering 1": rendering,
  "docs/rendering.md · Parameters 1": (given) =>
    parameters(given, { VpcId: "vpc-0a1b2c3d4e5f60718", Query: "a=b" }),
  "docs/rendering.md · Parameters 2": (given) =>
    parameters(given, { VpcId: "vpc-0a1b2c3d4e5f60718", SubnetIds: "subnet-0a1b2c3d,subnet-0a1b2c3e" }),
  "docs/rendering.md · Local pieces 1": pieces,
  "docs/scale.md · Beyond one account 1": stackSet,
  "docs/scale.md · Beyond one account 2": stackSet,
  ...blocks("docs/examples/one-stack.md · One stack", 2, oneStack),
  ...blocks("docs/examples/staging-and-production.md · Staging, then production", 3, stagingAndProduction),
  ...blocks("docs/examples/many-stacks.md · Many stacks in waves", 3, manyStacks),
  ...blocks("docs/examples/accounts-and-regions.md · Several accounts and regions", 4, accountsAndRegions),
};

/** The blocks of a page that make one repository together. */
function blocks(section: string, count: number, place: () => Place): typeof PLACES {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`${section} ${n + 1}`, place]));
}

/** Throws for an example that has none. */
export function placeOf(given: Example): Place {
  const place = PLACES[given.id];
  if (place === undefined) throw new Error(`no test plays ${given.id}: give it a place in places.ts`);
  return place(given);
}

/** The quick start with the triggers of "By hand, on a schedule, in a merge queue", and the inputs for them. */
function everyTrigger(): string {
  const section = "README.md · By hand, on a schedule, in a merge queue";
  const { on } = parse(example(`${section} 1`).text) as Pick<Workflow, "on">;
  const inputs = parse(example(`${section} 2`).text) as Step["with"];
  return changed(quickStart(), (workflow) => ({
    ...withSteps(workflow, (steps) =>
      steps.map((step) =>
        OURS.test(step.uses ?? "") ? { ...step, with: { ...step.with, ...inputs } } : step,
      ),
    ),
    on: { ...workflow.on, ...on },
  }));
}

/** The same with the two roles of "AWS permissions". */
export function production(): string {
  return changed(everyTrigger(), (workflow) =>
    withStepsOf(workflow, example("README.md · AWS permissions 1")),
  );
}

/** A template of the reader's own, deployed by the steps of an example in the place of the quick start's. */
function own(
  given: Pick<Example, "text">,
  stack: string,
  outputs: Place["outputs"],
  change: Place["change"],
): Place {
  const workflow = changed(quickStart(), (quick) => withStepsOf(quick, given));
  return {
    files: { [WORKFLOW]: workflow, ...change(0) },
    stack,
    change,
    outputs,
    isWhole: false,
    steps: STEPS,
  };
}

/** The bundled template; the parameters in the workflow are what changes. */
function aurora(workflow: string): Place {
  const change = (n: number) => ({
    [WORKFLOW]: withParameter(workflow, `SlowQueryThresholdMs=${n}00`, "EngineVersion="),
  });
  const steps = [...STEPS, 'Run echo "Connect to $ENDPOINT"'];
  const outputs = {
    "deploy-result": "deployed",
    ClusterEndpoint: /aurora-cluster-production/,
  };
  return {
    files: { [WORKFLOW]: workflow },
    stack: "aurora-production",
    change,
    steps,
    outputs,
    isWhole: true,
  };
}

/** The quick start's workflow by hand, with an input for the stack's name, and the step in the place of its own. */
function destroying(given: Example): Place {
  const place = own(given, "aurora-staging", {}, () => ({}));
  const inputs = { stack: { description: "The stack to destroy", required: true } };
  const workflow = changed(place.files[WORKFLOW] ?? "", (all) => ({
    ...all,
    on: { workflow_dispatch: { inputs } },
  }));
  return { ...place, files: { [WORKFLOW]: workflow } };
}

/** A stack with alarms of another one. */
function alarms(given: Example): Place {
  return own(given, "orders", {}, (n) => ({
    "infrastructure/orders.json": JSON.stringify({
      Resources: { Queue: { Type: "AWS::SQS::Queue", Properties: { DelaySeconds: n } } },
    }),
  }));
}

function queue(given: Example): Place {
  const outputs = { Origins: "https://a.example.com https://b.example.com" };
  return own(given, "orders-queue", outputs, (n) => ({
    "infrastructure/queue.json": JSON.stringify({
      Parameters: {
        AllowedOrigins: { Type: "CommaDelimitedList" },
        Delay: { Type: "Number" },
        Days: { Type: "Number" },
      },
      Resources: {
        Queue: {
          Type: "AWS::SQS::Queue",
          Properties: { DelaySeconds: { Ref: "Delay" }, MessageRetentionPeriod: { Ref: "Days" } },
        },
      },
      Outputs: { Origins: { Value: { "Fn::Join": [" ", { Ref: "AllowedOrigins" }] } } },
    }),
    "infrastructure/common.json": JSON.stringify({ Delay: "1", Days: "600" }),
    "infrastructure/production.json": JSON.stringify({ Delay: `${n + 2}` }),
  }));
}

/** A configuration as `sam deploy --guided` writes it, with one environment more. */
function samConfig(given: Example): Place {
  const overrides = (greeting: string) =>
    `parameter_overrides = 'Greeting="${greeting}" Url="https://a.example.com/?b=c"'`;
  const config = [
    "version = 0.1",
    "[default.deploy.parameters]",
    overrides("dev"),
    "[prod.deploy.parameters]",
  ];
  const prod = ['stack_name = "orders"', 'capabilities = "CAPABILITY_IAM"', overrides("hello, world")];
  const outputs = { Greeting: "hello, world", Url: "https://a.example.com/?b=c" };
  return own(given, "orders", outputs, (n) => ({
    "samconfig.toml": [...config, ...prod, `tags = ["team=orders", "round=${n}"]`, ""].join("\n"),
    "template.yaml": plainTemplate(["Greeting", "Url"], n),
  }));
}

/** The file that the text before the block names, by a step that says nothing else. */
function deploymentFile({ text }: Example): Place {
  const step = {
    uses: "org/aurora-deploy-action@v1",
    with: { "deployment-file": "deployments/orders.yaml" },
  };
  return own({ text: stringify([step]) }, "orders", { Retention: "14" }, (n) => ({
    "deployments/orders.yaml": text,
    "infrastructure/orders.yaml": plainTemplate(["Retention"], n),
  }));
}

/** The template of the first block, by the steps of the second. */
function code(): Place {
  const section = "README.md · Local code and files";
  return own(example(`${section} 2`), "app", {}, (n) => ({
    "infrastructure/app.yaml": `Resources:\n${indented(example(`${section} 1`).text)}`,
    "infrastructure/src/app.mjs": `export const handler = () => ${n};\n`,
  }));
}

/** The template of the first block, by the step of the second. */
function stackSet(): Place {
  const section = "docs/scale.md · Beyond one account";
  const template = example(`${section} 1`).text;
  return own(example(`${section} 2`), "baseline", {}, (n) => ({
    "infrastructure/baseline.yaml": template.replace("Default: 30", `Default: ${30 + n}`),
  }));
}

function rendering(given: Example): Place {
  const place = own(given, "app", {}, (n) => ({ "infra/stack.yaml": plainTemplate([], n) }));
  // It needs no credentials, as the page says.
  const workflow = changed(place.files[WORKFLOW] ?? "", (all) =>
    withSteps(all, (steps) => steps.filter(({ uses = "" }) => !CREDENTIALS.test(uses))),
  );
  return { ...place, files: { ...place.files, [WORKFLOW]: workflow } };
}

function parameters({ text }: Example, values: Readonly<Record<string, string>>): Place {
  const names = Object.keys(values);
  const inputs = parse(text) as object;
  const step = {
    uses: "org/aurora-deploy-action@v1",
    with: { template: "stack.yaml", "stack-name": "app", ...inputs },
  };
  return own({ text: stringify([step]) }, "app", values, (n) => ({
    "stack.yaml": plainTemplate(names, n),
  }));
}

/** The template of "Local pieces", with the files that it names, in a step as "Local code and files" has it. */
function pieces({ text }: Example): Place {
  const inputs = { template: "stack.yaml", "stack-name": "app", "s3-bucket": "my-deploy-artifacts" };
  const step = { uses: "org/aurora-deploy-action@v1", with: inputs };
  return own({ text: stringify([step]) }, "app", {}, (n) => ({
    "stack.yaml": text,
    "nested/network.yaml": `Parameters: {Cidr: {Type: String}}\n${plainTemplate([], n)}`,
    "shared/alarms.yaml": "Alarms: {Type: AWS::SNS::Topic}\n",
  }));
}

function plainTemplate(names: readonly string[], n: number): string {
  const declared = names.map((name) => [name, { Type: "String" }]);
  return stringify({
    ...(names.length === 0 ? {} : { Parameters: Object.fromEntries(declared) }),
    Resources: { Queue: { Type: "AWS::SQS::Queue", Properties: { VisibilityTimeout: 30 + n } } },
    ...(names.length === 0
      ? {}
      : { Outputs: Object.fromEntries(names.map((name) => [name, { Value: { Ref: name } }])) }),
  });
}

/** The workflow with one more parameter, on the line after the one that begins so. */
export function withParameter(workflow: string, assignment: string, after: string): string {
  const line = new RegExp(`^( *)${after}.*$`, "m");
  if (!line.test(workflow)) throw new Error(`the workflow has no ${after} any more`);
  return workflow.replace(line, `$&\n$1${assignment}`);
}

/** The workflow with an example's steps: credentials in the place of its own, the deploy and what follows it likewise. */
function withStepsOf(workflow: Workflow, { text }: Pick<Example, "text">): Workflow {
  const given = parse(text) as readonly Step[];
  return withSteps(workflow, (steps) => {
    if (given.every(({ uses = "" }) => CREDENTIALS.test(uses)))
      return steps.flatMap((step) => (CREDENTIALS.test(step.uses ?? "") ? given : step));
    return [
      ...steps.slice(
        0,
        steps.findIndex(({ uses = "" }) => OURS.test(uses)),
      ),
      ...given,
    ];
  });
}

function withSteps(workflow: Workflow, change: (steps: readonly Step[]) => readonly Step[]): Workflow {
  const { database } = workflow.jobs;
  return { ...workflow, jobs: { database: { ...database, steps: change(database.steps) } } };
}

function changed(workflow: string, change: (workflow: Workflow) => Workflow): string {
  return stringify(change(parse(workflow) as Workflow), { lineWidth: 0 });
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}
