// Test support: what a finding rule's own test shows.
import type { ShownEntry } from './entry.fixture';

/** Shown by the test of a finding rule. */
export function shownBy(rule: string, fires: string, silent: string, cannotTell: string): ShownEntry['as'] {
  return { kind: 'shown in', test: `lib/findings/rules/${rule}.test.ts`, fires, silent, cannotTell };
}
