import type { Account } from "./account.ts";
import { AwsError } from "./errors.ts";
import { type OutputStructure, type Params, text } from "./query.ts";

/** Certificate Manager, as far as it tells whether a certificate is there and issued. */
export function handleAcm(operation: string, params: Params, { certificates }: Account): OutputStructure {
  if (operation !== "DescribeCertificate")
    throw new AwsError("UnknownOperationException", `ACM in the sandbox has no ${operation}`);
  const arn = text(params, "CertificateArn") ?? "";
  const status = certificates.get(arn) ?? "ISSUED";
  if (status === "gone")
    throw new AwsError("ResourceNotFoundException", `Could not find certificate ${arn}.`);
  return { Certificate: { CertificateArn: arn, Status: status } };
}
