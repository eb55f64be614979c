import { AwsSdkSigV4Signer, BinaryDecisionDiagram, Client, DEFAULT_RETRY_MODE, DefaultIdentityProviderConfig, EndpointCache, NODE_APP_ID_CONFIG_OPTIONS, NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, NODE_MAX_ATTEMPT_CONFIG_OPTIONS, NODE_REGION_CONFIG_FILE_OPTIONS, NODE_REGION_CONFIG_OPTIONS, NODE_RETRY_MODE_CONFIG_OPTIONS, NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, NoOpLogger, ServiceException, Sha256Node, awsEndpointFunctions, calculateBodyLength, createDefaultUserAgentProvider, customEndpointFunctions, decideEndpoint, emitWarningIfUnsupportedVersion, emitWarningIfUnsupportedVersion$1, fromBase64, getAwsRegionExtensionConfiguration, getContentLengthPlugin, getDefaultExtensionConfiguration, getEndpointPlugin, getHostHeaderPlugin, getHttpAuthSchemeEndpointRuleSetPlugin, getHttpHandlerExtensionConfiguration, getHttpSigningPlugin, getLoggerPlugin, getRecursionDetectionPlugin, getRetryPlugin, getSchemaSerdePlugin, getSmithyContext, getUserAgentPlugin, loadConfigsForDefaultMode, makeBuilder, normalizeProvider$1 as normalizeProvider, resolveAwsRegionExtensionConfiguration, resolveAwsSdkSigV4Config, resolveDefaultRuntimeConfig, resolveDefaultsModeConfig, resolveEndpointConfig, resolveHostHeaderConfig, resolveHttpHandlerRuntimeConfig, resolveRegionConfig, resolveRetryConfig, resolveUserAgentConfig, toBase64 } from "./smithy-core-Sha256Node.js";
import { TypeRegistry, fromUtf8, toUtf8 } from "./smithy-core-TypeRegistry.js";
import { getDefaultSocketTimeout } from "./aws-sdk-core-getDefaultSocketTimeout.js";
import { defaultProvider } from "./aws-sdk-credential-provider-node-defaultProvider.js";
import { loadConfig, parseUrl } from "./smithy-core-configLoader.js";
import { NodeHttpHandler, streamCollector } from "./smithy-node-http-handler-node-http-handler.js";
import { AwsQueryProtocol } from "./aws-sdk-core-AwsQueryProtocol.js";

