// The issues as SARIF 2.1.0, as code scanning of GitHub and other trackers take it.
import type { Severity } from '@/lib/findings/finding';
import { type Issue, issueRules, issuesOf } from '../issues';
import type { Reported } from '../reporter';

const LEVELS = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
} as const satisfies Record<Severity, string>;
/** What GitHub sorts by: over 9.0 critical, 7.0 high, 4.0 medium, under that low.
 *  @see https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning (read 2026-11-27) */
const SCORES = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
  info: '0.0',
} as const satisfies Record<Severity, string>;

/** A SARIF log of one run. The same judgement gives the same bytes. Never throws.
 *  @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html (read 2026-11-27) */
export function printSarif(reported: Reported): string {
  const issues = issuesOf(reported);
  const used = new Set(issues.map(({ rule }) => rule));
  const rules = issueRules().filter(({ id }) => used.has(id));
  const index = new Map(rules.map(({ id }, place) => [id, place]));
  const { snapshot } = reported.analysis;
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Hatstack',
            version: reported.version,
            rules: rules.map(({ id, title, why, remedy, severity, source }) => ({
              id,
              shortDescription: { text: title },
              fullDescription: { text: why },
              help: { text: remedy },
              ...(source === null ? {} : { helpUri: source }),
              defaultConfiguration: { level: LEVELS[severity] },
              properties: { tags: ['security', 'iam'], 'security-severity': SCORES[severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        properties: { snapshot: snapshot.id, takenAt: snapshot.takenAt },
        results: issues.map((issue) => resultOf(issue, index.get(issue.rule) ?? -1)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf(issue: Issue, ruleIndex: number) {
  const { accepted } = issue;
  return {
    ruleId: issue.rule,
    ruleIndex,
    level: issue.isShown ? LEVELS[issue.severity] : 'note',
    message: { text: [issue.title, ...issue.notes].join('\n') },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: placeOf(issue) },
          region: { startLine: 1 },
        },
        logicalLocations: [{ fullyQualifiedName: issue.subject, kind: 'resource' }],
      },
    ],
    partialFingerprints: { 'hatstackIssue/v1': issue.id },
    ...(accepted === null || accepted.state !== 'accepted'
      ? {}
      : {
          suppressions: [
            {
              kind: 'external',
              status: 'accepted',
              justification: `${accepted.acceptance.author}, until ${accepted.acceptance.expires}: ${accepted.acceptance.reason}`,
            },
          ],
        }),
    properties: {
      severity: issue.severity,
      certainty: issue.isShown ? 'shown' : 'possible',
      account: issue.account,
      pipelines: issue.pipelines,
    },
  };
}

/** A result must stand in a file; what is wrong in AWS stands in none: `aws/111111111111/eu-west-1/…`, the subject's own words. */
function placeOf({ account, region, subject }: Issue): string {
  const words = subject.replace(/^arn:[^:]*:([^:]*):[^:]*:[^:]*:/, '$1/');
  const path = ['aws', account, region ?? 'global', ...words.split(/[/:]/)].filter((part) => part !== '');
  return path.map((part) => (/^\.+$/.test(part) ? '_' : encodeURIComponent(part))).join('/');
}
