// Which buckets and keys a hat need be asked about, without trying every pair of an organisation.
import type { Judged } from '@/lib/findings/rule';
import { field } from '@/lib/model/fact-index';
import type { Bucket, Key, Role, User } from '@/lib/model/resource';
import type { AccountId } from '@/lib/names/arn';
import { principalSide } from '@/lib/verdict/principal-side';
import { resourcePolicies } from '@/lib/verdict/resource-policies';
import { type LetIn, letInBy, mayTouch } from './may-touch';

interface Indexed {
  readonly store: Bucket | Key;
  /** Null: there is no policy, or it was not read. That one could let in anybody is said of the store, and not of every hat. */
  readonly letIn: LetIn | null;
}

interface StoreIndex {
  /** Those that the account owns, and those whose policy names somebody of it. */
  readonly byAccount: ReadonlyMap<AccountId, ReadonlySet<Indexed>>;
  readonly forEveryone: readonly Indexed[];
  /** Keys by whom a grant of theirs names. */
  readonly granted: ReadonlyMap<string, readonly Key[]>;
}

/** A store, and the actions of those asked that somebody's policies may allow there. */
export interface StoreToAsk {
  readonly store: Bucket | Key;
  readonly actions: readonly string[];
}

/** Stores that the principal's own policies may speak of, of its account or of one whose policy may let it in; and those that name
 *  somebody of their own account in person. Everything that a store gives away by access control lists is left out. Never throws. */
export function storesToAsk(
  judged: Judged,
  principal: Role | User,
  asked: { readonly bucket: readonly string[]; readonly key: readonly string[] },
): readonly StoreToAsk[] {
  const { byAccount, forEveryone, granted } = storeIndex(judged);
  const { identity } = principalSide(judged.inventory, judged.shelf, principal);
  const found = new Map<Bucket | Key, readonly string[]>();
  for (const key of granted.get(principal.arn) ?? []) found.set(key, asked.key);
  for (const { store, letIn } of [...(byAccount.get(principal.account) ?? []), ...forEveryone]) {
    if (found.has(store)) continue;
    const isNamed = store.account === principal.account && letsInByItself(letIn, store.account);
    const actions = isNamed
      ? asked[store.kind]
      : asked[store.kind].filter((action) => mayTouch(identity, [action], store.arn));
    if (actions.length > 0) found.set(store, actions);
  }
  return [...found].map(([store, actions]) => ({ store, actions }));
}

/** Inside one account a policy that names somebody in person lets it in without its own side's word. */
function letsInByItself(letIn: LetIn | null, account: AccountId): boolean {
  return letIn !== null && (letIn.everyone || letIn.inPerson.has(account));
}

function storeIndex(judged: Judged): StoreIndex {
  return judged.shelf.once('index of stores', () => {
    const { buckets, keys } = judged.inventory;
    const byAccount = new Map<AccountId, Set<Indexed>>();
    const forEveryone: Indexed[] = [];
    const granted = new Map<string, Key[]>();
    for (const store of [...buckets.values(), ...keys.values()]) {
      const one = { store, letIn: letInOf(judged, store) };
      for (const account of [store.account, ...(one.letIn?.whole ?? []), ...(one.letIn?.inPerson ?? [])])
        byAccount.set(account, (byAccount.get(account) ?? new Set()).add(one));
      if (one.letIn?.everyone === true) forEveryone.push(one);
    }
    for (const key of keys.values())
      for (const grant of key.grants.kind === 'read' ? key.grants.value : []) {
        const grantee = field(grant, 'GranteePrincipal');
        if (typeof grantee === 'string') granted.set(grantee, [...(granted.get(grantee) ?? []), key]);
      }
    return { byAccount, forEveryone, granted };
  });
}

function letInOf({ inventory, shelf }: Judged, store: Bucket | Key): LetIn | null {
  const policy = resourcePolicies(inventory, shelf, {
    principal: { kind: 'anonymous' },
    action: store.kind === 'bucket' ? 's3:GetObject' : 'kms:Decrypt',
    resource: store.arn,
    resourceAccount: store.account,
    base: {},
    context: {},
    essential: false,
    because: '',
    source: '',
  }).resource?.policy;
  return policy?.kind === 'policy' ? letInBy(policy) : null;
}
