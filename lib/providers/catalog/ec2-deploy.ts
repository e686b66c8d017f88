// EC2: runs a script on tagged instances or managed nodes, which fetch the artifact by themselves.
import { known, UNKNOWN } from '@/lib/iam/context';
import type { ActionProvider, ActionSetting, Call, StatedNeed } from '../action-provider';
import { callOn } from '../call-on';
import { type ConfiguredName, configurationText, configurationValue, openByVariable } from '../configuration';
import { instanceFaults, instanceRoles } from '../instances';
import { managedCompute } from '../managed-compute';
import { needsFor } from '../need';
import type { StructureFault } from '../structure-fault';

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
  serviceRoles: (setting) => (isManaged(setting) ? [] : instanceRoles(setting, ...tagged(setting))),
  faults: (setting) => (isManaged(setting) ? nodeFaults() : instanceFaults(setting, ...tagged(setting))),
};

function isManaged({ action }: ActionSetting): boolean {
  return action.configuration.InstanceType === 'SSM_MANAGED_NODE';
}

/** What the instances are looked up by, and the tag as configured. */
function tagged({ action, partition, region, account }: ActionSetting): readonly [string, ConfiguredName] {
  const { InstanceTagValue: value = '' } = action.configuration;
  const key = configurationText(action, 'InstanceTagKey');
  const type = openByVariable(action, 'InstanceType').cannotTell;
  const isOpen = key.cannotTell !== undefined || value.includes('#{') || type !== undefined;
  const cannotTell =
    type ?? 'the tag of the instances holds a variable, whose value is known only when the pipeline runs';
  const arn = `arn:${partition}:ec2:${region}:${account}:instance/tag:${key.text}=${value}`;
  return [arn, { text: key.text, ...(isOpen ? { cannotTell } : {}) }];
}

function nodeFaults(): readonly StructureFault[] {
  return [
    {
      rule: 'managed-nodes-not-read',
      sentence: 'with which role the managed nodes fetch the artifact was not read',
      source: DOCS,
      certain: false,
      leavesOpen: true,
    },
  ];
}

/** SendCommand is authorised on the document, which belongs to AWS, and on the instance or managed node.
 *  @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html (read 2026-11-24) */
function runCommands(setting: ActionSetting): Call {
  const { action, partition, region, account } = setting;
  const machines = isManaged(setting)
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
        open: openByVariable(action, 'InstanceType'),
        context:
          value === undefined
            ? {}
            : { [`aws:ResourceTag/${key}`]: value.includes('#{') ? UNKNOWN : known(value) },
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
