import { invalid, Refusal } from "../reply.ts";
import { type Annotation, fields } from "../state.ts";

const limit = 65_535;

/**
 * The limits of a check run's output. GitHub first counts characters ("Invalid request … Only 65535 characters are
 * allowed"), then bytes ("exceeds a maximum bytesize of 65535": github/docs#35252), and takes 50 annotations a request.
 */
export function checkOutput(output: unknown, when: "create" | "update"): void {
  if (output === undefined || output === null) return;
  const { title, summary, text, annotations } = fields(output);
  const required = when === "create" ? { title, summary } : { summary };
  for (const [name, value] of Object.entries(required)) {
    if (typeof value !== "string") throw new Refusal(422, `Invalid request.\n\n"${name}" wasn't supplied.`);
  }
  for (const [name, value] of Object.entries({ summary, text })) {
    if (typeof value === "string") checkLength(name, value);
  }
  if (Array.isArray(annotations)) {
    if (annotations.length > 50) {
      throw new Refusal(
        422,
        `Invalid request.\n\nNo more than 50 items are allowed; ${annotations.length} were supplied.`,
      );
    }
    annotations.forEach(checkAnnotation);
  }
}

function checkLength(field: string, value: string): void {
  const characters = [...value].length;
  if (characters > limit) {
    throw new Refusal(
      422,
      `Invalid request.\n\nOnly ${limit} characters are allowed; ${characters} were supplied.`,
    );
  }
  if (Buffer.byteLength(value) > limit)
    throw invalid("CheckRun", field, `${field} exceeds a maximum bytesize of ${limit}`);
}

function checkAnnotation(raw: unknown): void {
  const a = fields(raw);
  for (const name of ["path", "start_line", "end_line", "annotation_level", "message"]) {
    if (a[name] === undefined) throw new Refusal(422, `Invalid request.\n\n"${name}" wasn't supplied.`);
  }
  if (!["notice", "warning", "failure"].includes(String(a.annotation_level))) {
    throw invalid(
      "CheckRun",
      "annotation_level",
      "annotation_level is not one of notice, warning, failure",
      "invalid",
    );
  }
  if (a.start_column !== undefined && a.start_line !== a.end_line) {
    throw invalid("CheckRun", "start_column", "start_column is only for annotations of one line", "invalid");
  }
  if (typeof a.title === "string" && [...a.title].length > 255) {
    throw invalid("CheckRun", "title", "title is too long (maximum is 255 characters)");
  }
  for (const name of ["message", "raw_details"]) {
    const value = a[name];
    if (typeof value === "string" && Buffer.byteLength(value) > 65_536) {
      throw invalid("CheckRun", name, `${name} exceeds a maximum bytesize of 65536`);
    }
  }
}

/** The annotations of one request; GitHub appends those of each update to the earlier ones. */
export function newAnnotations(output: unknown): Annotation[] {
  const { annotations } = fields(output);
  if (!Array.isArray(annotations)) return [];
  return annotations.map((raw) => {
    const a = fields(raw);
    return {
      path: String(a.path),
      start_line: Number(a.start_line),
      end_line: Number(a.end_line),
      start_column: numberOrNull(a.start_column),
      end_column: numberOrNull(a.end_column),
      annotation_level: String(a.annotation_level),
      message: String(a.message),
      title: textOrNull(a.title),
      raw_details: textOrNull(a.raw_details),
    };
  });
}

function numberOrNull(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
