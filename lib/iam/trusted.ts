// Whom a trust policy may let in, read off its Allow statements without looking at anybody.

import type { AssumeAction } from './assume-world';
import { candidateStatements } from './evaluate-policy';
import type { Policy, UnreadPolicy } from './policy';

/** A superset of those whom a trust policy can let in for one action. */
export interface Trusted {
  /** Everyone may be: `*`, NotPrincipal, or something that could not be read. */
  readonly hasEveryone: boolean;
  readonly arns: ReadonlySet<string>;
  /** Whole accounts, by id. */
  readonly accounts: ReadonlySet<string>;
  /** Roles whose sessions are named, as `partition:account:role name`. */
  readonly sessionRoles: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  readonly providers: ReadonlySet<string>;
}

/** Whom the trust policy can let in for the action. Never throws. */
export function trustedBy(trust: Policy | UnreadPolicy, action: AssumeAction): Trusted {
  const trusted = {
    hasEveryone: trust.kind === 'unread',
    arns: new Set<string>(),
    accounts: new Set<string>(),
    sessionRoles: new Set<string>(),
    services: new Set<string>(),
    providers: new Set<string>(),
  };
  if (trust.kind === 'unread') return trusted;
  for (const { effect, principals } of candidateStatements(trust, action)) {
    if (effect === 'Deny') continue;
    if (principals === null || principals.isNegated || principals.canonicalUsers.size > 0) {
      trusted.hasEveryone = true;
      continue;
    }
    trusted.hasEveryone ||=
      principals.hasEveryone || principals.hasEveryAwsPrincipal || principals.uniqueIds.size > 0;
    for (const arn of principals.arns) trusted.arns.add(arn);
    for (const account of principals.accounts)
      trusted.accounts.add(account.slice(account.lastIndexOf(':') + 1));
    for (const role of principals.sessions.keys()) trusted.sessionRoles.add(role);
    for (const service of principals.services) trusted.services.add(service);
    for (const provider of principals.federated) trusted.providers.add(provider);
  }
  return trusted;
}
