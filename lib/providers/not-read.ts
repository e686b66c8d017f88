// Something that no policy decides, and that was not read: then nobody can tell.
import type { Inventory } from '@/lib/model/inventory';
import { type Arn, arnAccount } from '@/lib/names/arn';
import type { StructureFault } from './structure-fault';

interface NotRead {
  readonly rule: string;
  /** `the connection c1`. */
  readonly what: string;
  readonly arn: Arn;
  /** The call that would have told. */
  readonly call: string;
  readonly source: string;
}

/** The fault that leaves the action open, with what was missing in words. Never throws. */
export function notReadFault(
  inventory: Inventory,
  { rule, what, arn, call, source }: NotRead,
): StructureFault {
  const account = arnAccount(arn) ?? '';
  const gap = inventory.gaps.find(
    (one) => one.account === account && one.source === call && (one.scope === arn || one.scope === null),
  );
  const why =
    gap !== undefined
      ? `: ${gap.permission} was refused in ${account}`
      : inventory.iamReadIn.has(account)
        ? ` (${call})`
        : `: account ${account} was not scanned`;
  return { rule, sentence: `${what} was not read${why}`, source, certain: false, leavesOpen: true };
}
