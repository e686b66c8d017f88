// Whether the upload of an output artifact carries an ACL.
import type { ActionProvider } from '@/lib/providers/action-provider';

export type UploadAcl = 'yes' | 'no' | 'perhaps';

/** What the provider's rule says of an upload into a store of the role's own account, or of another one. Never throws. */
export function aclOf(rule: ActionProvider['artifacts']['acl'], isAcrossAccounts: boolean): UploadAcl {
  if (rule === 'always') return 'yes';
  if (rule === 'never' || !isAcrossAccounts) return 'no';
  return rule === 'across-accounts' ? 'yes' : 'perhaps';
}
