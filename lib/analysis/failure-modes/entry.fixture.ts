// Test support: what the register says of one way in which a pipeline fails, or is too open.
import type { HopKind } from '@/lib/graph/hop';
import type { VerdictKind } from '@/lib/iam/decision';
import { snapshotOf } from '@/lib/model/snapshot.fixture';
import { type Changes, workingPipeline } from '@/lib/model/working-pipeline.fixture';
import type { Gap } from '@/lib/snapshot/gap';
import type { Snapshot } from '@/lib/snapshot/snapshot';

/** Where the judgement shows it. `at` is `stage/action` of the snapshot's first pipeline. */
export type DetectedAs =
  /** A request that is not allowed. An optional one is a warning: it leaves the action working. */
  | {
      readonly kind: 'need';
      readonly at: string;
      readonly hop: HopKind;
      /** `kms:Decrypt`. */
      readonly need: string;
      /** What the one-line answer says; of an optional need there is none. */
      readonly says?: RegExp;
      /** Denied, where nothing else is said. */
      readonly verdict?: Exclude<VerdictKind, 'allowed'>;
      readonly isOptional?: true;
    }
  /** Something wrong with the shape, or a thing, whatever the policies say. A warning leaves the action working. */
  | {
      readonly kind: 'fault';
      readonly at: string;
      readonly rule: string;
      readonly says: RegExp;
      readonly isWarning?: true;
    }
  | { readonly kind: 'finding'; readonly rule: string; readonly subject?: string }
  /** Shown by another test file, with these titles of its cases. */
  | {
      readonly kind: 'shown in';
      readonly test: string;
      readonly fires: string;
      readonly silent: string;
      readonly cannotTell: string;
    };

interface Entry {
  readonly id: string;
  /** One sentence for users, without AWS's own error text. */
  readonly what: string;
  readonly sources: readonly string[];
}

export interface DetectedEntry extends Entry {
  readonly as: Exclude<DetectedAs, { readonly kind: 'shown in' }>;
  readonly fires: Snapshot;
  /** The working pipeline, where nothing else is said. */
  readonly silent?: Snapshot;
  /** A snapshot in which the call that would tell was refused, or the reason why no refused call can hide it. */
  readonly cannotTell: Snapshot | { readonly never: string };
}

export interface ShownEntry extends Entry {
  readonly as: Extract<DetectedAs, { readonly kind: 'shown in' }>;
}

/** The chapters of `docs/not-detected.md`. */
export type NotDetectedBecause =
  | 'needs a call'
  | 'in something that no scan reads'
  | 'cannot be known'
  | 'no finding yet';

export interface NotDetected extends Omit<Entry, 'id'> {
  /** null: a limit of ours that is no entry of the list of failures. */
  readonly id: string | null;
  readonly because: NotDetectedBecause;
  /** What the user sees instead. */
  readonly reportedAs: string;
  readonly why: string;
}

export type RegisterEntry = DetectedEntry | ShownEntry | NotDetected;

/** The working pipeline with something changed, and calls that AWS refused. */
export function changed(
  changes: Changes = {},
  gaps: readonly Gap[] = [],
  read?: readonly string[],
): Snapshot {
  return snapshotOf(workingPipeline(changes), read === undefined ? { gaps } : { gaps, read });
}

/** A refused call: about a resource, or a list in an account and region. */
export function refused(
  source: Gap['source'],
  account: string,
  scope: string | null = null,
  region = 'global',
): Gap {
  return { source, permission: source, account, region, scope, cause: 'denied', code: 'AccessDenied' };
}

/** The same snapshot, in which IAM of an account was refused, and with it all of its roles. */
export function iamWithheld({ facts, gaps, ...rest }: Snapshot, account: string): Snapshot {
  return {
    ...rest,
    facts: facts.filter((fact) => !(fact.kind.startsWith('iam-') && fact.account === account)),
    gaps: [...gaps, refused('iam:GetAccountAuthorizationDetails', account)],
  };
}

/** The working pipeline, in which IAM of an account was refused. */
export const iamRefused = (account: string): Snapshot => iamWithheld(changed(), account);
