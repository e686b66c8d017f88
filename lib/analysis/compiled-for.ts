// The policies that edits of an analysis start from, compiled once for all of them.
import { type PolicyShelf, policyShelf } from '@/lib/verdict/policy-shelf';
import type { Analysis } from './analysis';

/** A shelf for `policyShelfOver`; it lives as long as the analysis. Never throws. */
export function compiledFor(analysis: Analysis): PolicyShelf {
  const shelf = kept.get(analysis) ?? policyShelf();
  kept.set(analysis, shelf);
  return shelf;
}

const kept = new WeakMap<Analysis, PolicyShelf>();
