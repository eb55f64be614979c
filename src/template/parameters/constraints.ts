import type { DeclaredParameter } from "../model.ts";
import { didYouMean } from "../nearest.ts";
import { patternMatcher } from "./javaPattern.ts";

/** CloudFormation quotas: a parameter's value. */
const MAX_BYTES = 4_096;

/** What is wrong with a value: what it, or the `item` of a list, must do. */
export type Violation =
  | { readonly kind: "wrong"; readonly must: string; readonly item?: string }
  | { readonly kind: "undecided"; readonly why: string };

const ID = "[0-9a-f]{8,17}";
/** The AWS-specific types (parameter type reference) whose values have a fixed form; names can be anything. */
const SHAPES: Readonly<Record<string, { readonly pattern: RegExp; readonly example: string }>> = {
  // A region, then a letter (us-east-1a), or the place of a Local or Wavelength Zone (us-west-2-lax-1a,
  // us-east-1-wl1-bos-wlz-1).
  "AWS::EC2::AvailabilityZone::Name": {
    pattern: /^[a-z]{2,4}(?:-[a-z]+){1,3}-\d{1,2}(?:[a-z]|(?:-[a-z0-9]+)+)$/,
    example: "us-east-1a",
  },
  // Kernels and RAM disks (aki-, ari-) are images, too.
  "AWS::EC2::Image::Id": { pattern: new RegExp(`^a[mkr]i-${ID}$`), example: "ami-0123456789abcdef0" },
  "AWS::EC2::Instance::Id": { pattern: new RegExp(`^i-${ID}$`), example: "i-0123456789abcdef0" },
  "AWS::EC2::SecurityGroup::Id": { pattern: new RegExp(`^sg-${ID}$`), example: "sg-0123456789abcdef0" },
  "AWS::EC2::Subnet::Id": { pattern: new RegExp(`^subnet-${ID}$`), example: "subnet-0123456789abcdef0" },
  "AWS::EC2::Volume::Id": { pattern: new RegExp(`^vol-${ID}$`), example: "vol-0123456789abcdef0" },
  "AWS::EC2::VPC::Id": { pattern: new RegExp(`^vpc-${ID}$`), example: "vpc-0123456789abcdef0" },
  "AWS::Route53::HostedZone::Id": { pattern: /^[A-Z0-9]{1,32}$/, example: "Z1D633PJN98FT9" },
};

/** Everything that the declaration forbids about `value`; empty when CloudFormation would take it. */
export function violations(parameter: DeclaredParameter, value: string): readonly Violation[] {
  const { type } = parameter;
  const size = new TextEncoder().encode(value).length;
  if (size > MAX_BYTES) {
    return [wrong(`have at most 4,096 bytes (it has ${size.toLocaleString("en-US")})`)];
  }
  // The value is the name of an SSM parameter; what it holds, and its constraints, only AWS can check.
  if (type.startsWith("AWS::SSM::Parameter::")) return [];
  const ofPattern = patternOf(parameter);
  const element = /^List<(.+)>$/.exec(type)?.[1] ?? (type === "CommaDelimitedList" ? "String" : undefined);
  if (element === undefined) {
    const own = [...lengths(parameter, value), ...range(parameter, value)];
    return [...typed(type, value), ...oneOf(parameter, value), ...own, ...ofPattern(value)];
  }
  // "AllowedValues … for a CommaDelimitedList: each value in the list"; the same holds for AllowedPattern.
  const found = value.split(",").flatMap((part): readonly Violation[] => {
    const item = part.trim();
    const each = [...typed(element, item), ...oneOf(parameter, item), ...ofPattern(item)];
    return each.map((violation) => (violation.kind === "wrong" ? { ...violation, item } : violation));
  });
  const undecided = found.find(({ kind }) => kind === "undecided");
  return [...found.filter(({ kind }) => kind === "wrong"), ...(undecided ? [undecided] : [])];
}

function typed(type: string, item: string): readonly Violation[] {
  if (type === "Number") return isNumber(item) ? [] : [wrong("be a number")];
  // What a dynamic reference stands for is known to CloudFormation alone.
  if (item.includes("{{resolve:")) return [];
  const shape = Object.hasOwn(SHAPES, type) ? SHAPES[type] : undefined;
  if (shape !== undefined)
    return shape.pattern.test(item) ? [] : [wrong(`be an ${type}, like ${shape.example}`)];
  return type.startsWith("AWS::") && item === "" ? [wrong(`be an ${type}, not empty`)] : [];
}

/** Java's decimal notations; `NaN`, `Infinity`, `0x10` and `""` are none. */
function isNumber(text: string): boolean {
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text.trim());
}

function oneOf({ allowedValues, type, noEcho }: DeclaredParameter, item: string): readonly Violation[] {
  if (allowedValues === undefined || allowedValues.includes(item)) return [];
  if (type.includes("Number") && allowedValues.some((allowed) => Number(allowed) === Number(item))) return [];
  const shown = allowedValues.length > 20 ? [...allowedValues.slice(0, 20), "…"] : allowedValues;
  const list = shown.map((allowed) => (allowed === "" ? '""' : allowed)).join(", ");
  const near = noEcho ? "" : didYouMean(item, allowedValues);
  return [wrong(`be one of: ${list}${near === "" ? "" : `.${near}`}`)];
}

function lengths({ type, minLength, maxLength }: DeclaredParameter, value: string): readonly Violation[] {
  if (type === "Number") return [];
  const violations: Violation[] = [];
  if (minLength !== undefined && value.length < minLength)
    violations.push(wrong(`have at least ${count(minLength)}`));
  if (maxLength !== undefined && value.length > maxLength)
    violations.push(wrong(`have at most ${count(maxLength)}`));
  return violations;
}

function range({ type, minValue, maxValue }: DeclaredParameter, value: string): readonly Violation[] {
  if (type !== "Number" || !isNumber(value)) return [];
  const violations: Violation[] = [];
  if (minValue !== undefined && Number(value) < minValue) violations.push(wrong(`be at least ${minValue}`));
  if (maxValue !== undefined && Number(value) > maxValue) violations.push(wrong(`be at most ${maxValue}`));
  return violations;
}

function patternOf({ allowedPattern }: DeclaredParameter): (value: string) => readonly Violation[] {
  if (allowedPattern === undefined) return () => [];
  const matches = patternMatcher(allowedPattern);
  const why = `its AllowedPattern ${allowedPattern} can only be checked by CloudFormation`;
  return (value) => {
    const verdict = matches(value);
    if (verdict === undefined) return [{ kind: "undecided", why }];
    return verdict ? [] : [wrong(`match ${allowedPattern}`)];
  };
}

function wrong(must: string): Violation {
  return { kind: "wrong", must };
}

function count(characters: number): string {
  return characters === 1 ? "1 character" : `${characters} characters`;
}
