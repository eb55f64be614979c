import { type Recorded, type Resources, resource, type State } from "./recorded.ts";

const PUBLIC = [0, 1];

/** A network with a NAT gateway in each of two zones. */
function network(nats = 2): Resources {
  return {
    Vpc: resource("AWS::EC2::VPC", { CidrBlock: "10.0.0.0/16" }),
    Gateway: resource("AWS::EC2::InternetGateway"),
    Attachment: resource("AWS::EC2::VPCGatewayAttachment", {}, ["Vpc", "Gateway"]),
    PublicTable: resource("AWS::EC2::RouteTable", {}, ["Vpc"]),
    PublicRoute: resource("AWS::EC2::Route", { DestinationCidrBlock: "0.0.0.0/0" }, [
      "PublicTable",
      "Attachment",
    ]),
    ...Object.assign(
      {},
      ...PUBLIC.map((i) => ({
        [`Subnet${i}`]: resource("AWS::EC2::Subnet", { CidrBlock: `10.0.${i}.0/24` }, ["Vpc"]),
        [`Association${i}`]: resource("AWS::EC2::SubnetRouteTableAssociation", {}, [
          `Subnet${i}`,
          "PublicTable",
        ]),
      })),
      ...PUBLIC.slice(0, nats).map((i) => ({
        [`Address${i}`]: resource("AWS::EC2::EIP", {}, ["Attachment"]),
        [`Nat${i}`]: resource("AWS::EC2::NatGateway", {}, [`Address${i}`, `Subnet${i}`, "PublicRoute"]),
        [`PrivateTable${i}`]: resource("AWS::EC2::RouteTable", {}, ["Vpc"]),
        [`PrivateRoute${i}`]: resource("AWS::EC2::Route", { DestinationCidrBlock: "0.0.0.0/0" }, [
          `PrivateTable${i}`,
          `Nat${i}`,
        ]),
      })),
    ),
  };
}

function aurora(instances: number, more: Readonly<Record<string, unknown>> = {}): Resources {
  return {
    Group: resource("AWS::EC2::SecurityGroup", { GroupDescription: "database" }),
    Subnets: resource("AWS::RDS::DBSubnetGroup", { DBSubnetGroupDescription: "two" }),
    Secret: resource("AWS::SecretsManager::Secret"),
    Cluster: resource("AWS::RDS::DBCluster", { Engine: "aurora-postgresql", ...more }, [
      "Group",
      "Subnets",
      "Secret",
    ]),
    ...Object.fromEntries(
      Array.from({ length: instances }, (_, i) => [
        `Instance${i}`,
        resource("AWS::RDS::DBInstance", { DBClusterIdentifier: { Ref: "Cluster" } }, ["Cluster"]),
      ]),
    ),
    Attached: resource("AWS::SecretsManager::SecretTargetAttachment", {}, ["Cluster", "Secret"]),
  };
}

function functions(count: number, version: string): Resources {
  return Object.assign(
    {
      Role: resource("AWS::IAM::Role", { AssumeRolePolicyDocument: {} }),
      Policy: resource("AWS::IAM::Policy", { PolicyName: "run", PolicyDocument: {} }, ["Role"]),
    },
    ...Array.from({ length: count }, (_, i) => ({
      [`Function${i}`]: resource("AWS::Lambda::Function", { Description: version }, ["Policy"]),
      [`Log${i}`]: resource("AWS::Logs::LogGroup", {}, [`Function${i}`]),
    })),
  ) as Resources;
}

function database(more: Readonly<Record<string, unknown>> = {}): Resources {
  return { Database: resource("AWS::RDS::DBInstance", { Engine: "mysql", ...more }) };
}

function queues(count: number, more: Readonly<Record<string, unknown>> = {}): Resources {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`Queue${i}`, resource("AWS::SQS::Queue", more)]),
  );
}

const SERVICE: Resources = {
  Group: resource("AWS::EC2::SecurityGroup", { GroupDescription: "service" }),
  Role: resource("AWS::IAM::Role", { AssumeRolePolicyDocument: {} }),
  Cluster: resource("AWS::ECS::Cluster"),
  Task: resource("AWS::ECS::TaskDefinition", {}, ["Role"]),
  Balancer: resource("AWS::ElasticLoadBalancingV2::LoadBalancer", {}, ["Group"]),
  Targets: resource("AWS::ElasticLoadBalancingV2::TargetGroup"),
  Listener: resource("AWS::ElasticLoadBalancingV2::Listener", {}, ["Balancer", "Targets"]),
  Service: resource("AWS::ECS::Service", {}, ["Cluster", "Task", "Listener"]),
};

