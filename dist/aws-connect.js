import { COMPOSITE_ALARM, METRIC_ALARM, alarmName, arnParts, changeSetDelays, isMasked, poll, s3Object } from "./stack-recovery.js";
import { AwsSdkSigV4Signer, BinaryDecisionDiagram, Client, DEFAULT_RETRY_MODE, DefaultIdentityProviderConfig, EndpointCache, NODE_APP_ID_CONFIG_OPTIONS, NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, NODE_MAX_ATTEMPT_CONFIG_OPTIONS, NODE_REGION_CONFIG_FILE_OPTIONS, NODE_REGION_CONFIG_OPTIONS, NODE_RETRY_MODE_CONFIG_OPTIONS, NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, NoOpLogger, ServiceException, Sha256Node, awsEndpointFunctions, calculateBodyLength, createDefaultUserAgentProvider, customEndpointFunctions, decideEndpoint, emitWarningIfUnsupportedVersion, emitWarningIfUnsupportedVersion$1, fromBase64, getAwsRegionExtensionConfiguration, getContentLengthPlugin, getDefaultExtensionConfiguration, getEndpointPlugin, getHostHeaderPlugin, getHttpAuthSchemeEndpointRuleSetPlugin, getHttpHandlerExtensionConfiguration, getHttpSigningPlugin, getLoggerPlugin, getRecursionDetectionPlugin, getRetryPlugin, getSchemaSerdePlugin, getSmithyContext, getUserAgentPlugin, loadConfigsForDefaultMode, makeBuilder, normalizeProvider$1 as normalizeProvider, resolveAwsRegionExtensionConfiguration, resolveAwsSdkSigV4Config, resolveDefaultRuntimeConfig, resolveDefaultsModeConfig, resolveEndpointConfig, resolveHostHeaderConfig, resolveHttpHandlerRuntimeConfig, resolveRegionConfig, resolveRetryConfig, resolveUserAgentConfig, toBase64 } from "./smithy-core-Sha256Node.js";
import { getDefaultSocketTimeout } from "./aws-sdk-core-getDefaultSocketTimeout.js";
import { defaultProvider } from "./aws-sdk-credential-provider-node-defaultProvider.js";
import { loadConfig, parseUrl } from "./smithy-core-configLoader.js";
import { NodeHttpHandler, streamCollector } from "./smithy-node-http-handler-node-http-handler.js";
import { AwsQueryProtocol } from "./aws-sdk-core-AwsQueryProtocol.js";
import { TypeRegistry, fromUtf8, toUtf8 } from "./smithy-core-TypeRegistry.js";
import { ActionError } from "./errors.js";
import { DECODE_IT, DESCRIPTION_PREFIX, ServiceError, capabilityHint, decodedDenial, denialHint, denialIn, encodedDenial, hintFor, refusalOf, unlessCancelled, withDenial } from "./unlessCancelled.js";
import { NO_COVERAGE, coverageOf } from "./changes-drift.js";
import { createReadStream } from "node:fs";
import { createHash, randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";

// node_modules/@aws-sdk/client-cloudformation/dist-es/auth/httpAuthSchemeProvider.js
const defaultCloudFormationHttpAuthSchemeParametersProvider = async (config, context, input) => {
	return {
		operation: getSmithyContext(context).operation,
		region: await normalizeProvider(config.region)() || (() => {
			throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
		})()
	};
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
	return {
		schemeId: "aws.auth#sigv4",
		signingProperties: {
			name: "cloudformation",
			region: authParameters.region
		},
		propertiesExtractor: (config, context) => ({ signingProperties: {
			config,
			context
		} })
	};
}
const defaultCloudFormationHttpAuthSchemeProvider = (authParameters) => {
	const options = [];
	switch (authParameters.operation) {
		default: options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
	}
	return options;
};
const resolveHttpAuthSchemeConfig = (config) => {
	const config_0 = resolveAwsSdkSigV4Config(config);
	return Object.assign(config_0, { authSchemePreference: normalizeProvider(config.authSchemePreference ?? []) });
};

// node_modules/@aws-sdk/client-cloudformation/dist-es/endpoint/EndpointParameters.js
const resolveClientEndpointParameters = (options) => {
	return Object.assign(options, {
		useDualstackEndpoint: options.useDualstackEndpoint ?? false,
		useFipsEndpoint: options.useFipsEndpoint ?? false,
		defaultSigningName: "cloudformation"
	});
};
const commonParams = {
	UseFIPS: {
		type: "builtInParams",
		name: "useFipsEndpoint"
	},
	Endpoint: {
		type: "builtInParams",
		name: "endpoint"
	},
	Region: {
		type: "builtInParams",
		name: "region"
	},
	UseDualStack: {
		type: "builtInParams",
		name: "useDualstackEndpoint"
	}
};

// node_modules/@aws-sdk/client-cloudformation/package.json
var version = "3.1169.0";

// node_modules/@aws-sdk/client-cloudformation/dist-es/endpoint/bdd.js
const k = "ref";
const a = -1;
const b = true;
const c = "isSet";
const d = "PartitionResult";
const e = "booleanEquals";
const f = "getAttr";
const g = { [k]: "Endpoint" };
const h = { [k]: d };
const i = {};
const j = [{ [k]: "Region" }];
const _data = {
	conditions: [
		[c, [g]],
		[c, j],
		[
			"aws.partition",
			j,
			d
		],
		[e, [{ [k]: "UseFIPS" }, b]],
		[e, [{ [k]: "UseDualStack" }, b]],
		[e, [{
			fn: f,
			argv: [h, "supportsDualStack"]
		}, b]],
		[e, [{
			fn: f,
			argv: [h, "supportsFIPS"]
		}, b]],
		["stringEquals", [{
			fn: f,
			argv: [h, "name"]
		}, "aws-us-gov"]]
	],
	results: [
		[a],
		[a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
		[a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
		[g, i],
		["https://cloudformation-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
		[a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
		["https://cloudformation.{Region}.amazonaws.com", i],
		["https://cloudformation-fips.{Region}.{PartitionResult#dnsSuffix}", i],
		[a, "FIPS is enabled but this partition does not support FIPS"],
		["https://cloudformation.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
		[a, "DualStack is enabled but this partition does not support DualStack"],
		["https://cloudformation.{Region}.{PartitionResult#dnsSuffix}", i],
		[a, "Invalid Configuration: Missing Region"]
	]
};
const root = 2;
const nodes = new Int32Array([
	-1,
	1,
	-1,
	0,
	13,
	3,
	1,
	4,
	100000012,
	2,
	5,
	100000012,
	3,
	8,
	6,
	4,
	7,
	100000011,
	5,
	100000009,
	100000010,
	4,
	11,
	9,
	6,
	10,
	100000008,
	7,
	100000006,
	100000007,
	5,
	12,
	100000005,
	6,
	100000004,
	100000005,
	3,
	100000001,
	14,
	4,
	100000002,
	100000003
]);
const bdd = BinaryDecisionDiagram.from(nodes, root, _data.conditions, _data.results);

// node_modules/@aws-sdk/client-cloudformation/dist-es/endpoint/endpointResolver.js
const cache = new EndpointCache({
	size: 50,
	params: [
		"Endpoint",
		"Region",
		"UseDualStack",
		"UseFIPS"
	]
});
const defaultEndpointResolver = (endpointParams, context = {}) => {
	return cache.get(endpointParams, () => decideEndpoint(bdd, {
		endpointParams,
		logger: context.logger
	}));
};
customEndpointFunctions.aws = awsEndpointFunctions;

// node_modules/@aws-sdk/client-cloudformation/dist-es/models/CloudFormationServiceException.js
var CloudFormationServiceException = class CloudFormationServiceException extends ServiceException {
	static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.cloudformation#CloudFormationServiceException";
	constructor(options) {
		super(options);
		Object.setPrototypeOf(this, CloudFormationServiceException.prototype);
	}
};

// node_modules/@aws-sdk/client-cloudformation/dist-es/models/errors.js
var InvalidOperationException = class InvalidOperationException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#InvalidOperationException";
	name = "InvalidOperationException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "InvalidOperationException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidOperationException.prototype);
		this.Message = opts.Message;
	}
};
var OperationNotFoundException = class OperationNotFoundException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#OperationNotFoundException";
	name = "OperationNotFoundException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "OperationNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, OperationNotFoundException.prototype);
		this.Message = opts.Message;
	}
};
var CFNRegistryException = class CFNRegistryException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#CFNRegistryException";
	name = "CFNRegistryException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "CFNRegistryException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, CFNRegistryException.prototype);
		this.Message = opts.Message;
	}
};
var TypeNotFoundException = class TypeNotFoundException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#TypeNotFoundException";
	name = "TypeNotFoundException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "TypeNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, TypeNotFoundException.prototype);
		this.Message = opts.Message;
	}
};
var AlreadyExistsException = class AlreadyExistsException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#AlreadyExistsException";
	name = "AlreadyExistsException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "AlreadyExistsException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, AlreadyExistsException.prototype);
		this.Message = opts.Message;
	}
};
var TypeConfigurationNotFoundException = class TypeConfigurationNotFoundException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#TypeConfigurationNotFoundException";
	name = "TypeConfigurationNotFoundException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "TypeConfigurationNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, TypeConfigurationNotFoundException.prototype);
		this.Message = opts.Message;
	}
};
var TokenAlreadyExistsException = class TokenAlreadyExistsException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#TokenAlreadyExistsException";
	name = "TokenAlreadyExistsException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "TokenAlreadyExistsException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, TokenAlreadyExistsException.prototype);
		this.Message = opts.Message;
	}
};
var ChangeSetNotFoundException = class ChangeSetNotFoundException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#ChangeSetNotFoundException";
	name = "ChangeSetNotFoundException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "ChangeSetNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ChangeSetNotFoundException.prototype);
		this.Message = opts.Message;
	}
};
var InsufficientCapabilitiesException = class InsufficientCapabilitiesException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#InsufficientCapabilitiesException";
	name = "InsufficientCapabilitiesException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "InsufficientCapabilitiesException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InsufficientCapabilitiesException.prototype);
		this.Message = opts.Message;
	}
};
var LimitExceededException = class LimitExceededException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#LimitExceededException";
	name = "LimitExceededException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "LimitExceededException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, LimitExceededException.prototype);
		this.Message = opts.Message;
	}
};
var ConcurrentResourcesLimitExceededException = class ConcurrentResourcesLimitExceededException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#ConcurrentResourcesLimitExceededException";
	name = "ConcurrentResourcesLimitExceededException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "ConcurrentResourcesLimitExceededException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ConcurrentResourcesLimitExceededException.prototype);
		this.Message = opts.Message;
	}
};
var OperationIdAlreadyExistsException = class OperationIdAlreadyExistsException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#OperationIdAlreadyExistsException";
	name = "OperationIdAlreadyExistsException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "OperationIdAlreadyExistsException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, OperationIdAlreadyExistsException.prototype);
		this.Message = opts.Message;
	}
};
var OperationInProgressException = class OperationInProgressException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#OperationInProgressException";
	name = "OperationInProgressException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "OperationInProgressException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, OperationInProgressException.prototype);
		this.Message = opts.Message;
	}
};
var StackSetNotFoundException = class StackSetNotFoundException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#StackSetNotFoundException";
	name = "StackSetNotFoundException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "StackSetNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, StackSetNotFoundException.prototype);
		this.Message = opts.Message;
	}
};
var StaleRequestException = class StaleRequestException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#StaleRequestException";
	name = "StaleRequestException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "StaleRequestException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, StaleRequestException.prototype);
		this.Message = opts.Message;
	}
};
var CreatedButModifiedException = class CreatedButModifiedException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#CreatedButModifiedException";
	name = "CreatedButModifiedException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "CreatedButModifiedException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, CreatedButModifiedException.prototype);
		this.Message = opts.Message;
	}
};
var NameAlreadyExistsException = class NameAlreadyExistsException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#NameAlreadyExistsException";
	name = "NameAlreadyExistsException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "NameAlreadyExistsException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, NameAlreadyExistsException.prototype);
		this.Message = opts.Message;
	}
};
var InvalidChangeSetStatusException = class InvalidChangeSetStatusException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#InvalidChangeSetStatusException";
	name = "InvalidChangeSetStatusException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "InvalidChangeSetStatusException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidChangeSetStatusException.prototype);
		this.Message = opts.Message;
	}
};
var GeneratedTemplateNotFoundException = class GeneratedTemplateNotFoundException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#GeneratedTemplateNotFoundException";
	name = "GeneratedTemplateNotFoundException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "GeneratedTemplateNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, GeneratedTemplateNotFoundException.prototype);
		this.Message = opts.Message;
	}
};
var StackSetNotEmptyException = class StackSetNotEmptyException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#StackSetNotEmptyException";
	name = "StackSetNotEmptyException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "StackSetNotEmptyException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, StackSetNotEmptyException.prototype);
		this.Message = opts.Message;
	}
};
var ResourceScanNotFoundException = class ResourceScanNotFoundException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#ResourceScanNotFoundException";
	name = "ResourceScanNotFoundException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "ResourceScanNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ResourceScanNotFoundException.prototype);
		this.Message = opts.Message;
	}
};
var StackInstanceNotFoundException = class StackInstanceNotFoundException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#StackInstanceNotFoundException";
	name = "StackInstanceNotFoundException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "StackInstanceNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, StackInstanceNotFoundException.prototype);
		this.Message = opts.Message;
	}
};
var StackRefactorNotFoundException = class StackRefactorNotFoundException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#StackRefactorNotFoundException";
	name = "StackRefactorNotFoundException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "StackRefactorNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, StackRefactorNotFoundException.prototype);
		this.Message = opts.Message;
	}
};
var HookResultNotFoundException = class HookResultNotFoundException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#HookResultNotFoundException";
	name = "HookResultNotFoundException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "HookResultNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, HookResultNotFoundException.prototype);
		this.Message = opts.Message;
	}
};
var StackNotFoundException = class StackNotFoundException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#StackNotFoundException";
	name = "StackNotFoundException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "StackNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, StackNotFoundException.prototype);
		this.Message = opts.Message;
	}
};
var ResourceScanInProgressException = class ResourceScanInProgressException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#ResourceScanInProgressException";
	name = "ResourceScanInProgressException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "ResourceScanInProgressException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ResourceScanInProgressException.prototype);
		this.Message = opts.Message;
	}
};
var InvalidStateTransitionException = class InvalidStateTransitionException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#InvalidStateTransitionException";
	name = "InvalidStateTransitionException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "InvalidStateTransitionException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidStateTransitionException.prototype);
		this.Message = opts.Message;
	}
};
var OperationStatusCheckFailedException = class OperationStatusCheckFailedException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#OperationStatusCheckFailedException";
	name = "OperationStatusCheckFailedException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "OperationStatusCheckFailedException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, OperationStatusCheckFailedException.prototype);
		this.Message = opts.Message;
	}
};
var ResourceScanLimitExceededException = class ResourceScanLimitExceededException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#ResourceScanLimitExceededException";
	name = "ResourceScanLimitExceededException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "ResourceScanLimitExceededException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ResourceScanLimitExceededException.prototype);
		this.Message = opts.Message;
	}
};

