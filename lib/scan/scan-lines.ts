// What a scan tells, in lines of text.
import type { ScanEvent } from './progress';
import type { ScanState } from './progress-state';

const PHASES = {
  0: 'planning',
  1: 'roles and pipelines',
  2: 'what pipelines use',
  3: 'keys and instances',
} as const;

/** What a person should know of by name, whatever else is on the screen; null for what only moves the bar. Never throws. */
export function lineOf(event: ScanEvent): string | null {
  switch (event.kind) {
    case 'started': {
      const regions = event.regions === null ? 'their enabled regions' : counted(event.regions, 'region');
      return `as ${event.caller}: ${counted(event.accounts, 'account')}, ${regions}`;
    }
    case 'account-skipped': {
      const why = event.why === 'suspended' ? 'it is suspended' : 'its role cannot be put on';
      return `account ${event.account} is left out: ${why}`;
    }
    case 'own-credentials':
      return `account ${event.account} is read with the caller's own credentials: its role cannot be put on`;
    case 'region-skipped':
      return `account ${event.account} has not enabled ${event.region}: nothing to read there`;
    case 'regions-unknown':
      return `account ${event.account} does not tell its regions: only our own is read`;
    case 'shared':
      return `${grouped(event.done)} of ${grouped(event.units)} units read by workers`;
    default:
      return null;
  }
}

/** What it does now, in words. Never throws. */
export function phaseWords({ phase }: Pick<ScanState, 'phase'>): string {
  return PHASES[phase];
}

/** How far it is: "42 of 180 units (roles and pipelines), 38 calls a second, 2 throttled, 3 not answered, about 2 min left".
 *  Never throws. */
export function stateLine({
  done,
  units,
  phase,
  calls,
  callsPerSecond,
  throttles,
  gaps,
  leftMs,
}: ScanState): string {
  return [
    `${grouped(done)} of ${grouped(units)} units (${PHASES[phase]})`,
    calls > 0 && callsPerSecond >= 0.5
      ? `${Math.round(callsPerSecond)} calls a second`
      : `${grouped(calls)} calls`,
    ...(throttles > 0 ? [`${grouped(throttles)} throttled`] : []),
    ...(gaps > 0 ? [`${grouped(gaps)} not answered`] : []),
    ...(leftMs === null || done >= units ? [] : [`about ${duration(leftMs)} left`]),
  ].join(', ');
}

/** Where it reads now: "reading 111111111111 eu-west-1 (kms, s3), 222222222222 global (iam) and 3 more". Never throws. */
export function placesLine({ places }: ScanState, most: number): string {
  const running = [...places.values()].filter((place) => place.running.length > 0);
  const named = running
    .slice(0, most)
    .map(
      ({ account, region, running: services }) =>
        `${account} ${region} (${[...new Set(services)].join(', ')})`,
    );
  const more = running.length - named.length;
  return named.length === 0 ? '' : `reading ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** "45 s", "3 min", "2 h 10 min". Never throws. */
export function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function counted(count: number, word: string): string {
  return `${grouped(count)} ${word}${count === 1 ? '' : 's'}`;
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
