import type { World } from "../world.ts";
import { readTemplate, type Template } from "./template.ts";

/** The templates of all stacks that a template nests at a URL that is there, however deep. */
export function nestedTemplates(world: World, template: Template): readonly Template[] {
  return [...template.resources.values()].flatMap(({ type, properties }) => {
    const url = properties.TemplateURL;
    if (type !== "AWS::CloudFormation::Stack" || typeof url !== "string") return [];
    const body = world.readObject(url);
    if (body === undefined) return [];
    const nested = readTemplate(body);
    return [nested, ...nestedTemplates(world, nested)];
  });
}
