// One scan, from credentials to snapshot: accounts, regions and collectors, phase by phase.
import { randomBytes } from 'node:crypto';
import { AwsProblem, type Caller, findCaller } from '@/lib/aws/caller';
import { ClientPool, type CredentialSource } from '@/lib/aws/client-pool';
import { defaultRegion } from '@/lib/aws/default-region';
import { globalRegion } from '@/lib/aws/partition';
import { isJsonObject } from '@/lib/base/json';
import type { AccountId, Region } from '@/lib/names/arn';
import type { Fact } from '@/lib/snapshot/fact';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { openAccount, type RoleOptions } from './account-session';
import type { Collector, OpenUnit } from './collector';
import { collectors as allCollectors } from './collectors/index';
import { eachLimited } from './each-limited';
import { type PlannedUnit, planPhase } from './plan';
import type { OnProgress } from './progress';
import { ScanLog } from './scan-log';
import { ScanProblem } from './scan-problem';

export interface ScanRequest extends RoleOptions {
  readonly profile?: string | undefined;
  /** The accounts to read; `organization` for all active ones; none: the caller's own. */
  readonly accounts: readonly AccountId[] | 'organization';
  readonly regions: readonly Region[];
  /** How many units are read at the same time. */
  readonly concurrency: number;
}

export interface ScanOptions {
  readonly env: { readonly [name: string]: string | undefined };
  readonly now: () => Date;
  readonly onProgress?: OnProgress;
  readonly collectors?: readonly Collector[];
}

/** Reads what was asked for. What AWS refuses becomes a gap and the scan goes on.
 *  @throws ScanProblem when it cannot begin: no region, no credentials or refused ones, nobody answers, no account opens */
export async function runScan(request: ScanRequest, options: ScanOptions): Promise<Snapshot> {
  const began = options.now();
  const regions = await regionsOf(request, options);
  const caller = await findCaller(options.env, regions[0], request.profile).catch((error: unknown) => {
    throw error instanceof AwsProblem ? new ScanProblem(error.message) : error;
  });
  const pool = new ClientPool(options.env);
  try {
    return await new ScanRun({ ...request, regions }, options, caller, pool, began).run();
  } finally {
    pool.close();
  }
}

async function regionsOf(
  { regions, profile }: ScanRequest,
  { env }: ScanOptions,
): Promise<readonly [Region, ...Region[]]> {
  const [first, ...others] = regions;
  if (first !== undefined) return [first, ...others];
  const only = await defaultRegion(env, profile);
  if (only === null) {
    throw new ScanProblem('no region to scan: give --region, or set AWS_REGION or a region in the profile');
  }
  return [only];
}

class ScanRun {
  readonly #log = new ScanLog();
  readonly #credentials = new Map<AccountId, CredentialSource>();
  readonly #opened = new Set<AccountId>();
  readonly #collectors: readonly Collector[];
  readonly #tell: OnProgress;
  readonly #homeRegion: Region;

  constructor(
    readonly request: ScanRequest,
    readonly options: ScanOptions,
    readonly caller: Caller,
    readonly pool: ClientPool,
    readonly began: Date,
  ) {
    this.#collectors = options.collectors ?? allCollectors;
    this.#tell = options.onProgress ?? (() => {});
    this.#homeRegion = globalRegion(caller.partition);
  }

