// Roles that an action hands on to a service.
import { arnAccount } from '@/lib/names/arn';
import type { ActionSetting, PassedRole } from '@/lib/providers/action-provider';
import { passRoleContext, serviceAssumeContext } from './execution-context';
import type { NodeId } from './hop';
import { type NodeSet, roleNode, unknownRoleNode } from './node-set';
import { needOf, openOf, type PathBuilder, sessionOf } from './path-builder';

const PASS_ROLE_DOCS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html';

/** Passing takes two: the caller may pass the role to this service, and the role lets the service put it on. A role can be passed
 *  only inside its own account. */
export function addPassedRole(
  path: PathBuilder,
  nodes: NodeSet,
  setting: ActionSetting,
  passed: PassedRole,
  actionId: NodeId,
): void {
  const { inventory, partition, account, region } = setting;
  const role = passed.role ?? '*';
  const foreign = passed.role !== null && arnAccount(passed.role) !== account;
  const to =
    passed.role === null
      ? nodes.add(unknownRoleNode(actionId, account, passed.job))
      : nodes.add(roleNode(inventory, passed.role, passed.job));
  const open = openOf(passed);
  const pass = needOf(sessionOf(setting.role), region, {
    action: 'iam:PassRole',
    resource: role,
    essential: true,
    because: passed.because,
    source: PASS_ROLE_DOCS,
    context: passRoleContext(partition, passed.service),
    ...open,
  });
  const trust = {
    principal: { kind: 'service' as const, service: passed.service },
    action: 'sts:AssumeRole',
    resource: role,
    resourceAccount: arnAccount(role),
    base: serviceAssumeContext(account, null, region),
    context: {},
    essential: true,
    because: 'The service must be able to put the role on.',
    source: passed.source,
    ...open,
  };
  path.add(
    'passes',
    actionId,
    to,
    [pass, trust],
    foreign
      ? [
          {
            rule: 'passed-role-other-account',
            sentence: `the ${passed.job} belongs to ${arnAccount(role)}, and a role can be passed only inside its own account (${account})`,
            source: PASS_ROLE_DOCS,
            certain: true,
          },
        ]
      : [],
  );
}
