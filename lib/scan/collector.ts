// The contract of a collector: what it may ask of one AWS service, and how it tells what it heard.
import { AwsProblem } from '@/lib/aws/aws-problem';
import { classifyError } from '@/lib/aws/classify-error';
import type { ClientConfig } from '@/lib/aws/client-pool';
import { paginate } from '@/lib/aws/paginate';
import { plainJson } from '@/lib/aws/plain-json';
import type { AccountId, Arn, Region } from '@/lib/names/arn';
import type { CallName, Fact } from '@/lib/snapshot/fact';
import type { Gap } from '@/lib/snapshot/gap';
import { gapCause } from './gap-cause';
import type { Known } from './known';

/** An API call and the IAM action that allows it; mostly they are spelled alike. */
export interface Call {
  readonly name: CallName;
  readonly permission: string;
}

export interface TypedCall<Client, In, Out> extends Call {
  readonly send: (client: Client, input: In) => Promise<Out>;
}

/** Declares a call. `permission` is given where AWS spells it differently from the call. */
export function call<Client, In, Out>(
  name: CallName,
  send: (client: Client, input: In) => Promise<Out>,
  permission: string = name,
): TypedCall<Client, In, Out> {
  return { name, permission, send };
}

/** What AWS said; or that it said "there is none"; or that it did not say, which is then already noted as a gap. */
export type Answer<Out> = Out | 'absent' | 'gap';

export interface About {
  /** The resource that the call asks about, where it has an ARN. */
  readonly scope?: Arn;
  /** Where the call goes, when that is not the unit's region. */
  readonly region?: Region;
}

export interface NewFact {
  readonly kind: string;
  readonly source: Call;
  readonly arn: Arn | null;
  readonly data: unknown;
  /** Whose it is, when that is not the unit's account. */
  readonly account?: AccountId;
}

/** The only way in which a collector reaches AWS and the snapshot. */
export interface Asking<Client> extends Unit {
  readonly ask: <In, Out>(what: TypedCall<Client, In, Out>, input: In, about?: About) => Promise<Answer<Out>>;
  /** Every page of a listing; ends early, with a gap, where a page is refused. */
  readonly pages: <In, Out>(
    what: TypedCall<Client, In, Out>,
    input: In,
    next: (output: Out) => In | undefined,
    about?: About,
  ) => AsyncGenerator<Out>;
  readonly note: (fact: NewFact) => void;
}

/** One account and region to be read. */
export interface Unit {
  readonly account: AccountId;
  readonly region: Region | 'global';
  readonly partition: string;
  /** What earlier phases found that bears on the account: what is its own, and what names it or a bucket of it. */
  readonly known: readonly Fact[];
  /** What earlier phases found, in all accounts, that names one of these buckets, or is one. */
  readonly naming: Known['naming'];
  /** Whether earlier phases found a pipeline anywhere. */
  readonly hasPipelines: Known['hasPipelines'];
}

/** A unit with what the scan lends to it: clients, and a place for facts and gaps. */
export interface OpenUnit extends Unit {
  readonly client: <Client>(
    region: Region | 'global',
    service: string,
    create: (c: ClientConfig) => Client,
  ) => Client;
  /** Makes a call, once more where credentials ran out. */
  readonly send: <T>(call: () => Promise<T>) => Promise<T>;
  readonly addFact: (fact: Fact) => void;
  readonly addGap: (gap: Gap) => void;
}

export interface Collector {
  readonly service: string;
  /** Asked once for the organisation, once in each account, or once in each account and region. */
  readonly scope: 'organization' | 'account' | 'region';
  /** A later phase sees the facts of the earlier ones. */
  readonly phase: 1 | 2 | 3;
  /** What a scan has to find out before it can plan. Such a collector is asked when that is unknown, before phase 1,
   *  and never otherwise. */
  readonly finds?: 'enabled-regions' | 'tagged-accounts';
  readonly calls: readonly Call[];
  readonly collect: (unit: OpenUnit) => Promise<void>;
}

export interface CollectorSpec<Client> extends Omit<Collector, 'collect'> {
  readonly client: (config: ClientConfig) => Client;
  readonly collect: (asking: Asking<Client>) => Promise<void>;
}

/** Makes a collector that can make no call but those it declares. */
export function collector<Client>(spec: CollectorSpec<Client>): Collector {
  const { client, collect, ...rest } = spec;
  return { ...rest, collect: (unit) => collect(asking(spec, unit)) };
}

function asking<Client>(spec: CollectorSpec<Client>, unit: OpenUnit): Asking<Client> {
  const { account, region, partition, known, naming, hasPipelines } = unit;

  async function send<In, Out>(what: TypedCall<Client, In, Out>, input: In, about: About): Promise<Out> {
    if (!spec.calls.includes(what)) {
      throw new UndeclaredCall(`invariant broken: ${spec.service} makes the undeclared call ${what.name}`);
    }
    const client = unit.client(about.region ?? region, spec.service, spec.client);
    return unit.send(() => what.send(client, input));
  }

  /** @returns `absent` or `gap` */
  function refused(what: Call, error: unknown, about: About): 'absent' | 'gap' {
    if (error instanceof UndeclaredCall || error instanceof AwsProblem) throw error;
    const { kind, code, layer } = classifyError(error);
    if (kind === 'absent') return 'absent';
    const { name: source, permission } = what;
    unit.addGap({
      source,
      permission,
      account,
      region,
      scope: about.scope ?? null,
      cause: gapCause(kind),
      code,
      ...(layer === undefined ? {} : { layer }),
    });
    return 'gap';
  }

  return {
    account,
    region,
    partition,
    known,
    naming,
    hasPipelines,
    async ask(what, input, about = {}) {
      return send(what, input, about).catch((error: unknown) => refused(what, error, about));
    },
    async *pages(what, input, next, about = {}) {
      try {
        yield* paginate((page) => send(what, page, about), input, next);
      } catch (error) {
        refused(what, error, about);
      }
    },
    note(fact) {
      unit.addFact({
        kind: fact.kind,
        source: fact.source.name,
        account: fact.account ?? account,
        region,
        arn: fact.arn,
        data: plainJson(fact.data),
      });
    },
  };
}

/** A fault in a collector, never an answer of AWS. */
export class UndeclaredCall extends Error {
  override readonly name = 'UndeclaredCall';
}
