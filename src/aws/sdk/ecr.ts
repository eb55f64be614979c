export { ECRClient, ListImagesCommand } from "@aws-sdk/client-ecr";