// node_modules/@aws-sdk/client-rds/dist-es/auth/httpAuthSchemeProvider.js
const defaultRDSHttpAuthSchemeParametersProvider = async (config, context, input) => {
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
			name: "rds",
			region: authParameters.region
		},
		propertiesExtractor: (config, context) => ({ signingProperties: {
			config,
			context
		} })
	};
}
const defaultRDSHttpAuthSchemeProvider = (authParameters) => {
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

// node_modules/@aws-sdk/client-rds/dist-es/endpoint/EndpointParameters.js
const resolveClientEndpointParameters = (options) => {
	return Object.assign(options, {
		useDualstackEndpoint: options.useDualstackEndpoint ?? false,
		useFipsEndpoint: options.useFipsEndpoint ?? false,
		defaultSigningName: "rds"
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

// node_modules/@aws-sdk/client-rds/package.json
var version = "3.1169.0";

// node_modules/@aws-sdk/client-rds/dist-es/endpoint/bdd.js
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
		["https://rds-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
		[a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
		["https://rds.{Region}.amazonaws.com", i],
		["https://rds-fips.{Region}.{PartitionResult#dnsSuffix}", i],
		[a, "FIPS is enabled but this partition does not support FIPS"],
		["https://rds.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
		[a, "DualStack is enabled but this partition does not support DualStack"],
		["https://rds.{Region}.{PartitionResult#dnsSuffix}", i],
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

// node_modules/@aws-sdk/client-rds/dist-es/endpoint/endpointResolver.js
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

// node_modules/@aws-sdk/client-rds/dist-es/models/RDSServiceException.js
var RDSServiceException = class RDSServiceException extends ServiceException {
	static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.rds#RDSServiceException";
	constructor(options) {
		super(options);
		Object.setPrototypeOf(this, RDSServiceException.prototype);
	}
};

// node_modules/@aws-sdk/client-rds/dist-es/models/errors.js
var DBClusterNotFoundFault = class DBClusterNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBClusterNotFoundFault";
	name = "DBClusterNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBClusterNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBClusterNotFoundFault.prototype);
	}
};
var DBClusterRoleAlreadyExistsFault = class DBClusterRoleAlreadyExistsFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBClusterRoleAlreadyExistsFault";
	name = "DBClusterRoleAlreadyExistsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBClusterRoleAlreadyExistsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBClusterRoleAlreadyExistsFault.prototype);
	}
};
var DBClusterRoleQuotaExceededFault = class DBClusterRoleQuotaExceededFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBClusterRoleQuotaExceededFault";
	name = "DBClusterRoleQuotaExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBClusterRoleQuotaExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBClusterRoleQuotaExceededFault.prototype);
	}
};
var InvalidDBClusterStateFault = class InvalidDBClusterStateFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidDBClusterStateFault";
	name = "InvalidDBClusterStateFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidDBClusterStateFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidDBClusterStateFault.prototype);
	}
};
var DBInstanceNotFoundFault = class DBInstanceNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBInstanceNotFoundFault";
	name = "DBInstanceNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBInstanceNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBInstanceNotFoundFault.prototype);
	}
};
var DBInstanceRoleAlreadyExistsFault = class DBInstanceRoleAlreadyExistsFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBInstanceRoleAlreadyExistsFault";
	name = "DBInstanceRoleAlreadyExistsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBInstanceRoleAlreadyExistsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBInstanceRoleAlreadyExistsFault.prototype);
	}
};
var DBInstanceRoleQuotaExceededFault = class DBInstanceRoleQuotaExceededFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBInstanceRoleQuotaExceededFault";
	name = "DBInstanceRoleQuotaExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBInstanceRoleQuotaExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBInstanceRoleQuotaExceededFault.prototype);
	}
};
var InvalidDBInstanceStateFault = class InvalidDBInstanceStateFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidDBInstanceStateFault";
	name = "InvalidDBInstanceStateFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidDBInstanceStateFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidDBInstanceStateFault.prototype);
	}
};
var SourceNotFoundFault = class SourceNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#SourceNotFoundFault";
	name = "SourceNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "SourceNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, SourceNotFoundFault.prototype);
	}
};
var SubscriptionNotFoundFault = class SubscriptionNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#SubscriptionNotFoundFault";
	name = "SubscriptionNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "SubscriptionNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, SubscriptionNotFoundFault.prototype);
	}
};
var BlueGreenDeploymentNotFoundFault = class BlueGreenDeploymentNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#BlueGreenDeploymentNotFoundFault";
	name = "BlueGreenDeploymentNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "BlueGreenDeploymentNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, BlueGreenDeploymentNotFoundFault.prototype);
	}
};
var DBCapacityReservationNotFoundFault = class DBCapacityReservationNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBCapacityReservationNotFoundFault";
	name = "DBCapacityReservationNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBCapacityReservationNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBCapacityReservationNotFoundFault.prototype);
	}
};
var DBProxyEndpointNotFoundFault = class DBProxyEndpointNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBProxyEndpointNotFoundFault";
	name = "DBProxyEndpointNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBProxyEndpointNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBProxyEndpointNotFoundFault.prototype);
	}
};
var DBProxyNotFoundFault = class DBProxyNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBProxyNotFoundFault";
	name = "DBProxyNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBProxyNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBProxyNotFoundFault.prototype);
	}
};
var DBProxyTargetGroupNotFoundFault = class DBProxyTargetGroupNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBProxyTargetGroupNotFoundFault";
	name = "DBProxyTargetGroupNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBProxyTargetGroupNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBProxyTargetGroupNotFoundFault.prototype);
	}
};
var DBShardGroupNotFoundFault = class DBShardGroupNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBShardGroupNotFoundFault";
	name = "DBShardGroupNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBShardGroupNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBShardGroupNotFoundFault.prototype);
	}
};
var DBSnapshotNotFoundFault = class DBSnapshotNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBSnapshotNotFoundFault";
	name = "DBSnapshotNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBSnapshotNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBSnapshotNotFoundFault.prototype);
	}
};
var DBSnapshotTenantDatabaseNotFoundFault = class DBSnapshotTenantDatabaseNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBSnapshotTenantDatabaseNotFoundFault";
	name = "DBSnapshotTenantDatabaseNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBSnapshotTenantDatabaseNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBSnapshotTenantDatabaseNotFoundFault.prototype);
	}
};
var IntegrationNotFoundFault = class IntegrationNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#IntegrationNotFoundFault";
	name = "IntegrationNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "IntegrationNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, IntegrationNotFoundFault.prototype);
	}
};
var InvalidDBClusterEndpointStateFault = class InvalidDBClusterEndpointStateFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidDBClusterEndpointStateFault";
	name = "InvalidDBClusterEndpointStateFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidDBClusterEndpointStateFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidDBClusterEndpointStateFault.prototype);
	}
};
var TenantDatabaseNotFoundFault = class TenantDatabaseNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#TenantDatabaseNotFoundFault";
	name = "TenantDatabaseNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "TenantDatabaseNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, TenantDatabaseNotFoundFault.prototype);
	}
};
var ResourceNotFoundFault = class ResourceNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#ResourceNotFoundFault";
	name = "ResourceNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ResourceNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ResourceNotFoundFault.prototype);
	}
};
var AuthorizationAlreadyExistsFault = class AuthorizationAlreadyExistsFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#AuthorizationAlreadyExistsFault";
	name = "AuthorizationAlreadyExistsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "AuthorizationAlreadyExistsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, AuthorizationAlreadyExistsFault.prototype);
	}
};
var AuthorizationQuotaExceededFault = class AuthorizationQuotaExceededFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#AuthorizationQuotaExceededFault";
	name = "AuthorizationQuotaExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "AuthorizationQuotaExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, AuthorizationQuotaExceededFault.prototype);
	}
};
var DBSecurityGroupNotFoundFault = class DBSecurityGroupNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBSecurityGroupNotFoundFault";
	name = "DBSecurityGroupNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBSecurityGroupNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBSecurityGroupNotFoundFault.prototype);
	}
};
var InvalidDBSecurityGroupStateFault = class InvalidDBSecurityGroupStateFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidDBSecurityGroupStateFault";
	name = "InvalidDBSecurityGroupStateFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidDBSecurityGroupStateFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidDBSecurityGroupStateFault.prototype);
	}
};
var InvalidDBCapacityReservationStateFault = class InvalidDBCapacityReservationStateFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidDBCapacityReservationStateFault";
	name = "InvalidDBCapacityReservationStateFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidDBCapacityReservationStateFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidDBCapacityReservationStateFault.prototype);
	}
};
var ExportTaskNotFoundFault = class ExportTaskNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#ExportTaskNotFoundFault";
	name = "ExportTaskNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ExportTaskNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ExportTaskNotFoundFault.prototype);
	}
};
var InvalidExportTaskStateFault = class InvalidExportTaskStateFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidExportTaskStateFault";
	name = "InvalidExportTaskStateFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidExportTaskStateFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidExportTaskStateFault.prototype);
	}
};
var DBParameterGroupAlreadyExistsFault = class DBParameterGroupAlreadyExistsFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBParameterGroupAlreadyExistsFault";
	name = "DBParameterGroupAlreadyExistsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBParameterGroupAlreadyExistsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBParameterGroupAlreadyExistsFault.prototype);
	}
};
var DBParameterGroupNotFoundFault = class DBParameterGroupNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBParameterGroupNotFoundFault";
	name = "DBParameterGroupNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBParameterGroupNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBParameterGroupNotFoundFault.prototype);
	}
};
var DBParameterGroupQuotaExceededFault = class DBParameterGroupQuotaExceededFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBParameterGroupQuotaExceededFault";
	name = "DBParameterGroupQuotaExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBParameterGroupQuotaExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBParameterGroupQuotaExceededFault.prototype);
	}
};
var DBClusterSnapshotAlreadyExistsFault = class DBClusterSnapshotAlreadyExistsFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBClusterSnapshotAlreadyExistsFault";
	name = "DBClusterSnapshotAlreadyExistsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBClusterSnapshotAlreadyExistsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBClusterSnapshotAlreadyExistsFault.prototype);
	}
};
var DBClusterSnapshotNotFoundFault = class DBClusterSnapshotNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBClusterSnapshotNotFoundFault";
	name = "DBClusterSnapshotNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBClusterSnapshotNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBClusterSnapshotNotFoundFault.prototype);
	}
};
var InvalidDBClusterSnapshotStateFault = class InvalidDBClusterSnapshotStateFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidDBClusterSnapshotStateFault";
	name = "InvalidDBClusterSnapshotStateFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidDBClusterSnapshotStateFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidDBClusterSnapshotStateFault.prototype);
	}
};
var KMSKeyNotAccessibleFault = class KMSKeyNotAccessibleFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#KMSKeyNotAccessibleFault";
	name = "KMSKeyNotAccessibleFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "KMSKeyNotAccessibleFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, KMSKeyNotAccessibleFault.prototype);
	}
};
var SnapshotQuotaExceededFault = class SnapshotQuotaExceededFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#SnapshotQuotaExceededFault";
	name = "SnapshotQuotaExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "SnapshotQuotaExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, SnapshotQuotaExceededFault.prototype);
	}
};
var CustomAvailabilityZoneNotFoundFault = class CustomAvailabilityZoneNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#CustomAvailabilityZoneNotFoundFault";
	name = "CustomAvailabilityZoneNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "CustomAvailabilityZoneNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, CustomAvailabilityZoneNotFoundFault.prototype);
	}
};
var DBSnapshotAlreadyExistsFault = class DBSnapshotAlreadyExistsFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBSnapshotAlreadyExistsFault";
	name = "DBSnapshotAlreadyExistsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBSnapshotAlreadyExistsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBSnapshotAlreadyExistsFault.prototype);
	}
};
var InvalidDBSnapshotStateFault = class InvalidDBSnapshotStateFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidDBSnapshotStateFault";
	name = "InvalidDBSnapshotStateFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidDBSnapshotStateFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidDBSnapshotStateFault.prototype);
	}
};
var OptionGroupAlreadyExistsFault = class OptionGroupAlreadyExistsFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#OptionGroupAlreadyExistsFault";
	name = "OptionGroupAlreadyExistsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "OptionGroupAlreadyExistsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, OptionGroupAlreadyExistsFault.prototype);
	}
};
var OptionGroupNotFoundFault = class OptionGroupNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#OptionGroupNotFoundFault";
	name = "OptionGroupNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "OptionGroupNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, OptionGroupNotFoundFault.prototype);
	}
};
var OptionGroupQuotaExceededFault = class OptionGroupQuotaExceededFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#OptionGroupQuotaExceededFault";
	name = "OptionGroupQuotaExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "OptionGroupQuotaExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, OptionGroupQuotaExceededFault.prototype);
	}
};
var BlueGreenDeploymentAlreadyExistsFault = class BlueGreenDeploymentAlreadyExistsFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#BlueGreenDeploymentAlreadyExistsFault";
	name = "BlueGreenDeploymentAlreadyExistsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "BlueGreenDeploymentAlreadyExistsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, BlueGreenDeploymentAlreadyExistsFault.prototype);
	}
};
var DBClusterParameterGroupNotFoundFault = class DBClusterParameterGroupNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBClusterParameterGroupNotFoundFault";
	name = "DBClusterParameterGroupNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBClusterParameterGroupNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBClusterParameterGroupNotFoundFault.prototype);
	}
};
var DBClusterQuotaExceededFault = class DBClusterQuotaExceededFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBClusterQuotaExceededFault";
	name = "DBClusterQuotaExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBClusterQuotaExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBClusterQuotaExceededFault.prototype);
	}
};
var InstanceQuotaExceededFault = class InstanceQuotaExceededFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InstanceQuotaExceededFault";
	name = "InstanceQuotaExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InstanceQuotaExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InstanceQuotaExceededFault.prototype);
	}
};
var SourceClusterNotSupportedFault = class SourceClusterNotSupportedFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#SourceClusterNotSupportedFault";
	name = "SourceClusterNotSupportedFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "SourceClusterNotSupportedFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, SourceClusterNotSupportedFault.prototype);
	}
};
var SourceDatabaseNotSupportedFault = class SourceDatabaseNotSupportedFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#SourceDatabaseNotSupportedFault";
	name = "SourceDatabaseNotSupportedFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "SourceDatabaseNotSupportedFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, SourceDatabaseNotSupportedFault.prototype);
	}
};
var StorageQuotaExceededFault = class StorageQuotaExceededFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#StorageQuotaExceededFault";
	name = "StorageQuotaExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "StorageQuotaExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, StorageQuotaExceededFault.prototype);
	}
};
var CreateCustomDBEngineVersionFault = class CreateCustomDBEngineVersionFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#CreateCustomDBEngineVersionFault";
	name = "CreateCustomDBEngineVersionFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "CreateCustomDBEngineVersionFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, CreateCustomDBEngineVersionFault.prototype);
	}
};
var CustomDBEngineVersionAlreadyExistsFault = class CustomDBEngineVersionAlreadyExistsFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#CustomDBEngineVersionAlreadyExistsFault";
	name = "CustomDBEngineVersionAlreadyExistsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "CustomDBEngineVersionAlreadyExistsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, CustomDBEngineVersionAlreadyExistsFault.prototype);
	}
};
var CustomDBEngineVersionNotFoundFault = class CustomDBEngineVersionNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#CustomDBEngineVersionNotFoundFault";
	name = "CustomDBEngineVersionNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "CustomDBEngineVersionNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, CustomDBEngineVersionNotFoundFault.prototype);
	}
};
var CustomDBEngineVersionQuotaExceededFault = class CustomDBEngineVersionQuotaExceededFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#CustomDBEngineVersionQuotaExceededFault";
	name = "CustomDBEngineVersionQuotaExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "CustomDBEngineVersionQuotaExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, CustomDBEngineVersionQuotaExceededFault.prototype);
	}
};
var Ec2ImagePropertiesNotSupportedFault = class Ec2ImagePropertiesNotSupportedFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#Ec2ImagePropertiesNotSupportedFault";
	name = "Ec2ImagePropertiesNotSupportedFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "Ec2ImagePropertiesNotSupportedFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, Ec2ImagePropertiesNotSupportedFault.prototype);
	}
};
var InvalidCustomDBEngineVersionStateFault = class InvalidCustomDBEngineVersionStateFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidCustomDBEngineVersionStateFault";
	name = "InvalidCustomDBEngineVersionStateFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidCustomDBEngineVersionStateFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidCustomDBEngineVersionStateFault.prototype);
	}
};
var DBCapacityReservationAlreadyExistsFault = class DBCapacityReservationAlreadyExistsFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBCapacityReservationAlreadyExistsFault";
	name = "DBCapacityReservationAlreadyExistsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBCapacityReservationAlreadyExistsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBCapacityReservationAlreadyExistsFault.prototype);
	}
};
var DBCapacityReservationUnsupportedFault = class DBCapacityReservationUnsupportedFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBCapacityReservationUnsupportedFault";
	name = "DBCapacityReservationUnsupportedFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBCapacityReservationUnsupportedFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBCapacityReservationUnsupportedFault.prototype);
	}
};
var InsufficientDBInstanceCapacityFault = class InsufficientDBInstanceCapacityFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InsufficientDBInstanceCapacityFault";
	name = "InsufficientDBInstanceCapacityFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InsufficientDBInstanceCapacityFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InsufficientDBInstanceCapacityFault.prototype);
	}
};
var DBClusterAlreadyExistsFault = class DBClusterAlreadyExistsFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBClusterAlreadyExistsFault";
	name = "DBClusterAlreadyExistsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBClusterAlreadyExistsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBClusterAlreadyExistsFault.prototype);
	}
};
var DBSubnetGroupDoesNotCoverEnoughAZs = class DBSubnetGroupDoesNotCoverEnoughAZs extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBSubnetGroupDoesNotCoverEnoughAZs";
	name = "DBSubnetGroupDoesNotCoverEnoughAZs";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBSubnetGroupDoesNotCoverEnoughAZs",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBSubnetGroupDoesNotCoverEnoughAZs.prototype);
	}
};
var DBSubnetGroupNotFoundFault = class DBSubnetGroupNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBSubnetGroupNotFoundFault";
	name = "DBSubnetGroupNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBSubnetGroupNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBSubnetGroupNotFoundFault.prototype);
	}
};
var DomainNotFoundFault = class DomainNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DomainNotFoundFault";
	name = "DomainNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DomainNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DomainNotFoundFault.prototype);
	}
};
var GlobalClusterNotFoundFault = class GlobalClusterNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#GlobalClusterNotFoundFault";
	name = "GlobalClusterNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "GlobalClusterNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, GlobalClusterNotFoundFault.prototype);
	}
};
var InsufficientStorageClusterCapacityFault = class InsufficientStorageClusterCapacityFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InsufficientStorageClusterCapacityFault";
	name = "InsufficientStorageClusterCapacityFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InsufficientStorageClusterCapacityFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InsufficientStorageClusterCapacityFault.prototype);
	}
};
var InvalidDBSubnetGroupFault = class InvalidDBSubnetGroupFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidDBSubnetGroupFault";
	name = "InvalidDBSubnetGroupFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidDBSubnetGroupFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidDBSubnetGroupFault.prototype);
	}
};
var InvalidDBSubnetGroupStateFault = class InvalidDBSubnetGroupStateFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidDBSubnetGroupStateFault";
	name = "InvalidDBSubnetGroupStateFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidDBSubnetGroupStateFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidDBSubnetGroupStateFault.prototype);
	}
};
var InvalidGlobalClusterStateFault = class InvalidGlobalClusterStateFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidGlobalClusterStateFault";
	name = "InvalidGlobalClusterStateFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidGlobalClusterStateFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidGlobalClusterStateFault.prototype);
	}
};
var InvalidSubnet = class InvalidSubnet extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidSubnet";
	name = "InvalidSubnet";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidSubnet",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidSubnet.prototype);
	}
};
var InvalidVPCNetworkStateFault = class InvalidVPCNetworkStateFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidVPCNetworkStateFault";
	name = "InvalidVPCNetworkStateFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidVPCNetworkStateFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidVPCNetworkStateFault.prototype);
	}
};
var NetworkTypeNotSupported = class NetworkTypeNotSupported extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#NetworkTypeNotSupported";
	name = "NetworkTypeNotSupported";
	$fault = "client";
	constructor(opts) {
		super({
			name: "NetworkTypeNotSupported",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, NetworkTypeNotSupported.prototype);
	}
};
var StorageTypeNotSupportedFault = class StorageTypeNotSupportedFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#StorageTypeNotSupportedFault";
	name = "StorageTypeNotSupportedFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "StorageTypeNotSupportedFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, StorageTypeNotSupportedFault.prototype);
	}
};
var VpcEncryptionControlViolationException = class VpcEncryptionControlViolationException extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#VpcEncryptionControlViolationException";
	name = "VpcEncryptionControlViolationException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "VpcEncryptionControlViolationException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, VpcEncryptionControlViolationException.prototype);
	}
};
var DBClusterEndpointAlreadyExistsFault = class DBClusterEndpointAlreadyExistsFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBClusterEndpointAlreadyExistsFault";
	name = "DBClusterEndpointAlreadyExistsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBClusterEndpointAlreadyExistsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBClusterEndpointAlreadyExistsFault.prototype);
	}
};
var DBClusterEndpointQuotaExceededFault = class DBClusterEndpointQuotaExceededFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBClusterEndpointQuotaExceededFault";
	name = "DBClusterEndpointQuotaExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBClusterEndpointQuotaExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBClusterEndpointQuotaExceededFault.prototype);
	}
};
var AuthorizationNotFoundFault = class AuthorizationNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#AuthorizationNotFoundFault";
	name = "AuthorizationNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "AuthorizationNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, AuthorizationNotFoundFault.prototype);
	}
};
var BackupPolicyNotFoundFault = class BackupPolicyNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#BackupPolicyNotFoundFault";
	name = "BackupPolicyNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "BackupPolicyNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, BackupPolicyNotFoundFault.prototype);
	}
};
var CertificateNotFoundFault = class CertificateNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#CertificateNotFoundFault";
	name = "CertificateNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "CertificateNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, CertificateNotFoundFault.prototype);
	}
};
var DBInstanceAlreadyExistsFault = class DBInstanceAlreadyExistsFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBInstanceAlreadyExistsFault";
	name = "DBInstanceAlreadyExistsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBInstanceAlreadyExistsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBInstanceAlreadyExistsFault.prototype);
	}
};
var ProvisionedIopsNotAvailableInAZFault = class ProvisionedIopsNotAvailableInAZFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#ProvisionedIopsNotAvailableInAZFault";
	name = "ProvisionedIopsNotAvailableInAZFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ProvisionedIopsNotAvailableInAZFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ProvisionedIopsNotAvailableInAZFault.prototype);
	}
};
var TenantDatabaseQuotaExceededFault = class TenantDatabaseQuotaExceededFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#TenantDatabaseQuotaExceededFault";
	name = "TenantDatabaseQuotaExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "TenantDatabaseQuotaExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, TenantDatabaseQuotaExceededFault.prototype);
	}
};
var DBSubnetGroupNotAllowedFault = class DBSubnetGroupNotAllowedFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBSubnetGroupNotAllowedFault";
	name = "DBSubnetGroupNotAllowedFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBSubnetGroupNotAllowedFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBSubnetGroupNotAllowedFault.prototype);
	}
};
var DBProxyAlreadyExistsFault = class DBProxyAlreadyExistsFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBProxyAlreadyExistsFault";
	name = "DBProxyAlreadyExistsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBProxyAlreadyExistsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBProxyAlreadyExistsFault.prototype);
	}
};
var DBProxyQuotaExceededFault = class DBProxyQuotaExceededFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBProxyQuotaExceededFault";
	name = "DBProxyQuotaExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBProxyQuotaExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBProxyQuotaExceededFault.prototype);
	}
};
var DBProxyEndpointAlreadyExistsFault = class DBProxyEndpointAlreadyExistsFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBProxyEndpointAlreadyExistsFault";
	name = "DBProxyEndpointAlreadyExistsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBProxyEndpointAlreadyExistsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBProxyEndpointAlreadyExistsFault.prototype);
	}
};
var DBProxyEndpointQuotaExceededFault = class DBProxyEndpointQuotaExceededFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBProxyEndpointQuotaExceededFault";
	name = "DBProxyEndpointQuotaExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBProxyEndpointQuotaExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBProxyEndpointQuotaExceededFault.prototype);
	}
};
var InvalidDBProxyStateFault = class InvalidDBProxyStateFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidDBProxyStateFault";
	name = "InvalidDBProxyStateFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidDBProxyStateFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidDBProxyStateFault.prototype);
	}
};
var DBSecurityGroupAlreadyExistsFault = class DBSecurityGroupAlreadyExistsFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBSecurityGroupAlreadyExistsFault";
	name = "DBSecurityGroupAlreadyExistsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBSecurityGroupAlreadyExistsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBSecurityGroupAlreadyExistsFault.prototype);
	}
};
var DBSecurityGroupNotSupportedFault = class DBSecurityGroupNotSupportedFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBSecurityGroupNotSupportedFault";
	name = "DBSecurityGroupNotSupportedFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBSecurityGroupNotSupportedFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBSecurityGroupNotSupportedFault.prototype);
	}
};
var DBSecurityGroupQuotaExceededFault = class DBSecurityGroupQuotaExceededFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBSecurityGroupQuotaExceededFault";
	name = "DBSecurityGroupQuotaExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBSecurityGroupQuotaExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBSecurityGroupQuotaExceededFault.prototype);
	}
};
var DBShardGroupAlreadyExistsFault = class DBShardGroupAlreadyExistsFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBShardGroupAlreadyExistsFault";
	name = "DBShardGroupAlreadyExistsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBShardGroupAlreadyExistsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBShardGroupAlreadyExistsFault.prototype);
	}
};
var MaxDBShardGroupLimitReached = class MaxDBShardGroupLimitReached extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#MaxDBShardGroupLimitReached";
	name = "MaxDBShardGroupLimitReached";
	$fault = "client";
	constructor(opts) {
		super({
			name: "MaxDBShardGroupLimitReached",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, MaxDBShardGroupLimitReached.prototype);
	}
};
var UnsupportedDBEngineVersionFault = class UnsupportedDBEngineVersionFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#UnsupportedDBEngineVersionFault";
	name = "UnsupportedDBEngineVersionFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "UnsupportedDBEngineVersionFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, UnsupportedDBEngineVersionFault.prototype);
	}
};
var DBSubnetGroupAlreadyExistsFault = class DBSubnetGroupAlreadyExistsFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBSubnetGroupAlreadyExistsFault";
	name = "DBSubnetGroupAlreadyExistsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBSubnetGroupAlreadyExistsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBSubnetGroupAlreadyExistsFault.prototype);
	}
};
var DBSubnetGroupQuotaExceededFault = class DBSubnetGroupQuotaExceededFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBSubnetGroupQuotaExceededFault";
	name = "DBSubnetGroupQuotaExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBSubnetGroupQuotaExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBSubnetGroupQuotaExceededFault.prototype);
	}
};
var DBSubnetQuotaExceededFault = class DBSubnetQuotaExceededFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBSubnetQuotaExceededFault";
	name = "DBSubnetQuotaExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBSubnetQuotaExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBSubnetQuotaExceededFault.prototype);
	}
};
var EventSubscriptionQuotaExceededFault = class EventSubscriptionQuotaExceededFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#EventSubscriptionQuotaExceededFault";
	name = "EventSubscriptionQuotaExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "EventSubscriptionQuotaExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, EventSubscriptionQuotaExceededFault.prototype);
	}
};
var SNSInvalidTopicFault = class SNSInvalidTopicFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#SNSInvalidTopicFault";
	name = "SNSInvalidTopicFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "SNSInvalidTopicFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, SNSInvalidTopicFault.prototype);
	}
};
var SNSNoAuthorizationFault = class SNSNoAuthorizationFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#SNSNoAuthorizationFault";
	name = "SNSNoAuthorizationFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "SNSNoAuthorizationFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, SNSNoAuthorizationFault.prototype);
	}
};
var SNSTopicArnNotFoundFault = class SNSTopicArnNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#SNSTopicArnNotFoundFault";
	name = "SNSTopicArnNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "SNSTopicArnNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, SNSTopicArnNotFoundFault.prototype);
	}
};
var SubscriptionAlreadyExistFault = class SubscriptionAlreadyExistFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#SubscriptionAlreadyExistFault";
	name = "SubscriptionAlreadyExistFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "SubscriptionAlreadyExistFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, SubscriptionAlreadyExistFault.prototype);
	}
};
var SubscriptionCategoryNotFoundFault = class SubscriptionCategoryNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#SubscriptionCategoryNotFoundFault";
	name = "SubscriptionCategoryNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "SubscriptionCategoryNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, SubscriptionCategoryNotFoundFault.prototype);
	}
};
var GlobalClusterAlreadyExistsFault = class GlobalClusterAlreadyExistsFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#GlobalClusterAlreadyExistsFault";
	name = "GlobalClusterAlreadyExistsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "GlobalClusterAlreadyExistsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, GlobalClusterAlreadyExistsFault.prototype);
	}
};
var GlobalClusterQuotaExceededFault = class GlobalClusterQuotaExceededFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#GlobalClusterQuotaExceededFault";
	name = "GlobalClusterQuotaExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "GlobalClusterQuotaExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, GlobalClusterQuotaExceededFault.prototype);
	}
};
var InvalidDBShardGroupStateFault = class InvalidDBShardGroupStateFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidDBShardGroupStateFault";
	name = "InvalidDBShardGroupStateFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidDBShardGroupStateFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidDBShardGroupStateFault.prototype);
	}
};
var IntegrationAlreadyExistsFault = class IntegrationAlreadyExistsFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#IntegrationAlreadyExistsFault";
	name = "IntegrationAlreadyExistsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "IntegrationAlreadyExistsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, IntegrationAlreadyExistsFault.prototype);
	}
};
var IntegrationConflictOperationFault = class IntegrationConflictOperationFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#IntegrationConflictOperationFault";
	name = "IntegrationConflictOperationFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "IntegrationConflictOperationFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, IntegrationConflictOperationFault.prototype);
	}
};
var IntegrationQuotaExceededFault = class IntegrationQuotaExceededFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#IntegrationQuotaExceededFault";
	name = "IntegrationQuotaExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "IntegrationQuotaExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, IntegrationQuotaExceededFault.prototype);
	}
};
var TenantDatabaseAlreadyExistsFault = class TenantDatabaseAlreadyExistsFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#TenantDatabaseAlreadyExistsFault";
	name = "TenantDatabaseAlreadyExistsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "TenantDatabaseAlreadyExistsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, TenantDatabaseAlreadyExistsFault.prototype);
	}
};
var InvalidBlueGreenDeploymentStateFault = class InvalidBlueGreenDeploymentStateFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidBlueGreenDeploymentStateFault";
	name = "InvalidBlueGreenDeploymentStateFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidBlueGreenDeploymentStateFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidBlueGreenDeploymentStateFault.prototype);
	}
};
var DBClusterAutomatedBackupQuotaExceededFault = class DBClusterAutomatedBackupQuotaExceededFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBClusterAutomatedBackupQuotaExceededFault";
	name = "DBClusterAutomatedBackupQuotaExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBClusterAutomatedBackupQuotaExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBClusterAutomatedBackupQuotaExceededFault.prototype);
	}
};
var DBClusterAutomatedBackupNotFoundFault = class DBClusterAutomatedBackupNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBClusterAutomatedBackupNotFoundFault";
	name = "DBClusterAutomatedBackupNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBClusterAutomatedBackupNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBClusterAutomatedBackupNotFoundFault.prototype);
	}
};
var InvalidDBClusterAutomatedBackupStateFault = class InvalidDBClusterAutomatedBackupStateFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidDBClusterAutomatedBackupStateFault";
	name = "InvalidDBClusterAutomatedBackupStateFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidDBClusterAutomatedBackupStateFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidDBClusterAutomatedBackupStateFault.prototype);
	}
};
var DBClusterEndpointNotFoundFault = class DBClusterEndpointNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBClusterEndpointNotFoundFault";
	name = "DBClusterEndpointNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBClusterEndpointNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBClusterEndpointNotFoundFault.prototype);
	}
};
var InvalidDBParameterGroupStateFault = class InvalidDBParameterGroupStateFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidDBParameterGroupStateFault";
	name = "InvalidDBParameterGroupStateFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidDBParameterGroupStateFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidDBParameterGroupStateFault.prototype);
	}
};
var DBInstanceAutomatedBackupQuotaExceededFault = class DBInstanceAutomatedBackupQuotaExceededFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBInstanceAutomatedBackupQuotaExceededFault";
	name = "DBInstanceAutomatedBackupQuotaExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBInstanceAutomatedBackupQuotaExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBInstanceAutomatedBackupQuotaExceededFault.prototype);
	}
};
var DBInstanceAutomatedBackupNotFoundFault = class DBInstanceAutomatedBackupNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBInstanceAutomatedBackupNotFoundFault";
	name = "DBInstanceAutomatedBackupNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBInstanceAutomatedBackupNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBInstanceAutomatedBackupNotFoundFault.prototype);
	}
};
var InvalidDBInstanceAutomatedBackupStateFault = class InvalidDBInstanceAutomatedBackupStateFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidDBInstanceAutomatedBackupStateFault";
	name = "InvalidDBInstanceAutomatedBackupStateFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidDBInstanceAutomatedBackupStateFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidDBInstanceAutomatedBackupStateFault.prototype);
	}
};
var InvalidDBProxyEndpointStateFault = class InvalidDBProxyEndpointStateFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidDBProxyEndpointStateFault";
	name = "InvalidDBProxyEndpointStateFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidDBProxyEndpointStateFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidDBProxyEndpointStateFault.prototype);
	}
};
var InvalidDBSubnetStateFault = class InvalidDBSubnetStateFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidDBSubnetStateFault";
	name = "InvalidDBSubnetStateFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidDBSubnetStateFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidDBSubnetStateFault.prototype);
	}
};
var InvalidEventSubscriptionStateFault = class InvalidEventSubscriptionStateFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidEventSubscriptionStateFault";
	name = "InvalidEventSubscriptionStateFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidEventSubscriptionStateFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidEventSubscriptionStateFault.prototype);
	}
};
var InvalidIntegrationStateFault = class InvalidIntegrationStateFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidIntegrationStateFault";
	name = "InvalidIntegrationStateFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidIntegrationStateFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidIntegrationStateFault.prototype);
	}
};
var InvalidOptionGroupStateFault = class InvalidOptionGroupStateFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidOptionGroupStateFault";
	name = "InvalidOptionGroupStateFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidOptionGroupStateFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidOptionGroupStateFault.prototype);
	}
};
var DBProxyTargetNotFoundFault = class DBProxyTargetNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBProxyTargetNotFoundFault";
	name = "DBProxyTargetNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBProxyTargetNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBProxyTargetNotFoundFault.prototype);
	}
};
var DBClusterBacktrackNotFoundFault = class DBClusterBacktrackNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBClusterBacktrackNotFoundFault";
	name = "DBClusterBacktrackNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBClusterBacktrackNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBClusterBacktrackNotFoundFault.prototype);
	}
};
var DBInstanceNotReadyFault = class DBInstanceNotReadyFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBInstanceNotReadyFault";
	name = "DBInstanceNotReadyFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBInstanceNotReadyFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBInstanceNotReadyFault.prototype);
	}
};
var ReservedDBInstanceNotFoundFault = class ReservedDBInstanceNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#ReservedDBInstanceNotFoundFault";
	name = "ReservedDBInstanceNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ReservedDBInstanceNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ReservedDBInstanceNotFoundFault.prototype);
	}
};
var ReservedDBInstancesOfferingNotFoundFault = class ReservedDBInstancesOfferingNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#ReservedDBInstancesOfferingNotFoundFault";
	name = "ReservedDBInstancesOfferingNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ReservedDBInstancesOfferingNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ReservedDBInstancesOfferingNotFoundFault.prototype);
	}
};
var InvalidResourceStateFault = class InvalidResourceStateFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidResourceStateFault";
	name = "InvalidResourceStateFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidResourceStateFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidResourceStateFault.prototype);
	}
};
var DBLogFileNotFoundFault = class DBLogFileNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBLogFileNotFoundFault";
	name = "DBLogFileNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBLogFileNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBLogFileNotFoundFault.prototype);
	}
};
var InvalidDBClusterCapacityFault = class InvalidDBClusterCapacityFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidDBClusterCapacityFault";
	name = "InvalidDBClusterCapacityFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidDBClusterCapacityFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidDBClusterCapacityFault.prototype);
	}
};
var StorageTypeNotAvailableFault = class StorageTypeNotAvailableFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#StorageTypeNotAvailableFault";
	name = "StorageTypeNotAvailableFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "StorageTypeNotAvailableFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, StorageTypeNotAvailableFault.prototype);
	}
};
var SharedSnapshotQuotaExceededFault = class SharedSnapshotQuotaExceededFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#SharedSnapshotQuotaExceededFault";
	name = "SharedSnapshotQuotaExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "SharedSnapshotQuotaExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, SharedSnapshotQuotaExceededFault.prototype);
	}
};
var DBUpgradeDependencyFailureFault = class DBUpgradeDependencyFailureFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBUpgradeDependencyFailureFault";
	name = "DBUpgradeDependencyFailureFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBUpgradeDependencyFailureFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBUpgradeDependencyFailureFault.prototype);
	}
};
var SubnetAlreadyInUse = class SubnetAlreadyInUse extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#SubnetAlreadyInUse";
	name = "SubnetAlreadyInUse";
	$fault = "client";
	constructor(opts) {
		super({
			name: "SubnetAlreadyInUse",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, SubnetAlreadyInUse.prototype);
	}
};
var ReservedDBInstanceAlreadyExistsFault = class ReservedDBInstanceAlreadyExistsFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#ReservedDBInstanceAlreadyExistsFault";
	name = "ReservedDBInstanceAlreadyExistsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ReservedDBInstanceAlreadyExistsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ReservedDBInstanceAlreadyExistsFault.prototype);
	}
};
var ReservedDBInstanceQuotaExceededFault = class ReservedDBInstanceQuotaExceededFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#ReservedDBInstanceQuotaExceededFault";
	name = "ReservedDBInstanceQuotaExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ReservedDBInstanceQuotaExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ReservedDBInstanceQuotaExceededFault.prototype);
	}
};
var DBProxyTargetAlreadyRegisteredFault = class DBProxyTargetAlreadyRegisteredFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBProxyTargetAlreadyRegisteredFault";
	name = "DBProxyTargetAlreadyRegisteredFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBProxyTargetAlreadyRegisteredFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBProxyTargetAlreadyRegisteredFault.prototype);
	}
};
var InsufficientAvailableIPsInSubnetFault = class InsufficientAvailableIPsInSubnetFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InsufficientAvailableIPsInSubnetFault";
	name = "InsufficientAvailableIPsInSubnetFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InsufficientAvailableIPsInSubnetFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InsufficientAvailableIPsInSubnetFault.prototype);
	}
};
var DBClusterRoleNotFoundFault = class DBClusterRoleNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBClusterRoleNotFoundFault";
	name = "DBClusterRoleNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBClusterRoleNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBClusterRoleNotFoundFault.prototype);
	}
};
var DBInstanceRoleNotFoundFault = class DBInstanceRoleNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#DBInstanceRoleNotFoundFault";
	name = "DBInstanceRoleNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DBInstanceRoleNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DBInstanceRoleNotFoundFault.prototype);
	}
};
var InvalidS3BucketFault = class InvalidS3BucketFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidS3BucketFault";
	name = "InvalidS3BucketFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidS3BucketFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidS3BucketFault.prototype);
	}
};
var InsufficientDBClusterCapacityFault = class InsufficientDBClusterCapacityFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InsufficientDBClusterCapacityFault";
	name = "InsufficientDBClusterCapacityFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InsufficientDBClusterCapacityFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InsufficientDBClusterCapacityFault.prototype);
	}
};
var InvalidRestoreFault = class InvalidRestoreFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidRestoreFault";
	name = "InvalidRestoreFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidRestoreFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidRestoreFault.prototype);
	}
};
var PointInTimeRestoreNotEnabledFault = class PointInTimeRestoreNotEnabledFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#PointInTimeRestoreNotEnabledFault";
	name = "PointInTimeRestoreNotEnabledFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "PointInTimeRestoreNotEnabledFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, PointInTimeRestoreNotEnabledFault.prototype);
	}
};
var ExportTaskAlreadyExistsFault = class ExportTaskAlreadyExistsFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#ExportTaskAlreadyExistsFault";
	name = "ExportTaskAlreadyExistsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ExportTaskAlreadyExistsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ExportTaskAlreadyExistsFault.prototype);
	}
};
var IamRoleMissingPermissionsFault = class IamRoleMissingPermissionsFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#IamRoleMissingPermissionsFault";
	name = "IamRoleMissingPermissionsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "IamRoleMissingPermissionsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, IamRoleMissingPermissionsFault.prototype);
	}
};
var IamRoleNotFoundFault = class IamRoleNotFoundFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#IamRoleNotFoundFault";
	name = "IamRoleNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "IamRoleNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, IamRoleNotFoundFault.prototype);
	}
};
var InvalidExportOnlyFault = class InvalidExportOnlyFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidExportOnlyFault";
	name = "InvalidExportOnlyFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidExportOnlyFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidExportOnlyFault.prototype);
	}
};
var InvalidExportSourceStateFault = class InvalidExportSourceStateFault extends RDSServiceException {
	static shapeId = "com.amazonaws.rds#InvalidExportSourceStateFault";
	name = "InvalidExportSourceStateFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidExportSourceStateFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidExportSourceStateFault.prototype);
	}
};

