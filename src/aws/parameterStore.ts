import type { ParameterStore, StoredParameter } from "../ports/aws.ts";
import { type ClientOptions, clientSettings } from "./client.ts";
import { asking } from "./errors.ts";

/** The API's limit for the names of one request (GetParameters). */
const NAMES_A_REQUEST = 10;

/** SSM's parameters, as a dynamic reference reads them. The client is loaded with the first call: few templates need it. */
export function openParameterStore(options: ClientOptions): ParameterStore {
  return {
    read: (names) =>
      asking(
        `read SSM parameters ${names.join(", ")}`,
        async () => {
          const sdk = await import("./sdk/ssm.ts");
          const client = new sdk.SSMClient(clientSettings(options));
          const found: StoredParameter[] = [];
          for (let start = 0; start < names.length; start += NAMES_A_REQUEST) {
            const command = new sdk.GetParametersCommand({
              Names: names.slice(start, start + NAMES_A_REQUEST),
            });
            for (const parameter of (await client.send(command)).Parameters ?? []) {
              const { Name: name = "", Version: version = 0, Value: value = "" } = parameter;
              found.push({ name, version, value });
            }
          }
          return found;
        },
        "SSM",
      ),
  };
}
