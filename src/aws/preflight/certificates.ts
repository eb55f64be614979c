import type { Certificate, Certificates } from "../../ports/preflight.ts";
import { arnParts } from "../../stack/console.ts";
import { type ClientOptions, clientSettings, lazily } from "../client.ts";
import { required } from "../decode.ts";
import { isNamed } from "../errorName.ts";
import { forEachOf } from "./each.ts";

/** Certificates, each asked for in the region that its ARN names. The client is loaded with the first call. */
export function openCertificates(options: ClientOptions): Certificates {
  const ask = lazily("Certificate Manager", () => import("../sdk/acm.ts"));
  return {
    find: (arns, signal) =>
      ask("ask for the certificates", async (sdk) => {
        const regions = [...new Set(arns.map((arn) => arnParts(arn).region))];
        const clients = new Map(
          regions.map((region) => [region, new sdk.ACMClient(clientSettings({ ...options, region }))]),
        );
        const found = await forEachOf(arns, async (arn): Promise<Certificate | undefined> => {
          const client = required(clients.get(arnParts(arn).region), "a region");
          try {
            const command = new sdk.DescribeCertificateCommand({ CertificateArn: arn });
            const { Certificate: certificate } = await client.send(command, { abortSignal: signal });
            return { arn, status: required(certificate?.Status, "Status") };
          } catch (error) {
            if (isNamed(error, "ResourceNotFound")) return undefined;
            throw error;
          }
        });
        return found.filter((certificate) => certificate !== undefined);
      }),
  };
}
