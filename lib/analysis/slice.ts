// From one pipeline: the closed set of facts that its judgement and its pictures hang on.
import type { Json } from '@/lib/base/json';
import type { Finding } from '@/lib/findings/finding';
import type { Inventory } from '@/lib/model/inventory';
import { type Arn, arnAccount } from '@/lib/names/arn';
import type { Fact } from '@/lib/snapshot/fact';
import type { Gap } from '@/lib/snapshot/gap';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import type { JudgedPipeline } from '@/lib/verdict/judgement';
import type { FactLookup } from './fact-lookup';

export interface Slice {
  readonly pipeline: Arn;
  /** In no order. */
  readonly facts: ReadonlySet<Fact>;
  /** The accounts of which gaps count. */
  readonly accounts: readonly string[];
  /** The findings that speak of the pipeline, or of a thing on its way; most severe first. */
  readonly findings: readonly Finding[];
}

export interface SliceSource {
  readonly facts: FactLookup;
  readonly inventory: Inventory;
  /** Findings by pipeline and by subject. */
  readonly findings: readonly Finding[];
  /** Gaps by what was asked about. */
  readonly gapsAbout: ReadonlyMap<Arn | null, readonly Gap[]>;
  /** The accounts that speak for the organisation: the managing one, and where its calls were refused. */
  readonly speakers: readonly string[];
  /** By account: roles that somebody outside the scan may put on, whom the map of accounts shows. */
  readonly openRoles: ReadonlyMap<string, readonly Arn[]>;
}

/** Facts that name others without which they cannot be read whole: a connection its host, a service its task definition. */
const NAMING = /^(connection|container-service|deployment-group|event-rule-targets|cluster|stack)$/;

/** `names`: what was looked up while it was judged. The pipeline judged on these facts, with the gaps of these accounts, is judged
 *  as on the whole snapshot. Never throws. */
export function sliceOf(source: SliceSource, judged: JudgedPipeline, names: ReadonlySet<string>): Slice {
  const { facts } = source;
  const wanted = new Set<string>([judged.arn, ...names, ...arnsIn([judged.nodes, pathsOf(judged)])]);
  const findings = source.findings.filter(
    ({ pipelines, subject }) => pipelines.includes(judged.arn) || wanted.has(subject),
  );
  const found = new Set<Fact>(facts.ofOrganization);
  const accounts = new Set<string>([...source.speakers, arnAccount(judged.arn) ?? '']);
  for (const { path } of judged.paths) accounts.add(path.account);
  for (const account of [...accounts]) for (const arn of source.openRoles.get(account) ?? []) wanted.add(arn);
  // What is added on the way is walked over too.
  for (const name of wanted) {
    if (/^\d{12}$/.test(name)) accounts.add(name);
    for (const gap of source.gapsAbout.get(name) ?? []) accounts.add(gap.account);
    const account = arnAccount(name);
    if (account !== null) accounts.add(account);
    const about = facts.about(name);
    if (about.length === 0 && name.includes(':role/'))
      for (const { arn } of facts.namesakes(name)) if (arn !== null) wanted.add(arn);
    for (const fact of about) {
      found.add(fact);
      for (const one of hangingOn(source, fact)) wanted.add(one);
      for (const one of facts.accountsIn(fact)) accounts.add(one);
    }
  }
  for (const { account, reach } of findings) {
    accounts.add(account);
    for (const arn of reach?.can ?? []) accounts.add(arnAccount(arn) ?? '');
  }
  for (const account of accounts) for (const fact of facts.ofAccount(account)) found.add(fact);
  return { pipeline: judged.arn, facts: found, accounts: [...accounts].sort(), findings };
}

/** The snapshot as it would be were there nothing but the slice. Never throws. */
export function cutTo(snapshot: Snapshot, { facts, accounts }: Slice): Snapshot {
  const own = new Set(accounts);
  return {
    ...snapshot,
    facts: snapshot.facts.filter((fact) => facts.has(fact)),
    gaps: snapshot.gaps.filter(({ account }) => own.has(account)),
  };
}

/** The names of what a thing cannot be read without. */
function hangingOn({ facts, inventory }: SliceSource, { kind, arn, data }: Fact): readonly string[] {
  if (arn === null) return [];
  const role = kind === 'iam-role' ? inventory.roles.get(arn) : undefined;
  if (role !== undefined) return [...role.attached, role.boundary ?? '', ...providersIn(role.trust)];
  const user = kind === 'iam-user' ? inventory.users.get(arn) : undefined;
  if (user !== undefined) {
    const groups = facts.groups(user.account, user.groups).flatMap((one) => one.arn ?? []);
    return [...user.attached, user.boundary ?? '', ...groups];
  }
  if (kind === 'iam-group') return inventory.groups.get(arn)?.attached ?? [];
  if (kind.startsWith('key')) return facts.aliasesOf(arn).flatMap((one) => one.arn ?? []);
  return NAMING.test(kind) ? arnsIn([data]) : [];
}

function providersIn(trust: Json): readonly Arn[] {
  return arnsIn([trust]).filter((arn) => /:(oidc|saml)-provider\//.test(arn));
}

/** What the paths say of themselves, without the answers, which are long. */
function pathsOf({ paths }: JudgedPipeline): readonly unknown[] {
  return paths.map(({ path, hops }) => [path, hops.map(({ needs }) => needs.map(({ gaps }) => gaps))]);
}

/** Every ARN in these values; of an object in a bucket, the bucket too. */
function arnsIn(values: readonly unknown[]): readonly Arn[] {
  const arns = new Set(JSON.stringify(values).match(/arn:[^\s"\\,;`]+/g) ?? []);
  for (const arn of [...arns]) {
    if (!arn.includes(':s3:::')) continue;
    const slash = arn.indexOf('/');
    if (slash > 0) arns.add(arn.slice(0, slash));
  }
  return [...arns];
}