  async run(): Promise<Snapshot> {
    const { regions } = this.request;
    const named = this.request.accounts === 'organization' ? [] : this.request.accounts;
    this.#checkRole(named);
    await this.#open(this.caller.account, named.includes(this.caller.account));
    await this.#readOrganization();
    const accounts = this.#accountsAskedFor();
    this.#tell({
      kind: 'started',
      caller: this.caller.arn,
      accounts: accounts.length,
      regions: regions.length,
    });
    const open = await this.#openAll(accounts);
    if (open.length === 0) throw new ScanProblem(this.#whyNoneOpened(accounts));
    for (const phase of [1, 2, 3] as const) {
      await this.#runPhase(phase, planPhase(phase, this.#collectors, open, regions));
    }
    return {
      version: 1,
      id: snapshotId(this.began),
      takenAt: this.began.toISOString(),
      accounts: [...accounts].sort(),
      regions: [...regions].sort(),
      facts: this.#log.facts(),
      gaps: this.#log.gaps(),
    };
  }

  #checkRole(named: readonly AccountId[]): void {
    const foreign = named.find((account) => account !== this.caller.account);
    if (foreign === undefined || this.request.roleName !== undefined) return;
    throw new ScanProblem(
      `these credentials are of account ${this.caller.account}, not ${foreign}: name the role to put on there with --role-name`,
    );
  }

  #whyNoneOpened(accounts: readonly AccountId[]): string {
    const gap = this.#log.gaps().find(({ source }) => source === 'sts:AssumeRole');
    const many =
      accounts.length === 1 ? `account ${accounts[0]} cannot be read` : 'none of the accounts can be read';
    if (gap === undefined) return `${many}: it is suspended`;
    return `${many}: \`${this.caller.arn}\` cannot put on \`${gap.scope}\` (${gap.code}): check the role's name, its trust policy and the external id`;
  }

  /** The organisation is read from the caller's own account: the managing one, or one to which reading was delegated. */
  async #readOrganization(): Promise<void> {
    const { account } = this.caller;
    for (const collector of this.#collectors.filter(({ scope }) => scope === 'organization')) {
      await this.#collect({ collector, account, region: 'global' });
    }
  }

  #accountsAskedFor(): readonly AccountId[] {
    const { accounts } = this.request;
    if (accounts !== 'organization')
      return accounts.length > 0 ? [...new Set(accounts)] : [this.caller.account];
    const members = organizationAccounts(this.#log.facts()).map(({ id }) => id);
    return members.length > 0 ? members : [this.caller.account];
  }

  async #openAll(accounts: readonly AccountId[]): Promise<AccountId[]> {
    const suspended = new Set(
      organizationAccounts(this.#log.facts()).flatMap(({ id, isActive }) => (isActive ? [] : [id])),
    );
    await eachLimited(accounts, this.request.concurrency, async (account) => {
      if (suspended.has(account)) return this.#tell({ kind: 'account-skipped', account, why: 'suspended' });
      await this.#open(account, true);
      if (!this.#credentials.has(account))
        this.#tell({ kind: 'account-skipped', account, why: 'role-refused' });
    });
    return accounts.filter((account) => this.#credentials.has(account) && !suspended.has(account));
  }

  /** `isAskedFor` is false for the caller's account when only the organisation is read from it: then it is no fact of the scan. */
  async #open(account: AccountId, isAskedFor: boolean): Promise<void> {
    if (account === this.caller.account && !isAskedFor) {
      this.#credentials.set(account, this.caller.credentials);
      return;
    }
    if (this.#opened.has(account)) return;
    this.#opened.add(account);
    const session = await openAccount(this.pool, this.caller, account, this.#homeRegion, this.request);
    if (session.kind === 'refused') return this.#log.addGap(session.gap);
    if (session.isWithoutRole) this.#tell({ kind: 'own-credentials', account });
    this.#credentials.set(account, session.credentials);
    if ('kind' in session.identity) this.#log.addFact(session.identity);
    else this.#log.addGap(session.identity);
  }

  async #runPhase(phase: 1 | 2 | 3, units: readonly PlannedUnit[]): Promise<void> {
    this.#tell({ kind: 'phase-started', phase, units: units.length });
    const known = this.#log.facts();
    let done = 0;
    await eachLimited(units, this.request.concurrency, async (unit) => {
      const counts = await this.#collect(unit, known);
      done += 1;
      const { collector, account, region } = unit;
      const place = { service: collector.service, account, region };
      this.#tell({ kind: 'unit-done', ...place, ...counts, done, units: units.length });
    });
  }

  async #collect(unit: PlannedUnit, known: readonly Fact[] = []): Promise<{ facts: number; gaps: number }> {
    const { collector, account, region } = unit;
    const counts = { facts: 0, gaps: 0 };
    const open: OpenUnit = {
      account,
      region,
      partition: this.caller.partition,
      known,
      client: (at, service, create) => {
        const place = { account, region: at === 'global' ? this.#homeRegion : at, service };
        return this.pool.client(place, this.#credentials.get(account) ?? this.caller.credentials, create);
      },
      addFact: (fact) => {
        counts.facts += 1;
        this.#log.addFact(fact);
      },
      addGap: (gap) => {
        counts.gaps += 1;
        this.#log.addGap(gap);
      },
    };
    await collector.collect(open);
    return counts;
  }
}

function organizationAccounts(facts: readonly Fact[]): { id: AccountId; isActive: boolean }[] {
  return facts.flatMap(({ kind, data }) => {
    if (kind !== 'organization-account' || !isJsonObject(data) || typeof data.Id !== 'string') return [];
    // `State` replaced `Status` in 2025; either may be alone.
    const isActive = (data.State ?? data.Status) === 'ACTIVE';
    return [{ id: data.Id, isActive }];
  });
}

/** `2026-11-24T04-06-00Z-1f3a`: sorts by time, fits a file name. */
function snapshotId(began: Date): string {
  const time = began.toISOString().slice(0, 19).replaceAll(':', '-');
  return `${time}Z-${randomBytes(2).toString('hex')}`;
}
