// Which accounts and regions a scan reaches, against an AWS that we did not write: moto.
import { CreateRoleCommand } from '@aws-sdk/client-iam';
import {
  CloseAccountCommand,
  ListOrganizationalUnitsForParentCommand,
  ListRootsCommand,
  TagResourceCommand,
} from '@aws-sdk/client-organizations';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { EXTERNAL_ID, ROLE_OF_HATSTACK } from '../../scripts/example/company';
import { openEmulator } from '../../scripts/example/emulator';
import { type SeededExample, seedExample } from '../../scripts/example/seed';
import { startMoto } from '../../scripts/moto.mjs';
import { collectors } from './collectors/index';
import type { ScanEvent } from './progress';
import { runScan } from './run-scan';
import type { ScanOptions, ScanRequest } from './scan-request';

const NOW = new Date('2026-11-24T04:06:00.000Z');
const HUB_EXTERNAL_ID = 'only-for-the-hub';

let moto: Awaited<ReturnType<typeof startMoto>>;
let example: SeededExample;
let workloads = '';

beforeAll(async () => {
  moto = await startMoto();
  example = await seedExample(moto.endpoint);
  vi.stubEnv('AWS_ENDPOINT_URL', moto.endpoint);
  vi.stubEnv('AWS_PROFILE', undefined);
  vi.stubEnv('AWS_REGION', undefined);
  vi.stubEnv('AWS_DEFAULT_REGION', undefined);
  vi.stubEnv('AWS_ACCESS_KEY_ID', example.scanner.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', example.scanner.secretAccessKey);
  const { organizations } = openEmulator(moto.endpoint);
  const { dev, staging } = example.accounts;
  for (const [ResourceId, stage] of [
    [dev, 'dev'],
    [staging, 'staging'],
  ] as const) {
    const Tags = [
      { Key: 'team', Value: 'shop' },
      { Key: 'stage', Value: stage },
    ];
    await organizations.send(new TagResourceCommand({ ResourceId, Tags }));
  }
  const ParentId = (await organizations.send(new ListRootsCommand({}))).Roots?.[0]?.Id;
  const units = await organizations.send(new ListOrganizationalUnitsForParentCommand({ ParentId }));
  workloads = units.OrganizationalUnits?.find(({ Name }) => Name === 'Workloads')?.Id ?? '';
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await moto?.stop();
});

/** Only what plans, and roles: quick, and enough to see who was read where. */
const quick = collectors.filter(
  ({ service, finds }) => finds !== undefined || ['organizations', 'iam', 'codepipeline'].includes(service),
);

async function scan(request: Partial<ScanRequest>, more: Partial<ScanOptions> = {}) {
  const events: ScanEvent[] = [];
  const whole = {
    accounts: 'organization',
    regions: ['us-east-1'],
    roleName: ROLE_OF_HATSTACK,
    externalId: EXTERNAL_ID,
    sessionName: 'hatstack',
    concurrency: 4,
  } as const;
  const snapshot = await runScan(
    { ...whole, ...request },
    {
      env: process.env,
      now: () => NOW,
      collectors: quick,
      onProgress: (event) => events.push(event),
      ...more,
    },
  );
  return { snapshot, events };
}

const reach = (given: Partial<NonNullable<ScanRequest['reach']>>) => ({
  reach: { ous: [], tags: [], include: [], exclude: [], ...given },
});
const gapsIn = (snapshot: Snapshot) => snapshot.gaps.map(({ source, account }) => `${source} ${account}`);

test('a unit, its tree, and what include and exclude make of it', async () => {
  const { tools, dev, staging, prod } = example.accounts;
  const below = await scan(reach({ ous: [workloads] }));
  expect(below.snapshot.accounts).toEqual([dev, staging, prod].sort());
  expect(below.snapshot.gaps).toEqual([]);
  const other = await scan(reach({ ous: [workloads], include: [tools], exclude: [prod, staging] }));
  expect(other.snapshot.accounts).toEqual([dev, tools].sort());
});

test('accounts by tag: only then are tags asked for', async () => {
  const { dev, staging } = example.accounts;
  const tags = [
    { key: 'team', value: 'shop' },
    { key: 'stage', value: 'dev' },
  ];
  const { snapshot } = await scan(reach({ tags }));
  expect(snapshot.accounts).toEqual([dev]);
  expect(snapshot.facts.filter(({ kind }) => kind === 'organization-account-tags')).toHaveLength(5);
  const without = await scan(reach({ include: [dev, staging] }));
  expect(without.snapshot.facts.some(({ kind }) => kind === 'organization-account-tags')).toBe(false);
});

test('a unit or an account that the organisation does not have ends the scan with one line', async () => {
  await expect(scan(reach({ ous: ['ou-none-11111111'] }))).rejects.toThrow(
    'the organisation has no organizational unit `ou-none-11111111`',
  );
  await expect(scan(reach({ exclude: ['999999999999'] }))).rejects.toThrow('account 999999999999 is not in');
});

test('no region named: those that each account has enabled', async () => {
  const { dev } = example.accounts;
  const { snapshot, events } = await scan({ accounts: [dev], regions: [] });
  expect(snapshot.regions).toHaveLength(17);
  expect(snapshot.regions).not.toContain('ap-east-1');
  expect(snapshot.gaps).toEqual([]);
  expect(events).toContainEqual(expect.objectContaining({ kind: 'started', regions: null }));
  // Roles once; pipelines and webhooks in each region.
  expect(events.filter(({ kind }) => kind === 'unit-done')).toHaveLength(1 + 2 * 17);
});

test('EC2 tells the regions where Account Management does not, and then nothing is missing', async () => {
  const { dev } = example.accounts;
  const account = collectors.find(({ service }) => service === 'account');
  const broken = quick.map((one) =>
    one === account ? { ...one, collect: async () => Promise.reject(new Error('down')) } : one,
  );
  const { snapshot } = await scan({ accounts: [dev], regions: [] }, { collectors: broken });
  expect(snapshot.regions).toHaveLength(17);
  expect(snapshot.facts.some(({ source }) => source === 'ec2:DescribeRegions')).toBe(true);
  expect(snapshot.gaps).toEqual([]);
});

test('where nobody tells, the region of the environment is read and the rest is a gap', async () => {
  const { dev } = example.accounts;
  const mute = quick.map((one) =>
    one.finds === 'enabled-regions'
      ? { ...one, collect: async () => Promise.reject(new Error('down')) }
      : one,
  );
  await expect(scan({ accounts: [dev], regions: [] }, { collectors: mute })).rejects.toThrow(
    'no region to scan, since the accounts do not tell which they have enabled: give --region',
  );
  vi.stubEnv('AWS_REGION', 'us-east-2');
  const { snapshot, events } = await scan({ accounts: [dev], regions: [] }, { collectors: mute });
  vi.stubEnv('AWS_REGION', undefined);
  expect(snapshot.regions).toEqual(['us-east-2']);
  expect(gapsIn(snapshot)).toEqual([`account:ListRegions ${dev}`, `ec2:DescribeRegions ${dev}`]);
  expect(events).toContainEqual({ kind: 'regions-unknown', account: dev });
});

test('a region that an account has not enabled is left out, and is no failure', async () => {
  const { dev, tools } = example.accounts;
  const { snapshot, events } = await scan({ accounts: [dev, tools], regions: ['us-east-1', 'ap-east-1'] });
  expect(snapshot.regions).toEqual(['ap-east-1', 'us-east-1']);
  expect(snapshot.gaps).toEqual([]);
  expect(events).toContainEqual({ kind: 'region-skipped', account: dev, region: 'ap-east-1' });
  await expect(scan({ accounts: [dev], regions: ['ap-east-1'] })).rejects.toThrow(
    'no account has enabled ap-east-1',
  );
});

test('a region of another partition ends the scan with one line', async () => {
  await expect(scan({ regions: ['us-east-1', 'cn-north-1'] })).rejects.toThrow(
    'region `cn-north-1` is of partition `aws-cn` and these credentials are of `aws`',
  );
});

const trusting = (account: string, externalId: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': externalId } },
      },
    ],
  });

