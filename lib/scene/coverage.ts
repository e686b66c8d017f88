// Accounts and coverage: what was read of each account, in each region, by service; what was refused, and what nobody asked.
import type { Analysis } from '@/lib/analysis/analysis';
import { groupBy } from '@/lib/base/group-by';
import { sortedBy } from '@/lib/base/sort';
import type { Inventory } from '@/lib/model/inventory';
import type { Account } from '@/lib/model/resource';
import { isProd } from '@/lib/model/tier';
import { countPaths, statementFor, type UnansweredCall, unansweredCalls } from './coverage-calls';
import { foundIn, type ServiceCoverage, servicesOf } from './coverage-services';

/** read: every call was answered; partly: some were not; closed: the scan could not get in; suspended: AWS lets nobody in;
 *  not-asked: nobody asked for this account. */
export type Reading = 'read' | 'partly' | 'closed' | 'suspended' | 'not-asked';

/** Worst first: what most needs somebody. */
export const READINGS: readonly Reading[] = ['closed', 'partly', 'suspended', 'not-asked', 'read'];

export interface CoverageCell {
  /** A region, or `global`. */
  readonly region: string;
  readonly reading: Reading;
  /** How many different calls were not answered here. */
  readonly unanswered: number;
}

export interface CoverageRow {
  readonly id: string;
  readonly name: string;
  readonly isProd: boolean;
  /** `Workloads / Prod`; empty outside an organisation. */
  readonly place: string;
  readonly reading: Reading;
  readonly cells: readonly CoverageCell[];
  readonly services: readonly ServiceCoverage[];
  readonly calls: readonly UnansweredCall[];
  /** One statement for all of its refused calls, or null. */
  readonly statement: string | null;
  /** Permission paths that cannot be told because of it. */
  readonly paths: number;
}

export interface Coverage {
  /** `global` first, then the regions of the scan. */
  readonly regions: readonly string[];
  /** Worst first, then by name. */
  readonly rows: readonly CoverageRow[];
  readonly calls: readonly UnansweredCall[];
  readonly asked: number;
  readonly read: number;
  /** Different calls, by account and region, that were not answered. */
  readonly unanswered: number;
  readonly paths: number;
}

/** The coverage of a snapshot. Never throws. */
export function coverageOf(analysis: Analysis): Coverage {
  const { inventory, snapshot } = analysis;
  const calls = unansweredCalls(analysis);
  const byAccount = groupBy(calls, (call) => call.accountId);
  const regions = [
    'global',
    ...new Set([
      ...snapshot.regions,
      ...inventory.gaps.map((gap) => gap.region).filter((one) => one !== 'global'),
    ]),
  ].filter((one, place, all) => all.indexOf(one) === place);
  const gaps = groupBy(inventory.gaps, (gap) => gap.account);
  const found = foundIn(inventory);
  const asked = new Set(snapshot.accounts);
  const ids = [...new Set([...snapshot.accounts, ...inventory.accounts.keys(), ...byAccount.keys()])];
  const rows = ids.map((id): CoverageRow => {
    const account = inventory.accounts.get(id);
    const own = byAccount.get(id) ?? [];
    const reading = readingOf(analysis.inventory, asked, id, account, own);
    return {
      id,
      name: account?.name ?? id,
      isProd: isProd(inventory, id),
      place: account?.ouPath.join(' / ') ?? '',
      reading,
      cells: regions.map((region) => cellOf(region, reading, gaps.get(id) ?? [])),
      services: isIn(reading) ? servicesOf(found, id, regions, gaps.get(id) ?? []) : [],
      calls: own,
      statement: statementFor(own),
      paths: countPaths(own),
    };
  });
  return {
    regions,
    rows: sortedBy(rows, (row) => `${READINGS.indexOf(row.reading)} ${row.name} ${row.id}`),
    calls,
    asked: snapshot.accounts.length,
    read: rows.filter((row) => isIn(row.reading)).length,
    unanswered: rows.reduce((sum, row) => sum + row.cells.reduce((n, cell) => n + cell.unanswered, 0), 0),
    paths: countPaths(calls),
  };
}

/** Whether the scan got into the account. Never throws. */
export function isIn(reading: Reading): boolean {
  return reading === 'read' || reading === 'partly';
}

const OUTSIDE = /^(sts|organizations):/;

function readingOf(
  inventory: Inventory,
  asked: ReadonlySet<string>,
  id: string,
  account: Account | undefined,
  calls: readonly UnansweredCall[],
): Reading {
  // A call that was refused inside the account says that the scan was in; the organisation is asked from elsewhere.
  const isInside = inventory.iamReadIn.has(id) || calls.some(({ call }) => !OUTSIDE.test(call));
  if (isInside) return calls.length > 0 ? 'partly' : 'read';
  if (account !== undefined && account.status !== null && account.status !== 'ACTIVE') return 'suspended';
  return asked.has(id) || calls.some(({ call }) => call.startsWith('sts:')) ? 'closed' : 'not-asked';
}

function cellOf(region: string, reading: Reading, gaps: Inventory['gaps']): CoverageCell {
  const here = gaps.filter((gap) => gap.region === region);
  const unanswered = new Set(here.map((gap) => `${gap.source} ${gap.cause}`)).size;
  return { region, reading: isIn(reading) ? (unanswered > 0 ? 'partly' : 'read') : reading, unanswered };
}
