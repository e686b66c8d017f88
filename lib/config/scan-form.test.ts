import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { optionsOfForm, type ScanForm, scanFormDefaults } from './scan-form';

let folder = '';
let env: { [name: string]: string } = {};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hatstack-form-'));
  const file = join(folder, 'hatstack.yaml');
  writeFileSync(
    file,
    'organization: true\nous: [ou-ab12-cdef3456]\nrole-name: HatstackRead\nexternal-id: our-own\nregions: [eu-west-1]\nprofile: audit\nconcurrency: 5\n',
  );
  env = { HATSTACK_CONFIG: file, HATSTACK_REGIONS: 'us-east-1,us-east-2' };
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FORM: ScanForm = {
  reach: 'credentials',
  accounts: '',
  roleName: '',
  externalId: '',
  regions: '',
};

test('the form begins with what environment and file say', () => {
  expect(scanFormDefaults(env)).toEqual({
    kind: 'form',
    form: {
      reach: 'organization',
      accounts: '',
      roleName: 'HatstackRead',
      externalId: 'our-own',
      regions: 'us-east-1, us-east-2',
    },
  });
});

test('a field that was emptied is empty, and what has no field comes from the file', () => {
  const read = optionsOfForm(FORM, env);
  expect(read.kind === 'options' && read.options).toMatchObject({
    accounts: [],
    reach: undefined,
    roleName: undefined,
    externalId: undefined,
    regions: [],
    profile: 'audit',
    concurrency: 5,
  });
});

test('the part of the organisation that the file names stays', () => {
  const read = optionsOfForm({ ...FORM, reach: 'organization', roleName: 'Reader' }, env);
  expect(read.kind === 'options' && read.options).toMatchObject({
    accounts: 'organization',
    reach: { ous: ['ou-ab12-cdef3456'] },
    roleName: 'Reader',
  });
});

test('accounts and regions may stand in lines, with commas or with spaces', () => {
  const asked = { ...FORM, reach: 'accounts', roleName: 'R1', regions: 'us-east-1 eu-west-1' } as const;
  const read = optionsOfForm({ ...asked, accounts: '111111111111,\n222222222222 111111111111' }, {});
  expect(read.kind === 'options' && read.options).toMatchObject({
    accounts: ['111111111111', '222222222222'],
    regions: ['us-east-1', 'eu-west-1'],
  });
});

test.each<[Partial<ScanForm>, string]>([
  [{ reach: 'organization' }, 'several accounts can only be read through a role: fill in the role name'],
  [{ reach: 'accounts' }, 'name the accounts to be read, or choose the account of the credentials'],
  [{ externalId: 'abc' }, 'an external id goes with a role: fill in the role name'],
  [
    { reach: 'accounts', accounts: '1234' },
    '`1234` is no account id: give its twelve digits, without dashes',
  ],
  [{ regions: 'Ireland' }, '`Ireland` is no region: give its code, such as `us-east-1`'],
])('%j: %s', (more, problem) => {
  expect(optionsOfForm({ ...FORM, ...more }, {})).toEqual({ kind: 'problem', problem });
});
