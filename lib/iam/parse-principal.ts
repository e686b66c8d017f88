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
  const list: Growing = {
    isNegated,
    hasEveryone: value === '*',
    hasEveryAwsPrincipal: false,
    arns: NONE,
    accounts: NONE,
    sessions: NO_SESSIONS,
    services: NONE,
    federated: NONE,
    canonicalUsers: NONE,
    uniqueIds: NONE,
  };
  if (value === '*') return list;
  if (!isJsonObject(value)) return null;
  for (const [kind, written] of Object.entries(value)) {
    const entries: readonly Json[] = Array.isArray(written) ? written : [written];
    if (!KINDS.includes(kind) || !entries.every((entry): entry is string => typeof entry === 'string'))
      return null;
    for (const entry of entries) {
      if (kind === 'Service') list.services = added(list.services, entry.toLowerCase());
      else if (kind === 'Federated') list.federated = added(list.federated, entry);
      else if (kind === 'CanonicalUser') list.canonicalUsers = added(list.canonicalUsers, entry);
      else if (entry === '*') list.hasEveryAwsPrincipal = true;
      else if (ACCOUNT.test(entry)) list.accounts = added(list.accounts, entry);
      else if (UNIQUE_ID.test(entry)) list.uniqueIds = added(list.uniqueIds, entry);
      else addArn(list, entry);
    }
  }
  return list;
}

type Growing = {
  -readonly [Field in keyof PrincipalList]: PrincipalList[Field] extends ReadonlySet<string>
    ? Set<string>
    : PrincipalList[Field];
};

/** Shared by all that name nobody of a kind, and never added to: an organisation has hundreds of thousands of statements. */
const NONE = new Set<string>();
const NO_SESSIONS: PrincipalList['sessions'] = new Map();

function added(names: Set<string>, name: string): Set<string> {
  return names === NONE ? new Set([name]) : names.add(name);
}

function addArn(list: Growing, text: string): void {
  list.arns = added(list.arns, text);
  const arn = parseArn(text);
  if (arn === null) return;
  if (arn.service === 'iam' && arn.resource === 'root')
    list.accounts = added(list.accounts, `${arn.partition}:${arn.account}`);
  const session = /^assumed-role\/([^/]+)\/(.+)$/.exec(arn.resource);
  if (arn.service !== 'sts' || session === null) return;
  const role = sessionKey(arn.partition, arn.account, session[1] ?? '');
  const names = new Set(list.sessions.get(role)).add(session[2] ?? '');
  list.sessions = new Map(list.sessions).set(role, names);
}

/** How the sessions of a role are looked up: a session's ARN carries the role's name without its path. Never throws. */
export function sessionKey(partition: string, account: string, roleName: string): string {
  return `${partition}:${account}:${roleName}`;
}
