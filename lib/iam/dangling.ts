// Principals that are gone: an id in place of an ARN is what AWS shows of a role or user that was deleted.
import type { Policy } from './policy';

export interface DanglingPrincipal {
  /** `AROA…` of a role, `AIDA…` of a user. */
  readonly id: string;
  /** JSON pointer to the statement that names it. */
  readonly pointer: string;
  readonly statement: number;
}

/** Every deleted principal that the policy still names. A new one of the same name has another id and is not let in. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html (read 2026-11-24) */
export function danglingPrincipals(policy: Policy): readonly DanglingPrincipal[] {
  return policy.statements.flatMap(({ index, pointer, principals }) =>
    [...(principals?.uniqueIds ?? [])].sort().map((id) => ({ id, pointer, statement: index })),
  );
}
