import { expect, test } from 'vitest';
import { awsError, checkCollector } from '../collector.fixture';
import { iam } from './iam';

const role = (name: string) => ({ Arn: `arn:aws:iam::111111111111:role/${name}`, RoleName: name });
const NO_PROVIDERS = {
  ListOpenIDConnectProviders: [{ OpenIDConnectProviderList: [] }],
  ListSAMLProviders: [{ SAMLProviderList: [] }],
};

test('walks through all pages of the authorization details', async () => {
  const heard = await checkCollector(iam, {
    ...NO_PROVIDERS,
    GetAccountAuthorizationDetails: [
      { IsTruncated: true, Marker: 'next', RoleDetailList: [role('first')] },
      {
        IsTruncated: false,
        RoleDetailList: [role('second')],
        UserDetailList: [{ Arn: 'arn:aws:iam::111111111111:user/u' }],
      },
    ],
  });
  expect(heard.facts.map(({ kind, arn }) => `${kind} ${arn}`)).toEqual([
    'iam-role arn:aws:iam::111111111111:role/first',
    'iam-role arn:aws:iam::111111111111:role/second',
    'iam-user arn:aws:iam::111111111111:user/u',
  ]);
  expect(heard.asked[1]?.input).toMatchObject({ Marker: 'next' });
  expect(heard.gaps).toEqual([]);
});

test('keeps the first page and notes a gap when the second is throttled to the end', async () => {
  const pages = [
    { IsTruncated: true, Marker: 'next', RoleDetailList: [role('first')] },
    awsError('ThrottlingException', 400),
  ];
  const heard = await checkCollector(iam, { ...NO_PROVIDERS, GetAccountAuthorizationDetails: pages });
  expect(heard.facts).toHaveLength(1);
  expect(heard.gaps).toEqual([
    {
      source: 'iam:GetAccountAuthorizationDetails',
      permission: 'iam:GetAccountAuthorizationDetails',
      account: '111111111111',
      region: 'global',
      scope: null,
      cause: 'throttled',
      code: 'ThrottlingException',
    },
  ]);
});

test('reads each OIDC provider, and goes on where one is denied', async () => {
  const arn = (name: string) => `arn:aws:iam::111111111111:oidc-provider/${name}`;
  const heard = await checkCollector(iam, {
    ...NO_PROVIDERS,
    GetAccountAuthorizationDetails: [{}],
    ListOpenIDConnectProviders: [{ OpenIDConnectProviderList: [{ Arn: arn('a') }, { Arn: arn('b') }] }],
    GetOpenIDConnectProvider: [
      awsError('AccessDenied', 403),
      { Url: 'b', ClientIDList: ['aud'], $metadata: {} },
    ],
  });
  expect(heard.gaps.map(({ scope, cause }) => [scope, cause])).toEqual([[arn('a'), 'denied']]);
  expect(heard.facts).toEqual([
    expect.objectContaining({
      kind: 'oidc-provider',
      arn: arn('b'),
      data: { Url: 'b', ClientIDList: ['aud'] },
    }),
  ]);
});

test('tells of each user whether there are keys, and never their ids', async () => {
  const user = (name: string) => ({ Arn: `arn:aws:iam::111111111111:user/${name}`, UserName: name });
  const CreateDate = new Date('2021-03-01T00:00:00.000Z');
  const heard = await checkCollector(iam, {
    ...NO_PROVIDERS,
    GetAccountAuthorizationDetails: [{ UserDetailList: [user('anna'), user('jenkins')] }],
    ListAccessKeys: [
      { AccessKeyMetadata: [] },
      {
        AccessKeyMetadata: [
          { UserName: 'jenkins', AccessKeyId: 'AKIAEXAMPLE', Status: 'Active', CreateDate },
        ],
      },
    ],
  });
  expect(heard.facts.filter(({ kind }) => kind === 'access-keys').map(({ data }) => data)).toEqual([
    { AccessKeys: [] },
    { AccessKeys: [{ Status: 'Active', CreateDate: '2021-03-01T00:00:00.000Z' }] },
  ]);
  expect(JSON.stringify(heard.facts)).not.toContain('AKIA');
});

test('asks no further user where one call for keys was refused: one gap tells it', async () => {
  const user = (name: string) => ({ Arn: `arn:aws:iam::111111111111:user/${name}`, UserName: name });
  const heard = await checkCollector(iam, {
    ...NO_PROVIDERS,
    GetAccountAuthorizationDetails: [{ UserDetailList: [user('anna'), user('jenkins')] }],
    ListAccessKeys: [awsError('AccessDenied', 403)],
  });
  expect(heard.gaps).toMatchObject([{ source: 'iam:ListAccessKeys', cause: 'denied', scope: null }]);
  expect(heard.facts.some(({ kind }) => kind === 'access-keys')).toBe(false);
});
