import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Exchange } from "../../test/sandbox/traffic.ts";
import { type Description, pathsOf } from "./description.ts";
import type { Judged } from "./judged.ts";
import { type Judge, openJudge } from "./openApi.ts";
import { publishedFiles } from "./published.ts";

/** GitHub's description of its REST API, as Octokit's types are generated from it; 29 MB to fetch, of which two files are kept. */
const DESCRIPTIONS = {
  name: "@octokit/openapi",
  version: "23.0.2",
  integrity:
    "sha512-pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg==",
  files: ["generated/api.github.com.json", "generated/ghes-3.17.json"],
};

export interface JudgedGitHub {
  readonly cloud: Judged;
  readonly server: Judged;
  /** The calls with these ids. */
  readonly made: readonly string[];
}

/** Holds exchanges with GitHub against its published description, of github.com and of the oldest GitHub Enterprise Server. */
export function judgeGitHub(exchanges: readonly Exchange[], ids: ReadonlySet<string>): JudgedGitHub {
  const folder = publishedFiles(DESCRIPTIONS);
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Description;
  // The sandbox answers as github.com does.
  const description = read("api.github.com.json");
  const cloud = openJudge(description, { answers: true });
  const server = openJudge(read("ghes-3.17.json"), { answers: false });
  const made = pathsOf(description, ids);
  return { cloud: judged(exchanges, cloud), server: judged(exchanges, server), made };
}

/** GraphQL has a description of its own: one question is asked of it, and it must be this one. */
const VIEWER = /^query \{ viewer \{ [\w ]+ \} \}$/;

function judged(exchanges: readonly Exchange[], judge: Judge): Judged {
  const operations = new Set<string>();
  const problems = new Set<string>();
  for (const exchange of exchanges) {
    const { operation, problems: found } = exchange.url.endsWith("/graphql")
      ? judgeGraphQl(exchange)
      : judge(exchange);
    const name = operation ?? `${exchange.method} ${exchange.url}`;
    operations.add(name);
    for (const problem of found) problems.add(`${name}: ${problem}`);
  }
  return { operations: [...operations].sort(), problems: [...problems].sort() };
}

function judgeGraphQl({ body }: Exchange) {
  const { query = "" } = JSON.parse(body) as { readonly query?: string };
  const problems = VIEWER.test(query) ? [] : [`GraphQL is asked for more than the viewer: ${query}`];
  return { operation: "POST /graphql", problems };
}
