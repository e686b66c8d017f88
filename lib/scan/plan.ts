// What a scan is going to ask, worked out before it asks.
import type { AccountId, Region } from '@/lib/names/arn';
import type { Collector } from './collector';
import { mustAskRegions } from './enabled-regions';
import type { PlaceDone, PlannedPlace } from './progress';
import type { ScanRequest } from './scan-request';

export interface PlannedUnit {
  readonly collector: Collector;
  readonly account: AccountId;
  readonly region: Region | 'global';
}

/** An account, and the regions in which it is read. */
export interface Place {
  readonly account: AccountId;
  readonly regions: readonly Region[];
}

/** Every account and region for each collector of the phase, in a fixed order; those of the organisation are asked apart, and
 *  so are those that find out what to plan. Never throws. */
export function* planPhase(
  phase: Collector['phase'],
  collectors: readonly Collector[],
  places: readonly Place[],
): Generator<PlannedUnit> {
  const ofPhase = collectors.filter(
    (c) => c.phase === phase && c.scope !== 'organization' && c.finds === undefined,
  );
  const unitsOf = ({ account, regions }: Place) =>
    ofPhase.flatMap((collector) =>
      (collector.scope === 'region' ? regions : ['global' as const]).map((region) => ({
        collector,
        account,
        region,
      })),
    );
  for (let from = 0; from < places.length; from += SIDE_BY_SIDE)
    yield* inTurns(places.slice(from, from + SIDE_BY_SIDE).map(unitsOf));
}

/** How many units each account and region comes to, over all phases, and how many are through. Never throws. */
export function unitsByPlace(
  collectors: readonly Collector[],
  places: readonly Place[],
  through: readonly PlaceDone[] = [],
): readonly PlannedPlace[] {
  const byPlace = new Map(through.map((one) => [`${one.account} ${one.region}`, one]));
  const planned = (account: AccountId, region: Region | 'global', units: number): PlannedPlace => {
    const found = byPlace.get(`${account} ${region}`);
    return { account, region, units, done: found?.done ?? 0, gaps: found?.gaps ?? 0 };
  };
  const counts = { region: 0, account: 0, organization: 0 };
  for (const { scope, finds } of collectors) if (finds === undefined) counts[scope] += 1;
  return places.flatMap(({ account, regions }) => [
    planned(account, 'global', counts.account),
    ...regions.map((region) => planned(account, region, counts.region)),
  ]);
}

/** So many accounts are read side by side: enough that the cap of none is what the scan waits for, few enough that their
 *  sessions need not be renewed in the middle. */
const SIDE_BY_SIDE = 10;

/** Takes from the lists in turns. */
function* inTurns<T>(lists: readonly (readonly T[])[]): Generator<T> {
  const longest = Math.max(...lists.map(({ length }) => length));
  for (let turn = 0; turn < longest; turn += 1) for (const list of lists) yield* list.slice(turn, turn + 1);
}

type Asked = Pick<ScanRequest, 'accounts' | 'reach' | 'regions' | 'roleName' | 'overrides' | 'initialRole'>;

/** The plan in lines of text, for `--dry-run`: nothing is asked yet, so some names are still open. Never throws. */
export function planLines(collectors: readonly Collector[], asked: Asked): readonly string[] {
  return [
    `accounts: ${accountsInWords(asked)}`,
    `regions: ${regionsInWords(asked.regions)}`,
    `role: ${roleInWords(asked)}`,
    'calls, which all of them only read:',
    `  sts, to come in: ${isThroughRole(asked) ? 'AssumeRole, ' : ''}GetCallerIdentity`,
    ...collectors
      .filter(({ finds }) => isAsked(finds, asked))
      .map(
        ({ service, scope, calls }) =>
          `  ${service}, ${PLACES[scope]}: ${calls.map(({ name }) => name.slice(name.indexOf(':') + 1)).join(', ')}`,
      ),
  ];
}

const PLACES = { organization: 'once', account: 'in each account', region: 'in each account and region' };

function isAsked(finds: Collector['finds'], { reach, regions }: Asked): boolean {
  if (finds === 'enabled-regions') return mustAskRegions(regions);
  if (finds === 'tagged-accounts') return (reach?.tags.length ?? 0) > 0;
  return true;
}

function accountsInWords({ accounts, reach }: Asked): string {
  if (accounts !== 'organization') return accounts.join(', ') || 'the one of the credentials';
  const { ous = [], tags = [], include = [], exclude = [] } = reach ?? {};
  const chosen = [
    ous.length > 0 ? `below ${ous.join(', ')}` : '',
    tags.length > 0 ? `tagged ${tags.map(({ key, value }) => `${key}=${value}`).join(', ')}` : '',
  ].filter((part) => part !== '');
  const isIncludeAlone = chosen.length === 0 && include.length > 0;
  return [
    isIncludeAlone
      ? `of the organisation ${include.join(', ')}`
      : ['every active account of the organisation', ...chosen].join(' '),
    ...(include.length > 0 && !isIncludeAlone ? [`and ${include.join(', ')}`] : []),
    ...(exclude.length > 0 ? [`but not ${exclude.join(', ')}`] : []),
  ].join(', ');
}

function isThroughRole({ roleName, overrides, initialRole }: Asked): boolean {
  return roleName !== undefined || initialRole !== undefined || (overrides?.size ?? 0) > 0;
}

function regionsInWords(regions: readonly Region[]): string {
  if (regions.length === 0) return 'those that each account has enabled';
  const open = mustAskRegions(regions) ? ', where the account has enabled them' : '';
  return `${regions.join(', ')}${open}`;
}

function roleInWords({ roleName, overrides, initialRole }: Asked): string {
  const others = [...(overrides ?? [])].flatMap(([account, own]) =>
    own.roleName === undefined ? [] : [`\`${own.roleName}\` in ${account}`],
  );
  const roles = [...(roleName === undefined ? [] : [`\`${roleName}\` in each account`]), ...others];
  const text = roles.join(', ') || 'none, the credentials themselves';
  return initialRole === undefined ? text : `${text}, through \`${initialRole.arn}\``;
}
