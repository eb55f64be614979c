import type { Json, JsonObject, ParameterSet, Template } from "./template.ts";

/** What a template is evaluated in: parameter values, and the subnets that `Fn::ValueOf` looks at. */
export interface World {
  readonly parameters: ParameterSet;
  readonly subnets: Readonly<Record<string, { readonly AvailabilityZone: string; readonly VpcId: string }>>;
}

const noValue = Symbol("AWS::NoValue");
const pseudo: Readonly<Record<string, string>> = {
  "AWS::AccountId": "111122223333",
  "AWS::Partition": "aws",
  "AWS::Region": "us-east-1",
};

/**
 * The value of a template fragment in `world`. `Ref` of a resource gives its logical id and `Fn::GetAtt` gives
 * `Id.Attribute`, so that tests can see where a value comes from. Throws on a function or name it does not know.
 */
export function evaluate(template: Template, world: World, node: Json): Json {
  const value = resolve(template, world, node);
  if (value === noValue) throw new Error("AWS::NoValue outside of a list or an object");
  return value;
}

/** The descriptions of the assertions that fail in `world`; empty when CloudFormation would go on. */
export function failedAssertions(template: Template, world: World): string[] {
  return Object.values(template.Rules).flatMap(({ RuleCondition, Assertions }) => {
    if (RuleCondition !== undefined && evaluate(template, world, RuleCondition) !== true) return [];
    return Assertions.filter(({ Assert }) => evaluate(template, world, Assert) !== true).map(
      (a) => a.AssertDescription,
    );
  });
}

function resolve(template: Template, world: World, node: Json): Json | typeof noValue {
  const inner = (child: Json) => resolve(template, world, child);
  if (Array.isArray(node)) return node.map(inner).filter((value) => value !== noValue);
  if (typeof node !== "object" || node === null) return node;
  const [[name, argument] = ["", null], ...rest] = Object.entries(node as JsonObject);
  // `Condition` is a function among conditions; nowhere in properties is it the only key.
  if (rest.length === 0 && (name === "Ref" || name === "Condition" || name.startsWith("Fn::")))
    return call(template, world, name, argument);
  const entries = Object.entries(node as JsonObject).map(([key, value]) => [key, inner(value)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== noValue)) as JsonObject;
}

function call(template: Template, world: World, name: string, argument: Json): Json | typeof noValue {
  const items = Array.isArray(argument) ? (argument as readonly Json[]) : [];
  const [first = null, second = null, third = null] = items;
  const inner = (child: Json) => resolve(template, world, child);
  switch (name) {
    case "Ref":
      return lookUp(template, world, String(argument));
    case "Fn::Sub": {
      const own = (Array.isArray(argument) ? second : {}) as JsonObject;
      const text = String(Array.isArray(argument) ? first : argument);
      return text.replace(/\$\{([^}]+)\}/g, (_, ref: string) =>
        String(ref in own ? inner(own[ref] ?? null) : lookUp(template, world, ref)),
      );
    }
    case "Fn::Select":
      return (inner(second) as readonly Json[])[Number(first)] ?? missing(`item ${String(first)}`);
    case "Fn::Split":
      return String(inner(second)).split(String(first));
    case "Fn::Join":
      return (inner(second) as readonly Json[]).join(String(first));
    case "Condition":
      return inner(template.Conditions[String(argument)] ?? missing(String(argument)));
    case "Fn::GetAtt":
      return items.join(".");
    case "Fn::If":
      return inner(
        inner(template.Conditions[String(first)] ?? missing(String(first))) === true ? second : third,
      );
    case "Fn::Equals":
      return inner(first) === inner(second);
    case "Fn::Not":
      return inner(first) !== true;
    case "Fn::And":
      return items.every((item) => inner(item) === true);
    case "Fn::Or":
      return items.some((item) => inner(item) === true);
    case "Fn::Contains":
      return (inner(first) as readonly Json[]).includes(inner(second) as Json);
    case "Fn::ValueOf": {
      const subnet = world.subnets[world.parameters[String(first)] ?? ""] ?? missing(String(first));
      return subnet[String(second) as keyof typeof subnet];
    }
    default:
      throw new Error(`unknown function ${name}`);
  }
}

function lookUp(template: Template, world: World, name: string): Json | typeof noValue {
  if (name === "AWS::NoValue") return noValue;
  const [logicalId = ""] = name.split(".");
  if (logicalId in template.Resources) return name;
  return pseudo[name] ?? world.parameters[name] ?? missing(name);
}

function missing(name: string): never {
  throw new Error(`the template names ${name}, which does not exist`);
}
