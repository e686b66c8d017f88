// Which accounts a trust policy names as a whole.
import { isJsonObject, type Json, type JsonObject } from '@/lib/base/json';
import type { AccountId } from '@/lib/names/arn';

/** Accounts named by their root ARN or by their bare id in some Allow statement. Sorted. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts (read 2026-11-24) */
export function trustedAccounts(trust: Json): readonly AccountId[] {
  const accounts = new Set<AccountId>();
  for (const entry of allowedPrincipals(trust)) {
    const id = /^(?:arn:[^:]+:iam::)?(\d{12})(?::root)?$/.exec(entry)?.[1];
    if (id !== undefined) accounts.add(id);
  }
  return [...accounts].sort();
}

/** Whether some Allow statement names everybody. Never throws. */
export function trustsAnyone(trust: Json): boolean {
  return allowedPrincipals(trust).includes('*');
}

function allowedPrincipals(trust: Json): readonly string[] {
  const statements = isJsonObject(trust) ? listOf((trust as JsonObject).Statement) : [];
  return statements.flatMap((statement) => {
    if (!isJsonObject(statement) || statement.Effect !== 'Allow') return [];
    const principal = statement.Principal as Json | undefined;
    const named = isJsonObject(principal) ? listOf((principal as JsonObject).AWS) : listOf(principal);
    return named.filter((one) => typeof one === 'string');
  });
}

function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
