// What a scan tells while it runs.
import type { AccountId, Region } from '@/lib/names/arn';

export type ScanEvent =
  | {
      readonly kind: 'started';
      readonly caller: string;
      readonly accounts: number;
      /** null: each account is asked which it has enabled. */
      readonly regions: number | null;
    }
  | {
      readonly kind: 'account-skipped';
      readonly account: AccountId;
      readonly why: 'suspended' | 'role-refused';
    }
  | { readonly kind: 'own-credentials'; readonly account: AccountId }
  /** The account has not enabled a region that was asked for; nothing is missing there. */
  | { readonly kind: 'region-skipped'; readonly account: AccountId; readonly region: Region }
  /** The account did not tell its regions: that of the environment or the profile has to do. */
  | { readonly kind: 'regions-unknown'; readonly account: AccountId }
  | { readonly kind: 'phase-started'; readonly phase: 1 | 2 | 3; readonly units: number }
  | {
      readonly kind: 'unit-done';
      readonly service: string;
      readonly account: AccountId;
      readonly region: Region | 'global';
      readonly facts: number;
      readonly gaps: number;
      readonly done: number;
      readonly units: number;
    };

export type OnProgress = (event: ScanEvent) => void;
