// IAM: passing a role is a matter of the identity alone, and stays in the role's account.
import { ORDINARY, type ServiceRules } from '../service';

/** The rules of IAM.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html (read 2026-11-24) */
export const iamRules: ServiceRules = {
  ...ORDINARY,
  service: 'iam',
  ignoresResourcePolicy: (env) => env.action === 'iam:passrole',
  refusal: (env) =>
    env.action === 'iam:passrole'
      ? { when: 'cross-account', why: 'a role can be passed only within its own account' }
      : null,
};
