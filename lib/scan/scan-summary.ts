// The end of a scan in a few lines: what was found, and what was not answered.
import { assertNever } from '@/lib/base/assert-never';
import { compareText } from '@/lib/base/sort';
import type { Gap } from '@/lib/snapshot/gap';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { type Cures, curesOf, obstacleTo } from './cure';
import { type LeftOut, leftOut } from './left-out';

const COUNTED: readonly (readonly [kind: string, word: string])[] = [
  ['pipeline', 'pipeline'],
  ['iam-role', 'role'],
  ['bucket', 'bucket'],
  ['key', 'key'],
];

/** The facts that a summary looks into; of all others the number does. */
export const SUMMARY_KINDS = ['caller-identity', 'organization-account', 'account-region'] as const;

type Summed = Pick<Snapshot, 'accounts' | 'regions' | 'facts' | 'gaps'>;

/** Counts; what was left out because nothing is there to be read; gaps by cause, and the statements that would cure them.
 *  `counts` has the number of facts of each kind, where not all of them are given. Never throws. */
export function scanSummary(
  snapshot: Summed,
  counts: ReadonlyMap<string, number> = countsOf(snapshot),
): readonly string[] {
  const read = new Set(
    snapshot.facts.filter(({ kind }) => kind === 'caller-identity').map(({ account }) => account),
  );
  const found = COUNTED.map(([kind, word]) => counted(counts.get(kind) ?? 0, word));
  return [
    `${found.join(', ')} in ${read.size} of ${counted(snapshot.accounts.length, 'account')} and ${counted(snapshot.regions.length, 'region')}`,
    ...leftOutLines(leftOut(snapshot)),
    ...gapLines(snapshot.gaps),
    ...cureLines(curesOf(snapshot.gaps)),
  ];
}

function countsOf({ facts }: Summed): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind } of facts) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

function leftOutLines({ accounts, regions }: LeftOut): readonly string[] {
  const lines = [
    ...(accounts.length > 0 ? [`  suspended or closed: ${firstOf(accounts)}`] : []),
    ...regions.map((one) => `  ${one.region} is not enabled in ${firstOf(one.accounts)}`),
  ];
  return lines.length > 0 ? ['left out, where nothing is to be read:', ...lines] : [];
}

const MOST_NAMES = 5;

function firstOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function gapLines(gaps: readonly Gap[]): readonly string[] {
  if (gaps.length === 0) return ['every call was answered'];
  const groups = new Map<string, number>();
  for (const gap of gaps) {
    const key = `${gap.cause}: ${gap.source} (${gap.code})${hintOn(gap)}`;
    groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  const head = gaps.length === 1 ? '1 call was not answered:' : `${gaps.length} calls were not answered:`;
  const lines = [...groups].map(([key, count]) => `  ${key}${count === 1 ? '' : `, ${count} times`}`);
  return [head, ...lines.sort(compareText)];
}

/** What to do about a gap, by its cause. */
function hintOn(gap: Gap): string {
  switch (gap.cause) {
    case 'denied': {
      const obstacle = obstacleTo(gap);
      return obstacle === null ? `, needs ${gap.permission}` : `, refused by ${obstacle.by}`;
    }
    case 'unsupported':
      return ', not offered there';
    case 'throttled':
      return ', scan again later';
    case 'failed':
      return '';
    default:
      return assertNever(gap.cause);
  }
}

function cureLines({ role, caller, others }: Cures): readonly string[] {
  return [
    ...(role === null ? [] : ['what the read-only role lacks:', `  ${JSON.stringify(role)}`]),
    ...(caller === null
      ? []
      : [
          'what the credentials that start the scan lack, unless the role is missing or does not trust them:',
          `  ${JSON.stringify(caller)}`,
        ]),
    ...(others.length === 0 ? [] : ['what no statement in the role cures:']),
    ...others.map(({ obstacle, calls }) => `  ${obstacle.by} (${calls.join(', ')}): ${obstacle.lift}`),
  ];
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
