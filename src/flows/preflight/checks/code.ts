import type { CodeObject, CodeState, Objects } from "../../../ports/preflight.ts";
import type { KnownResource } from "../../../template/evaluate/evaluatedTree.ts";
import { ANYWHERE, type CheckPorts, type Examined, type Means } from "../examined.ts";
import { CODE_PROPERTIES } from "../facts/codeProperties.data.ts";
import { asWarning, hasMaker, hasUnknownName, namesMade } from "../makers.ts";
import { type Ask, type Check, findingAt } from "../questions.ts";

interface Use {
  readonly resource: KnownResource;
  readonly property: string;
  /** The names under which a change of it is told. */
  readonly properties: readonly string[];
  readonly object: CodeObject;
}

/**
 * Whether the code of Lambda functions and layers is in S3 where the template says so: in a bucket of this region, under
 * that key, in that version. What the run uploads itself is left out, and so are buckets that the template makes.
 */
export async function checkCode(
  { resources, region, stored }: Examined,
  { questions }: CheckPorts,
  { ask, matters }: Means,
): Promise<readonly Check[]> {
  const buckets = namesMade(resources, BUCKET, "BucketName");
  const uses = resources
    .flatMap(usesOf)
    .filter(
      ({ resource, properties, object: { bucket, key } }) =>
        matters(resource.key, "changed", properties) &&
        !buckets.has(bucket) &&
        !stored.some((place) => place.bucket === bucket && place.key === key),
    );
  const byBucket = [...Map.groupBy(uses, ({ object }) => object.bucket)];
  const found = await Promise.all(
    byBucket.map(([bucket, some]) => askedOf(bucket, some, questions.objects, ask)),
  );
  const isSure = !hasMaker(resources) && !hasUnknownName(resources, BUCKET, "BucketName");
  const checks = found.flat().flatMap(([use, state]) => judged(use, state, region));
  return isSure ? checks : checks.map(asWarning);
}

/** Whether the code is in a bucket that has the account's number in its name, as those of the CDK have. */
export function namesAccountsBucket(resource: KnownResource): boolean {
  return usesOf(resource).some(({ object: { bucket } }) => bucket.includes(ANYWHERE.account));
}

const BUCKET = "AWS::S3::Bucket";

function usesOf(resource: KnownResource): readonly Use[] {
  const where = CODE_PROPERTIES[resource.type];
  if (where === undefined) return [];
  const leaves = resource.leaves();
  const at = (name: string) => leaves.find((leaf) => leaf.at === `${where.property}.${name}`);
  const whole = /^s3:\/\/([^/]+)\/(.+)$/.exec(resource.text(where.property) ?? "");
  const [bucket, key] = [whole?.[1] ?? at(where.bucket)?.text, whole?.[2] ?? at(where.key)?.text];
  const version = at(where.version);
  // Of an object whose version only AWS knows, the newest one says nothing.
  if (bucket === undefined || key === undefined || (version !== undefined && version.text === undefined))
    return [];
  const object = { bucket, key, ...(version?.text === undefined ? {} : { version: version.text }) };
  const { property, becomes = property } = where;
  return [{ resource, property, properties: [property, becomes], object }];
}

async function askedOf(
  bucket: string,
  uses: readonly Use[],
  objects: Objects,
  ask: Ask,
): Promise<readonly (readonly [Use, CodeState])[]> {
  const isVersioned = uses.some(({ object }) => object.version !== undefined);
  const states = await ask(
    {
      what: `whether the code is in bucket ${bucket}`,
      permission: isVersioned ? "s3:ListBucketVersions or s3:ListBucket" : "s3:ListBucket",
      resources: uses.map(({ resource }) => resource.key),
      when: "changed",
      properties: [...new Set(uses.flatMap(({ properties }) => properties))],
    },
    (signal) =>
      objects.find(
        uses.map(({ object }) => object),
        signal,
      ),
  );
  return (states ?? []).flatMap((state, index) => {
    const use = uses[index];
    return use === undefined ? [] : [[use, state] as const];
  });
}

/**
 * Lambda quotas, "Deployment package": 250 MB unzipped; 50 MB zipped only for what is uploaded directly. A zip that is
 * larger than that hardly unzips to less, but could.
 */
const MOST_BYTES = 250 * 1024 * 1024;

function judged(
  { resource, property, properties, object }: Use,
  state: CodeState,
  region: string,
): readonly Check[] {
  const check = (message: string, more: Pick<Check, "mayBeMade"> = {}): Check => ({
    ...{ resources: [resource.key], when: "changed", properties, ...more },
    finding: findingAt(resource, property, message),
  });
  const { bucket, key, version } = object;
  const put = "Put the code there before the deploy.";
  switch (state.kind) {
    case "no-bucket":
      return [check(`There is no bucket ${bucket}, where its code is to be. ${put}`, { mayBeMade: true })];
    case "no-object":
      return [check(`There is no ${key} in bucket ${bucket}. ${put}`, { mayBeMade: true })];
    case "no-version":
      return [
        check(`Of ${key} in bucket ${bucket} there is no version ${version}. ${put}`, { mayBeMade: true }),
      ];
    case "elsewhere":
      return [
        check(
          `Bucket ${bucket} is in ${state.region ?? "another region"}: Lambda takes code from buckets of its own region, ${region}, only.`,
        ),
      ];
    case "there":
      return (state.bytes ?? 0) > MOST_BYTES
        ? [
            asWarning(
              check(
                `${key} in bucket ${bucket} has ${megabytes(state.bytes ?? 0)}: Lambda takes 250 MB, unzipped.`,
              ),
            ),
          ]
        : [];
  }
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`;
}
