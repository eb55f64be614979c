import type { Done, StepScene } from "../jobs/steps.ts";
import { subjectOf } from "../rights.ts";
import { credentialsOf, isTrusted } from "../roles.ts";
import { knownInputs } from "./knownInputs.ts";

/**
 * aws-actions/configure-aws-credentials with OpenID Connect: credentials of the role for the steps after it, where the
 * job has an identity and the role's trust policy takes it.
 */
export async function configureAwsCredentials(scene: StepScene): Promise<Done> {
  const { inputs, rights, settings, stage, event, environment } = scene;
  const names = ["role-to-assume", "aws-region", "role-duration-seconds", "role-session-name"];
  knownInputs("aws-actions/configure-aws-credentials", inputs, names);
  const { "role-to-assume": arn = "", "aws-region": region = "" } = inputs;
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) return failed(`Region is not valid: ${region}`);
  if (arn === "" || !rights.hasIdentity) {
    const why = "Could not load credentials from any providers";
    return failed(`Credentials could not be loaded, please check your action inputs: ${why}`);
  }
  const role = settings.roles.find((candidate) => candidate.arn === arn);
  const subject = subjectOf(stage.repository.fullName, event, environment);
  if (role === undefined || !isTrusted(role, subject)) {
    const refused = "Not authorized to perform sts:AssumeRoleWithWebIdentity";
    return failed(`Could not assume role with OIDC: ${refused} (${arn}, ${subject})`);
  }
  const credentials = credentialsOf(role);
  return {
    conclusion: "success",
    text: `Assumed ${arn} as ${subject}\n`,
    exported: {
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_SESSION_TOKEN: credentials.sessionToken,
    },
  };
}

function failed(message: string): Done {
  return { conclusion: "failure", text: `Error: ${message}\n` };
}
