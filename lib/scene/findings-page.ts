// The findings of a snapshot, worded: one row each, and on demand its evidence, why it matters and what to do.
import type { Analysis } from '@/lib/analysis/analysis';
import type { Json } from '@/lib/base/json';
import type { Finding, Severity } from '@/lib/findings/finding';
import { RULES } from '@/lib/findings/rules/index';
import { fixesForFinding } from '@/lib/fixes/fix-finding';
import { isProd } from '@/lib/model/tier';
import { arnName } from '@/lib/names/arn';
import { changeTrail } from './change-trail';
import { evidenceTitle, statementPointer } from './evidence-words';
import { accountName } from './naming';
import { pipelineId } from './pipeline-rows';
import { statementLines } from './policy-lines';
import { roleId } from './role-page-id';
import type { ChangeTrail, PolicyLine } from './trail';

export interface FindingRow {
  readonly id: string;
  readonly severity: Severity;
  readonly rule: string;
  readonly title: string;
  /** The subject's own name; the whole ARN is `subject`. */
  readonly name: string;
  readonly subject: string;
  readonly account: string;
  readonly isProd: boolean;
  /** How many pipelines it affects. */
  readonly pipelines: number;
  readonly certainty: Finding['certainty'];
  readonly marks: boolean;
  /** What stands behind it: the first statement at fault, with its account; where none is, the subject. Findings of one cause go
   *  away together. */
  readonly cause: string;
}

export interface FindingDetail extends FindingRow {
  readonly why: string;
  readonly remedy: string;
  readonly sources: readonly string[];
  readonly evidence: readonly { readonly title: string; readonly lines: readonly PolicyLine[] }[];
  /** Why it is only possible. */
  readonly open: readonly string[];
  readonly notes: readonly string[];
  readonly affects: readonly { readonly id: string; readonly name: string }[];
  /** What to change, where statements tell how they could be narrowed. */
  readonly changes: readonly ChangeTrail[];
  /** How the page of the subject is named, where it is a role. */
  readonly roleId: string | null;
}

/** One row for each finding, in the order of the analysis: most severe first. Never throws. */
export function findingRows({ inventory, findings }: Analysis): readonly FindingRow[] {
  return findings.map((one) => rowOf(inventory, one));
}

/** Everything about one finding, or null where there is none of this id. Never throws. */
export function findingDetail(analysis: Analysis, id: string): FindingDetail | null {
  const { inventory, findings } = analysis;
  const finding = findings.find((one) => one.id === id);
  if (finding === undefined) return null;
  const rule = RULES.find((one) => one.id === finding.rule);
  return {
    ...rowOf(inventory, finding),
    why: rule?.why ?? '',
    remedy: rule?.remedy ?? '',
    sources: rule?.sources ?? [],
    evidence: finding.evidence.map((cited) => {
      const document = (cited.source.document ?? null) as Json;
      return {
        title: evidenceTitle(cited),
        lines:
          document === null
            ? []
            : statementLines(document, statementPointer(document, cited.statement), null),
      };
    }),
    open: finding.open,
    notes: finding.notes,
    affects: finding.pipelines.map((arn) => ({
      id: pipelineId(arn),
      name: inventory.pipelines.get(arn)?.name ?? arnName(arn),
    })),
    changes: fixesForFinding(finding).map((fix) => changeTrail(analysis, fix)),
    roleId: inventory.roles.has(finding.subject) ? roleId(finding.subject) : null,
  };
}

function rowOf(inventory: Analysis['inventory'], finding: Finding): FindingRow {
  const name =
    inventory.keys.get(finding.subject)?.aliases[0]?.replace(/^alias\//, '') ?? arnName(finding.subject);
  const account = accountName(inventory, finding.account === '' ? null : finding.account);
  const [cited] = finding.evidence;
  return {
    id: finding.id,
    severity: finding.severity,
    rule: finding.rule,
    title: sentence(finding.title),
    name,
    subject: finding.subject,
    account,
    isProd: isProd(inventory, finding.account),
    pipelines: finding.pipelines.length,
    certainty: finding.certainty,
    marks: finding.marks,
    cause: `${cited === undefined ? name : evidenceTitle(cited)}, ${account}`,
  };
}

/** Begins with a capital where a word of the language begins it; the names of things stay as AWS writes them. */
function sentence(title: string): string {
  return /^(the|a|jobs|nobody) /.test(title) ? `${title.slice(0, 1).toUpperCase()}${title.slice(1)}` : title;
}

/** "56 findings, 3 of them critical or high." Never throws. */
export function findingsHeadline(rows: readonly FindingRow[]): string {
  const grave = rows.filter(({ severity }) => severity === 'critical' || severity === 'high').length;
  return `${rows.length} ${rows.length === 1 ? 'finding' : 'findings'}, ${grave} of high or critical severity`;
}
