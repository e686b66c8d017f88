// The options of a scan that a person fills in on a page; the environment and the file give the rest, and what it begins with.
import { withAccountRoles } from './account-roles';
import { environmentLayer } from './environment-layer';
import type { Given, Layer, RoleOverrides } from './layer';
import { listOf } from './layer';
import { readConfigFile } from './read-config-file';
import { REACH_KEYS } from './scan-option-table';
import { type ParsedScanOptions, parseScanOptions, type ScanOptions } from './scan-options';

export interface ScanForm {
  readonly reach: 'organization' | 'accounts' | 'credentials';
  /** Account ids, with commas or spaces between them; only where `reach` says so. */
  readonly accounts: string;
  readonly roleName: string;
  readonly externalId: string;
  /** With commas or spaces; empty: those that each account has enabled. */
  readonly regions: string;
}

export type ReadForm =
  | { readonly kind: 'form'; readonly form: ScanForm }
  | { readonly kind: 'problem'; readonly problem: string };

type Environment = { readonly [name: string]: string | undefined };

/** What the form begins with: the environment, then the file. Never throws. */
export function scanFormDefaults(env: Environment): ReadForm {
  const lower = lowerLayers(env);
  if (lower.kind === 'problem') return lower;
  const parsed = parseScanOptions({}, [], lower.layers, lower.overrides);
  if (parsed.kind === 'problem') return parsed;
  return { kind: 'form', form: formOf(parsed.options) };
}

/** The options of a scan as the form asks for it. What the form does not show comes from the environment and the file: a profile,
 *  the first role, roles of single accounts, which part of the organisation, how many calls at once, what is kept. Never throws. */
export function optionsOfForm(form: ScanForm, env: Environment): ParsedScanOptions {
  const lower = lowerLayers(env);
  if (lower.kind === 'problem') return lower;
  const shown = new Set<string>([...FORM_KEYS, ...(form.reach === 'organization' ? [] : REACH_KEYS)]);
  const rest = lower.layers.map((layer) => new Map([...layer].filter(([key]) => !shown.has(key))));
  const accounts = wordsOf(form.accounts);
  if (form.reach === 'accounts' && accounts.length === 0)
    return {
      kind: 'problem',
      problem: 'name the accounts to be read, or choose the account of the credentials',
    };
  const role = form.roleName.trim();
  const own = rest.toReversed().reduce(withAccountRoles, lower.overrides);
  const isNamed = (account: string) => own.get(account)?.roleName !== undefined;
  const needsRole =
    form.reach === 'organization' ||
    (form.reach === 'accounts' && accounts.length > 1 && !accounts.every(isNamed));
  if (role === '' && needsRole)
    return {
      kind: 'problem',
      problem: 'several accounts can only be read through a role: fill in the role name',
    };
  if (role === '' && form.externalId.trim() !== '')
    return { kind: 'problem', problem: 'an external id goes with a role: fill in the role name' };
  return parseScanOptions({}, [], [formLayer(form, accounts), ...rest], lower.overrides);
}

/** What the form has a field for, or decides. */
const FORM_KEYS = [
  'organization',
  'accounts',
  'role-name',
  'external-id',
  'regions',
  'dry-run',
  'out',
  'schedule',
];

function formLayer(form: ScanForm, accounts: readonly string[]): Layer {
  const layer = new Map<string, Given>();
  const give = (key: string, values: readonly string[]) => {
    const given = values.filter((value) => value !== '');
    if (given.length > 0) layer.set(key, { values: given, place: '', name: '' });
  };
  if (form.reach === 'organization') give('organization', ['true']);
  if (form.reach === 'accounts') give('accounts', accounts);
  give('role-name', [form.roleName.trim()]);
  give('external-id', [form.externalId.trim()]);
  give('regions', wordsOf(form.regions));
  return layer;
}

function formOf({ accounts, roleName, externalId, regions }: ScanOptions): ScanForm {
  const named = accounts === 'organization' ? [] : accounts;
  return {
    reach: accounts === 'organization' ? 'organization' : named.length > 0 ? 'accounts' : 'credentials',
    accounts: named.join(', '),
    roleName: roleName ?? '',
    externalId: externalId ?? '',
    regions: regions.join(', '),
  };
}

function wordsOf(text: string): readonly string[] {
  return [...new Set(listOf([text.replaceAll(/\s+/g, ',')]))];
}

type Lower =
  | { readonly kind: 'layers'; readonly layers: readonly Layer[]; readonly overrides: RoleOverrides }
  | { readonly kind: 'problem'; readonly problem: string };

function lowerLayers(env: Environment): Lower {
  const environment = environmentLayer(env);
  if (environment.kind === 'problem') return environment;
  const file = readConfigFile(env.HATSTACK_CONFIG || undefined);
  if (file.kind === 'problem') return file;
  return { kind: 'layers', layers: [environment.layer, file.layer], overrides: file.overrides ?? new Map() };
}
