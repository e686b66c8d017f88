// What a drawing shows before anything has a place: cards, links, accounts and columns.
import type { JudgedHop, State } from '@/lib/verdict/judgement';

export type CardKind =
  | 'action'
  | 'hat'
  | 'service'
  | 'store'
  | 'bucket'
  | 'key'
  | 'connection'
  | 'resource'
  | 'ci'
  | 'folded';

export interface PlanCard {
  readonly id: string;
  readonly kind: CardKind;
  readonly title: string;
  readonly second: string;
  /** null: outside every account. */
  readonly account: string | null;
  /** null: the rack of the account, or outside. */
  readonly region: string | null;
  /** The stage's column from 1, or for a resource the column it would like; 0 in the rack. */
  readonly column: number;
  readonly state: State | null;
  /** The state that the card itself shows: of a hat, store or key only what is its own fault. */
  readonly mark: State | null;
  readonly overBroad: boolean;
  /** The findings behind that. */
  readonly marks: readonly string[];
  /** `stage/action`, or null. */
  readonly opens: string | null;
  readonly scanned: boolean;
  readonly modelled: boolean;
  /** The hat on the tab of an action card; null: no hat needed, or not an action. */
  readonly wears: { readonly text: string; readonly account: string; readonly overBroad: boolean } | null;
  readonly foot: { readonly glyph: string; readonly text: string } | null;
  readonly glyph: string;
  /** The actions (`stage/action`) whose permission path comes by. */
  readonly paths: readonly string[];
  /** What a screen reader says. */
  readonly label: string;
  /** At fault: the second line says why, in the verdict's colour. */
  readonly atFault: boolean;
  /** Of a folded account, or a group of them: how many actions it has in each stage, by its column, and how the worst one stands. */
  readonly perStage?: readonly { readonly column: number; readonly count: number; readonly state: State }[];
}

export type LinkKind =
  | 'service'
  | 'assumes'
  | 'wears'
  | 'access'
  | 'crypt'
  | 'replicates'
  | 'calls'
  | 'passes'
  | 'triggers';

/** One hop of one path on a link. */
export interface LinkHop {
  readonly path: string;
  readonly number: number;
  readonly judged: JudgedHop;
}

export interface PlanLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
  readonly hops: readonly LinkHop[];
  readonly paths: readonly string[];
  readonly state: State | 'neutral';
  readonly overBroad: boolean;
  readonly marks: readonly string[];
  /** Links of one net may run on one track: they say the same of the same thing. */
  readonly net: string;
}

export interface PlanAccount {
  /** The twelve digits, or the id of a group of accounts. */
  readonly id: string;
  /** What folds it, or opens it: `account:ID`, `accounts:STATE NUMBER`. */
  readonly box: string;
  /** Beside the name: the digits, or which accounts these are. */
  readonly second: string;
  readonly name: string;
  readonly prod: boolean;
  /** partly: asked for, but its IAM was refused. */
  readonly read: 'whole' | 'partly' | 'not';
  /** The lanes, top to bottom. */
  readonly regions: readonly string[];
}

export interface PlanStage {
  readonly name: string;
  /** Null where it says nothing of what is drawn: under policies that are only tried. */
  readonly run: {
    readonly token: 'run-ok' | 'run-fail' | 'run-now' | 'run-none';
    readonly word: string;
  } | null;
}

export interface Plan {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly takenAt: string;
  readonly state: State;
  readonly stages: readonly PlanStage[];
  readonly accounts: readonly PlanAccount[];
  readonly cards: readonly PlanCard[];
  readonly links: readonly PlanLink[];
  /** The boxes that are drawn as one card: `account:ID`, `region:ID/REGION`, `stage:NAME`. */
  readonly folded: readonly string[];
}
