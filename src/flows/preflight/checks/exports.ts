import type { StackOutput } from "../../../stack/model.ts";
import { type Export, exportsOf } from "../../../template/evaluate/exports.ts";
import type { Finding } from "../../../template/model.ts";
import type { CheckPorts, Examined, Means, StackChange } from "../examined.ts";
import type { Check } from "../questions.ts";
import { mayBeKnown, mayChange } from "./exportValues.ts";

/** What becomes of an export: a `certain` one is what CloudFormation will refuse if a stack imports it. */
interface Fate {
  readonly name: string;
  /** The output that makes it, or made it. */
  readonly output: string;
  readonly verb: "deleted" | "updated";
  readonly isCertain: boolean;
  /** What happens to it, as a sentence goes on after its name. */
  readonly happens: string;
}

type Importers = ReadonlyMap<string, readonly string[]>;

/** CloudFormation's budget of calls is the whole account's. */
const AT_ONCE = 10;

/**
 * Whether exports that go, or get another value, are imported by other stacks: CloudFormation looks at that last of all,
 * when every resource is changed, and takes everything back. Only exports that go or change are asked about; those of
 * nested stacks are not looked at.
 */
export async function checkExports(
  { stack: of }: Pick<Examined, "stack">,
  { exports }: Pick<CheckPorts, "exports">,
  { ask }: Pick<Means, "ask">,
): Promise<readonly Check[]> {
  const fates = of === undefined ? [] : fatesOf(of);
  if (of === undefined || fates.length === 0) return [];
  const importers = new Map<string, readonly string[]>();
  const question = {
    what: `whether other stacks import ${listed(fates.map(({ name }) => name))}`,
    permission: "cloudformation:ListImports",
    resources: [],
    when: "changed",
  } as const;
  await ask(question, async (signal) => {
    for (let at = 0; at < fates.length; at += AT_ONCE) {
      const some = fates.slice(at, at + AT_ONCE);
      // What is known by the time that the question is given up counts.
      const one = async ({ name }: Fate) => importers.set(name, await exports.importers(name, signal));
      await Promise.all(some.map(one));
    }
  });
  return fates.flatMap((fate) => checkOf(fate, importers, of));
}

function fatesOf(of: StackChange): readonly Fate[] {
  const exported = of.live.outputs.flatMap((output) =>
    output.exportName === undefined ? [] : [{ ...output, exportName: output.exportName }],
  );
  if (exported.length === 0) return [];
  const next = exportsOf(of.template, of.scope);
  return exported.flatMap((output): readonly Fate[] => {
    const fate = fateOf(output, next, of);
    return fate === undefined ? [] : [{ name: output.exportName, output: output.key, ...fate }];
  });
}

function fateOf(
  before: StackOutput & { readonly exportName: string },
  { exports, isComplete }: ReturnType<typeof exportsOf>,
  { changes }: StackChange,
): Omit<Fate, "name" | "output"> | undefined {
  const after = exports.find(({ name }) => name === before.exportName);
  if (after === undefined) return mayBeKnown(changes) ? goneFate(before, exports, isComplete) : undefined;
  const isSame = after.value === undefined ? undefined : isSameText(before.value, after.value);
  if (isSame === false && after.isCertain && isComplete && mayBeKnown(changes))
    return { verb: "updated", isCertain: true, happens: "gets another value" };
  // A macro may make another value of it.
  if ((isSame === true && after.isCertain) || !mayChange(before.key, after, changes)) return undefined;
  return after.isCertain
    ? { verb: "updated", isCertain: false, happens: "may get another value, which is known after apply" }
    : { verb: "deleted", isCertain: false, happens: "may go: its condition is decided by CloudFormation" };
}

function goneFate(
  { key }: StackOutput,
  exports: readonly Export[],
  isComplete: boolean,
): Omit<Fate, "name" | "output"> {
  if (!isComplete)
    return {
      verb: "deleted",
      isCertain: false,
      happens: "may go: the template has no such export before CloudFormation has worked it out",
    };
  const renamed = exports.find(({ output }) => output === key)?.name;
  const happens = renamed === undefined ? "goes" : `is renamed to ${renamed}`;
  return { verb: "deleted", isCertain: true, happens };
}

/** A number is sent as it is written, and told as a text. */
function isSameText(before: string, after: string): boolean {
  return before === after || (after !== "" && before !== "" && Number(before) === Number(after));
}

function checkOf(fate: Fate, importers: Importers, { live, template }: StackChange): readonly Check[] {
  const by = importers.get(fate.name) ?? [];
  if (by.length === 0) return [];
  // What this stack's own nested stacks import, they may let go in the same operation.
  const others = by.filter((name) => !isNestedIn(live.name, name));
  const finding: Finding = {
    level: fate.isCertain && others.length > 0 ? "error" : "warning",
    message: messageOf(fate, others.length > 0 ? others : by),
    location: template.locate(["Outputs", fate.output, "Export", "Name"]),
  };
  return [{ resources: [], when: "changed", finding }];
}

function messageOf({ name, verb, isCertain, happens }: Fate, importers: readonly string[]): string {
  const will = isCertain ? "fails" : "fails, if so,";
  const by = listed(importers);
  const verbs = importers.length === 1 ? "imports" : "import";
  return `Export ${name} ${happens}, and ${by} ${verbs} it: CloudFormation ${will} at the end of the deploy, as an export in use cannot be ${verb}. Keep it as it is until nobody imports it: ${NEXT}`;
}

const NEXT = "add a new export, move the importing stacks to it, then take this one out.";

/** As CloudFormation names a nested stack: its parent's name, its logical id and some capitals and digits. */
function isNestedIn(parent: string, name: string): boolean {
  return (
    name.startsWith(`${parent}-`) && /^[A-Za-z0-9]+-[A-Z0-9]{10,14}$/.test(name.slice(parent.length + 1))
  );
}

const LISTED = 5;

function listed(names: readonly string[]): string {
  const more = names.length - LISTED;
  return `${names.slice(0, LISTED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
