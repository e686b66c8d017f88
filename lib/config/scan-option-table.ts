// Every option of a scan, with its three names: flag, environment variable and key of hatstack.yaml.

export interface ScanOptionName {
  /** The key in `hatstack.yaml`. */
  readonly key: string;
  /** The flag of the command line, without its dashes. */
  readonly flag: string;
  /** `switch`: true or false. `list`: may be given more than once, or with commas. */
  readonly kind: 'text' | 'list' | 'switch';
}

/** Lists have the plural as their key: `--account` is given once for each, `accounts` holds them all. */
export const SCAN_OPTIONS: readonly ScanOptionName[] = [
  { key: 'profile', flag: 'profile', kind: 'text' },
  { key: 'role-name', flag: 'role-name', kind: 'text' },
  { key: 'external-id', flag: 'external-id', kind: 'text' },
  { key: 'session-name', flag: 'session-name', kind: 'text' },
  { key: 'organization', flag: 'organization', kind: 'switch' },
  { key: 'accounts', flag: 'account', kind: 'list' },
  { key: 'regions', flag: 'region', kind: 'list' },
  { key: 'out', flag: 'out', kind: 'text' },
  { key: 'dry-run', flag: 'dry-run', kind: 'switch' },
];

/** `HATSTACK_ROLE_NAME` for `role-name`. Never throws. */
export function variableOf(key: string): string {
  return `HATSTACK_${key.toUpperCase().replaceAll('-', '_')}`;
}
