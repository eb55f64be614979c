import { AwsSdkSigV4Signer, BinaryDecisionDiagram, Client, DEFAULT_RETRY_MODE, DefaultIdentityProviderConfig, EndpointCache, NODE_APP_ID_CONFIG_OPTIONS, NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, NODE_MAX_ATTEMPT_CONFIG_OPTIONS, NODE_REGION_CONFIG_FILE_OPTIONS, NODE_REGION_CONFIG_OPTIONS, NODE_RETRY_MODE_CONFIG_OPTIONS, NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, NoOpLogger, ServiceException, Sha256Node, awsEndpointFunctions, calculateBodyLength, createDefaultUserAgentProvider, customEndpointFunctions, decideEndpoint, emitWarningIfUnsupportedVersion, emitWarningIfUnsupportedVersion$1, fromBase64, getAwsRegionExtensionConfiguration, getContentLengthPlugin, getDefaultExtensionConfiguration, getEndpointPlugin, getHostHeaderPlugin, getHttpAuthSchemeEndpointRuleSetPlugin, getHttpHandlerExtensionConfiguration, getHttpSigningPlugin, getLoggerPlugin, getRecursionDetectionPlugin, getRetryPlugin, getSchemaSerdePlugin, getSmithyContext, getUserAgentPlugin, loadConfigsForDefaultMode, makeBuilder, normalizeProvider$1 as normalizeProvider, resolveAwsRegionExtensionConfiguration, resolveAwsSdkSigV4Config, resolveDefaultRuntimeConfig, resolveDefaultsModeConfig, resolveEndpointConfig, resolveHostHeaderConfig, resolveHttpHandlerRuntimeConfig, resolveRegionConfig, resolveRetryConfig, resolveUserAgentConfig, toBase64 } from "./smithy-core-Sha256Node.js";
import { getDefaultSocketTimeout } from "./aws-sdk-core-getDefaultSocketTimeout.js";
import { defaultProvider } from "./aws-sdk-credential-provider-node-defaultProvider.js";
import { loadConfig, parseUrl } from "./smithy-core-configLoader.js";
import { NodeHttpHandler, streamCollector } from "./smithy-node-http-handler-node-http-handler.js";
import { AwsJson1_1Protocol } from "./aws-sdk-core-AwsJson1_1Protocol.js";
import { TypeRegistry, fromUtf8, toUtf8 } from "./smithy-core-TypeRegistry.js";

