// A finding: a rule's judgement, with a stable id and the evidence for it.
import type { JsonObject } from '@/lib/base/json';
import type { AccountId, Arn } from '@/lib/names/arn';
import type { PolicySource } from '@/lib/verdict/judgement';

export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A statement that is at fault. */
export interface FindingEvidence {
  readonly source: PolicySource;
  /** 0-based index in its document. */
  readonly statement: number;
}

/** What could stand in place of a statement, so that it allows no more than the pipelines need; an empty list: nothing. */
export interface Narrowing extends FindingEvidence {
  readonly to: readonly JsonObject[];
}

/** Principals that can use something today, and those that the pipelines need to. */
export interface FindingReach {
  readonly can: readonly Arn[];
  readonly need: readonly Arn[];
  readonly complete: boolean;
}

/** What a rule says of one subject; what the rule says of all of them is added when it is run. */
export interface FindingDraft {
  /** The ARN of what is at fault. */
  readonly subject: Arn;
  /** The account that owns the subject, where its ARN does not say. */
  readonly account?: AccountId;
  /** Tells apart the findings of one rule about one subject; short and stable. */
  readonly about?: string;
  readonly pipelines: readonly Arn[];
  readonly title: string;
  /** Shown by what was read, or possible because something was not, or cannot be decided before the run. */
  readonly certainty: 'shown' | 'possible';
  readonly severity?: Severity;
  /** False: told without the mark, although its rule marks. */
  readonly marks?: false;
  readonly evidence: readonly FindingEvidence[];
  /** Why it is only possible: what was not read, or what decides at request time; one line each. */
  readonly open?: readonly string[];
  /** What else it rests on, one sentence each: how a tier was told, which chain of roles leads there. */
  readonly notes?: readonly string[];
  /** Left out where nobody was counted. */
  readonly reach?: FindingReach;
  /** Left out where no statement tells how to narrow it. */
  readonly narrowed?: readonly Narrowing[];
}

export interface Finding extends Omit<FindingDraft, 'reach' | 'marks' | 'narrowed'> {
  /** Stable from scan to scan: rule, subject and what tells it apart. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly account: AccountId;
  readonly open: readonly string[];
  readonly notes: readonly string[];
  readonly reach: FindingReach | null;
  readonly narrowed: readonly Narrowing[];
  /** Whether it makes the hops, paths and pipelines that use the subject over-broad. */
  readonly marks: boolean;
}
