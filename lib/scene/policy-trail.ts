// The policies of one need in AWS's order, each with the statement that stands out.

import { placeTitle } from '@/lib/analysis/what-if';
import type { Json } from '@/lib/base/json';
import type { Explanation, PolicyReport, StatementReport } from '@/lib/iam/explanation';
import type { Inventory } from '@/lib/model/inventory';
import { documentAt } from '@/lib/model/overlay';
import type { JudgedNeed } from '@/lib/verdict/judgement';
import { placeOfPolicy, policyInPlace } from '@/lib/verdict/policy-place';
import { policyId } from '@/lib/verdict/policy-shelf';
import { accountName } from './naming';
import { nearMisses } from './near-miss';
import { statementLines } from './policy-lines';
import type { PolicyTrail, Words } from './trail';
import { mono, words } from './words';

/** Every policy that took part. The deciding statement is shown in its source; where nothing matched, the nearest miss is. Never throws. */
export function policyTrails(
  inventory: Inventory,
  judged: JudgedNeed,
  explanation: Explanation,
): readonly PolicyTrail[] {
  const sources = judged.sources();
  const trails = explanation.policies.map((report): PolicyTrail => {
    const source = sources.get(report.policy);
    const shown = standsOut(judged, report);
    const document = source?.document;
    return {
      id: report.level === undefined ? report.policy : `${report.policy} ${report.level}`,
      title: capital(source?.title ?? report.policy),
      account:
        source?.account === null || source === undefined ? null : accountName(inventory, source.account),
      state: stateOf(report, judged.verdict),
      statement:
        shown === null
          ? null
          : `statement ${shown.statement + 1} of ${report.statements.length}${shown.sid === undefined ? '' : `, “${shown.sid}”`}`,
      lines:
        shown === null || document === undefined || document === null
          ? []
          : statementLines(document as Json, shown.pointer, shown.failed?.pointer ?? null),
      nearMisses: report.allows === 'yes' ? [] : missWords(report),
      editable: editableAt(inventory, report.policy),
    };
  });
  return [...trails, ...absentPolicy(inventory, judged)];
}

function editableAt(inventory: Inventory, policy: string): string | null {
  const place = placeOfPolicy(policy);
  return place === null || documentAt(inventory, place) === undefined ? null : policyInPlace(place);
}

/** The policy that the resource does not have, where one could allow what is not allowed: it can be written. */
function absentPolicy(inventory: Inventory, { need, verdict }: JudgedNeed): readonly PolicyTrail[] {
  if (verdict === 'allowed') return [];
  const slash = need.action.startsWith('s3:') ? need.resource.indexOf('/') : -1;
  const arn = slash < 0 ? need.resource : need.resource.slice(0, slash);
  const place = placeOfPolicy(policyId.resource(arn));
  if (place === null || documentAt(inventory, place) !== null) return [];
  return [
    {
      id: policyId.resource(arn),
      title: `No ${placeTitle(inventory, place)}`,
      account: null,
      state: 'says nothing',
      statement: null,
      lines: [],
      nearMisses: [],
      editable: policyInPlace(place),
    },
  ];
}

function stateOf(report: PolicyReport, verdict: JudgedNeed['verdict']): PolicyTrail['state'] {
  if (!report.read) return 'not read';
  if (report.denies === 'yes') return 'denies';
  if (report.denies === 'unknown' || (report.allows === 'unknown' && report.denies === 'no'))
    return verdict === 'depends' ? 'depends' : 'cannot tell';
  return report.allows === 'yes' ? 'allows' : 'says nothing';
}

/** The statement that decided; else one whose answer is open; else, in a resource policy or a policy of the one side that failed, the nearest miss. */
function standsOut(judged: JudgedNeed, report: PolicyReport): StatementReport | null {
  const decided =
    report.statements.find((one) => one.applies === 'yes' && one.effect === 'Deny') ??
    report.statements.find((one) => one.applies === 'yes' && one.effect === 'Allow');
  const open = report.statements.find((one) => one.applies === 'unknown');
  if (judged.verdict !== 'allowed' && open !== undefined && decided?.effect !== 'Deny') return open;
  return decided ?? open ?? nearMisses(report)[0] ?? null;
}

function missWords(report: PolicyReport): readonly Words[] {
  return nearMisses(report)
    .slice(0, 2)
    .map((one) =>
      words(
        `Statement ${one.statement + 1} matches but for the ${(one.failed?.element ?? 'statement').toLowerCase()}: `,
        mono(shortened(one.failed?.detail ?? '')),
      ),
    );
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A long list is cut after a whole name: the statement itself is shown with all of them. */
function shortened(detail: string): string {
  if (detail.length <= 150) return detail;
  const cut = detail.slice(0, 150);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(', '), 60))} …`;
}