// node_modules/@aws-sdk/client-acm/dist-es/auth/httpAuthSchemeProvider.js
const defaultACMHttpAuthSchemeParametersProvider = async (config, context, input) => {
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
			name: "acm",
			region: authParameters.region
		},
		propertiesExtractor: (config, context) => ({ signingProperties: {
			config,
			context
		} })
	};
}
const defaultACMHttpAuthSchemeProvider = (authParameters) => {
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

// node_modules/@aws-sdk/client-acm/dist-es/endpoint/EndpointParameters.js
const resolveClientEndpointParameters = (options) => {
	return Object.assign(options, {
		useFipsEndpoint: options.useFipsEndpoint ?? false,
		useDualstackEndpoint: options.useDualstackEndpoint ?? false,
		defaultSigningName: "acm",
		clientContextParams: options.clientContextParams ?? {}
	});
};
const commonParams = {
	ServiceType: {
		type: "clientContextParams",
		name: "serviceType"
	},
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

// node_modules/@aws-sdk/client-acm/package.json
var version = "3.1169.0";

// node_modules/@aws-sdk/client-acm/dist-es/endpoint/bdd.js
const a = "PartitionResult";
const b = "stringEquals";
const c = "booleanEquals";
const d = {
	"fn": "getAttr",
	"argv": [{ "ref": a }, "name"]
};
const e = {};
const _data = {
	conditions: [
		["isSet", [{ ref: "Endpoint" }]],
		[
			"aws.partition",
			[{ ref: "Region" }],
			a
		],
		[b, [{ ref: "ServiceType" }, "ACM-ACME"]],
		[c, [{ ref: "UseFIPS" }, true]],
		[b, [d, "aws"]],
		[c, [{ ref: "UseDualStack" }, true]],
		[b, [d, "aws-us-gov"]]
	],
	results: [
		[-1],
		["{Endpoint}", e],
		[-1, "FIPS endpoints are not available for ACME operations"],
		["https://acm-acme.{Region}.{PartitionResult#dualStackDnsSuffix}", e],
		[-1, "ACME operations are only available in the aws and aws-us-gov partitions"],
		["https://acm-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", e],
		["https://acm.{Region}.amazonaws.com", e],
		["https://acm-fips.{Region}.{PartitionResult#dnsSuffix}", e],
		["https://acm.{Region}.{PartitionResult#dualStackDnsSuffix}", e],
		["https://acm.{Region}.{PartitionResult#dnsSuffix}", e],
		[-1, "Region must be set to resolve an endpoint."]
	]
};
const root = 2;
const nodes = new Int32Array([
	-1,
	1,
	-1,
	0,
	100000001,
	3,
	1,
	4,
	100000010,
	2,
	9,
	5,
	3,
	7,
	6,
	5,
	100000008,
	100000009,
	5,
	100000005,
	8,
	6,
	100000006,
	100000007,
	3,
	12,
	10,
	4,
	100000003,
	11,
	6,
	100000003,
	100000004,
	4,
	100000002,
	13,
	6,
	100000002,
	100000004
]);
const bdd = BinaryDecisionDiagram.from(nodes, root, _data.conditions, _data.results);

// node_modules/@aws-sdk/client-acm/dist-es/endpoint/endpointResolver.js
const cache = new EndpointCache({
	size: 50,
	params: [
		"Endpoint",
		"Region",
		"ServiceType",
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

// node_modules/@aws-sdk/client-acm/dist-es/models/ACMServiceException.js
var ACMServiceException = class ACMServiceException extends ServiceException {
	static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.acm#ACMServiceException";
	constructor(options) {
		super(options);
		Object.setPrototypeOf(this, ACMServiceException.prototype);
	}
};

// node_modules/@aws-sdk/client-acm/dist-es/models/errors.js
var AccessDeniedException = class AccessDeniedException extends ACMServiceException {
	static shapeId = "com.amazonaws.acm#AccessDeniedException";
	name = "AccessDeniedException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "AccessDeniedException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, AccessDeniedException.prototype);
		this.Message = opts.Message;
	}
};
var InvalidArnException = class InvalidArnException extends ACMServiceException {
	static shapeId = "com.amazonaws.acm#InvalidArnException";
	name = "InvalidArnException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidArnException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidArnException.prototype);
	}
};
var InvalidParameterException = class InvalidParameterException extends ACMServiceException {
	static shapeId = "com.amazonaws.acm#InvalidParameterException";
	name = "InvalidParameterException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidParameterException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidParameterException.prototype);
	}
};
var InvalidTagException = class InvalidTagException extends ACMServiceException {
	static shapeId = "com.amazonaws.acm#InvalidTagException";
	name = "InvalidTagException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidTagException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidTagException.prototype);
	}
};
var ResourceNotFoundException = class ResourceNotFoundException extends ACMServiceException {
	static shapeId = "com.amazonaws.acm#ResourceNotFoundException";
	name = "ResourceNotFoundException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ResourceNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ResourceNotFoundException.prototype);
	}
};
var TagPolicyException = class TagPolicyException extends ACMServiceException {
	static shapeId = "com.amazonaws.acm#TagPolicyException";
	name = "TagPolicyException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "TagPolicyException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, TagPolicyException.prototype);
	}
};
var ThrottlingException = class ThrottlingException extends ACMServiceException {
	static shapeId = "com.amazonaws.acm#ThrottlingException";
	name = "ThrottlingException";
	$fault = "client";
	throttlingReasons;
	constructor(opts) {
		super({
			name: "ThrottlingException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ThrottlingException.prototype);
		this.throttlingReasons = opts.throttlingReasons;
	}
};
var TooManyTagsException = class TooManyTagsException extends ACMServiceException {
	static shapeId = "com.amazonaws.acm#TooManyTagsException";
	name = "TooManyTagsException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "TooManyTagsException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, TooManyTagsException.prototype);
	}
};
var ValidationException = class ValidationException extends ACMServiceException {
	static shapeId = "com.amazonaws.acm#ValidationException";
	name = "ValidationException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ValidationException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ValidationException.prototype);
	}
};
var ConflictException = class ConflictException extends ACMServiceException {
	static shapeId = "com.amazonaws.acm#ConflictException";
	name = "ConflictException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ConflictException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ConflictException.prototype);
	}
};
var InternalServerException = class InternalServerException extends ACMServiceException {
	static shapeId = "com.amazonaws.acm#InternalServerException";
	name = "InternalServerException";
	$fault = "server";
	$retryable = {};
	constructor(opts) {
		super({
			name: "InternalServerException",
			$fault: "server",
			...opts
		});
		Object.setPrototypeOf(this, InternalServerException.prototype);
	}
};
var ServiceQuotaExceededException = class ServiceQuotaExceededException extends ACMServiceException {
	static shapeId = "com.amazonaws.acm#ServiceQuotaExceededException";
	name = "ServiceQuotaExceededException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ServiceQuotaExceededException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ServiceQuotaExceededException.prototype);
	}
};
var ResourceInUseException = class ResourceInUseException extends ACMServiceException {
	static shapeId = "com.amazonaws.acm#ResourceInUseException";
	name = "ResourceInUseException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ResourceInUseException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ResourceInUseException.prototype);
	}
};
var RequestInProgressException = class RequestInProgressException extends ACMServiceException {
	static shapeId = "com.amazonaws.acm#RequestInProgressException";
	name = "RequestInProgressException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "RequestInProgressException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, RequestInProgressException.prototype);
	}
};
var LimitExceededException = class LimitExceededException extends ACMServiceException {
	static shapeId = "com.amazonaws.acm#LimitExceededException";
	name = "LimitExceededException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "LimitExceededException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, LimitExceededException.prototype);
	}
};
var InvalidArgsException = class InvalidArgsException extends ACMServiceException {
	static shapeId = "com.amazonaws.acm#InvalidArgsException";
	name = "InvalidArgsException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidArgsException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidArgsException.prototype);
	}
};
var InvalidDomainValidationOptionsException = class InvalidDomainValidationOptionsException extends ACMServiceException {
	static shapeId = "com.amazonaws.acm#InvalidDomainValidationOptionsException";
	name = "InvalidDomainValidationOptionsException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidDomainValidationOptionsException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidDomainValidationOptionsException.prototype);
	}
};
var InvalidStateException = class InvalidStateException extends ACMServiceException {
	static shapeId = "com.amazonaws.acm#InvalidStateException";
	name = "InvalidStateException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidStateException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidStateException.prototype);
	}
};

