// Whether a thing that is not there was looked for: only then is it gone.
import type { Analysis } from '@/lib/analysis/analysis';
import { groupBy } from '@/lib/base/group-by';
import { type Arn, arnAccount, parseArn } from '@/lib/names/arn';
import type { Gap } from '@/lib/snapshot/gap';
import type { Table } from './tables';

/** `absent`: it was looked for and is not there. `unread`: nobody looked, or the call was refused. */
export type WhereNot = (table: Table, arn: Arn) => 'absent' | 'unread';

/** Tells what it means that a thing is not in the table of that name. Services other than IAM and CodePipeline are asked only for what a
 *  pipeline names, so what is missing there is absent only where AWS said so. Never throws. */
export function whereNotIn({ inventory, snapshot }: Analysis): WhereNot {
  const gapsOf = groupBy(inventory.gaps, ({ account }) => account);
  const accounts = new Set(snapshot.accounts);
  return (table, arn) => {
    if (inventory.absent.has(arn)) return 'absent';
    const account = arnAccount(arn);
    if (account === null) return 'unread';
    const refused = (concerns: (gap: Gap) => boolean) => (gapsOf.get(account) ?? []).some(concerns);
    const ofIt = ({ scope }: Gap) => scope === null || scope === arn;
    if (table.isIam === true) {
      const isRefused =
        table.name === 'identityProviders' &&
        refused((gap) => /^iam:\w*Provider/.test(gap.source) && ofIt(gap));
      return inventory.iamReadIn.has(account) && !isRefused ? 'absent' : 'unread';
    }
    if (table.name !== 'pipelines') return 'unread';
    const region = parseArn(arn)?.region ?? '';
    const isRefused = refused(
      (gap) =>
        gap.source === 'sts:AssumeRole' ||
        (gap.region === region && LISTS_PIPELINES.has(gap.source) && ofIt(gap)),
    );
    return accounts.has(account) && snapshot.regions.includes(region) && !isRefused ? 'absent' : 'unread';
  };
}

const LISTS_PIPELINES: ReadonlySet<string> = new Set([
  'codepipeline:ListPipelines',
  'codepipeline:GetPipeline',
]);
