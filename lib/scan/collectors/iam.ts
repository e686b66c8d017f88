// Reads who exists in an account and what they may do: roles, users, groups, policies and identity providers.
import {
  GetAccountAuthorizationDetailsCommand,
  type GetAccountAuthorizationDetailsCommandInput,
  GetOpenIDConnectProviderCommand,
  type GetOpenIDConnectProviderCommandInput,
  IAMClient,
  ListAccessKeysCommand,
  type ListAccessKeysCommandInput,
  ListOpenIDConnectProvidersCommand,
  ListSAMLProvidersCommand,
} from '@aws-sdk/client-iam';
import { type Asking, call, collector } from '../collector';

const getAccountAuthorizationDetails = call(
  'iam:GetAccountAuthorizationDetails',
  (iam: IAMClient, input: GetAccountAuthorizationDetailsCommandInput) =>
    iam.send(new GetAccountAuthorizationDetailsCommand(input)),
);
const listAccessKeys = call('iam:ListAccessKeys', (iam: IAMClient, input: ListAccessKeysCommandInput) =>
  iam.send(new ListAccessKeysCommand(input)),
);
const listOpenIdConnectProviders = call('iam:ListOpenIDConnectProviders', (iam: IAMClient, _: object) =>
  iam.send(new ListOpenIDConnectProvidersCommand({})),
);
const getOpenIdConnectProvider = call(
  'iam:GetOpenIDConnectProvider',
  (iam: IAMClient, input: GetOpenIDConnectProviderCommandInput) =>
    iam.send(new GetOpenIDConnectProviderCommand(input)),
);
const listSamlProviders = call('iam:ListSAMLProviders', (iam: IAMClient, _: object) =>
  iam.send(new ListSAMLProvidersCommand({})),
);

/** Facts `iam-role`, `iam-user`, `iam-group`, `iam-policy`, `access-keys`, `oidc-provider`, `saml-provider`. */
export const iam = collector({
  service: 'iam',
  scope: 'account',
  phase: 1,
  client: (config) => new IAMClient(config),
  calls: [
    getAccountAuthorizationDetails,
    listAccessKeys,
    listOpenIdConnectProviders,
    getOpenIdConnectProvider,
    listSamlProviders,
  ],
  async collect(asking) {
    const users = await collectAuthorizationDetails(asking);
    await collectAccessKeys(asking, users);
    await collectOidcProviders(asking);
    await collectSamlProviders(asking);
  },
});

/** The most that one page may hold. */
const MaxItems = 1000;

interface Holder {
  readonly name: string;
  readonly arn: string;
}

/** Gives the users, of whom one more thing is asked. */
async function collectAuthorizationDetails({ pages, note }: Asking<IAMClient>): Promise<readonly Holder[]> {
  const users: Holder[] = [];
  const source = getAccountAuthorizationDetails;
  const details = pages(source, { MaxItems }, (page) =>
    page.IsTruncated && page.Marker ? { MaxItems, Marker: page.Marker } : undefined,
  );
  for await (const page of details) {
    for (const [kind, list] of [
      ['iam-role', page.RoleDetailList],
      ['iam-user', page.UserDetailList],
      ['iam-group', page.GroupDetailList],
      ['iam-policy', page.Policies],
    ] as const) {
      for (const data of list ?? []) note({ kind, source, arn: data.Arn ?? null, data });
    }
    for (const { UserName: name, Arn: arn } of page.UserDetailList ?? [])
      if (name !== undefined && arn !== undefined) users.push({ name, arn });
  }
  return users;
}

/** Whether each user has keys, in what state and since when. Their ids are not kept. A user has two at most, which is one page; where one
 *  call is not answered the others are not asked: one gap tells it.
 *  @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccessKeys.html (read 2026-11-27) */
async function collectAccessKeys({ ask, note }: Asking<IAMClient>, users: readonly Holder[]): Promise<void> {
  for (const { name, arn } of users) {
    const answer = await ask(listAccessKeys, { UserName: name });
    if (answer === 'gap') return;
    if (answer === 'absent') continue;
    const AccessKeys = (answer.AccessKeyMetadata ?? []).map(({ Status, CreateDate }) => ({
      Status,
      CreateDate,
    }));
    note({ kind: 'access-keys', source: listAccessKeys, arn, data: { AccessKeys } });
  }
}

async function collectOidcProviders({ ask, note }: Asking<IAMClient>): Promise<void> {
  const list = await ask(listOpenIdConnectProviders, {});
  if (list === 'gap' || list === 'absent') return;
  for (const { Arn: arn } of list.OpenIDConnectProviderList ?? []) {
    if (arn === undefined) continue;
    const data = await ask(getOpenIdConnectProvider, { OpenIDConnectProviderArn: arn }, { scope: arn });
    if (data === 'gap' || data === 'absent') continue;
    note({ kind: 'oidc-provider', source: getOpenIdConnectProvider, arn, data });
  }
}

async function collectSamlProviders({ ask, note }: Asking<IAMClient>): Promise<void> {
  const list = await ask(listSamlProviders, {});
  if (list === 'gap' || list === 'absent') return;
  for (const data of list.SAMLProviderList ?? []) {
    note({ kind: 'saml-provider', source: listSamlProviders, arn: data.Arn ?? null, data });
  }
}
