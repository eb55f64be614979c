import { readFileSync } from "node:fs";
import { type PublishedPackage, templateFiles } from "./corpusPackages.ts";

/** A template file of a published package. */
export interface CorpusFile {
  /** `<package>@<version>/<path>`. */
  readonly name: string;
  readonly path: string;
  /** Whether its authors call it wrong: it is there to be found wrong. */
  readonly isBroken: boolean;
}

const GOOD = "test/fixtures/templates/{good,public,quickstart,integration,issues}/**/*.{json,yaml,yml}";
const BAD = "test/fixtures/templates/bad/**/*.{json,yaml,yml}";

/** Templates of many authors: fixtures of linters that users sent in, examples, and what tools write. JSON, YAML and SAM. */
const PACKAGES: readonly PublishedPackage[] = [
  { registry: "pypi", name: "cfn-lint", version: "1.58.0", templates: GOOD, broken: BAD },
  {
    registry: "pypi",
    name: "cfripper",
    version: "1.22.1",
    templates: "tests/test_templates/**/*.{json,yaml,yml}",
  },
  { registry: "npm", name: "@mapbox/cloudfriend", version: "9.4.3", templates: "test/fixtures/**/*.json" },
  { registry: "npm", name: "aws-cdk", version: "2.1029.0", templates: "lib/api/bootstrap/*.yaml" },
  { registry: "pypi", name: "cfn-lint", version: "0.86.4", templates: GOOD, broken: BAD },
  {
    registry: "pypi",
    name: "cloudformation-validator",
    version: "0.6.36",
    templates: "cloudformation_validator/test_templates/**/*.{json,yaml,yml}",
  },
  {
    registry: "pypi",
    name: "aws-sam-cli",
    version: "1.170.0",
    templates: "samcli/lib/pipeline/**/*.{json,yaml,yml}",
  },
  {
    registry: "npm",
    name: "cfn-lint",
    version: "1.9.7",
    templates: "testData/valid/**/*.{json,yaml,yml}",
    broken: "testData/invalid/**/*.{json,yaml,yml}",
  },
  {
    registry: "npm",
    name: "condensation",
    version: "0.6.10",
    templates: "test/fixtures/projects_output/**/*.{json,yaml,template}",
  },
  { registry: "npm", name: "@cfn-modules/vpc", version: "2.3.0", templates: "**/module.yml" },
  { registry: "npm", name: "@cfn-modules/alb", version: "1.2.0", templates: "**/module.yml" },
  { registry: "npm", name: "slic-watch-core", version: "2.1.3", templates: "tests/resources/*.json" },
  { registry: "npm", name: "@aws-cdk/aws-ec2", version: "1.0.0", templates: "test/*.expected.json" },
  { registry: "npm", name: "@aws-cdk/aws-lambda", version: "0.36.0", templates: "test/*.expected.json" },
  {
    registry: "npm",
    name: "@aws-solutions-constructs/aws-cloudfront-s3",
    version: "2.104.0",
    templates: "test/**/*.template.json",
  },
  {
    registry: "npm",
    name: "@aws-solutions-constructs/aws-lambda-s3",
    version: "2.56.0",
    templates: "test/**/*.template.json",
  },
  {
    registry: "go",
    name: "github.com/aws-cloudformation/rain",
    version: "v1.24.4",
    templates: "{cft/pkg/tmpl,cft/parse,test,internal/cmd}/**/*.{json,yaml,yml,template}",
  },
  {
    registry: "go",
    name: "github.com/awslabs/goformation/v7",
    version: "v7.14.9",
    templates: "test/**/*.{json,yaml,yml,template}",
  },
  {
    registry: "go",
    name: "github.com/Checkmarx/kics/v2",
    version: "v2.2.0",
    templates: "assets/queries/cloudFormation/**/test/*.{json,yaml,yml}",
  },
];

/**
 * The template files of the packages (of those named, or of all), every text once. Without a network there is none: CI
 * must have one, elsewhere its absence is a visible skip that says why.
 */
export function corpus(packages?: readonly string[]): {
  readonly files: readonly CorpusFile[];
  readonly missing?: string;
} {
  const wanted = PACKAGES.filter(({ name, version }) => packages?.includes(`${name}@${version}`) ?? true);
  try {
    return { files: unique(wanted.flatMap(filesOf)) };
  } catch (error) {
    if (process.env.CI === "true") throw error;
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return { files: [], missing: reason };
  }
}

function filesOf(wanted: PublishedPackage): readonly CorpusFile[] {
  const named = (templates: string, isBroken: boolean) =>
    templateFiles(wanted, templates).map(([file, path]): CorpusFile => {
      return { name: `${wanted.name}@${wanted.version}/${file}`, path, isBroken };
    });
  const { templates, broken } = wanted;
  return [...named(templates, false), ...(broken === undefined ? [] : named(broken, true))];
}

/** The first of the files with one text, and only those that are templates. */
function unique(files: readonly CorpusFile[]): readonly CorpusFile[] {
  const seen = new Set<string>();
  return files.filter(({ path }) => {
    const text = readFileSync(path, "utf8");
    const isNew = !seen.has(text);
    seen.add(text);
    return isNew && /^[\s"'{]*Resources["']?\s*:/m.test(text);
  });
}
