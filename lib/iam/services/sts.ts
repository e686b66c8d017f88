// STS: the role's trust policy must allow explicitly, in one account as across two.
import type { Env } from '../env';
import { ORDINARY, type Refusal, type ServiceRules } from '../service';

/** What the callers of an identity provider may ask for; their calls are not signed by any AWS principal. */
const BY_PROVIDER: { readonly [kind: string]: readonly string[] } = {
  'web-identity': ['sts:assumerolewithwebidentity', 'sts:tagsession', 'sts:setsourceidentity'],
  saml: ['sts:assumerolewithsaml', 'sts:tagsession', 'sts:setsourceidentity'],
};

const ASKS_TRUST_POLICY: readonly string[] = [
  'sts:assumerole',
  'sts:assumerolewithwebidentity',
  'sts:assumerolewithsaml',
  'sts:tagsession',
  'sts:setsourceidentity',
  'sts:setcontext',
];

/** The rules of STS.
 *  @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html (read 2026-11-24) */
export const stsRules: ServiceRules = {
  ...ORDINARY,
  service: 'sts',
  needsResourcePolicy: (env) => ASKS_TRUST_POLICY.includes(env.action),
  needsNoPermission,
  refusal,
};

/** "No permissions are required to perform this operation": who asks who it is learns it even where a policy denies it, and signing in
 *  with MFA no policy can control.
 *  @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html (read 2026-11-27)
 *  @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html (read 2026-11-27) */
function needsNoPermission({ action, principal }: Env): boolean {
  if (action === 'sts:getcalleridentity') return 'account' in principal;
  return action === 'sts:getsessiontoken' && (principal.kind === 'user' || principal.kind === 'root');
}

function refusal(env: Env): Refusal | null {
  const { kind } = env.principal;
  if (kind === 'root' && env.action === 'sts:assumerole')
    return { when: 'always', why: 'the root user of an account cannot assume a role' };
  if (env.action === 'sts:getsessiontoken' && (kind === 'role' || kind === 'federated-user'))
    return { when: 'always', why: 'a session cannot get a session token' };
  if (kind === 'anonymous') return { when: 'always', why: 'STS answers no anonymous request' };
  const allowed = BY_PROVIDER[kind];
  if (allowed && !allowed.includes(env.action))
    return { when: 'always', why: 'a caller of an identity provider can only assume a role through it' };
  return null;
}
