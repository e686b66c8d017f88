import { expect, test } from 'vitest';
import { environmentLayer } from './environment-layer';
import { fileLayer } from './file-layer';
import { parseScanOptions, readScanOptions } from './scan-options';

const A = '111111111111';
const B = '222222222222';

test('lists may be repeated, have commas, or simply go on', () => {
  const repeated = parseScanOptions(
    { account: [A, B], region: ['us-east-1', 'us-east-2'], 'role-name': 'r' },
    [],
  );
  const commas = parseScanOptions(
    { account: [`${A},${B}`], region: ['us-east-1, us-east-2'], 'role-name': 'r' },
    [],
  );
  const goesOn = parseScanOptions({ account: [A], region: ['us-east-1'], 'role-name': 'r' }, [
    B,
    'us-east-2',
  ]);
  expect(repeated).toMatchObject({ options: { accounts: [A, B], regions: ['us-east-1', 'us-east-2'] } });
  expect(commas).toEqual(repeated);
  expect(goesOn).toEqual(repeated);
});

test('nothing given means the account and region of the credentials', () => {
  expect(parseScanOptions({}, [])).toMatchObject({
    options: { accounts: [], regions: [], sessionName: 'hatstack', isDryRun: false },
  });
});

const MISTAKES: readonly (readonly [
  values: Parameters<typeof parseScanOptions>[0],
  rest: string[],
  part: string,
])[] = [
  [{ account: ['1111-1111-1111'], 'role-name': 'r' }, [], '`1111-1111-1111` is no account id'],
  [{ region: ['Ireland'] }, [], '`Ireland` is no region'],
  [{ region: ['us-east-1a'] }, [], '`us-east-1a` is no region'],
  [
    { organization: true, account: [A], 'role-name': 'r' },
    [],
    '--organization and --account exclude each other',
  ],
  [{ organization: true }, [], 'name it with --role-name'],
  [{ account: [A, B] }, [], 'name it with --role-name'],
  [{ 'external-id': 'abc' }, [], '--external-id goes with a role'],
  [{ 'role-name': `arn:aws:iam::${A}:role/r` }, [], "is an ARN: give the role's name alone"],
  [{ 'role-name': 'two words' }, [], '`two words` is no role name'],
  [{ 'role-name': 'r', 'external-id': 'x' }, [], 'the external id must be'],
  [{ concurrency: '0' }, [], '`0` is no number of calls: give one from 1 to 200'],
  [{ concurrency: '2.5' }, [], '`2.5` is no number of calls'],
  [{ 'session-name': 'two words' }, [], '`two words` is no session name'],
  [{}, ['us-east-1'], '`us-east-1` belongs to no option'],
  [{ ou: ['ou-ab12-cdef3456'] }, [], '--ou goes with the organisation: add --organization'],
  [{ account: [A], exclude: [B], 'role-name': 'r' }, [], '--exclude goes with the organisation'],
  [{ organization: true, ou: ['Workloads'], 'role-name': 'r' }, [], '`Workloads` is no organizational unit'],
  [{ organization: true, tag: ['team'], 'role-name': 'r' }, [], '`team` is no tag: give KEY=VALUE'],
  [{ organization: true, include: ['tools'], 'role-name': 'r' }, [], '`tools` is no account id'],
  [
    { organization: true, include: [A], exclude: [B], 'role-name': 'r' },
    ['333333333333'],
    '`333333333333` may belong to --include or --exclude: put commas into the lists',
  ],
  [{ 'initial-role': 'hub' }, [], '`hub` is no role: give its whole ARN'],
  [{ 'initial-external-id': 'abc' }, [], '--initial-external-id goes with an initial role'],
];

for (const [values, rest, part] of MISTAKES) {
  test(`says in one line: ${part}`, () => {
    const parsed = parseScanOptions(values, rest);
    expect(parsed.kind === 'problem' ? parsed.problem : '').toContain(part);
  });
}

const layersOf = (file: string, env: { readonly [name: string]: string } = {}) =>
  [environmentLayer(env), fileLayer('hatstack.yaml', file)].map((read) => {
    if (read.kind === 'problem') throw new Error(read.problem);
    return read.layer;
  });

