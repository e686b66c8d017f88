// Which accounts the organisation has, and which of them are open.
import { isJsonObject } from '@/lib/base/json';
import type { AccountId, Arn } from '@/lib/names/arn';
import type { Fact } from '@/lib/snapshot/fact';

export interface OrganizationAccount {
  readonly id: AccountId;
  readonly arn: Arn | null;
  /** false: suspended, closed, or not yet opened. */
  readonly isActive: boolean;
}

/** The member accounts in the facts of Organizations; none where it could not be read. Never throws. */
export function organizationAccounts(facts: readonly Fact[]): readonly OrganizationAccount[] {
  return facts.flatMap(({ kind, arn, data }) => {
    if (kind !== 'organization-account' || !isJsonObject(data) || typeof data.Id !== 'string') return [];
    // `State` replaced `Status` in 2025; either may be alone.
    const isActive = (data.State ?? data.Status) === 'ACTIVE';
    return [{ id: data.Id, arn, isActive }];
  });
}
