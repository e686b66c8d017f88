// What a scan was asked for, by flags, environment and file, checked once, here.
import type { AccountId, Arn, Region } from '@/lib/names/arn';
import { withAccountRoles } from './account-roles';
import { mistakeIn } from './check-option';
import { environmentLayer } from './environment-layer';
import { type Given, type Layer, listOf, type RoleOverrides } from './layer';
import { readConfigFile } from './read-config-file';
import { REACH_KEYS, SCAN_OPTIONS, variableOf } from './scan-option-table';
import { readSchedule, type Schedule } from './schedule';
import { ACCOUNT, REGION, TAG, UNIT } from './shapes';

export interface ScanOptions {
  readonly profile: string | undefined;
  readonly roleName: string | undefined;
  readonly externalId: string | undefined;
  readonly sessionName: string;
  readonly accounts: readonly AccountId[] | 'organization';
  /** Which accounts of the organisation; undefined: all of them, or there is none. */
  readonly reach: Reach | undefined;
  readonly overrides: RoleOverrides;
  readonly initialRole: { readonly arn: Arn; readonly externalId: string | undefined } | undefined;
  /** Empty: those that each account has enabled. */
  readonly regions: readonly Region[];
  /** How many calls are on the way at the same time. */
  readonly concurrency: number;
  readonly out: string | undefined;
  /** Which older snapshots a scan leaves in the store; neither: all. */
  readonly retention: { readonly keep: number | undefined; readonly days: number | undefined };
  /** Addresses that are told when pipelines turn for the worse; none: nobody is. */
  readonly webhooks: readonly string[];
  /** When the dashboard scans by itself; undefined: never. */
  readonly schedule: Schedule | undefined;
  /** The command line leaves the reading to workers. */
  readonly isByWorkers: boolean;
  readonly isDryRun: boolean;
}

export interface Reach {
  readonly ous: readonly string[];
  readonly tags: readonly { readonly key: string; readonly value: string }[];
  readonly include: readonly AccountId[];
  readonly exclude: readonly AccountId[];
}

export type ParsedScanOptions =
  | { readonly kind: 'options'; readonly options: ScanOptions }
  | { readonly kind: 'problem'; readonly problem: string };

type RawValues = {
  readonly [option: string]: string | boolean | readonly (string | boolean)[] | undefined;
};

/** The options from all three places: a flag wins over the environment, the environment over the file. Never throws. */
export function readScanOptions(
  values: RawValues,
  rest: readonly string[],
  env: { readonly [name: string]: string | undefined },
): ParsedScanOptions {
  const environment = environmentLayer(env);
  if (environment.kind === 'problem') return environment;
  const named = typeof values.config === 'string' ? values.config : env.HATSTACK_CONFIG || undefined;
  const file = readConfigFile(named);
  if (file.kind === 'problem') return file;
  return parseScanOptions(values, rest, [environment.layer, file.layer], file.overrides);
}

/** The options, or the first mistake in them as one line. `rest` are words that belong to no option: a list such as
 *  `--region a b` leaves `b` there, and its shape tells where it belongs. `lower` are further places, the stronger first.
 *  Never throws. */
export function parseScanOptions(
  values: RawValues,
  rest: readonly string[],
  lower: readonly Layer[] = [],
  overrides: RoleOverrides = new Map(),
): ParsedScanOptions {
  const flags = flagLayer(values, rest);
  if (typeof flags === 'string') return problem(flags);
  const layers = [flags, ...lower];
  for (const layer of layers) {
    const [whole, named] = [layer.get('organization'), layer.get('accounts')];
    if (isOn(whole) && named !== undefined && named.values.length > 0)
      return problem(
        `${named.place}${whole.name} and ${named.name} exclude each other: take the whole organisation, or name its accounts`,
      );
  }
  const given = merged(layers);
  const mistake = SCAN_OPTIONS.map(({ key }) => mistakeIn(key, given.get(key))).find((one) => one !== null);
  if (mistake) return problem(mistake);
  const options = optionsOf(given, overrides);
  const clash = clashIn(options, given);
  return clash === null ? { kind: 'options', options } : problem(clash);
}

/** The shape by which a word is told that goes on with a list. */
const SHAPES: { readonly [key: string]: RegExp } = {
  accounts: ACCOUNT,
  include: ACCOUNT,
  exclude: ACCOUNT,
  regions: REGION,
  ous: UNIT,
  tags: TAG,
};

/** What the command line gives; or which of its words cannot be placed. */
function flagLayer(values: RawValues, rest: readonly string[]): Layer | string {
  const layer = new Map<string, Given>();
  for (const { key, flag, kind } of SCAN_OPTIONS) {
    const value = values[flag];
    const all = (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);
    const isList = kind === 'list' || kind === 'pairs';
    const list = isList ? listOf(all) : all.filter((text) => text !== '');
    if (list.length > 0) layer.set(key, { values: [...new Set(list)], place: '', name: `--${flag}` });
  }
  for (const word of rest) {
    const lists = [...layer].filter(([key]) => SHAPES[key]?.test(word));
    const [only, another] = lists;
    if (only === undefined) return `\`${word}\` belongs to no option: \`hatstack scan --help\` lists them`;
    if (another !== undefined)
      return `\`${word}\` may belong to ${lists.map(([, { name }]) => name).join(' or ')}: put commas into the lists`;
    const [key, given] = only;
    layer.set(key, { ...given, values: [...new Set([...given.values, word])] });
  }
  return layer;
}

