// Every option of a scan, given by flag, by variable and in the file, comes to the same.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { SCAN_OPTIONS, variableOf } from '@/lib/config/scan-option-table';
import { readScanOptions } from '@/lib/config/scan-options';
import { scanCommand } from './scan';
import { serveCommand } from './serve';

const home = mkdtempSync(join(tmpdir(), 'hatstack-options-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const [A, B] = ['111111111111', '222222222222'];
/** A value of each option, and what it cannot do without. */
const SAMPLES: { readonly [key: string]: readonly [values: readonly string[], ...needs: string[]] } = {
  profile: [['audit']],
  'role-name': [['audit/Reader']],
  'external-id': [['choose-your-own'], 'role-name'],
  'account-roles': [[`${A}=one`, `${B}=two`]],
  'account-external-ids': [[`${A}=first-id`, `${B}=second-id`]],
  'initial-role': [[`arn:aws:iam::${A}:role/hub`]],
  'initial-external-id': [['of-the-hub'], 'initial-role'],
  'session-name': [['from-ci']],
  organization: [['true'], 'role-name'],
  ous: [['ou-ab12-cdef3456', 'r-ab12'], 'organization', 'role-name'],
  tags: [['team=shop', 'stage=dev'], 'organization', 'role-name'],
  include: [[A, B], 'organization', 'role-name'],
  exclude: [[A, B], 'organization', 'role-name'],
  accounts: [[A, B], 'role-name'],
  regions: [['us-east-1', 'eu-west-1']],
  concurrency: [['7']],
  out: [['scan.json']],
  keep: [['9']],
  'keep-days': [['30']],
  webhooks: [['https://one.example/a', 'https://two.example/b']],
  schedule: [['every 6h']],
  'by-workers': [['true']],
  'dry-run': [['true']],
};

const valuesOf = (key: string) => SAMPLES[key]?.[0] ?? [];

function byFlag(keys: readonly string[]) {
  const values = SCAN_OPTIONS.filter(({ key }) => keys.includes(key)).map(({ key, flag, kind }) => {
    const [first = '', ...others] = valuesOf(key);
    return [flag, kind === 'switch' ? true : others.length > 0 ? valuesOf(key) : first] as const;
  });
  return readScanOptions({ ...Object.fromEntries(values), config: '/dev/null' }, [], {});
}

function byVariable(keys: readonly string[]) {
  const env = keys.map((key) => [variableOf(key), valuesOf(key).join(',')] as const);
  return readScanOptions({ config: '/dev/null' }, [], Object.fromEntries(env));
}

function byFile(keys: readonly string[]) {
  const config = join(home, 'hatstack.yaml');
  const line = (key: string) =>
    `${key}: ${valuesOf(key).length > 1 ? `[${valuesOf(key).map((value) => JSON.stringify(value))}]` : valuesOf(key)[0]}\n`;
  writeFileSync(config, keys.map(line).join(''));
  return readScanOptions({ config }, [], {});
}

test.each(SCAN_OPTIONS.map(({ key }) => key))('%s: flag, variable and key say the same', (key) => {
  const [, ...needs] = SAMPLES[key] ?? [[]];
  const keys = [...needs, key];
  const read = byFlag(keys);
  expect(read).toMatchObject({ kind: 'options' });
  expect(read).not.toEqual(byFlag(needs));
  expect(byVariable(keys)).toEqual(read);
  expect(byFile(keys)).toEqual(read);
});

test.each(SCAN_OPTIONS)('$key has a flag, which its command takes and tells of', ({ flag, kind }) => {
  // The dashboard scans on a schedule; the command does so once.
  const command = flag === 'schedule' ? serveCommand : scanCommand;
  const isList = kind === 'list' || kind === 'pairs';
  expect(command.options[flag]).toEqual({
    type: kind === 'switch' ? 'boolean' : 'string',
    ...(isList ? { multiple: true } : {}),
  });
  expect(command.help).toMatch(new RegExp(`^  --${flag} `, 'm'));
});

test('scan takes no option that has no variable and no key, but those of the command itself', () => {
  const flags = SCAN_OPTIONS.map(({ flag }) => flag);
  expect(Object.keys(scanCommand.options).filter((flag) => !flags.includes(flag))).toEqual([
    'resume',
    'config',
  ]);
});
