import { data, Evaluator, type Expr, Lexer, Parser } from "@actions/expressions";

/** What expressions of one place see: the contexts by name, and what has come of the steps or jobs before. */
export interface Scope {
  readonly contexts: Readonly<Record<string, Context>>;
  readonly status: Status;
}

/** How it stands with what an `if` is about: the job's steps so far, or the jobs that this one needs. */
export type Status = "success" | "failure" | "cancelled" | "skipped";

/** The fields of a context. A field that is not there is an error unless it is `lenient`: GitHub's "" hides slips. */
export interface Context {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly lenient?: boolean;
}

const STATUS_FUNCTIONS = ["success", "failure", "always", "cancelled"];

/** Text with its `${{ … }}` replaced by what they stand for. */
export function interpolate(text: unknown, scope: Scope): string {
  const replaced = String(text ?? "").replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    evaluate(expression, scope).coerceString(),
  );
  return replaced;
}

/** What a value with expressions in it stands for: of any kind where it is nothing but one expression, as `fromJSON` is used. */
export function expressed(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((entry) => expressed(entry, scope));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, expressed(inner, scope)]));
  }
  if (typeof value !== "string" || !value.includes("${{")) return value;
  const whole = /^\s*\$\{\{((?:(?!\$\{\{).)*)\}\}\s*$/s.exec(value)?.[1];
  if (whole === undefined) return interpolate(value, scope);
  return JSON.parse(JSON.stringify(evaluate(whole, scope), data.replacer)) as unknown;
}

/** The `==` of expressions, in which case does not count and `"1"` is `1`. */
export function isEqual(a: unknown, b: unknown): boolean {
  const contexts = { matrix: { fields: { a: a ?? null, b: b ?? null } } };
  return isTrue(evaluate("matrix.a == matrix.b", { contexts, status: "success" }));
}

/** Whether an `if:` holds. Without a function of status it is `success() && (…)`, as on GitHub. */
export function holds(condition: unknown, scope: Scope): boolean {
  if (condition === undefined || condition === null || condition === "") return scope.status === "success";
  if (typeof condition === "boolean") return condition && scope.status === "success";
  const whole = /^\s*\$\{\{(.*)\}\}\s*$/s.exec(String(condition))?.[1] ?? String(condition);
  if (whole.includes("${{"))
    throw new Error(`if: ${String(condition)} is text around an expression, and so always true`);
  const asksStatus = new RegExp(`\\b(${STATUS_FUNCTIONS.join("|")})\\s*\\(`, "i").test(whole);
  return isTrue(evaluate(asksStatus ? whole : `success() && (${whole})`, scope));
}

/** Whether a value such as `cancel-in-progress` is true. */
export function isSet(value: unknown, scope: Scope): boolean {
  return interpolate(value ?? "", scope) === "true";
}

function evaluate(expression: string, { contexts, status }: Scope): data.ExpressionData {
  const root = new data.Dictionary();
  for (const [name, context] of Object.entries(contexts)) root.add(name, dictionary(name, context));
  const functions = new Map(STATUS_FUNCTIONS.map((name) => [name, statusFunction(name, status)]));
  const { tokens } = new Lexer(expression).lex();
  const parsed: Expr = new Parser(tokens, Object.keys(contexts), [...functions.values()]).parse();
  return new Evaluator(parsed, root, functions).evaluate();
}

function statusFunction(name: string, status: Status) {
  const result = name === "always" || name === status;
  return { name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(result) };
}

function dictionary(name: string, { fields, lenient = false }: Context): data.Dictionary {
  const made = JSON.parse(JSON.stringify(fields), data.reviver) as data.Dictionary;
  if (lenient) return made;
  const get = made.get.bind(made);
  made.get = (key) => {
    const found = get(key);
    if (found === undefined) throw new Error(`${name}.${key} is not there`);
    return found;
  };
  return made;
}

function isTrue(value: data.ExpressionData): boolean {
  const { kind } = value;
  if (kind === data.Kind.Null) return false;
  if (kind === data.Kind.Array || kind === data.Kind.Dictionary) return true;
  if (kind === data.Kind.Boolean) return value.coerceString() === "true";
  if (kind === data.Kind.Number) return value.number() !== 0 && !Number.isNaN(value.number());
  return value.coerceString() !== "";
}
