/** Where a type of resource names code in S3: `Code.S3Bucket`, or a whole place as `s3://bucket/key`. */
export interface CodeProperty {
  readonly property: string;
  readonly bucket: string;
  readonly key: string;
  readonly version: string;
  /** What a change set calls the property, where the type is made into another one. */
  readonly becomes?: string;
}

/** As in CloudFormation's template reference, and SAM's: there `CodeUri` is a text or an object. */
export const CODE_PROPERTIES: Readonly<Record<string, CodeProperty>> = {
  "AWS::Lambda::Function": {
    property: "Code",
    bucket: "S3Bucket",
    key: "S3Key",
    version: "S3ObjectVersion",
  },
  "AWS::Lambda::LayerVersion": {
    property: "Content",
    bucket: "S3Bucket",
    key: "S3Key",
    version: "S3ObjectVersion",
  },
  // A function of SAM's keeps its logical id in what it becomes; a layer gets another one.
  "AWS::Serverless::Function": {
    property: "CodeUri",
    bucket: "Bucket",
    key: "Key",
    version: "Version",
    becomes: "Code",
  },
};