const EVENTS: Resources = {
  ...functions(2, "one"),
  Table: resource("AWS::DynamoDB::Table", { BillingMode: "PAY_PER_REQUEST" }),
  Queue: resource("AWS::SQS::Queue"),
  Rule: resource("AWS::Events::Rule", {}, ["Function0"]),
  Allowed: resource("AWS::Lambda::Permission", {}, ["Rule"]),
};

const KUBERNETES: Resources = {
  Role: resource("AWS::IAM::Role", { AssumeRolePolicyDocument: {} }),
  Cluster: resource("AWS::EKS::Cluster", {}, ["Role"]),
};

const CACHE: Resources = {
  Group: resource("AWS::EC2::SecurityGroup", { GroupDescription: "cache" }),
  Subnets: resource("AWS::ElastiCache::SubnetGroup", { Description: "two" }),
  Cache: resource("AWS::ElastiCache::ReplicationGroup", { ReplicationGroupDescription: "it" }, [
    "Group",
    "Subnets",
  ]),
};

const SITE: Resources = {
  Files: resource("AWS::S3::Bucket"),
  Site: resource("AWS::CloudFront::Distribution", { DistributionConfig: {} }, ["Files"]),
};

function inTwo(version: string): State {
  return {
    resources: {
      Network: resource("AWS::CloudFormation::Stack"),
      App: resource("AWS::CloudFormation::Stack", {}, ["Network"]),
    },
    nested: { Network: network(1), App: functions(2, version) },
  };
}

function chain(length: number, title: string): Resources {
  return Object.fromEntries(
    Array.from({ length }, (_, i) => [
      `Topic${i}`,
      resource("AWS::SNS::Topic", { DisplayName: title }, i === 0 ? [] : [`Topic${i - 1}`]),
    ]),
  );
}

/** A database's migration by a program of somebody's own, and functions that wait for it. */
function migrated(version: string): Resources {
  return {
    Migration: resource("Custom::Migration", {
      ServiceToken: "arn:aws:lambda:us-east-1:1:function:f",
      version,
    }),
    Slow: resource("AWS::Lambda::Function", { Description: version }, ["Migration"]),
  };
}

function state(resources: Resources): State {
  return { resources };
}

/** Something that takes much longer in this stack than in most. */
export const UNUSUAL: Recorded = {
  about: "migrate a database and update functions in a VPC",
  before: [state(migrated("one")), state(migrated("two"))],
  wanted: state(migrated("three")),
};

/** What stacks go through: created, updated, replaced, deleted, nested, wide and deep; half of it for the first time. */
export const OPERATIONS: readonly Recorded[] = [
  { about: "create two queues", before: [], wanted: state(queues(2)) },
  { about: "create a network with two NAT gateways", before: [], wanted: state(network()) },
  { about: "create Aurora with two instances", before: [], wanted: state(aurora(2)) },
  { about: "create functions, a table and a rule", before: [], wanted: state(EVENTS) },
  { about: "create an EKS cluster", before: [], wanted: state(KUBERNETES) },
  { about: "create a service behind a load balancer", before: [], wanted: state(SERVICE) },
  { about: "create a cache", before: [], wanted: state(CACHE) },
  { about: "create a site behind CloudFront", before: [], wanted: state(SITE) },
  { about: "create a database alone", before: [], wanted: state(database()) },
  { about: "create nested stacks", before: [], wanted: inTwo("one") },
  {
    about: "update functions as before",
    before: [state(functions(3, "one")), state(functions(3, "two"))],
    wanted: state(functions(3, "three")),
  },
  {
    about: "update a database for the first time",
    before: [state(database())],
    wanted: state(database({ AllocatedStorage: "100" })),
  },
  {
    about: "update a database as before",
    before: [state(database()), state(database({ AllocatedStorage: "100" }))],
    wanted: state(database({ AllocatedStorage: "200" })),
  },
  {
    about: "replace a queue",
    before: [state(queues(2))],
    wanted: state(queues(2, { QueueName: "another" })),
  },
  {
    about: "replace a database that was replaced before",
    before: [state(database()), state(database({ DBInstanceIdentifier: "second" }))],
    wanted: state(database({ DBInstanceIdentifier: "third" })),
  },
  {
    about: "delete a NAT gateway of two",
    before: [state(network())],
    wanted: state(network(1)),
  },
  {
    about: "update a nested stack as before",
    before: [inTwo("one"), inTwo("two")],
    wanted: inTwo("three"),
  },
  {
    about: "add another reader to Aurora",
    before: [state(aurora(2))],
    wanted: state(aurora(3)),
  },
  {
    about: "add thirty queues to ten, wide",
    before: [state(queues(10))],
    wanted: state(queues(40)),
  },
  {
    about: "update a chain of twelve, deep",
    before: [state(chain(12, "one")), state(chain(12, "two"))],
    wanted: state(chain(12, "three")),
  },
];
