// Everything that is said about one action, worded: panel, `explain`, report and tests read the same lines.
import type { RunRelation } from '@/lib/verdict/compare-run';
import type { State } from '@/lib/verdict/judgement';
import type { AskFields } from './ask-read';

/** Prose with names in it; `mono` is a name that AWS sees. */
export type Words = readonly { readonly text: string; readonly mono?: true; readonly strong?: true }[];

export interface PolicyLine {
  readonly number: number;
  readonly text: string;
  /** deciding: part of the statement that decided; failed: the element of it that did not match. */
  readonly mark: 'none' | 'deciding' | 'failed';
}

/** One policy that took part, in AWS's order. */
export interface PolicyTrail {
  readonly id: string;
  /** `Key policy of artifacts-use2`. */
  readonly title: string;
  readonly account: string | null;
  readonly state: 'allows' | 'denies' | 'says nothing' | 'depends' | 'cannot tell' | 'not read';
  /** `statement 2 of 3, "AllowDecrypt"`; null when no statement stands out. */
  readonly statement: string | null;
  /** The whole document with marks; empty when not read. */
  readonly lines: readonly PolicyLine[];
  /** `Statement 3 matches in all but the principal: …`. */
  readonly nearMisses: readonly Words[];
  /** What it is called where it is edited; null where nobody can edit it, or its text was not read. */
  readonly editable: string | null;
}

export interface NeedTrail {
  readonly id: string;
  readonly state: State;
  readonly essential: boolean;
  readonly action: string;
  readonly because: string;
  readonly source: string;
  /** Who, Does, On, With: in this order. */
  readonly request: readonly { readonly label: string; readonly value: string }[];
  /** One entry in one account, two across accounts. */
  readonly sides: readonly {
    readonly account: string;
    readonly state: State;
    readonly says: string;
    readonly by: string;
  }[];
  readonly policies: readonly PolicyTrail[];
  /** What was not read, and what would cure it. */
  readonly missing: readonly string[];
  /** On which keys it hangs, and who sets them. */
  readonly dependsOn: readonly string[];
  readonly caveats: readonly string[];
  /** The same request as a question of the reader's own; null where the request itself is not known. */
  readonly ask: AskFields | null;
}

export interface HopTrail {
  readonly id: string;
  readonly number: number;
  readonly sentence: Words;
  readonly state: State;
  readonly overBroad: boolean;
  /** The ids of the findings behind that. */
  readonly marks: readonly string[];
  /** Whether somebody answers for all of them today; only where that was asked. */
  readonly accepted?: boolean;
  readonly needs: readonly NeedTrail[];
  readonly faults: readonly { readonly sentence: string; readonly source: string }[];
  readonly crossAccount: boolean;
  readonly principalSide: State;
  readonly resourceSide: State;
}

export interface ChangeTrail {
  readonly account: string;
  readonly where: string;
  readonly sentence: Words;
  /** JSON text of the statement to add, or null. */
  readonly statement: string | null;
  /** The change in each form in which somebody may keep the policy; none where there is no statement to add. */
  readonly forms: readonly ChangeForm[];
}

export interface ChangeForm {
  readonly id: string;
  /** `Terraform`. */
  readonly title: string;
  readonly text: string;
  readonly lines: readonly ChangeLine[];
}

export interface ChangeLine {
  readonly sign: '+' | '-' | ' ';
  readonly text: string;
  /** Lines before it are left out. */
  readonly isAfterGap?: boolean;
}

export interface MarkTrail {
  /** The id of the finding that marks. */
  readonly finding: string;
  /** Who answers for it and until when, or that this is over; null where nobody does. */
  readonly accepted: string | null;
  /** Whether that still holds; only where it was asked. */
  readonly holds?: boolean;
  readonly rule: string;
  readonly sentence: Words;
  /** What to do about it. */
  readonly remedy: string;
  readonly policyTitle: string;
  readonly lines: readonly PolicyLine[];
}

/** AWS's last run beside the judgement. */
export interface RunTrail {
  readonly status: string;
  readonly at: string | null;
  readonly executionId: string | null;
  readonly relation: RunRelation;
  /** Whether AWS and the judgement say the same. */
  readonly agrees: boolean;
  /** The number of the hop that it speaks of; null where it speaks of none. */
  readonly hop: number | null;
  readonly headline: Words;
  /** AWS's own words; null where nothing failed. */
  readonly said: string | null;
  /** What these words name: who, which request, on what, which kind of policy. */
  readonly named: Words | null;
  /** What they leave open. */
  readonly notSaid: readonly string[];
  readonly remarks: readonly Words[];
  /** Where AWS and the judgement differ: what was not read, or has changed since. */
  readonly notRead: readonly string[];
  /** The request as the message names it. */
  readonly request: {
    readonly principal: string | null;
    readonly action: string | null;
    readonly resource: string | null;
    readonly layer: string | null;
  } | null;
  /** The id of the need that it speaks of. */
  readonly need: string | null;
}

/** What stands above a permission path: whose it is, and the answer in one line. */
export interface PathHead {
  /** `stage/action`. */
  readonly key: string;
  readonly stage: string;
  readonly action: string;
  readonly provider: string;
  /** By name. */
  readonly account: string;
  readonly region: string;
  readonly state: State;
  readonly overBroad: boolean;
  /** Whether somebody answers today for all that makes it so; only where that was asked. */
  readonly accepted?: boolean;
  readonly answer: Words;
}

export interface ActionTrail extends PathHead {
  readonly category: string;
  readonly role: string | null;
  /** Null where AWS's last run tells nothing new: none, one under way, or one that succeeded where all is judged to work. */
  readonly run: RunTrail | null;
  /** What to know besides, and no verdict hangs on: a disabled transition, polling that AWS switched off. */
  readonly notes: readonly Words[];
  /** Pipeline role, action role, passed role, resource policies: `works`, `at fault`, `none`. */
  readonly strip: readonly { readonly label: string; readonly word: string; readonly state: State | null }[];
  readonly hops: readonly HopTrail[];
  readonly changes: readonly ChangeTrail[];
  /** "prod changes nothing". */
  readonly unchanged: readonly string[];
  /** Over-broad marks on hats of this path. */
  readonly marks: readonly MarkTrail[];
}
