// The contract of a finding rule: what it says, why it matters, and how it is told.
import type { Inventory } from '@/lib/model/inventory';
import type { JudgedPipeline } from '@/lib/verdict/judgement';
import type { PolicyShelf } from '@/lib/verdict/policy-shelf';
import type { FindingDraft, Severity } from './finding';

/** What a rule looks at: everything that was judged so far. */
export interface Judged {
  readonly inventory: Inventory;
  readonly pipelines: readonly JudgedPipeline[];
  readonly shelf: PolicyShelf;
}

/** What is said of every finding of a rule. */
export interface RuleMeta {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** Whether what it shows makes a pipeline over-broad: a hat, a store or a key that others can use, or that can do more than it
   *  is for. What is a matter of how a company delivers, and what a tool's defaults give everybody, is told without the mark. */
  readonly marks: boolean;
  readonly why: string;
  readonly remedy: string;
  /** The smallest thing that it speaks of, and the same put right, as JSON or YAML. */
  readonly example: { readonly wide: string; readonly narrow: string };
  readonly sources: readonly string[];
}

export interface Rule extends RuleMeta {
  readonly check: (judged: Judged) => readonly FindingDraft[];
}
