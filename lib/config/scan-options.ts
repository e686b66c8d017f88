// What a scan was asked for, by flags, environment and file, checked once, here.
import type { AccountId, Region } from '@/lib/names/arn';
import { environmentLayer } from './environment-layer';
import { type Given, type Layer, listOf } from './layer';
import { readConfigFile } from './read-config-file';
import { SCAN_OPTIONS } from './scan-option-table';
import { ACCOUNT, EXTERNAL_ID, REGION, ROLE_NAME, SESSION_NAME } from './shapes';

export interface ScanOptions {
  readonly profile: string | undefined;
  readonly roleName: string | undefined;
  readonly externalId: string | undefined;
  readonly sessionName: string;
  readonly accounts: readonly AccountId[] | 'organization';
  /** Empty: the region that the environment or the profile names. */
  readonly regions: readonly Region[];
  readonly out: string | undefined;
  readonly isDryRun: boolean;
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
  return parseScanOptions(values, rest, [environment.layer, file.layer]);
}

/** The options, or the first mistake in them as one line. `rest` are words that belong to no option: a list such as
 *  `--region a b` leaves `b` there, and its shape tells where it belongs. `lower` are further places, the stronger first.
 *  Never throws. */
export function parseScanOptions(
  values: RawValues,
  rest: readonly string[],
  lower: readonly Layer[] = [],
): ParsedScanOptions {
  const flags = flagLayer(values, rest);
  const stray = rest.find((word) => ![...flags.values()].some(({ values: taken }) => taken.includes(word)));
  if (stray !== undefined)
    return problem(`\`${stray}\` belongs to no option: \`hatstack scan --help\` lists them`);
  const layers = [flags, ...lower];
  for (const layer of layers) {
    const [whole, named] = [layer.get('organization'), layer.get('accounts')];
    if (isOn(whole) && named !== undefined && named.values.length > 0)
      return problem(
        `${named.where}${whole.name} and ${named.name} exclude each other: take the whole organisation, or name its accounts`,
      );
  }
  const given = merged(layers);
  const mistake = SCAN_OPTIONS.map(({ key }) => mistakeIn(key, given.get(key))).find((one) => one !== null);
  if (mistake) return problem(mistake);
  const options = optionsOf(given);
  const clash = clashIn(options, given);
  return clash === null ? { kind: 'options', options } : problem(clash);
}

/** What the command line gives. */
function flagLayer(values: RawValues, rest: readonly string[]): Layer {
  const shapes = new Map([
    ['accounts', ACCOUNT],
    ['regions', REGION],
  ]);
  const layer = new Map<string, Given>();
  for (const { key, flag, kind } of SCAN_OPTIONS) {
    const value = values[flag];
    const all = (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);
    const list = kind === 'list' ? listOf(all) : all.filter((text) => text !== '');
    if (list.length === 0) continue;
    const goesOn = rest.filter((word) => shapes.get(key)?.test(word));
    layer.set(key, { values: [...new Set([...list, ...goesOn])], where: '', name: `--${flag}` });
  }
  return layer;
}

/** The strongest word on each option. Which accounts are read is one question: who names accounts overrules a weaker
 *  place that asks for the organisation, and the other way round. */
function merged(layers: readonly Layer[]): Layer {
  const all = new Map<string, Given>();
  for (const layer of layers) {
    const isReachSettled = all.has('accounts') || isOn(all.get('organization'));
    for (const [key, given] of layer) {
      const isReach = key === 'accounts' || key === 'organization';
      if (!all.has(key) && !(isReach && isReachSettled)) all.set(key, given);
    }
  }
  return all;
}

function optionsOf(given: Layer): ScanOptions {
  const text = (key: string) => given.get(key)?.values[0];
  const list = (key: string) => [...new Set(given.get(key)?.values ?? [])];
  return {
    profile: text('profile'),
    roleName: text('role-name'),
    externalId: text('external-id'),
    sessionName: text('session-name') ?? 'hatstack',
    accounts: isOn(given.get('organization')) ? 'organization' : list('accounts'),
    regions: list('regions'),
    out: text('out'),
    isDryRun: isOn(given.get('dry-run')),
  };
}

const TAKES: { readonly [key: string]: (value: string) => string | null } = {
  accounts: (value) =>
    ACCOUNT.test(value) ? null : `\`${value}\` is no account id: give its twelve digits, without dashes`,
  regions: (value) =>
    REGION.test(value) ? null : `\`${value}\` is no region: give its code, such as \`us-east-1\``,
  'role-name': (value) => {
    if (value.startsWith('arn:'))
      return `\`${value}\` is an ARN: give the role's name alone, since each account has a role of that name`;
    return ROLE_NAME.test(value) ? null : `\`${value}\` is no role name`;
  },
  'external-id': (value) =>
    EXTERNAL_ID.test(value) ? null : 'the external id must be 2 to 1224 letters, digits or `+=,.@:/-`',
  'session-name': (value) =>
    SESSION_NAME.test(value)
      ? null
      : `\`${value}\` is no session name: give 2 to 64 letters, digits or \`+=,.@-\``,
};

function mistakeIn(key: string, given: Given | undefined): string | null {
  const check = TAKES[key];
  const said = check && given?.values.map(check).find((one) => one !== null);
  return said ? `${given?.where ?? ''}${said}` : null;
}

/** What is right alone and wrong together. */
function clashIn({ roleName, externalId, accounts }: ScanOptions, given: Layer): string | null {
  if (roleName !== undefined) return null;
  if (accounts === 'organization' || accounts.length > 1)
    return 'several accounts can only be read through a role: name it with --role-name';
  if (externalId === undefined) return null;
  const { where = '', name = '--external-id' } = given.get('external-id') ?? {};
  return `${where}${name} goes with a role: name it with --role-name`;
}

function isOn(given: Given | undefined): given is Given {
  return given?.values[0] === 'true';
}

function problem(text: string): ParsedScanOptions {
  return { kind: 'problem', problem: text };
}
