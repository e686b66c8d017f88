// What a scan was asked for on the command line, checked once, here.
import type { AccountId, Region } from '@/lib/names/arn';
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

/** The options, or the first mistake in them as one line. `rest` are words that belong to no option: a list such as
 *  `--region a b` leaves `b` there, and its shape tells where it belongs. Never throws. */
export function parseScanOptions(values: RawValues, rest: readonly string[]): ParsedScanOptions {
  const asked = { accounts: listOf(values.account), regions: listOf(values.region) };
  const accounts = [
    ...asked.accounts,
    ...(asked.accounts.length > 0 ? rest.filter((word) => ACCOUNT.test(word)) : []),
  ];
  const regions = [
    ...asked.regions,
    ...(asked.regions.length > 0 ? rest.filter((word) => REGION.test(word)) : []),
  ];
  const options: ScanOptions = {
    profile: textOf(values.profile),
    roleName: textOf(values['role-name']),
    externalId: textOf(values['external-id']),
    sessionName: textOf(values['session-name']) ?? 'hatstack',
    accounts: values.organization === true ? 'organization' : [...new Set(accounts)],
    regions: [...new Set(regions)],
    out: textOf(values.out),
    isDryRun: values['dry-run'] === true,
  };
  const stray = rest.find((word) => !accounts.includes(word) && !regions.includes(word));
  const problem = problemOf(options, accounts, stray);
  return problem === null ? { kind: 'options', options } : { kind: 'problem', problem };
}

function problemOf(
  options: ScanOptions,
  named: readonly AccountId[],
  stray: string | undefined,
): string | null {
  const { roleName, externalId, sessionName, accounts, regions } = options;
  if (stray !== undefined) return `\`${stray}\` belongs to no option: \`hatstack scan --help\` lists them`;
  if (accounts === 'organization' && named.length > 0) {
    return '--organization and --account exclude each other: take the whole organisation, or name its accounts';
  }
  const badAccount = named.find((account) => !ACCOUNT.test(account));
  if (badAccount !== undefined)
    return `\`${badAccount}\` is no account id: give its twelve digits, without dashes`;
  const badRegion = regions.find((region) => !REGION.test(region));
  if (badRegion !== undefined) return `\`${badRegion}\` is no region: give its code, such as \`us-east-1\``;
  if (roleName?.startsWith('arn:')) {
    return `--role-name takes the name alone, not \`${roleName}\`: each account has a role of that name`;
  }
  if (roleName !== undefined && !ROLE_NAME.test(roleName)) return `\`${roleName}\` is no role name`;
  if (externalId !== undefined && !EXTERNAL_ID.test(externalId)) {
    return 'the external id must be 2 to 1224 letters, digits or `+=,.@:/-`';
  }
  if (!SESSION_NAME.test(sessionName)) {
    return `\`${sessionName}\` is no session name: give 2 to 64 letters, digits or \`+=,.@-\``;
  }
  if (roleName === undefined && (accounts === 'organization' || accounts.length > 1)) {
    return 'several accounts can only be read through a role: name it with --role-name';
  }
  if (roleName === undefined && externalId !== undefined) {
    return '--external-id goes with a role: name it with --role-name';
  }
  return null;
}

/** An option that may be given more than once, or once with commas. */
function listOf(value: RawValues[string]): string[] {
  const all = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return all
    .flatMap((one) => String(one).split(','))
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function textOf(value: RawValues[string]): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
