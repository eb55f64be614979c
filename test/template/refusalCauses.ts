/** Why CloudFormation refuses a template, too: what it says, and our messages that mean the same. */
export interface Cause {
  readonly title: string;
  readonly says: string;
  readonly messages: RegExp;
}

/** Every message that a public template was refused with has one of these causes. */
export const CAUSES: readonly Cause[] = [
  {
    title: "The file is no JSON or YAML document",
    says: "Template format error: JSON not well-formed. / YAML not well-formed.",
    messages:
      /^Trailing comma|^A second YAML document|^Implicit map keys|must be a mapping with a Resources section|^This file is not a template/,
  },
  {
    title: "A tag or a function does not exist",
    says: "Template format error: YAML not well-formed. / Template contains unsupported functions",
    messages: /is not a CloudFormation function|does not support the tag/,
  },
  {
    title: "It refers to what is not there",
    says: "Template format error: Unresolved resource dependencies […] in the Resources block of the template",
    messages:
      /which is not a (?:parameter|resource)|which is not under|^Mapping \S+ has no|can refer to parameters only|a name has letters, digits/,
  },
  {
    title: "A name has characters that names cannot have",
    says: "Template format error: Resource name … is non alphanumeric.",
    messages: /a logical id has letters and digits only|a name has letters and digits only/,
  },
  {
    title: "The version is not the one that there is",
    says: "Template format error: unsupported value for AWSTemplateFormatVersion.",
    messages: /AWSTemplateFormatVersion has one valid value/,
  },
  {
    title: "It has no resources",
    says: "Template format error: At least one Resources member must be defined.",
    messages: /Resources is empty|has no Resources section/,
  },
  {
    title: "A section or an attribute does not exist",
    says: "Template format error: Invalid template property or properties […] / Invalid template resource property",
    messages: /is not a section of a template|has the unknown attribute/,
  },
  {
    title: "A resource is none",
    says: "Template format error: [/Resources/…] Every Resources object must contain a Type member. / Unrecognized resource types",
    messages:
      /has no Type\.$|must be a mapping with a Type|has the Type "|The Type of resource|The Properties of resource|both a parameter and a resource/,
  },
  {
    title: "A parameter is none",
    says: "Template format error: Unrecognized parameter type: … / Every Parameters object must contain a Type member.",
    messages: /has the unknown type|has no Type; write|of parameter \S+ must be/,
  },
  {
    title: "An output is none",
    says: "Template format error: Every Outputs member must contain a Value object / must be a string",
    messages: /^Output \S+ (?:has no Value|must be)|^The (?:Value|Export) of output/,
  },
  {
    title: "A mapping is none",
    says: "Template format error: Every Mappings attribute must be a String or a List.",
    messages: /of mapping \S+ must be text or a list|^(?:Mapping|Key) \S+ .*must hold/,
  },
  {
    title: "Something has no value",
    says: "[/…] 'null' values are not allowed in templates",
    messages: /has no value \(null\)/,
  },
  {
    title: "A function has other arguments than it takes",
    says: "Template error: every Fn::… object requires …",
    messages: /^Fn::\S+ takes/,
  },
  {
    title: "A policy is not one of those that there are",
    says: "Template format error: Unrecognized DeletionPolicy … for resource …",
    messages: /^The (?:DeletionPolicy|UpdateReplacePolicy) of/,
  },
  {
    title: "Resources wait for each other",
    says: "Circular dependency between resources: […]",
    messages: /^Circular (?:dependency|condition)/,
  },
  {
    title: "Aliases multiply",
    says: "Template error: YAML aliases are not allowed in CloudFormation templates",
    messages: /holds more than 250,000 values/,
  },
];