test('a flag wins over the environment, and the environment over the file', () => {
  const layers = layersOf(
    'role-name: from-file\nsession-name: from-file\nexternal-id: from-file\nprofile: from-file',
    {
      HATSTACK_ROLE_NAME: 'from-environment',
      HATSTACK_SESSION_NAME: 'from-environment',
      HATSTACK_EXTERNAL_ID: '',
    },
  );
  expect(parseScanOptions({ 'role-name': 'from-flag' }, [], layers)).toMatchObject({
    options: {
      roleName: 'from-flag',
      sessionName: 'from-environment',
      externalId: 'from-file',
      profile: 'from-file',
    },
  });
});

test('whoever names accounts overrules a weaker place that asks for the organisation, and the other way round', () => {
  const file = 'organization: true\nrole-name: r';
  expect(parseScanOptions({}, [], layersOf(file))).toMatchObject({ options: { accounts: 'organization' } });
  expect(parseScanOptions({ account: [A] }, [], layersOf(file))).toMatchObject({
    options: { accounts: [A] },
  });
  expect(parseScanOptions({}, [], layersOf(file, { HATSTACK_ACCOUNTS: `${A}, ${B}` }))).toMatchObject({
    options: { accounts: [A, B] },
  });
  expect(
    parseScanOptions({ organization: true }, [], layersOf(`accounts: [${A}]\nrole-name: r`)),
  ).toMatchObject({ options: { accounts: 'organization' } });
  expect(parseScanOptions({}, [], layersOf(file, { HATSTACK_ORGANIZATION: 'false' }))).toMatchObject({
    options: { accounts: [] },
  });
});

const LOWER_MISTAKES: readonly (readonly [
  file: string,
  env: { readonly [name: string]: string },
  problem: string,
])[] = [
  [
    '# ours\nregions:\n  - us-east-1\n  - Ireland',
    {},
    'hatstack.yaml:4: `regions`: `Ireland` is no region: give its code, such as `us-east-1`',
  ],
  [
    'regions: [Ireland]',
    { HATSTACK_REGIONS: 'Paris' },
    'HATSTACK_REGIONS: `Paris` is no region: give its code, such as `us-east-1`',
  ],
  [
    'role-name: r\norganization: true\naccounts: 111111111111',
    {},
    'hatstack.yaml:3: `organization` and `accounts` exclude each other: take the whole organisation, or name its accounts',
  ],
  ['external-id: abc', {}, 'hatstack.yaml:1: `external-id` goes with a role: name it with `role-name`'],
  ['tags:\n  team: shop', {}, 'hatstack.yaml:1: `tags` goes with the organisation: add `organization: true`'],
  ['', { HATSTACK_OUS: 'r-ab12' }, 'HATSTACK_OUS goes with the organisation: add HATSTACK_ORGANIZATION=true'],
  [
    'accounts:\n  - "111111111111"\n  - ""',
    {},
    'hatstack.yaml:3: `accounts` has no value: give one, or leave it out',
  ],
];

for (const [file, env, problem] of LOWER_MISTAKES) {
  test(`says where: ${problem}`, () => {
    expect(parseScanOptions({}, [], layersOf(file, env))).toEqual({ kind: 'problem', problem });
  });
}

test('a part of the organisation: units, tags, include and exclude, in lists that go on', () => {
  const parsed = parseScanOptions(
    {
      organization: true,
      ou: ['ou-ab12-cdef3456'],
      tag: ['team=shop, stage=prod', 'note=a=b'],
      exclude: [A],
      'role-name': 'r',
    },
    ['r-ab12', B],
  );
  expect(parsed.kind === 'problem' ? parsed.problem : '').toContain('`note=a=b` is no tag');
  expect(
    parseScanOptions(
      {
        organization: true,
        ou: ['ou-ab12-cdef3456'],
        tag: ['team=shop, stage=prod'],
        exclude: [A],
        'role-name': 'r',
      },
      ['r-ab12', B],
    ),
  ).toMatchObject({
    options: {
      accounts: 'organization',
      reach: {
        ous: ['ou-ab12-cdef3456', 'r-ab12'],
        tags: [
          { key: 'team', value: 'shop' },
          { key: 'stage', value: 'prod' },
        ],
        include: [],
        exclude: [A, B],
      },
    },
  });
});

