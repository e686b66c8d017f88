// The whole judgement as JSON: the documented form for other tools.
import { checkReport } from '../check-report';
import type { Reported } from '../reporter';

/** The report of `hatstack check --format json`. Never throws. */
export function printCheckReport({ analysis, chosen, weighed }: Reported): string {
  return `${JSON.stringify(checkReport(analysis, chosen, weighed), null, 2)}\n`;
}
