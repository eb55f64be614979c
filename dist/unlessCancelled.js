import { ActionError } from "./errors.js";
import { liftCommand } from "./stack-recovery.js";

// src/changes/request.ts
const DESCRIPTION_PREFIX = "aurora-deploy-action";
function areNestedListed({ includeNestedStacks, deploymentMode }) {
	return includeNestedStacks && deploymentMode === "standard";
}

// src/stack/refusals.ts
const MISSING_CAPABILITIES = /^Requires capabilities ?: ?\[([^\]]*)\]/;
function lackingText(capability) {
	return `Requires capabilities : [${capability}]`;
}
function capabilityHint(missing) {
	const named = missing.match(/CAPABILITY_[A-Z_]+/g) ?? ["CAPABILITY_NAMED_IAM"];
	return `A macro, or a nested template at a URL, brings what needs it. Write this line below the step's with:, in a pull request that is previewed (beside what the input holds already):\ncapabilities: ${[...new Set(named)].join(", ")}`;
}
const REFUSALS = [
	{
		says: /^Stack:\S* is in \S+_IN_PROGRESS state/,
		reasonCode: "stack-busy",
		hint: "Another operation runs on the stack: wait for its end and run the job again."
	},
	{
		says: /^Stack:\S* is in \S+ state and can ?not be updated/,
		reasonCode: "stack-unrecoverable",
		hint: "The stack's last operation left it in a state that takes no update."
	},
	{
		says: /^This stack is currently in a non-terminal \[\w+_FAILED\] state/,
		reasonCode: "stack-unrecoverable",
		hint: "Its last operation was kept as it failed: roll it back first (`aws cloudformation rollback-stack`), or deploy with `on-failure: keep`."
	},
	{
		says: /^Stack \[.+\] cannot be deleted while in status \S+_IN_PROGRESS/,
		reasonCode: "stack-busy",
		hint: "Another operation runs on the stack: wait for its end and run the job again."
	},
	{
		says: /^(Cannot delete export \S+|Export \S+ cannot be deleted) as it is in use by/,
		reasonCode: "protected",
		hint: "Another stack imports it: delete that one, or take the import out of it, first."
	},
	{
		says: /^Stack \[(.+)\] cannot be deleted while TerminationProtection is enabled/,
		reasonCode: "invalid-input",
		hint: ([, stack = ""], region) => `Lift the protection first:\n${liftCommand(stack, region)}`
	},
	{
		says: /^Stack \[.+\] already exists/,
		reasonCode: "stale-review",
		hint: "The stack was made meanwhile. Run this job again: it looks at the stack anew."
	},
	{
		says: MISSING_CAPABILITIES,
		reasonCode: "invalid-input",
		hint: ([, missing = ""]) => capabilityHint(missing)
	},
	{
		says: /^Role .* is invalid or cannot be assumed/,
		reasonCode: "invalid-input",
		hint: "Check `role-arn`."
	},
	{
		says: /^(Parameters?\b|Parameter values? )/,
		reasonCode: "invalid-input",
		hint: "Correct `parameters` or `parameters-file`."
	},
	{
		says: /^(Template (format )?error|Template Validation error|Unresolved resource dependencies|Circular dependency|Transform |Unrecognized resource types|Invalid template|Resource handler|Mappings|Every \w+ )/,
		reasonCode: "invalid-template"
	},
	{
		says: /^1 validation error detected: Value .* at 'templateBody' failed to satisfy constraint/,
		reasonCode: "invalid-template",
		hint: "A template over 51,200 bytes must go through S3: name a bucket in `s3-bucket`."
	}
];
function refusalOf(message, region = "<region>") {
	for (const { says, reasonCode, hint } of REFUSALS) {
		const match = message.match(says);
		if (match === null) continue;
		if (hint === void 0) return { reasonCode };
		return {
			reasonCode,
			hint: typeof hint === "string" ? hint : hint(match, region)
		};
	}
	return { reasonCode: "error" };
}

