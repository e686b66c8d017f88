// What a unit may look up of what earlier phases found: only what bears on its account, so that nobody holds the whole scan.
import { Recent } from '@/lib/aws/recent';
import type { AccountId } from '@/lib/names/arn';
import type { CallName, Fact } from '@/lib/snapshot/fact';
import type { FactSource } from './fact-source';
import { mentionOfAccount, mentionOfBucket } from './mentions';
import { bucketName } from './pipeline-references';

export interface Known {
  /** The account's own facts; those of others that name the account or a bucket of it; and the event buses of these others. */
  readonly about: (account: AccountId) => Promise<readonly Fact[]>;
  /** Facts of any account that name one of these buckets, or are one of them. */
  readonly naming: (buckets: readonly string[]) => Promise<readonly Fact[]>;
  /** Whether any account has a pipeline. */
  readonly hasPipelines: () => Promise<boolean>;
}

/** A collector, as far as it matters here. */
interface Caller {
  readonly phase: 1 | 2 | 3;
  readonly calls: readonly { readonly name: CallName }[];
}

/** Accounts whose facts are remembered: more than are read side by side. */
const REMEMBERED_ACCOUNTS = 24;

/** Looks up in `source` what phases before this one found, whatever this one has found already. */
export function knownBefore(phase: Caller['phase'], collectors: Iterable<Caller>, source: FactSource): Known {
  if (phase === 1) return knownOf([]);
  const since = callsSince(phase, collectors);
  const before = (facts: readonly Fact[]) => facts.filter((fact) => !since.has(fact.source));
  const earlier: FactSource = {
    ofAccount: (account) => source.ofAccount(account).then(before),
    mentioning: (names) => source.mentioning(names).then(before),
    ofKind: (kind, accounts) => source.ofKind(kind, accounts).then(before),
    isThereAny: source.isThereAny,
  };
  const kept = new Recent<AccountId, Promise<readonly Fact[]>>(REMEMBERED_ACCOUNTS);
  let hasPipelines: Promise<boolean> | undefined;
  return {
    about(account) {
      const facts = kept.get(account, () => bearingOn(account, earlier));
      // What failed is asked again.
      facts.catch(() => kept.forget(account));
      return facts;
    },
    naming: (buckets) => earlier.mentioning(buckets.map(mentionOfBucket)),
    hasPipelines() {
      hasPipelines ??= earlier.isThereAny('pipeline');
      hasPipelines.catch(() => {
        hasPipelines = undefined;
      });
      return hasPipelines;
    },
  };
}

/** These facts and no others, as they are. */
export function knownOf(facts: readonly Fact[]): Known {
  return {
    about: async () => facts,
    naming: async () => facts,
    hasPipelines: async () => facts.some(({ kind }) => kind === 'pipeline'),
  };
}

async function bearingOn(account: AccountId, source: FactSource): Promise<readonly Fact[]> {
  const own = await source.ofAccount(account);
  const names = [mentionOfAccount(account), ...own.flatMap(bucketName).map(mentionOfBucket)];
  const others = (await source.mentioning(names)).filter((fact) => fact.account !== account);
  // Rules pass events on to the buses of the pipelines that they start.
  const fed = others.filter(({ kind }) => kind === 'pipeline').map((fact) => fact.account);
  const buses = fed.length === 0 ? [] : await source.ofKind('event-bus', [...new Set(fed)]);
  return [...new Set([...own, ...others, ...buses.filter((bus) => !others.includes(bus))])];
}

/** Calls that no phase before this one makes. */
function callsSince(phase: Caller['phase'], collectors: Iterable<Caller>): ReadonlySet<CallName> {
  const [before, since] = [new Set<CallName>(), new Set<CallName>()];
  for (const one of collectors)
    for (const { name } of one.calls) (one.phase < phase ? before : since).add(name);
  return new Set([...since].filter((name) => !before.has(name)));
}
