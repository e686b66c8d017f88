// The contract of a finding rule: what it says, why it matters, and how it is told.
import type { Inventory } from '@/lib/model/inventory';
import type { JudgedPipeline } from '@/lib/verdict/judgement';
import type { PolicyShelf } from '@/lib/verdict/policy-shelf';
import type { Finding, Severity } from './finding';

/** What a rule looks at: everything that was judged so far. */
export interface Judged {
  readonly inventory: Inventory;
  readonly pipelines: readonly JudgedPipeline[];
  readonly shelf: PolicyShelf;
}

export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly why: string;
  readonly remedy: string;
  readonly sources: readonly string[];
  readonly check: (judged: Judged) => readonly Finding[];
}
