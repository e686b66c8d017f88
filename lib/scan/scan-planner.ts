// Finds out what a scan is going to read: which accounts open, and which regions each has enabled.
import type { CredentialSource } from '@/lib/aws/credential-source';
import { globalRegion } from '@/lib/aws/partition';
import type { AccountId } from '@/lib/names/arn';
import type { Fact } from '@/lib/snapshot/fact';
import type { Gap } from '@/lib/snapshot/gap';
import { chooseAccounts } from './choose-accounts';
import { collectUnit } from './collect-unit';
import type { Collector } from './collector';
import { eachLimited } from './each-limited';
import { type AccountRegions, accountRegions, mustAskRegions } from './enabled-regions';
import { knownOf } from './known';
import { organizationAccounts } from './organization-accounts';
import { type Place, type PlannedUnit, planPhase } from './plan';
import type { OnProgress } from './progress';
import { checkPartition, checkRoles, whyNoneOpened } from './scan-checks';
import type { Heard, ScanPlan, UnitKey } from './scan-journal';
import { ScanLog } from './scan-log';
import { ScanProblem } from './scan-problem';
import { unitsAtOnce } from './scan-request';
import type { ScanTools } from './scan-tools';

export interface PlannedScan {
  readonly plan: ScanPlan;
  readonly units: Iterable<UnitKey>;
  /** What was said on the way: the organisation, who we are in each account, regions, and accounts that did not open. */
  readonly heard: Heard;
}

/** Asks AWS what there is to be read. @throws ScanProblem when that is nothing */
export function planScan(tools: ScanTools): Promise<PlannedScan> {
  return new ScanPlanner(tools).plan();
}

class ScanPlanner {
  readonly #log = new ScanLog();
  readonly #credentials = new Map<AccountId, CredentialSource>();
  readonly #opened = new Set<AccountId>();
  readonly #collectors: readonly Collector[];
  readonly #tell: OnProgress;

  constructor(readonly tools: ScanTools) {
    this.#collectors = [...tools.collectors.values()];
    this.#tell = tools.tell;
  }

