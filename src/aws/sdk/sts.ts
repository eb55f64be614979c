export { DecodeAuthorizationMessageCommand, STSClient } from "@aws-sdk/client-sts";
