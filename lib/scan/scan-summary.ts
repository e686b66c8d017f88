// The end of a scan in a few lines: what was found, and what was not answered.
import { compareText } from '@/lib/base/sort';
import type { Gap } from '@/lib/snapshot/gap';
import type { Snapshot } from '@/lib/snapshot/snapshot';

const COUNTED: readonly (readonly [kind: string, word: string])[] = [
  ['pipeline', 'pipeline'],
  ['iam-role', 'role'],
  ['bucket', 'bucket'],
  ['key', 'key'],
];

/** Counts, then gaps by cause with the permission that would cure them. Never throws. */
export function scanSummary(snapshot: Snapshot): readonly string[] {
  const read = new Set(
    snapshot.facts.filter(({ kind }) => kind === 'caller-identity').map(({ account }) => account),
  );
  const counts = COUNTED.map(([kind, word]) =>
    counted(snapshot.facts.filter((fact) => fact.kind === kind).length, word),
  );
  return [
    `${counts.join(', ')} in ${read.size} of ${counted(snapshot.accounts.length, 'account')} and ${counted(snapshot.regions.length, 'region')}`,
    ...gapLines(snapshot.gaps),
  ];
}

function gapLines(gaps: readonly Gap[]): readonly string[] {
  if (gaps.length === 0) return ['every call was answered'];
  const groups = new Map<string, number>();
  for (const { cause, source, permission, code } of gaps) {
    const cure = cause === 'denied' ? `, needs ${permission}` : '';
    const key = `${cause}: ${source} (${code})${cure}`;
    groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  const head = gaps.length === 1 ? '1 call was not answered:' : `${gaps.length} calls were not answered:`;
  const lines = [...groups].map(([key, count]) => `  ${key}${count === 1 ? '' : `, ${count} times`}`);
  return [head, ...lines.sort(compareText)];
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
