// Which findings belong to a choice of pipelines.
import type { Finding } from '@/lib/findings/finding';
import type { Analysis } from './analysis';

/** The findings that name one of the chosen pipelines; those of no pipeline are told where all are chosen. Never throws. */
export function chosenFindings(analysis: Analysis, chosen: Analysis['pipelines']): readonly Finding[] {
  const arns = new Set(chosen.map((one) => one.arn));
  const isAll = isWhole(analysis, chosen);
  return analysis.findings.filter(({ pipelines }) =>
    pipelines.length === 0 ? isAll : pipelines.some((arn) => arns.has(arn)),
  );
}

/** Whether every pipeline of the snapshot is chosen. Never throws. */
export function isWhole(analysis: Analysis, chosen: Analysis['pipelines']): boolean {
  const arns = new Set(chosen.map((one) => one.arn));
  return analysis.pipelines.every(({ arn }) => arns.has(arn));
}
