import { stringify } from "yaml";
import { readPage } from "./pages.ts";
import type { Place } from "./places.ts";

// The pages of whole workflows: what they show is a repository, but for its templates.

export function oneStack(): Place {
  const change = (n: number) => ({ "infrastructure/orders.yaml": service("Retention", n) });
  return {
    ...onPage("docs/examples/one-stack.md", "orders", change),
    outputs: { "deploy-result": "deployed", Retention: "14" },
    steps: ["checkout", "configure-aws-credentials", "aurora-deploy-action"],
  };
}

export function stagingAndProduction(): Place {
  return onPage("docs/examples/staging-and-production.md", "orders-production", (n) => ({
    "infrastructure/orders.yaml": service("Retention", n),
  }));
}

export function accountsAndRegions(): Place {
  return onPage("docs/examples/accounts-and-regions.md", "orders", (n) => ({
    "infrastructure/orders.yaml": service("Retention", n),
  }));
}

/** Six stacks: those of the page, one that imports what its network exports, one that comes third, and two that need none. */
export function manyStacks(): Place {
  const place = onPage("docs/examples/many-stacks.md", "orders", (n) => ({
    "deployments/orders.yaml": stackFile("orders", "service", { depends: "network", timeout: 30 + n }),
  }));
  const files = {
    "infrastructure/network.yaml": network(0),
    "infrastructure/service.yaml": service("Timeout", 0),
    "infrastructure/customers.yaml": importing,
    "deployments/customers.yaml": stackFile("customers", "customers"),
    "deployments/invoices.yaml": stackFile("invoices", "service", { depends: "orders", timeout: 30 }),
    "deployments/mail.yaml": stackFile("mail", "service", { timeout: 30 }),
    "deployments/search.yaml": stackFile("search", "service", { timeout: 30 }),
  };
  return { ...place, files: { ...place.files, ...files } };
}

/** The network of many stacks, another one each time. */
export function network(n: number): string {
  return stringify({
    Resources: { Topic: { Type: "AWS::SNS::Topic", Properties: { DisplayName: `network ${n}` } } },
    Outputs: { Name: { Value: "net-1", Export: { Name: "network-Name" } } },
  });
}

export function stackFile(
  name: string,
  template: string,
  { depends, timeout }: { readonly depends?: string; readonly timeout?: number } = {},
): string {
  return stringify({
    "template-file-path": `infrastructure/${template}.yaml`,
    "stack-name": name,
    ...(timeout === undefined ? {} : { parameters: { Timeout: timeout } }),
    ...(depends === undefined ? {} : { "depends-on": [depends] }),
  });
}

const importing = stringify({
  Resources: {
    Topic: {
      Type: "AWS::SNS::Topic",
      Properties: { DisplayName: { "Fn::ImportValue": "network-Name" } },
    },
  },
});

function service(parameter: string, n: number): string {
  return stringify({
    Parameters: { [parameter]: { Type: "String" } },
    Resources: {
      Queue: {
        Type: "AWS::SQS::Queue",
        Properties: { DelaySeconds: { Ref: parameter }, VisibilityTimeout: 30 + n },
      },
    },
    Outputs: { [parameter]: { Value: { Ref: parameter } } },
  });
}

function onPage(page: string, stack: string, change: Place["change"]): Place {
  const { files } = readPage(page);
  return { files: { ...change(0), ...files }, stack, change, outputs: {}, isWhole: true, steps: [], page };
}
