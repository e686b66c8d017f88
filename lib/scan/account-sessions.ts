// The sessions of a scan, one in each account, opened when first needed.
import type { Caller } from '@/lib/aws/caller';
import type { ClientPool } from '@/lib/aws/client-pool';
import { globalRegion } from '@/lib/aws/partition';
import { Recent } from '@/lib/aws/recent';
import type { AccountId } from '@/lib/names/arn';
import { type AccountSession, openAccount } from './account-session';
import { roleFor, type ScanRequest } from './scan-request';

/** So many are remembered, so that a thousand accounts take no more memory than these; an account that was not read for so long
 *  that it is not among them any more costs one AssumeRole. */
export const REMEMBERED_SESSIONS = 200;

export class AccountSessions {
  readonly #sessions = new Recent<AccountId, Promise<AccountSession>>(REMEMBERED_SESSIONS);

  constructor(
    readonly request: ScanRequest,
    readonly caller: Caller,
    readonly pool: ClientPool,
  ) {}

  /** The session in the account; while it is remembered, AWS is asked once. */
  open(account: AccountId): Promise<AccountSession> {
    const region = globalRegion(this.caller.partition);
    const role = roleFor(this.request, account);
    return this.#sessions.get(account, () => openAccount(this.pool, this.caller, account, region, role));
  }
}
