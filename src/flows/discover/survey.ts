import { type Deployment, deploymentName } from "../../deployments/deployment.ts";
import { ActionError } from "../../errors.ts";
import type { ParsedInputs } from "../../inputs.ts";
import type { Checkout, SourceFile } from "../../ports/local.ts";
import type { Secrets } from "../../secrets/secrets.ts";
import { exchangeOf } from "../../template/evaluate/exchange.ts";
import { inputError, type Problem } from "../render/problems.ts";
import { type RenderedStack, renderStack } from "../render/render.ts";

/** A deployment file's stack, and everything that it is rendered from. */
export interface Surveyed {
  readonly deployment: Deployment;
  readonly sources: readonly SourceFile[];
  /** Paths that it names and that could not be read. */
  readonly unread: readonly string[];
  /** Why it cannot be rendered, in one line: its own preview or deploy tells it in full. */
  readonly trouble: string | undefined;
  /** Whether it imports a value under a name that only AWS knows. */
  readonly importsUnknown: boolean;
}

export interface SurveyPorts {
  readonly checkout: Checkout;
  /** The inputs of a deployment file's stack, what the step itself says included. */
  readonly inputsOf: (file: string, files: Pick<Checkout, "read">) => Promise<ParsedInputs>;
  readonly secrets: Secrets;
}

/** What a deployment file may end with: what else lies beside them is not looked at. */
const DEPLOYMENT_FILE = /\.(ya?ml|json)$/i;

/** Whether a path that the globs match can be a deployment file. */
export function isDeploymentFile(path: string): boolean {
  return DEPLOYMENT_FILE.test(path);
}

/**
 * Reads every deployment file and renders its stack, without asking AWS. Throws `invalid-input` with the problems of all
 * files where one says not which stack it is, and where two are of one stack.
 */
export async function survey(globs: readonly string[], ports: SurveyPorts): Promise<readonly Surveyed[]> {
  const files = (await ports.checkout.find(globs)).filter(isDeploymentFile);
  const read: Read[] = [];
  for (let from = 0; from < files.length; from += AT_ONCE)
    read.push(...(await Promise.all(files.slice(from, from + AT_ONCE).map((file) => readFile(file, ports)))));
  const problems = read.flatMap(({ file, parsed }) => problemsOf(file, parsed));
  if (problems.length > 0) throw inputError(problems, []);
  const surveyed: Surveyed[] = [];
  // One after the other: each may hold megabytes while it is rendered.
  for (const { file, parsed, checkout } of read)
    surveyed.push(await surveyOne(file, parsed, checkout, ports));
  refuseTwins(surveyed.map(({ deployment }) => deployment));
  return surveyed;
}

/** Files that are open at once: a process may have no more than 256 (macOS) or 1,024. */
const AT_ONCE = 50;

interface Read {
  readonly file: string;
  readonly parsed: ParsedInputs;
  readonly checkout: Checkout;
}

async function readFile(file: string, { checkout, inputsOf }: SurveyPorts): Promise<Read> {
  const own = checkout.afresh();
  return { file, parsed: await inputsOf(file, own), checkout: own };
}

/** What a file's own text says is wrong has its place; what the inputs' reader says has the file before it. */
function problemsOf(file: string, { problems }: ParsedInputs): readonly Problem[] {
  return problems.map((finding) => {
    const { location, message } = finding;
    const place =
      location === undefined ? `${file}: ` : `${location.file}:${location.line}:${location.column}: `;
    return { message: `${place}${message}`, findings: [finding] };
  });
}

async function surveyOne(
  file: string,
  parsed: ParsedInputs,
  checkout: Checkout,
  { secrets }: SurveyPorts,
): Promise<Surveyed> {
  const { stackName, region, label } = parsed.inputs;
  const { dependsOn = [], matrix = {} } = parsed.file ?? {};
  const known = { file, stackName, region, label, dependsOn, matrix };
  const seen = () => ({ sources: checkout.sources(), unread: checkout.unread() });
  try {
    const rendered = await renderStack(parsed, checkout, { store: undefined, isSent: false }, secrets);
    const { importsUnknown, ...exchanged } = exchange(rendered, known);
    const deployment = { ...known, ...exchanged };
    return { deployment, ...seen(), trouble: undefined, importsUnknown };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    const deployment = { ...known, exports: [], imports: [], reads: [] };
    return { deployment, ...seen(), trouble: firstOf(secrets.hide(error.message)), importsUnknown: false };
  }
}

/** The first of an error's problems, and how many more there are. */
function firstOf(message: string): string {
  const [head = "", first = ""] = message.split("\n");
  const count = /^(\d+) problems:$/.exec(head)?.[1];
  return count === undefined ? head : `${first.replace(/^- /, "")} And ${Number(count) - 1} more.`;
}

/** The account of two stacks is the same unless their labels differ: a name that holds its number is the same in both. */
const SOME_ACCOUNT = "<account>";

function exchange(
  rendered: RenderedStack,
  { stackName, region }: Pick<Deployment, "stackName" | "region">,
): ReturnType<typeof exchangeOf> {
  return exchangeOf(rendered.tree, {
    parameters: Object.fromEntries(parametersOf(rendered)),
    pseudo: { "AWS::Region": region, "AWS::StackName": stackName, "AWS::AccountId": SOME_ACCOUNT },
  });
}

/** The values that are known without the stack; a name that hangs on one that the stack keeps stays unknown. */
function parametersOf(rendered: RenderedStack): readonly (readonly [string, string | undefined])[] {
  try {
    return rendered
      .parametersFor(undefined)
      .map(({ name, noEcho, value }) => [name, noEcho ? undefined : value] as const);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return rendered.tree.template.parameters.map(
      ({ name, noEcho, default: value }) => [name, noEcho ? undefined : value] as const,
    );
  }
}

function refuseTwins(deployments: readonly Deployment[]): void {
  const files = new Map<string, readonly string[]>();
  for (const deployment of deployments) {
    const name = deploymentName(deployment);
    files.set(name, [...(files.get(name) ?? []), deployment.file]);
  }
  const twins = [...files].filter(([, paths]) => paths.length > 1);
  if (twins.length === 0) return;
  const messages = twins.map(([name, paths]) => ({ message: `${paths.join(" and ")} are both of ${name}.` }));
  const { message } = inputError(messages, []);
  throw new ActionError(message, {
    reasonCode: "invalid-input",
    hint: "One stack has one deployment file. Of two accounts, each has a label of its own.",
  });
}
