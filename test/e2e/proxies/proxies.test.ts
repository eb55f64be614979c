import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { Stage, Step } from "../../sandbox/stage.ts";
import { botComments, openSmallStage, outcome, STACK, TEMPLATE_PATH, template } from "../stack.ts";
import { type Network, openNetwork, openProxy, type ProxyRules, type RunningProxy } from "./network.ts";

const LOGIN = { user: "runner", password: "p@ss/w0rd: 100%" };
const WRITTEN = `${LOGIN.user}:${encodeURIComponent(LOGIN.password)}`;
/** Every way in which the password could come out. */
const SPELLINGS = [
  LOGIN.password,
  encodeURIComponent(LOGIN.password),
  Buffer.from(`${LOGIN.user}:${LOGIN.password}`).toString("base64"),
];

let stage: Stage;
let network: Network;
beforeAll(async () => {
  stage = await openSmallStage();
  network = await openNetwork({ github: stage.github.url, aws: stage.aws.url });
  stage.aws.cloudFormation.putStack({ stackName: STACK, template: template() });
});
afterAll(async () => {
  await network[Symbol.asyncDispose]();
  await stage[Symbol.asyncDispose]();
});

async function proxyWith(rules?: ProxyRules): Promise<RunningProxy> {
  const proxy = await openProxy(rules);
  onTestFinished(() => proxy[Symbol.asyncDispose]());
  return proxy;
}

let runs = 0;
/** A change of the stack by a pull request, in a job whose environment has these proxies. */
async function run(
  mode: "preview" | "deploy",
  env: Readonly<Record<string, string>>,
  { github, aws } = network.named,
): Promise<{ readonly step: Step; readonly told: string }> {
  runs += 1;
  const files = { [TEMPLATE_PATH]: template({ timeout: 30 + runs }) };
  const number = await stage.repository.openPullRequest({ head: `topic-${runs}`, files });
  if (mode === "deploy") await stage.repository.merge(number);
  const { event } = stage.repository;
  const step = await stage.run(
    mode === "deploy" ? await event.push("main") : await event.pullRequest(number, "opened"),
    {
      debug: true,
      env: {
        GITHUB_API_URL: github,
        GITHUB_GRAPHQL_URL: `${github}/graphql`,
        AWS_ENDPOINT_URL: aws,
        NODE_EXTRA_CA_CERTS: network.authority,
        ...env,
      },
    },
  );
  const comments = await botComments(stage, number);
  const told = JSON.stringify([step.text, step.summary, step.outputs, step.annotations, comments]);
  return { step, told };
}

const PREVIEWED = { exitCode: 0, result: "previewed" };

/** Where the tunnels led to, each once. */
function ends(proxy: RunningProxy, from = 0): readonly string[] {
  return [...new Set(proxy.passed().slice(from))].sort();
}

function hosts({ github, aws }: { readonly github: string; readonly aws: string }): readonly string[] {
  return [github, aws].map((url) => new URL(url).host).sort();
}

/** What the annotations of a run that failed say. */
function failure({ annotations }: Step): string {
  return annotations
    .filter(({ level }) => level === "error")
    .map(({ message }) => message)
    .join("\n");
}

test("GitHub and AWS are asked through the proxy, and its credentials stay between them", async () => {
  const proxy = await proxyWith({ login: LOGIN });
  // One client alone would not take this for a proxy; and of two spellings the lower case wins.
  const env = { https_proxy: `${WRITTEN}@localhost:${proxy.port}`, HTTPS_PROXY: "http://nowhere.test:1" };
  const { step, told } = await run("preview", env);
  expect(outcome(step)).toEqual(PREVIEWED);
  expect(ends(proxy)).toEqual(hosts(network.named));
  for (const spelling of SPELLINGS) expect(told).not.toContain(spelling);
});

test("what NO_PROXY names is asked past the proxy, and nothing else", async () => {
  const proxy = await proxyWith();
  const env = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` };
  const [github = "", aws = ""] = [network.direct.github, network.direct.aws].map((url) => new URL(url).host);
  for (const [NO_PROXY, through] of [
    [`example.com, ${aws}`, [github]],
    [`${github},example.com`, [aws]],
  ] as const) {
    const before = proxy.passed().length;
    const { step } = await run("preview", { ...env, NO_PROXY }, network.direct);
    expect(outcome(step), NO_PROXY).toEqual(PREVIEWED);
    expect(ends(proxy, before), NO_PROXY).toEqual(through);
  }
});

test.for<[what: string, rules: ProxyRules, said: readonly string[]]>([
  ["other credentials", { login: { user: "runner", password: "other" } }, ["HTTP 407", "GitHub"]],
  ["what goes to GitHub", { blocked: ["github.test"] }, ["HTTP 403", "GitHub", "NO_PROXY"]],
  ["what goes to AWS", { blocked: ["aws.test"] }, ["403", "aws.test", "NO_PROXY"]],
])("a proxy refuses %s: said is what, where and what now, and no password", async ([, rules, said]) => {
  const proxy = await proxyWith(rules);
  const { step, told } = await run("deploy", { HTTPS_PROXY: `http://${WRITTEN}@127.0.0.1:${proxy.port}` });
  expect(outcome(step)).toMatchObject({ exitCode: 1, result: "failed" });
  for (const words of [...said, `http://127.0.0.1:${proxy.port}`]) expect(failure(step)).toContain(words);
  for (const spelling of SPELLINGS) expect(told).not.toContain(spelling);
});

test.for([
  ["a port that is none", `http://${WRITTEN}@127.0.0.1:99999`],
  ["SOCKS", `socks5://${WRITTEN}@127.0.0.1:1`],
] as const)("what is no proxy is refused before anybody is asked: %s", async ([, HTTPS_PROXY]) => {
  const asked = stage.aws.requests().length;
  const { step, told } = await run("deploy", { HTTPS_PROXY });
  expect(outcome(step)).toMatchObject({ exitCode: 1, result: "failed" });
  expect(failure(step)).toContain("HTTPS_PROXY names no proxy that can be used.\nSet HTTPS_PROXY");
  expect(stage.aws.requests().length).toBe(asked);
  for (const spelling of SPELLINGS) expect(told).not.toContain(spelling);
});
