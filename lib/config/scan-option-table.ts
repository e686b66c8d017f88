// Every option of a scan, with its three names: flag, environment variable and key of hatstack.yaml.

export interface ScanOptionName {
  /** The key in `hatstack.yaml`. */
  readonly key: string;
  /** The flag of the command line, without its dashes. */
  readonly flag: string;
  /** `switch`: true or false. `list`: may be given more than once, or with commas. `pairs`: a list of KEY=VALUE, which in the
   *  file may be keys and values too. */
  readonly kind: 'text' | 'list' | 'pairs' | 'switch';
}

/** Lists have the plural as their key: `--account` is given once for each, `accounts` holds them all. */
export const SCAN_OPTIONS: readonly ScanOptionName[] = [
  { key: 'profile', flag: 'profile', kind: 'text' },
  { key: 'role-name', flag: 'role-name', kind: 'text' },
  { key: 'external-id', flag: 'external-id', kind: 'text' },
  { key: 'account-roles', flag: 'account-role', kind: 'pairs' },
  { key: 'account-external-ids', flag: 'account-external-id', kind: 'pairs' },
  { key: 'initial-role', flag: 'initial-role', kind: 'text' },
  { key: 'initial-external-id', flag: 'initial-external-id', kind: 'text' },
  { key: 'session-name', flag: 'session-name', kind: 'text' },
  { key: 'organization', flag: 'organization', kind: 'switch' },
  { key: 'ous', flag: 'ou', kind: 'list' },
  { key: 'tags', flag: 'tag', kind: 'pairs' },
  { key: 'include', flag: 'include', kind: 'list' },
  { key: 'exclude', flag: 'exclude', kind: 'list' },
  { key: 'accounts', flag: 'account', kind: 'list' },
  { key: 'regions', flag: 'region', kind: 'list' },
  { key: 'concurrency', flag: 'concurrency', kind: 'text' },
  { key: 'out', flag: 'out', kind: 'text' },
  { key: 'keep', flag: 'keep', kind: 'text' },
  { key: 'keep-days', flag: 'keep-days', kind: 'text' },
  { key: 'webhooks', flag: 'webhook', kind: 'list' },
  { key: 'schedule', flag: 'schedule', kind: 'text' },
  { key: 'by-workers', flag: 'by-workers', kind: 'switch' },
  { key: 'dry-run', flag: 'dry-run', kind: 'switch' },
];

/** The options that say which accounts of an organisation are meant, and mean nothing without one. */
export const REACH_KEYS = ['ous', 'tags', 'include', 'exclude'] as const;

/** The key of the file under which single accounts have a role of their own: a table of what `account-roles` and
 *  `account-external-ids` say in pairs. */
export const OVERRIDES_KEY = 'overrides';

/** `HATSTACK_ROLE_NAME` for `role-name`. Never throws. */
export function variableOf(key: string): string {
  return `HATSTACK_${key.toUpperCase().replaceAll('-', '_')}`;
}
