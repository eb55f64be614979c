import { isObject, sentText } from "../canonical.ts";
import type { Checking } from "./check.ts";

/** CloudFormation quotas: entries a template may have in each section. */
const MOST: Readonly<Record<string, number>> = {
  Mappings: 200,
  Outputs: 200,
  Parameters: 200,
  Resources: 500,
};
const MOST_ATTRIBUTES = 200;
const DESCRIPTION_BYTES = 1_024;
/** Through S3; inline it is 51,200 bytes, which needs a bucket and is the deploying side's to say. */
const TEMPLATE_BYTES = 1_000_000;

/** Checks the quotas that a template can exceed by itself. */
export function checkLimits({ source, report }: Pick<Checking, "source" | "report">): void {
  for (const [section, most] of Object.entries(MOST)) {
    const value = source.value[section];
    const entries = isObject(value) ? Object.keys(value).length : 0;
    if (entries <= most) continue;
    const message = `${section} has ${entries} entries; CloudFormation takes at most ${most}. Split the template into nested stacks.`;
    report("error", [section], message);
  }
  checkMappingAttributes({ source, report });
  const { Description: description } = source.value;
  if (typeof description === "string" && bytes(description) > DESCRIPTION_BYTES) {
    report(
      "error",
      ["Description"],
      `Description has ${bytes(description).toLocaleString("en-US")} bytes; CloudFormation takes at most 1,024.`,
    );
  }
  checkSize({ source, report });
}

/** Checks the size of what is sent. */
export function checkSize({ source, report }: Pick<Checking, "source" | "report">): void {
  const size = bytes(sentText(source.value, source.spelling));
  if (size > TEMPLATE_BYTES) {
    const message = `The template has ${size.toLocaleString("en-US")} bytes as JSON; CloudFormation takes at most 1 MB. Split it into nested stacks.`;
    report("error", [], message);
  }
}

function checkMappingAttributes({ source, report }: Pick<Checking, "source" | "report">): void {
  const { Mappings: mappings } = source.value;
  if (!isObject(mappings)) return;
  for (const [name, mapping] of Object.entries(mappings)) {
    const keys = isObject(mapping) ? Object.keys(mapping).length : 0;
    if (keys <= MOST_ATTRIBUTES) continue;
    report(
      "error",
      ["Mappings", name],
      `Mapping ${name} has ${keys} keys; CloudFormation takes at most ${MOST_ATTRIBUTES}.`,
    );
  }
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
