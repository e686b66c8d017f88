// Tells from a text which kind of principal it names.
import { arnName, parseArn } from '@/lib/names/arn';
import type { Context, Principal } from './request';

/** The principal that an ARN, a service name or a provider's URL names; null when it names none. An assumed-role ARN lacks the
 *  role's path: it is taken from `aws:PrincipalArn` where the context has it. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html (read 2026-11-24) */
export function readPrincipal(
  text: string,
  account: string | null,
  action: string,
  context: Context,
): Principal | null {
  if (text === '*' || text === 'anonymous') return { kind: 'anonymous' };
  const arn = parseArn(text);
  if (arn === null) return hostPrincipal(text, action);
  const owner = account ?? arn.account;
  const [type = '', name = '', session] = arn.resource.split('/');
  if (arn.service === 'sts' && type === 'assumed-role' && name !== '') {
    const role = roleOf(context, name);
    return {
      kind: 'role',
      arn: role ?? `arn:${arn.partition}:iam::${arn.account}:role/${name}`,
      account: owner,
      ...(role === null ? { isPathOpen: true } : {}),
      ...(session === undefined ? {} : { sessionName: arn.resource.slice(`${type}/${name}/`.length) }),
    };
  }
  if (arn.service === 'sts' && type === 'federated-user' && name !== '')
    return { kind: 'federated-user', arn: text, account: owner };
  if (arn.service !== 'iam') return null;
  if (arn.resource === 'root') return { kind: 'root', account: owner, partition: arn.partition };
  if (name === '') return null;
  switch (type) {
    case 'role':
      return { kind: 'role', arn: text, account: owner };
    case 'user':
      return { kind: 'user', arn: text, account: owner };
    case 'oidc-provider':
      return { kind: 'web-identity', provider: text };
    case 'saml-provider':
      return { kind: 'saml', provider: text };
    default:
      return null;
  }
}

function roleOf(context: Context, name: string): string | null {
  const key = Object.keys(context).find((one) => one.toLowerCase() === 'aws:principalarn');
  const state = key === undefined ? undefined : context[key];
  const arn = state?.kind === 'known' ? state.values[0] : undefined;
  return arn?.includes(':role/') && arnName(arn) === name ? arn : null;
}

/** A host name is a service of AWS, or an identity provider: Cognito's is both, and told by the action. */
function hostPrincipal(text: string, action: string): Principal | null {
  if (!/^(https:\/\/)?[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/i.test(text)) return null;
  const isService = /\.(amazonaws\.com(\.cn)?|amazon\.com|internal)$/i.test(text);
  const isWebIdentity = action.toLowerCase() === 'sts:assumerolewithwebidentity';
  return isService && !isWebIdentity
    ? { kind: 'service', service: text }
    : { kind: 'web-identity', provider: text };
}
