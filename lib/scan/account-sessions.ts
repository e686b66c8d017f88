// The sessions of a scan, one in each account, opened when first needed.
import type { Caller } from '@/lib/aws/caller';
import type { ClientPool } from '@/lib/aws/client-pool';
import { globalRegion } from '@/lib/aws/partition';
import type { AccountId } from '@/lib/names/arn';
import { type AccountSession, openAccount } from './account-session';
import { roleFor, type ScanRequest } from './scan-request';

export class AccountSessions {
  readonly #sessions = new Map<AccountId, Promise<AccountSession>>();

  constructor(
    readonly request: ScanRequest,
    readonly caller: Caller,
    readonly pool: ClientPool,
  ) {}

  /** The session in the account; AWS is asked once. */
  open(account: AccountId): Promise<AccountSession> {
    const region = globalRegion(this.caller.partition);
    const role = roleFor(this.request, account);
    const session = this.#sessions.get(account) ?? openAccount(this.pool, this.caller, account, region, role);
    this.#sessions.set(account, session);
    return session;
  }
}
