// The findings as they would be after an edit, told from the one pipeline that is judged anew.
import type { Finding } from '@/lib/findings/finding';
import type { Judged } from '@/lib/findings/rule';
import { RULES } from '@/lib/findings/rules/index';
import { runRules } from '@/lib/findings/run-rules';
import type { Arn } from '@/lib/names/arn';
import { policyShelfOver } from '@/lib/verdict/policy-shelf';
import type { Analysis } from './analysis';
import { compiledFor } from './compiled-for';

/** The findings of the snapshot, without those that the edit silences and with those that it causes. Rules compare pipelines with each
 *  other, so they are run over the one pipeline before and after: only what differs between these two is taken over. Only rules that
 *  mark are run: no other shows on the page of a pipeline, and some of them ask about every principal there is. Never throws. */
export function foundAfter(analysis: Analysis, edited: Judged, arn: Arn): readonly Finding[] {
  const before = byId(foundBefore(analysis, arn));
  const after = byId(runRules(edited, analysis.settings.findings, MARKING));
  const kept = analysis.findings.flatMap((finding) => {
    const [was, is] = [before.get(finding.id), after.get(finding.id)];
    if (was === undefined) return finding;
    if (is === undefined) return [];
    return saidOf(was) === saidOf(is) ? finding : is;
  });
  const known = new Set(analysis.findings.map(({ id }) => id));
  const added = [...after.values()].filter(({ id }) => !before.has(id) && !known.has(id));
  return [...kept, ...added];
}

const MARKING = RULES.filter(({ marks }) => marks);

/** Every edit of one pipeline starts from the same. */
const kept = new WeakMap<Analysis, Map<Arn, readonly Finding[]>>();

function foundBefore(analysis: Analysis, arn: Arn): readonly Finding[] {
  const ofAnalysis = kept.get(analysis) ?? new Map<Arn, readonly Finding[]>();
  kept.set(analysis, ofAnalysis);
  const { inventory, pipelines, settings } = analysis;
  const judged = {
    inventory,
    pipelines: pipelines.filter((one) => one.arn === arn),
    shelf: policyShelfOver(compiledFor(analysis)),
  };
  const found = ofAnalysis.get(arn) ?? runRules(judged, settings.findings, MARKING);
  ofAnalysis.set(arn, found);
  return found;
}

function byId(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  return new Map(findings.map((finding) => [finding.id, finding]));
}

function saidOf({ title, certainty, reach, pipelines }: Finding): string {
  return JSON.stringify([title, certainty, reach, pipelines]);
}
