// EKS: applies manifests or a chart to a cluster, from inside its network and as a user of Kubernetes.
import type { ActionProvider, ActionSetting, Call } from '../action-provider';
import { callOn } from '../call-on';
import { clusterAccessFaults } from '../cluster-access';
import { configurationText, openBy } from '../configuration';
import { lookUp } from '../look-up';
import { managedCompute, subnetsOf } from '../managed-compute';
import { needsFor } from '../need';
import { joinNetwork } from '../network';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-EKS.html';

export const eks: ActionProvider = {
  id: 'eks',
  category: 'Deploy',
  owner: 'AWS',
  provider: 'EKS',
  title: 'EKS deploy',
  docs: DOCS,
  artifacts: { reads: true, writes: false, acl: 'never' },
  calls: (setting) => [findCluster(setting), ...compute(setting)],
  passes: () => [],
};

/** IAM is not the whole answer: the cluster must know the role as well, by an access entry or in its aws-auth map. */
function findCluster(setting: ActionSetting): Call {
  const name = configurationText(setting.action, 'ClusterName');
  const arn = `arn:${setting.partition}:eks:${setting.region}:${setting.account}:cluster/${name.text}`;
  const cluster = lookUp(setting.inventory, setting.inventory.clusters, arn, {
    name,
    call: 'eks:DescribeCluster',
    what: `the cluster ${name.text}`,
  });
  return callOn(
    setting,
    { kind: 'cluster', name, arn, job: 'cluster', scanned: cluster.kind === 'found' },
    [
      ...needsFor(['eks:DescribeCluster'], arn, {
        because: 'The action looks up where the cluster answers.',
        source: DOCS,
        open: openBy(name),
      }),
      ...needsFor(['ec2:DescribeRouteTables'], '*', {
        because: 'The action finds its way into the network of the cluster.',
        source: DOCS,
      }),
    ],
    clusterAccessFaults(setting, arn, cluster),
  );
}

/** The network of the cluster is joined also where no subnet is configured. */
function compute(setting: ActionSetting): readonly Call[] {
  const calls = managedCompute(setting, DOCS);
  if (calls.some(({ target }) => target.kind === 'network')) return calls;
  const { partition, region, account } = setting;
  return [...calls, joinNetwork({ partition, region, account, subnets: subnetsOf(setting), source: DOCS })];
}
