// IAM's own words: who is not authorized to perform what, on what, and by which kind of policy.
import type { BlamedLayer, Found, Wording } from '../message';

const LAYERS: readonly (readonly [words: string, layer: BlamedLayer])[] = [
  ['identity-based policy', 'identity'],
  ['permissions boundary', 'boundary'],
  ['session policy', 'session'],
  ['service control policy', 'scp'],
  ['resource control policy', 'rcp'],
  ['resource-based policy', 'resource'],
  ['role trust policy', 'trust'],
  ['VPC endpoint policy', 'endpoint'],
];

const SENTENCE =
  /(?:User: )?(?<principal>\S+) is not authorized to perform: (?<action>[a-z0-9-]+:\w*\*?)(?:,? on (?:this resource|the resource associated with this ciphertext|resource: "?(?<resource>[^"\s]+)"?))?/;
const ABSENT = 'the resource does not exist in this Region';
const CUT = /(?:…|\.\.\.)$/;

/** The kind of policy is named only where AWS says it: to callers of the same account or organisation, and not by every service.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html (read 2026-11-24) */
export const notAuthorized: Wording = {
  id: 'not-authorized',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
  examples: [
    'User: arn:aws:sts::222222222222:assumed-role/deploy/1647222973891 is not authorized to perform: codedeploy:GetApplication on resource: arn:aws:codedeploy:eu-west-1:222222222222:application:shop because no identity-based policy allows the codedeploy:GetApplication action',
    'User: arn:aws:sts::222222222222:assumed-role/deploy/1647222973891 is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::artifacts/shop/Source/abc" with an explicit deny in a service control policy',
    'User: arn:aws:sts::222222222222:assumed-role/deploy/1647222973891 is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access',
    'User: arn:aws:sts::111111111111:assumed-role/hub/1647222973891 is not authorized to perform: sts:AssumeRole because no role trust policy allows the sts:AssumeRole action',
  ],
  read(text) {
    const match = SENTENCE.exec(text);
    if (match?.groups === undefined) return null;
    const { principal = '', action = '', resource } = match.groups;
    const rest = text.slice(match.index + match[0].length);
    const named = resource === undefined ? null : trimmed(resource);
    return {
      principal: principal === 'CodePipeline' ? 'codepipeline.amazonaws.com' : principal,
      action,
      resource: named,
      ...blamed(rest),
      ...(rest.includes(ABSENT) ? { about: 'absent-or-denied', layer: null } : {}),
      ...(rest === '' || CUT.test(text) ? cutOff(resource, rest) : {}),
    };
  },
};

function blamed(rest: string): Pick<Found, 'layer' | 'explicit'> {
  const explicit = /with an explicit deny in (?:an?|the) ([\w -]+)/i.exec(rest);
  const implicit = /because no ([\w -]+?) allows/i.exec(rest);
  const words = (explicit?.[1] ?? implicit?.[1] ?? '').toLowerCase();
  const layer = LAYERS.find(([name]) => words.startsWith(name.toLowerCase()))?.[1] ?? null;
  if (explicit !== null || /with an explicit deny/i.test(rest)) return { layer, explicit: true };
  return implicit === null ? {} : { layer, explicit: false };
}

/** A text that ends in a name may have been cut inside it. */
function cutOff(resource: string | undefined, rest: string): Pick<Found, 'cut'> {
  if (rest !== '' && !/^(?:…|\.\.\.)$/.test(rest)) return {};
  return { cut: resource === undefined ? 'action' : 'resource' };
}

/** Without the punctuation of the sentence around it. */
function trimmed(resource: string): string {
  return resource.replace(/(?:…|[.,;:)'])+$/, '');
}
