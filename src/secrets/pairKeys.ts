/**
 * Members that name the value beside them: lists of `{Name, Value}` are ECS's and CodeBuild's environments, tags, parameters,
 * options; Lightsail's are `{Variable, Value}`, CloudFront's `{HeaderName, HeaderValue}`.
 */
export const NAME_KEYS: readonly string[] = [
  ...["Name", "Key", "ParameterName", "ParameterKey", "OptionName", "HeaderName", "Variable"],
  ...["name", "key"],
];

/** Members that hold the value that another one names. */
export const VALUE_KEYS: ReadonlySet<string> = new Set([
  ...["Value", "ParameterValue", "StringValue", "HeaderValue", "value"],
]);
