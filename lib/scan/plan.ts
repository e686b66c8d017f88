// What a scan is going to ask, worked out before it asks.
import type { AccountId, Region } from '@/lib/names/arn';
import type { Collector } from './collector';

export interface PlannedUnit {
  readonly collector: Collector;
  readonly account: AccountId;
  readonly region: Region | 'global';
}

/** Every account and region for each collector of the phase, in a fixed order; those of the organisation are asked apart. Never throws. */
export function planPhase(
  phase: Collector['phase'],
  collectors: readonly Collector[],
  accounts: readonly AccountId[],
  regions: readonly Region[],
): readonly PlannedUnit[] {
  const ofPhase = collectors.filter((c) => c.phase === phase && c.scope !== 'organization');
  return accounts.flatMap((account) =>
    ofPhase.flatMap((collector) =>
      (collector.scope === 'region' ? regions : ['global' as const]).map((region) => ({
        collector,
        account,
        region,
      })),
    ),
  );
}

/** The plan in lines of text, for `--dry-run`: nothing is asked yet, so some names are still open. Never throws. */
export function planLines(
  collectors: readonly Collector[],
  accounts: readonly AccountId[] | 'organization',
  regions: readonly Region[],
): readonly string[] {
  const places = { organization: 'once', account: 'in each account', region: 'in each account and region' };
  return [
    `accounts: ${accountsInWords(accounts)}`,
    `regions: ${regions.join(', ') || 'the one of the environment or the profile'}`,
    'calls, which all of them only read:',
    ...collectors.map(
      ({ service, scope, calls }) =>
        `  ${service}, ${places[scope]}: ${calls.map(({ name }) => name.slice(name.indexOf(':') + 1)).join(', ')}`,
    ),
  ];
}

function accountsInWords(accounts: readonly AccountId[] | 'organization'): string {
  if (accounts === 'organization') return 'every active account of the organisation';
  return accounts.join(', ') || 'the one of the credentials';
}
