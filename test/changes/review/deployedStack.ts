import { createChangeSets } from "../../../src/aws/changeSets/changeSets.ts";
import { createStacks } from "../../../src/aws/stacks.ts";
import { type Binding, bind } from "../../../src/changes/items/bind.ts";
import type { StackRequest } from "../../../src/changes/request.ts";
import { withoutLoops } from "../../../src/template/evaluate/loops.ts";
import type { JsonObject, ReadTemplate } from "../../../src/template/model.ts";
import { clientOf } from "../../flows/model/cloudFormation.ts";
import { freePace } from "../../flows/watch/freePace.ts";
import { silent } from "../../flows/world.ts";
import { createAws } from "../../sandbox/aws/aws.ts";
import { virtualClock } from "../../sandbox/aws/clock.ts";
import { target } from "../examples.ts";

/** What a commit asks for. Nested stacks' templates are named by the paths of their stacks, the root's is empty. */
export interface Asked {
  readonly templates: Readonly<Record<string, JsonObject>>;
  readonly parameters?: Readonly<Record<string, string>>;
}

/** Where the template of a nested stack lies. */
export function nestedUrl(path: string): string {
  return `https://templates.s3.us-east-1.amazonaws.com/${path}.json`;
}

/** The sandbox's CloudFormation with stacks in it, and what it says that requests would do. */
export function openAccount() {
  const clock = virtualClock();
  const aws = createAws({ clock });
  const client = clientOf(aws, async (_, __, answer) => answer());
  const sleep = async (ms: number) => void clock.advance(ms);
  const edge = { client, clock: { now: clock.now, sleep }, pace: freePace, log: silent, cancel: undefined };
  const [stacks, changeSets] = [createStacks(edge), createChangeSets(edge)];
  const has = new Map<string, Asked>();
  let count = 0;
  const prepared = async (asked: Asked, stackName: string) => {
    for (const [path, template] of Object.entries(asked.templates))
      if (path !== "") aws.objects.put("templates", `${path}.json`, JSON.stringify(template));
    const live = await stacks.describe(stackName);
    const request = requestFor(asked, stackName, `request-${++count}`, live !== undefined);
    const found = await changeSets.prepare(request);
    if (found.kind === "failed") throw new Error(found.reason);
    return { live, request, found, changeSet: found.kind === "ready" ? found.changeSet : undefined };
  };
  return {
    aws,
    /** What the items of a request are. */
    async preview(asked: Asked, stackName = "app"): Promise<Binding> {
      const { live, request, changeSet } = await prepared(asked, stackName);
      return bind({
        ...{ target: { ...target, stack: stackName }, request, changeSet, stack: live },
        parameters: request.parameters.map((one) => ({ ...one, noEcho: false, source: "given" })),
        templates: pairs(has.get(stackName), asked),
        contents: { has: new Map(), wants: new Map() },
        others: new Map(),
        commits: [],
      });
    },
    async deploy(asked: Asked, stackName = "app"): Promise<void> {
      const { changeSet } = await prepared(asked, stackName);
      if (changeSet !== undefined) {
        const { arn, stackArn } = changeSet;
        await changeSets.execute({ changeSetArn: arn, stackArn, token: `t${count}`, disableRollback: false });
        clock.advance(50_000_000);
        const { status = "" } = (await stacks.describe(stackName)) ?? {};
        if (!/^(CREATE|UPDATE)_COMPLETE$/.test(status)) throw new Error(`${stackName} is ${status}`);
      }
      has.set(stackName, asked);
    },
  };
}

function requestFor(
  { templates, parameters = {} }: Asked,
  stackName: string,
  name: string,
  isThere: boolean,
): StackRequest {
  return {
    ...{ stackName, name, type: isThere ? "UPDATE" : "CREATE", description: "aurora-deploy-action" },
    templateBody: JSON.stringify(processed(templates[""] ?? {}, parameters)),
    parameters: Object.entries(parameters).map(([key, value]) => ({ name: key, value })),
    ...{ tags: undefined, roleArn: undefined, notificationArns: undefined, rollback: undefined },
    capabilities: ["CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"],
    ...{ includeNestedStacks: true, importExistingResources: false, deploymentMode: "standard" },
    ...{ onFailure: "rollback", terminationProtection: undefined },
  };
}

/** What AWS::LanguageExtensions makes of a template: the sandbox knows no macros. */
function processed(template: JsonObject, parameters: Readonly<Record<string, string>>): JsonObject {
  const { Transform: _macro, ...rest } = template;
  return withoutLoops(rest, { parameters, pseudo: {} });
}

function pairs(has: Asked | undefined, wants: Asked) {
  const paths = new Set([...Object.keys(has?.templates ?? {}), ...Object.keys(wants.templates)]);
  const read = (asked: Asked | undefined, path: string): ReadTemplate | undefined => {
    const value = asked?.templates[path];
    return value && { value };
  };
  return [...paths].map((path) => ({
    stackPath: path === "" ? [] : path.split("/"),
    before: read(has, path),
    after: read(wants, path),
  }));
}