/** The strongest word on each option. Which accounts are read is one question: who names accounts overrules a weaker
 *  place that asks for the organisation, or for a part of it, and the other way round. */
function merged(layers: readonly Layer[]): Layer {
  const all = new Map<string, Given>();
  for (const layer of layers) {
    const isNamed = all.has('accounts') || all.get('organization')?.values[0] === 'false';
    const isWhole = isOn(all.get('organization'));
    for (const [key, given] of layer) {
      const isOfOrganization = key === 'organization' || REACH_KEYS.some((one) => one === key);
      const isOverruled = (isNamed && isOfOrganization) || (isWhole && key === 'accounts');
      if (!all.has(key) && !isOverruled) all.set(key, given);
    }
  }
  return all;
}

function optionsOf(given: Layer, overrides: RoleOverrides): ScanOptions {
  const text = (key: string) => given.get(key)?.values[0];
  const count = (key: string) => (given.has(key) ? Number(text(key)) : undefined);
  const list = (key: string) => [...new Set(given.get(key)?.values ?? [])];
  const arn = text('initial-role');
  const isReachGiven = REACH_KEYS.some((key) => given.has(key));
  const reach = {
    ous: list('ous'),
    tags: list('tags').map(tagOf),
    include: list('include'),
    exclude: list('exclude'),
  };
  return {
    profile: text('profile'),
    roleName: text('role-name'),
    externalId: text('external-id'),
    sessionName: text('session-name') ?? 'hatstack',
    accounts: isOn(given.get('organization')) ? 'organization' : list('accounts'),
    reach: isReachGiven ? reach : undefined,
    overrides: withAccountRoles(overrides, given),
    initialRole: arn === undefined ? undefined : { arn, externalId: text('initial-external-id') },
    regions: list('regions'),
    concurrency: Number(text('concurrency') ?? DEFAULT_CONCURRENCY),
    out: text('out'),
    retention: { keep: count('keep'), days: count('keep-days') },
    webhooks: list('webhooks'),
    schedule: readSchedule(text('schedule') ?? '') ?? undefined,
    isByWorkers: isOn(given.get('by-workers')),
    isDryRun: isOn(given.get('dry-run')),
  };
}

/** Enough to keep the line busy, few enough to leave others their rate. */
const DEFAULT_CONCURRENCY = 20;

function tagOf(text: string): { key: string; value: string } {
  const at = text.indexOf('=');
  return { key: text.slice(0, at), value: text.slice(at + 1) };
}

/** What is right alone and wrong together. */
function clashIn(options: ScanOptions, given: Layer): string | null {
  const { roleName, accounts, overrides } = options;
  const goesWith = (key: string, what: string, hint: string, other: string) => {
    const { place = '', name = key } = given.get(key) ?? {};
    return `${place}${name} goes with ${what}: ${hint} ${asCalled(other, name)}`;
  };
  const partial = REACH_KEYS.find((key) => given.has(key));
  if (partial !== undefined && accounts !== 'organization')
    return goesWith(partial, 'the organisation', 'add', 'organization');
  if (given.has('initial-external-id') && options.initialRole === undefined)
    return goesWith('initial-external-id', 'an initial role', 'name it with', 'initial-role');
  if (roleName !== undefined) return null;
  const isNamed = (account: AccountId) => overrides.get(account)?.roleName !== undefined;
  if (accounts === 'organization' || (accounts.length > 1 && !accounts.every(isNamed)))
    return 'several accounts can only be read through a role: name it with --role-name';
  if (options.externalId === undefined || accounts.some(isNamed)) return null;
  return goesWith('external-id', 'a role', 'name it with', 'role-name');
}

/** The option in the way of writing of the one that was given: `--role-name`, `HATSTACK_ROLE_NAME`, `` `role-name` ``. */
function asCalled(key: string, name: string): string {
  const { flag = key, kind = 'text' } = SCAN_OPTIONS.find((one) => one.key === key) ?? {};
  if (name.startsWith('--')) return `--${flag}`;
  const isSwitch = kind === 'switch';
  if (name.startsWith('HATSTACK_')) return `${variableOf(key)}${isSwitch ? '=true' : ''}`;
  return `\`${key}${isSwitch ? ': true' : ''}\``;
}

function isOn(given: Given | undefined): given is Given {
  return given?.values[0] === 'true';
}

function problem(text: string): ParsedScanOptions {
  return { kind: 'problem', problem: text };
}
