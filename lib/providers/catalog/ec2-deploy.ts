// EC2: runs a script on tagged instances or managed nodes, which fetch the artifact by themselves.
import { known } from '@/lib/iam/context';
import type { ActionProvider, ActionSetting, Call, StatedNeed } from '../action-provider';
import { callOn } from '../call-on';
import { configurationValue } from '../configuration';
import { unseenInstances } from '../instances';
import { managedCompute } from '../managed-compute';
import { needsFor } from '../need';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-EC2Deploy.html';

export const ec2Deploy: ActionProvider = {
  id: 'ec2-deploy',
  category: 'Deploy',
  owner: 'AWS',
  provider: 'EC2',
  title: 'EC2 deploy',
  docs: DOCS,
  artifacts: {
    reads: true,
    writes: false,
    acl: 'never',
    doubt: 'AWS says that the instances fetch the artifact, and not whether the running role does too',
  },
  calls: (setting) => [runCommands(setting), ...shiftTargets(setting), ...managedCompute(setting, DOCS)],
  passes: () => [],
  serviceRoles: () => [unseenInstances()],
};

/** SendCommand is authorised on the document, which belongs to AWS, and on the instance or managed node.
 *  @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html (read 2026-11-24) */
function runCommands(setting: ActionSetting): Call {
  const { action, partition, region, account } = setting;
  const isManaged = action.configuration.InstanceType === 'SSM_MANAGED_NODE';
  const machines = isManaged
    ? `arn:${partition}:ssm:${region}:${account}:managed-instance/*`
    : `arn:${partition}:ec2:${region}:${account}:instance/*`;
  const { InstanceTagKey: key = '', InstanceTagValue: value } = action.configuration;
  const because = 'The action runs the deployment on the machines by Systems Manager.';
  const finds: readonly StatedNeed[] = needsFor(
    [
      'ec2:DescribeInstances',
      'ssm:DescribeInstanceInformation',
      'ssm:ListCommandInvocations',
      'ssm:CancelCommand',
    ],
    '*',
    { because: 'The action finds the machines and follows the commands.', source: DOCS },
  );
  return callOn(
    setting,
    { kind: 'instances', name: { text: `machines tagged ${key}` }, arn: null, job: 'instances' },
    [
      ...finds,
      ...needsFor(['ssm:SendCommand'], machines, {
        because,
        source: DOCS,
        context: value === undefined ? {} : { [`aws:ResourceTag/${key}`]: known(value) },
      }),
      ...needsFor(['ssm:SendCommand'], `arn:${partition}:ssm:${region}::document/AWS-RunShellScript`, {
        because,
        source: DOCS,
        resourceAccount: account,
      }),
    ],
  );
}

function shiftTargets(setting: ActionSetting): readonly Call[] {
  const groups = configurationValue(setting.action, 'TargetGroupNameList');
  if (groups.kind === 'missing') return [];
  const names = groups.kind === 'value' ? groups.text.split(',').map((one) => one.trim()) : ['*'];
  const { partition, region, account } = setting;
  const shape = {
    because: 'The action takes each instance out of its target group and puts it back.',
    source: DOCS,
    open: groups.kind === 'variable' ? { cannotTell: groups.reason } : {},
  };
  const shifts = ['elasticloadbalancing:DeregisterTargets', 'elasticloadbalancing:RegisterTargets'];
  const looks = [
    'elasticloadbalancing:DescribeTargetGroups',
    'elasticloadbalancing:DescribeTargetGroupAttributes',
    'elasticloadbalancing:DescribeTargetHealth',
  ];
  return [
    callOn(setting, { kind: 'network', name: { text: names.join(', ') }, arn: null, job: 'target groups' }, [
      ...needsFor(looks, '*', shape),
      ...names.flatMap((name) =>
        needsFor(
          shifts,
          `arn:${partition}:elasticloadbalancing:${region}:${account}:targetgroup/${name}/*`,
          shape,
        ),
      ),
    ]),
  ];
}
