// Whether a cluster of EKS lets a role in, and lets it deploy. IAM does not decide that: the cluster does.
import { matchesWildcard } from '@/lib/iam/wildcard';
import type { AccessEntry, Cluster } from '@/lib/model/service-resource';
import { arnName } from '@/lib/names/arn';
import type { ActionSetting } from './action-provider';
import { missingFault } from './call-on';
import { configurationValue } from './configuration';
import type { LookUp } from './look-up';
import { notReadFault } from './not-read';
import type { StructureFault } from './structure-fault';

const DOCS = 'https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html';
const POLICY_DOCS = 'https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html';

/** AWS's policies with which workloads can be changed. What a manifest asks beyond that is not read.
 *  @see https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html (read 2026-11-27) */
const CHANGES = ['AmazonEKSClusterAdminPolicy', 'AmazonEKSAdminPolicy', 'AmazonEKSEditPolicy'];

/** What keeps the role that runs the action out of its cluster, or why nobody can tell. Without an entry the role is a stranger to
 *  a cluster that goes by entries alone; one that goes by its aws-auth map too may know it by that. Never throws.
 *  @see https://docs.aws.amazon.com/eks/latest/userguide/setting-up-access-entries.html (read 2026-11-27) */
export function clusterAccessFaults(
  setting: ActionSetting,
  arn: string,
  cluster: LookUp<Cluster>,
): readonly StructureFault[] {
  const { inventory, role } = setting;
  const name = arnName(arn).replace(/^cluster\//, '');
  if (cluster.kind === 'absent') return [missingFault(setting, 'cluster-missing', `cluster ${name}`, DOCS)];
  if (cluster.kind === 'open')
    return cluster.open.unread === undefined ? [] : [unread('eks:DescribeCluster', `the cluster ${name}`)];
  const { authentication, entries } = cluster.value;
  if (authentication !== 'API' && authentication !== 'API_AND_CONFIG_MAP')
    return [
      open(`whether the aws-auth map inside the cluster ${name} names ${arnName(role)} cannot be read`),
    ];
  if (entries.kind === 'unread')
    return [unread('eks:ListAccessEntries', `the list of access entries of the cluster ${name}`)];
  const entry = entries.value.find(({ principal }) => principal === role);
  if (entry !== undefined) return entryFaults(setting, name, entry, unread);
  return authentication === 'API'
    ? [
        {
          rule: 'cluster-access-missing',
          sentence: `the cluster ${name} has no access entry for ${arnName(role)}, and goes by nothing else`,
          source: DOCS,
          certain: true,
          curedIn: setting.account,
        },
      ]
    : [
        open(
          `the cluster ${name} has no access entry for ${arnName(role)}, and whether the aws-auth map inside it names the role cannot be read`,
        ),
      ];

  function unread(call: string, what: string): StructureFault {
    return notReadFault(inventory, { rule: 'cluster-access-not-read', what, arn, call, source: DOCS });
  }
}

function open(sentence: string): StructureFault {
  return { rule: 'cluster-access-not-read', sentence, source: DOCS, certain: false, leavesOpen: true };
}

/** Beside AWS's policies, role bindings inside the cluster may give something to the entry's groups and to its user name. */
function entryFaults(
  { action, role }: ActionSetting,
  cluster: string,
  { groups, policies }: AccessEntry,
  unread: (call: string, what: string) => StructureFault,
): readonly StructureFault[] {
  const who = arnName(role);
  if (policies.kind === 'unread')
    return [
      unread('eks:ListAssociatedAccessPolicies', `what the access entry of ${who} may do in ${cluster}`),
    ];
  const namespace = configurationValue(action, 'Namespace');
  const isHere = (scope: string) => namespace.kind === 'value' && matchesWildcard(scope, namespace.text);
  const changing = policies.value.filter((one) => CHANGES.includes(arnName(one.arn)));
  if (changing.some(({ namespaces }) => namespaces === null || namespaces.some(isHere))) return [];
  const inside = `whether role bindings inside the cluster ${cluster} let ${who} deploy cannot be read`;
  const known =
    groups.kind === 'read' && groups.value.length > 0 ? ` (groups ${groups.value.join(', ')})` : '';
  const scopes = changing.flatMap(({ namespaces }) => namespaces ?? []);
  const because =
    scopes.length > 0
      ? `its policies count in ${scopes.join(', ')} only`
      : 'none of its access policies lets it change workloads';
  return [{ ...open(`${inside}${known}: ${because}`), source: POLICY_DOCS }];
}