// node_modules/@aws-sdk/client-rds/dist-es/schemas/schemas_0.js
const _AAEF = "AuthorizationAlreadyExistsFault";
const _AAM = "AccountAttributesMessage";
const _AASVO = "AvailableAdditionalStorageVolumesOption";
const _AASVOL = "AvailableAdditionalStorageVolumesOptionList";
const _AASVOv = "AvailableAdditionalStorageVolumesOptions";
const _ABRPA = "AwsBackupRecoveryPointArn";
const _AM = "AutomationMode";
const _AMVU = "AutoMinorVersionUpgrade";
const _ANFF = "AuthorizationNotFoundFault";
const _AP = "AutoPause";
const _APF = "AvailableProcessorFeature";
const _APFL = "AvailableProcessorFeatureList";
const _APFv = "AvailableProcessorFeatures";
const _AQ = "AccountQuotas";
const _AQEF = "AuthorizationQuotaExceededFault";
const _AQL = "AccountQuotaList";
const _AQN = "AccountQuotaName";
const _AQc = "AccountQuota";
const _AR = "AssociatedRoles";
const _ART = "AutomaticRestartTime";
const _AS = "AllocatedStorage";
const _ASA = "AuthSecretArn";
const _ASENAFI = "ActivityStreamEngineNativeAuditFieldsIncluded";
const _ASKKI = "ActivityStreamKmsKeyId";
const _ASKSN = "ActivityStreamKinesisStreamName";
const _ASM = "ActivityStreamMode";
const _ASPS = "ActivityStreamPolicyStatus";
const _ASS = "ActivityStreamStatus";
const _ASV = "AdditionalStorageVolume";
const _ASVL = "AdditionalStorageVolumesList";
const _ASVO = "AdditionalStorageVolumeOutput";
const _ASVOL = "AdditionalStorageVolumesOutputList";
const _ASVd = "AdditionalStorageVolumes";
const _AU = "AutoUpgrade";
const _AV = "AllowedValues";
const _AZ = "AvailabilityZone";
const _AZG = "AvailabilityZoneGroup";
const _AZL = "AvailabilityZoneList";
const _AZv = "AvailabilityZones";
const _Ad = "Address";
const _Ar = "Arn";
const _BCCR = "BacktrackConsumedChangeRecords";
const _BGDAEF = "BlueGreenDeploymentAlreadyExistsFault";
const _BGDNFF = "BlueGreenDeploymentNotFoundFault";
const _BPNFF = "BackupPolicyNotFoundFault";
const _BRP = "BackupRetentionPeriod";
const _BTa = "BackupTarget";
const _BW = "BacktrackWindow";
const _CAC = "CrossAccountClone";
const _CACI = "CACertificateIdentifier";
const _CAI = "CAIdentifier";
const _CAZNFF = "CustomAvailabilityZoneNotFoundFault";
const _CCDBEVF = "CreateCustomDBEngineVersionFault";
const _CCT = "ClusterCreateTime";
const _CD = "CertificateDetails";
const _CDBEVAEF = "CustomDBEngineVersionAlreadyExistsFault";
const _CDBEVAMI = "CustomDBEngineVersionAMI";
const _CDBEVM = "CustomDBEngineVersionManifest";
const _CDBEVNFF = "CustomDBEngineVersionNotFoundFault";
const _CDBEVQEF = "CustomDBEngineVersionQuotaExceededFault";
const _CE = "CustomEndpoints";
const _CGI = "CloneGroupId";
const _CIIP = "CustomIamInstanceProfile";
const _CNFF = "CertificateNotFoundFault";
const _COIE = "CustomerOwnedIpEnabled";
const _CPMV = "ClusterPendingModifiedValues";
const _CS = "CharacterSet";
const _CSD = "CharacterSetDescription";
const _CSN = "CharacterSetName";
const _CST = "ClusterScalabilityType";
const _CT = "CreateTime";
const _CTTS = "CopyTagsToSnapshot";
const _Ca = "Capacity";
const _D = "Description";
const _DAA = "DescribeAccountAttributes";
const _DAAM = "DescribeAccountAttributesMessage";
const _DBC = "DBCluster";
const _DBCA = "DBClusterArn";
const _DBCABNFF = "DBClusterAutomatedBackupNotFoundFault";
const _DBCABQEF = "DBClusterAutomatedBackupQuotaExceededFault";
const _DBCAEF = "DBClusterAlreadyExistsFault";
const _DBCBNFF = "DBClusterBacktrackNotFoundFault";
const _DBCEAEF = "DBClusterEndpointAlreadyExistsFault";
const _DBCENFF = "DBClusterEndpointNotFoundFault";
const _DBCEQEF = "DBClusterEndpointQuotaExceededFault";
const _DBCI = "DBClusterIdentifier";
const _DBCIC = "DBClusterInstanceClass";
const _DBCL = "DBClusterList";
const _DBCM = "DBClusterMembers";
const _DBCML = "DBClusterMemberList";
const _DBCMl = "DBClusterMember";
const _DBCMlu = "DBClusterMessage";
const _DBCNFF = "DBClusterNotFoundFault";
const _DBCOG = "DBClusterOptionGroup";
const _DBCOGM = "DBClusterOptionGroupMemberships";
const _DBCOGN = "DBClusterOptionGroupName";
const _DBCOGS = "DBClusterOptionGroupStatus";
const _DBCPG = "DBClusterParameterGroup";
const _DBCPGNFF = "DBClusterParameterGroupNotFoundFault";
const _DBCPGS = "DBClusterParameterGroupStatus";
const _DBCQEF = "DBClusterQuotaExceededFault";
const _DBCRAEF = "DBCapacityReservationAlreadyExistsFault";
const _DBCRAEFl = "DBClusterRoleAlreadyExistsFault";
const _DBCRI = "DBCapacityReservationIdentifier";
const _DBCRNFF = "DBCapacityReservationNotFoundFault";
const _DBCRNFFl = "DBClusterRoleNotFoundFault";
const _DBCRQEF = "DBClusterRoleQuotaExceededFault";
const _DBCRUF = "DBCapacityReservationUnsupportedFault";
const _DBCRl = "DBClusterRole";
const _DBCRlu = "DBClusterRoles";
const _DBCS = "DBClusterSnapshot";
const _DBCSA = "DBClusterSnapshotArn";
const _DBCSAEF = "DBClusterSnapshotAlreadyExistsFault";
const _DBCSI = "DBClusterSnapshotIdentifier";
const _DBCSIL = "DBClusterStatusInfoList";
const _DBCSIl = "DBClusterStatusInfo";
const _DBCSL = "DBClusterSnapshotList";
const _DBCSM = "DBClusterSnapshotMessage";
const _DBCSNFF = "DBClusterSnapshotNotFoundFault";
const _DBCSl = "DBClusterSnapshots";
const _DBCl = "DBClusters";
const _DBED = "DBEngineDescription";
const _DBEMT = "DBEngineMediaType";
const _DBEV = "DBEngineVersion";
const _DBEVA = "DBEngineVersionArn";
const _DBEVD = "DBEngineVersionDescription";
const _DBEVL = "DBEngineVersionList";
const _DBEVM = "DBEngineVersionMessage";
const _DBEVn = "DBEngineVersions";
const _DBI = "DBInstance";
const _DBIA = "DBInstanceArn";
const _DBIABA = "DBInstanceAutomatedBackupsArn";
const _DBIABNFF = "DBInstanceAutomatedBackupNotFoundFault";
const _DBIABQEF = "DBInstanceAutomatedBackupQuotaExceededFault";
const _DBIABR = "DBInstanceAutomatedBackupsReplications";
const _DBIABRL = "DBInstanceAutomatedBackupsReplicationList";
const _DBIABRn = "DBInstanceAutomatedBackupsReplication";
const _DBIAEF = "DBInstanceAlreadyExistsFault";
const _DBIC = "DBInstanceClass";
const _DBII = "DBInstanceIdentifier";
const _DBIL = "DBInstanceList";
const _DBIM = "DBInstanceMessage";
const _DBINFF = "DBInstanceNotFoundFault";
const _DBINRF = "DBInstanceNotReadyFault";
const _DBIR = "DBInstanceRole";
const _DBIRAEF = "DBInstanceRoleAlreadyExistsFault";
const _DBIRNFF = "DBInstanceRoleNotFoundFault";
const _DBIRQEF = "DBInstanceRoleQuotaExceededFault";
const _DBIRn = "DBInstanceRoles";
const _DBIS = "DBInstanceStatus";
const _DBISI = "DBInstanceStatusInfo";
const _DBISIL = "DBInstanceStatusInfoList";
const _DBIn = "DBInstances";
const _DBLFNFF = "DBLogFileNotFoundFault";
const _DBN = "DBName";
const _DBPAEF = "DBProxyAlreadyExistsFault";
const _DBPEAEF = "DBProxyEndpointAlreadyExistsFault";
const _DBPENFF = "DBProxyEndpointNotFoundFault";
const _DBPEQEF = "DBProxyEndpointQuotaExceededFault";
const _DBPG = "DBParameterGroup";
const _DBPGAEF = "DBParameterGroupAlreadyExistsFault";
const _DBPGF = "DBParameterGroupFamily";
const _DBPGN = "DBParameterGroupName";
const _DBPGNFF = "DBParameterGroupNotFoundFault";
const _DBPGQEF = "DBParameterGroupQuotaExceededFault";
const _DBPGS = "DBParameterGroupStatus";
const _DBPGSL = "DBParameterGroupStatusList";
const _DBPGa = "DBParameterGroups";
const _DBPNFF = "DBProxyNotFoundFault";
const _DBPQEF = "DBProxyQuotaExceededFault";
const _DBPTARF = "DBProxyTargetAlreadyRegisteredFault";
const _DBPTGNFF = "DBProxyTargetGroupNotFoundFault";
const _DBPTNFF = "DBProxyTargetNotFoundFault";
const _DBS = "DBSnapshot";
const _DBSA = "DBSnapshotArn";
const _DBSAEF = "DBSnapshotAlreadyExistsFault";
const _DBSG = "DBSecurityGroup";
const _DBSGAEF = "DBSecurityGroupAlreadyExistsFault";
const _DBSGAEFh = "DBShardGroupAlreadyExistsFault";
const _DBSGAEFu = "DBSubnetGroupAlreadyExistsFault";
const _DBSGAu = "DBSubnetGroupArn";
const _DBSGDNCEAZ = "DBSubnetGroupDoesNotCoverEnoughAZs";
const _DBSGDu = "DBSubnetGroupDescription";
const _DBSGM = "DBSecurityGroupMembership";
const _DBSGML = "DBSecurityGroupMembershipList";
const _DBSGN = "DBSecurityGroupName";
const _DBSGNAF = "DBSubnetGroupNotAllowedFault";
const _DBSGNFF = "DBSecurityGroupNotFoundFault";
const _DBSGNFFh = "DBShardGroupNotFoundFault";
const _DBSGNFFu = "DBSubnetGroupNotFoundFault";
const _DBSGNSF = "DBSecurityGroupNotSupportedFault";
const _DBSGNu = "DBSubnetGroupName";
const _DBSGQEF = "DBSecurityGroupQuotaExceededFault";
const _DBSGQEFu = "DBSubnetGroupQuotaExceededFault";
const _DBSGe = "DBSecurityGroups";
const _DBSGu = "DBSubnetGroup";
const _DBSI = "DBSystemId";
const _DBSIn = "DBSnapshotIdentifier";
const _DBSL = "DBSnapshotList";
const _DBSM = "DBSnapshotMessage";
const _DBSNFF = "DBSnapshotNotFoundFault";
const _DBSQEF = "DBSubnetQuotaExceededFault";
const _DBSTDNFF = "DBSnapshotTenantDatabaseNotFoundFault";
const _DBSn = "DBSnapshots";
const _DBUDFF = "DBUpgradeDependencyFailureFault";
const _DCRI = "DbClusterResourceId";
const _DCS = "DefaultCharacterSet";
const _DDBCMe = "DescribeDBClustersMessage";
const _DDBCSMe = "DescribeDBClusterSnapshotsMessage";
const _DDBCSe = "DescribeDBClusterSnapshots";
const _DDBCe = "DescribeDBClusters";
const _DDBEV = "DescribeDBEngineVersions";
const _DDBEVM = "DescribeDBEngineVersionsMessage";
const _DDBIMe = "DescribeDBInstancesMessage";
const _DDBIe = "DescribeDBInstances";
const _DDBSMe = "DescribeDBSnapshotsMessage";
const _DDBSe = "DescribeDBSnapshots";
const _DGCMe = "DescribeGlobalClustersMessage";
const _DGCe = "DescribeGlobalClusters";
const _DI = "DnsIps";
const _DIF = "DatabaseInstallationFiles";
const _DIFSBN = "DatabaseInstallationFilesS3BucketName";
const _DIFSP = "DatabaseInstallationFilesS3Prefix";
const _DIM = "DatabaseInsightsMode";
const _DIP = "DbInstancePort";
const _DLV = "DedicatedLogVolume";
const _DM = "DomainMemberships";
const _DML = "DomainMembershipList";
const _DMo = "DomainMembership";
const _DN = "DatabaseName";
const _DNFF = "DomainNotFoundFault";
const _DODBIO = "DescribeOrderableDBInstanceOptions";
const _DODBIOM = "DescribeOrderableDBInstanceOptionsMessage";
const _DOe = "DefaultOnly";
const _DP = "DeletionProtection";
const _DRI = "DbiResourceId";
const _DV = "DefaultValue";
const _Do = "Domain";
const _E = "Engine";
const _EBT = "EarliestBacktrackTime";
const _ECLEn = "EnabledCloudwatchLogsExports";
const _EIPNSF = "Ec2ImagePropertiesNotSupportedFault";
const _ELS = "EngineLifecycleSupport";
const _ELTx = "ExportableLogTypes";
const _EMRA = "EnhancedMonitoringResourceArn";
const _EMn = "EngineMode";
const _ERT = "EarliestRestorableTime";
const _ESQEF = "EventSubscriptionQuotaExceededFault";
const _ETAEF = "ExportTaskAlreadyExistsFault";
const _ETNFF = "ExportTaskNotFoundFault";
const _EV = "EngineVersion";
const _Enc = "Encrypted";
const _End = "Endpoint";
const _FDCA = "FromDbClusterArn";
const _FL = "FilterList";
const _FN = "FeatureName";
const _FQDN = "FQDN";
const _FR = "FailureReason";
const _FSSIB = "FullSnapshotSizeInBytes";
const _FSa = "FailoverState";
const _FVL = "FilterValueList";
const _Fi = "Filters";
const _Fil = "Filter";
const _GC = "GlobalCluster";
const _GCA = "GlobalClusterArn";
const _GCAEF = "GlobalClusterAlreadyExistsFault";
const _GCI = "GlobalClusterIdentifier";
const _GCL = "GlobalClusterList";
const _GCM = "GlobalClusterMembers";
const _GCML = "GlobalClusterMemberList";
const _GCMl = "GlobalClusterMember";
const _GCMlo = "GlobalClustersMessage";
const _GCNFF = "GlobalClusterNotFoundFault";
const _GCQEF = "GlobalClusterQuotaExceededFault";
const _GCRI = "GlobalClusterResourceId";
const _GCl = "GlobalClusters";
const _GWFR = "GlobalWriteForwardingRequested";
const _GWFS = "GlobalWriteForwardingStatus";
const _HEE = "HttpEndpointEnabled";
const _HZI = "HostedZoneId";
const _I = "Iops";
const _IA = "IncludeAll";
const _IAEF = "IntegrationAlreadyExistsFault";
const _IAGE = "InternetAccessGatewayEnabled";
const _IAIPISF = "InsufficientAvailableIPsInSubnetFault";
const _IAMDAE = "IAMDatabaseAuthenticationEnabled";
const _IAMRN = "IAMRoleName";
const _IBGDSF = "InvalidBlueGreenDeploymentStateFault";
const _ICDBEVSF = "InvalidCustomDBEngineVersionStateFault";
const _ICOF = "IntegrationConflictOperationFault";
const _ICTn = "InstanceCreateTime";
const _ICW = "IsClusterWriter";
const _IDBCABSF = "InvalidDBClusterAutomatedBackupStateFault";
const _IDBCCF = "InsufficientDBClusterCapacityFault";
const _IDBCCFn = "InvalidDBClusterCapacityFault";
const _IDBCESF = "InvalidDBClusterEndpointStateFault";
const _IDBCRSF = "InvalidDBCapacityReservationStateFault";
const _IDBCSF = "InvalidDBClusterStateFault";
const _IDBCSSF = "InvalidDBClusterSnapshotStateFault";
const _IDBIABSF = "InvalidDBInstanceAutomatedBackupStateFault";
const _IDBICF = "InsufficientDBInstanceCapacityFault";
const _IDBISF = "InvalidDBInstanceStateFault";
const _IDBPESF = "InvalidDBProxyEndpointStateFault";
const _IDBPGSF = "InvalidDBParameterGroupStateFault";
const _IDBPSF = "InvalidDBProxyStateFault";
const _IDBSGF = "InvalidDBSubnetGroupFault";
const _IDBSGSF = "InvalidDBSecurityGroupStateFault";
const _IDBSGSFn = "InvalidDBShardGroupStateFault";
const _IDBSGSFnv = "InvalidDBSubnetGroupStateFault";
const _IDBSSF = "InvalidDBSnapshotStateFault";
const _IDBSSFn = "InvalidDBSubnetStateFault";
const _IDLA = "IsDataLossAllowed";
const _IEOF = "InvalidExportOnlyFault";
const _IESSF = "InvalidEventSubscriptionStateFault";
const _IESSFn = "InvalidExportSourceStateFault";
const _IETSF = "InvalidExportTaskStateFault";
const _IGCSF = "InvalidGlobalClusterStateFault";
const _II = "ImageId";
const _IISF = "InvalidIntegrationStateFault";
const _IMVU = "IsMajorVersionUpgrade";
const _INFF = "IntegrationNotFoundFault";
const _IOGSF = "InvalidOptionGroupStateFault";
const _IOONAMT = "IOOptimizedNextAllowedModificationTime";
const _IOPS = "IOPS";
const _IP = "IncludePublic";
const _IQEF = "InstanceQuotaExceededFault";
const _IQEFn = "IntegrationQuotaExceededFault";
const _IRF = "InvalidRestoreFault";
const _IRMPF = "IamRoleMissingPermissionsFault";
const _IRNFF = "IamRoleNotFoundFault";
const _IRSF = "InvalidResourceStateFault";
const _IS = "InvalidSubnet";
const _ISBF = "InvalidS3BucketFault";
const _ISCCF = "InsufficientStorageClusterCapacityFault";
const _ISCUA = "IsStorageConfigUpgradeAvailable";
const _ISI = "InterconnectSubnetId";
const _ISn = "IncludeShared";
const _IVPCNSF = "InvalidVPCNetworkStateFault";
const _IW = "IsWriter";
const _Im = "Image";
const _K = "Key";
const _KKI = "KmsKeyId";
const _KMSKI = "KMSKeyId";
const _KMSKNAF = "KMSKeyNotAccessibleFault";
const _LD = "LimitlessDatabase";
const _LE = "ListenerEndpoint";
const _LM = "LicenseModel";
const _LRT = "LatestRestorableTime";
const _LSCS = "ListSupportedCharacterSets";
const _LST = "ListSupportedTimezones";
const _LTTD = "LogTypesToDisable";
const _LTTE = "LogTypesToEnable";
const _LWFS = "LocalWriteForwardingStatus";
const _M = "Max";
const _MAS = "MaxAllocatedStorage";
const _MAZ = "MultiAZ";
const _MAZC = "MultiAZCapable";
const _MC = "MinCapacity";
const _MCa = "MaxCapacity";
const _MDBSGLR = "MaxDBShardGroupLimitReached";
const _MEV = "MajorEngineVersion";
const _MI = "MinIops";
const _MIPDI = "MinIopsPerDbInstance";
const _MIPDIa = "MaxIopsPerDbInstance";
const _MIPG = "MinIopsPerGib";
const _MIPGa = "MaxIopsPerGib";
const _MIa = "MaxIops";
const _MIo = "MonitoringInterval";
const _MR = "MaxRecords";
const _MRA = "MonitoringRoleArn";
const _MRACU = "MinRequiredACU";
const _MSS = "MinStorageSize";
const _MSSa = "MaxStorageSize";
const _MST = "MinStorageThroughput";
const _MSTPDI = "MinStorageThroughputPerDbInstance";
const _MSTPDIa = "MaxStorageThroughputPerDbInstance";
const _MSTPI = "MinStorageThroughputPerIops";
const _MSTPIa = "MaxStorageThroughputPerIops";
const _MSTa = "MaxStorageThroughput";
const _MT = "MultiTenant";
const _MU = "MasterUsername";
const _MUP = "MasterUserPassword";
const _MUS = "MasterUserSecret";
const _Ma = "Marker";
const _Me = "Message";
const _N = "Name";
const _NCSN = "NcharCharacterSetName";
const _NT = "NetworkType";
const _NTNS = "NetworkTypeNotSupported";
const _No = "Normal";
const _OCu = "OutpostCapable";
const _ODBIO = "OrderableDBInstanceOption";
const _ODBIOL = "OrderableDBInstanceOptionsList";
const _ODBIOM = "OrderableDBInstanceOptionsMessage";
const _ODBIOr = "OrderableDBInstanceOptions";
const _OGAEF = "OptionGroupAlreadyExistsFault";
const _OGM = "OptionGroupMemberships";
const _OGML = "OptionGroupMembershipList";
const _OGMp = "OptionGroupMembership";
const _OGN = "OptionGroupName";
const _OGNFF = "OptionGroupNotFoundFault";
const _OGQEF = "OptionGroupQuotaExceededFault";
const _OSCT = "OriginalSnapshotCreateTime";
const _OU = "OU";
const _Ou = "Outpost";
const _P = "Port";
const _PA = "PubliclyAccessible";
const _PAS = "ParameterApplyStatus";
const _PBW = "PreferredBackupWindow";
const _PCLE = "PendingCloudwatchLogsExports";
const _PF = "ProcessorFeatures";
const _PFL = "ProcessorFeatureList";
const _PFr = "ProcessorFeature";
const _PIE = "PerformanceInsightsEnabled";
const _PIKMSKI = "PerformanceInsightsKMSKeyId";
const _PINAIAZF = "ProvisionedIopsNotAvailableInAZFault";
const _PIRP = "PerformanceInsightsRetentionPeriod";
const _PITRNEF = "PointInTimeRestoreNotEnabledFault";
const _PMV = "PendingModifiedValues";
const _PMW = "PreferredMaintenanceWindow";
const _PP = "PercentProgress";
const _PT = "PromotionTier";
const _RA = "RoleArn";
const _RCCC = "RdsCustomClusterConfiguration";
const _RDBIAEF = "ReservedDBInstanceAlreadyExistsFault";
const _RDBINFF = "ReservedDBInstanceNotFoundFault";
const _RDBIONFF = "ReservedDBInstancesOfferingNotFoundFault";
const _RDBIQEF = "ReservedDBInstanceQuotaExceededFault";
const _RE = "ReaderEndpoint";
const _RFAMT = "ResumeFullAutomationModeTime";
const _RM = "ReplicaMode";
const _RNFF = "ResourceNotFoundFault";
const _RRC = "ReadReplicaCapable";
const _RRDBCI = "ReadReplicaDBClusterIdentifiers";
const _RRDBCIL = "ReadReplicaDBClusterIdentifierList";
const _RRDBCIe = "ReadReplicaDBClusterIdentifier";
const _RRDBII = "ReadReplicaDBInstanceIdentifiers";
const _RRDBIIL = "ReadReplicaDBInstanceIdentifierList";
const _RRDBIIe = "ReadReplicaDBInstanceIdentifier";
const _RRI = "ReadReplicaIdentifiers";
const _RRIL = "ReadReplicaIdentifierList";
const _RRIe = "ReadReplicaIdentifier";
const _RRSDBCI = "ReadReplicaSourceDBClusterIdentifier";
const _RRSDBII = "ReadReplicaSourceDBInstanceIdentifier";
const _RSI = "ReplicationSourceIdentifier";
const _Read = "Readers";
const _SAEF = "SubscriptionAlreadyExistFault";
const _SAIU = "SubnetAlreadyInUse";
const _SASM = "SupportedActivityStreamModes";
const _SASV = "SupportsAdditionalStorageVolumes";
const _SAZ = "SnapshotAvailabilityZone";
const _SAZe = "SecondaryAvailabilityZone";
const _SAZu = "SubnetAvailabilityZone";
const _SAe = "SecretArn";
const _SB = "SupportsBabelfish";
const _SBT = "SecondsBeforeTimeout";
const _SCACI = "SupportedCACertificateIdentifiers";
const _SCI = "ScalingConfigurationInfo";
const _SCNFF = "SubscriptionCategoryNotFoundFault";
const _SCNSF = "SourceClusterNotSupportedFault";
const _SCRWR = "SupportsCertificateRotationWithoutRestart";
const _SCS = "SupportedCharacterSets";
const _SCSL = "SupportedCharacterSetsList";
const _SCT = "SnapshotCreateTime";
const _SCu = "SupportsClusters";
const _SDBCSA = "SourceDBClusterSnapshotArn";
const _SDBSI = "SourceDBSnapshotIdentifier";
const _SDLV = "SupportsDedicatedLogVolume";
const _SDNSF = "SourceDatabaseNotSupportedFault";
const _SDT = "SnapshotDatabaseTime";
const _SE = "StorageEncrypted";
const _SEM = "SupportedEngineModes";
const _SEMu = "SupportsEnhancedMonitoring";
const _SET = "StorageEncryptionType";
const _SFN = "SupportedFeatureNames";
const _SGD = "SupportsGlobalDatabases";
const _SGS = "SubnetGroupStatus";
const _SHE = "SupportsHttpEndpoint";
const _SIAMDA = "SupportsIAMDatabaseAuthentication";
const _SIt = "StatusInfos";
const _SIu = "SupportsIops";
const _SIubn = "SubnetIdentifier";
const _SIup = "SupportsIntegrations";
const _SKA = "SupportsKerberosAuthentication";
const _SL = "SubnetList";
const _SLD = "SupportsLimitlessDatabase";
const _SLETCL = "SupportsLogExportsToCloudwatchLogs";
const _SLWF = "SupportsLocalWriteForwarding";
const _SNCS = "SupportedNcharCharacterSets";
const _SNFF = "SourceNotFoundFault";
const _SNFFu = "SubscriptionNotFoundFault";
const _SNSITF = "SNSInvalidTopicFault";
const _SNSNAF = "SNSNoAuthorizationFault";
const _SNSTANFF = "SNSTopicArnNotFoundFault";
const _SNT = "SupportedNetworkTypes";
const _SO = "SubnetOutpost";
const _SOPP = "StorageOperationPercentProgress";
const _SOS = "StorageOperationStatus";
const _SPI = "SupportsPerformanceInsights";
const _SPQ = "SupportsParallelQuery";
const _SQEF = "SnapshotQuotaExceededFault";
const _SQEFt = "StorageQuotaExceededFault";
const _SR = "SourceRegion";
const _SRR = "SupportsReadReplica";
const _SS = "SensitiveString";
const _SSA = "SupportsStorageAutoscaling";
const _SSE = "SupportsStorageEncryption";
const _SSQEF = "SharedSnapshotQuotaExceededFault";
const _SST = "SupportsStorageThroughput";
const _SSe = "SecretStatus";
const _SSu = "SubnetStatus";
const _SSy = "SynchronizationStatus";
const _ST = "StorageThroughput";
const _STL = "SupportedTimezonesList";
const _STNAF = "StorageTypeNotAvailableFault";
const _STNSF = "StorageTypeNotSupportedFault";
const _STn = "SnapshotTarget";
const _STna = "SnapshotType";
const _STt = "StorageType";
const _STta = "StatusType";
const _STu = "SupportedTimezones";
const _SUAP = "SecondsUntilAutoPause";
const _SVFS = "ServerlessV2FeaturesSupport";
const _SVPV = "ServerlessV2PlatformVersion";
const _SVS = "StorageVolumeStatus";
const _SVSC = "ServerlessV2ScalingConfiguration";
const _SVSCI = "ServerlessV2ScalingConfigurationInfo";
const _St = "Status";
const _Su = "Subnets";
const _Sub = "Subnet";
const _TAi = "TimeoutAction";
const _TCA = "TdeCredentialArn";
const _TDAEF = "TenantDatabaseAlreadyExistsFault";
const _TDCA = "ToDbClusterArn";
const _TDNFF = "TenantDatabaseNotFoundFault";
const _TDQEF = "TenantDatabaseQuotaExceededFault";
const _TGMDI = "TransitGatewayMulticastDomainId";
const _TL = "TagList";
const _TN = "TimezoneName";
const _Tag = "Tag";
const _Ti = "Timezone";
const _U = "Used";
const _UDBEVF = "UnsupportedDBEngineVersionFault";
const _URO = "UpgradeRolloutOrder";
const _UTp = "UpgradeTarget";
const _V = "Value";
const _VECVE = "VpcEncryptionControlViolationException";
const _VI = "VpcId";
const _VN = "VolumeName";
const _VPCNE = "VPCNetworkingEnabled";
const _VSG = "VpcSecurityGroups";
const _VSGIp = "VpcSecurityGroupId";
const _VSGML = "VpcSecurityGroupMembershipList";
const _VSGMp = "VpcSecurityGroupMembership";
const _VT = "ValidTill";
const _VUT = "ValidUpgradeTarget";
const _VUTL = "ValidUpgradeTargetList";
const _Va = "Values";
const _Vp = "Vpc";
const _aQE = "awsQueryError";
const _c = "client";
const _e = "error";
const _hE = "httpError";
const _m = "message";
const _s = "smithy.ts.sdk.synthetic.com.amazonaws.rds";
const _xN = "xmlName";
const n0 = "com.amazonaws.rds";
const _s_registry = new TypeRegistry(_s);
var RDSServiceException$ = [
	-3,
	_s,
	"RDSServiceException",
	0,
	[],
	[]
];
_s_registry.registerError(RDSServiceException$, RDSServiceException);
const n0_registry = new TypeRegistry(n0);
var AuthorizationAlreadyExistsFault$ = [
	-3,
	n0,
	_AAEF,
	{
		[_aQE]: [`AuthorizationAlreadyExists`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(AuthorizationAlreadyExistsFault$, AuthorizationAlreadyExistsFault);
var AuthorizationNotFoundFault$ = [
	-3,
	n0,
	_ANFF,
	{
		[_aQE]: [`AuthorizationNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(AuthorizationNotFoundFault$, AuthorizationNotFoundFault);
var AuthorizationQuotaExceededFault$ = [
	-3,
	n0,
	_AQEF,
	{
		[_aQE]: [`AuthorizationQuotaExceeded`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(AuthorizationQuotaExceededFault$, AuthorizationQuotaExceededFault);
var BackupPolicyNotFoundFault$ = [
	-3,
	n0,
	_BPNFF,
	{
		[_aQE]: [`BackupPolicyNotFoundFault`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(BackupPolicyNotFoundFault$, BackupPolicyNotFoundFault);
var BlueGreenDeploymentAlreadyExistsFault$ = [
	-3,
	n0,
	_BGDAEF,
	{
		[_aQE]: [`BlueGreenDeploymentAlreadyExistsFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(BlueGreenDeploymentAlreadyExistsFault$, BlueGreenDeploymentAlreadyExistsFault);
var BlueGreenDeploymentNotFoundFault$ = [
	-3,
	n0,
	_BGDNFF,
	{
		[_aQE]: [`BlueGreenDeploymentNotFoundFault`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(BlueGreenDeploymentNotFoundFault$, BlueGreenDeploymentNotFoundFault);
var CertificateNotFoundFault$ = [
	-3,
	n0,
	_CNFF,
	{
		[_aQE]: [`CertificateNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(CertificateNotFoundFault$, CertificateNotFoundFault);
var CreateCustomDBEngineVersionFault$ = [
	-3,
	n0,
	_CCDBEVF,
	{
		[_aQE]: [`CreateCustomDBEngineVersionFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(CreateCustomDBEngineVersionFault$, CreateCustomDBEngineVersionFault);
var CustomAvailabilityZoneNotFoundFault$ = [
	-3,
	n0,
	_CAZNFF,
	{
		[_aQE]: [`CustomAvailabilityZoneNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(CustomAvailabilityZoneNotFoundFault$, CustomAvailabilityZoneNotFoundFault);
var CustomDBEngineVersionAlreadyExistsFault$ = [
	-3,
	n0,
	_CDBEVAEF,
	{
		[_aQE]: [`CustomDBEngineVersionAlreadyExistsFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(CustomDBEngineVersionAlreadyExistsFault$, CustomDBEngineVersionAlreadyExistsFault);
var CustomDBEngineVersionNotFoundFault$ = [
	-3,
	n0,
	_CDBEVNFF,
	{
		[_aQE]: [`CustomDBEngineVersionNotFoundFault`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(CustomDBEngineVersionNotFoundFault$, CustomDBEngineVersionNotFoundFault);
var CustomDBEngineVersionQuotaExceededFault$ = [
	-3,
	n0,
	_CDBEVQEF,
	{
		[_aQE]: [`CustomDBEngineVersionQuotaExceededFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(CustomDBEngineVersionQuotaExceededFault$, CustomDBEngineVersionQuotaExceededFault);
var DBCapacityReservationAlreadyExistsFault$ = [
	-3,
	n0,
	_DBCRAEF,
	{
		[_aQE]: [`DBCapacityReservationAlreadyExists`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBCapacityReservationAlreadyExistsFault$, DBCapacityReservationAlreadyExistsFault);
var DBCapacityReservationNotFoundFault$ = [
	-3,
	n0,
	_DBCRNFF,
	{
		[_aQE]: [`DBCapacityReservationNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(DBCapacityReservationNotFoundFault$, DBCapacityReservationNotFoundFault);
var DBCapacityReservationUnsupportedFault$ = [
	-3,
	n0,
	_DBCRUF,
	{
		[_aQE]: [`DBCapacityReservationUnsupported`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBCapacityReservationUnsupportedFault$, DBCapacityReservationUnsupportedFault);
var DBClusterAlreadyExistsFault$ = [
	-3,
	n0,
	_DBCAEF,
	{
		[_aQE]: [`DBClusterAlreadyExistsFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBClusterAlreadyExistsFault$, DBClusterAlreadyExistsFault);
var DBClusterAutomatedBackupNotFoundFault$ = [
	-3,
	n0,
	_DBCABNFF,
	{
		[_aQE]: [`DBClusterAutomatedBackupNotFoundFault`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(DBClusterAutomatedBackupNotFoundFault$, DBClusterAutomatedBackupNotFoundFault);
var DBClusterAutomatedBackupQuotaExceededFault$ = [
	-3,
	n0,
	_DBCABQEF,
	{
		[_aQE]: [`DBClusterAutomatedBackupQuotaExceededFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBClusterAutomatedBackupQuotaExceededFault$, DBClusterAutomatedBackupQuotaExceededFault);
var DBClusterBacktrackNotFoundFault$ = [
	-3,
	n0,
	_DBCBNFF,
	{
		[_aQE]: [`DBClusterBacktrackNotFoundFault`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(DBClusterBacktrackNotFoundFault$, DBClusterBacktrackNotFoundFault);
var DBClusterEndpointAlreadyExistsFault$ = [
	-3,
	n0,
	_DBCEAEF,
	{
		[_aQE]: [`DBClusterEndpointAlreadyExistsFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBClusterEndpointAlreadyExistsFault$, DBClusterEndpointAlreadyExistsFault);
var DBClusterEndpointNotFoundFault$ = [
	-3,
	n0,
	_DBCENFF,
	{
		[_aQE]: [`DBClusterEndpointNotFoundFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBClusterEndpointNotFoundFault$, DBClusterEndpointNotFoundFault);
var DBClusterEndpointQuotaExceededFault$ = [
	-3,
	n0,
	_DBCEQEF,
	{
		[_aQE]: [`DBClusterEndpointQuotaExceededFault`, 403],
		[_e]: _c,
		[_hE]: 403
	},
	[_m],
	[0]
];
n0_registry.registerError(DBClusterEndpointQuotaExceededFault$, DBClusterEndpointQuotaExceededFault);
var DBClusterNotFoundFault$ = [
	-3,
	n0,
	_DBCNFF,
	{
		[_aQE]: [`DBClusterNotFoundFault`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(DBClusterNotFoundFault$, DBClusterNotFoundFault);
var DBClusterParameterGroupNotFoundFault$ = [
	-3,
	n0,
	_DBCPGNFF,
	{
		[_aQE]: [`DBClusterParameterGroupNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(DBClusterParameterGroupNotFoundFault$, DBClusterParameterGroupNotFoundFault);
var DBClusterQuotaExceededFault$ = [
	-3,
	n0,
	_DBCQEF,
	{
		[_aQE]: [`DBClusterQuotaExceededFault`, 403],
		[_e]: _c,
		[_hE]: 403
	},
	[_m],
	[0]
];
n0_registry.registerError(DBClusterQuotaExceededFault$, DBClusterQuotaExceededFault);
var DBClusterRoleAlreadyExistsFault$ = [
	-3,
	n0,
	_DBCRAEFl,
	{
		[_aQE]: [`DBClusterRoleAlreadyExists`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBClusterRoleAlreadyExistsFault$, DBClusterRoleAlreadyExistsFault);
var DBClusterRoleNotFoundFault$ = [
	-3,
	n0,
	_DBCRNFFl,
	{
		[_aQE]: [`DBClusterRoleNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(DBClusterRoleNotFoundFault$, DBClusterRoleNotFoundFault);
var DBClusterRoleQuotaExceededFault$ = [
	-3,
	n0,
	_DBCRQEF,
	{
		[_aQE]: [`DBClusterRoleQuotaExceeded`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBClusterRoleQuotaExceededFault$, DBClusterRoleQuotaExceededFault);
var DBClusterSnapshotAlreadyExistsFault$ = [
	-3,
	n0,
	_DBCSAEF,
	{
		[_aQE]: [`DBClusterSnapshotAlreadyExistsFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBClusterSnapshotAlreadyExistsFault$, DBClusterSnapshotAlreadyExistsFault);
var DBClusterSnapshotNotFoundFault$ = [
	-3,
	n0,
	_DBCSNFF,
	{
		[_aQE]: [`DBClusterSnapshotNotFoundFault`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(DBClusterSnapshotNotFoundFault$, DBClusterSnapshotNotFoundFault);
var DBInstanceAlreadyExistsFault$ = [
	-3,
	n0,
	_DBIAEF,
	{
		[_aQE]: [`DBInstanceAlreadyExists`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBInstanceAlreadyExistsFault$, DBInstanceAlreadyExistsFault);
var DBInstanceAutomatedBackupNotFoundFault$ = [
	-3,
	n0,
	_DBIABNFF,
	{
		[_aQE]: [`DBInstanceAutomatedBackupNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(DBInstanceAutomatedBackupNotFoundFault$, DBInstanceAutomatedBackupNotFoundFault);
var DBInstanceAutomatedBackupQuotaExceededFault$ = [
	-3,
	n0,
	_DBIABQEF,
	{
		[_aQE]: [`DBInstanceAutomatedBackupQuotaExceeded`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBInstanceAutomatedBackupQuotaExceededFault$, DBInstanceAutomatedBackupQuotaExceededFault);
var DBInstanceNotFoundFault$ = [
	-3,
	n0,
	_DBINFF,
	{
		[_aQE]: [`DBInstanceNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(DBInstanceNotFoundFault$, DBInstanceNotFoundFault);
var DBInstanceNotReadyFault$ = [
	-3,
	n0,
	_DBINRF,
	{
		[_aQE]: [`DBInstanceNotReady`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBInstanceNotReadyFault$, DBInstanceNotReadyFault);
var DBInstanceRoleAlreadyExistsFault$ = [
	-3,
	n0,
	_DBIRAEF,
	{
		[_aQE]: [`DBInstanceRoleAlreadyExists`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBInstanceRoleAlreadyExistsFault$, DBInstanceRoleAlreadyExistsFault);
var DBInstanceRoleNotFoundFault$ = [
	-3,
	n0,
	_DBIRNFF,
	{
		[_aQE]: [`DBInstanceRoleNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(DBInstanceRoleNotFoundFault$, DBInstanceRoleNotFoundFault);
var DBInstanceRoleQuotaExceededFault$ = [
	-3,
	n0,
	_DBIRQEF,
	{
		[_aQE]: [`DBInstanceRoleQuotaExceeded`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBInstanceRoleQuotaExceededFault$, DBInstanceRoleQuotaExceededFault);
var DBLogFileNotFoundFault$ = [
	-3,
	n0,
	_DBLFNFF,
	{
		[_aQE]: [`DBLogFileNotFoundFault`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(DBLogFileNotFoundFault$, DBLogFileNotFoundFault);
var DBParameterGroupAlreadyExistsFault$ = [
	-3,
	n0,
	_DBPGAEF,
	{
		[_aQE]: [`DBParameterGroupAlreadyExists`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBParameterGroupAlreadyExistsFault$, DBParameterGroupAlreadyExistsFault);
var DBParameterGroupNotFoundFault$ = [
	-3,
	n0,
	_DBPGNFF,
	{
		[_aQE]: [`DBParameterGroupNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(DBParameterGroupNotFoundFault$, DBParameterGroupNotFoundFault);
var DBParameterGroupQuotaExceededFault$ = [
	-3,
	n0,
	_DBPGQEF,
	{
		[_aQE]: [`DBParameterGroupQuotaExceeded`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBParameterGroupQuotaExceededFault$, DBParameterGroupQuotaExceededFault);
var DBProxyAlreadyExistsFault$ = [
	-3,
	n0,
	_DBPAEF,
	{
		[_aQE]: [`DBProxyAlreadyExistsFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBProxyAlreadyExistsFault$, DBProxyAlreadyExistsFault);
var DBProxyEndpointAlreadyExistsFault$ = [
	-3,
	n0,
	_DBPEAEF,
	{
		[_aQE]: [`DBProxyEndpointAlreadyExistsFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBProxyEndpointAlreadyExistsFault$, DBProxyEndpointAlreadyExistsFault);
var DBProxyEndpointNotFoundFault$ = [
	-3,
	n0,
	_DBPENFF,
	{
		[_aQE]: [`DBProxyEndpointNotFoundFault`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(DBProxyEndpointNotFoundFault$, DBProxyEndpointNotFoundFault);
var DBProxyEndpointQuotaExceededFault$ = [
	-3,
	n0,
	_DBPEQEF,
	{
		[_aQE]: [`DBProxyEndpointQuotaExceededFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBProxyEndpointQuotaExceededFault$, DBProxyEndpointQuotaExceededFault);
var DBProxyNotFoundFault$ = [
	-3,
	n0,
	_DBPNFF,
	{
		[_aQE]: [`DBProxyNotFoundFault`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(DBProxyNotFoundFault$, DBProxyNotFoundFault);
var DBProxyQuotaExceededFault$ = [
	-3,
	n0,
	_DBPQEF,
	{
		[_aQE]: [`DBProxyQuotaExceededFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBProxyQuotaExceededFault$, DBProxyQuotaExceededFault);
var DBProxyTargetAlreadyRegisteredFault$ = [
	-3,
	n0,
	_DBPTARF,
	{
		[_aQE]: [`DBProxyTargetAlreadyRegisteredFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBProxyTargetAlreadyRegisteredFault$, DBProxyTargetAlreadyRegisteredFault);
var DBProxyTargetGroupNotFoundFault$ = [
	-3,
	n0,
	_DBPTGNFF,
	{
		[_aQE]: [`DBProxyTargetGroupNotFoundFault`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(DBProxyTargetGroupNotFoundFault$, DBProxyTargetGroupNotFoundFault);
var DBProxyTargetNotFoundFault$ = [
	-3,
	n0,
	_DBPTNFF,
	{
		[_aQE]: [`DBProxyTargetNotFoundFault`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(DBProxyTargetNotFoundFault$, DBProxyTargetNotFoundFault);
var DBSecurityGroupAlreadyExistsFault$ = [
	-3,
	n0,
	_DBSGAEF,
	{
		[_aQE]: [`DBSecurityGroupAlreadyExists`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBSecurityGroupAlreadyExistsFault$, DBSecurityGroupAlreadyExistsFault);
var DBSecurityGroupNotFoundFault$ = [
	-3,
	n0,
	_DBSGNFF,
	{
		[_aQE]: [`DBSecurityGroupNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(DBSecurityGroupNotFoundFault$, DBSecurityGroupNotFoundFault);
var DBSecurityGroupNotSupportedFault$ = [
	-3,
	n0,
	_DBSGNSF,
	{
		[_aQE]: [`DBSecurityGroupNotSupported`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBSecurityGroupNotSupportedFault$, DBSecurityGroupNotSupportedFault);
var DBSecurityGroupQuotaExceededFault$ = [
	-3,
	n0,
	_DBSGQEF,
	{
		[_aQE]: [`QuotaExceeded.DBSecurityGroup`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBSecurityGroupQuotaExceededFault$, DBSecurityGroupQuotaExceededFault);
var DBShardGroupAlreadyExistsFault$ = [
	-3,
	n0,
	_DBSGAEFh,
	{
		[_aQE]: [`DBShardGroupAlreadyExists`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBShardGroupAlreadyExistsFault$, DBShardGroupAlreadyExistsFault);
var DBShardGroupNotFoundFault$ = [
	-3,
	n0,
	_DBSGNFFh,
	{
		[_aQE]: [`DBShardGroupNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(DBShardGroupNotFoundFault$, DBShardGroupNotFoundFault);
var DBSnapshotAlreadyExistsFault$ = [
	-3,
	n0,
	_DBSAEF,
	{
		[_aQE]: [`DBSnapshotAlreadyExists`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBSnapshotAlreadyExistsFault$, DBSnapshotAlreadyExistsFault);
var DBSnapshotNotFoundFault$ = [
	-3,
	n0,
	_DBSNFF,
	{
		[_aQE]: [`DBSnapshotNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(DBSnapshotNotFoundFault$, DBSnapshotNotFoundFault);
var DBSnapshotTenantDatabaseNotFoundFault$ = [
	-3,
	n0,
	_DBSTDNFF,
	{
		[_aQE]: [`DBSnapshotTenantDatabaseNotFoundFault`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(DBSnapshotTenantDatabaseNotFoundFault$, DBSnapshotTenantDatabaseNotFoundFault);
var DBSubnetGroupAlreadyExistsFault$ = [
	-3,
	n0,
	_DBSGAEFu,
	{
		[_aQE]: [`DBSubnetGroupAlreadyExists`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBSubnetGroupAlreadyExistsFault$, DBSubnetGroupAlreadyExistsFault);
var DBSubnetGroupDoesNotCoverEnoughAZs$ = [
	-3,
	n0,
	_DBSGDNCEAZ,
	{
		[_aQE]: [`DBSubnetGroupDoesNotCoverEnoughAZs`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBSubnetGroupDoesNotCoverEnoughAZs$, DBSubnetGroupDoesNotCoverEnoughAZs);
var DBSubnetGroupNotAllowedFault$ = [
	-3,
	n0,
	_DBSGNAF,
	{
		[_aQE]: [`DBSubnetGroupNotAllowedFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBSubnetGroupNotAllowedFault$, DBSubnetGroupNotAllowedFault);
var DBSubnetGroupNotFoundFault$ = [
	-3,
	n0,
	_DBSGNFFu,
	{
		[_aQE]: [`DBSubnetGroupNotFoundFault`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(DBSubnetGroupNotFoundFault$, DBSubnetGroupNotFoundFault);
var DBSubnetGroupQuotaExceededFault$ = [
	-3,
	n0,
	_DBSGQEFu,
	{
		[_aQE]: [`DBSubnetGroupQuotaExceeded`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBSubnetGroupQuotaExceededFault$, DBSubnetGroupQuotaExceededFault);
var DBSubnetQuotaExceededFault$ = [
	-3,
	n0,
	_DBSQEF,
	{
		[_aQE]: [`DBSubnetQuotaExceededFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBSubnetQuotaExceededFault$, DBSubnetQuotaExceededFault);
var DBUpgradeDependencyFailureFault$ = [
	-3,
	n0,
	_DBUDFF,
	{
		[_aQE]: [`DBUpgradeDependencyFailure`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(DBUpgradeDependencyFailureFault$, DBUpgradeDependencyFailureFault);
var DomainNotFoundFault$ = [
	-3,
	n0,
	_DNFF,
	{
		[_aQE]: [`DomainNotFoundFault`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(DomainNotFoundFault$, DomainNotFoundFault);
var Ec2ImagePropertiesNotSupportedFault$ = [
	-3,
	n0,
	_EIPNSF,
	{
		[_aQE]: [`Ec2ImagePropertiesNotSupportedFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(Ec2ImagePropertiesNotSupportedFault$, Ec2ImagePropertiesNotSupportedFault);
var EventSubscriptionQuotaExceededFault$ = [
	-3,
	n0,
	_ESQEF,
	{
		[_aQE]: [`EventSubscriptionQuotaExceeded`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(EventSubscriptionQuotaExceededFault$, EventSubscriptionQuotaExceededFault);
var ExportTaskAlreadyExistsFault$ = [
	-3,
	n0,
	_ETAEF,
	{
		[_aQE]: [`ExportTaskAlreadyExists`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(ExportTaskAlreadyExistsFault$, ExportTaskAlreadyExistsFault);
var ExportTaskNotFoundFault$ = [
	-3,
	n0,
	_ETNFF,
	{
		[_aQE]: [`ExportTaskNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(ExportTaskNotFoundFault$, ExportTaskNotFoundFault);
var GlobalClusterAlreadyExistsFault$ = [
	-3,
	n0,
	_GCAEF,
	{
		[_aQE]: [`GlobalClusterAlreadyExistsFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(GlobalClusterAlreadyExistsFault$, GlobalClusterAlreadyExistsFault);
var GlobalClusterNotFoundFault$ = [
	-3,
	n0,
	_GCNFF,
	{
		[_aQE]: [`GlobalClusterNotFoundFault`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(GlobalClusterNotFoundFault$, GlobalClusterNotFoundFault);
var GlobalClusterQuotaExceededFault$ = [
	-3,
	n0,
	_GCQEF,
	{
		[_aQE]: [`GlobalClusterQuotaExceededFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(GlobalClusterQuotaExceededFault$, GlobalClusterQuotaExceededFault);
var IamRoleMissingPermissionsFault$ = [
	-3,
	n0,
	_IRMPF,
	{
		[_aQE]: [`IamRoleMissingPermissions`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(IamRoleMissingPermissionsFault$, IamRoleMissingPermissionsFault);
var IamRoleNotFoundFault$ = [
	-3,
	n0,
	_IRNFF,
	{
		[_aQE]: [`IamRoleNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(IamRoleNotFoundFault$, IamRoleNotFoundFault);
var InstanceQuotaExceededFault$ = [
	-3,
	n0,
	_IQEF,
	{
		[_aQE]: [`InstanceQuotaExceeded`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InstanceQuotaExceededFault$, InstanceQuotaExceededFault);
var InsufficientAvailableIPsInSubnetFault$ = [
	-3,
	n0,
	_IAIPISF,
	{
		[_aQE]: [`InsufficientAvailableIPsInSubnetFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InsufficientAvailableIPsInSubnetFault$, InsufficientAvailableIPsInSubnetFault);
var InsufficientDBClusterCapacityFault$ = [
	-3,
	n0,
	_IDBCCF,
	{
		[_aQE]: [`InsufficientDBClusterCapacityFault`, 403],
		[_e]: _c,
		[_hE]: 403
	},
	[_m],
	[0]
];
n0_registry.registerError(InsufficientDBClusterCapacityFault$, InsufficientDBClusterCapacityFault);
var InsufficientDBInstanceCapacityFault$ = [
	-3,
	n0,
	_IDBICF,
	{
		[_aQE]: [`InsufficientDBInstanceCapacity`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InsufficientDBInstanceCapacityFault$, InsufficientDBInstanceCapacityFault);
var InsufficientStorageClusterCapacityFault$ = [
	-3,
	n0,
	_ISCCF,
	{
		[_aQE]: [`InsufficientStorageClusterCapacity`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InsufficientStorageClusterCapacityFault$, InsufficientStorageClusterCapacityFault);
var IntegrationAlreadyExistsFault$ = [
	-3,
	n0,
	_IAEF,
	{
		[_aQE]: [`IntegrationAlreadyExistsFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(IntegrationAlreadyExistsFault$, IntegrationAlreadyExistsFault);
var IntegrationConflictOperationFault$ = [
	-3,
	n0,
	_ICOF,
	{
		[_aQE]: [`IntegrationConflictOperationFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(IntegrationConflictOperationFault$, IntegrationConflictOperationFault);
var IntegrationNotFoundFault$ = [
	-3,
	n0,
	_INFF,
	{
		[_aQE]: [`IntegrationNotFoundFault`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(IntegrationNotFoundFault$, IntegrationNotFoundFault);
var IntegrationQuotaExceededFault$ = [
	-3,
	n0,
	_IQEFn,
	{
		[_aQE]: [`IntegrationQuotaExceededFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(IntegrationQuotaExceededFault$, IntegrationQuotaExceededFault);
var InvalidBlueGreenDeploymentStateFault$ = [
	-3,
	n0,
	_IBGDSF,
	{
		[_aQE]: [`InvalidBlueGreenDeploymentStateFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidBlueGreenDeploymentStateFault$, InvalidBlueGreenDeploymentStateFault);
var InvalidCustomDBEngineVersionStateFault$ = [
	-3,
	n0,
	_ICDBEVSF,
	{
		[_aQE]: [`InvalidCustomDBEngineVersionStateFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidCustomDBEngineVersionStateFault$, InvalidCustomDBEngineVersionStateFault);
var InvalidDBCapacityReservationStateFault$ = [
	-3,
	n0,
	_IDBCRSF,
	{
		[_aQE]: [`InvalidDBCapacityReservationState`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidDBCapacityReservationStateFault$, InvalidDBCapacityReservationStateFault);
var InvalidDBClusterAutomatedBackupStateFault$ = [
	-3,
	n0,
	_IDBCABSF,
	{
		[_aQE]: [`InvalidDBClusterAutomatedBackupStateFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidDBClusterAutomatedBackupStateFault$, InvalidDBClusterAutomatedBackupStateFault);
var InvalidDBClusterCapacityFault$ = [
	-3,
	n0,
	_IDBCCFn,
	{
		[_aQE]: [`InvalidDBClusterCapacityFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidDBClusterCapacityFault$, InvalidDBClusterCapacityFault);
var InvalidDBClusterEndpointStateFault$ = [
	-3,
	n0,
	_IDBCESF,
	{
		[_aQE]: [`InvalidDBClusterEndpointStateFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidDBClusterEndpointStateFault$, InvalidDBClusterEndpointStateFault);
var InvalidDBClusterSnapshotStateFault$ = [
	-3,
	n0,
	_IDBCSSF,
	{
		[_aQE]: [`InvalidDBClusterSnapshotStateFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidDBClusterSnapshotStateFault$, InvalidDBClusterSnapshotStateFault);
var InvalidDBClusterStateFault$ = [
	-3,
	n0,
	_IDBCSF,
	{
		[_aQE]: [`InvalidDBClusterStateFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidDBClusterStateFault$, InvalidDBClusterStateFault);
var InvalidDBInstanceAutomatedBackupStateFault$ = [
	-3,
	n0,
	_IDBIABSF,
	{
		[_aQE]: [`InvalidDBInstanceAutomatedBackupState`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidDBInstanceAutomatedBackupStateFault$, InvalidDBInstanceAutomatedBackupStateFault);
var InvalidDBInstanceStateFault$ = [
	-3,
	n0,
	_IDBISF,
	{
		[_aQE]: [`InvalidDBInstanceState`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidDBInstanceStateFault$, InvalidDBInstanceStateFault);
var InvalidDBParameterGroupStateFault$ = [
	-3,
	n0,
	_IDBPGSF,
	{
		[_aQE]: [`InvalidDBParameterGroupState`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidDBParameterGroupStateFault$, InvalidDBParameterGroupStateFault);
var InvalidDBProxyEndpointStateFault$ = [
	-3,
	n0,
	_IDBPESF,
	{
		[_aQE]: [`InvalidDBProxyEndpointStateFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidDBProxyEndpointStateFault$, InvalidDBProxyEndpointStateFault);
var InvalidDBProxyStateFault$ = [
	-3,
	n0,
	_IDBPSF,
	{
		[_aQE]: [`InvalidDBProxyStateFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidDBProxyStateFault$, InvalidDBProxyStateFault);
var InvalidDBSecurityGroupStateFault$ = [
	-3,
	n0,
	_IDBSGSF,
	{
		[_aQE]: [`InvalidDBSecurityGroupState`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidDBSecurityGroupStateFault$, InvalidDBSecurityGroupStateFault);
var InvalidDBShardGroupStateFault$ = [
	-3,
	n0,
	_IDBSGSFn,
	{
		[_aQE]: [`InvalidDBShardGroupState`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidDBShardGroupStateFault$, InvalidDBShardGroupStateFault);
var InvalidDBSnapshotStateFault$ = [
	-3,
	n0,
	_IDBSSF,
	{
		[_aQE]: [`InvalidDBSnapshotState`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidDBSnapshotStateFault$, InvalidDBSnapshotStateFault);
var InvalidDBSubnetGroupFault$ = [
	-3,
	n0,
	_IDBSGF,
	{
		[_aQE]: [`InvalidDBSubnetGroupFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidDBSubnetGroupFault$, InvalidDBSubnetGroupFault);
var InvalidDBSubnetGroupStateFault$ = [
	-3,
	n0,
	_IDBSGSFnv,
	{
		[_aQE]: [`InvalidDBSubnetGroupStateFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidDBSubnetGroupStateFault$, InvalidDBSubnetGroupStateFault);
var InvalidDBSubnetStateFault$ = [
	-3,
	n0,
	_IDBSSFn,
	{
		[_aQE]: [`InvalidDBSubnetStateFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidDBSubnetStateFault$, InvalidDBSubnetStateFault);
var InvalidEventSubscriptionStateFault$ = [
	-3,
	n0,
	_IESSF,
	{
		[_aQE]: [`InvalidEventSubscriptionState`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidEventSubscriptionStateFault$, InvalidEventSubscriptionStateFault);
var InvalidExportOnlyFault$ = [
	-3,
	n0,
	_IEOF,
	{
		[_aQE]: [`InvalidExportOnly`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidExportOnlyFault$, InvalidExportOnlyFault);
var InvalidExportSourceStateFault$ = [
	-3,
	n0,
	_IESSFn,
	{
		[_aQE]: [`InvalidExportSourceState`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidExportSourceStateFault$, InvalidExportSourceStateFault);
var InvalidExportTaskStateFault$ = [
	-3,
	n0,
	_IETSF,
	{
		[_aQE]: [`InvalidExportTaskStateFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidExportTaskStateFault$, InvalidExportTaskStateFault);
var InvalidGlobalClusterStateFault$ = [
	-3,
	n0,
	_IGCSF,
	{
		[_aQE]: [`InvalidGlobalClusterStateFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidGlobalClusterStateFault$, InvalidGlobalClusterStateFault);
var InvalidIntegrationStateFault$ = [
	-3,
	n0,
	_IISF,
	{
		[_aQE]: [`InvalidIntegrationStateFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidIntegrationStateFault$, InvalidIntegrationStateFault);
var InvalidOptionGroupStateFault$ = [
	-3,
	n0,
	_IOGSF,
	{
		[_aQE]: [`InvalidOptionGroupStateFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidOptionGroupStateFault$, InvalidOptionGroupStateFault);
var InvalidResourceStateFault$ = [
	-3,
	n0,
	_IRSF,
	{
		[_aQE]: [`InvalidResourceStateFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidResourceStateFault$, InvalidResourceStateFault);
var InvalidRestoreFault$ = [
	-3,
	n0,
	_IRF,
	{
		[_aQE]: [`InvalidRestoreFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidRestoreFault$, InvalidRestoreFault);
var InvalidS3BucketFault$ = [
	-3,
	n0,
	_ISBF,
	{
		[_aQE]: [`InvalidS3BucketFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidS3BucketFault$, InvalidS3BucketFault);
var InvalidSubnet$ = [
	-3,
	n0,
	_IS,
	{
		[_aQE]: [`InvalidSubnet`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidSubnet$, InvalidSubnet);
var InvalidVPCNetworkStateFault$ = [
	-3,
	n0,
	_IVPCNSF,
	{
		[_aQE]: [`InvalidVPCNetworkStateFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidVPCNetworkStateFault$, InvalidVPCNetworkStateFault);
var KMSKeyNotAccessibleFault$ = [
	-3,
	n0,
	_KMSKNAF,
	{
		[_aQE]: [`KMSKeyNotAccessibleFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(KMSKeyNotAccessibleFault$, KMSKeyNotAccessibleFault);
var MaxDBShardGroupLimitReached$ = [
	-3,
	n0,
	_MDBSGLR,
	{
		[_aQE]: [`MaxDBShardGroupLimitReached`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(MaxDBShardGroupLimitReached$, MaxDBShardGroupLimitReached);
var NetworkTypeNotSupported$ = [
	-3,
	n0,
	_NTNS,
	{
		[_aQE]: [`NetworkTypeNotSupported`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(NetworkTypeNotSupported$, NetworkTypeNotSupported);
var OptionGroupAlreadyExistsFault$ = [
	-3,
	n0,
	_OGAEF,
	{
		[_aQE]: [`OptionGroupAlreadyExistsFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(OptionGroupAlreadyExistsFault$, OptionGroupAlreadyExistsFault);
var OptionGroupNotFoundFault$ = [
	-3,
	n0,
	_OGNFF,
	{
		[_aQE]: [`OptionGroupNotFoundFault`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(OptionGroupNotFoundFault$, OptionGroupNotFoundFault);
var OptionGroupQuotaExceededFault$ = [
	-3,
	n0,
	_OGQEF,
	{
		[_aQE]: [`OptionGroupQuotaExceededFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(OptionGroupQuotaExceededFault$, OptionGroupQuotaExceededFault);
var PointInTimeRestoreNotEnabledFault$ = [
	-3,
	n0,
	_PITRNEF,
	{
		[_aQE]: [`PointInTimeRestoreNotEnabled`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(PointInTimeRestoreNotEnabledFault$, PointInTimeRestoreNotEnabledFault);
var ProvisionedIopsNotAvailableInAZFault$ = [
	-3,
	n0,
	_PINAIAZF,
	{
		[_aQE]: [`ProvisionedIopsNotAvailableInAZFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(ProvisionedIopsNotAvailableInAZFault$, ProvisionedIopsNotAvailableInAZFault);
var ReservedDBInstanceAlreadyExistsFault$ = [
	-3,
	n0,
	_RDBIAEF,
	{
		[_aQE]: [`ReservedDBInstanceAlreadyExists`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(ReservedDBInstanceAlreadyExistsFault$, ReservedDBInstanceAlreadyExistsFault);
var ReservedDBInstanceNotFoundFault$ = [
	-3,
	n0,
	_RDBINFF,
	{
		[_aQE]: [`ReservedDBInstanceNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(ReservedDBInstanceNotFoundFault$, ReservedDBInstanceNotFoundFault);
var ReservedDBInstanceQuotaExceededFault$ = [
	-3,
	n0,
	_RDBIQEF,
	{
		[_aQE]: [`ReservedDBInstanceQuotaExceeded`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(ReservedDBInstanceQuotaExceededFault$, ReservedDBInstanceQuotaExceededFault);
var ReservedDBInstancesOfferingNotFoundFault$ = [
	-3,
	n0,
	_RDBIONFF,
	{
		[_aQE]: [`ReservedDBInstancesOfferingNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(ReservedDBInstancesOfferingNotFoundFault$, ReservedDBInstancesOfferingNotFoundFault);
var ResourceNotFoundFault$ = [
	-3,
	n0,
	_RNFF,
	{
		[_aQE]: [`ResourceNotFoundFault`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(ResourceNotFoundFault$, ResourceNotFoundFault);
var SharedSnapshotQuotaExceededFault$ = [
	-3,
	n0,
	_SSQEF,
	{
		[_aQE]: [`SharedSnapshotQuotaExceeded`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(SharedSnapshotQuotaExceededFault$, SharedSnapshotQuotaExceededFault);
var SnapshotQuotaExceededFault$ = [
	-3,
	n0,
	_SQEF,
	{
		[_aQE]: [`SnapshotQuotaExceeded`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(SnapshotQuotaExceededFault$, SnapshotQuotaExceededFault);
var SNSInvalidTopicFault$ = [
	-3,
	n0,
	_SNSITF,
	{
		[_aQE]: [`SNSInvalidTopic`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(SNSInvalidTopicFault$, SNSInvalidTopicFault);
var SNSNoAuthorizationFault$ = [
	-3,
	n0,
	_SNSNAF,
	{
		[_aQE]: [`SNSNoAuthorization`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(SNSNoAuthorizationFault$, SNSNoAuthorizationFault);
var SNSTopicArnNotFoundFault$ = [
	-3,
	n0,
	_SNSTANFF,
	{
		[_aQE]: [`SNSTopicArnNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(SNSTopicArnNotFoundFault$, SNSTopicArnNotFoundFault);
var SourceClusterNotSupportedFault$ = [
	-3,
	n0,
	_SCNSF,
	{
		[_aQE]: [`SourceClusterNotSupportedFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(SourceClusterNotSupportedFault$, SourceClusterNotSupportedFault);
var SourceDatabaseNotSupportedFault$ = [
	-3,
	n0,
	_SDNSF,
	{
		[_aQE]: [`SourceDatabaseNotSupportedFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(SourceDatabaseNotSupportedFault$, SourceDatabaseNotSupportedFault);
var SourceNotFoundFault$ = [
	-3,
	n0,
	_SNFF,
	{
		[_aQE]: [`SourceNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(SourceNotFoundFault$, SourceNotFoundFault);
var StorageQuotaExceededFault$ = [
	-3,
	n0,
	_SQEFt,
	{
		[_aQE]: [`StorageQuotaExceeded`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(StorageQuotaExceededFault$, StorageQuotaExceededFault);
var StorageTypeNotAvailableFault$ = [
	-3,
	n0,
	_STNAF,
	{
		[_aQE]: [`StorageTypeNotAvailableFault`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(StorageTypeNotAvailableFault$, StorageTypeNotAvailableFault);
var StorageTypeNotSupportedFault$ = [
	-3,
	n0,
	_STNSF,
	{
		[_aQE]: [`StorageTypeNotSupported`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(StorageTypeNotSupportedFault$, StorageTypeNotSupportedFault);
var SubnetAlreadyInUse$ = [
	-3,
	n0,
	_SAIU,
	{
		[_aQE]: [`SubnetAlreadyInUse`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(SubnetAlreadyInUse$, SubnetAlreadyInUse);
var SubscriptionAlreadyExistFault$ = [
	-3,
	n0,
	_SAEF,
	{
		[_aQE]: [`SubscriptionAlreadyExist`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(SubscriptionAlreadyExistFault$, SubscriptionAlreadyExistFault);
var SubscriptionCategoryNotFoundFault$ = [
	-3,
	n0,
	_SCNFF,
	{
		[_aQE]: [`SubscriptionCategoryNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(SubscriptionCategoryNotFoundFault$, SubscriptionCategoryNotFoundFault);
var SubscriptionNotFoundFault$ = [
	-3,
	n0,
	_SNFFu,
	{
		[_aQE]: [`SubscriptionNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(SubscriptionNotFoundFault$, SubscriptionNotFoundFault);
var TenantDatabaseAlreadyExistsFault$ = [
	-3,
	n0,
	_TDAEF,
	{
		[_aQE]: [`TenantDatabaseAlreadyExists`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(TenantDatabaseAlreadyExistsFault$, TenantDatabaseAlreadyExistsFault);
var TenantDatabaseNotFoundFault$ = [
	-3,
	n0,
	_TDNFF,
	{
		[_aQE]: [`TenantDatabaseNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(TenantDatabaseNotFoundFault$, TenantDatabaseNotFoundFault);
var TenantDatabaseQuotaExceededFault$ = [
	-3,
	n0,
	_TDQEF,
	{
		[_aQE]: [`TenantDatabaseQuotaExceeded`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(TenantDatabaseQuotaExceededFault$, TenantDatabaseQuotaExceededFault);
var UnsupportedDBEngineVersionFault$ = [
	-3,
	n0,
	_UDBEVF,
	{
		[_aQE]: [`UnsupportedDBEngineVersion`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(UnsupportedDBEngineVersionFault$, UnsupportedDBEngineVersionFault);
var VpcEncryptionControlViolationException$ = [
	-3,
	n0,
	_VECVE,
	{
		[_aQE]: [`VpcEncryptionControlViolationException`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(VpcEncryptionControlViolationException$, VpcEncryptionControlViolationException);
const errorTypeRegistries = [_s_registry, n0_registry];
var SensitiveString = [
	0,
	n0,
	_SS,
	8,
	0
];
var AccountAttributesMessage$ = [
	3,
	n0,
	_AAM,
	0,
	[_AQ],
	[[() => AccountQuotaList, 0]]
];
var AccountQuota$ = [
	3,
	n0,
	_AQc,
	0,
	[
		_AQN,
		_U,
		_M
	],
	[
		0,
		1,
		1
	]
];
var AdditionalStorageVolume$ = [
	3,
	n0,
	_ASV,
	0,
	[
		_VN,
		_AS,
		_IOPS,
		_MAS,
		_ST,
		_STt
	],
	[
		0,
		1,
		1,
		1,
		1,
		0
	],
	1
];
var AdditionalStorageVolumeOutput$ = [
	3,
	n0,
	_ASVO,
	0,
	[
		_VN,
		_SVS,
		_SOS,
		_SOPP,
		_AS,
		_IOPS,
		_MAS,
		_ST,
		_STt
	],
	[
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		0
	]
];
var AvailabilityZone$ = [
	3,
	n0,
	_AZ,
	0,
	[_N],
	[0]
];
var AvailableAdditionalStorageVolumesOption$ = [
	3,
	n0,
	_AASVO,
	0,
	[
		_SSA,
		_SST,
		_SIu,
		_STt,
		_MSS,
		_MSSa,
		_MI,
		_MIa,
		_MIPG,
		_MIPGa,
		_MST,
		_MSTa
	],
	[
		2,
		2,
		2,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1
	]
];
var AvailableProcessorFeature$ = [
	3,
	n0,
	_APF,
	0,
	[
		_N,
		_DV,
		_AV
	],
	[
		0,
		0,
		0
	]
];
var CertificateDetails$ = [
	3,
	n0,
	_CD,
	0,
	[_CAI, _VT],
	[0, 4]
];
var CharacterSet$ = [
	3,
	n0,
	_CS,
	0,
	[_CSN, _CSD],
	[0, 0]
];
var ClusterPendingModifiedValues$ = [
	3,
	n0,
	_CPMV,
	0,
	[
		_PCLE,
		_DBCI,
		_MUP,
		_IAMDAE,
		_EV,
		_BRP,
		_STt,
		_AS,
		_RCCC,
		_I,
		_CD
	],
	[
		() => PendingCloudwatchLogsExports$,
		0,
		[() => SensitiveString, 0],
		2,
		0,
		1,
		0,
		1,
		() => RdsCustomClusterConfiguration$,
		1,
		() => CertificateDetails$
	]
];
var CustomDBEngineVersionAMI$ = [
	3,
	n0,
	_CDBEVAMI,
	0,
	[_II, _St],
	[0, 0]
];
var DBCluster$ = [
	3,
	n0,
	_DBC,
	0,
	[
		_AS,
		_AZv,
		_BRP,
		_CSN,
		_DN,
		_DBCI,
		_DBCPG,
		_DBSGu,
		_St,
		_PP,
		_ERT,
		_End,
		_RE,
		_CE,
		_MAZ,
		_E,
		_EV,
		_LRT,
		_P,
		_MU,
		_DBCOGM,
		_PBW,
		_PMW,
		_URO,
		_RSI,
		_RRI,
		_SIt,
		_DBCM,
		_VSG,
		_HZI,
		_SE,
		_SET,
		_KKI,
		_DCRI,
		_DBCA,
		_AR,
		_IAMDAE,
		_CGI,
		_CCT,
		_EBT,
		_BW,
		_BCCR,
		_ECLEn,
		_Ca,
		_PMV,
		_EMn,
		_SCI,
		_RCCC,
		_DBCIC,
		_STt,
		_I,
		_ST,
		_IOONAMT,
		_PA,
		_AMVU,
		_DP,
		_HEE,
		_ASM,
		_ASS,
		_ASKKI,
		_ASKSN,
		_CTTS,
		_CAC,
		_DM,
		_TL,
		_GCI,
		_GWFS,
		_GWFR,
		_NT,
		_ART,
		_SVSC,
		_SVPV,
		_MIo,
		_MRA,
		_DIM,
		_PIE,
		_PIKMSKI,
		_PIRP,
		_DBSI,
		_MUS,
		_LWFS,
		_ABRPA,
		_LD,
		_CST,
		_CD,
		_ELS,
		_VPCNE,
		_IAGE
	],
	[
		1,
		[() => AvailabilityZones, 0],
		1,
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
		64,
		2,
		0,
		0,
		4,
		1,
		0,
		[() => DBClusterOptionGroupMemberships, 0],
		0,
		0,
		0,
		0,
		[() => ReadReplicaIdentifierList, 0],
		[() => DBClusterStatusInfoList, 0],
		[() => DBClusterMemberList, 0],
		[() => VpcSecurityGroupMembershipList, 0],
		0,
		2,
		0,
		0,
		0,
		0,
		[() => DBClusterRoles, 0],
		2,
		0,
		4,
		4,
		1,
		1,
		64,
		1,
		[() => ClusterPendingModifiedValues$, 0],
		0,
		() => ScalingConfigurationInfo$,
		() => RdsCustomClusterConfiguration$,
		0,
		0,
		1,
		1,
		4,
		2,
		2,
		2,
		2,
		0,
		0,
		0,
		0,
		2,
		2,
		[() => DomainMembershipList, 0],
		[() => TagList, 0],
		0,
		0,
		2,
		0,
		4,
		() => ServerlessV2ScalingConfigurationInfo$,
		0,
		1,
		0,
		0,
		2,
		0,
		1,
		0,
		() => MasterUserSecret$,
		0,
		0,
		() => LimitlessDatabase$,
		0,
		() => CertificateDetails$,
		0,
		2,
		2
	]
];
var DBClusterMember$ = [
	3,
	n0,
	_DBCMl,
	0,
	[
		_DBII,
		_ICW,
		_DBCPGS,
		_PT
	],
	[
		0,
		2,
		0,
		1
	]
];
var DBClusterMessage$ = [
	3,
	n0,
	_DBCMlu,
	0,
	[_Ma, _DBCl],
	[0, [() => DBClusterList, 0]]
];
var DBClusterOptionGroupStatus$ = [
	3,
	n0,
	_DBCOGS,
	0,
	[_DBCOGN, _St],
	[0, 0]
];
var DBClusterRole$ = [
	3,
	n0,
	_DBCRl,
	0,
	[
		_RA,
		_St,
		_FN
	],
	[
		0,
		0,
		0
	]
];
var DBClusterSnapshot$ = [
	3,
	n0,
	_DBCS,
	0,
	[
		_AZv,
		_DBCSI,
		_DBCI,
		_SCT,
		_E,
		_EMn,
		_AS,
		_St,
		_P,
		_VI,
		_CCT,
		_MU,
		_EV,
		_LM,
		_STna,
		_PP,
		_SE,
		_SET,
		_BRP,
		_PBW,
		_KKI,
		_DBCSA,
		_SDBCSA,
		_IAMDAE,
		_TL,
		_STt,
		_ST,
		_DCRI,
		_DBSI
	],
	[
		[() => AvailabilityZones, 0],
		0,
		0,
		4,
		0,
		0,
		1,
		0,
		1,
		0,
		4,
		0,
		0,
		0,
		0,
		1,
		2,
		0,
		1,
		0,
		0,
		0,
		0,
		2,
		[() => TagList, 0],
		0,
		1,
		0,
		0
	]
];
var DBClusterSnapshotMessage$ = [
	3,
	n0,
	_DBCSM,
	0,
	[_Ma, _DBCSl],
	[0, [() => DBClusterSnapshotList, 0]]
];
var DBClusterStatusInfo$ = [
	3,
	n0,
	_DBCSIl,
	0,
	[
		_STta,
		_No,
		_St,
		_Me
	],
	[
		0,
		2,
		0,
		0
	]
];
var DBEngineVersion$ = [
	3,
	n0,
	_DBEV,
	0,
	[
		_E,
		_MEV,
		_EV,
		_DIFSBN,
		_DIFSP,
		_DIF,
		_CDBEVM,
		_DBPGF,
		_DBED,
		_DBEVA,
		_DBEVD,
		_DCS,
		_FR,
		_Im,
		_DBEMT,
		_KMSKI,
		_CT,
		_SCS,
		_SNCS,
		_VUT,
		_STu,
		_ELTx,
		_SLETCL,
		_SRR,
		_SEM,
		_SFN,
		_St,
		_SPQ,
		_SGD,
		_TL,
		_SB,
		_SLD,
		_SCRWR,
		_SCACI,
		_SLWF,
		_SIup,
		_SVFS
	],
	[
		0,
		0,
		0,
		0,
		0,
		64,
		0,
		0,
		0,
		0,
		0,
		() => CharacterSet$,
		0,
		() => CustomDBEngineVersionAMI$,
		0,
		0,
		4,
		[() => SupportedCharacterSetsList, 0],
		[() => SupportedCharacterSetsList, 0],
		[() => ValidUpgradeTargetList, 0],
		[() => SupportedTimezonesList, 0],
		64,
		2,
		2,
		64,
		64,
		0,
		2,
		2,
		[() => TagList, 0],
		2,
		2,
		2,
		64,
		2,
		2,
		() => ServerlessV2FeaturesSupport$
	]
];
var DBEngineVersionMessage$ = [
	3,
	n0,
	_DBEVM,
	0,
	[_Ma, _DBEVn],
	[0, [() => DBEngineVersionList, 0]]
];
var DBInstance$ = [
	3,
	n0,
	_DBI,
	0,
	[
		_DBII,
		_DBIC,
		_E,
		_DBIS,
		_MU,
		_DBN,
		_End,
		_AS,
		_ICTn,
		_PBW,
		_BRP,
		_DBSGe,
		_VSG,
		_DBPGa,
		_AZ,
		_DBSGu,
		_PMW,
		_URO,
		_PMV,
		_LRT,
		_MAZ,
		_EV,
		_AMVU,
		_RRSDBII,
		_RRDBII,
		_RRDBCI,
		_RM,
		_LM,
		_I,
		_ST,
		_OGM,
		_CSN,
		_NCSN,
		_SAZe,
		_PA,
		_SIt,
		_STt,
		_SET,
		_TCA,
		_DIP,
		_DBCI,
		_SE,
		_KKI,
		_DRI,
		_CACI,
		_DM,
		_CTTS,
		_MIo,
		_EMRA,
		_MRA,
		_PT,
		_DBIA,
		_Ti,
		_IAMDAE,
		_DIM,
		_PIE,
		_PIKMSKI,
		_PIRP,
		_ECLEn,
		_PF,
		_DP,
		_AR,
		_LE,
		_MAS,
		_TL,
		_AM,
		_RFAMT,
		_COIE,
		_NT,
		_ASS,
		_ASKKI,
		_ASKSN,
		_ASM,
		_ASENAFI,
		_ABRPA,
		_DBIABR,
		_BTa,
		_ART,
		_CIIP,
		_ASPS,
		_CD,
		_DBSI,
		_MUS,
		_RRSDBCI,
		_PP,
		_MT,
		_DLV,
		_ISCUA,
		_ELS,
		_ASVd,
		_SVS,
		_SOS,
		_SOPP,
		_DBCRI
	],
	[
		0,
		0,
		0,
		0,
		0,
		0,
		() => Endpoint$,
		1,
		4,
		0,
		1,
		[() => DBSecurityGroupMembershipList, 0],
		[() => VpcSecurityGroupMembershipList, 0],
		[() => DBParameterGroupStatusList, 0],
		0,
		[() => DBSubnetGroup$, 0],
		0,
		0,
		[() => PendingModifiedValues$, 0],
		4,
		2,
		0,
		2,
		0,
		[() => ReadReplicaDBInstanceIdentifierList, 0],
		[() => ReadReplicaDBClusterIdentifierList, 0],
		0,
		0,
		1,
		1,
		[() => OptionGroupMembershipList, 0],
		0,
		0,
		0,
		2,
		[() => DBInstanceStatusInfoList, 0],
		0,
		0,
		0,
		1,
		0,
		2,
		0,
		0,
		0,
		[() => DomainMembershipList, 0],
		2,
		1,
		0,
		0,
		1,
		0,
		0,
		2,
		0,
		2,
		0,
		1,
		64,
		[() => ProcessorFeatureList, 0],
		2,
		[() => DBInstanceRoles, 0],
		() => Endpoint$,
		1,
		[() => TagList, 0],
		0,
		4,
		2,
		0,
		0,
		0,
		0,
		0,
		2,
		0,
		[() => DBInstanceAutomatedBackupsReplicationList, 0],
		0,
		4,
		0,
		0,
		() => CertificateDetails$,
		0,
		() => MasterUserSecret$,
		0,
		0,
		2,
		2,
		2,
		0,
		() => AdditionalStorageVolumesOutputList,
		0,
		0,
		1,
		0
	]
];
var DBInstanceAutomatedBackupsReplication$ = [
	3,
	n0,
	_DBIABRn,
	0,
	[_DBIABA],
	[0]
];
var DBInstanceMessage$ = [
	3,
	n0,
	_DBIM,
	0,
	[_Ma, _DBIn],
	[0, [() => DBInstanceList, 0]]
];
var DBInstanceRole$ = [
	3,
	n0,
	_DBIR,
	0,
	[
		_RA,
		_FN,
		_St
	],
	[
		0,
		0,
		0
	]
];
var DBInstanceStatusInfo$ = [
	3,
	n0,
	_DBISI,
	0,
	[
		_STta,
		_No,
		_St,
		_Me
	],
	[
		0,
		2,
		0,
		0
	]
];
var DBParameterGroupStatus$ = [
	3,
	n0,
	_DBPGS,
	0,
	[_DBPGN, _PAS],
	[0, 0]
];
var DBSecurityGroupMembership$ = [
	3,
	n0,
	_DBSGM,
	0,
	[_DBSGN, _St],
	[0, 0]
];
var DBSnapshot$ = [
	3,
	n0,
	_DBS,
	0,
	[
		_DBSIn,
		_DBII,
		_SCT,
		_E,
		_AS,
		_St,
		_P,
		_AZ,
		_VI,
		_ICTn,
		_MU,
		_EV,
		_LM,
		_STna,
		_I,
		_ST,
		_OGN,
		_PP,
		_SR,
		_SDBSI,
		_STt,
		_TCA,
		_Enc,
		_SET,
		_BRP,
		_PBW,
		_KKI,
		_DBSA,
		_Ti,
		_IAMDAE,
		_PF,
		_DRI,
		_TL,
		_STn,
		_OSCT,
		_SDT,
		_DBSI,
		_MT,
		_DLV,
		_ASVd,
		_SAZ,
		_FSSIB
	],
	[
		0,
		0,
		4,
		0,
		1,
		0,
		1,
		0,
		0,
		4,
		0,
		0,
		0,
		0,
		1,
		1,
		0,
		1,
		0,
		0,
		0,
		0,
		2,
		0,
		1,
		0,
		0,
		0,
		0,
		2,
		[() => ProcessorFeatureList, 0],
		0,
		[() => TagList, 0],
		0,
		4,
		4,
		0,
		2,
		2,
		() => AdditionalStorageVolumesList,
		0,
		1
	]
];
var DBSnapshotMessage$ = [
	3,
	n0,
	_DBSM,
	0,
	[_Ma, _DBSn],
	[0, [() => DBSnapshotList, 0]]
];
var DBSubnetGroup$ = [
	3,
	n0,
	_DBSGu,
	0,
	[
		_DBSGNu,
		_DBSGDu,
		_VI,
		_SGS,
		_Su,
		_DBSGAu,
		_SNT
	],
	[
		0,
		0,
		0,
		0,
		[() => SubnetList, 0],
		0,
		64
	]
];
var DescribeAccountAttributesMessage$ = [
	3,
	n0,
	_DAAM,
	0,
	[],
	[]
];
var DescribeDBClustersMessage$ = [
	3,
	n0,
	_DDBCMe,
	0,
	[
		_DBCI,
		_Fi,
		_MR,
		_Ma,
		_ISn
	],
	[
		0,
		[() => FilterList, 0],
		1,
		0,
		2
	]
];
var DescribeDBClusterSnapshotsMessage$ = [
	3,
	n0,
	_DDBCSMe,
	0,
	[
		_DBCI,
		_DBCSI,
		_STna,
		_Fi,
		_MR,
		_Ma,
		_ISn,
		_IP,
		_DCRI
	],
	[
		0,
		0,
		0,
		[() => FilterList, 0],
		1,
		0,
		2,
		2,
		0
	]
];
var DescribeDBEngineVersionsMessage$ = [
	3,
	n0,
	_DDBEVM,
	0,
	[
		_E,
		_EV,
		_DBPGF,
		_Fi,
		_MR,
		_Ma,
		_DOe,
		_LSCS,
		_LST,
		_IA
	],
	[
		0,
		0,
		0,
		[() => FilterList, 0],
		1,
		0,
		2,
		2,
		2,
		2
	]
];
var DescribeDBInstancesMessage$ = [
	3,
	n0,
	_DDBIMe,
	0,
	[
		_DBII,
		_Fi,
		_MR,
		_Ma
	],
	[
		0,
		[() => FilterList, 0],
		1,
		0
	]
];
var DescribeDBSnapshotsMessage$ = [
	3,
	n0,
	_DDBSMe,
	0,
	[
		_DBII,
		_DBSIn,
		_STna,
		_Fi,
		_MR,
		_Ma,
		_ISn,
		_IP,
		_DRI
	],
	[
		0,
		0,
		0,
		[() => FilterList, 0],
		1,
		0,
		2,
		2,
		0
	]
];
var DescribeGlobalClustersMessage$ = [
	3,
	n0,
	_DGCMe,
	0,
	[
		_GCI,
		_Fi,
		_MR,
		_Ma
	],
	[
		0,
		[() => FilterList, 0],
		1,
		0
	]
];
var DescribeOrderableDBInstanceOptionsMessage$ = [
	3,
	n0,
	_DODBIOM,
	0,
	[
		_E,
		_EV,
		_DBIC,
		_LM,
		_AZG,
		_Vp,
		_Fi,
		_MR,
		_Ma
	],
	[
		0,
		0,
		0,
		0,
		0,
		2,
		[() => FilterList, 0],
		1,
		0
	],
	1
];
var DomainMembership$ = [
	3,
	n0,
	_DMo,
	0,
	[
		_Do,
		_St,
		_FQDN,
		_IAMRN,
		_OU,
		_ASA,
		_DI
	],
	[
		0,
		0,
		0,
		0,
		0,
		0,
		64
	]
];
var Endpoint$ = [
	3,
	n0,
	_End,
	0,
	[
		_Ad,
		_P,
		_HZI
	],
	[
		0,
		1,
		0
	]
];
var FailoverState$ = [
	3,
	n0,
	_FSa,
	0,
	[
		_St,
		_FDCA,
		_TDCA,
		_IDLA
	],
	[
		0,
		0,
		0,
		2
	]
];
var Filter$ = [
	3,
	n0,
	_Fil,
	0,
	[_N, _Va],
	[0, [() => FilterValueList, 0]],
	2
];
var GlobalCluster$ = [
	3,
	n0,
	_GC,
	0,
	[
		_GCI,
		_GCRI,
		_GCA,
		_St,
		_E,
		_EV,
		_ELS,
		_DN,
		_SE,
		_SET,
		_DP,
		_GCM,
		_End,
		_FSa,
		_TL
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
		2,
		0,
		2,
		[() => GlobalClusterMemberList, 0],
		0,
		() => FailoverState$,
		[() => TagList, 0]
	]
];
var GlobalClusterMember$ = [
	3,
	n0,
	_GCMl,
	0,
	[
		_DBCA,
		_Read,
		_IW,
		_GWFS,
		_SSy
	],
	[
		0,
		64,
		2,
		0,
		0
	]
];
var GlobalClustersMessage$ = [
	3,
	n0,
	_GCMlo,
	0,
	[_Ma, _GCl],
	[0, [() => GlobalClusterList, 0]]
];
var LimitlessDatabase$ = [
	3,
	n0,
	_LD,
	0,
	[_St, _MRACU],
	[0, 1]
];
var MasterUserSecret$ = [
	3,
	n0,
	_MUS,
	0,
	[
		_SAe,
		_SSe,
		_KKI
	],
	[
		0,
		0,
		0
	]
];
var OptionGroupMembership$ = [
	3,
	n0,
	_OGMp,
	0,
	[_OGN, _St],
	[0, 0]
];
var OrderableDBInstanceOption$ = [
	3,
	n0,
	_ODBIO,
	0,
	[
		_E,
		_EV,
		_DBIC,
		_LM,
		_AZG,
		_AZv,
		_MAZC,
		_RRC,
		_Vp,
		_SSE,
		_STt,
		_SIu,
		_SST,
		_SEMu,
		_SIAMDA,
		_SPI,
		_MSS,
		_MSSa,
		_MIPDI,
		_MIPDIa,
		_MIPG,
		_MIPGa,
		_MSTPDI,
		_MSTPDIa,
		_MSTPI,
		_MSTPIa,
		_APFv,
		_SEM,
		_SSA,
		_SKA,
		_OCu,
		_SASM,
		_SGD,
		_SNT,
		_SCu,
		_SDLV,
		_SASV,
		_SHE,
		_AASVOv
	],
	[
		0,
		0,
		0,
		0,
		0,
		[() => AvailabilityZoneList, 0],
		2,
		2,
		2,
		2,
		0,
		2,
		2,
		2,
		2,
		2,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		[() => AvailableProcessorFeatureList, 0],
		64,
		2,
		2,
		2,
		64,
		2,
		64,
		2,
		2,
		2,
		2,
		[() => AvailableAdditionalStorageVolumesOptionList, 0]
	]
];
var OrderableDBInstanceOptionsMessage$ = [
	3,
	n0,
	_ODBIOM,
	0,
	[_ODBIOr, _Ma],
	[[() => OrderableDBInstanceOptionsList, 0], 0]
];
var Outpost$ = [
	3,
	n0,
	_Ou,
	0,
	[_Ar],
	[0]
];
var PendingCloudwatchLogsExports$ = [
	3,
	n0,
	_PCLE,
	0,
	[_LTTE, _LTTD],
	[64, 64]
];
var PendingModifiedValues$ = [
	3,
	n0,
	_PMV,
	0,
	[
		_DBIC,
		_AS,
		_MUP,
		_P,
		_BRP,
		_MAZ,
		_EV,
		_LM,
		_I,
		_ST,
		_DBII,
		_STt,
		_CACI,
		_DBSGNu,
		_PCLE,
		_PF,
		_AM,
		_RFAMT,
		_MT,
		_IAMDAE,
		_DLV,
		_E,
		_ASVd,
		_DBCRI
	],
	[
		0,
		1,
		[() => SensitiveString, 0],
		1,
		1,
		2,
		0,
		0,
		1,
		1,
		0,
		0,
		0,
		0,
		() => PendingCloudwatchLogsExports$,
		[() => ProcessorFeatureList, 0],
		0,
		4,
		2,
		2,
		2,
		0,
		() => AdditionalStorageVolumesList,
		0
	]
];
var ProcessorFeature$ = [
	3,
	n0,
	_PFr,
	0,
	[_N, _V],
	[0, 0]
];
var RdsCustomClusterConfiguration$ = [
	3,
	n0,
	_RCCC,
	0,
	[
		_ISI,
		_TGMDI,
		_RM
	],
	[
		0,
		0,
		0
	]
];
var ScalingConfigurationInfo$ = [
	3,
	n0,
	_SCI,
	0,
	[
		_MC,
		_MCa,
		_AP,
		_SUAP,
		_TAi,
		_SBT
	],
	[
		1,
		1,
		2,
		1,
		0,
		1
	]
];
var ServerlessV2FeaturesSupport$ = [
	3,
	n0,
	_SVFS,
	0,
	[_MC, _MCa],
	[1, 1]
];
var ServerlessV2ScalingConfigurationInfo$ = [
	3,
	n0,
	_SVSCI,
	0,
	[
		_MC,
		_MCa,
		_SUAP
	],
	[
		1,
		1,
		1
	]
];
var Subnet$ = [
	3,
	n0,
	_Sub,
	0,
	[
		_SIubn,
		_SAZu,
		_SO,
		_SSu
	],
	[
		0,
		() => AvailabilityZone$,
		() => Outpost$,
		0
	]
];
var Tag$ = [
	3,
	n0,
	_Tag,
	0,
	[_K, _V],
	[0, 0]
];
var Timezone$ = [
	3,
	n0,
	_Ti,
	0,
	[_TN],
	[0]
];
var UpgradeTarget$ = [
	3,
	n0,
	_UTp,
	0,
	[
		_E,
		_EV,
		_D,
		_AU,
		_IMVU,
		_SEM,
		_SPQ,
		_SGD,
		_SB,
		_SLD,
		_SLWF,
		_SIup
	],
	[
		0,
		0,
		0,
		2,
		2,
		64,
		2,
		2,
		2,
		2,
		2,
		2
	]
];
var VpcSecurityGroupMembership$ = [
	3,
	n0,
	_VSGMp,
	0,
	[_VSGIp, _St],
	[0, 0]
];
var AccountQuotaList = [
	1,
	n0,
	_AQL,
	0,
	[() => AccountQuota$, { [_xN]: _AQc }]
];
var AdditionalStorageVolumesList = [
	1,
	n0,
	_ASVL,
	0,
	() => AdditionalStorageVolume$
];
var AdditionalStorageVolumesOutputList = [
	1,
	n0,
	_ASVOL,
	0,
	() => AdditionalStorageVolumeOutput$
];
var AvailabilityZoneList = [
	1,
	n0,
	_AZL,
	0,
	[() => AvailabilityZone$, { [_xN]: _AZ }]
];
var AvailabilityZones = [
	1,
	n0,
	_AZv,
	0,
	[0, { [_xN]: _AZ }]
];
var AvailableAdditionalStorageVolumesOptionList = [
	1,
	n0,
	_AASVOL,
	0,
	[() => AvailableAdditionalStorageVolumesOption$, { [_xN]: _AASVO }]
];
var AvailableProcessorFeatureList = [
	1,
	n0,
	_APFL,
	0,
	[() => AvailableProcessorFeature$, { [_xN]: _APF }]
];
var DBClusterList = [
	1,
	n0,
	_DBCL,
	0,
	[() => DBCluster$, { [_xN]: _DBC }]
];
var DBClusterMemberList = [
	1,
	n0,
	_DBCML,
	0,
	[() => DBClusterMember$, { [_xN]: _DBCMl }]
];
var DBClusterOptionGroupMemberships = [
	1,
	n0,
	_DBCOGM,
	0,
	[() => DBClusterOptionGroupStatus$, { [_xN]: _DBCOG }]
];
var DBClusterRoles = [
	1,
	n0,
	_DBCRlu,
	0,
	[() => DBClusterRole$, { [_xN]: _DBCRl }]
];
var DBClusterSnapshotList = [
	1,
	n0,
	_DBCSL,
	0,
	[() => DBClusterSnapshot$, { [_xN]: _DBCS }]
];
var DBClusterStatusInfoList = [
	1,
	n0,
	_DBCSIL,
	0,
	[() => DBClusterStatusInfo$, { [_xN]: _DBCSIl }]
];
var DBEngineVersionList = [
	1,
	n0,
	_DBEVL,
	0,
	[() => DBEngineVersion$, { [_xN]: _DBEV }]
];
var DBInstanceAutomatedBackupsReplicationList = [
	1,
	n0,
	_DBIABRL,
	0,
	[() => DBInstanceAutomatedBackupsReplication$, { [_xN]: _DBIABRn }]
];
var DBInstanceList = [
	1,
	n0,
	_DBIL,
	0,
	[() => DBInstance$, { [_xN]: _DBI }]
];
var DBInstanceRoles = [
	1,
	n0,
	_DBIRn,
	0,
	[() => DBInstanceRole$, { [_xN]: _DBIR }]
];
var DBInstanceStatusInfoList = [
	1,
	n0,
	_DBISIL,
	0,
	[() => DBInstanceStatusInfo$, { [_xN]: _DBISI }]
];
var DBParameterGroupStatusList = [
	1,
	n0,
	_DBPGSL,
	0,
	[() => DBParameterGroupStatus$, { [_xN]: _DBPG }]
];
var DBSecurityGroupMembershipList = [
	1,
	n0,
	_DBSGML,
	0,
	[() => DBSecurityGroupMembership$, { [_xN]: _DBSG }]
];
var DBSnapshotList = [
	1,
	n0,
	_DBSL,
	0,
	[() => DBSnapshot$, { [_xN]: _DBS }]
];
var DomainMembershipList = [
	1,
	n0,
	_DML,
	0,
	[() => DomainMembership$, { [_xN]: _DMo }]
];
var FilterList = [
	1,
	n0,
	_FL,
	0,
	[() => Filter$, { [_xN]: _Fil }]
];
var FilterValueList = [
	1,
	n0,
	_FVL,
	0,
	[0, { [_xN]: _V }]
];
var GlobalClusterList = [
	1,
	n0,
	_GCL,
	0,
	[() => GlobalCluster$, { [_xN]: _GCMl }]
];
var GlobalClusterMemberList = [
	1,
	n0,
	_GCML,
	0,
	[() => GlobalClusterMember$, { [_xN]: _GCMl }]
];
var OptionGroupMembershipList = [
	1,
	n0,
	_OGML,
	0,
	[() => OptionGroupMembership$, { [_xN]: _OGMp }]
];
var OrderableDBInstanceOptionsList = [
	1,
	n0,
	_ODBIOL,
	0,
	[() => OrderableDBInstanceOption$, { [_xN]: _ODBIO }]
];
var ProcessorFeatureList = [
	1,
	n0,
	_PFL,
	0,
	[() => ProcessorFeature$, { [_xN]: _PFr }]
];
var ReadReplicaDBClusterIdentifierList = [
	1,
	n0,
	_RRDBCIL,
	0,
	[0, { [_xN]: _RRDBCIe }]
];
var ReadReplicaDBInstanceIdentifierList = [
	1,
	n0,
	_RRDBIIL,
	0,
	[0, { [_xN]: _RRDBIIe }]
];
var ReadReplicaIdentifierList = [
	1,
	n0,
	_RRIL,
	0,
	[0, { [_xN]: _RRIe }]
];
var SubnetList = [
	1,
	n0,
	_SL,
	0,
	[() => Subnet$, { [_xN]: _Sub }]
];
var SupportedCharacterSetsList = [
	1,
	n0,
	_SCSL,
	0,
	[() => CharacterSet$, { [_xN]: _CS }]
];
var SupportedTimezonesList = [
	1,
	n0,
	_STL,
	0,
	[() => Timezone$, { [_xN]: _Ti }]
];
var TagList = [
	1,
	n0,
	_TL,
	0,
	[() => Tag$, { [_xN]: _Tag }]
];
var ValidUpgradeTargetList = [
	1,
	n0,
	_VUTL,
	0,
	[() => UpgradeTarget$, { [_xN]: _UTp }]
];
var VpcSecurityGroupMembershipList = [
	1,
	n0,
	_VSGML,
	0,
	[() => VpcSecurityGroupMembership$, { [_xN]: _VSGMp }]
];
var DescribeAccountAttributes$ = [
	9,
	n0,
	_DAA,
	0,
	() => DescribeAccountAttributesMessage$,
	() => AccountAttributesMessage$
];
var DescribeDBClusters$ = [
	9,
	n0,
	_DDBCe,
	0,
	() => DescribeDBClustersMessage$,
	() => DBClusterMessage$
];
var DescribeDBClusterSnapshots$ = [
	9,
	n0,
	_DDBCSe,
	0,
	() => DescribeDBClusterSnapshotsMessage$,
	() => DBClusterSnapshotMessage$
];
var DescribeDBEngineVersions$ = [
	9,
	n0,
	_DDBEV,
	0,
	() => DescribeDBEngineVersionsMessage$,
	() => DBEngineVersionMessage$
];
var DescribeDBInstances$ = [
	9,
	n0,
	_DDBIe,
	0,
	() => DescribeDBInstancesMessage$,
	() => DBInstanceMessage$
];
var DescribeDBSnapshots$ = [
	9,
	n0,
	_DDBSe,
	0,
	() => DescribeDBSnapshotsMessage$,
	() => DBSnapshotMessage$
];
var DescribeGlobalClusters$ = [
	9,
	n0,
	_DGCe,
	0,
	() => DescribeGlobalClustersMessage$,
	() => GlobalClustersMessage$
];
var DescribeOrderableDBInstanceOptions$ = [
	9,
	n0,
	_DODBIO,
	0,
	() => DescribeOrderableDBInstanceOptionsMessage$,
	() => OrderableDBInstanceOptionsMessage$
];

// node_modules/@aws-sdk/client-rds/dist-es/runtimeConfig.shared.js
const getRuntimeConfig$1 = (config) => {
	return {
		apiVersion: "2014-10-31",
		base64Decoder: config?.base64Decoder ?? fromBase64,
		base64Encoder: config?.base64Encoder ?? toBase64,
		disableHostPrefix: config?.disableHostPrefix ?? false,
		endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
		extensions: config?.extensions ?? [],
		httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultRDSHttpAuthSchemeProvider,
		httpAuthSchemes: config?.httpAuthSchemes ?? [{
			schemeId: "aws.auth#sigv4",
			identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
			signer: new AwsSdkSigV4Signer()
		}],
		logger: config?.logger ?? new NoOpLogger(),
		protocol: config?.protocol ?? AwsQueryProtocol,
		protocolSettings: config?.protocolSettings ?? {
			defaultNamespace: "com.amazonaws.rds",
			errorTypeRegistries,
			xmlNamespace: "http://rds.amazonaws.com/doc/2014-10-31/",
			version: "2014-10-31",
			serviceTarget: "AmazonRDSv19"
		},
		serviceId: config?.serviceId ?? "RDS",
		sha256: config?.sha256 ?? Sha256Node,
		urlParser: config?.urlParser ?? parseUrl,
		utf8Decoder: config?.utf8Decoder ?? fromUtf8,
		utf8Encoder: config?.utf8Encoder ?? toUtf8
	};
};

// node_modules/@aws-sdk/client-rds/dist-es/runtimeConfig.js
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

// node_modules/@aws-sdk/client-rds/dist-es/auth/httpAuthExtensionConfiguration.js
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

// node_modules/@aws-sdk/client-rds/dist-es/runtimeExtensions.js
const resolveRuntimeExtensions = (runtimeConfig, extensions) => {
	const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
	extensions.forEach((extension) => extension.configure(extensionConfiguration));
	return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

// node_modules/@aws-sdk/client-rds/dist-es/RDSClient.js
var RDSClient = class extends Client {
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
			httpAuthSchemeParametersProvider: defaultRDSHttpAuthSchemeParametersProvider,
			identityProviderConfigProvider: async (config) => new DefaultIdentityProviderConfig({ "aws.auth#sigv4": config.credentials })
		}));
		this.middlewareStack.use(getHttpSigningPlugin(this.config));
	}
	destroy() {
		super.destroy();
	}
};

// node_modules/@aws-sdk/client-rds/dist-es/commandBuilder.js
const command = makeBuilder(commonParams, "AmazonRDSv19", "RDSClient", getEndpointPlugin);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-rds/dist-es/commands/DescribeAccountAttributesCommand.js
var DescribeAccountAttributesCommand = class extends command(_ep0, _mw0, "DescribeAccountAttributes", DescribeAccountAttributes$) {};

// node_modules/@aws-sdk/client-rds/dist-es/commands/DescribeDBClustersCommand.js
var DescribeDBClustersCommand = class extends command(_ep0, _mw0, "DescribeDBClusters", DescribeDBClusters$) {};

// node_modules/@aws-sdk/client-rds/dist-es/commands/DescribeDBClusterSnapshotsCommand.js
var DescribeDBClusterSnapshotsCommand = class extends command(_ep0, _mw0, "DescribeDBClusterSnapshots", DescribeDBClusterSnapshots$) {};

// node_modules/@aws-sdk/client-rds/dist-es/commands/DescribeDBEngineVersionsCommand.js
var DescribeDBEngineVersionsCommand = class extends command(_ep0, _mw0, "DescribeDBEngineVersions", DescribeDBEngineVersions$) {};

// node_modules/@aws-sdk/client-rds/dist-es/commands/DescribeDBInstancesCommand.js
var DescribeDBInstancesCommand = class extends command(_ep0, _mw0, "DescribeDBInstances", DescribeDBInstances$) {};

// node_modules/@aws-sdk/client-rds/dist-es/commands/DescribeDBSnapshotsCommand.js
var DescribeDBSnapshotsCommand = class extends command(_ep0, _mw0, "DescribeDBSnapshots", DescribeDBSnapshots$) {};

// node_modules/@aws-sdk/client-rds/dist-es/commands/DescribeGlobalClustersCommand.js
var DescribeGlobalClustersCommand = class extends command(_ep0, _mw0, "DescribeGlobalClusters", DescribeGlobalClusters$) {};

// node_modules/@aws-sdk/client-rds/dist-es/commands/DescribeOrderableDBInstanceOptionsCommand.js
var DescribeOrderableDBInstanceOptionsCommand = class extends command(_ep0, _mw0, "DescribeOrderableDBInstanceOptions", DescribeOrderableDBInstanceOptions$) {};

export { DescribeAccountAttributesCommand, DescribeDBClusterSnapshotsCommand, DescribeDBClustersCommand, DescribeDBEngineVersionsCommand, DescribeDBInstancesCommand, DescribeDBSnapshotsCommand, DescribeGlobalClustersCommand, DescribeOrderableDBInstanceOptionsCommand, RDSClient };