import {
  type CloudFormation,
  type CloudFormationOptions,
  createCloudFormation,
} from "../cloudformation/core.ts";
import { createFaults, type Faults } from "../cloudformation/faults.ts";
import type { Place } from "../cloudformation/jobs/physical.ts";
import { type Account, createAccount } from "./account.ts";
import { handleAcm } from "./acm.ts";
import { type CallRate, callBudget } from "./call-budget.ts";
import { accessDenied, type CallFault, faultFor, throttled } from "./call-faults.ts";
import { type Clock, realClock } from "./clock.ts";
import { handleCloudWatch } from "./cloudwatch.ts";
import { handleEc2 } from "./ec2.ts";
import { handleEcr } from "./ecr.ts";
import { AwsError, ConnectionLost } from "./errors.ts";
import { handleIam } from "./iam.ts";
import { handleKms } from "./kms.ts";
import { createMoments, type Moments } from "./moments.ts";
import { PRODUCTS } from "./prices.data.ts";
import { handlePricing, type Product } from "./pricing.ts";
import type { OutputStructure, Params } from "./query.ts";
import { handleRds } from "./rds.ts";
import type { RecordedRequest } from "./requests.ts";
import { createObjects, type Objects } from "./s3.ts";
import { handleSecretsManager } from "./secrets-manager.ts";
import { handleServiceQuotas } from "./service-quotas.ts";
import { createSsm, type HandleSsm } from "./ssm.ts";
import { handleSts } from "./sts.ts";

export interface AwsOptions extends Partial<Omit<CloudFormationOptions, "faults" | "readObject">> {
  /** The time in milliseconds; instead of a clock. */
  readonly now?: () => number;
  /** What IAM lets the owner of an access key do; everything where this is left out. */
  readonly allows?: (accessKeyId: string, service: string, operation: string) => boolean;
  /** Another account or region that a signed request is for; none where it is for this one. */
  readonly elsewhere?: (accessKeyId: string, region: string) => Aws | undefined;
  /** How many calls of CloudFormation's the account may make; as many as it wants where this is left out. */
  readonly callRate?: CallRate;
}

/** The AWS services that a deploy talks to, in memory. */
export interface Aws {
  readonly cloudFormation: CloudFormation;
  readonly faults: Faults;
  readonly objects: Objects;
  readonly account: Account;
  /** Tags of the images in ECR's repositories. */
  readonly images: Map<string, readonly string[]>;
  /** What the price list has, of the region us-east-1. */
  readonly products: Product[];
  readonly ssm: HandleSsm;
  readonly place: Place;
  readonly clock: Clock;
  /** Every call so far, oldest first, failed ones included. */
  readonly requests: () => readonly RecordedRequest[];
  readonly forgetRequests: () => void;
  /** From now on the account may make so many calls of CloudFormation's; without a rate as many as it wants. */
  readonly limitCalls: (rate?: CallRate) => void;
  /** Answers one call with faults applied; throws AwsError, or ConnectionLost where a connection would break. */
  readonly call: (service: string, operation: string, params: Params) => OutputStructure;
  /** The same for an edge that can do more than throw: it records, and leaves the fault to the caller. */
  readonly begin: (service: string, operation: string, params: unknown, accessKeyId?: string) => Begun;
  /** Does something at a request that comes over HTTP, and holds its answer for as long as that takes. */
  readonly on: Moments["on"];
  readonly moments: Pick<Moments, "come" | "errors">;
}

export interface Begun {
  readonly fault: CallFault | undefined;
  readonly record: RecordedRequest;
}

