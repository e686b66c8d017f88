// What a role may do that goes beyond any pipeline: everything, or whatever it likes in IAM.
import type { Role, User } from '@/lib/model/resource';
import type { Region } from '@/lib/names/arn';
import { type Answer, ownSideAllows, speaksOf } from './ask';
import { NOBODY, partitionOf, strangeRole, strangeThing } from './nobody';
import type { Judged } from './rule';

/** Requests by which a principal gives itself, or somebody at hand, any right of its account.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html (read 2026-11-27) */
const REWRITES: readonly (readonly [action: string, resource: 'role' | 'policy' | 'user'])[] = [
  ['iam:PutRolePolicy', 'role'],
  ['iam:AttachRolePolicy', 'role'],
  ['iam:UpdateAssumeRolePolicy', 'role'],
  ['iam:CreatePolicyVersion', 'policy'],
  ['iam:PutUserPolicy', 'user'],
  ['iam:AttachUserPolicy', 'user'],
  ['iam:CreateAccessKey', 'user'],
];

export interface Powers {
  /** Also what no service offers yet: the policies name no service. */
  readonly everything: Answer;
  /** For each request that changes rights of a role, a policy or a user whom nobody had in mind. */
  readonly rewrites: readonly { readonly action: string; readonly answer: Answer }[];
}

/** Asked once for each principal. Never throws. */
export function powersOf(judged: Judged, principal: Role | User, region: Region): Powers {
  return judged.shelf.onceOf('powers', principal.arn, () => {
    const { arn, account } = principal;
    const things = {
      role: strangeRole(arn, account),
      policy: `arn:${partitionOf(arn)}:iam::${account}:policy/${NOBODY}`,
      user: `arn:${partitionOf(arn)}:iam::${account}:user/${NOBODY}`,
    };
    const everything = ownSideAllows(judged, principal, {
      action: `${NOBODY}:Do`,
      resource: strangeThing(arn, NOBODY, account, region, NOBODY),
      account,
      region,
    });
    const own = speaksOf(judged, principal, 'iam') ? REWRITES : [];
    const rewrites = own
      .map(([action, kind]) => ({
        action,
        answer: ownSideAllows(judged, principal, { action, resource: things[kind], account, region }),
      }))
      .filter(({ answer }) => answer.verdict === 'allowed' || answer.verdict === 'unknown');
    return { everything, rewrites };
  });
}

/** Whether everything is allowed, whatever else is said of the principal. Never throws. */
export function isAdministrator(judged: Judged, principal: Role | User, region: Region): boolean {
  return powersOf(judged, principal, region).everything.verdict === 'allowed';
}
