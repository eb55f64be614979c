/** A JSON value: what a template is, whatever it was written in. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Steps from the root of a document to a node: object keys and array indexes. */
export type JsonPath = readonly (string | number)[];

/** A place in a file of the workspace; line and column count from 1. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Something found in the user's files or by a check, worth a line to a person. */
export interface Finding {
  readonly level: "error" | "warning" | "notice";
  /** What is wrong and what would be right, one sentence or two. */
  readonly message: string;
  readonly location?: Location;
  /** The resource it is about, if it is about one. */
  readonly logicalId?: string;
  /** Of a syntax error: the source line with a caret under the place. */
  readonly excerpt?: string;
}

/** A template as far as it is compared and evaluated. */
export interface ReadTemplate {
  readonly value: JsonObject;
  /**
   * How a number at `path` is spelled where JavaScript would write it differently (`8.0`, `15.10`, an integer past
   * 2^53), `undefined` otherwise. It is sent as it was written, so that CloudFormation sees what the author wrote; two
   * spellings of one number are two texts to it.
   */
  readonly spelling?: ((path: JsonPath) => string | undefined) | undefined;
}

/** A parsed template file with the place of every node. */
export interface SourceTemplate extends ReadTemplate {
  readonly file: string;
  /** The place of the node at `path`, or of its nearest ancestor that has one. */
  readonly locate: (path: JsonPath) => Location;
  /** Warnings and notices of the reading itself: values that are not read the way they look. */
  readonly findings?: readonly Finding[];
}

/** A parameter as the template declares it (CloudFormation's `Parameters` section). */
export interface DeclaredParameter {
  readonly name: string;
  /** `String`, `Number`, `CommaDelimitedList`, `List<…>`, `AWS::EC2::Subnet::Id`, `AWS::SSM::Parameter::Value<…>`, … */
  readonly type: string;
  readonly default?: string;
  readonly noEcho: boolean;
  readonly description?: string;
  readonly constraintDescription?: string;
  readonly allowedValues?: readonly string[];
  readonly allowedPattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minValue?: number;
  readonly maxValue?: number;
}

/** A value that the user gave, or the wish to keep the stack's present one (the AWS CLI's `UsePreviousValue`). */
export type GivenValue = { readonly kind: "value"; readonly value: string } | { readonly kind: "previous" };

/** Parameter and tag assignments of one place: an input or a file. Later places win over earlier ones. */
export interface Assignments {
  /** Where they come from, for messages: `parameters` or a file's path. */
  readonly origin: string;
  readonly values: ReadonlyMap<string, GivenValue>;
  /** Where each name is given; in an input, the line and column count in the input's text. */
  readonly places?: ReadonlyMap<string, Location>;
  /** Not all of it could be read: a name that nobody declares may be a part of a value. */
  readonly isBroken?: true;
}

/** A parameter as it will be sent with the change set. */
export interface ResolvedParameter {
  readonly name: string;
  readonly noEcho: boolean;
  /**
   * `given`: named by the user; `suffix`: from environment-suffix; `previous`: kept; `default`: the template's;
   * `subnet`: the zone of a subnet, as EC2 has it.
   */
  readonly source: "given" | "suffix" | "previous" | "default" | "subnet";
  /** Of a zone: the parameter that names the subnet. */
  readonly zoneOf?: string;
  /** Absent for `previous`, where AWS keeps the value. */
  readonly value?: string;
}

/** A template ready for CloudFormation. */
export interface RenderedTemplate extends ReadTemplate {
  /** The template's path in the workspace, or `<name> (bundled)`. */
  readonly file: string;
  /** Canonical minified JSON of `value`: what is sent to CloudFormation. */
  readonly body: string;
  readonly parameters: readonly DeclaredParameter[];
  /** Warnings and notices about the template; errors are thrown. */
  readonly findings: readonly Finding[];
  readonly locate: (path: JsonPath) => Location;
}
