import type { Explanation } from "../../scripts/mutation-report.ts";

/** Why no test needs to notice a change of the code: one line each. */
export const EXPLAINED: readonly Explanation[] = [
  // changes/
  {
    file: "changes/digest.ts",
    of: 'canonicalJson([before, after, how])) ?? ""',
    why: "The hash of a text that is there is never null: the default is for the type alone.",
  },
  {
    file: "changes/review/decide.ts",
    of: 'lacking.join("; ")',
    why: "What stands between two sentences.",
  },
  {
    file: "changes/review/decide.ts",
    of: "first === undefined",
    why: "Asked only where something differs, so that there is a first one: the check is for the type alone.",
  },
  {
    file: "changes/review/mark.ts",
    of: 'digest = ""',
    why: "Where a mark has no digest, whatever stands for it is no change set's.",
  },
  {
    file: "changes/review/record.ts",
    of: "changeSetArn === undefined",
    why: "A field that is undefined is not written: canonical JSON leaves it out as well.",
  },
  {
    file: "changes/review/record.ts",
    of: "<= limit → ",
    why: "Whether a record of exactly the limit is written whole: GitHub takes it, and no promise hangs on the last byte.",
  },
  {
    file: "changes/review/record.ts",
    of: "mac === undefined ? claims",
    why: "A field that is undefined is not written: canonical JSON leaves it out as well.",
  },
  {
    file: "changes/review/record.ts",
    of: "end < start → end <= start",
    why: "The fence's end cannot be where it begins.",
  },
  {
    file: "changes/review/record.ts",
    of: 'typeof digest !== "string"',
    why: "The external id that it must equal is a text: the check is for the type alone.",
  },
  {
    file: "changes/review/record.ts",
    of: '"malformed"',
    why: "Whatever it is that does not hold hashes, the digest of it is not the record's.",
  },
  {
    file: "changes/review/record.ts",
    of: "const [whole, after] = Array.isArray(pair)",
    why: "What is no pair has no hashes that are texts, whatever it is taken for.",
  },
  {
    file: "changes/review/record.ts",
    of: "} catch {",
    why: "The function's end answers undefined, too.",
  },
  {
    file: "changes/review/union.ts",
    of: "recorded.get(name).after",
    why: "The name comes from the same map: that it may be missing there is for the type alone.",
  },
  {
    file: "changes/review/union.ts",
    of: "itemsOf(pull).get(name).whole",
    why: "The name comes from the same map: that it may be missing there is for the type alone.",
  },
  {
    file: "changes/review/union.ts",
    of: "at < index → at <= index",
    why: "A record at the same index is the same one, which was left out before.",
  },
  {
    file: "changes/review/union.ts",
    of: "now !== undefined → true",
    why: "What was recorded is a hash or null, which undefined never equals.",
  },
  {
    file: "changes/review/union.ts",
    of: "PARTS.has(other",
    why: "An item of a whole resource is no part of one by its first word, and a name without words is no item.",
  },
  {
    file: "changes/redaction/redaction.ts",
    of: "rulesOf({ noEcho: [], patterns: [] })",
    why: "Nothing is called as what stands for no name.",
  },
  {
    file: "changes/redaction/redaction.ts",
    of: "text === null → false",
    why: "JSON.parse reads null as null, and that is shown as it is.",
  },
  {
    file: "changes/redaction/hiding.ts",
    of: 'const { path = "", name = "" } = detail',
    why: "What stands for no name is no secret's.",
  },
  {
    file: "changes/redaction/hideValue.ts",
    of: "[...found] .filter(",
    why: "Bounds the time: of more than 200 hidden values the shortest are not looked for elsewhere.",
  },
  {
    file: "changes/hiddenChange.ts",
    of: 'raws[0][at] ?? ""',
    why: "All four have as many lines: the defaults are for the type alone.",
  },
  {
    file: "changes/hiddenChange.ts",
    of: 'typeof before === "string" → true',
    why: "What is shown of a text is a text: the check is for the type alone.",
  },
  {
    file: "changes/hiddenChange.ts",
    of: "if (!isObject(after) || !isObject(before)",
    why: "What is shown has the shape of what it is shown of: two of the four are asked for the types alone.",
  },
  {
    file: "changes/hiddenChange.ts",
    of: 'names[index] ?? ""',
    why: "Every shown member is of a raw one: the default is for the type alone.",
  },
  {
    file: "changes/hiddenChange.ts",
    of: "if (!Array.isArray(rawBefore)",
    why: "What is shown has the shape of what it is shown of: two of the three are asked for the types alone.",
  },
  {
    file: "changes/describe.ts",
    of: "a.name < b.name → a.name <= b.name",
    why: "Two items that begin alike have two names.",
  },
  {
    file: "changes/describe.ts",
    of: 'const [start = "", key = ""',
    why: "An item's name has two words: the defaults are for the type alone.",
  },
  {
    file: "changes/describe.ts",
    of: "old.value",
    why: "A parameter that the stack has not is given a value: that both may be missing is for the type alone.",
  },
  {
    file: "changes/describe.ts",
    of: "old.resolved",
    why: "Asked only where both values are the same, so that there is an old one: the check is for the type alone.",
  },
  {
    file: "changes/describe.ts",
    of: 'standing(value, resolved) ?? ""',
    why: "What is kept has a value: the default is for the type alone.",
  },
  {
    file: "changes/hiddenParameters.ts",
    of: "?.parameters ?? []",
    why: "What stands for no list has neither name nor value.",
  },
  {
    file: "changes/noEchoDrift.ts",
    of: '[, name = ""]',
    why: "The pattern that matched has the group: the default is for the type alone.",
  },
  {
    file: "changes/destroy/lift.ts",
    of: 'name.split(" ")[1] ?? ""',
    why: "An item's name has two words: the default is for the type alone.",
  },
  {
    file: "changes/destroy/lift.ts",
    of: 'const [start, , pointer = ""]',
    why: "No pointer is no protection's, whatever stands for it.",
  },
  {
    file: "changes/destroy/lift.ts",
    of: 'stateOf("", value(before))',
    why: "No type is called as what stands for none.",
  },
  {
    file: "changes/destroy/lift.ts",
    of: "text === null → false",
    why: "JSON.parse reads null as null, which says as little as nothing.",
  },
  {
    file: "changes/destroy/protections.ts",
    of: 'path[0] ?? ""',
    why: "Every path has a step: the default is for the type alone.",
  },
  {
    file: "changes/destroy/protections.ts",
    of: 'steps[index] ?? ""',
    why: "There are as many steps as the path has: the default is for the type alone.",
  },
  {
    file: "changes/resourceState.ts",
    of: '(detail.path ?? "")',
    why: "What stands for no path has no step below the properties.",
  },
  {
    file: "changes/resourceState.ts",
    of: "step === undefined → false",
    why: "There is a step: the check is for the type alone.",
  },
  {
    file: "changes/items/references.ts",
    of: 'typeof text === "string" ? text : ""',
    why: "A text without a variable has none, whichever it is.",
  },
  {
    file: "changes/items/references.ts",
    of: 'typeof condition !== "string" → false',
    why: "What is no text is the name of no condition.",
  },
  {
    file: "changes/items/listedItems.ts",
    of: 'texts[0] ?? ""',
    why: "There is one text: the default is for the type alone.",
  },
  {
    file: "changes/items/dynamicReferences.ts",
    of: "mappings ?? null)] : []",
    why: "A text without a reference has none, whichever it is.",
  },
  {
    file: "changes/items/dynamicReferences.ts",
    of: '[] → ["Stryker was here"]',
    why: "A text without a reference has none, whichever it is.",
  },
  {
    file: "changes/items/dynamicReferences.ts",
    of: 'stackPath.at(-1) ?? ""',
    why: "A nested stack has a way: the default is for the type alone.",
  },
  {
    file: "changes/items/dynamicReferences.ts",
    of: "after?.value → after.value",
    why: "Those without a template were left out before: the check is for the type alone.",
  },
  {
    file: "changes/delta.ts",
    of: "text !== null → true",
    why: "JSON.parse reads null as null, of which nothing is told.",
  },
  {
    file: "changes/acknowledgement.ts",
    of: "named !== undefined → true",
    why: "No resource is called undefined: the check is for the type alone.",
  },
  {
    file: "changes/verdict/interruptions.ts",
    of: "name !== undefined",
    why: "No property is called undefined: the check is for the type alone.",
  },
  {
    file: "changes/verdict/replacement.ts",
    of: "cause === undefined → false",
    why: "No resource is called undefined: the check is for the type alone.",
  },
  {
    file: "changes/verdict/guards.ts",
    of: "after[path]",
    why: "What is not removed is there afterwards: that it may be missing is for the type alone.",
  },
  {
    file: "changes/verdict/guards.ts",
    of: "after.MonitoringInterval",
    why: "What is not removed is there afterwards: that it may be missing is for the type alone.",
  },
  {
    file: "changes/verdict/guards.ts",
    of: "after[property]",
    why: "What is not removed is there afterwards: that it may be missing is for the type alone.",
  },
  {
    file: "changes/verdict/guards.ts",
    of: "after.Parameters",
    why: "What is not removed is there afterwards: that it may be missing is for the type alone.",
  },
  {
    file: "changes/verdict/guards.ts",
    of: "before[property]",
    why: "What is modified was there before: that it may be missing is for the type alone.",
  },
  {
    file: "changes/request.ts",
    of: '"aurora-deploy-action"',
    why: "What change sets of this action are known by concerns the edges that write and read it, not the core.",
  },
  {
    file: "changes/unlistedChanges.ts",
    of: 'String(definition.Type) : ""',
    why: "What is no definition is of no type that holds data, whatever it is called.",
  },
  {
    file: "changes/verdict/verdict.ts",
    of: '?? "none"',
    why: "Every resource of the change set has its certainty: the default is for the type alone.",
  },
  {
    file: "changes/verdict/verdict.ts",
    of: "before.DBClusterIdentifier",
    why: "What is removed or replaced was there before: that it may be missing is for the type alone.",
  },
  {
    file: "changes/verdict/verdict.ts",
    of: "before?.Engine",
    why: "What is removed or replaced was there before: that it may be missing is for the type alone.",
  },
  {
    file: "changes/verdict/verdict.ts",
    of: "property === undefined → false",
    why: "A type without a name of its own has none that could be kept, and a property that is undefined is told as one that is absent.",
  },
  {
    file: "changes/verdict/verdict.ts",
    of: "after[property]",
    why: "What is replaced is there afterwards: that it may be missing is for the type alone.",
  },
  {
    file: "changes/verdict/verdict.ts",
    of: "before[property]",
    why: "What is replaced was there before: that it may be missing is for the type alone.",
  },
  {
    file: "changes/items/bind.ts",
    of: "if (noEcho) return",
    why: "What is said of a secret's value is overwritten by the item which says that it is set.",
  },
  {
    file: "changes/items/bind.ts",
    of: 'known?.value ?? value ?? ""',
    why: "A parameter has a value, given or kept: the default is for the type alone.",
  },
  {
    file: "changes/items/bind.ts",
    of: 'const [start = "", key = ""',
    why: "A name has two words: the defaults are for the type alone.",
  },
  {
    file: "changes/items/bind.ts",
    of: "case MADE: return undefined",
    why: "Without it the name is looked up as a property's, of which nothing can be told either.",
  },
  {
    file: "changes/items/bind.ts",
    of: 'case "capability":',
    why: "Without it the name is looked up as a parameter's, in the same texts.",
  },
  {
    file: "changes/items/bind.ts",
    of: "?.parameters ?? []",
    why: "What has no name is referred to by nothing.",
  },
  {
    file: "changes/items/bind.ts",
    of: "(stack?.parameters ?? [])",
    why: "What has no name is referred to by nothing.",
  },
  {
    file: "changes/items/bind.ts",
    of: "request.stackName === target.stack → false",
    why: "A name that is put in for itself stays as it is.",
  },
  {
    file: "changes/items/made.ts",
    of: "before !== undefined && after !== undefined",
    why: "What is not there has no canonical JSON, which is not that of anything: where both are missing, the second check holds it.",
  },
  {
    file: "changes/items/made.ts",
    of: "known.set(stack, answer)",
    why: "Asked again, the answer is the same: it is remembered for the time that it takes.",
  },
  {
    file: "changes/items/made.ts",
    of: "visitFunctions(definition, []",
    why: "Where a function stands is not asked.",
  },
  {
    file: "changes/items/references.ts",
    of: 'logicalId ?? ""',
    why: "Each step of the way has a logical id: the default is for the type alone.",
  },
  {
    file: "changes/items/references.ts",
    of: "names.has(name) ? [value] : []",
    why: "A text that is no function refers to nothing.",
  },
  {
    file: "changes/items/references.ts",
    of: 'typeof text === "string" ? text : ""',
    why: "A text without variables has none, whichever it is.",
  },
  {
    file: "changes/verdict/settingGuards.ts",
    of: "setting === undefined → false",
    why: "What is not there is no list either.",
  },
  {
    file: "changes/verdict/settingGuards.ts",
    of: "/^AWS::",
    why: "No ARN holds a type of CloudFormation's with a space after it.",
  },
  {
    file: "changes/verdict/settingGuards.ts",
    of: "Array.isArray(list) ?",
    why: "A list of an alarm that is not there, on both sides alike.",
  },
  {
    file: "changes/verdict/stackSets.ts",
    of: 'change.action !== "Modify" → false',
    why: "A stack set that comes or goes has no state on one side, and is not complete.",
  },
  {
    file: "changes/verdict/stackSets.ts",
    of: "state?.[PROPERTY] → ",
    why: "What is complete has both states: the check is for the type alone.",
  },
  {
    file: "changes/costs/costChange.ts",
    of: 'change.action === "Modify" → true',
    why: "A nested stack that is imported says nothing, and one in which something is listed is left out before.",
  },
  {
    file: "changes/costs/costChange.ts",
    of: "dependsOn === undefined",
    why: "Nothing is listed under no key: the check is for the type alone.",
  },
  {
    file: "changes/costs/costChange.ts",
    of: "default: return undefined; →",
    why: "A function that ends gives the same.",
  },
  {
    file: "changes/costs/costChange.ts",
    of: "steps .slice(1) → steps",
    why: "One path more, which is the resource's own: it was looked for before.",
  },
  {
    file: "changes/costs/costChange.ts",
    of: 'name ?? ""',
    why: "No property is called like that.",
  },
  {
    file: "changes/costs/costChange.ts",
    of: "?.properties ?? []",
    why: "No property is called like that.",
  },
  {
    file: "changes/costs/costed.ts",
    of: "one === undefined",
    why: "Each key is of one side at least: the check is for the type alone.",
  },
  {
    file: "changes/costs/costed.ts",
    of: "dependsOn === undefined → false",
    why: "A field that is undefined says the same as one that is absent.",
  },
  {
    file: "changes/costs/costed.ts",
    of: "query ?? []",
    why: "A group has a first one: the default is for the type alone.",
  },
  {
    file: "changes/costs/costed.ts",
    of: "byStack.get(stackOf(resource.key)) ?? []",
    why: "A resource is in its own stack: the default is for the type alone.",
  },
  {
    file: "changes/costs/databases.ts",
    of: '?? ""',
    why: "No table has such a name.",
  },
  {
    file: "changes/costs/databases.ts",
    of: "cluster === undefined → false",
    why: "Whether its I/O is in the price is then not known: the check is for the type alone.",
  },
  {
    file: "changes/costs/databases.ts",
    of: "instanceClass !== undefined → true",
    why: "The word undefined is no class of instances.",
  },
  {
    file: "changes/costs/network.ts",
    of: '?? ""',
    why: "No table has such a name.",
  },
  {
    file: "changes/costs/priceList.ts",
    of: "term === undefined",
    why: "A term that is not there has no dimensions, and these no price.",
  },
  {
    file: "changes/costs/priceList.ts",
    of: 'text(one, "unit") ?? ""',
    why: "No unit is called like that.",
  },
  {
    file: "changes/costs/priceList.ts",
    of: "written !== undefined → true",
    why: "The word undefined is no amount.",
  },
  {
    file: "changes/costs/priceList.ts",
    of: "What is no JSON has no price",
    why: "A function that ends gives the same.",
  },
  {
    file: "changes/costs/stores.ts",
    of: '?? ""',
    why: "No table has such a name.",
  },
  {
    file: "changes/costs/templates.ts",
    of: "NOWHERE",
    why: "Nothing is told of a place here.",
  },
  {
    file: "changes/costs/templates.ts",
    of: 'node.path.at(-1) ?? ""',
    why: "A nested stack has a logical id: the default is for the type alone.",
  },
  {
    file: "changes/costs/values.ts",
    of: "otherwise === undefined → false",
    why: "The word undefined is no number.",
  },
  {
    file: "changes/costs/values.ts",
    of: "known === undefined → false",
    why: "The word undefined is no number.",
  },
  {
    file: "changes/costs/values.ts",
    of: "known !== undefined → true",
    why: "What is undefined is no whole number.",
  },
  {
    file: "changes/items/thisCommit.ts",
    of: "after === null → false",
    why: "Only texts that hold the SHA come here: the check is for the type alone.",
  },
  {
    file: "changes/items/passing.ts",
    of: "after === null → false",
    why: "Where there is no text the word null is searched, which holds no number.",
  },
  {
    file: "changes/items/passing.ts",
    of: "short !== undefined → true",
    why: "No SHA starts with undefined: the check is for the type alone.",
  },
  {
    file: "changes/items/requestItems.ts",
    of: "...valueTexts(stack?.parameters ?? [])",
    why: "Only the stack that is not there yet has none, and its texts are of no parameter that anybody names.",
  },
  {
    file: "changes/items/requestItems.ts",
    of: "role === undefined → false",
    why: "A text that is undefined is read as one that is absent.",
  },
  {
    file: "changes/items/dynamicReferences.ts",
    of: '[, name = ""]',
    why: "The pattern that matched has the group: the default is for the type alone.",
  },
  {
    file: "changes/items/dynamicReferences.ts",
    of: "Object.values(value).flatMap(textsIn) : []",
    why: "A text without a reference has none, whichever it is.",
  },
  {
    file: "changes/items/references.ts",
    of: "visitFunctions(next, []",
    why: "Where a function stands is not asked.",
  },

  // stack/
  {
    file: "stack/denials.ts",
    of: '[start, principal, action = ""',
    why: "The pattern that matched has the group: the default is for the type alone.",
  },
  {
    file: "stack/denials.ts",
    of: 'principal ?? ""',
    why: "What stands for no principal is no ARN, and without a kind there is no name.",
  },
  {
    file: "stack/denials.ts",
    of: "kind === undefined || name === undefined",
    why: "The pattern has both groups or none: one of the two is asked for the type alone.",
  },
  {
    file: "stack/denials.ts",
    of: "/).+/",
    why: "No resource has a line break in it: what is read to its end is all of it.",
  },
  {
    file: "stack/denials.ts",
    of: 'typeof value === "object" && value !== null',
    why: "What is no object has none of the fields that are read of it.",
  },
  {
    file: "stack/denials.ts",
    of: "{ return undefined; } → {}",
    why: "A function that ends without a value returns undefined as well.",
  },
  {
    file: "stack/disposition.ts",
    of: /_FAILED/,
    why: "A status that nobody knows is unrecoverable as well: these are named so that they can be found.",
  },
  {
    file: "stack/eventKinds.ts",
    of: "event.type === STACK_TYPE → true",
    why: "Nothing but a stack has the stack's ARN for a name.",
  },
  {
    file: "stack/knownCauses.ts",
    of: 'input = ""',
    why: "A match has the text that it was found in: the default is for the type alone.",
  },
  {
    file: "stack/knownCauses.ts",
    of: 'missing = ""',
    why: "The pattern that matched has the group: the default is for the type alone.",
  },
  {
    file: "stack/ledger.ts",
    of: "entries: []",
    why: "An empty ledger that shares a longer storage parts from it before it writes.",
  },
  {
    file: "stack/ledger.ts",
    of: "ledger.storage.entries.length === ledger.size",
    why: "Copied every time a ledger holds the same; it is only slower.",
  },
  {
    file: "stack/refusals.ts",
    of: 'stack = ""',
    why: "The pattern that matched has the group: the default is for the type alone.",
  },
  {
    file: "stack/operation.ts",
    of: /^(begun === undefined|end !== undefined) → false/,
    why: "The stack's own status is asked next: before the beginning there is none, and at the end it is another.",
  },
  {
    file: "stack/operation.ts",
    of: '"" → "Stryker was here!"',
    why: "What stands for no status is none that goes forward.",
  },
  {
    file: "stack/operation.ts",
    of: "path: [], status: undefined, at: 0 }",
    why: "A place without a path and a time is read as the root at no time.",
  },
  {
    file: "stack/operation.ts",
    of: "operation.stacks.get(operation.stackArn).status",
    why: "The root stack is in it from the start: that it may be missing is for the type alone.",
  },
  {
    file: "stack/operation.ts",
    of: "if (begun === undefined || end === undefined)",
    why: "What has ended has begun: the check is for the type alone.",
  },
  {
    file: "stack/operation.ts",
    of: "event.operationId !== undefined → true",
    why: "No operation has undefined among its ids: the check is for the type alone.",
  },
  {
    file: "stack/operation.ts",
    of: "const known = operationId === undefined",
    why: "An id that is known already, or undefined, is in no event's way: a set holds it once.",
  },
  {
    file: "stack/operation.ts",
    of: /stacks\.get\(event\.stackArn\)\?\.path/,
    why: "Events of stacks that are not followed were left out before: that one may be missing is for the type alone.",
  },
  {
    file: "stack/operation.ts",
    of: "before === undefined → false",
    why: "Events of stacks that are not followed were left out before: that one may be missing is for the type alone.",
  },
  {
    file: "stack/operation.ts",
    of: "append(operation.finished, key, true)",
    why: "Only how many there are is read.",
  },
  {
    file: "stack/operation.ts",
    of: /^if \(status === "DELETE_COMPLETE" \|\|/,
    why: "What is no deletion does not succeed by DELETE_COMPLETE: it is none of the ends below either.",
  },
  {
    file: "stack/recovery.ts",
    of: 'reason = ""',
    why: "What is not said has no word of a protection in it, whatever stands for it.",
  },
  {
    file: "stack/refusals.ts",
    of: 'missing = ""',
    why: "The pattern that matched has the group: the default is for the type alone.",
  },
  {
    file: "stack/rollbackInputs.ts",
    of: "lines.length === 0 → false",
    why: "Of no lines none is right, which has the same answer.",
  },
  {
    file: "stack/rootCause.ts",
    of: '"" → "Stryker was here!"',
    why: "What is not said matches no pattern and is no ARN, whatever stands for it.",
  },
  {
    file: "stack/rootCause.ts",
    of: "event.hook?.",
    why: "Only events that have a hook come here: that it may be missing is for the type alone.",
  },
];
