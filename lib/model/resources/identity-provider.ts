// OIDC identity providers: the doors through which CI systems come in.
import { listField, textField } from '../fact-index';
import type { Reader } from '../reader';
import type { IdentityProvider } from '../resource';

/** Reads OIDC providers. */
export const identityProviderReader: Reader<'identity-provider'> = {
  kind: 'identity-provider',
  facts: ['oidc-provider'],
  read: (facts) => ({
    resources: facts.all('oidc-provider').map(
      ({ data, account, arn }): IdentityProvider => ({
        kind: 'identity-provider',
        arn: arn ?? '',
        account,
        url: textField(data, 'Url') ?? '',
        audiences: listField(data, 'ClientIDList').flatMap((one) => (typeof one === 'string' ? one : [])),
      }),
    ),
    problems: [],
  }),
};