// node_modules/@aws-sdk/client-acm/dist-es/schemas/schemas_0.js
const _AAI = "AcmeAccountId";
const _ADE = "AccessDeniedException";
const _AEA = "AcmeEndpointArn";
const _CA = "CreatedAt";
const _CAA = "CertificateAuthorityArn";
const _CAer = "CertificateArn";
const _CD = "CertificateDetail";
const _CE = "ConflictException";
const _CKPO = "CertificateKeyPairOrigin";
const _CO = "CertificateOptions";
const _CTLP = "CertificateTransparencyLoggingPreference";
const _Ce = "Certificate";
const _DCRe = "DescribeCertificateRequest";
const _DCRes = "DescribeCertificateResponse";
const _DCes = "DescribeCertificate";
const _DN = "DomainName";
const _DV = "DomainValidation";
const _DVL = "DomainValidationList";
const _DVMUS = "DomainValidationMethodUpdateSummary";
const _DVO = "DomainValidationOptions";
const _EKU = "ExtendedKeyUsages";
const _EKUL = "ExtendedKeyUsageList";
const _EKUx = "ExtendedKeyUsage";
const _Ex = "Export";
const _F = "From";
const _FR = "FailureReason";
const _HR = "HttpRedirect";
const _I = "Issuer";
const _IA = "ImportedAt";
const _IAE = "InvalidArgsException";
const _IAEn = "InvalidArnException";
const _IAs = "IssuedAt";
const _IDVOE = "InvalidDomainValidationOptionsException";
const _IPE = "InvalidParameterException";
const _ISE = "InternalServerException";
const _ISEn = "InvalidStateException";
const _ITE = "InvalidTagException";
const _IUB = "InUseBy";
const _KA = "KeyAlgorithm";
const _KU = "KeyUsages";
const _KUL = "KeyUsageList";
const _KUe = "KeyUsage";
const _LEE = "LimitExceededException";
const _M = "Message";
const _MB = "ManagedBy";
const _N = "Name";
const _NA = "NotAfter";
const _NB = "NotBefore";
const _O = "Options";
const _OID = "OID";
const _RA = "RevokedAt";
const _RAeq = "RequestedAt";
const _RE = "RenewalEligibility";
const _RF = "RedirectFrom";
const _RIPE = "RequestInProgressException";
const _RIUE = "ResourceInUseException";
const _RNFE = "ResourceNotFoundException";
const _RR = "RevocationReason";
const _RRe = "ResourceRecord";
const _RS = "RenewalStatus";
const _RSR = "RenewalStatusReason";
const _RSe = "RenewalSummary";
const _RT = "RedirectTo";
const _S = "Status";
const _SA = "SignatureAlgorithm";
const _SAN = "SubjectAlternativeNames";
const _SQEE = "ServiceQuotaExceededException";
const _Se = "Serial";
const _Su = "Subject";
const _T = "Type";
const _TE = "ThrottlingException";
const _TMTE = "TooManyTagsException";
const _TPE = "TagPolicyException";
const _TR = "ThrottlingReason";
const _TRL = "ThrottlingReasonList";
const _To = "To";
const _UA = "UpdatedAt";
const _US = "UpdateSummary";
const _V = "Value";
const _VD = "ValidationDomain";
const _VE = "ValidationException";
const _VEa = "ValidationEmails";
const _VM = "ValidationMethod";
const _VS = "ValidationStatus";
const _aQE = "awsQueryError";
const _c = "client";
const _e = "error";
const _hE = "httpError";
const _m = "message";
const _r = "reason";
const _re = "resource";
const _s = "smithy.ts.sdk.synthetic.com.amazonaws.acm";
const _se = "server";
const _tR = "throttlingReasons";
const n0 = "com.amazonaws.acm";
const _s_registry = new TypeRegistry(_s);
var ACMServiceException$ = [
	-3,
	_s,
	"ACMServiceException",
	0,
	[],
	[]
];
_s_registry.registerError(ACMServiceException$, ACMServiceException);
const n0_registry = new TypeRegistry(n0);
var AccessDeniedException$ = [
	-3,
	n0,
	_ADE,
	{
		[_aQE]: [`AccessDenied`, 403],
		[_e]: _c,
		[_hE]: 403
	},
	[_M],
	[0]
];
n0_registry.registerError(AccessDeniedException$, AccessDeniedException);
var ConflictException$ = [
	-3,
	n0,
	_CE,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(ConflictException$, ConflictException);
var InternalServerException$ = [
	-3,
	n0,
	_ISE,
	{ [_e]: _se },
	[_m],
	[0]
];
n0_registry.registerError(InternalServerException$, InternalServerException);
var InvalidArgsException$ = [
	-3,
	n0,
	_IAE,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(InvalidArgsException$, InvalidArgsException);
var InvalidArnException$ = [
	-3,
	n0,
	_IAEn,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(InvalidArnException$, InvalidArnException);
var InvalidDomainValidationOptionsException$ = [
	-3,
	n0,
	_IDVOE,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(InvalidDomainValidationOptionsException$, InvalidDomainValidationOptionsException);
var InvalidParameterException$ = [
	-3,
	n0,
	_IPE,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(InvalidParameterException$, InvalidParameterException);
var InvalidStateException$ = [
	-3,
	n0,
	_ISEn,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(InvalidStateException$, InvalidStateException);
var InvalidTagException$ = [
	-3,
	n0,
	_ITE,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(InvalidTagException$, InvalidTagException);
var LimitExceededException$ = [
	-3,
	n0,
	_LEE,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(LimitExceededException$, LimitExceededException);
var RequestInProgressException$ = [
	-3,
	n0,
	_RIPE,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(RequestInProgressException$, RequestInProgressException);
var ResourceInUseException$ = [
	-3,
	n0,
	_RIUE,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(ResourceInUseException$, ResourceInUseException);
var ResourceNotFoundException$ = [
	-3,
	n0,
	_RNFE,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(ResourceNotFoundException$, ResourceNotFoundException);
var ServiceQuotaExceededException$ = [
	-3,
	n0,
	_SQEE,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(ServiceQuotaExceededException$, ServiceQuotaExceededException);
var TagPolicyException$ = [
	-3,
	n0,
	_TPE,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(TagPolicyException$, TagPolicyException);
var ThrottlingException$ = [
	-3,
	n0,
	_TE,
	{
		[_aQE]: [`Throttling`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m, _tR],
	[0, () => ThrottlingReasonList]
];
n0_registry.registerError(ThrottlingException$, ThrottlingException);
var TooManyTagsException$ = [
	-3,
	n0,
	_TMTE,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(TooManyTagsException$, TooManyTagsException);
var ValidationException$ = [
	-3,
	n0,
	_VE,
	{
		[_aQE]: [`ValidationError`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(ValidationException$, ValidationException);
const errorTypeRegistries = [_s_registry, n0_registry];
var CertificateDetail$ = [
	3,
	n0,
	_CD,
	0,
	[
		_CAer,
		_DN,
		_SAN,
		_MB,
		_DVO,
		_Se,
		_Su,
		_I,
		_CA,
		_IAs,
		_IA,
		_S,
		_RA,
		_RR,
		_NB,
		_NA,
		_KA,
		_SA,
		_IUB,
		_FR,
		_T,
		_RSe,
		_KU,
		_EKU,
		_CAA,
		_RE,
		_O,
		_US,
		_CKPO,
		_AEA,
		_AAI
	],
	[
		0,
		0,
		64,
		0,
		() => DomainValidationList,
		0,
		0,
		0,
		4,
		4,
		4,
		0,
		4,
		0,
		4,
		4,
		0,
		0,
		64,
		0,
		0,
		() => RenewalSummary$,
		() => KeyUsageList,
		() => ExtendedKeyUsageList,
		0,
		0,
		() => CertificateOptions$,
		() => UpdateSummary$,
		0,
		0,
		0
	]
];
var CertificateOptions$ = [
	3,
	n0,
	_CO,
	0,
	[
		_CTLP,
		_Ex,
		_VM
	],
	[
		0,
		0,
		0
	]
];
var DescribeCertificateRequest$ = [
	3,
	n0,
	_DCRe,
	0,
	[_CAer],
	[0],
	1
];
var DescribeCertificateResponse$ = [
	3,
	n0,
	_DCRes,
	0,
	[_Ce],
	[() => CertificateDetail$]
];
var DomainValidation$ = [
	3,
	n0,
	_DV,
	0,
	[
		_DN,
		_VEa,
		_VD,
		_VS,
		_RRe,
		_HR,
		_VM
	],
	[
		0,
		64,
		0,
		0,
		() => ResourceRecord$,
		() => HttpRedirect$,
		0
	],
	1
];
var DomainValidationMethodUpdateSummary$ = [
	3,
	n0,
	_DVMUS,
	0,
	[_F, _To],
	[0, 0]
];
var ExtendedKeyUsage$ = [
	3,
	n0,
	_EKUx,
	0,
	[_N, _OID],
	[0, 0]
];
var HttpRedirect$ = [
	3,
	n0,
	_HR,
	0,
	[_RF, _RT],
	[0, 0]
];
var KeyUsage$ = [
	3,
	n0,
	_KUe,
	0,
	[_N],
	[0]
];
var RenewalSummary$ = [
	3,
	n0,
	_RSe,
	0,
	[
		_RS,
		_DVO,
		_UA,
		_RSR
	],
	[
		0,
		() => DomainValidationList,
		4,
		0
	],
	3
];
var ResourceRecord$ = [
	3,
	n0,
	_RRe,
	0,
	[
		_N,
		_T,
		_V
	],
	[
		0,
		0,
		0
	],
	3
];
var ThrottlingReason$ = [
	3,
	n0,
	_TR,
	0,
	[_r, _re],
	[0, 0]
];
var UpdateSummary$ = [
	3,
	n0,
	_US,
	0,
	[
		_S,
		_T,
		_DVMUS,
		_RAeq,
		_UA
	],
	[
		0,
		0,
		() => DomainValidationMethodUpdateSummary$,
		4,
		4
	]
];
var DomainValidationList = [
	1,
	n0,
	_DVL,
	0,
	() => DomainValidation$
];
var ExtendedKeyUsageList = [
	1,
	n0,
	_EKUL,
	0,
	() => ExtendedKeyUsage$
];
var KeyUsageList = [
	1,
	n0,
	_KUL,
	0,
	() => KeyUsage$
];
var ThrottlingReasonList = [
	1,
	n0,
	_TRL,
	0,
	() => ThrottlingReason$
];
var DescribeCertificate$ = [
	9,
	n0,
	_DCes,
	0,
	() => DescribeCertificateRequest$,
	() => DescribeCertificateResponse$
];

// node_modules/@aws-sdk/client-acm/dist-es/runtimeConfig.shared.js
const getRuntimeConfig$1 = (config) => {
	return {
		apiVersion: "2015-12-08",
		base64Decoder: config?.base64Decoder ?? fromBase64,
		base64Encoder: config?.base64Encoder ?? toBase64,
		disableHostPrefix: config?.disableHostPrefix ?? false,
		endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
		extensions: config?.extensions ?? [],
		httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultACMHttpAuthSchemeProvider,
		httpAuthSchemes: config?.httpAuthSchemes ?? [{
			schemeId: "aws.auth#sigv4",
			identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
			signer: new AwsSdkSigV4Signer()
		}],
		logger: config?.logger ?? new NoOpLogger(),
		protocol: config?.protocol ?? AwsJson1_1Protocol,
		protocolSettings: config?.protocolSettings ?? {
			defaultNamespace: "com.amazonaws.acm",
			errorTypeRegistries,
			version: "2015-12-08",
			serviceTarget: "CertificateManager"
		},
		serviceId: config?.serviceId ?? "ACM",
		sha256: config?.sha256 ?? Sha256Node,
		urlParser: config?.urlParser ?? parseUrl,
		utf8Decoder: config?.utf8Decoder ?? fromUtf8,
		utf8Encoder: config?.utf8Encoder ?? toUtf8
	};
};

// node_modules/@aws-sdk/client-acm/dist-es/runtimeConfig.js
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
		defaultSocketTimeout: getDefaultSocketTimeout(config?.requestHandler, 3e5),
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

// node_modules/@aws-sdk/client-acm/dist-es/auth/httpAuthExtensionConfiguration.js
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

// node_modules/@aws-sdk/client-acm/dist-es/runtimeExtensions.js
const resolveRuntimeExtensions = (runtimeConfig, extensions) => {
	const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
	extensions.forEach((extension) => extension.configure(extensionConfiguration));
	return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

// node_modules/@aws-sdk/client-acm/dist-es/ACMClient.js
var ACMClient = class extends Client {
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
			httpAuthSchemeParametersProvider: defaultACMHttpAuthSchemeParametersProvider,
			identityProviderConfigProvider: async (config) => new DefaultIdentityProviderConfig({ "aws.auth#sigv4": config.credentials })
		}));
		this.middlewareStack.use(getHttpSigningPlugin(this.config));
	}
	destroy() {
		super.destroy();
	}
};

// node_modules/@aws-sdk/client-acm/dist-es/commandBuilder.js
const command = makeBuilder(commonParams, "CertificateManager", "ACMClient", getEndpointPlugin);
const _ep0 = { ServiceType: {
	type: "staticContextParams",
	value: `ACM`
} };
const _mw0 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-acm/dist-es/commands/DescribeCertificateCommand.js
var DescribeCertificateCommand = class extends command(_ep0, _mw0, "DescribeCertificate", DescribeCertificate$) {};

export { ACMClient, DescribeCertificateCommand };