// src/stack/databaseCauses.ts
const RDS = /^AWS::RDS::/;
const DATABASE_CAUSES = [
	{
		type: RDS,
		reason: /Cannot find (?:version|upgrade target)|(?:Invalid|Unsupported) (?:DB )?engine version|no versions? .*available/i,
		hint: "This engine version cannot be created (any more) in this region: list the present ones with `aws rds describe-db-engine-versions`."
	},
	{
		type: RDS,
		reason: /RDS does not support creating a DB instance with the following combination/i,
		hint: "This instance class is not offered with this engine version here: `aws rds describe-orderable-db-instance-options` lists what is."
	},
	{
		type: RDS,
		reason: /Serverless ?v2.*(?:not supported|isn't supported|doesn't support)|ServerlessV2ScalingConfiguration/i,
		hint: "Set ServerlessV2ScalingConfiguration to what this engine version supports: minimum and maximum in steps of 0.5 ACU."
	},
	{
		type: RDS,
		reason: /DB ?[Ss]ubnet ?[Gg]roup doesn'?t meet (?:the )?(?:A|availability)|Add subnets to cover at least/i,
		hint: "Give the DB subnet group subnets in at least two availability zones."
	},
	{
		type: RDS,
		reason: /Some input subnets .*(?:are invalid|invalid)|InvalidSubnet/i,
		hint: "Check that the subnet ids exist in this region and belong to one VPC."
	},
	{
		type: RDS,
		reason: /security group .*(?:are|is) not in the same VPC|DB instance and EC2 security group are in different VPCs/i,
		hint: "Take the security groups and the DB subnet group from the same VPC."
	},
	{
		type: RDS,
		reason: /Cannot delete protected (?:Cluster|DB Instance)|deletion protection|DeletionProtection/i,
		hint: "Turn the deletion protection off in a deploy of its own, or, where the stack takes none any more, with `aws rds modify-db-cluster --no-deletion-protection` (or modify-db-instance). Then delete or replace the database."
	},
	{
		type: RDS,
		reason: /(?:parameter|Parameter) ?group ?family|DBParameterGroupFamily/,
		hint: "The parameter group's family must be the engine version's: change both together, under a new name."
	},
	{
		type: RDS,
		reason: /(?:The parameter|Master ?User ?[Pp]assword|password).* (?:is not a valid password|must be at least|Only printable ASCII)/i,
		hint: "Use a password of 8 to 128 printable characters without /, @, \" or spaces; best let Secrets Manager make it."
	},
	{
		type: RDS,
		reason: /(?:DBName|DatabaseName) (\w+) cannot be used.*reserved word/i,
		hint: ([, name]) => `The engine reserves the name ${name}: choose another for the database, such as ${name}db.`
	},
	{
		type: RDS,
		reason: /MasterUsername .*(?:reserved|cannot be used)|cannot be used as it is a reserved word/i,
		hint: "Choose another master user name: this one is reserved by the engine."
	},
	{
		type: RDS,
		reason: /DB ?(?:Cluster)?Snapshot ?(?:already exists|AlreadyExists)|Cannot create the (?:cluster )?snapshot because .* already exists/i,
		hint: "A snapshot with that name is there already: delete or rename it.",
		remedy: "elsewhere"
	}
];

