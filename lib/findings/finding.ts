// A finding: a rule's judgement, with a stable id and the evidence for it.
import type { AccountId, Arn } from '@/lib/names/arn';

export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** The ARN of what is at fault. */
  readonly subject: Arn;
  readonly account: AccountId;
  readonly pipelines: readonly Arn[];
  readonly title: string;
  /** Shown by what was read, or possible because something was not. */
  readonly certainty: 'shown' | 'possible';
  /** The statement that is too wide: policy id and 0-based index. */
  readonly policy: string;
  readonly statement: number;
  /** Principals that can use it today, and those the pipelines need; null where they were not counted. */
  readonly reach: {
    readonly can: readonly Arn[];
    readonly need: readonly Arn[];
    readonly complete: boolean;
  } | null;
}
