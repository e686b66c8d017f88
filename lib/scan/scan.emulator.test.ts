// The scan against an AWS that we did not write: moto, filled with the example company through the SDK.
import { readFileSync } from 'node:fs';
import {
  CodePipelineClient,
  ListRuleTypesCommand,
  type ListRuleTypesCommandInput,
} from '@aws-sdk/client-codepipeline';
import {
  CreateAccessKeyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { CloseAccountCommand } from '@aws-sdk/client-organizations';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Fact } from '@/lib/snapshot/fact';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { EXTERNAL_ID, REGIONS, ROLE_OF_HATSTACK } from '../../scripts/example/company';
import { openEmulator } from '../../scripts/example/emulator';
import { type SeededExample, seedExample } from '../../scripts/example/seed';
import { startMoto } from '../../scripts/moto.mjs';
import { call, collector } from './collector';
import { collectors } from './collectors/index';
import { curesOf } from './cure';
import type { ScanEvent } from './progress';
import { runScan } from './run-scan';
import type { ScanOptions, ScanRequest } from './scan-request';

const MANAGING = '604117732948';
const NOW = new Date('2026-11-24T04:06:00.000Z');
const BUCKET_KINDS = [
  '',
  '-location',
  '-policy',
  '-encryption',
  '-ownership',
  '-public-access-block',
  '-versioning',
  '-lifecycle',
];

let moto: Awaited<ReturnType<typeof startMoto>>;
let example: SeededExample;