test('an account may have another role and another external id', async () => {
  const { tools, dev, staging } = example.accounts;
  const { iam } = await openEmulator(moto.endpoint).account(dev);
  await iam.send(
    new CreateRoleCommand({
      RoleName: 'Other',
      Path: '/audit/',
      AssumeRolePolicyDocument: trusting(tools, 'other-id'),
    }),
  );
  const overrides = new Map([[dev, { roleName: 'audit/Other', externalId: 'other-id' }]]);
  const { snapshot } = await scan({ accounts: [dev, staging], overrides });
  const roles = snapshot.facts.flatMap(({ kind, account, arn }) =>
    kind === 'caller-identity' ? [[account, arn?.split('/')[1]] as const] : [],
  );
  expect(new Map(roles)).toEqual(
    new Map([
      [dev, 'Other'],
      [staging, ROLE_OF_HATSTACK],
    ]),
  );
});

test('an initial role is put on first, and the others from there', async () => {
  const { tools, dev } = example.accounts;
  const { iam } = await openEmulator(moto.endpoint).account(tools);
  await iam.send(
    new CreateRoleCommand({ RoleName: 'hub', AssumeRolePolicyDocument: trusting(tools, HUB_EXTERNAL_ID) }),
  );
  const arn = `arn:aws:iam::${tools}:role/hub`;
  const { snapshot, events } = await scan({
    accounts: [dev],
    initialRole: { arn, externalId: HUB_EXTERNAL_ID },
  });
  expect(events).toContainEqual(
    expect.objectContaining({
      kind: 'started',
      caller: `arn:aws:sts::${tools}:assumed-role/hub/hatstack`,
    }),
  );
  expect(snapshot.gaps).toEqual([]);
  await expect(scan({ accounts: [dev], initialRole: { arn, externalId: 'wrong' } })).rejects.toThrow(
    `cannot put on the initial role \`${arn}\` (AccessDenied): check its name, its trust policy and --initial-external-id`,
  );
});

test('the organisation cannot be read: a choice from it is impossible, and says so', async () => {
  const { dev } = example.accounts;
  const { iam } = await openEmulator(moto.endpoint).account(dev);
  await iam.send(
    new CreateRoleCommand({
      RoleName: 'member',
      AssumeRolePolicyDocument: trusting(example.accounts.tools, 'member-id'),
    }),
  );
  const initialRole = { arn: `arn:aws:iam::${dev}:role/member`, externalId: 'member-id' };
  for (const asked of [reach({ ous: [workloads] }), {}])
    await expect(scan({ ...asked, initialRole })).rejects.toThrow(
      `the organisation cannot be read from account ${dev} (AccessDeniedException): scan from the management account`,
    );
});

test('a suspended account below a chosen unit is told apart, and is no gap', async () => {
  const { dev, staging, prod } = example.accounts;
  await openEmulator(moto.endpoint).organizations.send(new CloseAccountCommand({ AccountId: staging }));
  const { snapshot, events } = await scan(reach({ ous: [workloads] }));
  expect(snapshot.accounts).toEqual([dev, staging, prod].sort());
  expect(events).toContainEqual({ kind: 'account-skipped', account: staging, why: 'suspended' });
  expect(snapshot.gaps).toEqual([]);
});
