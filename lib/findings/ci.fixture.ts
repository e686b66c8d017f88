// Test support: a role that jobs of a CI system put on, and that delivers the source of the working pipeline.
import type { Json } from '@/lib/base/json';
import { allow, document, HUB, role } from '@/lib/model/snapshot.fixture';
import type { Fact } from '@/lib/snapshot/fact';

export const GITHUB = 'token.actions.githubusercontent.com';
export const GITLAB = 'gitlab.com';

/** The role and, where audiences are given, its provider. Never throws. */
export function ciRole(
  host: string,
  condition: Json,
  audiences: readonly string[] | null = null,
): readonly Fact[] {
  const provider = `arn:aws:iam::${HUB}:oidc-provider/${host}`;
  const trust = document({
    Effect: 'Allow',
    Principal: { Federated: provider },
    Action: 'sts:AssumeRoleWithWebIdentity',
    ...(condition === null ? {} : { Condition: condition }),
  });
  const deliver = allow('s3:PutObject', 'arn:aws:s3:::drop/shop.zip');
  return [
    role(HUB, 'ci', trust, deliver),
    ...(audiences === null
      ? []
      : [
          {
            kind: 'oidc-provider',
            source: 'iam:GetOpenIDConnectProvider' as const,
            account: HUB,
            region: 'global',
            arn: provider,
            data: { Url: host, ClientIDList: audiences },
          },
        ]),
  ];
}