// node_modules/@aws-sdk/client-cloudformation/dist-es/schemas/schemas_0.js
const _A = "Arn";
const _AC = "AfterContext";
const _ACT = "AttributeChangeType";
const _AEE = "AlreadyExistsException";
const _ALn = "AnnotationList";
const _AN = "AnnotationName";
const _ANl = "AliasName";
const _AP = "ActualProperties";
const _AV = "ActualValue";
const _AVF = "AfterValueFrom";
const _AVf = "AfterValue";
const _Act = "Action";
const _An = "Annotation";
const _Ann = "Annotations";
const _At = "Attribute";
const _BC = "BeforeContext";
const _BV = "BeforeValue";
const _BVF = "BeforeValueFrom";
const _C = "Change";
const _CBME = "CreatedButModifiedException";
const _CCS = "CreateChangeSet";
const _CCSI = "CreateChangeSetInput";
const _CCSO = "CreateChangeSetOutput";
const _CE = "CausingEntity";
const _CFNRE = "CFNRegistryException";
const _CRLEE = "ConcurrentResourcesLimitExceededException";
const _CRT = "ClientRequestToken";
const _CSI = "ChangeSetId";
const _CSN = "ChangeSetName";
const _CSNFE = "ChangeSetNotFoundException";
const _CSS = "ChangeSetSummary";
const _CSSh = "ChangeSetSummaries";
const _CST = "ChangeSetType";
const _CSh = "ChangeSource";
const _CT = "CreationTime";
const _CTl = "ClientToken";
const _Ca = "Capabilities";
const _Ch = "Changes";
const _D = "Description";
const _DC = "DeploymentConfig";
const _DCS = "DeleteChangeSet";
const _DCSI = "DeleteChangeSetInput";
const _DCSIe = "DescribeChangeSetInput";
const _DCSO = "DeleteChangeSetOutput";
const _DCSOe = "DescribeChangeSetOutput";
const _DCSe = "DescribeChangeSet";
const _DDT = "DriftDetectionTimestamp";
const _DE = "DescribeEvents";
const _DEI = "DescribeEventsInput";
const _DEO = "DescribeEventsOutput";
const _DI = "DriftInformation";
const _DM = "DeploymentMode";
const _DMe = "DeletionMode";
const _DR = "DisableRollback";
const _DS = "DetectionStatus";
const _DSD = "DetectStackDrift";
const _DSDDS = "DescribeStackDriftDetectionStatus";
const _DSDDSI = "DescribeStackDriftDetectionStatusInput";
const _DSDDSO = "DescribeStackDriftDetectionStatusOutput";
const _DSDI = "DetectStackDriftInput";
const _DSDO = "DetectStackDriftOutput";
const _DSE = "DescribeStackEvents";
const _DSEI = "DescribeStackEventsInput";
const _DSEO = "DescribeStackEventsOutput";
const _DSI = "DeleteStackInput";
const _DSIe = "DescribeStacksInput";
const _DSO = "DescribeStacksOutput";
const _DSR = "DetectionStatusReason";
const _DSRC = "DriftedStackResourceCount";
const _DSRD = "DescribeStackResourceDrifts";
const _DSRDI = "DescribeStackResourceDriftsInput";
const _DSRDO = "DescribeStackResourceDriftsOutput";
const _DSRr = "DriftStatusReason";
const _DSel = "DeleteStack";
const _DSes = "DescribeStacks";
const _DSet = "DetailedStatus";
const _DTel = "DeletionTime";
const _DTi = "DifferenceType";
const _DV = "DisableValidation";
const _De = "Details";
const _Dr = "Drift";
const _ECS = "ExecuteChangeSet";
const _ECSI = "ExecuteChangeSetInput";
const _ECSO = "ExecuteChangeSetOutput";
const _EF = "EventFilter";
const _EI = "EventId";
const _EN = "ExportName";
const _EP = "ExpectedProperties";
const _ES = "ExecutionStatus";
const _ET = "EndTime";
const _ETP = "EnableTerminationProtection";
const _ETv = "EventType";
const _EV = "ExpectedValue";
const _Ev = "Evaluation";
const _F = "Filters";
const _FE = "FailedEvents";
const _FM = "FailureMode";
const _GHR = "GetHookResult";
const _GHRI = "GetHookResultInput";
const _GHRO = "GetHookResultOutput";
const _GT = "GetTemplate";
const _GTIe = "GetTemplateInput";
const _GTNFE = "GeneratedTemplateNotFoundException";
const _GTO = "GetTemplateOutput";
const _HET = "HookExecutionTarget";
const _HFM = "HookFailureMode";
const _HIC = "HookInvocationCount";
const _HII = "HookInvocationId";
const _HIP = "HookInvocationPoint";
const _HR = "HookResults";
const _HRI = "HookResultId";
const _HRNFE = "HookResultNotFoundException";
const _HRS = "HookResultSummary";
const _HRSo = "HookResultSummaries";
const _HS = "HookStatus";
const _HSR = "HookStatusReason";
const _HT = "HookTarget";
const _HTo = "HookType";
const _I = "Id";
const _IAn = "InvokedAt";
const _ICE = "InsufficientCapabilitiesException";
const _ICSSE = "InvalidChangeSetStatusException";
const _IER = "ImportExistingResources";
const _INS = "IncludeNestedStacks";
const _IOE = "InvalidOperationException";
const _IP = "InvocationPoint";
const _IPV = "IncludePropertyValues";
const _ISTE = "InvalidStateTransitionException";
const _Im = "Imports";
const _K = "Key";
const _LCS = "ListChangeSets";
const _LCSI = "ListChangeSetsInput";
const _LCSO = "ListChangeSetsOutput";
const _LCT = "LastCheckTimestamp";
const _LEE = "LimitExceededException";
const _LHR = "ListHookResults";
const _LHRI = "ListHookResultsInput";
const _LHRO = "ListHookResultsOutput";
const _LI = "ListImports";
const _LIH = "LogicalIdHierarchy";
const _LII = "ListImportsInput";
const _LIO = "ListImportsOutput";
const _LO = "LastOperations";
const _LRD = "LiveResourceDrift";
const _LRI = "LogicalResourceId";
const _LRIo = "LogicalResourceIds";
const _LSRIi = "ListStackResourcesInput";
const _LSROi = "ListStackResourcesOutput";
const _LSRi = "ListStackResources";
const _LUT = "LastUpdatedTime";
const _LUTa = "LastUpdatedTimestamp";
const _M = "Message";
const _MI = "ModuleInfo";
const _MR = "MaxResults";
const _MTIM = "MonitoringTimeInMinutes";
const _Mo = "Mode";
const _N = "Name";
const _NAEE = "NameAlreadyExistsException";
const _NARN = "NotificationARNs";
const _NT = "NextToken";
const _O = "Output";
const _OE = "OperationEvents";
const _OEp = "OperationEntry";
const _OEpe = "OperationEvent";
const _OI = "OperationId";
const _OIAEE = "OperationIdAlreadyExistsException";
const _OIPE = "OperationInProgressException";
const _OK = "OutputKey";
const _ONFE = "OperationNotFoundException";
const _OS = "OperationStatus";
const _OSCFE = "OperationStatusCheckFailedException";
const _OSF = "OnStackFailure";
const _OT = "OperationType";
const _OTN = "OriginalTypeName";
const _OV = "OutputValue";
const _Ou = "Outputs";
const _P = "Parameters";
const _PA = "PolicyAction";
const _PCSI = "ParentChangeSetId";
const _PDC = "PreviousDeploymentContext";
const _PDr = "PropertyDifference";
const _PDro = "PropertyDifferences";
const _PIa = "ParentId";
const _PK = "ParameterKey";
const _PPr = "PropertyPath";
const _PRI = "PhysicalResourceId";
const _PRIC = "PhysicalResourceIdContext";
const _PRICKVP = "PhysicalResourceIdContextKeyValuePair";
const _PV = "PreviousValue";
const _PVa = "ParameterValue";
const _Pa = "Parameter";
const _Pat = "Path";
const _RARN = "RoleARN";
const _RC = "ResourceChange";
const _RCD = "ResourceChangeDetail";
const _RCDe = "ResourceChangeDetails";
const _RCSI = "RootChangeSetId";
const _RCo = "RollbackConfiguration";
const _RDIA = "ResourceDriftIgnoredAttributes";
const _RDIAe = "ResourceDriftIgnoredAttribute";
const _RDS = "ResourceDriftStatus";
const _REOC = "RetainExceptOnCreate";
const _RI = "ResourceIdentifier";
const _RIo = "RootId";
const _RL = "RemediationLink";
const _RM = "RemediationMessage";
const _RP = "ResourceProperties";
const _RR = "RetainResources";
const _RReq = "RequiresRecreation";
const _RSIPE = "ResourceScanInProgressException";
const _RSLEE = "ResourceScanLimitExceededException";
const _RSNFE = "ResourceScanNotFoundException";
const _RSR = "ResourceStatusReason";
const _RSes = "ResourceStatus";
const _RT = "ResourceType";
const _RTDe = "ResourceTargetDefinition";
const _RTI = "ResourcesToImport";
const _RTIes = "ResourceToImport";
const _RTe = "ResourceTypes";
const _RTo = "RollbackTriggers";
const _RTol = "RollbackTrigger";
const _RV = "ResolvedValue";
const _Rea = "Reason";
const _Rep = "Replacement";
const _S = "Status";
const _SA = "StagesAvailable";
const _SDDI = "StackDriftDetectionId";
const _SDI = "StackDriftInformation";
const _SDS = "StackDriftStatus";
const _SE = "StackEvents";
const _SEt = "StackEvent";
const _SI = "StackId";
const _SINFE = "StackInstanceNotFoundException";
const _SL = "SeverityLevel";
const _SM = "StatusMessage";
const _SN = "StackName";
const _SNFE = "StackNotFoundException";
const _SR = "StatusReason";
const _SRD = "StackResourceDrifts";
const _SRDIS = "StackResourceDriftInformationSummary";
const _SRDS = "StackResourceDriftStatus";
const _SRDSF = "StackResourceDriftStatusFilters";
const _SRDta = "StackResourceDrift";
const _SRE = "StaleRequestException";
const _SRNFE = "StackRefactorNotFoundException";
const _SRSt = "StackResourceSummaries";
const _SRStac = "StackResourceSummary";
const _SSNEE = "StackSetNotEmptyException";
const _SSNFE = "StackSetNotFoundException";
const _SSR = "StackStatusReason";
const _SSta = "StackStatus";
const _ST = "StartTime";
const _Sco = "Scope";
const _St = "Stacks";
const _Sta = "Stack";
const _Su = "Summaries";
const _T = "Type";
const _TA = "TypeArn";
const _TAEE = "TokenAlreadyExistsException";
const _TB = "TemplateBody";
const _TCNFE = "TypeConfigurationNotFoundException";
const _TCVI = "TypeConfigurationVersionId";
const _TH = "TypeHierarchy";
const _TI = "TargetId";
const _TIM = "TimeoutInMinutes";
const _TN = "TypeName";
const _TNFE = "TypeNotFoundException";
const _TS = "TemplateStage";
const _TT = "TargetType";
const _TTN = "TargetTypeName";
const _TURL = "TemplateURL";
const _TVI = "TypeVersionId";
const _Ta = "Tags";
const _Tag = "Tag";
const _Tar = "Target";
const _Ti = "Timestamp";
const _UPT = "UsePreviousTemplate";
const _UPV = "UsePreviousValue";
const _UTP = "UpdateTerminationProtection";
const _UTPI = "UpdateTerminationProtectionInput";
const _UTPO = "UpdateTerminationProtectionOutput";
const _V = "Value";
const _VFM = "ValidationFailureMode";
const _VN = "ValidationName";
const _VP = "ValidationPath";
const _VS = "ValidationStatus";
const _VSR = "ValidationStatusReason";
const _aQE = "awsQueryError";
const _c = "client";
const _e = "error";
const _hE = "httpError";
const _s = "smithy.ts.sdk.synthetic.com.amazonaws.cloudformation";
const n0 = "com.amazonaws.cloudformation";
const _s_registry = new TypeRegistry(_s);
var CloudFormationServiceException$ = [
	-3,
	_s,
	"CloudFormationServiceException",
	0,
	[],
	[]
];
_s_registry.registerError(CloudFormationServiceException$, CloudFormationServiceException);
const n0_registry = new TypeRegistry(n0);
var AlreadyExistsException$ = [
	-3,
	n0,
	_AEE,
	{
		[_aQE]: [`AlreadyExistsException`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(AlreadyExistsException$, AlreadyExistsException);
var CFNRegistryException$ = [
	-3,
	n0,
	_CFNRE,
	{
		[_aQE]: [`CFNRegistryException`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(CFNRegistryException$, CFNRegistryException);
var ChangeSetNotFoundException$ = [
	-3,
	n0,
	_CSNFE,
	{
		[_aQE]: [`ChangeSetNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_M],
	[0]
];
n0_registry.registerError(ChangeSetNotFoundException$, ChangeSetNotFoundException);
var ConcurrentResourcesLimitExceededException$ = [
	-3,
	n0,
	_CRLEE,
	{
		[_aQE]: [`ConcurrentResourcesLimitExceeded`, 429],
		[_e]: _c,
		[_hE]: 429
	},
	[_M],
	[0]
];
n0_registry.registerError(ConcurrentResourcesLimitExceededException$, ConcurrentResourcesLimitExceededException);
var CreatedButModifiedException$ = [
	-3,
	n0,
	_CBME,
	{
		[_aQE]: [`CreatedButModifiedException`, 409],
		[_e]: _c,
		[_hE]: 409
	},
	[_M],
	[0]
];
n0_registry.registerError(CreatedButModifiedException$, CreatedButModifiedException);
var GeneratedTemplateNotFoundException$ = [
	-3,
	n0,
	_GTNFE,
	{
		[_aQE]: [`GeneratedTemplateNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_M],
	[0]
];
n0_registry.registerError(GeneratedTemplateNotFoundException$, GeneratedTemplateNotFoundException);
var HookResultNotFoundException$ = [
	-3,
	n0,
	_HRNFE,
	{
		[_aQE]: [`HookResultNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_M],
	[0]
];
n0_registry.registerError(HookResultNotFoundException$, HookResultNotFoundException);
var InsufficientCapabilitiesException$ = [
	-3,
	n0,
	_ICE,
	{
		[_aQE]: [`InsufficientCapabilitiesException`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(InsufficientCapabilitiesException$, InsufficientCapabilitiesException);
var InvalidChangeSetStatusException$ = [
	-3,
	n0,
	_ICSSE,
	{
		[_aQE]: [`InvalidChangeSetStatus`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(InvalidChangeSetStatusException$, InvalidChangeSetStatusException);
var InvalidOperationException$ = [
	-3,
	n0,
	_IOE,
	{
		[_aQE]: [`InvalidOperationException`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(InvalidOperationException$, InvalidOperationException);
var InvalidStateTransitionException$ = [
	-3,
	n0,
	_ISTE,
	{
		[_aQE]: [`InvalidStateTransition`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(InvalidStateTransitionException$, InvalidStateTransitionException);
var LimitExceededException$ = [
	-3,
	n0,
	_LEE,
	{
		[_aQE]: [`LimitExceededException`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(LimitExceededException$, LimitExceededException);
var NameAlreadyExistsException$ = [
	-3,
	n0,
	_NAEE,
	{
		[_aQE]: [`NameAlreadyExistsException`, 409],
		[_e]: _c,
		[_hE]: 409
	},
	[_M],
	[0]
];
n0_registry.registerError(NameAlreadyExistsException$, NameAlreadyExistsException);
var OperationIdAlreadyExistsException$ = [
	-3,
	n0,
	_OIAEE,
	{
		[_aQE]: [`OperationIdAlreadyExistsException`, 409],
		[_e]: _c,
		[_hE]: 409
	},
	[_M],
	[0]
];
n0_registry.registerError(OperationIdAlreadyExistsException$, OperationIdAlreadyExistsException);
var OperationInProgressException$ = [
	-3,
	n0,
	_OIPE,
	{
		[_aQE]: [`OperationInProgressException`, 409],
		[_e]: _c,
		[_hE]: 409
	},
	[_M],
	[0]
];
n0_registry.registerError(OperationInProgressException$, OperationInProgressException);
var OperationNotFoundException$ = [
	-3,
	n0,
	_ONFE,
	{
		[_aQE]: [`OperationNotFoundException`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_M],
	[0]
];
n0_registry.registerError(OperationNotFoundException$, OperationNotFoundException);
var OperationStatusCheckFailedException$ = [
	-3,
	n0,
	_OSCFE,
	{
		[_aQE]: [`ConditionalCheckFailed`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(OperationStatusCheckFailedException$, OperationStatusCheckFailedException);
var ResourceScanInProgressException$ = [
	-3,
	n0,
	_RSIPE,
	{
		[_aQE]: [`ResourceScanInProgress`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(ResourceScanInProgressException$, ResourceScanInProgressException);
var ResourceScanLimitExceededException$ = [
	-3,
	n0,
	_RSLEE,
	{
		[_aQE]: [`ResourceScanLimitExceeded`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(ResourceScanLimitExceededException$, ResourceScanLimitExceededException);
var ResourceScanNotFoundException$ = [
	-3,
	n0,
	_RSNFE,
	{
		[_aQE]: [`ResourceScanNotFound`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(ResourceScanNotFoundException$, ResourceScanNotFoundException);
var StackInstanceNotFoundException$ = [
	-3,
	n0,
	_SINFE,
	{
		[_aQE]: [`StackInstanceNotFoundException`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_M],
	[0]
];
n0_registry.registerError(StackInstanceNotFoundException$, StackInstanceNotFoundException);
var StackNotFoundException$ = [
	-3,
	n0,
	_SNFE,
	{
		[_aQE]: [`StackNotFoundException`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_M],
	[0]
];
n0_registry.registerError(StackNotFoundException$, StackNotFoundException);
var StackRefactorNotFoundException$ = [
	-3,
	n0,
	_SRNFE,
	{
		[_aQE]: [`StackRefactorNotFoundException`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_M],
	[0]
];
n0_registry.registerError(StackRefactorNotFoundException$, StackRefactorNotFoundException);
var StackSetNotEmptyException$ = [
	-3,
	n0,
	_SSNEE,
	{
		[_aQE]: [`StackSetNotEmptyException`, 409],
		[_e]: _c,
		[_hE]: 409
	},
	[_M],
	[0]
];
n0_registry.registerError(StackSetNotEmptyException$, StackSetNotEmptyException);
var StackSetNotFoundException$ = [
	-3,
	n0,
	_SSNFE,
	{
		[_aQE]: [`StackSetNotFoundException`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_M],
	[0]
];
n0_registry.registerError(StackSetNotFoundException$, StackSetNotFoundException);
var StaleRequestException$ = [
	-3,
	n0,
	_SRE,
	{
		[_aQE]: [`StaleRequestException`, 409],
		[_e]: _c,
		[_hE]: 409
	},
	[_M],
	[0]
];
n0_registry.registerError(StaleRequestException$, StaleRequestException);
var TokenAlreadyExistsException$ = [
	-3,
	n0,
	_TAEE,
	{
		[_aQE]: [`TokenAlreadyExistsException`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(TokenAlreadyExistsException$, TokenAlreadyExistsException);
var TypeConfigurationNotFoundException$ = [
	-3,
	n0,
	_TCNFE,
	{
		[_aQE]: [`TypeConfigurationNotFoundException`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_M],
	[0]
];
n0_registry.registerError(TypeConfigurationNotFoundException$, TypeConfigurationNotFoundException);
var TypeNotFoundException$ = [
	-3,
	n0,
	_TNFE,
	{
		[_aQE]: [`TypeNotFoundException`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_M],
	[0]
];
n0_registry.registerError(TypeNotFoundException$, TypeNotFoundException);
const errorTypeRegistries = [_s_registry, n0_registry];
var Annotation$ = [
	3,
	n0,
	_An,
	0,
	[
		_AN,
		_S,
		_SM,
		_RM,
		_RL,
		_SL
	],
	[
		0,
		0,
		0,
		0,
		0,
		0
	]
];
var Change$ = [
	3,
	n0,
	_C,
	0,
	[
		_T,
		_HIC,
		_RC
	],
	[
		0,
		1,
		() => ResourceChange$
	]
];
var ChangeSetSummary$ = [
	3,
	n0,
	_CSS,
	0,
	[
		_SI,
		_SN,
		_CSI,
		_CSN,
		_ES,
		_S,
		_SR,
		_CT,
		_D,
		_INS,
		_PCSI,
		_RCSI,
		_IER
	],
	[
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		4,
		0,
		2,
		0,
		0,
		2
	]
];
var CreateChangeSetInput$ = [
	3,
	n0,
	_CCSI,
	0,
	[
		_SN,
		_CSN,
		_TB,
		_TURL,
		_UPT,
		_P,
		_Ca,
		_RTe,
		_RARN,
		_RCo,
		_NARN,
		_Ta,
		_CTl,
		_D,
		_CST,
		_RTI,
		_INS,
		_OSF,
		_IER,
		_DM,
		_DC,
		_DV
	],
	[
		0,
		0,
		0,
		0,
		2,
		() => _Parameters,
		64,
		64,
		0,
		() => RollbackConfiguration$,
		64,
		() => Tags,
		0,
		0,
		0,
		() => ResourcesToImport,
		2,
		0,
		2,
		0,
		() => DeploymentConfig$,
		2
	],
	2
];
var CreateChangeSetOutput$ = [
	3,
	n0,
	_CCSO,
	0,
	[_I, _SI],
	[0, 0]
];
var DeleteChangeSetInput$ = [
	3,
	n0,
	_DCSI,
	0,
	[_CSN, _SN],
	[0, 0],
	1
];
var DeleteChangeSetOutput$ = [
	3,
	n0,
	_DCSO,
	0,
	[],
	[]
];
var DeleteStackInput$ = [
	3,
	n0,
	_DSI,
	0,
	[
		_SN,
		_RR,
		_RARN,
		_CRT,
		_DMe,
		_DC
	],
	[
		0,
		64,
		0,
		0,
		0,
		() => DeploymentConfig$
	],
	1
];
var DeploymentConfig$ = [
	3,
	n0,
	_DC,
	0,
	[_Mo, _DR],
	[0, 2]
];
var DescribeChangeSetInput$ = [
	3,
	n0,
	_DCSIe,
	0,
	[
		_CSN,
		_SN,
		_NT,
		_IPV
	],
	[
		0,
		0,
		0,
		2
	],
	1
];
var DescribeChangeSetOutput$ = [
	3,
	n0,
	_DCSOe,
	0,
	[
		_CSN,
		_CSI,
		_SI,
		_SN,
		_D,
		_P,
		_CT,
		_ES,
		_S,
		_SR,
		_SDS,
		_NARN,
		_RCo,
		_Ca,
		_Ta,
		_Ch,
		_NT,
		_INS,
		_PCSI,
		_RCSI,
		_OSF,
		_IER,
		_DM,
		_DC
	],
	[
		0,
		0,
		0,
		0,
		0,
		() => _Parameters,
		4,
		0,
		0,
		0,
		0,
		64,
		() => RollbackConfiguration$,
		64,
		() => Tags,
		() => Changes,
		0,
		2,
		0,
		0,
		0,
		2,
		0,
		() => DeploymentConfig$
	]
];
var DescribeEventsInput$ = [
	3,
	n0,
	_DEI,
	0,
	[
		_SN,
		_CSN,
		_OI,
		_F,
		_NT
	],
	[
		0,
		0,
		0,
		() => EventFilter$,
		0
	]
];
var DescribeEventsOutput$ = [
	3,
	n0,
	_DEO,
	0,
	[_OE, _NT],
	[() => OperationEvents, 0]
];
var DescribeStackDriftDetectionStatusInput$ = [
	3,
	n0,
	_DSDDSI,
	0,
	[_SDDI],
	[0],
	1
];
var DescribeStackDriftDetectionStatusOutput$ = [
	3,
	n0,
	_DSDDSO,
	0,
	[
		_SI,
		_SDDI,
		_DS,
		_Ti,
		_SDS,
		_DSR,
		_DSRC
	],
	[
		0,
		0,
		0,
		4,
		0,
		0,
		1
	],
	4
];
var DescribeStackEventsInput$ = [
	3,
	n0,
	_DSEI,
	0,
	[_SN, _NT],
	[0, 0],
	1
];
var DescribeStackEventsOutput$ = [
	3,
	n0,
	_DSEO,
	0,
	[_SE, _NT],
	[() => StackEvents, 0]
];
var DescribeStackResourceDriftsInput$ = [
	3,
	n0,
	_DSRDI,
	0,
	[
		_SN,
		_SRDSF,
		_NT,
		_MR
	],
	[
		0,
		64,
		0,
		1
	],
	1
];
var DescribeStackResourceDriftsOutput$ = [
	3,
	n0,
	_DSRDO,
	0,
	[_SRD, _NT],
	[() => StackResourceDrifts, 0],
	1
];
var DescribeStacksInput$ = [
	3,
	n0,
	_DSIe,
	0,
	[_SN, _NT],
	[0, 0]
];
var DescribeStacksOutput$ = [
	3,
	n0,
	_DSO,
	0,
	[_St, _NT],
	[() => Stacks, 0]
];
var DetectStackDriftInput$ = [
	3,
	n0,
	_DSDI,
	0,
	[_SN, _LRIo],
	[0, 64],
	1
];
var DetectStackDriftOutput$ = [
	3,
	n0,
	_DSDO,
	0,
	[_SDDI],
	[0],
	1
];
var EventFilter$ = [
	3,
	n0,
	_EF,
	0,
	[_FE],
	[2]
];
var ExecuteChangeSetInput$ = [
	3,
	n0,
	_ECSI,
	0,
	[
		_CSN,
		_SN,
		_CRT,
		_DR,
		_REOC
	],
	[
		0,
		0,
		0,
		2,
		2
	],
	1
];
var ExecuteChangeSetOutput$ = [
	3,
	n0,
	_ECSO,
	0,
	[],
	[]
];
var GetHookResultInput$ = [
	3,
	n0,
	_GHRI,
	0,
	[_HRI],
	[0]
];
var GetHookResultOutput$ = [
	3,
	n0,
	_GHRO,
	0,
	[
		_HRI,
		_IP,
		_FM,
		_TN,
		_OTN,
		_TVI,
		_TCVI,
		_TA,
		_S,
		_HSR,
		_IAn,
		_Tar,
		_Ann
	],
	[
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		4,
		() => HookTarget$,
		() => AnnotationList
	]
];
var GetTemplateInput$ = [
	3,
	n0,
	_GTIe,
	0,
	[
		_SN,
		_CSN,
		_TS
	],
	[
		0,
		0,
		0
	]
];
var GetTemplateOutput$ = [
	3,
	n0,
	_GTO,
	0,
	[_TB, _SA],
	[0, 64]
];
var HookResultSummary$ = [
	3,
	n0,
	_HRS,
	0,
	[
		_HRI,
		_IP,
		_FM,
		_TN,
		_TVI,
		_TCVI,
		_S,
		_HSR,
		_IAn,
		_TT,
		_TI,
		_TA,
		_HET
	],
	[
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		4,
		0,
		0,
		0,
		0
	]
];
var HookTarget$ = [
	3,
	n0,
	_HT,
	0,
	[
		_TT,
		_TTN,
		_TI,
		_Act
	],
	[
		0,
		0,
		0,
		0
	],
	4
];
var ListChangeSetsInput$ = [
	3,
	n0,
	_LCSI,
	0,
	[_SN, _NT],
	[0, 0],
	1
];
var ListChangeSetsOutput$ = [
	3,
	n0,
	_LCSO,
	0,
	[_Su, _NT],
	[() => ChangeSetSummaries, 0]
];
var ListHookResultsInput$ = [
	3,
	n0,
	_LHRI,
	0,
	[
		_TT,
		_TI,
		_TA,
		_S,
		_NT
	],
	[
		0,
		0,
		0,
		0,
		0
	]
];
var ListHookResultsOutput$ = [
	3,
	n0,
	_LHRO,
	0,
	[
		_TT,
		_TI,
		_HR,
		_NT
	],
	[
		0,
		0,
		() => HookResultSummaries,
		0
	]
];
var ListImportsInput$ = [
	3,
	n0,
	_LII,
	0,
	[_EN, _NT],
	[0, 0],
	1
];
var ListImportsOutput$ = [
	3,
	n0,
	_LIO,
	0,
	[_Im, _NT],
	[64, 0]
];
var ListStackResourcesInput$ = [
	3,
	n0,
	_LSRIi,
	0,
	[_SN, _NT],
	[0, 0],
	1
];
var ListStackResourcesOutput$ = [
	3,
	n0,
	_LSROi,
	0,
	[_SRSt, _NT],
	[() => StackResourceSummaries, 0]
];
var LiveResourceDrift$ = [
	3,
	n0,
	_LRD,
	0,
	[
		_PV,
		_AV,
		_DDT
	],
	[
		0,
		0,
		4
	]
];
var ModuleInfo$ = [
	3,
	n0,
	_MI,
	0,
	[_TH, _LIH],
	[0, 0]
];
var OperationEntry$ = [
	3,
	n0,
	_OEp,
	0,
	[_OT, _OI],
	[0, 0]
];
var OperationEvent$ = [
	3,
	n0,
	_OEpe,
	0,
	[
		_EI,
		_SI,
		_OI,
		_OT,
		_OS,
		_ETv,
		_LRI,
		_PRI,
		_RT,
		_Ti,
		_ST,
		_ET,
		_RSes,
		_RSR,
		_RP,
		_CRT,
		_HTo,
		_HS,
		_HSR,
		_HIP,
		_HFM,
		_DSet,
		_VFM,
		_VN,
		_VS,
		_VSR,
		_VP
	],
	[
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		4,
		4,
		4,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0
	]
];
var Output$ = [
	3,
	n0,
	_O,
	0,
	[
		_OK,
		_OV,
		_D,
		_EN
	],
	[
		0,
		0,
		0,
		0
	]
];
var Parameter$ = [
	3,
	n0,
	_Pa,
	0,
	[
		_PK,
		_PVa,
		_UPV,
		_RV
	],
	[
		0,
		0,
		2,
		0
	]
];
var PhysicalResourceIdContextKeyValuePair$ = [
	3,
	n0,
	_PRICKVP,
	0,
	[_K, _V],
	[0, 0],
	2
];
var PropertyDifference$ = [
	3,
	n0,
	_PDr,
	0,
	[
		_PPr,
		_EV,
		_AV,
		_DTi
	],
	[
		0,
		0,
		0,
		0
	],
	4
];
var ResourceChange$ = [
	3,
	n0,
	_RC,
	0,
	[
		_PA,
		_Act,
		_LRI,
		_PRI,
		_RT,
		_Rep,
		_Sco,
		_RDS,
		_RDIA,
		_De,
		_CSI,
		_MI,
		_BC,
		_AC,
		_PDC
	],
	[
		0,
		0,
		0,
		0,
		0,
		0,
		64,
		0,
		() => ResourceDriftIgnoredAttributes,
		() => ResourceChangeDetails,
		0,
		() => ModuleInfo$,
		0,
		0,
		0
	]
];
var ResourceChangeDetail$ = [
	3,
	n0,
	_RCD,
	0,
	[
		_Tar,
		_Ev,
		_CSh,
		_CE
	],
	[
		() => ResourceTargetDefinition$,
		0,
		0,
		0
	]
];
var ResourceDriftIgnoredAttribute$ = [
	3,
	n0,
	_RDIAe,
	0,
	[_Pat, _Rea],
	[0, 0]
];
var ResourceTargetDefinition$ = [
	3,
	n0,
	_RTDe,
	0,
	[
		_At,
		_N,
		_RReq,
		_Pat,
		_BV,
		_AVf,
		_BVF,
		_AVF,
		_Dr,
		_ACT
	],
	[
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		() => LiveResourceDrift$,
		0
	]
];
var ResourceToImport$ = [
	3,
	n0,
	_RTIes,
	0,
	[
		_RT,
		_LRI,
		_RI
	],
	[
		0,
		0,
		128
	],
	3
];
var RollbackConfiguration$ = [
	3,
	n0,
	_RCo,
	0,
	[_RTo, _MTIM],
	[() => RollbackTriggers, 1]
];
var RollbackTrigger$ = [
	3,
	n0,
	_RTol,
	0,
	[_A, _T],
	[0, 0],
	2
];
var Stack$ = [
	3,
	n0,
	_Sta,
	0,
	[
		_SN,
		_CT,
		_SSta,
		_SI,
		_CSI,
		_D,
		_P,
		_DTel,
		_LUT,
		_RCo,
		_SSR,
		_DR,
		_DC,
		_NARN,
		_TIM,
		_Ca,
		_Ou,
		_RARN,
		_Ta,
		_ETP,
		_PIa,
		_RIo,
		_DI,
		_REOC,
		_DMe,
		_DSet,
		_LO,
		_ANl
	],
	[
		0,
		4,
		0,
		0,
		0,
		0,
		() => _Parameters,
		4,
		4,
		() => RollbackConfiguration$,
		0,
		2,
		() => DeploymentConfig$,
		64,
		1,
		64,
		() => Outputs,
		0,
		() => Tags,
		2,
		0,
		0,
		() => StackDriftInformation$,
		2,
		0,
		0,
		() => LastOperations,
		0
	],
	3
];
var StackDriftInformation$ = [
	3,
	n0,
	_SDI,
	0,
	[_SDS, _LCT],
	[0, 4],
	1
];
var StackEvent$ = [
	3,
	n0,
	_SEt,
	0,
	[
		_SI,
		_EI,
		_SN,
		_Ti,
		_OI,
		_LRI,
		_PRI,
		_RT,
		_RSes,
		_RSR,
		_RP,
		_CRT,
		_HTo,
		_HS,
		_HSR,
		_HIP,
		_HII,
		_HFM,
		_DSet
	],
	[
		0,
		0,
		0,
		4,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0
	],
	4
];
var StackResourceDrift$ = [
	3,
	n0,
	_SRDta,
	0,
	[
		_SI,
		_LRI,
		_RT,
		_SRDS,
		_Ti,
		_PRI,
		_PRIC,
		_EP,
		_AP,
		_PDro,
		_MI,
		_DSRr
	],
	[
		0,
		0,
		0,
		0,
		4,
		0,
		() => PhysicalResourceIdContext,
		0,
		0,
		() => PropertyDifferences,
		() => ModuleInfo$,
		0
	],
	5
];
var StackResourceDriftInformationSummary$ = [
	3,
	n0,
	_SRDIS,
	0,
	[_SRDS, _LCT],
	[0, 4],
	1
];
var StackResourceSummary$ = [
	3,
	n0,
	_SRStac,
	0,
	[
		_LRI,
		_RT,
		_LUTa,
		_RSes,
		_PRI,
		_RSR,
		_DI,
		_MI
	],
	[
		0,
		0,
		4,
		0,
		0,
		0,
		() => StackResourceDriftInformationSummary$,
		() => ModuleInfo$
	],
	4
];
var Tag$ = [
	3,
	n0,
	_Tag,
	0,
	[_K, _V],
	[0, 0],
	2
];
var UpdateTerminationProtectionInput$ = [
	3,
	n0,
	_UTPI,
	0,
	[_ETP, _SN],
	[2, 0],
	2
];
var UpdateTerminationProtectionOutput$ = [
	3,
	n0,
	_UTPO,
	0,
	[_SI],
	[0]
];
var __Unit = "unit";
var AnnotationList = [
	1,
	n0,
	_ALn,
	0,
	() => Annotation$
];
var Changes = [
	1,
	n0,
	_Ch,
	0,
	() => Change$
];
var ChangeSetSummaries = [
	1,
	n0,
	_CSSh,
	0,
	() => ChangeSetSummary$
];
var HookResultSummaries = [
	1,
	n0,
	_HRSo,
	0,
	() => HookResultSummary$
];
var LastOperations = [
	1,
	n0,
	_LO,
	0,
	() => OperationEntry$
];
var OperationEvents = [
	1,
	n0,
	_OE,
	0,
	() => OperationEvent$
];
var Outputs = [
	1,
	n0,
	_Ou,
	0,
	() => Output$
];
var _Parameters = [
	1,
	n0,
	_P,
	0,
	() => Parameter$
];
var PhysicalResourceIdContext = [
	1,
	n0,
	_PRIC,
	0,
	() => PhysicalResourceIdContextKeyValuePair$
];
var PropertyDifferences = [
	1,
	n0,
	_PDro,
	0,
	() => PropertyDifference$
];
var ResourceChangeDetails = [
	1,
	n0,
	_RCDe,
	0,
	() => ResourceChangeDetail$
];
var ResourceDriftIgnoredAttributes = [
	1,
	n0,
	_RDIA,
	0,
	() => ResourceDriftIgnoredAttribute$
];
var ResourcesToImport = [
	1,
	n0,
	_RTI,
	0,
	() => ResourceToImport$
];
var RollbackTriggers = [
	1,
	n0,
	_RTo,
	0,
	() => RollbackTrigger$
];
var StackEvents = [
	1,
	n0,
	_SE,
	0,
	() => StackEvent$
];
var StackResourceDrifts = [
	1,
	n0,
	_SRD,
	0,
	() => StackResourceDrift$
];
var StackResourceSummaries = [
	1,
	n0,
	_SRSt,
	0,
	() => StackResourceSummary$
];
var Stacks = [
	1,
	n0,
	_St,
	0,
	() => Stack$
];
var Tags = [
	1,
	n0,
	_Ta,
	0,
	() => Tag$
];
var CreateChangeSet$ = [
	9,
	n0,
	_CCS,
	0,
	() => CreateChangeSetInput$,
	() => CreateChangeSetOutput$
];
var DeleteChangeSet$ = [
	9,
	n0,
	_DCS,
	0,
	() => DeleteChangeSetInput$,
	() => DeleteChangeSetOutput$
];
var DeleteStack$ = [
	9,
	n0,
	_DSel,
	0,
	() => DeleteStackInput$,
	() => __Unit
];
var DescribeChangeSet$ = [
	9,
	n0,
	_DCSe,
	0,
	() => DescribeChangeSetInput$,
	() => DescribeChangeSetOutput$
];
var DescribeEvents$ = [
	9,
	n0,
	_DE,
	0,
	() => DescribeEventsInput$,
	() => DescribeEventsOutput$
];
var DescribeStackDriftDetectionStatus$ = [
	9,
	n0,
	_DSDDS,
	0,
	() => DescribeStackDriftDetectionStatusInput$,
	() => DescribeStackDriftDetectionStatusOutput$
];
var DescribeStackEvents$ = [
	9,
	n0,
	_DSE,
	0,
	() => DescribeStackEventsInput$,
	() => DescribeStackEventsOutput$
];
var DescribeStackResourceDrifts$ = [
	9,
	n0,
	_DSRD,
	0,
	() => DescribeStackResourceDriftsInput$,
	() => DescribeStackResourceDriftsOutput$
];
var DescribeStacks$ = [
	9,
	n0,
	_DSes,
	0,
	() => DescribeStacksInput$,
	() => DescribeStacksOutput$
];
var DetectStackDrift$ = [
	9,
	n0,
	_DSD,
	0,
	() => DetectStackDriftInput$,
	() => DetectStackDriftOutput$
];
var ExecuteChangeSet$ = [
	9,
	n0,
	_ECS,
	0,
	() => ExecuteChangeSetInput$,
	() => ExecuteChangeSetOutput$
];
var GetHookResult$ = [
	9,
	n0,
	_GHR,
	0,
	() => GetHookResultInput$,
	() => GetHookResultOutput$
];
var GetTemplate$ = [
	9,
	n0,
	_GT,
	0,
	() => GetTemplateInput$,
	() => GetTemplateOutput$
];
var ListChangeSets$ = [
	9,
	n0,
	_LCS,
	0,
	() => ListChangeSetsInput$,
	() => ListChangeSetsOutput$
];
var ListHookResults$ = [
	9,
	n0,
	_LHR,
	0,
	() => ListHookResultsInput$,
	() => ListHookResultsOutput$
];
var ListImports$ = [
	9,
	n0,
	_LI,
	0,
	() => ListImportsInput$,
	() => ListImportsOutput$
];
var ListStackResources$ = [
	9,
	n0,
	_LSRi,
	0,
	() => ListStackResourcesInput$,
	() => ListStackResourcesOutput$
];
var UpdateTerminationProtection$ = [
	9,
	n0,
	_UTP,
	0,
	() => UpdateTerminationProtectionInput$,
	() => UpdateTerminationProtectionOutput$
];

// node_modules/@aws-sdk/client-cloudformation/dist-es/runtimeConfig.shared.js
const getRuntimeConfig$1 = (config) => {
	return {
		apiVersion: "2010-05-15",
		base64Decoder: config?.base64Decoder ?? fromBase64,
		base64Encoder: config?.base64Encoder ?? toBase64,
		disableHostPrefix: config?.disableHostPrefix ?? false,
		endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
		extensions: config?.extensions ?? [],
		httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultCloudFormationHttpAuthSchemeProvider,
		httpAuthSchemes: config?.httpAuthSchemes ?? [{
			schemeId: "aws.auth#sigv4",
			identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
			signer: new AwsSdkSigV4Signer()
		}],
		logger: config?.logger ?? new NoOpLogger(),
		protocol: config?.protocol ?? AwsQueryProtocol,
		protocolSettings: config?.protocolSettings ?? {
			defaultNamespace: "com.amazonaws.cloudformation",
			errorTypeRegistries,
			xmlNamespace: "http://cloudformation.amazonaws.com/doc/2010-05-15/",
			version: "2010-05-15",
			serviceTarget: "CloudFormation"
		},
		serviceId: config?.serviceId ?? "CloudFormation",
		sha256: config?.sha256 ?? Sha256Node,
		urlParser: config?.urlParser ?? parseUrl,
		utf8Decoder: config?.utf8Decoder ?? fromUtf8,
		utf8Encoder: config?.utf8Encoder ?? toUtf8
	};
};

// node_modules/@aws-sdk/client-cloudformation/dist-es/runtimeConfig.js
const getRuntimeConfig = (config) => {
	emitWarningIfUnsupportedVersion(process.version);
	const defaultsMode = resolveDefaultsModeConfig(config);
	const defaultConfigProvider = () => defaultsMode().then(loadConfigsForDefaultMode);
	const clientSharedValues = getRuntimeConfig$1(config);
	emitWarningIfUnsupportedVersion$1(process.version);
	const loaderConfig = {
		profile: config?.profile,
		logger: clientSharedValues.logger
	};
	return {
		...clientSharedValues,
		...config,
		runtime: "node",
		defaultsMode,
		authSchemePreference: config?.authSchemePreference ?? loadConfig(NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, loaderConfig),
		bodyLengthChecker: config?.bodyLengthChecker ?? calculateBodyLength,
		credentialDefaultProvider: config?.credentialDefaultProvider ?? defaultProvider,
		defaultSocketTimeout: getDefaultSocketTimeout(config?.requestHandler, 9e5),
		defaultUserAgentProvider: config?.defaultUserAgentProvider ?? createDefaultUserAgentProvider({
			serviceId: clientSharedValues.serviceId,
			clientVersion: version
		}),
		maxAttempts: config?.maxAttempts ?? loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, config),
		region: config?.region ?? loadConfig(NODE_REGION_CONFIG_OPTIONS, {
			...NODE_REGION_CONFIG_FILE_OPTIONS,
			...loaderConfig
		}),
		requestHandler: NodeHttpHandler.create(config?.requestHandler ?? defaultConfigProvider),
		retryMode: config?.retryMode ?? loadConfig({
			...NODE_RETRY_MODE_CONFIG_OPTIONS,
			default: async () => (await defaultConfigProvider()).retryMode || DEFAULT_RETRY_MODE
		}, config),
		streamCollector: config?.streamCollector ?? streamCollector,
		useDualstackEndpoint: config?.useDualstackEndpoint ?? loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
		useFipsEndpoint: config?.useFipsEndpoint ?? loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
		userAgentAppId: config?.userAgentAppId ?? loadConfig(NODE_APP_ID_CONFIG_OPTIONS, loaderConfig)
	};
};

// node_modules/@aws-sdk/client-cloudformation/dist-es/auth/httpAuthExtensionConfiguration.js
const getHttpAuthExtensionConfiguration = (runtimeConfig) => {
	const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
	let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
	let _credentials = runtimeConfig.credentials;
	return {
		setHttpAuthScheme(httpAuthScheme) {
			const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
			if (index === -1) _httpAuthSchemes.push(httpAuthScheme);
			else _httpAuthSchemes.splice(index, 1, httpAuthScheme);
		},
		httpAuthSchemes() {
			return _httpAuthSchemes;
		},
		setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
			_httpAuthSchemeProvider = httpAuthSchemeProvider;
		},
		httpAuthSchemeProvider() {
			return _httpAuthSchemeProvider;
		},
		setCredentials(credentials) {
			_credentials = credentials;
		},
		credentials() {
			return _credentials;
		}
	};
};
const resolveHttpAuthRuntimeConfig = (config) => {
	return {
		httpAuthSchemes: config.httpAuthSchemes(),
		httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
		credentials: config.credentials()
	};
};

// node_modules/@aws-sdk/client-cloudformation/dist-es/runtimeExtensions.js
const resolveRuntimeExtensions = (runtimeConfig, extensions) => {
	const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
	extensions.forEach((extension) => extension.configure(extensionConfiguration));
	return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

// node_modules/@aws-sdk/client-cloudformation/dist-es/CloudFormationClient.js
var CloudFormationClient = class extends Client {
	config;
	constructor(...[configuration]) {
		const _config_0 = getRuntimeConfig(configuration || {});
		super(_config_0);
		this.initConfig = _config_0;
		const _config_1 = resolveClientEndpointParameters(_config_0);
		const _config_2 = resolveUserAgentConfig(_config_1);
		const _config_3 = resolveRetryConfig(_config_2);
		const _config_4 = resolveRegionConfig(_config_3);
		const _config_5 = resolveHostHeaderConfig(_config_4);
		const _config_6 = resolveEndpointConfig(_config_5);
		const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
		const _config_8 = resolveRuntimeExtensions(_config_7, configuration?.extensions || []);
		this.config = _config_8;
		this.middlewareStack.use(getSchemaSerdePlugin(this.config));
		this.middlewareStack.use(getUserAgentPlugin(this.config));
		this.middlewareStack.use(getRetryPlugin(this.config));
		this.middlewareStack.use(getContentLengthPlugin(this.config));
		this.middlewareStack.use(getHostHeaderPlugin(this.config));
		this.middlewareStack.use(getLoggerPlugin(this.config));
		this.middlewareStack.use(getRecursionDetectionPlugin(this.config));
		this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config, {
			httpAuthSchemeParametersProvider: defaultCloudFormationHttpAuthSchemeParametersProvider,
			identityProviderConfigProvider: async (config) => new DefaultIdentityProviderConfig({ "aws.auth#sigv4": config.credentials })
		}));
		this.middlewareStack.use(getHttpSigningPlugin(this.config));
	}
	destroy() {
		super.destroy();
	}
};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commandBuilder.js
const command = makeBuilder(commonParams, "CloudFormation", "CloudFormationClient", getEndpointPlugin);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/CreateChangeSetCommand.js
var CreateChangeSetCommand = class extends command(_ep0, _mw0, "CreateChangeSet", CreateChangeSet$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/DeleteChangeSetCommand.js
var DeleteChangeSetCommand = class extends command(_ep0, _mw0, "DeleteChangeSet", DeleteChangeSet$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/DeleteStackCommand.js
var DeleteStackCommand = class extends command(_ep0, _mw0, "DeleteStack", DeleteStack$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/DescribeChangeSetCommand.js
var DescribeChangeSetCommand = class extends command(_ep0, _mw0, "DescribeChangeSet", DescribeChangeSet$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/DescribeEventsCommand.js
var DescribeEventsCommand = class extends command(_ep0, _mw0, "DescribeEvents", DescribeEvents$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/DescribeStackDriftDetectionStatusCommand.js
var DescribeStackDriftDetectionStatusCommand = class extends command(_ep0, _mw0, "DescribeStackDriftDetectionStatus", DescribeStackDriftDetectionStatus$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/DescribeStackEventsCommand.js
var DescribeStackEventsCommand = class extends command(_ep0, _mw0, "DescribeStackEvents", DescribeStackEvents$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/DescribeStackResourceDriftsCommand.js
var DescribeStackResourceDriftsCommand = class extends command(_ep0, _mw0, "DescribeStackResourceDrifts", DescribeStackResourceDrifts$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/DescribeStacksCommand.js
var DescribeStacksCommand = class extends command(_ep0, _mw0, "DescribeStacks", DescribeStacks$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/DetectStackDriftCommand.js
var DetectStackDriftCommand = class extends command(_ep0, _mw0, "DetectStackDrift", DetectStackDrift$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/ExecuteChangeSetCommand.js
var ExecuteChangeSetCommand = class extends command(_ep0, _mw0, "ExecuteChangeSet", ExecuteChangeSet$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/GetHookResultCommand.js
var GetHookResultCommand = class extends command(_ep0, _mw0, "GetHookResult", GetHookResult$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/GetTemplateCommand.js
var GetTemplateCommand = class extends command(_ep0, _mw0, "GetTemplate", GetTemplate$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/ListChangeSetsCommand.js
var ListChangeSetsCommand = class extends command(_ep0, _mw0, "ListChangeSets", ListChangeSets$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/ListHookResultsCommand.js
var ListHookResultsCommand = class extends command(_ep0, _mw0, "ListHookResults", ListHookResults$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/ListImportsCommand.js
var ListImportsCommand = class extends command(_ep0, _mw0, "ListImports", ListImports$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/ListStackResourcesCommand.js
var ListStackResourcesCommand = class extends command(_ep0, _mw0, "ListStackResources", ListStackResources$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/UpdateTerminationProtectionCommand.js
var UpdateTerminationProtectionCommand = class extends command(_ep0, _mw0, "UpdateTerminationProtection", UpdateTerminationProtection$) {};

// src/aws/decode.ts
function required(value, field) {
	if (value === void 0) throw new Error(`CloudFormation answered without ${field}`);
	return value;
}
function time(value, field) {
	return required(value, field).getTime();
}
function defined(fields) {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== void 0));
}

// src/aws/errorName.ts
function isNamed$1(error, ...names) {
	return error instanceof Error && names.includes(error.name.replace(/Exception$/, ""));
}
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}
function isMissingStack(error) {
	if (isNamed$1(error, "StackNotFound")) return true;
	return isNamed$1(error, "ValidationError") && /^Stack( with id|:)? ?\[?.+\]? does not exist/.test(messageOf(error));
}
const DENIED = [
	"AccessDenied",
	"UnauthorizedOperation",
	"Unauthorized"
];

// src/aws/errorKind.ts
const NAMES = {
	expired: [
		"ExpiredToken",
		"RequestExpired",
		"TokenRefreshRequired"
	],
	credentials: [
		"InvalidClientTokenId",
		"UnrecognizedClient",
		"SignatureDoesNotMatch",
		"IncompleteSignature",
		"InvalidSignature",
		"InvalidAccessKeyId",
		"AuthFailure",
		"MissingAuthenticationToken",
		"OptInRequired"
	],
	noCredentials: ["CredentialsProviderError", "ProviderError"],
	throttled: [
		"Throttling",
		"Throttled",
		"RequestLimitExceeded",
		"TooManyRequests",
		"SlowDown",
		"RequestThrottled"
	],
	timedOut: ["TimeoutError", "RequestTimeout"]
};
function errorKind(error, service, region) {
	return accessKind(error) ?? passingKind(error, service) ?? requestKind(error, region);
}
function accessKind(error) {
	if (isNamed$1(error, ...DENIED)) return {
		trouble: "denied",
		reasonCode: "access-denied",
		hint: deniedHint(error.message)
	};
	if (isNamed$1(error, ...NAMES.expired)) return {
		trouble: "credentials",
		reasonCode: "access-denied",
		message: "the AWS credentials expired.",
		hint: "Sessions from OIDC last an hour by default: set role-duration-seconds of aws-actions/configure-aws-credentials, then run the job again."
	};
	if (isNamed$1(error, ...NAMES.credentials)) return {
		trouble: "credentials",
		reasonCode: "access-denied",
		hint: "Check the step that gets the AWS credentials: keys, role and account."
	};
	if (isNamed$1(error, ...NAMES.noCredentials)) return {
		trouble: "credentials",
		reasonCode: "access-denied",
		message: "there are no AWS credentials.",
		hint: "Run aws-actions/configure-aws-credentials before this action, in a job with `permissions: id-token: write`."
	};
}
function passingKind(error, service) {
	const status = statusOf$1(error);
	if (isNoAnswer(error)) return noAnswer(status, service);
	if (status === 501) return {
		trouble: "refused",
		reasonCode: "error",
		hint: NOT_IMPLEMENTED
	};
	if (isNamed$1(error, ...NAMES.throttled) || status === 429) return {
		trouble: "throttled",
		reasonCode: "error",
		hint: "Too many calls in this account and region at the same time: run the job again in a minute."
	};
	if (isRefusedByProxy(error)) return {
		trouble: "unavailable",
		reasonCode: "error",
		hint: REFUSED_BY_PROXY
	};
	const code = networkCode(error);
	if (code === "ENOTFOUND") return {
		trouble: "unavailable",
		reasonCode: "error",
		hint: "Check `region` (and AWS_ENDPOINT_URL, HTTPS_PROXY): there is no such host."
	};
	if (code !== void 0 || isNamed$1(error, ...NAMES.timedOut)) return {
		trouble: "unavailable",
		reasonCode: "error",
		hint: "The network between this runner and AWS failed (a proxy, a firewall, AWS_ENDPOINT_URL?)."
	};
	if (status !== void 0 && status >= 500) return {
		trouble: "unavailable",
		reasonCode: "error",
		hint: "AWS has a problem of its own: see https://health.aws.amazon.com, and run the job again."
	};
}
function requestKind(error, region) {
	if (isMissingStack(error)) return {
		trouble: "refused",
		reasonCode: "error",
		hint: "Check `stack-name` and `region`, and that these credentials are of the right account."
	};
	const refusal = refusalOf(messageOf(error), region);
	return isNamed$1(error, "InsufficientCapabilities") && refusal.reasonCode === "error" ? {
		trouble: "refused",
		reasonCode: "invalid-input",
		hint: capabilityHint("")
	} : {
		trouble: "refused",
		...refusal
	};
}
const DENIAL = /^(?:You are not authorized to perform this operation\. )?User: /;
function deniedHint(message) {
	const denial = DENIAL.test(message) ? denialIn(message) : void 0;
	if (denial !== void 0) return denialHint(denial, "the role that this job assumes");
	return encodedDenial(message) === void 0 ? "Allow the call to the role that this job assumes." : DECODE_IT;
}
function networkCode(error) {
	const known = /^(ECONN(RESET|REFUSED|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
	for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) if ("code" in cause && typeof cause.code === "string" && known.test(cause.code)) return cause.code;
	return /^socket hang up/.test(error.message) ? "ECONNRESET" : void 0;
}
function isRefusedByProxy(error) {
	return "code" in error && error.code === "ERR_PROXY_TUNNEL";
}
const REFUSED_BY_PROXY = "The proxy did not let this pass. At 407 it wants other credentials, in the URL in HTTPS_PROXY on this runner; otherwise allow the host there, or name it in NO_PROXY where it is reached without.";
const NOT_IMPLEMENTED = "Whatever answers at AWS_ENDPOINT_URL does not know this call.";
function isNoAnswer(error) {
	return error.message.includes("Deserialization error: to see the raw response");
}
function noAnswer(status, service) {
	const message = `HTTP ${status ?? "answer"} from ${service}, no AWS ${status !== void 0 && status >= 400 ? "error" : "answer"} in it.`;
	if (status === 501) return {
		trouble: "refused",
		reasonCode: "error",
		message,
		hint: NOT_IMPLEMENTED
	};
	return {
		trouble: status === 429 ? "throttled" : "unavailable",
		reasonCode: "error",
		message,
		hint: "Something between this runner and AWS answered (a proxy, AWS_ENDPOINT_URL?), or AWS has a problem of its own: run the job again."
	};
}
function statusOf$1(error) {
	return numberIn("$metadata" in error ? error.$metadata : void 0, "httpStatusCode");
}
function numberIn(holder, name) {
	const value = new Map(Object.entries(Object(holder))).get(name);
	return typeof value === "number" ? value : void 0;
}

// src/aws/errors.ts
function isMissingChangeSet(error) {
	return isNamed$1(error, "ChangeSetNotFound");
}
function isMissingHookResult(error) {
	return isNamed$1(error, "HookResultNotFound");
}
function isNotImported(error) {
	return isNamed$1(error, "ValidationError") && /^Export .+ is not imported by any stack/.test(messageOf(error));
}
function isWrongChangeSetState(error) {
	return isNamed$1(error, "InvalidChangeSetStatus");
}
function isNameTaken(error) {
	return isNamed$1(error, "AlreadyExists");
}
function isTokenTaken(error) {
	return isNamed$1(error, "TokenAlreadyExists");
}
function isLimitReached(error) {
	return isNamed$1(error, "LimitExceeded");
}
function isDenied(error) {
	return isNamed$1(error, ...DENIED);
}
function isRefused(error) {
	return isNamed$1(error, "ValidationError");
}
function isDetecting(error) {
	return isRefused(error) && /^Drift detection is already in progress/.test(messageOf(error));
}
function isThrottled(error) {
	return error instanceof Error && errorKind(error, "").trouble === "throttled";
}
async function asking(doing, calls, service = "CloudFormation", region) {
	try {
		return await calls();
	} catch (error) {
		throw toActionError(error, doing, service, region);
	}
}
function toActionError(error, doing, service = "CloudFormation", region) {
	if (error instanceof ActionError) return error;
	if (!(error instanceof Error) || isOwnMistake(error)) return new ActionError(`Cannot ${doing}: ${messageOf(error)}`, {
		reasonCode: "error",
		cause: error
	});
	const kind = errorKind(error, service, region);
	return new ServiceError(`Cannot ${doing}: ${kind.message ?? sentence(error)}`, {
		reasonCode: kind.reasonCode,
		trouble: kind.trouble,
		...kind.hint === void 0 ? {} : { hint: kind.hint },
		cause: error
	});
}
function isOwnMistake(error) {
	if (isNoAnswer(error)) return false;
	return [
		"TypeError",
		"RangeError",
		"ReferenceError",
		"SyntaxError"
	].includes(error.name);
}
function sentence(error) {
	const text = error.message === "" || error.message === "UnknownError" ? error.name : error.message;
	return /[.!?]$/.test(text) ? text : `${text}.`;
}

// src/aws/lostAnswer.ts
const ofLostCalls = /* @__PURE__ */ new WeakSet();
function noteLost(error, wasLost) {
	const isLost = wasLost || isLostAnswer(error);
	if (isLost && error instanceof Error) ofLostCalls.add(error);
	return isLost;
}
function mayHaveArrived(error) {
	return isLostAnswer(error) || error instanceof Error && ofLostCalls.has(error);
}
function isLostAnswer(error) {
	if (!(error instanceof Error) || error instanceof ActionError) return false;
	const { trouble } = errorKind(error, "");
	return trouble === "unavailable" || trouble === "refused" && statusOf$1(error) === void 0;
}
const LAG_MS = 3e3;
const LOOK_MS = 1e3;
async function tookEffect({ clock, pace, cancel }, { failure, what, ask }) {
	const options = {
		clock,
		delays: () => pace.pause(LOOK_MS),
		deadline: clock.now() + LAG_MS
	};
	const polled = await poll({
		...options,
		...defined({ signal: cancel })
	}, ask).catch(() => void 0);
	if (polled?.kind === "done") return polled.value;
	if (polled?.kind === "timed-out") return false;
	const { message, reasonCode, hint, cause } = failure;
	throw new ServiceError(`${message} Whether ${what} could not be asked either.`, {
		reasonCode,
		trouble: "unavailable",
		cause,
		...defined({ hint })
	});
}
function withoutEffect(failure) {
	if (!(failure instanceof ServiceError) || failure.trouble !== "unavailable") return failure;
	const { message, reasonCode, hint, cause } = failure;
	return new ActionError(message, {
		reasonCode,
		cause,
		...defined({ hint })
	});
}

// src/aws/retry.ts
function awsRetries(policy) {
	const { maxAttempts, maxThrottled = maxAttempts, random, pace } = policy;
	const refusals = /* @__PURE__ */ new WeakMap();
	const lost = /* @__PURE__ */ new WeakSet();
	return {
		acquireInitialRetryToken: async () => tokenOf$1(0, 0),
		refreshRetryTokenForRetry: async (token, info) => {
			const isLost = noteLost(info.error, lost.has(token));
			const isThrottled = info.errorType === "THROTTLING";
			if (isThrottled) pace?.throttled();
			const throttled = (refusals.get(token) ?? 0) + (isThrottled ? 1 : 0);
			const retries = token.getRetryCount() + 1;
			const same = isThrottled ? throttled : retries - throttled;
			if (same >= (isThrottled ? maxThrottled : maxAttempts) || !mayPass(info)) throw new Error("no further attempt");
			const next = tokenOf$1(retries, retryDelay(same, info, random, pace?.apart()));
			refusals.set(next, throttled);
			if (isLost) lost.add(next);
			return next;
		},
		recordSuccess: () => pace?.answered()
	};
}
const SLOWEST_MS = 5e3;
function retryDelay(retries, info, random, apart = 0) {
	const isThrottled = info.errorType === "THROTTLING";
	const ceiling = Math.min(isThrottled ? Math.max(SLOWEST_MS, apart) : SLOWEST_MS, (isThrottled ? 500 : 100) * 2 ** (retries - 1));
	const asked = info.retryAfterHint === void 0 ? 0 : info.retryAfterHint.getTime() - Date.now();
	return Math.max(Math.min(asked, 4 * SLOWEST_MS), ceiling / 2 + random() * ceiling / 2);
}
const givenUp = /* @__PURE__ */ new WeakSet();
function giveUp(error) {
	if (error instanceof Error) givenUp.add(error);
	return error;
}
function triedAtMost(limits, client) {
	client.middlewareStack.add((next, { commandName = "" }) => {
		const limit = limits[commandName.replace(/Command$/, "")] ?? { attempts: Number.POSITIVE_INFINITY };
		const most = "attempts" in limit ? limit.attempts : limit.throttled;
		let counted = 0;
		return async (args) => {
			try {
				return await next(args);
			} catch (error) {
				if (!(error instanceof Error)) throw error;
				if ("attempts" in limit || errorKind(error, "").trouble === "throttled") counted += 1;
				throw counted >= most ? giveUp(error) : error;
			}
		};
	}, {
		step: "finalizeRequest",
		priority: "low",
		name: "triedAtMost"
	});
}
function mayPass({ error, errorType }) {
	if (error?.name === "LimitExceededException") return false;
	if (error instanceof Error && givenUp.has(error)) return false;
	if (error?.$metadata?.httpStatusCode === 501) return false;
	return errorType !== "CLIENT_ERROR";
}
function tokenOf$1(count, delayMs) {
	return {
		getRetryCount: () => count,
		getRetryDelay: () => delayMs
	};
}

// src/aws/client.ts
const REQUEST_TIMEOUT_MS = 3e4;
const CONNECTION_TIMEOUT_MS = 5e3;
const THROTTLED_AT_MOST = 40;
const TRY_LIMITS = {
	DescribeEvents: { attempts: 2 },
	ListHookResults: { attempts: 2 },
	GetHookResult: { attempts: 2 },
	DescribeStackEvents: { throttled: 6 },
	ExecuteChangeSet: { throttled: 6 },
	DeleteStack: { throttled: 6 },
	UpdateTerminationProtection: { throttled: 10 }
};
function createCloudFormationClient(options) {
	const client = new CloudFormationClient(clientSettings({
		...options,
		maxThrottled: options.maxAttempts ?? 40
	}));
	triedAtMost(TRY_LIMITS, client);
	return client;
}
function clientSettings(options) {
	const requestTimeout = options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS;
	const agent = {
		keepAlive: true,
		maxSockets: 50,
		proxyEnv: options.env
	};
	return {
		region: options.region,
		...options.endpoint === void 0 ? {} : { endpoint: options.endpoint },
		customUserAgent: [["aurora-deploy-action", options.version]],
		retryStrategy: awsRetries({
			maxAttempts: options.maxAttempts ?? 8,
			...defined({ maxThrottled: options.maxThrottled }),
			random: options.random ?? Math.random,
			pace: options.pace
		}),
		requestHandler: {
			connectionTimeout: CONNECTION_TIMEOUT_MS,
			requestTimeout,
			throwOnRequestTimeout: true,
			socketTimeout: requestTimeout,
			httpAgent: agent,
			httpsAgent: agent
		}
	};
}
function lazily(service, open) {
	let opened;
	return (doing, work) => asking(doing, async () => {
		opened ??= open();
		return work(await opened);
	}, service);
}

// src/aws/alarms.ts
function openAlarms(options) {
	const ask = lazily("CloudWatch", () => open$12(options));
	return { find: (arns, signal) => ask("ask for the rollback alarms", (watch) => find$6(watch, arns, signal)) };
}
async function open$12(options) {
	const sdk = await import("./aws-sdk-cloudwatch.js");
	return {
		sdk,
		client: new sdk.CloudWatchClient(clientSettings(options))
	};
}
async function find$6({ sdk, client }, arns, abortSignal) {
	const command = new sdk.DescribeAlarmsCommand({
		AlarmNames: [...new Set(arns.map(alarmName))],
		AlarmTypes: ["MetricAlarm", "CompositeAlarm"]
	});
	const { MetricAlarms = [], CompositeAlarms = [] } = await client.send(command, defined({ abortSignal }));
	return [...MetricAlarms.flatMap((alarm) => decodeAlarm(alarm, METRIC_ALARM)), ...CompositeAlarms.flatMap((alarm) => decodeAlarm(alarm, COMPOSITE_ALARM))].filter(({ arn }) => arns.includes(arn));
}
function decodeAlarm(alarm, type) {
	const { AlarmArn: arn, StateValue: state = "", StateReason: reason } = alarm;
	if (arn === void 0) return [];
	const since = (alarm.StateTransitionedTimestamp ?? alarm.StateUpdatedTimestamp)?.getTime();
	return [{
		arn,
		type,
		state,
		...defined({
			reason,
			since
		})
	}];
}

// src/aws/authorization.ts
const PATIENCE_MS = 3e3;
function openExplainer(options, clock) {
	let asked;
	return async (text) => {
		const encoded = encodedDenial(text);
		if (encoded === void 0) return text;
		asked ??= {
			encoded,
			answer: decode(encoded, options, clock)
		};
		const denial = asked.encoded === encoded ? await asked.answer : void 0;
		return denial === void 0 ? text : withDenial(text, denial);
	};
}
function explainDenials(client, explain) {
	client.middlewareStack.add((next) => async (args) => {
		try {
			return await next(args);
		} catch (error) {
			if (error instanceof Error && isNamed$1(error, ...DENIED)) error.message = await explain(error.message);
			throw error;
		}
	}, {
		step: "initialize",
		name: "explainDenials"
	});
}
async function decode(encoded, options, clock) {
	const [late, done] = [new AbortController(), new AbortController()];
	const giveUp = clock.sleep(PATIENCE_MS, done.signal).then(() => {
		late.abort();
	});
	try {
		return await Promise.race([ask(encoded, options, late.signal), giveUp]);
	} catch (error) {
		if (error instanceof ActionError) return void 0;
		throw error;
	} finally {
		done.abort();
	}
}
async function ask(encoded, options, abortSignal) {
	const decoded = await asking("decode an authorization message", async () => {
		const sdk = await import("./aws-sdk-sts.js");
		const client = new sdk.STSClient(clientSettings({
			...options,
			maxAttempts: 2
		}));
		const command = new sdk.DecodeAuthorizationMessageCommand({ EncodedMessage: encoded });
		return (await client.send(command, { abortSignal })).DecodedMessage ?? "";
	}, "STS");
	return decodedDenial(decoded);
}

// src/aws/changeSets/rollback.ts
function decodeRollback(given) {
	const alarms = (given?.RollbackTriggers ?? []).map(({ Arn: arn = "", Type: type = "" }) => ({
		arn,
		type
	}));
	const minutes = given?.MonitoringTimeInMinutes ?? 0;
	return alarms.length === 0 && minutes === 0 ? void 0 : {
		alarms,
		minutes
	};
}
function encodeRollback({ alarms, minutes }) {
	return {
		RollbackTriggers: alarms.map(({ arn, type }) => ({
			Arn: arn,
			Type: type
		})),
		MonitoringTimeInMinutes: minutes
	};
}

// src/aws/stacks.ts
function createStacks(edge, explain = (text) => Promise.resolve(text)) {
	const { client } = edge;
	return {
		describe: (stack) => asking(`describe stack ${stack}`, () => describe(client, stack)),
		template: (stack) => asking(`read the template of stack ${stack}`, () => template(client, stack)),
		events: (stackArn, isKnown) => asking(`read the events of stack ${stackArn}`, async () => explained(await events(client, stackArn, isKnown), explain)),
		newestEvents: (stackArn) => asking(`read the newest events of stack ${stackArn}`, async () => {
			return (await eventPage(client, stackArn)).events;
		}),
		delete: (stackArn, token) => deleteStack(edge, stackArn, token),
		resources: (stackArn) => asking(`list the resources of stack ${stackArn}`, () => listedResources(client, stackArn)),
		setTerminationProtection: (stackName, enabled) => setTerminationProtection(edge, stackName, enabled)
	};
}
async function describe(client, stack) {
	try {
		const { Stacks: [found] = [] } = await client.send(new DescribeStacksCommand({ StackName: stack }));
		return found && decodeStack(found);
	} catch (error) {
		if (isMissingStack(error)) return void 0;
		throw error;
	}
}
async function deleteStack(edge, stackArn, token) {
	const { client } = edge;
	try {
		await client.send(new DeleteStackCommand({
			StackName: stackArn,
			ClientRequestToken: token
		}));
	} catch (error) {
		const { region } = arnParts(stackArn);
		const failure = toActionError(error, `delete stack ${stackArn}`, "CloudFormation", region);
		if (!mayHaveArrived(error)) throw failure;
		const ask = () => hasDeletionBegun(client, stackArn, token);
		if (!await tookEffect(edge, {
			failure,
			what: "it is being deleted",
			ask
		})) throw withoutEffect(failure);
	}
}
async function hasDeletionBegun(client, stackArn, token) {
	const stack = await describe(client, stackArn);
	if (stack === void 0 || /^DELETE_(IN_PROGRESS|COMPLETE)$/.test(stack.status)) return true;
	const { events } = await eventPage(client, stackArn);
	return events.some((event) => event.token === token) || void 0;
}
async function setTerminationProtection(edge, stackName, enabled) {
	const { client } = edge;
	try {
		await client.send(new UpdateTerminationProtectionCommand({
			StackName: stackName,
			EnableTerminationProtection: enabled
		}));
	} catch (error) {
		const failure = toActionError(error, `set the termination protection of stack ${stackName}`);
		if (!mayHaveArrived(error)) throw failure;
		const isSet = async () => (await describe(client, stackName))?.terminationProtection === enabled || void 0;
		if (!await tookEffect(edge, {
			failure,
			what: `it is ${enabled ? "on" : "off"}`,
			ask: isSet
		})) throw withoutEffect(failure);
	}
}
async function template(client, stack) {
	try {
		const command = new GetTemplateCommand({
			StackName: stack,
			TemplateStage: "Original"
		});
		const { TemplateBody: body } = await client.send(command);
		return body === void 0 || /^\s*(\{\s*\})?\s*$/.test(body) ? void 0 : body;
	} catch (error) {
		if (isMissingStack(error) || isRefused(error) && await isShell(client, stack)) return void 0;
		throw error;
	}
}
async function isShell(client, stack) {
	return (await describe(client, stack))?.status === "REVIEW_IN_PROGRESS";
}
async function events(client, stackArn, isKnown) {
	const found = [];
	let page;
	do {
		const { events: listed, next } = await eventPage(client, stackArn, page);
		for (const event of listed) {
			if (isKnown(event)) return found;
			found.push(event);
		}
		page = next;
	} while (page !== void 0);
	return found;
}
async function eventPage(client, stackArn, page) {
	const command = new DescribeStackEventsCommand({
		StackName: stackArn,
		...defined({ NextToken: page })
	});
	const { StackEvents: listed = [], NextToken: next } = await client.send(command);
	return {
		events: listed.map(decodeEvent),
		next
	};
}
async function explained(newestFirst, explain) {
	const told = [];
	for (const event of newestFirst.toReversed()) told.push(event.reason === void 0 ? event : {
		...event,
		reason: await explain(event.reason)
	});
	return told.toReversed();
}
async function listedResources(client, stackArn, persist = (ask) => ask()) {
	const found = [];
	let page;
	do {
		const command = new ListStackResourcesCommand({
			StackName: stackArn,
			...defined({ NextToken: page })
		});
		const answer = await persist(() => client.send(command));
		for (const resource of answer.StackResourceSummaries ?? []) found.push({
			logicalId: required(resource.LogicalResourceId, "LogicalResourceId"),
			type: required(resource.ResourceType, "ResourceType"),
			status: required(resource.ResourceStatus, "ResourceStatus"),
			...defined({
				physicalId: resource.PhysicalResourceId,
				reason: resource.ResourceStatusReason,
				driftStatus: resource.DriftInformation?.StackResourceDriftStatus
			})
		});
		page = answer.NextToken;
	} while (page !== void 0);
	return found;
}
function decodeStack(stack) {
	return {
		arn: required(stack.StackId, "StackId"),
		name: required(stack.StackName, "StackName"),
		status: required(stack.StackStatus, "StackStatus"),
		parameters: (stack.Parameters ?? []).map((parameter) => ({
			name: required(parameter.ParameterKey, "ParameterKey"),
			value: parameter.ParameterValue ?? "",
			...defined({ resolved: parameter.ResolvedValue })
		})),
		tags: Object.fromEntries((stack.Tags ?? []).map((tag) => [tag.Key, tag.Value ?? ""])),
		outputs: (stack.Outputs ?? []).map((output) => ({
			key: required(output.OutputKey, "OutputKey"),
			value: output.OutputValue ?? "",
			...defined({
				description: output.Description,
				exportName: output.ExportName
			})
		})),
		capabilities: stack.Capabilities ?? [],
		notificationArns: stack.NotificationARNs ?? [],
		terminationProtection: stack.EnableTerminationProtection ?? false,
		createdAt: time(stack.CreationTime, "CreationTime"),
		...defined({
			statusReason: stack.StackStatusReason,
			roleArn: stack.RoleARN,
			rollback: decodeRollback(stack.RollbackConfiguration),
			changeSetArn: stack.ChangeSetId,
			updatedAt: stack.LastUpdatedTime?.getTime()
		})
	};
}
function decodeEvent(event) {
	return {
		id: required(event.EventId, "EventId"),
		stackArn: required(event.StackId, "StackId"),
		stackName: required(event.StackName, "StackName"),
		logicalId: event.LogicalResourceId ?? "",
		type: event.ResourceType ?? "",
		at: time(event.Timestamp, "Timestamp"),
		status: event.ResourceStatus ?? "",
		...defined({
			physicalId: event.PhysicalResourceId,
			reason: event.ResourceStatusReason,
			token: event.ClientRequestToken,
			operationId: event.OperationId,
			detailedStatus: event.DetailedStatus,
			hook: event.HookType === void 0 ? void 0 : decodeHook(event, event.HookType)
		})
	};
}
function decodeHook(event, type) {
	return {
		type,
		status: event.HookStatus ?? "",
		...defined({
			reason: event.HookStatusReason,
			failureMode: event.HookFailureMode
		})
	};
}

// src/aws/changeSets/changeSetName.ts
function naming({ arn, stack }) {
	return {
		ChangeSetName: arn,
		...stack === void 0 ? {} : { StackName: stack }
	};
}
function changeSetTemplate(client, set) {
	const command = new GetTemplateCommand({
		...naming(set),
		TemplateStage: "Original"
	});
	const isUntold = (error) => isGone(error) || isRefused(error);
	return unlessGone(async () => (await client.send(command)).TemplateBody, isUntold);
}
async function unlessGone(ask, isIt = isGone) {
	try {
		return await ask();
	} catch (error) {
		if (isIt(error)) return void 0;
		throw error;
	}
}
function isGone(error) {
	return isMissingChangeSet(error) || isMissingStack(error);
}

// src/aws/changeSets/changeSetList.ts
async function listChangeSets(client, stackName) {
	const found = [];
	let page;
	do {
		const command = new ListChangeSetsCommand({
			StackName: stackName,
			...defined({ NextToken: page })
		});
		const answer = await client.send(command).catch((error) => {
			if (isMissingStack(error)) return void 0;
			throw error;
		});
		found.push(...(answer?.Summaries ?? []).map(decodeSummary));
		page = answer?.NextToken;
	} while (page !== void 0);
	return found;
}
function decodeSummary(summary) {
	const name = summary.ChangeSetName ?? summary.ChangeSetId?.split("/")[1] ?? "";
	return {
		arn: summary.ChangeSetId ?? name,
		name,
		status: summary.Status ?? "",
		executionStatus: summary.ExecutionStatus ?? "",
		description: summary.Description ?? "",
		...defined({ createdAt: summary.CreationTime?.getTime() })
	};
}
async function deleteChangeSet(client, set) {
	try {
		await client.send(new DeleteChangeSetCommand(naming(set)));
	} catch (error) {
		if (!isMissingChangeSet(error) && !isMissingStack(error)) throw error;
	}
}

// src/aws/changeSets/createChangeSet.ts
const NAMES_TRIED = 5;
const MOST_DESCRIPTION = 900;
async function createChangeSet(edge, request, ours) {
	const description = `${request.description.slice(0, MOST_DESCRIPTION)} (${ours})`;
	for (let number = 1;; number++) {
		const named = {
			...request,
			description,
			name: number === 1 ? request.name : `${request.name.slice(0, 125)}-${number}`
		};
		try {
			return await create(edge, named);
		} catch (error) {
			if (!isNameTaken(error) && !isTokenTaken(error)) throw error;
			const adopted = await resolveConflict(edge, named);
			if (adopted !== void 0) return adopted;
			if (number === NAMES_TRIED) throw error;
		}
	}
}
async function create(edge, request) {
	const send = async () => {
		const answer = await edge.client.send(new CreateChangeSetCommand(inputOf(request)));
		return required(answer.Id, "Id");
	};
	try {
		return await send();
	} catch (error) {
		if (!isLimitReached(error)) throw error;
		if (await deleteLeftovers(edge, request.stackName) > 0) return await send();
		throw new ActionError(`Stack ${request.stackName} has as many change sets as it can hold, and none is a leftover of this action.`, {
			reasonCode: "error",
			hint: `Delete some of them:\naws cloudformation list-change-sets --region <region> --stack-name ${request.stackName}\naws cloudformation delete-change-set --region <region> --change-set-name <ChangeSetId>`,
			cause: error
		});
	}
}
async function resolveConflict(edge, request) {
	const present = await find$5(edge, request);
	if (present === void 0) return void 0;
	const arn = required(present.ChangeSetId, "ChangeSetId");
	if (present.Description !== request.description) return void 0;
	if (present.Status !== "FAILED" && await isSameContent(edge, request, present)) return arn;
	edge.log.debug(`Change set ${request.name} is a leftover of this run: deleting it.`);
	await deleteChangeSet(edge.client, {
		arn,
		stack: request.stackName
	});
	return create(edge, request);
}
async function find$5(edge, request) {
	const command = new DescribeChangeSetCommand({
		ChangeSetName: request.name,
		StackName: request.stackName
	});
	try {
		return await edge.client.send(command);
	} catch (error) {
		if (isMissingChangeSet(error)) return void 0;
		throw error;
	}
}
async function isSameContent(edge, request, present) {
	const set = {
		arn: required(present.ChangeSetId, "ChangeSetId"),
		stack: request.stackName
	};
	const body = await changeSetTemplate(edge.client, set);
	const values = new Map((present.Parameters ?? []).map((one) => [one.ParameterKey, one.ParameterValue]));
	return request.parameters.every(({ name, value }) => {
		const held = values.get(name);
		return value === void 0 || held === value || isMasked(held ?? "");
	}) && body === request.templateBody;
}
async function deleteLeftovers(edge, stackName) {
	const useless = (await listChangeSets(edge.client, stackName)).filter(({ description, status, executionStatus }) => description.startsWith("aurora-deploy-action") && (status === "FAILED" || executionStatus === "OBSOLETE"));
	if (useless.length === 0) return 0;
	edge.log.notice(`Stack ${stackName} holds no more change sets: deleting ${useless.length} leftovers of this action.`);
	for (const { arn } of useless) await deleteChangeSet(edge.client, {
		arn,
		stack: stackName
	});
	return useless.length;
}
function inputOf(request) {
	const revert = request.deploymentMode === "revert-drift";
	const input = {
		StackName: request.stackName,
		ChangeSetName: request.name,
		ChangeSetType: request.type,
		Description: request.description,
		...request.templateUrl === void 0 ? { TemplateBody: request.templateBody } : { TemplateURL: request.templateUrl },
		Parameters: request.parameters.map(({ name, value }) => value === void 0 ? {
			ParameterKey: name,
			UsePreviousValue: true
		} : {
			ParameterKey: name,
			ParameterValue: value
		}),
		Capabilities: request.capabilities,
		...defined({
			RoleARN: request.roleArn,
			NotificationARNs: request.notificationArns?.slice(),
			RollbackConfiguration: request.rollback && encodeRollback(request.rollback),
			Tags: request.tags && Object.entries(request.tags).map(([Key, Value]) => ({
				Key,
				Value
			})),
			ImportExistingResources: request.importExistingResources ? true : void 0,
			DeploymentMode: revert ? "REVERT_DRIFT" : void 0,
			IncludeNestedStacks: revert ? void 0 : request.includeNestedStacks,
			OnStackFailure: request.onFailure === "delete" && request.type === "CREATE" ? "DELETE" : void 0
		})
	};
	return {
		...input,
		ClientToken: tokenOf(input)
	};
}
function tokenOf(input) {
	return createHash("sha256").update(JSON.stringify(input)).digest("hex");
}

// src/aws/changeSets/decodeChange.ts
function decodeChange(change, stackPath, withoutValues) {
	const resource = required(change.ResourceChange, "ResourceChange");
	const { BeforeContext, AfterContext } = resource;
	const [before, after] = [parsed(BeforeContext), parsed(AfterContext)];
	const isCut = before === void 0 && !!BeforeContext || after === void 0 && !!AfterContext;
	return {
		stackPath,
		action: required(resource.Action, "Action"),
		logicalId: required(resource.LogicalResourceId, "LogicalResourceId"),
		type: required(resource.ResourceType, "ResourceType"),
		scope: resource.Scope ?? [],
		details: (resource.Details ?? []).map(decodeDetail),
		...defined({
			physicalId: resource.PhysicalResourceId,
			replacement: resource.Replacement,
			policyAction: resource.PolicyAction,
			before,
			after,
			driftStatus: resource.ResourceDriftStatus,
			withoutValues: withoutValues ? true : void 0,
			isCut: isCut ? true : void 0
		})
	};
}
function decodeDetail(detail) {
	const target = detail.Target ?? {};
	return {
		attribute: target.Attribute ?? "Properties",
		requiresRecreation: target.RequiresRecreation ?? "Never",
		evaluation: detail.Evaluation ?? "Static",
		...defined({
			name: target.Name,
			path: target.Path,
			before: target.BeforeValue,
			after: target.AfterValue,
			changeType: target.AttributeChangeType,
			source: detail.ChangeSource,
			causingEntity: detail.CausingEntity,
			drift: drifted(target.Drift)
		})
	};
}
function drifted(drift) {
	if (drift === void 0) return void 0;
	return {
		previous: drift.PreviousValue ?? "",
		actual: drift.ActualValue ?? ""
	};
}
function parsed(context) {
	if (context === void 0 || context === "") return void 0;
	try {
		return JSON.parse(context);
	} catch {
		return;
	}
}

// src/aws/changeSets/describeChangeSet.ts
async function describeChangeSet(edge, set, first) {
	const page = first ?? await describePlain(edge.client, set);
	return decodeChangeSet(set, page, await resourceChanges(edge.client, set, [], page));
}
function describePlain(client, set) {
	return client.send(new DescribeChangeSetCommand(naming(set)));
}
async function resourceChanges(client, set, stackPath, first) {
	const [plain, valued] = await Promise.all([changesOf(client, set, false, first), changesOf(client, set, true)]);
	return (await Promise.all(merge(plain, valued).map(async ({ change, withoutValues }) => {
		const decoded = decodeChange(change, stackPath, withoutValues);
		const nested = change.ResourceChange?.ChangeSetId;
		if (nested === void 0) return [decoded];
		return [decoded, ...await resourceChanges(client, {
			arn: nested,
			stack: decoded.physicalId
		}, [...stackPath, decoded.logicalId])];
	}))).flat();
}
async function changesOf(client, set, IncludePropertyValues, first) {
	const ask = (NextToken) => client.send(new DescribeChangeSetCommand({
		...naming(set),
		IncludePropertyValues,
		...defined({ NextToken })
	}));
	const changes = [];
	for (let page = first ?? await ask(void 0);; page = await ask(page.NextToken)) {
		changes.push(...page.Changes ?? []);
		if (page.NextToken === void 0) return changes.filter((change) => change.ResourceChange !== void 0);
	}
}
function merge(plain, valued) {
	const withValues = new Map(valued.map((change) => [logicalId(change), change]));
	const known = new Set(plain.map(logicalId));
	return [...plain.map((change) => {
		const full = withValues.get(logicalId(change));
		return {
			change: full ?? change,
			withoutValues: full === void 0
		};
	}), ...valued.filter((change) => !known.has(logicalId(change))).map((change) => ({
		change,
		withoutValues: false
	}))];
}
function logicalId(change) {
	return required(change.ResourceChange?.LogicalResourceId, "LogicalResourceId");
}
function decodeChangeSet({ arn }, page, resources) {
	const stackArn = required(page.StackId, "StackId");
	return {
		arn: page.ChangeSetId ?? arn,
		name: page.ChangeSetName ?? partOf(arn),
		stackArn,
		stackName: page.StackName ?? partOf(stackArn),
		status: required(page.Status, "Status"),
		executionStatus: page.ExecutionStatus ?? "",
		resources,
		parameters: (page.Parameters ?? []).map((parameter) => ({
			name: required(parameter.ParameterKey, "ParameterKey"),
			value: parameter.ParameterValue ?? "",
			...defined({ resolved: parameter.ResolvedValue })
		})),
		tags: Object.fromEntries((page.Tags ?? []).map((tag) => [tag.Key, tag.Value ?? ""])),
		capabilities: page.Capabilities ?? [],
		notificationArns: page.NotificationARNs ?? [],
		createdAt: page.CreationTime?.getTime() ?? 0,
		...defined({
			statusReason: page.StatusReason,
			rollback: decodeRollback(page.RollbackConfiguration)
		})
	};
}
function partOf(arn) {
	return arn.split("/")[1] ?? arn;
}

// src/aws/changeSets/findings.ts
async function changeSetFindings(edge, arn) {
	const [validations, hooks] = await Promise.all([degrading(edge, "validation findings", "cloudformation:DescribeEvents", () => validationFindings(edge.client, arn)), degrading(edge, "hook findings", "cloudformation:ListHookResults and cloudformation:GetHookResult", () => hookFindings(edge.client, arn))]);
	const all = [...validations, ...hooks];
	return [...all.filter(({ level }) => level === "error"), ...all.filter(({ level }) => level !== "error")];
}
async function degrading(edge, what, actions, ask) {
	try {
		return await ask();
	} catch (error) {
		const why = isDenied(error) ? `the role lacks ${actions}` : toActionError(error, "ask for them").message;
		edge.log.notice(`No ${what} are shown: ${why}`);
		return [];
	}
}
async function validationFindings(client, arn) {
	const events = [];
	let page;
	do {
		const command = new DescribeEventsCommand({
			ChangeSetName: arn,
			...defined({ NextToken: page })
		});
		const answer = await client.send(command);
		events.push(...answer.OperationEvents ?? []);
		page = answer.NextToken;
	} while (page !== void 0);
	return events.filter((event) => event.ValidationStatus === "FAILED").map(validationFinding);
}
function validationFinding(event) {
	const where = event.ValidationPath === void 0 ? "" : ` (${event.ValidationPath})`;
	const says = event.ValidationStatusReason ?? "failed";
	return {
		level: event.ValidationFailureMode === "WARN" ? "warning" : "error",
		message: `${event.ValidationName ?? "Validation"}: ${says}${where}`,
		...defined({ logicalId: event.LogicalResourceId })
	};
}
async function hookFindings(client, arn) {
	const results = [];
	let page;
	do {
		const command = new ListHookResultsCommand({
			TargetType: "CHANGE_SET",
			TargetId: arn,
			...defined({ NextToken: page })
		});
		const answer = await client.send(command).catch((error) => {
			if (isMissingHookResult(error)) return void 0;
			throw error;
		});
		results.push(...answer?.HookResults ?? []);
		page = answer?.NextToken;
	} while (page !== void 0);
	const failures = results.filter(({ Status }) => Status === "HOOK_COMPLETE_FAILED" || Status === "HOOK_FAILED");
	return Promise.all(failures.map((result) => hookFinding(client, result)));
}
async function hookFinding(client, result) {
	const id = result.HookResultId;
	const detail = id === void 0 ? void 0 : await client.send(new GetHookResultCommand({ HookResultId: id }));
	const annotations = (detail?.Annotations ?? []).filter(({ Status }) => Status === "FAILED").map(({ AnnotationName, StatusMessage, RemediationMessage }) => [
		AnnotationName,
		StatusMessage,
		RemediationMessage
	].filter(Boolean).join(": "));
	const says = [result.HookStatusReason ?? detail?.HookStatusReason ?? "failed", ...annotations].join(" ");
	return {
		level: result.FailureMode === "WARN" ? "warning" : "error",
		message: `Hook ${result.TypeName ?? ""}: ${says}`
	};
}

// src/aws/changeSets/settleChangeSet.ts
const SETTLES_WITHIN_MS = 9e5;
const FOUND_WITHIN_MS = 2e4;
const NO_CHANGES = ["The submitted information didn't contain changes.", "No updates are to be performed"];
async function settle(edge, set) {
	const { clock, pace, cancel } = edge;
	const { arn } = set;
	const started = clock.now();
	const delays = (attempt) => pace.pause(changeSetDelays(attempt));
	const options = {
		clock,
		delays,
		deadline: started + SETTLES_WITHIN_MS
	};
	const polled = await poll({
		...options,
		...defined({ signal: cancel })
	}, () => settled(edge, set, started));
	switch (polled.kind) {
		case "done": return polled.value.Status === "FAILED" ? failed(edge, set, polled.value) : ready(edge, set, polled.value);
		case "aborted": throw new ActionError(`The job was cancelled while change set ${arn} was made: nothing was executed.`, { reasonCode: "cancelled" });
		case "timed-out": throw new ActionError(`Change set ${arn} was not ready after ${SETTLES_WITHIN_MS / 6e4} minutes.`, {
			reasonCode: "timeout",
			hint: "Run the job again: AWS may be slow just now."
		});
	}
}
async function settled(edge, set, started) {
	try {
		const page = await describePlain(edge.client, set);
		return page.Status === "CREATE_PENDING" || page.Status === "CREATE_IN_PROGRESS" ? void 0 : page;
	} catch (error) {
		if (isMissingChangeSet(error) && edge.clock.now() - started < FOUND_WITHIN_MS) return void 0;
		throw error;
	}
}
async function ready(edge, set, page) {
	const [changeSet, findings] = await Promise.all([describeChangeSet(edge, set, page), changeSetFindings(edge, set.arn)]);
	return {
		kind: "ready",
		changeSet,
		findings
	};
}
async function failed(edge, set, page) {
	const { arn } = set;
	const reason = page.StatusReason || await reasonAgain(edge, set);
	const stackArn = required(page.StackId, "StackId");
	if (NO_CHANGES.some((text) => reason.startsWith(text))) return {
		kind: "no-changes",
		arn,
		stackArn,
		reason
	};
	const [detail, findings] = await Promise.all([nestedReason(edge, reason), changeSetFindings(edge, arn)]);
	const told = detail ?? reason;
	const [own] = findings.flatMap(({ level, message }) => level === "error" && !message.startsWith("Hook ") ? hintFor("", message) ?? [] : []);
	const hint = own ?? hintFor("", told);
	return {
		kind: "failed",
		arn,
		stackArn,
		reason: told,
		findings,
		...hint === void 0 ? {} : { hint }
	};
}
async function reasonAgain(edge, set) {
	const { client, clock, pace } = edge;
	const delays = (attempt) => pace.pause(changeSetDelays(attempt));
	const polled = await poll({
		clock,
		delays,
		deadline: clock.now() + 3e3
	}, async () => {
		return (await describePlain(client, set)).StatusReason || void 0;
	});
	return polled.kind === "done" ? polled.value : "CloudFormation gives no reason.";
}
async function nestedReason(edge, reason) {
	const nested = /^Nested change set (arn:\S+) was not successfully created/.exec(reason)?.[1];
	if (nested === void 0) return void 0;
	const page = await describePlain(edge.client, {
		arn: nested,
		stack: void 0
	});
	const inner = page.StatusReason ?? "";
	return `Nested stack ${page.StackName ?? nested}: ${await nestedReason(edge, inner) ?? inner}`;
}

// src/aws/changeSets/changeSets.ts
function createChangeSets(edge) {
	const { client } = edge;
	const ours = randomUUID();
	return {
		prepare: (request) => asking(`create change set ${request.name} of stack ${request.stackName}`, async () => settle(edge, {
			arn: await createChangeSet(edge, request, ours),
			stack: request.stackName
		})),
		describe: (arn, stack) => asking(`describe change set ${arn}`, () => unlessGone(() => describeChangeSet(edge, {
			arn,
			stack
		}))),
		template: (arn, stack) => asking(`read the template of change set ${arn}`, () => changeSetTemplate(client, {
			arn,
			stack
		})),
		list: (stackName) => asking(`list the change sets of stack ${stackName}`, () => listChangeSets(client, stackName)),
		delete: (arn, stack) => asking(`delete change set ${arn}`, () => deleteChangeSet(client, {
			arn,
			stack
		})),
		execute: (request) => asking(`execute change set ${request.changeSetArn}`, () => execute(edge, request))
	};
}
async function execute(edge, request) {
	const command = new ExecuteChangeSetCommand({
		ChangeSetName: request.changeSetArn,
		StackName: request.stackArn,
		ClientRequestToken: request.token,
		...defined({ DisableRollback: request.disableRollback })
	});
	try {
		await edge.client.send(command);
		return "started";
	} catch (error) {
		return failedCall(edge, request, error);
	}
}
async function failedCall(edge, request, error) {
	const isLost = mayHaveArrived(error);
	const isOutdated = isMissingChangeSet(error) || isStateRefusal(error);
	if (isMissingChangeSet(error) && !isLost) throw outdated(request, error);
	if (!isLost && !isOutdated) throw error;
	const failure = toActionError(error, `execute change set ${request.changeSetArn}`);
	const ask = () => hasBegun(edge, request);
	if (await tookEffect(edge, {
		failure,
		what: "it is being executed",
		ask
	})) return "already-started";
	throw isOutdated ? outdated(request, error) : withoutEffect(failure);
}
function isStateRefusal(error) {
	return isWrongChangeSetState(error) || isTokenTaken(error);
}
async function hasBegun({ client }, { changeSetArn: arn, stackArn: stack, token }) {
	const set = await unlessGone(() => describePlain(client, {
		arn,
		stack
	}));
	if (set === void 0) return (await eventPage(client, stack)).events.some((event) => event.token === token);
	const { ExecutionStatus: state = "AVAILABLE" } = set;
	return state === "AVAILABLE" ? void 0 : state.startsWith("EXECUTE_");
}
function outdated(request, cause) {
	return new ActionError(`Change set ${request.changeSetArn} can no longer be executed: the stack was changed since.`, {
		reasonCode: "stale-review",
		hint: "Run this job again: it looks at the stack anew.",
		cause
	});
}

// src/aws/exports.ts
function createExports(client) {
	return { importers: (exportName, signal) => asking(`ask who imports ${exportName}`, () => importers(client, exportName, signal)) };
}
async function importers(client, exportName, abortSignal) {
	const found = [];
	let page;
	try {
		do {
			const command = new ListImportsCommand({
				ExportName: exportName,
				...defined({ NextToken: page })
			});
			const answer = await client.send(command, defined({ abortSignal }));
			found.push(...answer.Imports ?? []);
			page = answer.NextToken;
		} while (page !== void 0);
		return found;
	} catch (error) {
		if (isNotImported(error)) return found;
		throw error;
	}
}

// src/aws/deletions/contents.ts
function openContents(options) {
	const askS3 = lazily("S3", () => openS3(options));
	const askEcr = lazily("ECR", () => openEcr(options));
	return {
		hasObjects: (bucket) => askS3(`look into bucket ${bucket}`, (s3) => hasObjects(s3, bucket)),
		hasImages: (repository) => askEcr(`look into repository ${repository}`, (ecr) => hasImages(ecr, repository))
	};
}
async function openS3(options) {
	const sdk = await import("./aws-sdk-s3.js");
	const forcePathStyle = options.s3Endpoint !== void 0;
	return {
		sdk,
		client: new sdk.S3Client({
			...clientSettings(options),
			forcePathStyle
		})
	};
}
async function openEcr(options) {
	const sdk = await import("./aws-sdk-ecr.js");
	return {
		sdk,
		client: new sdk.ECRClient(clientSettings(options))
	};
}
async function hasObjects({ sdk, client }, Bucket) {
	try {
		const command = new sdk.ListObjectVersionsCommand({
			Bucket,
			MaxKeys: 1
		});
		const { Versions = [], DeleteMarkers = [] } = await client.send(command);
		return Versions.length + DeleteMarkers.length > 0;
	} catch (error) {
		if (isNamed(error, "NoSuchBucket")) return false;
		throw error;
	}
}
async function hasImages({ sdk, client }, repositoryName) {
	try {
		const command = new sdk.ListImagesCommand({
			repositoryName,
			maxResults: 1
		});
		const { imageIds = [] } = await client.send(command);
		return imageIds.length > 0;
	} catch (error) {
		if (isNamed(error, "RepositoryNotFoundException")) return false;
		throw error;
	}
}
function isNamed(error, name) {
	return error instanceof Error && error.name === name;
}

// src/aws/rds.ts
function rdsAsker(options) {
	return lazily("RDS", () => open$11(options));
}
async function open$11(options) {
	const sdk = await import("./aws-sdk-rds.js");
	return {
		sdk,
		client: new sdk.RDSClient(clientSettings(options))
	};
}

// src/aws/deletions/databaseStates.ts
function openDatabaseStates(options) {
	const ask = rdsAsker(options);
	return {
		isProtected: (kind, id) => ask(`ask for the deletion protection of ${id}`, (rds) => PROTECTED[kind](rds, id)),
		snapshots: (kind, id) => ask(`look for the snapshots of ${id}`, (rds) => SNAPSHOTS[kind](rds, id))
	};
}
const PROTECTED = {
	cluster: async ({ sdk, client }, id) => {
		const Filters = [{
			Name: "db-cluster-id",
			Values: [id]
		}];
		const { DBClusters: [found] = [] } = await client.send(new sdk.DescribeDBClustersCommand({ Filters }));
		return found && found.DeletionProtection === true;
	},
	instance: async ({ sdk, client }, id) => {
		const Filters = [{
			Name: "db-instance-id",
			Values: [id]
		}];
		const { DBInstances: [found] = [] } = await client.send(new sdk.DescribeDBInstancesCommand({ Filters }));
		return found && found.DeletionProtection === true;
	},
	"global-cluster": async ({ sdk, client }, id) => {
		try {
			const command = new sdk.DescribeGlobalClustersCommand({ GlobalClusterIdentifier: id });
			const { GlobalClusters: [found] = [] } = await client.send(command);
			return found && found.DeletionProtection === true;
		} catch (error) {
			if (error instanceof Error && error.name.startsWith("GlobalClusterNotFound")) return void 0;
			throw error;
		}
	}
};
const SNAPSHOTS = {
	cluster: (rds, id) => allPages(async (Marker) => {
		const command = new rds.sdk.DescribeDBClusterSnapshotsCommand({
			DBClusterIdentifier: id,
			SnapshotType: "manual",
			...defined({ Marker })
		});
		const answer = await rds.client.send(command);
		return {
			found: (answer.DBClusterSnapshots ?? []).map((it) => snapshot(it.DBClusterSnapshotIdentifier, it.SnapshotCreateTime)),
			next: answer.Marker
		};
	}),
	instance: (rds, id) => allPages(async (Marker) => {
		const command = new rds.sdk.DescribeDBSnapshotsCommand({
			DBInstanceIdentifier: id,
			SnapshotType: "manual",
			...defined({ Marker })
		});
		const answer = await rds.client.send(command);
		return {
			found: (answer.DBSnapshots ?? []).map((it) => snapshot(it.DBSnapshotIdentifier, it.SnapshotCreateTime)),
			next: answer.Marker
		};
	})
};
async function allPages(ask) {
	const all = [];
	let marker;
	do {
		const { found, next } = await ask(marker);
		all.push(...found.flat());
		marker = next;
	} while (marker !== void 0 && marker !== "");
	return all;
}
function snapshot(id, madeAt) {
	return id === void 0 ? [] : [{
		id,
		...defined({ madeAt: madeAt?.getTime() })
	}];
}

// src/aws/deletions/deletions.ts
function createDeletions(client, options) {
	return {
		processedTemplate: (stackArn) => asking(`read the template of stack ${stackArn}`, () => processedTemplate(client, stackArn)),
		...createExports(client),
		...openDatabaseStates(options),
		...openContents(options)
	};
}
async function processedTemplate(client, stack) {
	try {
		const command = new GetTemplateCommand({
			StackName: stack,
			TemplateStage: "Processed"
		});
		const { TemplateBody: body } = await client.send(command);
		return body === void 0 || /^\s*(\{\s*\})?\s*$/.test(body) ? void 0 : body;
	} catch (error) {
		if (isMissingStack(error)) return void 0;
		throw error;
	}
}

// src/aws/drift.ts
function createDrifts(edge) {
	return { detect: (stackArn, deadline) => asking(`detect the drift of stack ${stackArn}`, async () => {
		const persist = (ask) => persistently(edge, {
			stackArn,
			deadline
		}, ask);
		const id = await persist(() => begun(edge.client, stackArn));
		const ended = await persist(() => detectionEnd(edge.client, id));
		if (ended.DetectionStatus !== "DETECTION_COMPLETE") return {
			...driftOf(ended, await checkedNonetheless(edge.client, stackArn, persist)),
			coverage: NO_COVERAGE
		};
		const found = driftOf(ended, await listedDrifts(edge.client, stackArn, persist));
		return {
			...found,
			coverage: await coverage(edge, {
				stackArn,
				deadline
			}, found)
		};
	}) };
}
async function persistently({ clock, pace, cancel }, { stackArn, deadline }, ask) {
	const delays = (attempt) => pace.pause(changeSetDelays(attempt));
	const options = {
		clock,
		delays,
		deadline,
		...defined({ signal: cancel })
	};
	const polled = await poll(options, async () => {
		try {
			return await ask();
		} catch (error) {
			if (isThrottled(error)) return void 0;
			throw error;
		}
	});
	if (polled.kind === "done") return polled.value;
	const cancelled = polled.kind === "aborted";
	throw new ActionError(cancelled ? `The job was cancelled while the drift of stack ${stackArn} was detected.` : `The drift of stack ${stackArn} was not detected in time.`, { reasonCode: cancelled ? "cancelled" : "timeout" });
}
async function begun(client, stackArn) {
	try {
		const started = await client.send(new DetectStackDriftCommand({ StackName: stackArn }));
		return required(started.StackDriftDetectionId, "StackDriftDetectionId");
	} catch (error) {
		if (isDetecting(error)) return void 0;
		throw error;
	}
}
async function detectionEnd(client, id) {
	const command = new DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId: id });
	const answer = await client.send(command);
	return answer.DetectionStatus === "DETECTION_IN_PROGRESS" ? void 0 : answer;
}
async function checkedNonetheless(client, stackArn, persist) {
	try {
		return await listedDrifts(client, stackArn, persist);
	} catch (error) {
		if (isRefused(error)) return [];
		throw error;
	}
}
async function listedDrifts(client, stackArn, persist) {
	const found = [];
	let page;
	do {
		const command = new DescribeStackResourceDriftsCommand({
			StackName: stackArn,
			StackResourceDriftStatusFilters: [
				"MODIFIED",
				"DELETED",
				"UNKNOWN"
			],
			...defined({ NextToken: page })
		});
		const answer = await persist(() => client.send(command));
		found.push(...answer.StackResourceDrifts ?? []);
		page = answer.NextToken;
	} while (page !== void 0);
	return found;
}
async function coverage(edge, { stackArn, deadline }, found) {
	const patience = Math.min(deadline, edge.clock.now() + COVERAGE_PATIENCE_MS);
	const persist = (ask) => persistently(edge, {
		stackArn,
		deadline: patience
	}, ask);
	try {
		const listed = await asking(`list the resources of stack ${stackArn}`, () => listedResources(edge.client, stackArn, persist));
		return coverageOf(listed, found);
	} catch (error) {
		if (!(error instanceof ActionError) || error.reasonCode === "cancelled") throw error;
		const late = `The resources of stack ${stackArn} were not listed in time.`;
		const reason = error.reasonCode === "timeout" ? late : error.message;
		return {
			...NO_COVERAGE,
			untold: [{
				stackPath: [],
				reason
			}]
		};
	}
}
const COVERAGE_PATIENCE_MS = 6e4;
function driftOf(ended, listed) {
	const isUnknown = (drift) => drift.StackResourceDriftStatus === "UNKNOWN";
	const resources = listed.filter((drift) => !isUnknown(drift)).map(decodeDrift);
	const unknown = listed.filter(isUnknown).map((drift) => ({
		stackPath: [],
		logicalId: required(drift.LogicalResourceId, "LogicalResourceId"),
		reason: drift.DriftStatusReason ?? NO_REASON
	}));
	const reason = unexplained(ended, resources.length, unknown.length);
	return {
		resources,
		unchecked: [...unknown, ...reason === void 0 ? [] : [{
			stackPath: [],
			reason
		}]]
	};
}
const NO_REASON = "no reason given";
function unexplained(ended, drifted, unknown) {
	const { DetectionStatus, DetectionStatusReason, StackDriftStatus } = ended;
	if (DetectionStatus === "DETECTION_COMPLETE") {
		if (StackDriftStatus === "IN_SYNC" || unknown > 0) return void 0;
		if (StackDriftStatus === "DRIFTED" && drifted > 0) return void 0;
	}
	return DetectionStatusReason || (StackDriftStatus === void 0 ? NO_REASON : `CloudFormation says ${StackDriftStatus}, and not why`);
}
function decodeDrift(drift) {
	return {
		stackPath: [],
		logicalId: required(drift.LogicalResourceId, "LogicalResourceId"),
		type: required(drift.ResourceType, "ResourceType"),
		status: drift.StackResourceDriftStatus === "DELETED" ? "DELETED" : "MODIFIED",
		differences: (drift.PropertyDifferences ?? []).map((difference) => ({
			path: difference.PropertyPath ?? "",
			kind: difference.DifferenceType ?? "NOT_EQUAL",
			expected: difference.ExpectedValue ?? "",
			actual: difference.ActualValue ?? ""
		})),
		forms: [drift.ExpectedProperties ?? "", drift.ActualProperties ?? ""],
		...defined({ physicalId: drift.PhysicalResourceId })
	};
}

// src/aws/pace.ts
const SLOWER = .7;
const FASTER = .02;
const FREE = 1 / 3;
const SLOWEST = 1 / 30;
const TOLD_FROM_MS = 1e4;
const AT_ONCE_MS = 1e3;
function openPace(now, random, tell) {
	let isTold = false;
	let rate = Number.POSITIVE_INFINITY;
	let slowedAt = Number.NEGATIVE_INFINITY;
	const apart = () => 1e3 / rate;
	return {
		throttled: () => {
			if (now() - slowedAt < Math.max(AT_ONCE_MS, apart())) return;
			slowedAt = now();
			rate = Math.max(SLOWEST, Math.min(rate, FREE) * SLOWER);
			if (isTold || apart() < TOLD_FROM_MS) return;
			isTold = true;
			tell?.();
		},
		answered: () => {
			rate += FASTER;
			if (rate >= FREE) rate = Number.POSITIVE_INFINITY;
		},
		apart,
		pause: (wanted) => Math.max(wanted, apart() * (.75 + random() / 2))
	};
}

// src/aws/parameterStore.ts
const NAMES_A_REQUEST = 10;
function openParameterStore(options) {
	return { read: (names) => asking(`read SSM parameters ${names.join(", ")}`, async () => {
		const sdk = await import("./aws-sdk-ssm.js");
		const client = new sdk.SSMClient(clientSettings(options));
		const found = [];
		for (let start = 0; start < names.length; start += NAMES_A_REQUEST) {
			const command = new sdk.GetParametersCommand({ Names: names.slice(start, start + NAMES_A_REQUEST) });
			for (const parameter of (await client.send(command)).Parameters ?? []) {
				const { Name: name = "", Version: version = 0, Value: value = "" } = parameter;
				found.push({
					name,
					version,
					value
				});
			}
		}
		return found;
	}, "SSM") };
}

// src/aws/preflight/prices.ts
function openPrices(options) {
	const listRegion = priceListRegion(options.region);
	if (listRegion === void 0) return { products: async () => [] };
	const ask = lazily("the Price List", () => open$10({
		...options,
		region: listRegion
	}));
	return { products: (query, signal) => ask(`ask for prices of ${query.service}`, (pricing) => products(pricing, query, options.region, signal)) };
}
function priceListRegion(region) {
	if (region.startsWith("cn-")) return "cn-northwest-1";
	if (/^(us-gov|us-iso\w*|eu-iso\w*|eusc)-/.test(region)) return void 0;
	if (/^(ap|me|il)-/.test(region)) return "ap-south-1";
	return /^(eu|af)-/.test(region) ? "eu-central-1" : "us-east-1";
}
async function open$10(options) {
	const sdk = await import("./aws-sdk-pricing.js");
	return {
		sdk,
		client: new sdk.PricingClient(clientSettings(options))
	};
}
const MOST_PAGES = 3;
async function products({ sdk, client }, { service, attributes }, region, abortSignal) {
	const Filters = Object.entries({
		...attributes,
		regionCode: region
	}).map(([Field, Value]) => ({
		Type: "TERM_MATCH",
		Field,
		Value
	}));
	const found = [];
	let NextToken;
	for (let page = 0; page < MOST_PAGES; page++) {
		const input = {
			ServiceCode: service,
			Filters,
			FormatVersion: "aws_v1",
			...defined({ NextToken })
		};
		const answer = await client.send(new sdk.GetProductsCommand(input), { abortSignal });
		for (const document of answer.PriceList ?? []) found.push(String(document));
		NextToken = answer.NextToken;
		if (NextToken === void 0 || NextToken === "") return found;
	}
	return [];
}

// src/aws/preflight/each.ts
function onceEach(ask) {
	const asked = /* @__PURE__ */ new Map();
	return (key, signal) => {
		const before = asked.get(key);
		if (before !== void 0) return before;
		const answer = ask(key, signal);
		asked.set(key, answer);
		answer.catch(() => asked.delete(key));
		return answer;
	};
}
const AT_ONCE = 10;
async function forEachOf(items, work) {
	const done = [];
	for (let at = 0; at < items.length; at += AT_ONCE) done.push(...await Promise.all(items.slice(at, at + AT_ONCE).map(work)));
	return done;
}

// src/aws/preflight/caller.ts
function openCaller(options) {
	const ask = lazily("STS", async () => {
		const sdk = await import("./aws-sdk-sts.js");
		return {
			sdk,
			client: new sdk.STSClient(clientSettings(options))
		};
	});
	const known = onceEach((_, abortSignal) => ask("ask who is calling", async ({ sdk, client }) => {
		const answer = await client.send(new sdk.GetCallerIdentityCommand({}), { abortSignal });
		return {
			account: required(answer.Account, "Account"),
			arn: required(answer.Arn, "Arn")
		};
	}));
	return (signal) => known("", signal);
}

// src/aws/preflight/certificates.ts
function openCertificates(options) {
	const ask = lazily("Certificate Manager", () => import("./aws-sdk-acm.js"));
	return { find: (arns, signal) => ask("ask for the certificates", async (sdk) => {
		const regions = [...new Set(arns.map((arn) => arnParts(arn).region))];
		const clients = new Map(regions.map((region) => [region, new sdk.ACMClient(clientSettings({
			...options,
			region
		}))]));
		return (await forEachOf(arns, async (arn) => {
			const client = required(clients.get(arnParts(arn).region), "a region");
			try {
				const command = new sdk.DescribeCertificateCommand({ CertificateArn: arn });
				const { Certificate: certificate } = await client.send(command, { abortSignal: signal });
				return {
					arn,
					status: required(certificate?.Status, "Status")
				};
			} catch (error) {
				if (isNamed$1(error, "ResourceNotFound")) return void 0;
				throw error;
			}
		})).filter((certificate) => certificate !== void 0);
	}) };
}

// src/aws/preflight/databases.ts
function openDatabases(options) {
	const ask = rdsAsker(options);
	return {
		versions: onceEach((engine, signal) => ask(`ask for the versions of ${engine}`, (rds) => versions(rds, engine, signal))),
		isOffered: (instance, signal) => ask(`ask for the instance classes of ${instance.engine} ${instance.version}`, (rds) => isOffered(rds, instance, signal)),
		takenClusters: (identifiers, signal) => ask("look for clusters of the same names", (rds) => takenClusters(rds, identifiers, signal)),
		takenInstances: (identifiers, signal) => ask("look for database instances of the same names", (rds) => takenInstances(rds, identifiers, signal)),
		quotas: (signal) => ask("ask for RDS's quotas", (rds) => quotas(rds, signal))
	};
}
async function versions({ sdk, client }, Engine, abortSignal) {
	const found = [];
	let Marker;
	do {
		const command = new sdk.DescribeDBEngineVersionsCommand({
			Engine,
			...defined({ Marker })
		});
		const answer = await client.send(command, { abortSignal });
		for (const { EngineVersion: version, DBParameterGroupFamily, Status } of answer.DBEngineVersions ?? []) if (version !== void 0 && Status !== "deprecated") found.push({
			version,
			...defined({ family: DBParameterGroupFamily })
		});
		Marker = answer.Marker;
	} while (Marker !== void 0 && Marker !== "");
	return found;
}
async function isOffered({ sdk, client }, instance, abortSignal) {
	const command = new sdk.DescribeOrderableDBInstanceOptionsCommand({
		Engine: instance.engine,
		EngineVersion: instance.version,
		DBInstanceClass: instance.instanceClass,
		MaxRecords: 20
	});
	return ((await client.send(command, { abortSignal })).OrderableDBInstanceOptions ?? []).length > 0;
}
async function takenClusters({ sdk, client }, identifiers, abortSignal) {
	const Filters = [{
		Name: "db-cluster-id",
		Values: [...identifiers]
	}];
	return ((await client.send(new sdk.DescribeDBClustersCommand({ Filters }), { abortSignal })).DBClusters ?? []).flatMap(({ DBClusterIdentifier: id }) => id ?? []);
}
async function takenInstances({ sdk, client }, identifiers, abortSignal) {
	const Filters = [{
		Name: "db-instance-id",
		Values: [...identifiers]
	}];
	return ((await client.send(new sdk.DescribeDBInstancesCommand({ Filters }), { abortSignal })).DBInstances ?? []).flatMap(({ DBInstanceIdentifier: id }) => id ?? []);
}
async function quotas({ sdk, client }, abortSignal) {
	return ((await client.send(new sdk.DescribeAccountAttributesCommand({}), { abortSignal })).AccountQuotas ?? []).flatMap(({ AccountQuotaName: name, Used: used, Max: max }) => name === void 0 || used === void 0 || max === void 0 ? [] : [{
		name,
		used,
		max
	}]);
}

// src/aws/preflight/keys.ts
function openKeys(options) {
	const ask = lazily("KMS", () => open$9(options));
	return { find: (names, signal) => ask("ask for the KMS keys", async (kms) => {
		return (await forEachOf(names, (name) => find$4(kms, name, signal))).filter((key) => key !== void 0);
	}) };
}
async function open$9(options) {
	const sdk = await import("./aws-sdk-kms.js");
	return {
		sdk,
		client: new sdk.KMSClient(clientSettings(options))
	};
}
async function find$4({ sdk, client }, name, abortSignal) {
	try {
		const { KeyMetadata } = await client.send(new sdk.DescribeKeyCommand({ KeyId: name }), { abortSignal });
		return {
			name,
			state: required(KeyMetadata?.KeyState, "KeyState")
		};
	} catch (error) {
		if (isNamed$1(error, "NotFound")) return void 0;
		throw error;
	}
}

// src/aws/preflight/machines.ts
function openMachines(options) {
	const ask = lazily("EC2", () => open$8(options));
	return {
		images: (ids, signal) => ask("ask for the images", async (ec2) => (await forEachOf(ids, (id) => image(ec2, id, signal))).flat()),
		types: (names, signal) => ask("ask for the instance types", (ec2) => types(ec2, names, signal)),
		zones: (names, signal) => ask("ask for the instance types' zones", (ec2) => zones(ec2, names, signal))
	};
}
async function open$8(options) {
	const sdk = await import("./aws-sdk-ec2.js");
	return {
		sdk,
		client: new sdk.EC2Client(clientSettings(options))
	};
}
async function image({ sdk, client }, id, abortSignal) {
	try {
		const command = new sdk.DescribeImagesCommand({ ImageIds: [id] });
		const { Images = [] } = await client.send(command, { abortSignal });
		return Images.map(({ State, Architecture }) => ({
			id,
			state: required(State, "State"),
			...defined({ architecture: Architecture })
		}));
	} catch (error) {
		if (error instanceof Error && GONE.includes(error.name)) return [];
		throw error;
	}
}
const GONE = [
	"InvalidAMIID.NotFound",
	"InvalidAMIID.Unavailable",
	"InvalidAMIID.Malformed"
];
async function types({ sdk, client }, names, abortSignal) {
	const Filters = [{
		Name: "instance-type",
		Values: [...names]
	}];
	const found = [];
	let NextToken;
	do {
		const command = new sdk.DescribeInstanceTypesCommand({
			Filters,
			...defined({ NextToken })
		});
		const answer = await client.send(command, { abortSignal });
		for (const { InstanceType: name, ProcessorInfo } of answer.InstanceTypes ?? []) found.push({
			name: required(name, "InstanceType"),
			architectures: ProcessorInfo?.SupportedArchitectures ?? []
		});
		NextToken = answer.NextToken;
	} while (NextToken !== void 0 && NextToken !== "");
	return found;
}
async function zones({ sdk, client }, names, abortSignal) {
	const Filters = [{
		Name: "instance-type",
		Values: [...names]
	}];
	const offered = [];
	let NextToken;
	do {
		const command = new sdk.DescribeInstanceTypeOfferingsCommand({
			LocationType: "availability-zone",
			Filters,
			...defined({ NextToken })
		});
		const answer = await client.send(command, { abortSignal });
		for (const { InstanceType: name, Location } of answer.InstanceTypeOfferings ?? []) offered.push({
			name: required(name, "InstanceType"),
			zone: required(Location, "Location")
		});
		NextToken = answer.NextToken;
	} while (NextToken !== void 0 && NextToken !== "");
	return names.map((name) => ({
		name,
		zones: offered.filter((one) => one.name === name).map(({ zone }) => zone)
	}));
}

// src/aws/preflight/objects.ts
function openObjects({ s3Endpoint, ...options }) {
	const ask = lazily("S3", () => open$7(options, s3Endpoint !== void 0));
	return { find: (objects, signal) => ask("look for code in S3", (s3) => forEachOf(objects, (object) => find$3(s3, object, signal))) };
}
async function open$7(options, forcePathStyle) {
	const sdk = await import("./aws-sdk-s3.js");
	return {
		sdk,
		client: new sdk.S3Client({
			...clientSettings(options),
			forcePathStyle
		})
	};
}
async function find$3(s3, object, signal) {
	try {
		return object.version === void 0 ? await newest(s3, object, signal) : await ofVersion(s3, object, object.version, signal);
	} catch (error) {
		if (isNamed$1(error, "NoSuchBucket")) return { kind: "no-bucket" };
		if (isNamed$1(error, "PermanentRedirect")) return {
			kind: "elsewhere",
			...defined({ region: regionIn(error) })
		};
		throw error;
	}
}
async function newest({ sdk, client }, { bucket, key }, abortSignal) {
	const command = new sdk.ListObjectsV2Command({
		Bucket: bucket,
		Prefix: key,
		MaxKeys: 1
	});
	const [first] = (await client.send(command, { abortSignal })).Contents ?? [];
	return first?.Key === key ? {
		kind: "there",
		...defined({ bytes: first.Size })
	} : { kind: "no-object" };
}
async function ofVersion({ sdk, client }, { bucket, key }, version, abortSignal) {
	const command = new sdk.ListObjectVersionsCommand({
		Bucket: bucket,
		Prefix: key
	});
	const { Versions = [], IsTruncated = false } = await client.send(command, { abortSignal });
	const own = Versions.filter(({ Key }) => Key === key);
	const found = own.find(({ VersionId }) => VersionId === version);
	if (found !== void 0) return {
		kind: "there",
		...defined({ bytes: found.Size })
	};
	if (IsTruncated) return { kind: "there" };
	return { kind: own.length === 0 ? "no-object" : "no-version" };
}
function regionIn(error) {
	return (error instanceof Error && "$response" in error ? error.$response : void 0)?.headers?.["x-amz-bucket-region"];
}

// src/aws/preflight/counts.ts
function openCounts(options) {
	const ask = lazily("EC2", () => open$6(options));
	return (kind, signal) => ask("count what is there", (ec2) => countOf(ec2, kind, signal));
}
async function open$6(options) {
	const sdk = await import("./aws-sdk-ec2.js");
	return {
		sdk,
		client: new sdk.EC2Client(clientSettings(options))
	};
}
async function countOf(ec2, kind, abortSignal) {
	let count = 0;
	let NextToken;
	do {
		const page = await pageOf(ec2, kind, defined({ NextToken }), abortSignal);
		count += page.count;
		NextToken = page.next;
	} while (NextToken !== void 0 && NextToken !== "");
	return count;
}
async function pageOf({ sdk, client }, kind, page, abortSignal) {
	switch (kind) {
		case "addresses": return {
			count: ((await client.send(new sdk.DescribeAddressesCommand({}), { abortSignal })).Addresses ?? []).length,
			next: void 0
		};
		case "gateways": {
			const answer = await client.send(new sdk.DescribeInternetGatewaysCommand(page), { abortSignal });
			return {
				count: (answer.InternetGateways ?? []).length,
				next: answer.NextToken
			};
		}
		case "vpcs": {
			const answer = await client.send(new sdk.DescribeVpcsCommand(page), { abortSignal });
			return {
				count: (answer.Vpcs ?? []).length,
				next: answer.NextToken
			};
		}
	}
}

// src/aws/preflight/quotas.ts
function openQuotas(options) {
	const ask = lazily("Service Quotas", () => open$5(options));
	const count = openCounts(options);
	return { find: async (kind, signal) => {
		const [max, used] = await Promise.all([ask("ask for a quota", (quotas) => maxOf(quotas, kind, signal)), count(kind, signal)]);
		return max === void 0 ? void 0 : {
			used,
			max
		};
	} };
}
async function open$5(options) {
	const sdk = await import("./aws-sdk-serviceQuotas.js");
	return {
		sdk,
		client: new sdk.ServiceQuotasClient(clientSettings(options))
	};
}
const CODES = {
	addresses: {
		ServiceCode: "ec2",
		QuotaCode: "L-0263D0A3"
	},
	gateways: {
		ServiceCode: "vpc",
		QuotaCode: "L-A4707A72"
	},
	vpcs: {
		ServiceCode: "vpc",
		QuotaCode: "L-F678F1CE"
	}
};
async function maxOf({ sdk, client }, kind, abortSignal) {
	try {
		const answer = await client.send(new sdk.GetServiceQuotaCommand(CODES[kind]), { abortSignal });
		return required(answer.Quota?.Value, "Value");
	} catch (error) {
		if (isNamed$1(error, "NoSuchResource")) return void 0;
		throw error;
	}
}

// src/aws/preflight/roles.ts
function openRoles(options) {
	const ask = lazily("IAM", () => open$4(options));
	return {
		find: (names, signal) => ask("ask for the roles", async (iam) => {
			return (await forEachOf(names, (name) => find$2(iam, name, signal))).filter((role) => role !== void 0);
		}),
		denials: (simulation, signal) => ask("simulate the role's policies", (iam) => denials(iam, simulation, signal))
	};
}
async function open$4(options) {
	const sdk = await import("./aws-sdk-iam.js");
	return {
		sdk,
		client: new sdk.IAMClient(clientSettings(options))
	};
}
async function find$2({ sdk, client }, name, abortSignal) {
	try {
		const { Role: role } = await client.send(new sdk.GetRoleCommand({ RoleName: name }), { abortSignal });
		const trust = decodeURIComponent(required(role?.AssumeRolePolicyDocument, "AssumeRolePolicyDocument"));
		return {
			name,
			arn: required(role?.Arn, "Arn"),
			trust: JSON.parse(trust)
		};
	} catch (error) {
		if (isNamed$1(error, "NoSuchEntity")) return void 0;
		throw error;
	}
}
async function denials({ sdk, client }, { role, action, arns }, abortSignal) {
	const found = [];
	let Marker;
	do {
		const command = new sdk.SimulatePrincipalPolicyCommand({
			PolicySourceArn: role,
			ActionNames: [action],
			ResourceArns: [...arns],
			...defined({ Marker })
		});
		const answer = await client.send(command, { abortSignal });
		found.push(...(answer.EvaluationResults ?? []).flatMap(deniedIn));
		Marker = answer.IsTruncated === true ? answer.Marker : void 0;
	} while (Marker !== void 0);
	return found;
}
function deniedIn(result) {
	const each = (result.ResourceSpecificResults ?? []).map((one) => ({
		arn: one.EvalResourceName,
		decision: one.EvalResourceDecision,
		missing: one.MissingContextValues
	}));
	const whole = {
		arn: result.EvalResourceName,
		decision: result.EvalDecision,
		missing: result.MissingContextValues
	};
	return (each.length > 0 ? each : [whole]).flatMap(({ arn, decision, missing = [] }) => {
		const isDenied = decision === "explicitDeny" || decision === "implicitDeny" && missing.length === 0;
		return arn !== void 0 && isDenied ? [{
			action: required(result.EvalActionName, "EvalActionName"),
			arn
		}] : [];
	});
}

// src/aws/preflight/secretStore.ts
function openSecretStore(options) {
	const ask = lazily("Secrets Manager", () => open$3(options));
	return { find: (ids, signal) => ask("ask for the secrets", async (manager) => {
		return (await Promise.all(ids.map((id) => find$1(manager, id, signal)))).filter((secret) => secret !== void 0);
	}) };
}
async function open$3(options) {
	const sdk = await import("./aws-sdk-secretsManager.js");
	return {
		sdk,
		client: new sdk.SecretsManagerClient(clientSettings(options))
	};
}
async function find$1({ sdk, client }, id, abortSignal) {
	try {
		const command = new sdk.DescribeSecretCommand({ SecretId: id });
		const { DeletedDate, VersionIdsToStages = {} } = await client.send(command, { abortSignal });
		return {
			id,
			isBeingDeleted: DeletedDate !== void 0,
			stages: Object.values(VersionIdsToStages).flatMap((stages) => stages ?? [])
		};
	} catch (error) {
		if (isNamed$1(error, "ResourceNotFound")) return void 0;
		throw error;
	}
}

// src/aws/preflight/questions.ts
function openQuestions(options) {
	return {
		caller: openCaller(options),
		databases: openDatabases(options),
		secretStore: openSecretStore(options),
		objects: openObjects(options),
		roles: openRoles(options),
		certificates: openCertificates(options),
		keys: openKeys(options),
		machines: openMachines(options),
		quotas: openQuotas(options)
	};
}

// src/aws/preflight/subnets.ts
function openSubnets(options) {
	const ask = lazily("EC2", () => open$2(options));
	return { find: (ids, signal) => ask("ask for the subnets", (ec2) => find(ec2, ids, signal)) };
}
async function open$2(options) {
	const sdk = await import("./aws-sdk-ec2.js");
	return {
		sdk,
		client: new sdk.EC2Client(clientSettings(options))
	};
}
const FILTER_VALUES = 200;
async function find({ sdk, client }, ids, abortSignal) {
	const found = [];
	for (let at = 0; at < ids.length; at += FILTER_VALUES) {
		const Filters = [{
			Name: "subnet-id",
			Values: ids.slice(at, at + FILTER_VALUES)
		}];
		const answer = await client.send(new sdk.DescribeSubnetsCommand({ Filters }), { abortSignal });
		for (const subnet of answer.Subnets ?? []) found.push({
			id: required(subnet.SubnetId, "SubnetId"),
			zone: required(subnet.AvailabilityZone, "AvailabilityZone"),
			vpc: required(subnet.VpcId, "VpcId"),
			...defined({ free: subnet.AvailableIpAddressCount })
		});
	}
	return found;
}

// src/aws/signer.ts
const ALGORITHM = "HMAC_SHA_256";
function openSigner(keyId, options) {
	let opened;
	const kms = () => {
		opened ??= open$1(options);
		return opened;
	};
	return {
		sign: (text) => asking(`sign the record with KMS key ${keyId}`, async () => {
			const { sdk, client } = await kms();
			const { Mac: mac } = await client.send(new sdk.GenerateMacCommand({
				KeyId: keyId,
				MacAlgorithm: ALGORITHM,
				Message: bytes(text)
			}));
			if (mac === void 0) throw new ActionError("KMS answered without a MAC.", { reasonCode: "error" });
			return Buffer.from(mac).toString("base64");
		}, "KMS"),
		verify: (text, mac) => asking(`verify the record with KMS key ${keyId}`, async () => {
			const { sdk, client } = await kms();
			const input = {
				KeyId: keyId,
				MacAlgorithm: ALGORITHM,
				Message: bytes(text)
			};
			try {
				const command = new sdk.VerifyMacCommand({
					...input,
					Mac: Buffer.from(mac, "base64")
				});
				return (await client.send(command)).MacValid === true;
			} catch (error) {
				if (isNamed$1(error, "KMSInvalidMac")) return false;
				throw error;
			}
		}, "KMS")
	};
}
async function open$1(options) {
	const sdk = await import("./aws-sdk-kms.js");
	return {
		sdk,
		client: new sdk.KMSClient(clientSettings(options))
	};
}
function bytes(text) {
	return new TextEncoder().encode(text);
}

// src/aws/templateBucket.ts
function openTemplateBucket(options) {
	let opened;
	return {
		store: (object) => asking(`put ${"body" in object ? "the template" : object.name} into bucket ${object.bucket}`, async () => {
			opened ??= open(options);
			return store(await opened, object, options.region);
		}, "S3"),
		read: (url) => asking(`read the template ${url}`, async () => {
			const object = s3Object(url, options.s3Endpoint);
			if (object === void 0) return void 0;
			opened ??= open(options);
			return read(await opened, object);
		}, "S3")
	};
}
async function read({ sdk, client }, { bucket, key, version }) {
	try {
		const command = new sdk.GetObjectCommand({
			Bucket: bucket,
			Key: key,
			...defined({ VersionId: version })
		});
		return await (await client.send(command)).Body?.transformToString("utf-8");
	} catch (error) {
		const isElsewhere = headerOf(error, "x-amz-bucket-region") !== void 0;
		if (isMissingObject(error) || isForbidden(error) || isElsewhere) return void 0;
		if (error instanceof Error && error.name === "NoSuchBucket") return void 0;
		throw error;
	}
}
async function open(options) {
	const sdk = await import("./aws-sdk-s3.js");
	return {
		sdk,
		client: new sdk.S3Client({
			...clientSettings(options),
			forcePathStyle: options.pathStyle,
			logger: QUIET
		})
	};
}
const silent = () => void 0;
const QUIET = {
	trace: silent,
	debug: silent,
	info: silent,
	warn: silent,
	error: silent
};
async function store(bucket, object, region) {
	try {
		if (await isPresent(bucket, object)) return "present";
		await ("body" in object ? uploadTemplate(bucket, object) : uploadFile(bucket, object));
		return "uploaded";
	} catch (error) {
		throw elsewhere(error, object.bucket, region) ?? missingBucket(error, object.bucket) ?? error;
	}
}
async function isPresent({ sdk, client }, object) {
	const place = {
		Bucket: object.bucket,
		Key: object.key
	};
	try {
		const head = await client.send(new sdk.HeadObjectCommand({
			...place,
			ChecksumMode: "ENABLED"
		}));
		if (head.ChecksumSHA256 !== void 0) return head.ChecksumSHA256 === checksum(object);
		const { Body: held } = await client.send(new sdk.GetObjectCommand(place));
		const hash = createHash("sha256");
		for await (const chunk of held ?? []) hash.update(chunk);
		return hash.digest("base64") === checksum(object);
	} catch (error) {
		if (isMissingObject(error) || isForbidden(error)) return false;
		throw error;
	}
}
async function uploadTemplate({ sdk, client }, template) {
	const { bucket, key, body } = template;
	await client.send(new sdk.PutObjectCommand({
		Bucket: bucket,
		Key: key,
		Body: body,
		ContentType: "application/json",
		ChecksumSHA256: checksum(template)
	}));
}
const FILE_ATTEMPTS = 4;
const SLOWEST_UPLOAD = 100;
async function uploadFile(bucket, file) {
	for (let attempt = 1;; attempt++) try {
		return await sendFile(bucket, file);
	} catch (error) {
		const status = statusOf(error) ?? 500;
		if (attempt >= FILE_ATTEMPTS || status < 500 && status !== 429) throw error;
		await setTimeout(250 * 2 ** attempt);
	}
}
async function sendFile({ sdk, client }, stored) {
	const { bucket, key, file, bytes } = stored;
	const body = createReadStream(file);
	try {
		await client.send(new sdk.PutObjectCommand({
			Bucket: bucket,
			Key: key,
			Body: body,
			ContentLength: bytes,
			ChecksumSHA256: checksum(stored)
		}), { requestTimeout: 3e4 + bytes / SLOWEST_UPLOAD });
	} finally {
		body.destroy();
	}
}
function checksum(object) {
	return "body" in object ? createHash("sha256").update(object.body, "utf8").digest("base64") : Buffer.from(object.digest, "hex").toString("base64");
}
function isMissingObject(error) {
	return error instanceof Error && (error.name === "NotFound" || error.name === "NoSuchKey");
}
function isForbidden(error) {
	return isDenied(error) || error instanceof Error && error.name === "403" || statusOf(error) === 403;
}
function elsewhere(error, bucket, region) {
	const actual = headerOf(error, "x-amz-bucket-region");
	if (actual === void 0 || actual === region) return void 0;
	return new ActionError(`Bucket ${bucket} is in ${actual}, but the stack is in ${region}.`, {
		reasonCode: "invalid-input",
		hint: `Name a bucket of ${region} in s3-bucket.`,
		cause: error
	});
}
function missingBucket(error, bucket) {
	if (!(error instanceof Error) || error.name !== "NoSuchBucket") return void 0;
	return new ActionError(`There is no bucket ${bucket}.`, {
		reasonCode: "invalid-input",
		hint: "Create it, or name another one in s3-bucket.",
		cause: error
	});
}
function statusOf(error) {
	return error instanceof Error && "$metadata" in error ? error.$metadata.httpStatusCode : void 0;
}
function headerOf(error, name) {
	return (error instanceof Error && "$response" in error ? error.$response : void 0)?.headers?.[name];
}

// src/aws/untilCancelled.ts
function untilCancelled(client, cancel) {
	client.middlewareStack.add((next, { commandName = "" }) => async (args) => {
		const name = commandName.replace(/Command$/, "");
		if (name === "ExecuteChangeSet") return next(args);
		const answer = await unlessCancelled(cancel, () => next(args));
		if (answer !== "cancelled") return answer;
		throw new ActionError(`The job was cancelled during ${name}.`, { reasonCode: "cancelled" });
	}, {
		step: "initialize",
		name: "untilCancelled"
	});
	notTriedAgain(client, cancel);
}
function notTriedAgain(client, cancel) {
	client.middlewareStack.add((next) => {
		let failed;
		return async (args) => {
			if (failed !== void 0 && cancel.aborted) throw giveUp(failed);
			try {
				return await next(args);
			} catch (error) {
				failed = error;
				throw error;
			}
		};
	}, {
		step: "finalizeRequest",
		priority: "low",
		name: "notTriedAgain"
	});
}

// src/aws/connect.ts
const THROTTLED = "AWS throttles CloudFormation's calls in this account and region, which are too many at the moment: this run asks more slowly.";
const PREFLIGHT_ATTEMPTS = 3;
function connectAws({ s3Endpoint, clock, log, cancel, ...options }) {
	const pace = openPace(clock.now, Math.random, () => log.notice(THROTTLED));
	const client = createCloudFormationClient({
		...options,
		pace
	});
	untilCancelled(client, cancel);
	const explain = openExplainer(options, clock);
	explainDenials(client, explain);
	const edge = {
		client,
		clock,
		pace,
		log,
		cancel
	};
	return {
		pace,
		stacks: createStacks(edge, explain),
		changeSets: createChangeSets(edge),
		deletions: createDeletions(client, {
			...options,
			s3Endpoint
		}),
		drifts: createDrifts(edge),
		exports: createExports(client),
		templateBucket: openTemplateBucket({
			...options,
			s3Endpoint,
			pathStyle: s3Endpoint !== void 0
		}),
		parameterStore: openParameterStore(options),
		signer: (keyId) => openSigner(keyId, options),
		questions: openQuestions({
			...options,
			s3Endpoint,
			maxAttempts: PREFLIGHT_ATTEMPTS
		}),
		prices: openPrices({
			...options,
			maxAttempts: PREFLIGHT_ATTEMPTS
		}),
		alarms: openAlarms({
			...options,
			maxAttempts: PREFLIGHT_ATTEMPTS
		}),
		subnets: openSubnets({
			...options,
			maxAttempts: PREFLIGHT_ATTEMPTS
		})
	};
}

export { connectAws };