// src/stack/denials.ts
const SENTENCE = /(?:User: (\S+) is )?not authorized to perform: ([\w-]+:\w+)(?: on (?:the )?resource:? )?/i;
const IAM_KINDS = {
	role: "role",
	user: "user",
	group: "group",
	policy: "policy",
	"instance profile": "instance-profile",
	"server certificate": "server-certificate"
};
const WORD = "[^\\s\"'`<>]";
const OF_IAM = `(?:${Object.keys(IAM_KINDS).join("|")})(?: path)? (?!because |with an )${WORD}+`;
const RESOURCE = new RegExp(`^["'\`]?(${OF_IAM}|(?:arn:|\\*)${WORD}*|${`${WORD}+(?=["'\`.]*(?:$| because | with an | \\()|\\.\\s)`})`, "i");
const TO_ITS_END = /^(?:(?!\.(?:\s|$)|not authorized to perform).)*/is;
function denialIn(text) {
	const match = SENTENCE.exec(text);
	if (match === null) return void 0;
	const [start, principal, action = ""] = match;
	const rest = text.slice(match.index + start.length);
	const resource = start.endsWith(" ") ? trimmed(RESOURCE.exec(rest)?.[1]) : "";
	const said = TO_ITS_END.exec(rest)?.[0] ?? "";
	const deny = /with an explicit deny(?: in an? ([a-z][a-z -]{2,40}))?(?:: (arn:[^\s"'`<>]+))?/i.exec(said);
	const none = /because no ([a-z][a-z -]{2,40}?) allows/i.exec(said)?.[1];
	return {
		action,
		...principal === void 0 ? {} : { principal },
		...resource === "" ? {} : { resource },
		...deny === null ? {} : { deniedBy: [deny[1]?.trim() ?? "policy", trimmed(deny[2])].join(" ").trim() },
		...none === void 0 ? {} : { allowedByNo: none }
	};
}
function trimmed(name = "") {
	return name.replace(/[.,;)]+$/, "");
}
const ENCODED = /Encoded authorization failure message:\s*([\w-]{20,})/i;
function encodedDenial(text) {
	return ENCODED.exec(text)?.[1];
}
function decodedDenial(json) {
	const { explicitDeny, context } = fieldsOf(parsed(json));
	const { action, resource, principal } = fieldsOf(context);
	const { arn } = fieldsOf(principal);
	if (typeof action !== "string" || !/^[\w-]+:\w+$/.test(action)) return void 0;
	return {
		action,
		...isName(arn) ? { principal: arn } : {},
		...typeof resource === "string" && isWhole(resource) ? { resource } : {},
		...explicitDeny === true ? { deniedBy: "policy" } : {}
	};
}
const DECODE_IT = "Which permission is missing is encoded in the message: run `aws sts decode-authorization-message --encoded-message …` on it, or allow sts:DecodeAuthorizationMessage to the role that this job assumes, and the next run says it.";
function withDenial(text, { principal = "unknown", action, resource, deniedBy }) {
	const on = resource === void 0 ? "" : ` on resource: ${resource}`;
	const deny = deniedBy === void 0 ? "" : " with an explicit deny";
	return text.replace(ENCODED, () => `User: ${principal} is not authorized to perform: ${action}${on}${deny}`);
}
function denialHint(denial, otherwise) {
	const { action, resource, principal, deniedBy, allowedByNo = "identity-based policy" } = denial;
	const who = nameOf(principal) ?? otherwise;
	const on = resource === void 0 ? "" : ` on ${resource}`;
	if (deniedBy !== void 0) return `${/^[aeiou]/.test(deniedBy) ? "An" : "A"} ${deniedBy} explicitly denies ${action}${on} to ${who}, which no further permission changes: look at service control policies, permissions boundaries and session policies.`;
	const policy = STATEMENT_GOES_TO[allowedByNo.toLowerCase()];
	if (policy === void 0) return `Allow ${action}${on} to ${who} in the ${allowedByNo}, which does not.`;
	const { arn, note } = inStatement(denial);
	return `Allow ${action}${on} to ${who}: add this statement to ${policy}${note}.\n${JSON.stringify({
		Effect: "Allow",
		Action: action,
		Resource: arn
	})}`;
}
const STATEMENT_GOES_TO = {
	"identity-based policy": "its policy",
	"permissions boundary": "its permissions boundary",
	"session policy": "the policy of its session",
	"service control policy": "a service control policy of the account"
};
function inStatement({ action, resource, principal }) {
	if (resource === void 0) return {
		arn: "*",
		note: ", with the resource in place of * where the action takes one"
	};
	if (resource === "*" || / path /i.test(resource)) return {
		arn: "*",
		note: ""
	};
	const [arn] = /arn:[\w-]+:[\w-]+:[^:]*:[^:]*:.+$/.exec(resource) ?? [];
	if (arn !== void 0) return {
		arn: widened(arn),
		note: ""
	};
	const own = action.startsWith("iam:") ? iamArn(resource, principal) : void 0;
	if (own !== void 0) return {
		arn: own,
		note: ", with the path before the name where it has one"
	};
	return {
		arn: "*",
		note: ", with its ARN in place of * where the action takes one"
	};
}
function deniedHint(reason) {
	const denial = denialIn(reason);
	return denial === void 0 ? "" : denialHint(denial, "the role that deploys (or the stack's service role)");
}
function nameOf(principal) {
	const [, kind, name] = /:(assumed-role|role|user)\/([^/\s]+(?:\/[^/\s]+)*)$/.exec(principal ?? "") ?? [];
	if (kind === void 0 || name === void 0) return void 0;
	const parts = name.split("/");
	return kind === "assumed-role" ? `role ${parts[0]}` : `${kind} ${parts.at(-1)}`;
}
function iamArn(resource, principal = "") {
	const [, partition, account] = /^arn:([\w-]+):(?:iam|sts)::(\d+):/.exec(principal) ?? [];
	const at = resource.lastIndexOf(" ");
	const kind = IAM_KINDS[resource.slice(0, Math.max(at, 0)).toLowerCase()];
	if (account === void 0 || kind === void 0) return void 0;
	return `arn:${partition}:iam::${account}:${kind}/${resource.slice(at + 1)}`;
}
function widened(resource) {
	return resource.replace(/^(arn:[^:]+:cloudformation:[^:]*:[^:]*:stack\/[^/]+\/).+$/, "$1*");
}
function isWhole(text) {
	return RESOURCE.exec(text)?.[1] === text && text.length <= 2048;
}
function isName(value) {
	return typeof value === "string" && /^[^\s"'`<>]{1,2048}$/.test(value);
}
function fieldsOf(value) {
	return typeof value === "object" && value !== null ? { ...value } : {};
}
function parsed(json) {
	try {
		return JSON.parse(json);
	} catch {
		return;
	}
}

// src/stack/knownCauses.ts
function helpFor(type, reason) {
	for (const known of KNOWN_CAUSES) {
		const match = known.type === void 0 || known.type.test(type) ? reason.match(known.reason) : null;
		if (match !== null) return helpOf(known, match);
	}
}
function hintFor(type, reason) {
	return helpFor(type, reason)?.hint;
}
function helpOf({ hint, remedy }, match) {
	const text = typeof hint === "string" ? hint : hint(match);
	return remedy === void 0 ? { hint: text } : {
		hint: text,
		remedy
	};
}
const KNOWN_CAUSES = [
	{
		reason: MISSING_CAPABILITIES,
		hint: ([, missing = ""]) => capabilityHint(missing)
	},
	{
		reason: /TemplateURL must|S3 error: (?:Access Denied|The specified key does not exist)/i,
		hint: "Check that the nested template's object exists and that the role that deploys may read it.",
		remedy: "elsewhere"
	},
	{
		reason: /^Replacement type updates not supported on stack with disable-rollback/i,
		hint: "CloudFormation replaces nothing with on-failure: keep. Roll the stack back with `aws cloudformation rollback-stack`, then deploy with on-failure: rollback."
	},
	{
		reason: /hook\(s\)\/validation failed: \[AWS::EarlyValidation::/i,
		hint: "CloudFormation's own validation refuses it before anything is changed: correct what it names."
	},
	{
		reason: /The following hook\(s\) failed|hook\(s\)\/validation failed/i,
		hint: "A CloudFormation hook of this account refuses it: change what it names, or speak to whoever runs the hook."
	},
	{
		reason: /Action (?:denied|not allowed) by stack policy/i,
		hint: "The stack's policy forbids it: allow it there with `aws cloudformation set-stack-policy`, and forbid it again after the deploy.",
		remedy: "elsewhere"
	},
	{
		reason: /(?:Encountered unsupported property|extraneous key|Unsupported property|Properties validation failed|Model validation failed|required key)/i,
		hint: "The resource's properties do not fit its type: correct the template at the property that is named."
	},
	{
		reason: /Circular dependency/i,
		hint: "Break the circle: move a rule to a resource of its own (e.g. AWS::EC2::SecurityGroupIngress)."
	},
	{
		reason: /cannot update a stack when a custom-named resource requires replacing/i,
		hint: "Give the resource another name in the same change (or none, so that CloudFormation picks one): the replacement is made before the old one is deleted."
	},
	{
		reason: /Export (?:with name )?(\S+) (?:is already exported by stack|(?:cannot be (?:deleted|updated) )?as it is in use by)/i,
		hint: ([, name]) => `The export ${name} is shared: free the name, or remove its Fn::ImportValue from the other stacks first.`
	},
	{
		reason: /No export named (\S+) found/i,
		hint: ([, name]) => `Deploy the stack that exports ${name} first, in this region and account.`,
		remedy: "elsewhere"
	},
	{
		reason: /already exists in stack ([^\s"]*[^\s".,;)])/i,
		hint: ([, stack]) => `The resource belongs to ${stack}: remove it there with DeletionPolicy: Retain first, and take it in with import-existing-resources. Where that is this stack, leave it its old logical id.`
	},
	{
		reason: /not authorized to perform: iam:CreateServiceLinkedRole/i,
		hint: ({ input = "" }) => `The service-linked role can also be created once by hand. ${deniedHint(input)}`,
		remedy: "elsewhere"
	},
	{
		reason: /not authorized to perform: [\w-]+:\w+/i,
		hint: ({ input = "" }) => deniedHint(input),
		remedy: "elsewhere"
	},
	{
		reason: /encoded authorization failure message/i,
		hint: DECODE_IT,
		remedy: "elsewhere"
	},
	{
		reason: /Received response status \[FAILED\] from custom resource/i,
		hint: "The custom resource's function answered FAILED: its CloudWatch log has the details."
	},
	{
		reason: /(?:CloudFormation did not receive a response from your Custom Resource|Custom Resource failed to stabilize)/i,
		hint: "The custom resource's function never answered: look for a crash or time-out in its CloudWatch log."
	},
	{
		reason: /(?:is invalid or cannot be assumed|cannot be assumed by|Unable to assume role)/i,
		hint: "Check that the role exists and that its trust policy lets this service assume it.",
		remedy: "elsewhere"
	},
	{
		reason: /The security token included in the request is (?:invalid|expired)/i,
		hint: "The credentials that CloudFormation uses ended: deploy with role-arn, so that the stack has a role of its own.",
		remedy: "by-itself"
	},
	{
		reason: /KMS.*(?:is disabled|is pending deletion|not exist|InvalidArn)|KMSKeyNotAccessible|kms key .*(?:does not exist|not enabled)/i,
		hint: "Check that the KMS key is enabled, in this region, and that its policy lets this service use it.",
		remedy: "elsewhere"
	},
	...DATABASE_CAUSES,
	{
		type: /SecurityGroup/,
		reason: /has a dependent object|DependencyViolation/i,
		hint: "Something outside the stack still uses the security group: `aws ec2 describe-network-interfaces --filters Name=group-id,Values=<id>` names it.",
		remedy: "elsewhere"
	},
	{
		reason: /has dependencies and cannot be deleted|DependencyViolation|has a dependent object/i,
		hint: "Something outside the stack still uses this resource: remove that first, then try again.",
		remedy: "elsewhere"
	},
	{
		reason: /CIDR .*conflicts with another subnet|InvalidSubnet\.Conflict/i,
		hint: "Choose a range that no other subnet of the VPC uses."
	},
	{
		reason: /\b(?:vpc|subnet|security group|sg|ami|image|key pair)s?\b.*? does not exist/i,
		hint: "Check the id, the account and the region: it is not there."
	},
	{
		type: /^AWS::SecretsManager::/,
		reason: /scheduled for deletion/i,
		hint: "A secret of this name waits for its deletion: `aws secretsmanager restore-secret`, or delete it with --force-delete-without-recovery.",
		remedy: "elsewhere"
	},
	{
		type: /^AWS::S3::Bucket$/,
		reason: /bucket you tried to delete is not empty|BucketNotEmpty/i,
		hint: "Empty the bucket (all versions), or give it DeletionPolicy: Retain.",
		remedy: "elsewhere"
	},
	{
		type: /^AWS::S3::Bucket$/,
		reason: /already exists|BucketAlreadyExists|not available/i,
		hint: "Bucket names are shared by all accounts, and this one is taken. Where that bucket is yours, take it into the stack with import-existing-resources; otherwise choose another name, or none."
	},
	{
		reason: /already ?exists|already in use|already own|Duplicate/i,
		hint: "Something of this name is there already: rename it, delete the old one, or take it into the stack with import-existing-resources."
	},
	{
		reason: /Rate exceeded|\bThrottling(?:Exception)?\b|Too ?Many ?Requests|Request ?limit ?exceeded/i,
		hint: "AWS throttled the resource's own calls. Run the deploy again; if it comes back, chain resources with DependsOn.",
		remedy: "by-itself"
	},
	{
		reason: /(?:LimitExceeded|limit exceeded|exceeded? (?:the |your )?(?:\w+ )?(?:quota|limit)|QuotaExceeded|maximum number of|service quota)/i,
		hint: "A quota of the account is reached: delete what is not needed, or ask for more in Service Quotas.",
		remedy: "elsewhere"
	},
	{
		reason: /insufficient capacity|do not have enough capacity|InsufficientInstanceCapacity|InsufficientDBInstanceCapacity/i,
		hint: "AWS has no capacity of this class in this zone now: try again later, or take another class or zone.",
		remedy: "by-itself"
	},
	{
		reason: /timed out waiting for|did not stabilize|Exceeded attempts to wait|NotStabilized|failed to stabilize/i,
		hint: "The resource did not become ready in time: look at its own events in the service's console, then run the deploy again.",
		remedy: "by-itself"
	},
	{
		reason: /Failed to receive (\d+) resource signal/i,
		hint: "The instances did not signal success: look at /var/log/cfn-init.log and /var/log/cloud-init-output.log on one of them."
	},
	{
		reason: /(?:AccessDenied|Access Denied|UnauthorizedOperation|You are not authorized to perform this operation)/i,
		hint: "The role that deploys lacks a permission for this resource. CloudTrail's event of this minute names it.",
		remedy: "elsewhere"
	},
	{
		reason: /No updates are to be performed|didn't contain changes/i,
		hint: "Nothing differs from what is deployed."
	}
];

// src/stack/serviceError.ts
function isLeftOpen(error) {
	if (error instanceof ServiceError) return error.trouble === "unavailable";
	return error instanceof ActionError && error.reasonCode === "cancelled";
}
function isThrottled(error) {
	return error instanceof ServiceError && error.trouble === "throttled";
}
var ServiceError = class extends ActionError {
	trouble;
	constructor(message, details) {
		super(message, details);
		this.name = "ServiceError";
		this.trouble = details.trouble;
	}
	get mayPass() {
		return this.trouble === "throttled" || this.trouble === "unavailable";
	}
};

// src/unlessCancelled.ts
async function unlessCancelled(signal, work) {
	if (signal.aborted) return "cancelled";
	const { promise: cancelled, resolve } = Promise.withResolvers();
	const onAbort = () => resolve("cancelled");
	signal.addEventListener("abort", onAbort, { once: true });
	try {
		return await Promise.race([work(), cancelled]);
	} finally {
		signal.removeEventListener("abort", onAbort);
	}
}

export { DECODE_IT, DESCRIPTION_PREFIX, ServiceError, areNestedListed, capabilityHint, decodedDenial, denialHint, denialIn, encodedDenial, helpFor, hintFor, isLeftOpen, isThrottled, lackingText, refusalOf, unlessCancelled, withDenial };