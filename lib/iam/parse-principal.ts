// Reads a Principal element: who is named, and how strongly.
import { isJsonObject, type Json } from '@/lib/base/json';
import { parseArn } from '@/lib/names/arn';
import type { PrincipalList } from './statement';

const ACCOUNT = /^\d{12}$/;
const UNIQUE_ID = /^A[A-Z]{2}A[A-Z0-9]{8,}$/;
const KINDS: readonly string[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

/** Everyone a Principal or NotPrincipal names; null when it cannot be read. Entries that AWS does not allow (a wildcard inside
 *  an ARN, a group) are kept and match nobody. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html (read 2026-11-24) */
export function parsePrincipals(value: Json | undefined, isNegated: boolean): PrincipalList | null {
  const list = {
    isNegated,
    hasEveryone: value === '*',
    hasEveryAwsPrincipal: false,
    arns: new Set<string>(),
    accounts: new Set<string>(),
    sessions: new Map<string, Set<string>>(),
    services: new Set<string>(),
    federated: new Set<string>(),
    canonicalUsers: new Set<string>(),
    uniqueIds: new Set<string>(),
  };
  if (value === '*') return list;
  if (!isJsonObject(value)) return null;
  for (const [kind, written] of Object.entries(value)) {
    const entries: readonly Json[] = Array.isArray(written) ? written : [written];
    if (!KINDS.includes(kind) || !entries.every((entry): entry is string => typeof entry === 'string'))
      return null;
    for (const entry of entries) {
      if (kind === 'Service') list.services.add(entry.toLowerCase());
      else if (kind === 'Federated') list.federated.add(entry);
      else if (kind === 'CanonicalUser') list.canonicalUsers.add(entry);
      else if (entry === '*') list.hasEveryAwsPrincipal = true;
      else if (ACCOUNT.test(entry)) list.accounts.add(entry);
      else if (UNIQUE_ID.test(entry)) list.uniqueIds.add(entry);
      else addArn(list, entry);
    }
  }
  return list;
}

function addArn(
  list: { arns: Set<string>; accounts: Set<string>; sessions: Map<string, Set<string>> },
  text: string,
): void {
  list.arns.add(text);
  const arn = parseArn(text);
  if (arn === null) return;
  if (arn.service === 'iam' && arn.resource === 'root') list.accounts.add(`${arn.partition}:${arn.account}`);
  const session = /^assumed-role\/([^/]+)\/(.+)$/.exec(arn.resource);
  if (arn.service !== 'sts' || session === null) return;
  const role = sessionKey(arn.partition, arn.account, session[1] ?? '');
  list.sessions.set(role, (list.sessions.get(role) ?? new Set()).add(session[2] ?? ''));
}

/** How the sessions of a role are looked up: a session's ARN carries the role's name without its path. Never throws. */
export function sessionKey(partition: string, account: string, roleName: string): string {
  return `${partition}:${account}:${roleName}`;
}
