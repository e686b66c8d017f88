// The roles that services put on by themselves because of an action, and what they then do.
import { UNKNOWN } from '@/lib/iam/context';
import { type Arn, arnAccount } from '@/lib/names/arn';
import type { ActionSetting, ServiceRole, StatedNeed } from '@/lib/providers/action-provider';
import { addArtifactHops } from './artifact-hops';
import { addCalls } from './call-hops';
import { serviceAssumeContext } from './execution-context';
import type { GraphNode, Need, NodeId } from './hop';
import { type NodeSet, roleNode, serviceNode, unknownRoleNode } from './node-set';
import { needOf, openOf, type PathBuilder, sessionOf } from './path-builder';

/** Adds, for each role, the hop by which its service puts it on, then its artifacts and calls. Of a role that is not known only
 *  the first is drawn, and it says why. */
export function addServiceRoles(
  path: PathBuilder,
  nodes: NodeSet,
  setting: ActionSetting,
  action: NodeId,
  roles: readonly ServiceRole[],
): void {
  for (const one of roles) {
    if (one.isPassed !== true)
      path.add(
        'runs-as',
        nodes.add(serviceNode(one.service)),
        nodes.add(hatOf(setting, action, one)),
        trustNeeds(setting, one),
      );
    if (one.role === null) continue;
    const actor = {
      role: one.role,
      account: arnAccount(one.role) ?? setting.account,
      needs: (stated: readonly StatedNeed[]) => serviceNeeds(one.role ?? '', setting.region, stated),
      ...(one.artifacts?.writeKey === undefined ? {} : { writeKey: one.artifacts.writeKey }),
    };
    const { reads = false, writes = false } = one.artifacts ?? {};
    addArtifactHops(path, nodes, setting, action, actor, { reads, writes, acl: 'never' });
    addCalls(path, nodes, setting, action, one.calls, actor.needs);
  }
}

function hatOf({ inventory, account }: ActionSetting, action: NodeId, one: ServiceRole): GraphNode {
  return one.role === null
    ? unknownRoleNode(action, account, one.job)
    : roleNode(inventory, one.role, one.job);
}

function trustNeeds({ account, region }: ActionSetting, one: ServiceRole): readonly Need[] {
  const principals = [one.service, ...(one.alsoAs ?? [])];
  return principals.map((service) => ({
    principal: { kind: 'service', service },
    action: 'sts:AssumeRole',
    resource: one.role ?? '*',
    resourceAccount: one.role === null ? account : arnAccount(one.role),
    base: serviceAssumeContext(account, one.sourceArn, region),
    context: {},
    essential: principals.length === 1,
    because: one.because,
    source: one.source,
    ...(principals.length === 1 ? {} : { oneOf: 'the service' }),
    ...openOf(one),
  }));
}

/** What a service does with a customer's role may run in the customer's VPC, or through an endpoint: that much is open.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html (read 2026-11-24) */
function serviceNeeds(role: Arn, region: string, stated: readonly StatedNeed[]): readonly Need[] {
  const network = { 'aws:SourceVpc': UNKNOWN, 'aws:SourceVpce': UNKNOWN, 'aws:VpcSourceIp': UNKNOWN };
  return stated.map((one) =>
    needOf(sessionOf(role), region, { ...one, context: { ...network, ...one.context } }),
  );
}
