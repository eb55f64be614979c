import { ACCEPTED } from "./accepted.data.ts";
import { botocore, judgeAws } from "./aws.ts";
import { judgeGitHub } from "./github.ts";
import { cellsOf } from "./judged.ts";
import { madeOfAws, madeOfGitHub } from "./made.ts";
import type { PartResult } from "./part.ts";
import type { Recordings } from "./recordings.ts";

/** What was recorded, held against GitHub's published description. */
export function lookAtGitHub({ github }: Recordings, root: string): PartResult {
  const { cloud, server, made } = judgeGitHub(github, madeOfGitHub(root));
  const columns = [
    cellsOf("request and answer, github.com", cloud, ACCEPTED, made),
    cellsOf("request, Enterprise Server 3.17", server, ACCEPTED, made),
  ];
  return {
    kind: "looked",
    part: "github",
    first: "Call",
    cells: columns.flatMap(({ cells }) => cells),
    unexplained: columns.flatMap(({ unexplained }) => unexplained),
  };
}

/** What was recorded, held against the models of AWS's services. */
export function lookAtAws({ aws }: Recordings, root: string): PartResult {
  const judged = judgeAws(aws, root);
  if (judged === undefined) {
    return {
      kind: "skipped",
      part: "aws",
      why: `botocore ${botocore.version} is not installed: node scripts/install-compatibility.ts`,
    };
  }
  const { cells, unexplained } = cellsOf("request and answer", judged, ACCEPTED, madeOfAws(root));
  return { kind: "looked", part: "aws", first: "Operation", cells, unexplained };
}
