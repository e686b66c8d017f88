// What a scan tells while it runs.
import type { AccountId, Region } from '@/lib/names/arn';

export type ScanEvent =
  | { readonly kind: 'started'; readonly caller: string; readonly accounts: number; readonly regions: number }
  | {
      readonly kind: 'account-skipped';
      readonly account: AccountId;
      readonly why: 'suspended' | 'role-refused';
    }
  | { readonly kind: 'own-credentials'; readonly account: AccountId }
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
