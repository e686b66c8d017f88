// Reads from AWS's message which kind of policy refused, and keeps nothing else of it.
import type { DenialLayer } from '@/lib/names/denial-layer';

/** In the order of AWS's page. A message that names a policy's ARN behind the kind says the same as one without. */
const KINDS: readonly (readonly [policy: RegExp, layer: DenialLayer])[] = [
  [/service control polic(y|ies)/, 'scp'],
  [/resource control polic(y|ies)/, 'rcp'],
  [/VPC endpoint polic(y|ies)/i, 'endpoint'],
  [/permissions boundar(y|ies)/, 'boundary'],
  [/session polic(y|ies)/, 'session'],
  [/(role )?trust polic(y|ies)/, 'trust'],
  [/resource-based polic(y|ies)/, 'resource'],
  [/identity-based polic(y|ies)/, 'identity'],
];

/** What Organizations says to a member account, whatever the policies of the one who asks.
 *  @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccounts.html (read 2026-11-27): "can be called only from
 *  the organization's management account or by a member account that is a delegated administrator" */
const NOT_MANAGING = /^You don't have permissions to access this resource\b/;

/** The kind of policy that a refusal names; undefined where the message names none, as that of many services does.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html (read 2026-11-27) Never throws. */
export function denialLayer(message: string): DenialLayer | undefined {
  if (NOT_MANAGING.test(message)) return 'organization';
  // The resource comes before the reason and may be called anything.
  const reason =
    /\b(with an explicit deny in|because no)\b(?!.*\b(with an explicit deny in|because no)\b)(.*)$/is;
  const [, how = '', , said = ''] = reason.exec(message) ?? [];
  const layer = KINDS.find(([policy]) => policy.test(said))?.[1];
  return layer === 'identity' && how.toLowerCase().startsWith('with') ? 'identity-deny' : layer;
}
