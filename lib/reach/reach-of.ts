// The blast radius: every hat, pipeline, bucket and key that is reached from a role, a user or an account, with the chain that leads there.
import { sortedBy } from '@/lib/base/sort';
import type { Judged } from '@/lib/findings/rule';
import type { AccountId, Arn } from '@/lib/names/arn';
import { type Chain, type ComesTo, comesTo, type WornFrom, wornFrom } from './chains';
import { type PipelineWord, pipelinesWithin } from './pipelines-within';
import { openness, type Passable, type Said, worstOf } from './step';
import { type StoreWord, storesWithin } from './stores-within';

/** Something that can be done from there, by the hat from which it leaves least open. */
export interface Way {
  readonly word: PipelineWord | StoreWord;
  /** The hat that does it: of those that can, the one with the best chain. */
  readonly by: Arn;
  /** How that hat is come by; null where one begins with it. */
  readonly chain: Chain | null;
  readonly said: Said;
  /** The worst of the chain and of what it ends with. */
  readonly verdict: Passable;
}

export interface ReachedThing {
  readonly kind: 'pipeline' | 'bucket' | 'key';
  readonly arn: Arn;
  readonly account: AccountId;
  /** One for each word, in a fixed order of words. */
  readonly ways: readonly Way[];
}

export interface Reach {
  /** Hats that can be come by. */
  readonly worn: readonly WornFrom[];
  readonly things: readonly ReachedThing[];
  /** Hats of which nobody asked what they may do with things: those furthest away, beyond `mostAsked`. */
  readonly notAsked: number;
}

const WORDS: readonly Way['word'][] = [
  'pipeline',
  'action',
  'build',
  'stack',
  'other',
  'rewrites',
  'starts',
  'reads',
  'writes',
  'decrypts',
  'encrypts',
];

/** What is reached by whoever is one of `starts`: ARNs of roles and users, names of services, ARNs of identity providers, ids of accounts
 *  that were not scanned. The nearest `mostAsked` wearers are asked what they may do with pipelines, buckets and keys. Never throws. */
export function reachOf(
  judged: Judged,
  starts: readonly string[],
  mostAsked: number = Number.POSITIVE_INFINITY,
): Reach {
  const worn = wornFrom(judged, starts);
  const { roles, users } = judged.inventory;
  const things = new Map<
    Arn,
    { kind: ReachedThing['kind']; account: AccountId; ways: Map<Way['word'], Way> }
  >();
  const note = (kind: ReachedThing['kind'], arn: Arn, account: AccountId, way: Way): void => {
    const thing = things.get(arn) ?? { kind, account, ways: new Map<Way['word'], Way>() };
    things.set(arn, thing);
    const best = thing.ways.get(way.word);
    if (best === undefined || openness(way.verdict) < openness(best.verdict)) thing.ways.set(way.word, way);
  };
  const wearers = [
    ...starts.map((arn) => ({ arn, chain: null })),
    ...worn.map(({ role, chain }) => ({ arn: role, chain })),
  ];
  for (const { arn: by, chain } of wearers.slice(0, mostAsked)) {
    const principal = roles.get(by) ?? users.get(by);
    if (principal === undefined) continue;
    for (const { pipeline, word, said } of pipelinesWithin(judged, principal)) {
      const account = judged.inventory.pipelines.get(pipeline)?.account ?? principal.account;
      note('pipeline', pipeline, account, { word, by, chain, said, verdict: whole(chain, said) });
    }
    for (const { store, word, said } of storesWithin(judged, principal))
      note(store.kind, store.arn, store.account, { word, by, chain, said, verdict: whole(chain, said) });
  }
  return {
    worn,
    notAsked: Math.max(0, wearers.length - mostAsked),
    things: sortedBy(
      [...things].map(([arn, { kind, account, ways }]) => ({
        kind,
        arn,
        account,
        ways: WORDS.flatMap((word) => ways.get(word) ?? []),
      })),
      (one) => `${one.kind === 'pipeline' ? 0 : one.kind === 'bucket' ? 1 : 2} ${one.arn}`,
    ),
  };
}

function whole(chain: Chain | null, said: Said): Passable {
  return worstOf(chain === null ? [said.verdict] : [chain.verdict, said.verdict]);
}

/** The roles and users of an account: whoever is in it may begin with any of them. Never throws. */
export function insidersOf({ inventory }: Judged, account: AccountId): readonly Arn[] {
  return [...inventory.roles.values(), ...inventory.users.values()]
    .filter((one) => one.account === account && !one.path.startsWith('/aws-service-role/'))
    .map((one) => one.arn)
    .sort();
}

/** Everybody of elsewhere who can come to wear a hat of the account, each by its best chain. Never throws. */
export function comesToAccount(judged: Judged, account: AccountId): readonly ComesTo[] {
  const roles = insidersOf(judged, account).filter((arn) => judged.inventory.roles.has(arn));
  return comesTo(judged, roles).filter(({ being }) => being.account !== account && being.kind !== 'service');
}
