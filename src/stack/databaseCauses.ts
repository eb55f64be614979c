import type { KnownCause } from "./model.ts";

const RDS = /^AWS::RDS::/;

/** The well-known causes of RDS and Aurora, the special ones before the general ones. */
export const DATABASE_CAUSES: readonly KnownCause[] = [
  {
    type: RDS,
    reason:
      /Cannot find (?:version|upgrade target)|(?:Invalid|Unsupported) (?:DB )?engine version|no versions? .*available/i,
    hint: "This engine version cannot be created (any more) in this region: list the present ones with `aws rds describe-db-engine-versions`.",
  },
  {
    type: RDS,
    reason: /RDS does not support creating a DB instance with the following combination/i,
    hint: "This instance class is not offered with this engine version here: `aws rds describe-orderable-db-instance-options` lists what is.",
  },
  {
    type: RDS,
    reason:
      /Serverless ?v2.*(?:not supported|isn't supported|doesn't support)|ServerlessV2ScalingConfiguration/i,
    hint: "Set ServerlessV2ScalingConfiguration to what this engine version supports: minimum and maximum in steps of 0.5 ACU.",
  },
  {
    type: RDS,
    reason:
      /DB ?[Ss]ubnet ?[Gg]roup doesn'?t meet (?:the )?(?:A|availability)|Add subnets to cover at least/i,
    hint: "Give the DB subnet group subnets in at least two availability zones.",
  },
  {
    type: RDS,
    reason: /Some input subnets .*(?:are invalid|invalid)|InvalidSubnet/i,
    hint: "Check that the subnet ids exist in this region and belong to one VPC.",
  },
  {
    type: RDS,
    reason:
      /security group .*(?:are|is) not in the same VPC|DB instance and EC2 security group are in different VPCs/i,
    hint: "Take the security groups and the DB subnet group from the same VPC.",
  },
  {
    type: RDS,
    reason: /Cannot delete protected (?:Cluster|DB Instance)|deletion protection|DeletionProtection/i,
    hint: "Turn the deletion protection off in a deploy of its own, or, where the stack takes none any more, with `aws rds modify-db-cluster --no-deletion-protection` (or modify-db-instance). Then delete or replace the database.",
  },
  {
    type: RDS,
    reason: /(?:parameter|Parameter) ?group ?family|DBParameterGroupFamily/,
    hint: "The parameter group's family must be the engine version's: change both together, under a new name.",
  },
  {
    type: RDS,
    reason:
      /(?:The parameter|Master ?User ?[Pp]assword|password).* (?:is not a valid password|must be at least|Only printable ASCII)/i,
    hint: 'Use a password of 8 to 128 printable characters without /, @, " or spaces; best let Secrets Manager make it.',
  },
  {
    type: RDS,
    reason: /(?:DBName|DatabaseName) (\w+) cannot be used.*reserved word/i,
    // Some engines take letters and digits only.
    hint: ([, name]) =>
      `The engine reserves the name ${name}: choose another for the database, such as ${name}db.`,
  },
  {
    type: RDS,
    reason: /MasterUsername .*(?:reserved|cannot be used)|cannot be used as it is a reserved word/i,
    hint: "Choose another master user name: this one is reserved by the engine.",
  },
  {
    type: RDS,
    reason:
      /DB ?(?:Cluster)?Snapshot ?(?:already exists|AlreadyExists)|Cannot create the (?:cluster )?snapshot because .* already exists/i,
    hint: "A snapshot with that name is there already: delete or rename it.",
    remedy: "elsewhere",
  },
];