  async plan(): Promise<PlannedScan> {
    const { request, caller } = this.tools;
    const named = request.accounts === 'organization' ? [] : request.accounts;
    checkRoles(request, caller);
    checkPartition(request, caller);
    await this.#open(caller.account, named.includes(caller.account));
    await this.#readOrganization();
    const accounts = await this.#accountsAskedFor();
    const regionsAsked = request.regions.length;
    this.#tell({
      kind: 'started',
      caller: caller.arn,
      accounts: accounts.length,
      regions: regionsAsked > 0 ? regionsAsked : null,
    });
    const open = await this.#openAll(accounts);
    if (open.length === 0) throw new ScanProblem(whyNoneOpened(accounts, caller, this.#log.gaps()));
    await this.#readOrganizationAsManager(open);
    const places = await this.#findPlaces(open);
    const regions = regionsAsked > 0 ? request.regions : places.flatMap((place) => place.regions);
    const plan = {
      caller: caller.account,
      accounts: [...accounts].sort(),
      regions: [...new Set(regions)].sort(),
      places,
    };
    return { plan, units: this.#unitsIn(places), heard: this.#log.heard() };
  }

  /** One after the other: there are dozens for each account. */
  *#unitsIn(places: readonly Place[]): Generator<UnitKey> {
    const names = new Map([...this.tools.collectors].map(([name, collector]) => [collector, name]));
    for (const phase of [1, 2, 3] as const)
      for (const { collector, account, region } of planPhase(phase, this.#collectors, places))
        yield { phase, collector: names.get(collector) ?? collector.service, account, region };
  }

  /** Asked first from the caller's own account: it manages the organisation, or reading was delegated to it, or neither. */
  async #readOrganization(account = this.tools.caller.account): Promise<void> {
    for (const collector of this.#collectors.filter(
      ({ scope, finds }) => scope === 'organization' && finds === undefined,
    )) {
      await this.#collect({ collector, account, region: 'global' });
    }
  }

  /** Asked again from the managing account, when that one is read too and the caller's own was not told everything. */
  async #readOrganizationAsManager(open: readonly AccountId[]): Promise<void> {
    // Tags are asked before, and not again.
    const isOfOrganization = ({ source }: Gap) =>
      source.startsWith('organizations:') && source !== 'organizations:ListTagsForResource';
    if (!this.#log.gaps().some(isOfOrganization)) return;
    const manager = this.#log.facts().find(({ kind }) => kind === 'organization')?.account;
    if (manager === undefined || manager === this.tools.caller.account || !open.includes(manager)) return;
    this.#log.dropGaps(isOfOrganization);
    await this.#readOrganization(manager);
  }

  async #accountsAskedFor(): Promise<readonly AccountId[]> {
    const { accounts, reach } = this.tools.request;
    if (accounts !== 'organization')
      return accounts.length > 0 ? [...new Set(accounts)] : [this.tools.caller.account];
    const members = organizationAccounts(this.#log.facts()).map(({ id }) => id);
    const gap = () => this.#log.gaps().find(({ source }) => source.startsWith('organizations:'));
    if (members.length === 0) {
      throw new ScanProblem(
        `the organisation cannot be read from account ${this.tools.caller.account} (${gap()?.code ?? 'it is in none'}): scan from the management account or a delegated administrator, or name accounts with --account`,
      );
    }
    if (reach === undefined) return members;
    if (reach.tags.length > 0)
      await this.#find('tagged-accounts', this.tools.caller.account, this.#log.facts());
    const chosen = chooseAccounts(this.#log.facts(), reach);
    if (chosen.kind === 'accounts') return chosen.accounts;
    const refused = gap();
    const also = refused === undefined ? '' : ` (${refused.source} was not answered: ${refused.code})`;
    throw new ScanProblem(`${chosen.problem}${also}`);
  }

  async #openAll(accounts: readonly AccountId[]): Promise<AccountId[]> {
    const suspended = new Set(
      organizationAccounts(this.#log.facts()).flatMap(({ id, isActive }) => (isActive ? [] : [id])),
    );
    await eachLimited(accounts, unitsAtOnce(this.tools.request), async (account) => {
      if (suspended.has(account)) return this.#tell({ kind: 'account-skipped', account, why: 'suspended' });
      await this.#open(account, true);
      if (!this.#credentials.has(account))
        this.#tell({ kind: 'account-skipped', account, why: 'role-refused' });
    });
    return accounts.filter((account) => this.#credentials.has(account) && !suspended.has(account));
  }

  /** The regions of each account: those asked for, or those enabled. An account that does not tell is read in those asked for,
   *  or in our own region, and what it did not tell stays a gap. */
  async #findPlaces(accounts: readonly AccountId[]): Promise<readonly Place[]> {
    const asked = this.tools.request.regions;
    const known = new Map<AccountId, AccountRegions>();
    if (mustAskRegions(asked)) {
      await eachLimited(accounts, unitsAtOnce(this.tools.request), async (account) => {
        const regions = accountRegions(await this.#find('enabled-regions', account, []));
        if (regions !== null) known.set(account, regions);
      });
    }
    const places = accounts.map((account) => this.#placeOf(account, known.get(account)));
    if (places.every(({ regions }) => regions.length === 0)) {
      throw new ScanProblem(
        asked.length > 0
          ? `no account has enabled ${asked.join(', ')}: name another region with --region`
          : 'no region to scan, since the accounts do not tell which they have enabled: give --region, or set AWS_REGION or a region in the profile',
      );
    }
    return places;
  }

  #placeOf(account: AccountId, known: AccountRegions | undefined): Place {
    const asked = this.tools.request.regions;
    if (asked.length > 0) {
      for (const region of asked)
        if (known?.optedOut.includes(region)) this.#tell({ kind: 'region-skipped', account, region });
      return { account, regions: asked.filter((region) => !known?.optedOut.includes(region)) };
    }
    if (known !== undefined) return { account, regions: known.enabled };
    this.#tell({ kind: 'regions-unknown', account });
    return { account, regions: this.tools.ownRegion === null ? [] : [this.tools.ownRegion] };
  }

  /** Asks the collectors that find this out, one after the other, until one has the answer; what the earlier ones were refused
   *  is then no gap any more. */
  async #find(
    what: NonNullable<Collector['finds']>,
    account: AccountId,
    known: readonly Fact[],
  ): Promise<readonly Fact[]> {
    const heard: Fact[] = [];
    const gaps: Gap[] = [];
    for (const collector of this.#collectors.filter(({ finds }) => finds === what)) {
      const answer = await this.#collect({ collector, account, region: 'global' }, [...known, ...heard]);
      heard.push(...answer.facts);
      if (answer.facts.length > 0 && answer.gaps.length === 0)
        this.#log.dropGaps((gap) => gaps.includes(gap));
      gaps.push(...answer.gaps);
    }
    return heard;
  }

  /** `isAskedFor` is false for the caller's account when only the organisation is read from it: then it is no fact of the scan. */
  async #open(account: AccountId, isAskedFor: boolean): Promise<void> {
    if (account === this.tools.caller.account && !isAskedFor) {
      this.#credentials.set(account, this.tools.caller.credentials);
      return;
    }
    if (this.#opened.has(account)) return;
    this.#opened.add(account);
    const session = await this.tools.sessions.open(account);
    if (session.kind === 'refused') return this.#log.addGap(session.gap);
    if (session.isWithoutRole) this.#tell({ kind: 'own-credentials', account });
    this.#credentials.set(account, session.credentials);
    const identity = await session.identity();
    if ('kind' in identity) this.#log.addFact(identity);
    else this.#log.addGap(identity);
  }

  async #collect(unit: PlannedUnit, known: readonly Fact[] = []): Promise<Heard> {
    const { caller, pool } = this.tools;
    const heard = await collectUnit(unit, {
      partition: caller.partition,
      homeRegion: globalRegion(caller.partition),
      pool,
      credentials: this.#credentials.get(unit.account) ?? caller.credentials,
      known: knownOf(known),
    });
    this.#log.add(heard);
    return heard;
  }
}
