import { describe, expect, test } from "vitest";
import { ofType, production, properties, resources, template } from "./aurora.ts";
import { constraintProblems, type JsonObject } from "./template.ts";

const CLUSTER = { Name: "DBClusterIdentifier", Value: "AuroraCluster" };

describe("monitoring that was asked for", () => {
  test("CPU above 80% for 5 minutes", () => {
    expect(properties("CpuAlarm")).toMatchObject({
      Namespace: "AWS/RDS",
      MetricName: "CPUUtilization",
      Dimensions: [CLUSTER],
      Statistic: "Average",
      Period: 60,
      EvaluationPeriods: 5,
      DatapointsToAlarm: 5,
      ComparisonOperator: "GreaterThanThreshold",
      Threshold: 80,
    });
    const silent = ofType("AWS::CloudWatch::Alarm").filter(
      (id) => "InsufficientDataActions" in properties(id),
    );
    expect(silent).toEqual(["CpuAlarm"]);
  });

  test("CPU of the writer, which the average of two instances hides, whichever it is", () => {
    expect(properties("WriterCpuAlarm")).toMatchObject({
      Namespace: "AWS/RDS",
      MetricName: "CPUUtilization",
      Dimensions: [CLUSTER, { Name: "Role", Value: "WRITER" }],
      Statistic: "Maximum",
      Period: 60,
      EvaluationPeriods: 5,
      DatapointsToAlarm: 5,
      ComparisonOperator: "GreaterThanThreshold",
      Threshold: 80,
    });
  });

  test.for([
    ["ACUUtilization", "Maximum", "GreaterThanThreshold", 90, "missing"],
    ["FreeableMemory", "Minimum", "LessThanThreshold", "134217728", "missing"],
    ["DatabaseConnections", "Maximum", "GreaterThanThreshold", "150", "missing"],
    ["Deadlocks", "Maximum", "GreaterThanThreshold", 0, "notBreaching"],
    ["AuroraReplicaLagMaximum", "Maximum", "GreaterThanThreshold", 1000, "notBreaching"],
    ["MaximumUsedTransactionIDs", "Maximum", "GreaterThanThreshold", 1_000_000_000, "missing"],
  ] as const)(
    "comprehensive monitoring: an alarm on %s",
    ([metric, Statistic, ComparisonOperator, Threshold, TreatMissingData]) => {
      expect(alarm(metric)).toMatchObject({
        Namespace: "AWS/RDS",
        Statistic,
        ComparisonOperator,
        Threshold,
        TreatMissingData,
      });
      expect(alarm(metric).Dimensions).toEqual([CLUSTER]);
    },
  );

  test("alarms tell the topic about alarm and recovery, and nobody when there is none", () => {
    for (const id of ofType("AWS::CloudWatch::Alarm")) {
      expect(properties(id)).toMatchObject({
        AlarmActions: [production.AlarmTopicArn],
        OKActions: [production.AlarmTopicArn],
      });
      expect(properties(id, { ...production, AlarmTopicArn: "" })).toMatchObject({
        AlarmActions: [],
        OKActions: [],
      });
    }
  });

  test("comprehensive monitoring: a dashboard of widgets that overlap nowhere and fit 24 columns", () => {
    const { widgets } = JSON.parse(properties("Dashboard").DashboardBody as string) as { widgets: Widget[] };
    const cells = widgets.flatMap(({ x, y, width, height }) =>
      Array.from({ length: width * height }, (_, i) => `${x + (i % width)},${y + Math.floor(i / width)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(widgets.every(({ x, width }) => x + width <= 24)).toBe(true);
    const shown = widgets.flatMap(({ properties: { metrics = [] } }) => metrics.map(([, metric]) => metric));
    const alarmed = ofType("AWS::CloudWatch::Alarm").map((id) => String(properties(id).MetricName));
    expect(shown).toEqual(expect.arrayContaining(alarmed));
    expect(widgets[0]?.properties.alarms).toEqual(ofType("AWS::CloudWatch::Alarm").map((id) => `${id}.Arn`));
  });

  test("events: failovers, failures and maintenance of cluster and instances reach the topic, where there is one", () => {
    const told = { SnsTopicArn: production.AlarmTopicArn!, Enabled: true };
    expect(properties("ClusterEvents")).toMatchObject({
      ...told,
      SourceType: "db-cluster",
      SourceIds: ["AuroraCluster"],
      EventCategories: ["failover", "failure", "maintenance", "notification"],
    });
    expect(properties("InstanceEvents")).toMatchObject({
      ...told,
      SourceType: "db-instance",
      SourceIds: ofType("AWS::RDS::DBInstance"),
      EventCategories: [
        "availability",
        "configuration change",
        "failure",
        "low storage",
        "maintenance",
        "notification",
        "recovery",
      ],
    });
    const conditional = resources.flatMap(([id, { Condition }]) =>
      Condition === undefined ? [] : [[id, Condition]],
    );
    expect(conditional).toEqual([
      ["ClusterEvents", "HasAlarmTopic"],
      ["InstanceEvents", "HasAlarmTopic"],
    ]);
  });

  test("another topic is another subscription: its name holds the topic's, in letters that RDS takes, and fits", () => {
    const nameWith = (topic: string, environmentSuffix = "prod") =>
      String(
        properties("InstanceEvents", {
          ...production,
          environmentSuffix,
          AlarmTopicArn: `arn:aws:sns:us-east-1:111122223333:${topic}`,
        }).SubscriptionName,
      );
    expect(nameWith("Database_alarms")).toBe("aurora-instance-events-111122223333-Database-alarms-prod");
    const longest = "t".repeat(180);
    const { AlarmTopicArn } = template.Parameters;
    const arn = (topic: string) => `arn:aws:sns:us-east-1:111122223333:${topic}`;
    expect(constraintProblems(AlarmTopicArn!, arn(longest))).toEqual([]);
    expect(constraintProblems(AlarmTopicArn!, arn(`${longest}t`))).not.toEqual([]);
    expect(nameWith(longest, "s".repeat(30)).length).toBeLessThan(255);
  });

  test("Performance Insights: 7 days; by itself only from 2 ACU on, as AWS advises", () => {
    const seen = (MinCapacity: string, PerformanceInsights?: string) => {
      const given = {
        ...production,
        MinCapacity,
        MaxCapacity: "128",
        ...(PerformanceInsights && { PerformanceInsights }),
      };
      return ofType("AWS::RDS::DBInstance").map((id) => {
        const { EnablePerformanceInsights, PerformanceInsightsRetentionPeriod } = properties(id, given);
        return [EnablePerformanceInsights, PerformanceInsightsRetentionPeriod];
      });
    };
    // A retention without Performance Insights is refused when an instance is created.
    const [on, off] = [
      [true, 7],
      [false, undefined],
    ];
    const capacities = template.Parameters.MinCapacity!.AllowedValues!.map(String);
    for (const capacity of capacities) {
      const wanted = Number(capacity) >= 2 ? on : off;
      expect([capacity, ...seen(capacity)]).toEqual([capacity, wanted, wanted]);
      expect(seen(capacity, "true")).toEqual([on, on]);
      expect(seen(capacity, "false")).toEqual([off, off]);
    }
  });

  test("the slow query widget shows the statements: auto_explain writes their text at the same threshold", () => {
    const { widgets } = JSON.parse(properties("Dashboard").DashboardBody as string) as { widgets: Widget[] };
    const query = widgets.at(-1)?.properties.query ?? "";
    const [, pattern = ""] = /@message like \/(.*?)\/ \|/.exec(query) ?? [];
    const shown = (line: string) => new RegExp(pattern).test(line);
    const prefix = "2026-11-25 10:00:00 UTC:10.0.0.9(50412):app@app:[733]:";
    expect(shown(`${prefix}LOG:  duration: 2001.9 ms  plan:\n\tQuery Text: SELECT pg_sleep(2)`)).toBe(true);
    // The log may come line by line.
    expect(shown("\tQuery Text: SELECT pg_sleep(2)")).toBe(true);
    expect(shown(`${prefix}LOG:  process 733 still waiting for ShareLock on transaction 9`)).toBe(true);
    expect(shown(`${prefix}STATEMENT:  UPDATE account SET balance = 0`)).toBe(true);
    expect(shown(`${prefix}LOG:  statement: SELECT 1`)).toBe(false);
    expect(query).toContain("SOURCE 'PostgresqlLogGroup'");
  });

  test("comprehensive monitoring: Enhanced Monitoring every 60 s", () => {
    for (const id of ofType("AWS::RDS::DBInstance")) {
      expect(properties(id)).toMatchObject({
        MonitoringInterval: 60,
        MonitoringRoleArn: "MonitoringRole.Arn",
      });
    }
    const policy = "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole";
    expect(properties("MonitoringRole").ManagedPolicyArns).toEqual([policy]);
    const [statement] = (
      properties("MonitoringRole").AssumeRolePolicyDocument as unknown as { Statement: JsonObject[] }
    ).Statement;
    const arns = ofType("AWS::RDS::DBInstance").map(
      (id) => `arn:aws:rds:us-east-1:111122223333:db:${properties(id).DBInstanceIdentifier}`,
    );
    expect(statement).toMatchObject({
      Principal: { Service: "monitoring.rds.amazonaws.com" },
      Condition: { ArnEquals: { "aws:SourceArn": arns } },
    });
  });
});

interface Widget {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly properties: {
    readonly metrics?: readonly (readonly string[])[];
    readonly alarms?: readonly string[];
    readonly query?: string;
  };
}

function alarm(metric: string): JsonObject {
  const [found, ...more] = ofType("AWS::CloudWatch::Alarm")
    .map((id) => properties(id))
    .filter((alarm) => alarm.MetricName === metric);
  expect(more).toEqual([]);
  return found!;
}
