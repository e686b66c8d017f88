// Accounts, regions and collectors, phase by phase.
import type { Caller } from '@/lib/aws/caller';
import { classifyError } from '@/lib/aws/classify-error';
import type { ClientPool, CredentialSource } from '@/lib/aws/client-pool';
import { globalRegion } from '@/lib/aws/partition';
import type { AccountId, Region } from '@/lib/names/arn';
import type { Fact } from '@/lib/snapshot/fact';
import type { Gap } from '@/lib/snapshot/gap';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { openAccount } from './account-session';
import { type Collector, type OpenUnit, UndeclaredCall } from './collector';
import { collectors as allCollectors } from './collectors/index';
import { eachLimited } from './each-limited';
import { organizationAccounts } from './organization-accounts';
import { type PlannedUnit, planPhase } from './plan';
import type { OnProgress } from './progress';
import { ScanLog } from './scan-log';
import { ScanProblem } from './scan-problem';
import type { ScanOptions, ScanRequest } from './scan-request';
import { snapshotId } from './snapshot-id';

/** The run of one scan: it opens accounts, sends collectors through the phases, and gathers what they say. */
export class ScanRun {
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
    await this.#readOrganizationAsManager(open);
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

  /** Asked first from the caller's own account: it manages the organisation, or reading was delegated to it, or neither. */
  async #readOrganization(account = this.caller.account): Promise<void> {
    for (const collector of this.#collectors.filter(({ scope }) => scope === 'organization')) {
      await this.#collect({ collector, account, region: 'global' });
    }
  }

  /** Asked again from the managing account, when that one is read too and the caller's own was not told everything. */
  async #readOrganizationAsManager(open: readonly AccountId[]): Promise<void> {
    const isOfOrganization = ({ source }: Gap) => source.startsWith('organizations:');
    if (!this.#log.gaps().some(isOfOrganization)) return;
    const manager = this.#log.facts().find(({ kind }) => kind === 'organization')?.account;
    if (manager === undefined || manager === this.caller.account || !open.includes(manager)) return;
    this.#log.dropGaps(isOfOrganization);
    await this.#readOrganization(manager);
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
    await collector.collect(open).catch((error: unknown) => open.addGap(faultOf(unit, error)));
    return counts;
  }
}

/** An answer in which a collector lost its way costs its own unit, not the scan of a thousand accounts. */
function faultOf({ collector, account, region }: PlannedUnit, error: unknown): Gap {
  const [first] = collector.calls;
  if (error instanceof UndeclaredCall || first === undefined) throw error;
  const { name: source, permission } = first;
  return {
    source,
    permission,
    account,
    region,
    scope: null,
    cause: 'failed',
    code: classifyError(error).code,
  };
}
