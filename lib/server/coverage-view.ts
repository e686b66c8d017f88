// What was read and what was refused, made once for each analysis.
import 'server-only';
import type { Analysis } from '@/lib/analysis/analysis';
import { type Coverage, coverageOf } from '@/lib/scene/coverage';

/** The coverage of a snapshot. Never throws. */
export function coverageView(analysis: Analysis): Coverage {
  const coverage = kept.get(analysis) ?? coverageOf(analysis);
  kept.set(analysis, coverage);
  return coverage;
}

const kept = new WeakMap<Analysis, Coverage>();
