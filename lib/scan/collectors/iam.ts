// Reads who exists in an account and what they may do: roles, users, groups, policies and identity providers.
import {
  GetAccountAuthorizationDetailsCommand,
  type GetAccountAuthorizationDetailsCommandInput,
  GetOpenIDConnectProviderCommand,
  type GetOpenIDConnectProviderCommandInput,
  IAMClient,
  ListOpenIDConnectProvidersCommand,
  ListSAMLProvidersCommand,
} from '@aws-sdk/client-iam';
import { type Asking, call, collector } from '../collector';

const getAccountAuthorizationDetails = call(
  'iam:GetAccountAuthorizationDetails',
  (iam: IAMClient, input: GetAccountAuthorizationDetailsCommandInput) =>
    iam.send(new GetAccountAuthorizationDetailsCommand(input)),
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

/** Facts `iam-role`, `iam-user`, `iam-group`, `iam-policy`, `oidc-provider`, `saml-provider`. */
export const iam = collector({
  service: 'iam',
  scope: 'account',
  phase: 1,
  client: (config) => new IAMClient(config),
  calls: [
    getAccountAuthorizationDetails,
    listOpenIdConnectProviders,
    getOpenIdConnectProvider,
    listSamlProviders,
  ],
  async collect(asking) {
    await collectAuthorizationDetails(asking);
    await collectOidcProviders(asking);
    await collectSamlProviders(asking);
  },
});

/** The most that one page may hold. */
const MaxItems = 1000;

async function collectAuthorizationDetails({ pages, note }: Asking<IAMClient>): Promise<void> {
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
