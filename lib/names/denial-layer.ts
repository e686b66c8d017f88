// Which kind of policy AWS says it refused a call by, and who can change that.

/** `identity`: no policy of the role allows the call; `identity-deny`: one of them denies it; `resource`: the policy of the
 *  resource that was asked about; `trust`: that of the role to be put on; `credentials`: they were not accepted at all;
 *  `organization`: AWS Organizations does not answer an account that neither manages it nor has anything delegated.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html (read 2026-11-27) */
export const DENIAL_LAYERS = [
  'identity',
  'identity-deny',
  'resource',
  'trust',
  'boundary',
  'session',
  'scp',
  'rcp',
  'endpoint',
  'credentials',
  'organization',
] as const;

export type DenialLayer = (typeof DENIAL_LAYERS)[number];

/** What stands in the way where no statement in the policies of the one who asks would help. */
export interface Obstacle {
  /** "a service control policy". */
  readonly by: string;
  /** Who must do what, a sentence without its full stop. */
  readonly lift: string;
}

const OBSTACLES: { readonly [layer in Exclude<DenialLayer, 'identity'>]: Obstacle } = {
  'identity-deny': {
    by: 'a Deny among its own policies',
    lift: 'whoever attached that policy must exempt the scan from its Deny',
  },
  resource: {
    by: 'the policy of the resource',
    lift: 'the owner of the resource must let the read-only role in there',
  },
  trust: {
    by: 'the trust policy of the role',
    lift: 'the owner of the role must name there who scans, with the external id that is sent',
  },
  boundary: {
    by: 'a permissions boundary',
    lift: 'whoever set the boundary must allow the call in it',
  },
  session: {
    by: 'a session policy',
    lift: 'whoever hands out the credentials must allow the call in it',
  },
  scp: {
    by: 'a service control policy',
    lift: 'whoever administers the organisation must exempt the read-only role in it',
  },
  rcp: {
    by: 'a resource control policy',
    lift: 'whoever administers the organisation must exempt the read-only role in it',
  },
  endpoint: {
    by: 'the policy of a VPC endpoint',
    lift: 'whoever runs the network must allow the call in it, or the scan must take another way',
  },
  credentials: {
    by: 'the credentials, which were not accepted',
    lift: 'no permission is missing: log in again, then scan again; where one region alone refuses them, the account may not have enabled it',
  },
  organization: {
    by: 'AWS Organizations, which does not answer this account',
    lift: 'scan from the management account, or from an account to which administration of a service was delegated',
  },
};

/** What stands in the way and who must lift it; null where a statement in the policies of the one who asks is all that is
 *  missing, and where AWS did not say. Never throws. */
export function obstacleOf(layer: DenialLayer | undefined): Obstacle | null {
  return layer === undefined || layer === 'identity' ? null : OBSTACLES[layer];
}