beforeAll(async () => {
  moto = await startMoto();
  example = await seedExample(moto.endpoint);
  vi.stubEnv('AWS_ENDPOINT_URL', moto.endpoint);
  vi.stubEnv('AWS_PROFILE', undefined);
  vi.stubEnv('AWS_ACCESS_KEY_ID', example.scanner.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', example.scanner.secretAccessKey);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await moto?.stop();
});

function scan(request: Partial<ScanRequest> = {}, more: Partial<ScanOptions> = {}) {
  const whole = {
    accounts: Object.values(example.accounts),
    regions: REGIONS,
    roleName: ROLE_OF_HATSTACK,
    externalId: EXTERNAL_ID,
    sessionName: 'hatstack',
    concurrency: 4,
  };
  return runScan({ ...whole, ...request }, { env: process.env, now: () => NOW, ...more });
}

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

function withoutDates(facts: readonly Fact[]): string {
  return JSON.stringify(facts, (_, value) => (typeof value === 'string' && DATE.test(value) ? '' : value));
}

const ofKind = (snapshot: Snapshot, kind: string): readonly Fact[] =>
  snapshot.facts.filter((fact) => fact.kind === kind);

describe('the whole company', () => {
  let snapshot: Snapshot;
  beforeAll(async () => {
    snapshot = await scan();
  });

  test('every account is entered under the role and the session name', () => {
    const { tools, dev, staging, prod } = example.accounts;
    expect(ofKind(snapshot, 'caller-identity').map(({ arn }) => arn)).toEqual(
      [tools, dev, staging, prod]
        .sort()
        .map((id) => `arn:aws:sts::${id}:assumed-role/${ROLE_OF_HATSTACK}/hatstack`),
    );
    expect(snapshot.accounts).toEqual([tools, dev, staging, prod].sort());
    expect(snapshot.gaps).toEqual([]);
  });

  test('each account has its own roles and no other', () => {
    for (const account of Object.values(example.accounts)) {
      const roles = ofKind(snapshot, 'iam-role').filter((fact) => fact.account === account);
      expect(roles.length).toBeGreaterThan(5);
      expect(roles.every(({ arn }) => arn?.startsWith(`arn:aws:iam::${account}:role/`))).toBe(true);
    }
  });

  test('the organisation is there: accounts, tree, control policies', () => {
    expect(ofKind(snapshot, 'organization')).toHaveLength(1);
    expect(ofKind(snapshot, 'organization-account')).toHaveLength(5);
    expect(ofKind(snapshot, 'organization-account-parent')).toHaveLength(5);
    expect(ofKind(snapshot, 'organizational-unit')).toHaveLength(4);
    const policies = JSON.stringify(ofKind(snapshot, 'organization-policy'));
    expect(policies).toContain('DenyOutsideApprovedRegions');
    // root, four units, five accounts; service and resource control policies
    expect(ofKind(snapshot, 'organization-policy-targets')).toHaveLength(20);
  });

  test('pipelines of all three regions have a definition and a state', () => {
    expect(new Set(ofKind(snapshot, 'pipeline').map(({ region }) => region))).toEqual(new Set(REGIONS));
    expect(ofKind(snapshot, 'pipeline-state')).toHaveLength(ofKind(snapshot, 'pipeline').length);
    const state = JSON.stringify(
      ofKind(snapshot, 'pipeline-state').find(({ arn }) => arn?.endsWith(':checkout-service')),
    );
    expect(state).toContain('PermissionError');
  });

  test('each bucket that a pipeline names has all its settings, and each key behind it too', () => {
    const buckets = ofKind(snapshot, 'bucket');
    expect(buckets).toHaveLength(7);
    for (const kind of BUCKET_KINDS) expect(ofKind(snapshot, `bucket${kind}`)).toHaveLength(7);
    expect(
      ofKind(snapshot, 'key')
        .map(({ region }) => region)
        .sort(),
    ).toEqual(['eu-west-1', 'us-east-1', 'us-east-1', 'us-east-1', 'us-east-2']);
    for (const kind of ['key-policy', 'key-grants', 'key-alias'])
      expect(ofKind(snapshot, kind)).toHaveLength(5);
  });

  test('the GitLab provider and who may come through it are there', () => {
    expect(ofKind(snapshot, 'oidc-provider')).toMatchObject([
      { account: example.accounts.tools, data: { ClientIDList: ['https://gitlab.acme-retail.example'] } },
    ]);
  });

  test('what pipelines start is there: project, groups, stacks, and the rules that start them', () => {
    const arns = (kind: string) =>
      ofKind(snapshot, kind).map(({ arn, data }) => (data === null ? null : arn));
    const { tools, staging, prod } = example.accounts;
    expect(arns('build-project')).toEqual([`arn:aws:codebuild:eu-west-1:${tools}:project/loyalty-api-build`]);
    expect(arns('deployment-group').toSorted()).toEqual(
      [
        `arn:aws:codedeploy:us-east-2:${prod}:deploymentgroup:pos-backend/prod`,
        `arn:aws:codedeploy:us-east-2:${staging}:deploymentgroup:pos-backend/staging`,
      ].toSorted(),
    );
    expect(arns('stack').length).toBeGreaterThan(10);
    expect(arns('stack')).not.toContain(null);
    expect(arns('event-rule')).toHaveLength(7);
    expect(arns('event-rule-targets')).toHaveLength(7);
  });

  test('secrets that were planted in a pipeline are not', () => {
    expect(JSON.stringify(snapshot)).toContain('NPM_TOKEN');
    expect(JSON.stringify(snapshot)).not.toContain('npm_4rTqkW2v9bExampleOnly');
    expect(JSON.stringify(snapshot)).toContain('REGISTRY_PASSWORD');
    expect(JSON.stringify(snapshot)).not.toContain('reg-9fK2ExampleOnly');
  });

  test('the bundled example is what this scan gives, dates aside (npm run example:remake)', () => {
    const bundled = JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8'));
    expect(withoutDates(bundled.facts) === withoutDates(snapshot.facts)).toBe(true);
    expect(bundled).toMatchObject({ accounts: snapshot.accounts, regions: snapshot.regions, gaps: [] });
  });

  test('a second scan says the same, byte for byte', async () => {
    const again = await scan({ concurrency: 1 });
    // Dates, because AWS itself writes down that the role was used just now.
    expect(withoutDates(again.facts) === withoutDates(snapshot.facts)).toBe(true);
  });
});

test('no role named: the account of the credentials alone', async () => {
  const snapshot = await scan({
    accounts: [],
    roleName: undefined,
    externalId: undefined,
    regions: ['us-east-1'],
  });
  expect(snapshot.accounts).toEqual([example.accounts.tools]);
  expect(new Set(ofKind(snapshot, 'iam-role').map(({ account }) => account))).toEqual(
    new Set([example.accounts.tools]),
  );
});

test('the whole organisation: an account without the role is a gap, and the others are kept', async () => {
  const snapshot = await scan({ accounts: 'organization', regions: ['us-east-1'] });
  expect(snapshot.accounts).toHaveLength(5);
  expect(ofKind(snapshot, 'caller-identity')).toHaveLength(4);
  expect(snapshot.gaps).toEqual([
    {
      source: 'sts:AssumeRole',
      permission: 'sts:AssumeRole',
      account: MANAGING,
      region: 'global',
      scope: `arn:aws:iam::${MANAGING}:role/${ROLE_OF_HATSTACK}`,
      cause: 'denied',
      code: 'AccessDenied',
    },
  ]);
});

test('no account opens: one line with the role and what to check', async () => {
  const { dev } = example.accounts;
  await expect(scan({ accounts: [dev], externalId: 'another' })).rejects.toThrow(
    `account ${dev} cannot be read: \`arn:aws:iam::${example.accounts.tools}:user/hatstack-scanner\` cannot put on \`arn:aws:iam::${dev}:role/${ROLE_OF_HATSTACK}\` (AccessDenied)`,
  );
});

test('a caller that may not read the organisation leaves it to the managing account, where that is read too', async () => {
  const { dev } = example.accounts;
  const emulator = openEmulator(moto.endpoint);
  const { iam } = await emulator.account(dev);
  await iam.send(new CreateUserCommand({ UserName: 'somebody' }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'somebody' }));
  vi.stubEnv('AWS_ACCESS_KEY_ID', AccessKey?.AccessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', AccessKey?.SecretAccessKey);

  const without = await scan({ accounts: [dev], regions: ['us-east-1'] });
  expect(without.gaps.map(({ source, account }) => `${source} ${account}`)).toEqual([
    `organizations:ListAccounts ${dev}`,
    `organizations:ListRoots ${dev}`,
  ]);

  await emulator.managing.iam.send(
    new CreateRoleCommand({
      RoleName: ROLE_OF_HATSTACK,
      AssumeRolePolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { AWS: dev }, Action: 'sts:AssumeRole' }],
      }),
    }),
  );
  const withManager = await scan({ accounts: [dev, MANAGING], regions: ['us-east-1'] });
  expect(withManager.gaps).toEqual([]);
  expect(ofKind(withManager, 'organization-account')).toHaveLength(5);

  vi.stubEnv('AWS_ACCESS_KEY_ID', example.scanner.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', example.scanner.secretAccessKey);
});

