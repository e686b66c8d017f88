// The read-only role as a page shows it: the same texts that `hatstack role` prints, and why each service is asked.
import 'server-only';
import { EXTERNAL_ID, PRINCIPAL, ROLE_NAME } from '@/lib/config/shapes';
import { type ServiceCalls, serviceCalls } from '@/lib/scan/call-reasons';
import { collectors } from '@/lib/scan/collectors/index';
import { type ReadRoleChoices, readRole } from '@/lib/scan/read-role';
import { readRoleChoices } from '@/lib/scan/read-role-choices';
import { cloudFormationRole } from '@/lib/scan/read-role-cloudformation';
import { terraformRole } from '@/lib/scan/read-role-terraform';

export interface RoleTexts {
  readonly cloudFormation: string;
  readonly terraform: string;
  readonly calls: readonly ServiceCalls[];
  /** One line: which choice is not in shape, and was left out; null where all are. */
  readonly problem: string | null;
}

const LABELS = { roleName: 'Role name', trusted: 'Trusted account', externalId: 'External id' } as const;

/** Never throws. */
export function roleTexts(given: ReadRoleChoices): RoleTexts {
  const read = readRoleChoices(given, { roleName: ROLE_NAME, trusted: PRINCIPAL, externalId: EXTERNAL_ID });
  const role = readRole(collectors, read.kind === 'choices' ? read.choices : {});
  return {
    cloudFormation: cloudFormationRole(role),
    terraform: terraformRole(role),
    calls: serviceCalls(collectors),
    problem: read.kind === 'choices' ? null : `${LABELS[read.which]} takes ${read.takes}`,
  };
}
