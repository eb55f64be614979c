import type { ServerResponse } from "node:http";
import type { StackByHand } from "../cloudformation/core.ts";
import type { JsonObject } from "../cloudformation/model.ts";
import { type Fault, isScenario, SCENARIOS } from "../cloudformation/scenarios.ts";
import type { Aws } from "./aws.ts";

/** The sandbox's own endpoints, for processes that cannot hold the object: JSON in, JSON out. */
export function control(
  aws: Aws,
  method: string,
  path: string,
  body: string,
  response: ServerResponse,
): void {
  const route = ROUTES[`${method} ${path}`];
  if (!route) {
    write(response, 404, { error: `no ${method} ${path}`, routes: Object.keys(ROUTES) });
    return;
  }
  try {
    write(response, 200, route(aws, body === "" ? {} : (JSON.parse(body) as JsonObject)));
  } catch (error) {
    write(response, 400, { error: (error as Error).message });
  }
}

type Route = (aws: Aws, input: JsonObject) => unknown;

const ROUTES: Readonly<Record<string, Route>> = {
  "GET /_sandbox/scenarios": () => SCENARIOS,
  "GET /_sandbox/requests": (aws) => aws.requests(),
  "POST /_sandbox/requests/forget": (aws) => {
    aws.forgetRequests();
    return {};
  },
  "GET /_sandbox/faults": (aws) => aws.faults.list(),
  "POST /_sandbox/faults": (aws, input) => {
    if (!isScenario(input.scenario)) throw new Error(`There is no scenario "${String(input.scenario)}"`);
    return { id: aws.faults.add(input as unknown as Fault) };
  },
  "POST /_sandbox/faults/remove": (aws, input) => {
    aws.faults.remove(Number(input.id));
    return {};
  },
  "POST /_sandbox/faults/clear": (aws) => {
    aws.faults.clear();
    return {};
  },
  "POST /_sandbox/stacks": (aws, input) => ({
    id: aws.cloudFormation.putStack(input as unknown as StackByHand).id,
  }),
  "POST /_sandbox/stacks/update": (aws, input) => ({
    id: aws.cloudFormation.updateStackByHand(input as unknown as StackByHand).id,
  }),
  "POST /_sandbox/existing": (aws, { type, physicalId }) => {
    aws.cloudFormation.existing.push({ type: String(type), physicalId: String(physicalId), properties: {} });
    return {};
  },
  "POST /_sandbox/resources": (aws, input) => {
    const { stackName, logicalId, properties } = input;
    aws.cloudFormation.changeResourceByHand(
      String(stackName),
      String(logicalId),
      properties as JsonObject | null,
    );
    return {};
  },
};

function write(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}