test('an API that the endpoint does not have is a gap', async () => {
  const listRuleTypes = call(
    'codepipeline:ListRuleTypes',
    (codepipeline: CodePipelineClient, input: ListRuleTypesCommandInput) =>
      codepipeline.send(new ListRuleTypesCommand(input)),
  );
  const webhooks = collector({
    service: 'codepipeline',
    scope: 'region',
    phase: 1,
    client: (config) => new CodePipelineClient(config),
    calls: [listRuleTypes],
    async collect({ ask }) {
      await ask(listRuleTypes, {});
    },
  });
  const snapshot = await scan({ regions: ['us-east-1'] }, { collectors: [...collectors, webhooks] });
  expect(snapshot.gaps.map(({ source, cause }) => `${source} ${cause}`)).toEqual(
    Array.from({ length: 4 }, () => 'codepipeline:ListRuleTypes unsupported'),
  );
  expect(ofKind(snapshot, 'pipeline').length).toBeGreaterThan(0);
});

test('nobody at the endpoint: one line with what to do', async () => {
  vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:1');
  await expect(scan()).rejects.toThrow('cannot reach `http://127.0.0.1:1` (ECONNREFUSED)');
  vi.stubEnv('AWS_ENDPOINT_URL', moto.endpoint);
});

test('a suspended account is left out and told apart from a failure', async () => {
  const { dev, staging, tools } = example.accounts;
  await openEmulator(moto.endpoint).organizations.send(new CloseAccountCommand({ AccountId: staging }));
  const events: ScanEvent[] = [];
  const snapshot = await scan(
    { accounts: [dev, staging, tools], regions: ['us-east-1'] },
    { onProgress: (event) => events.push(event) },
  );
  expect(events).toContainEqual({ kind: 'account-skipped', account: staging, why: 'suspended' });
  expect(snapshot.facts.some(({ account }) => account === staging)).toBe(false);
  expect(snapshot.gaps).toEqual([]);
  expect(snapshot.accounts).toContain(staging);
});

test('a partly readable account gives what it may, and gaps for the rest', async () => {
  const { dev } = example.accounts;
  const { iam } = await openEmulator(moto.endpoint).account(dev);
  const Action = [
    'iam:GetAccountAuthorizationDetails',
    'iam:ListAccessKeys',
    'iam:ListOpenIDConnectProviders',
  ];
  const Statement = [{ Effect: 'Allow', Action, Resource: '*' }];
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  await iam.send(
    new PutRolePolicyCommand({ RoleName: ROLE_OF_HATSTACK, PolicyName: 'read', PolicyDocument }),
  );
  // Whether the emulator looks at identity policies: after so many calls.
  const lookAfter = (calls: string) =>
    fetch(`${moto.endpoint}/moto-api/reset-auth`, { method: 'POST', body: calls });
  await lookAfter('0');
  const snapshot = await scan({ accounts: [dev] });
  expect(ofKind(snapshot, 'iam-role').length).toBeGreaterThan(5);
  expect(ofKind(snapshot, 'caller-identity')).toHaveLength(1);
  expect(snapshot.gaps.map(({ source, account, region, cause }) => [source, account, region, cause])).toEqual(
    [
      ...[...REGIONS].sort().map((region) => ['codepipeline:ListPipelines', dev, region, 'denied']),
      ['iam:ListSAMLProviders', dev, 'global', 'denied'],
      // The scanner's own user may not read the organisation, and the scan went on.
      ['organizations:DescribeOrganization', example.accounts.tools, 'global', 'denied'],
    ],
  );

  // The statement that is said to cure the gaps does.
  const Cured = curesOf(snapshot.gaps.filter(({ account }) => account === dev)).role;
  expect(Cured?.Action).toEqual(['codepipeline:ListPipelines', 'iam:ListSAMLProviders']);
  await lookAfter('1');
  await iam.send(
    new PutRolePolicyCommand({
      RoleName: ROLE_OF_HATSTACK,
      PolicyName: 'cured',
      PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [Cured] }),
    }),
  );
  await lookAfter('0');
  const again = await scan({ accounts: [dev] });
  expect(again.gaps.filter(({ account }) => account === dev)).toEqual([]);
});
