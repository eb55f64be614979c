import { readFileSync } from "node:fs";
import { join } from "node:path";

const path = join(import.meta.dirname, "../../templates/aurora-postgresql.json");

/** The bundled template as it is sent: without the white space it is small enough for a request. */
export const AURORA_TEMPLATE = JSON.stringify(JSON.parse(readFileSync(path, "utf8")));
