/** What a property that names something local is given. */
export interface Packaged {
  /** Dots lead into objects. */
  readonly property: string;
  /**
   * `zip`: a folder, or one file, becomes a zip; a zip stays as it is. `bundle`: a folder becomes a zip, a file stays as
   * it is. `file`: a file as it is; no folder.
   */
  readonly takes: "zip" | "bundle" | "file";
  /** What CloudFormation wants in its place: `s3://bucket/key`, or an object with these two names. */
  readonly wants: "s3-uri" | { readonly bucket: string; readonly key: string };
  readonly limit: Limit;
}

/** What a service takes at most. */
export interface Limit {
  readonly bytes: number;
  /** Whether it counts what is in a zip, or the object in the bucket. */
  readonly of: "contents" | "object";
  readonly service: string;
}

const KIB = 1024;
const MIB = KIB * KIB;

/** Lambda quotas, "Deployment package": 250 MB unzipped. The 50 MB zipped are for direct uploads, not for S3. */
const LAMBDA: Limit = { bytes: 250 * MIB, of: "contents", service: "AWS Lambda" };
/** S3 takes 5 GiB in one PutObject; of these services no smaller limit is documented. */
const S3: Limit = { bytes: 5 * KIB * MIB, of: "object", service: "Amazon S3" };
/** ImportRestApi: "The maximum size of the API definition file is 6MB". */
const REST_API: Limit = { bytes: 6 * MIB, of: "object", service: "Amazon API Gateway" };
/** Step Functions quotas, "Maximum state machine definition size". */
const STATES: Limit = { bytes: MIB, of: "object", service: "AWS Step Functions" };
/** AppSync quotas: schema document, resolver mapping template, resolver code. */
const SCHEMA: Limit = { bytes: MIB, of: "object", service: "AWS AppSync" };
const MAPPING: Limit = { bytes: 64 * KIB, of: "object", service: "AWS AppSync" };
const RESOLVER: Limit = { bytes: 32 * KIB, of: "object", service: "AWS AppSync" };
/** Elastic Beanstalk, "Create an application source bundle": at most 500 MB. */
const BEANSTALK: Limit = { bytes: 500 * MIB, of: "object", service: "AWS Elastic Beanstalk" };
/** Serverless Application Repository, CreateApplication: license and readme have a maximum size of 5 MB. */
const REPOSITORY: Limit = { bytes: 5 * MIB, of: "object", service: "the Serverless Application Repository" };

const CODE = { bucket: "S3Bucket", key: "S3Key" };
const PLACE = { bucket: "Bucket", key: "Key" };

const mappingTemplates: readonly Packaged[] = [
  { property: "RequestMappingTemplateS3Location", takes: "file", wants: "s3-uri", limit: MAPPING },
  { property: "ResponseMappingTemplateS3Location", takes: "file", wants: "s3-uri", limit: MAPPING },
  { property: "CodeS3Location", takes: "file", wants: "s3-uri", limit: RESOLVER },
];

/**
 * The properties whose local paths are uploaded, by resource type: those of `aws cloudformation package` (AWS CLI 1.46)
 * and of `sam package` (SAM CLI 1.170), but for container images, and for templates (nested.ts). A property that is
 * left out stays so: those commands then pack the template's whole folder for some types.
 */
export const PACKAGED: Readonly<Record<string, readonly Packaged[]>> = {
  "AWS::ApiGateway::RestApi": [{ property: "BodyS3Location", takes: "file", wants: PLACE, limit: REST_API }],
  "AWS::ApiGatewayV2::Api": [{ property: "BodyS3Location", takes: "file", wants: PLACE, limit: S3 }],
  "AWS::AppSync::FunctionConfiguration": mappingTemplates,
  "AWS::AppSync::GraphQLSchema": [
    { property: "DefinitionS3Location", takes: "file", wants: "s3-uri", limit: SCHEMA },
  ],
  "AWS::AppSync::Resolver": mappingTemplates,
  "AWS::CloudFormation::ModuleVersion": [
    { property: "ModulePackage", takes: "bundle", wants: "s3-uri", limit: S3 },
  ],
  "AWS::CloudFormation::ResourceVersion": [
    { property: "SchemaHandlerPackage", takes: "bundle", wants: "s3-uri", limit: S3 },
  ],
  "AWS::CodeCommit::Repository": [{ property: "Code.S3", takes: "zip", wants: PLACE, limit: S3 }],
  "AWS::ElasticBeanstalk::ApplicationVersion": [
    { property: "SourceBundle", takes: "bundle", wants: CODE, limit: BEANSTALK },
  ],
  "AWS::Glue::Job": [{ property: "Command.ScriptLocation", takes: "file", wants: "s3-uri", limit: S3 }],
  "AWS::Lambda::Function": [{ property: "Code", takes: "zip", wants: CODE, limit: LAMBDA }],
  "AWS::Lambda::LayerVersion": [{ property: "Content", takes: "zip", wants: CODE, limit: LAMBDA }],
  "AWS::Serverless::Api": [{ property: "DefinitionUri", takes: "file", wants: "s3-uri", limit: REST_API }],
  "AWS::Serverless::Function": [{ property: "CodeUri", takes: "zip", wants: "s3-uri", limit: LAMBDA }],
  "AWS::Serverless::GraphQLApi": [
    { property: "SchemaUri", takes: "file", wants: "s3-uri", limit: SCHEMA },
    // Of each resolver and function, at whatever depth.
    { property: "**.CodeUri", takes: "file", wants: "s3-uri", limit: RESOLVER },
  ],
  "AWS::Serverless::HttpApi": [{ property: "DefinitionUri", takes: "file", wants: "s3-uri", limit: S3 }],
  "AWS::Serverless::LayerVersion": [{ property: "ContentUri", takes: "zip", wants: "s3-uri", limit: LAMBDA }],
  "AWS::Serverless::StateMachine": [
    { property: "DefinitionUri", takes: "file", wants: PLACE, limit: STATES },
  ],
  "AWS::Serverless::WebFunction": [{ property: "CodeUri", takes: "zip", wants: "s3-uri", limit: LAMBDA }],
  "AWS::StepFunctions::StateMachine": [
    { property: "DefinitionS3Location", takes: "file", wants: PLACE, limit: STATES },
  ],
};

/** The same in the section `Metadata`, by its keys. */
export const PACKAGED_METADATA: Readonly<Record<string, readonly Packaged[]>> = {
  "AWS::ServerlessRepo::Application": [
    { property: "LicenseUrl", takes: "file", wants: "s3-uri", limit: REPOSITORY },
    { property: "ReadmeUrl", takes: "file", wants: "s3-uri", limit: REPOSITORY },
  ],
};

/** The types that SAM's section `Globals` gives such a property. */
export const PACKAGED_GLOBALS: Readonly<Record<string, string>> = {
  Api: "AWS::Serverless::Api",
  Function: "AWS::Serverless::Function",
};