test('who names accounts on the line leaves the reach of the file aside', () => {
  const layers = layersOf(`organization: true\nexclude: [${B}]\nrole-name: r`);
  expect(parseScanOptions({ account: [A] }, [], layers)).toMatchObject({
    options: { accounts: [A], reach: undefined },
  });
  expect(parseScanOptions({ organization: true }, [], layers)).toMatchObject({
    options: { accounts: 'organization', reach: { exclude: [B] } },
  });
});

test('the initial role has an external id of its own', () => {
  const arn = `arn:aws-us-gov:iam::${A}:role/team/hub`;
  expect(parseScanOptions({ 'initial-role': arn, 'initial-external-id': 'abc' }, [])).toMatchObject({
    options: { initialRole: { arn, externalId: 'abc' }, externalId: undefined },
  });
});

test('accounts that all have a role of their own need no common one', () => {
  const overrides = new Map([
    [A, { roleName: 'a' }],
    [B, { roleName: 'b', externalId: 'bbb' }],
  ]);
  expect(parseScanOptions({ account: [A, B] }, [], [], overrides)).toMatchObject({ options: { overrides } });
  expect(parseScanOptions({ account: [A, B] }, [], [], new Map([[A, { roleName: 'a' }]]))).toMatchObject({
    kind: 'problem',
  });
});

test('how many calls may be on the way is asked like any other option', () => {
  const of = (values: Parameters<typeof readScanOptions>[0], env = {}) => {
    const parsed = readScanOptions(values, [], env);
    return parsed.kind === 'options' ? parsed.options.concurrency : parsed.problem;
  };
  expect(of({})).toBe(20);
  expect(of({}, { HATSTACK_CONCURRENCY: '40' })).toBe(40);
  expect(of({ concurrency: '5' }, { HATSTACK_CONCURRENCY: '40' })).toBe(5);
  expect(of({}, { HATSTACK_CONCURRENCY: 'many' })).toContain('HATSTACK_CONCURRENCY: `many` is no number');
});

test('roles of single accounts come as pairs too, from any place, and win over the table of the file', () => {
  const table = new Map([[A, { roleName: 'table', externalId: 'of-table' }]]);
  const given = {
    account: [A, B],
    'account-role': [`${A}=audit/Reader`],
    'account-external-id': [`${B}=a=b`],
  };
  const read = parseScanOptions({ ...given, 'role-name': 'r' }, [], [], table);
  expect(read.kind === 'options' ? [...read.options.overrides] : read).toEqual([
    [A, { roleName: 'audit/Reader', externalId: 'of-table' }],
    [B, { externalId: 'a=b' }],
  ]);
  const env = { HATSTACK_ACCOUNT_ROLES: `${A}=one,${B}=two`, HATSTACK_ACCOUNTS: `${A},${B}` };
  const fromEnv = readScanOptions({ config: '/dev/null' }, [], env);
  expect(fromEnv.kind === 'options' ? [...fromEnv.options.overrides] : fromEnv).toEqual([
    [A, { roleName: 'one' }],
    [B, { roleName: 'two' }],
  ]);
});

test.each([
  [{ 'account-role': ['reader'] }, '--account-role: `reader` is no pair: give ACCOUNT=ROLE'],
  [
    { 'account-role': ['1234=reader'] },
    '--account-role: `1234` is no account id: give its twelve digits, without dashes',
  ],
  [{ 'account-role': [`${A}=a b`] }, '--account-role: `a b` is no role name'],
  [
    { 'account-external-id': [`${A}=a b`] },
    '--account-external-id: the external id must be 2 to 1224 letters, digits or `+=,.@:/-`',
  ],
])('a pair out of shape, as in %j, is one line', (given, problem) => {
  expect(parseScanOptions(given, [])).toEqual({ kind: 'problem', problem });
});
