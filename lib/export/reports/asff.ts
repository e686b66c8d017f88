// The issues in the AWS Security Finding Format, for Security Hub.
import { type Issue, type IssueRule, isAnsweredFor, issueRules, issuesOf } from '../issues';
import type { Reported } from '../reporter';

/** Of a finding, in characters, and the resources it may name.
 *  @see https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_AwsSecurityFinding.html
 *  @see https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format-syntax.html (both read 2026-11-27) */
const ASFF_LIMITS = {
  title: 256,
  description: 1024,
  id: 512,
  remedy: 512,
  note: 512,
  resources: 32,
} as const;

/** Those that a resource may name. */
const PARTITIONS: ReadonlySet<string> = new Set(['aws', 'aws-cn', 'aws-us-gov']);

const LABELS = {
  critical: 'CRITICAL',
  high: 'HIGH',
  medium: 'MEDIUM',
  low: 'LOW',
  info: 'INFORMATIONAL',
} as const;

/** A JSON list of findings, as `aws securityhub batch-import-findings --findings file://…` takes it, a hundred at a time. The product is
 *  the default one of the account that the finding is about, in the region of the subject, else in the first one that was read. The
 *  same judgement gives the same bytes. Never throws. */
export function printAsff(reported: Reported): string {
  const { snapshot } = reported.analysis;
  const rules = new Map(issueRules().map((rule) => [rule.id, rule]));
  const findings = issuesOf(reported).map((issue) =>
    findingOf(
      issue,
      rules.get(issue.rule) ?? null,
      issue.region ?? snapshot.regions[0] ?? 'us-east-1',
      snapshot.takenAt,
    ),
  );
  return `${JSON.stringify(findings, null, 2)}\n`;
}

function findingOf(issue: Issue, rule: IssueRule | null, region: string, at: string) {
  const partition = /^arn:([^:]+):/.exec(issue.subject)?.[1] ?? 'aws';
  const resources = [...new Set([issue.subject, ...issue.pipelines])].slice(0, ASFF_LIMITS.resources);
  return {
    SchemaVersion: '2018-10-08',
    Id: cut(issue.id, ASFF_LIMITS.id),
    ProductArn: `arn:${partition}:securityhub:${region}:${issue.account}:product/${issue.account}/default`,
    ProductName: 'Hatstack',
    CompanyName: 'Hatstack',
    GeneratorId: `hatstack/${issue.rule}`,
    AwsAccountId: issue.account,
    Types: ['Software and Configuration Checks/AWS Security Best Practices'],
    CreatedAt: at,
    UpdatedAt: at,
    Severity: { Label: LABELS[issue.severity] },
    Confidence: issue.isShown ? 100 : 50,
    Title: cut(issue.title, ASFF_LIMITS.title),
    Description: cut([issue.title, ...issue.notes].join(' '), ASFF_LIMITS.description),
    ...(rule === null
      ? {}
      : {
          Remediation: {
            Recommendation: {
              Text: cut(rule.remedy, ASFF_LIMITS.remedy),
              ...(rule.source === null ? {} : { Url: rule.source }),
            },
          },
        }),
    Resources: resources.map((arn) => ({
      Type: 'Other',
      Id: arn,
      ...(PARTITIONS.has(partition) ? { Partition: partition } : {}),
      Region: /^arn:[^:]*:[^:]*:([^:]+):/.exec(arn)?.[1] ?? region,
    })),
    Compliance: { Status: issue.isShown ? 'FAILED' : 'WARNING' },
    Workflow: { Status: isAnsweredFor(issue) ? 'SUPPRESSED' : 'NEW' },
    RecordState: 'ACTIVE',
    ...(isAnsweredFor(issue) && issue.accepted !== null
      ? {
          Note: {
            Text: cut(
              `Until ${issue.accepted.acceptance.expires}: ${issue.accepted.acceptance.reason}`,
              ASFF_LIMITS.note,
            ),
            UpdatedBy: cut(issue.accepted.acceptance.author, ASFF_LIMITS.note),
            UpdatedAt: at,
          },
        }
      : {}),
  };
}

/** At most that many UTF-16 units, and no half of a pair at the end. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
