import { type Aws, createAws } from "../../sandbox/aws/aws.ts";
import { inputsOf, quickStart } from "../../sandbox/demo/workflow.ts";
import { allowedBy, credentialsOf } from "../../sandbox/workflows/roles.ts";
import { AURORA_TEMPLATE } from "../auroraTemplate.ts";
import { settle } from "../discover/fleet.ts";
import { destroyingRole, rolesOf } from "./account.ts";
import { example } from "./examples.ts";
import {
  accountsAndRegions,
  manyStacks,
  network,
  oneStack,
  stackFile,
  stagingAndProduction,
} from "./pagePlaces.ts";
import { readPage } from "./pages.ts";
import { placeOf } from "./places.ts";
import { openPlay, type Play, type PlayOptions } from "./play.ts";

// The repositories that the documentation's pages show, and the accounts that they deploy to.

const ONE_STACK = oneStack();

/** docs/examples/one-stack.md, whose stack is deployed as it says. */
export async function openOrders(): Promise<Play> {
  const play = await openPlay({ files: ONE_STACK.files, account: rolesOf(readPage(ONE_STACK.page ?? "")) });
  play.stage.aws.cloudFormation.putStack({
    stackName: "orders",
    template: ONE_STACK.files["infrastructure/orders.yaml"] ?? "",
    parameters: { Retention: "14" },
    tags: { Team: "orders" },
  });
  return play;
}

/** As both pages with environments say. */
const environments = { staging: { branches: ["main"] }, production: { branches: ["main"] } };

/** docs/examples/staging-and-production.md, whose stacks are not there yet. */
export function openStages(): Promise<Play> {
  const { files, page = "" } = stagingAndProduction();
  return openPlay({ files, account: rolesOf(readPage(page)), environments });
}

const MANY_STACKS = manyStacks();
const STACKS = ["network", "customers", "invoices", "mail", "orders", "search"];

/** Changes of docs/examples/many-stacks.md: a stack that others wait for, one that waits for it, one by itself. */
export const stackChanges = {
  network: (n: number) => ({ "infrastructure/network.yaml": network(n) }),
  orders: MANY_STACKS.change,
  mail: (n: number) => ({ "deployments/mail.yaml": stackFile("mail", "service", { timeout: 30 + n }) }),
};

/** docs/examples/many-stacks.md: the stacks are what `main` says, and were deployed from there. */
export async function openStacks(stacks = STACKS, options: PlayOptions = {}): Promise<Play> {
  const files = Object.entries(MANY_STACKS.files).filter(([path]) => {
    const [, stack] = /^deployments\/(.*)\.yaml$/.exec(path) ?? [];
    return stack === undefined || stacks.includes(stack);
  });
  const account = rolesOf(readPage(MANY_STACKS.page ?? ""));
  const play = await openPlay({ files: Object.fromEntries(files), account, ...options });
  const { repository, aws } = play.stage;
  for (const stackName of stacks) {
    const own = MANY_STACKS.files[`infrastructure/${stackName}.yaml`];
    const template = own ?? MANY_STACKS.files["infrastructure/service.yaml"] ?? "";
    const parameters = own === undefined ? { parameters: { Timeout: "30" } } : {};
    aws.cloudFormation.putStack({ stackName, template, ...parameters });
  }
  await settle(play.stage, await repository.tip("main"), stacks);
  return play;
}

const PLACES = ["111122223333 eu-central-1", "444455556666 eu-central-1", "444455556666 us-east-1"] as const;
type Places = Readonly<Record<(typeof PLACES)[number], Aws>>;

/** docs/examples/accounts-and-regions.md: two accounts, one of them in two regions, and no stack in them. */
export async function openAccounts(): Promise<{ readonly play: Play; readonly places: Places }> {
  const { files, page = "" } = accountsAndRegions();
  const account = rolesOf(readPage(page));
  const allows = allowedBy(account);
  const places = Object.fromEntries(
    PLACES.map((name) => {
      const [number = "", region = ""] = name.split(" ");
      return [name, createAws({ account: number, region, allows })] as const;
    }),
  ) as Record<string, Aws>;
  const accountOf = (key: string) => {
    const role = account.find((candidate) => credentialsOf(candidate).accessKeyId === key);
    return /iam::(\d+):/.exec(role?.arn ?? "")?.[1];
  };
  const elsewhere = (key: string, region: string) => places[`${accountOf(key)} ${region}`];
  const play = await openPlay({ files, account, environments, elsewhere });
  return { play, places: places as Places };
}

/** The stack that "Destroying a stack" ends. */
export const STAGING = "aurora-staging";

/** "Destroying a stack": the stack that the quick start made for staging, protected twice. */
export async function openStaging(): Promise<Play> {
  const { files } = placeOf(example("README.md · Destroying a stack 1"));
  const play = await openPlay({ files, account: destroyingRole });
  const { parameters = "" } = inputsOf(quickStart());
  const assignments = parameters
    .trim()
    .split("\n")
    .map((line) => line.split("=") as [string, string]);
  play.stage.aws.cloudFormation.putStack({
    stackName: STAGING,
    template: AURORA_TEMPLATE,
    parameters: { ...Object.fromEntries(assignments), environmentSuffix: "staging" },
  });
  play.stage.aws.call("cloudformation", "UpdateTerminationProtection", {
    StackName: STAGING,
    EnableTerminationProtection: "true",
  });
  return play;
}
