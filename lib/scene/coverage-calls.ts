// The calls that AWS did not answer, one line for each call and account, with the statement that cures it and what hangs on it.
import type { Analysis } from '@/lib/analysis/analysis';
import { groupBy } from '@/lib/base/group-by';
import { sortedBy } from '@/lib/base/sort';
import type { Inventory } from '@/lib/model/inventory';
import type { Arn } from '@/lib/names/arn';
import { obstacleOf } from '@/lib/names/denial-layer';
import { actionKey } from './action-trail';
import { accountName } from './naming';
import { pipelineId } from './pipeline-rows';

type Gap = Inventory['gaps'][number];

/** A permission path that cannot be told because of a call. */
export interface HangingPath {
  /** `account.region.name`, as in a URL. */
  readonly pipeline: string;
  readonly name: string;
  /** `stage/action`. */
  readonly action: string;
}

export interface UnansweredCall {
  /** `kms:GetKeyPolicy`. */
  readonly call: string;
  readonly permission: string;
  readonly accountId: string;
  readonly account: string;
  /** Regions in which it was not answered; empty for a global call. */
  readonly regions: readonly string[];
  /** How many resources it was asked about; 0 where the call lists. */
  readonly resources: number;
  /** `refused`, `throttled`, `not supported`, `failed`. */
  readonly happened: string;
  /** AWS's own error code. */
  readonly code: string;
  /** What to do, one sentence. */
  readonly cure: string;
  /** JSON of the statement to add to the read-only role; null where none would help. */
  readonly statement: string | null;
  readonly paths: readonly HangingPath[];
}

const HAPPENED: Readonly<Record<Gap['cause'], string>> = {
  denied: 'refused',
  throttled: 'throttled',
  unsupported: 'not supported',
  failed: 'failed',
};

/** Every unanswered call, those on which most paths hang first. Never throws. */
export function unansweredCalls(analysis: Analysis): readonly UnansweredCall[] {
  const hanging = hangingPaths(analysis);
  const groups = groupBy(analysis.inventory.gaps, (gap) =>
    [gap.account, gap.source, gap.permission, gap.cause, gap.code, gap.layer ?? ''].join(' '),
  );
  const calls = [...groups.values()].flatMap((gaps) => callOf(analysis.inventory, gaps, hanging) ?? []);
  return sortedBy(
    calls,
    (one) => `${String(999_999 - one.paths.length).padStart(6, '0')} ${one.account} ${one.call} ${one.code}`,
  );
}

/** One statement for the read-only role that answers all of these calls; null where none would help. Never throws. */
export function statementFor(calls: readonly UnansweredCall[]): string | null {
  const curable = calls.filter((one) => one.statement !== null);
  return curable.length === 0 ? null : statementOf(curable.map((one) => one.permission));
}

/** How many permission paths cannot be told because of these calls. Never throws. */
export function countPaths(calls: readonly UnansweredCall[]): number {
  return new Set(calls.flatMap((call) => call.paths.map((path) => `${path.pipeline} ${path.action}`))).size;
}

function callOf(
  inventory: Inventory,
  gaps: readonly Gap[],
  hanging: ReadonlyMap<string, readonly HangingPath[]>,
): UnansweredCall | null {
  const [first] = gaps;
  if (first === undefined) return null;
  const account = accountName(inventory, first.account);
  const obstacle = obstacleOf(first.layer);
  const curable = first.cause === 'denied' && first.source !== 'sts:AssumeRole' && obstacle === null;
  const paths = new Map(
    gaps
      .flatMap((gap) => hanging.get(gapKey(gap)) ?? [])
      .map((path) => [`${path.name} ${path.pipeline} ${path.action}`, path]),
  );
  return {
    call: first.source,
    permission: first.permission,
    accountId: first.account,
    account,
    regions: [...new Set(gaps.map((gap) => gap.region))].filter((one) => one !== 'global').sort(),
    resources: new Set(gaps.flatMap((gap) => gap.scope ?? [])).size,
    happened: HAPPENED[first.cause],
    code: first.code,
    cure: cureOf(first, account),
    statement: curable ? statementOf([first.permission]) : null,
    paths: sortedBy([...paths], ([key]) => key).map(([, path]) => path),
  };
}

function cureOf(gap: Gap, account: string): string {
  const obstacle = obstacleOf(gap.layer);
  if (gap.cause === 'denied' && obstacle !== null)
    return `It was refused by ${obstacle.by}, so that no statement in the read-only role helps: ${obstacle.lift}.`;
  if (gap.source === 'sts:AssumeRole')
    return `The scan could not put on its read-only role in ${account}: create the role there, and let it trust the account in which the scan starts.`;
  switch (gap.cause) {
    case 'denied':
      return `Add this statement to the read-only role in ${account}, then scan again.`;
    case 'throttled':
      return 'AWS was asked too fast: scan again, no permission is missing.';
    case 'unsupported':
      return 'AWS does not offer this call there: nothing can be added.';
    case 'failed':
      return 'The call failed, and no permission is missing: scan again.';
  }
}

function statementOf(permissions: readonly string[]): string {
  const actions = [...new Set(permissions)].sort();
  return JSON.stringify(
    { Effect: 'Allow', Action: actions.length === 1 ? actions[0] : actions, Resource: '*' },
    null,
    2,
  );
}

function hangingPaths({ inventory, pipelines }: Analysis): ReadonlyMap<string, readonly HangingPath[]> {
  const hanging = new Map<string, HangingPath[]>();
  for (const judged of pipelines) {
    for (const path of judged.paths) {
      if (path.state !== 'unknown') continue;
      const gaps = path.hops.flatMap((hop) => hop.gaps);
      const one = {
        pipeline: pipelineId(judged.arn),
        name: nameOf(inventory, judged.arn),
        action: actionKey(path),
      };
      for (const key of new Set(gaps.map(gapKey))) hanging.set(key, [...(hanging.get(key) ?? []), one]);
    }
  }
  return hanging;
}

function nameOf(inventory: Inventory, arn: Arn): string {
  return inventory.pipelines.get(arn)?.name ?? arn;
}

function gapKey(gap: Gap): string {
  return [gap.account, gap.region, gap.source, gap.scope ?? '', gap.code].join(' ');
}
