export { DescribeSecretCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