export function createAws(options: AwsOptions = {}): Aws {
  const clock = options.clock ?? (options.now ? { now: options.now } : realClock());
  const faults = createFaults();
  const objects = createObjects();
  const { region = "us-east-1", account = "123456789012", partition = "aws" } = options;
  const place = { region, account, partition };
  const images = new Map<string, readonly string[]>();
  const held = createAccount();
  const products = [...PRODUCTS];
  const isFilled = (type: string, name: string) =>
    type === "AWS::S3::Bucket" ? objects.isFilled(name) : (images.get(name) ?? []).length > 0;
  const readObject = objects.readUrl;
  const cloudFormation = createCloudFormation({ ...options, clock, faults, readObject, isFilled });
  const ssm = createSsm(cloudFormation.parameterStore);
  const requests: RecordedRequest[] = [];
  const moments = createMoments();
  let budget = options.callRate && callBudget(options.callRate);
  const begin: Aws["begin"] = (service, operation, params, accessKeyId) => {
    const by = accessKeyId === undefined ? {} : { accessKeyId };
    const record = { service, operation, at: clock.now(), params, ...by, outcome: "ok" };
    requests.push(record);
    const stack = stackNameIn(params);
    const call = { service, operation, account, ...(stack === undefined ? {} : { stack }) };
    if (accessKeyId !== undefined && options.allows?.(accessKeyId, service, operation) === false) {
      return { fault: accessDenied(call), record };
    }
    if (service === "cloudformation" && budget?.take(clock.now()) === false) {
      return { fault: throttled(), record };
    }
    return { fault: faultFor(faults, call), record };
  };
  const answer = (service: string, operation: string, params: Params) =>
    answerFor(service, operation, params, { cloudFormation, ssm, place, images, products, account: held });
  return {
    cloudFormation,
    faults,
    objects,
    images,
    account: held,
    products,
    ssm,
    place,
    clock,
    requests: () => requests,
    forgetRequests: () => void requests.splice(0),
    limitCalls: (rate) => {
      budget = rate && callBudget(rate);
    },
    begin,
    on: moments.on,
    moments,
    call: (service, operation, params) => {
      const { fault, record } = begin(service, operation, params);
      return recorded(record, () => withFault(fault, () => answer(service, operation, params)));
    },
  };
}

/** Runs what answers a call, and notes an error's code in its record. */
function recorded<T>(record: RecordedRequest, run: () => T): T {
  try {
    return run();
  } catch (error) {
    record.outcome =
      error instanceof AwsError || error instanceof ConnectionLost ? error.code : "InternalFailure";
    throw error;
  }
}

/** Routes a call to its service. */
export function answerFor(
  service: string,
  operation: string,
  params: Params,
  {
    cloudFormation,
    ssm,
    place,
    images,
    account,
    products,
  }: Pick<Aws, "cloudFormation" | "ssm" | "place" | "images" | "account" | "products">,
): OutputStructure {
  switch (service) {
    case "cloudformation":
      return cloudFormation.handle(operation, params);
    case "sts":
      return handleSts(operation, params, place);
    case "iam":
      return handleIam(operation, params, place, account);
    case "acm":
      return handleAcm(operation, params, account);
    case "servicequotas":
      return handleServiceQuotas(operation, params, account);
    case "kms":
      return handleKms(operation, params, account);
    case "ssm":
      return ssm(operation, params);
    case "secretsmanager":
      return handleSecretsManager(operation, params, cloudFormation.missingSecrets);
    case "pricing":
      return handlePricing(operation, params, products);
    case "rds":
      return handleRds(operation, params, { ...cloudFormation, quotas: account.databaseQuotas });
    case "ecr":
      return handleEcr(operation, params, images);
    case "monitoring":
      return handleCloudWatch(operation, params, cloudFormation.alarms.all());
    case "ec2":
      return handleEc2(operation, params, { ...place, cloudFormation }, account);
    default:
      throw new AwsError("UnknownService", `The sandbox has no service ${service}`, 404);
  }
}

/** The stack that a call is about, by name even when the call names its ARN. */
function stackNameIn(params: unknown): string | undefined {
  const given = (params as { StackName?: unknown } | undefined)?.StackName;
  if (typeof given !== "string") return undefined;
  return given.startsWith("arn:") ? given.split("/")[1] : given;
}

function withFault<T>(fault: CallFault | undefined, run: () => T): T {
  switch (fault?.kind) {
    case undefined:
    case "slow":
    case "left-out":
      return run();
    case "page":
      throw new ConnectionLost();
    case "error":
      throw fault.error;
    case "reset":
    case "hang":
      throw new ConnectionLost();
    case "lost-response":
      run();
      throw new ConnectionLost();
  }
}
