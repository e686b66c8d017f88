// What a scan that runs in a process of its own and the process that started it say to each other.
import type { Json } from '@/lib/base/json';
import type { ScanEvent } from '@/lib/scan/progress';

/** To the scan. `request` is as the store keeps it: `toKept`. */
export type ScanOrder =
  | { readonly kind: 'begin'; readonly id: string; readonly request: Json }
  | { readonly kind: 'resume'; readonly id: string }
  /** Judges a complete snapshot and keeps the judgement beside it. */
  | { readonly kind: 'judge'; readonly id: string }
  /** Ends in good order; a second one ends at once. */
  | { readonly kind: 'stop' };

/** From the scan: what it tells, and last how it ended. */
export type ScanReport =
  | { readonly kind: 'event'; readonly event: ScanEvent }
  | { readonly kind: 'complete' }
  | {
      readonly kind: 'ended';
      readonly why: 'stopped' | 'failed';
      /** One line with what to do; null where it was stopped. */
      readonly problem: string | null;
      /** Whether it can be gone on with. */
      readonly isKept: boolean;
    };
