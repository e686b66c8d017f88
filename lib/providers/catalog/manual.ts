// A manual approval: asks people, and at most tells a topic.
import { parseArn } from '@/lib/names/arn';
import type { ActionProvider, ActionSetting, Call } from '../action-provider';
import { configurationText, configurationValue } from '../configuration';
import type { StructureFault } from '../structure-fault';
import { topicKeyCalls, topicKeyFaults } from '../topic-key';

const DOCS =
  'https://docs.aws.amazon.com/codepipeline/latest/userguide/approvals-service-role-permissions.html';

export const manual: ActionProvider = {
  id: 'manual',
  category: 'Approval',
  owner: 'AWS',
  provider: 'Manual',
  title: 'Manual approval',
  docs: DOCS,
  artifacts: { reads: false, writes: false, acl: 'never' },
  needsNoRole: (action) => configurationValue(action, 'NotificationArn').kind === 'missing',
  calls: tellTopic,
  passes: () => [],
};

function tellTopic(setting: ActionSetting): readonly Call[] {
  if (configurationValue(setting.action, 'NotificationArn').kind === 'missing') return [];
  const topic = configurationText(setting.action, 'NotificationArn');
  const parts = parseArn(topic.text);
  const cannotTell =
    topic.cannotTell ?? (parts === null ? `NotificationArn \`${topic.text}\` is not an ARN` : undefined);
  const found = setting.inventory.topics.get(topic.text);
  return [
    {
      kind: 'calls',
      target: {
        kind: 'topic',
        name: parts?.resource ?? topic.text,
        arn: parts === null ? null : topic.text,
        account: parts?.account ?? null,
        region: parts?.region ?? null,
        job: 'topic',
      },
      needs: [
        {
          action: 'sns:Publish',
          resource: topic.text,
          essential: true,
          because: 'CodePipeline tells the approvers through the topic.',
          source: DOCS,
          ...(cannotTell === undefined ? {} : { cannotTell }),
        },
      ],
      faults: [...missingTopic(setting, topic.text), ...topicKeyFaults(setting, found)],
    },
    ...topicKeyCalls(setting, found),
  ];
}

/** What an approval does whose topic is gone AWS does not say. */
function missingTopic({ inventory }: ActionSetting, arn: string): readonly StructureFault[] {
  if (!inventory.absent.has(arn)) return [];
  return [
    {
      rule: 'topic-missing',
      sentence: `there is no topic ${arn}, and AWS does not say whether the approval then waits or fails`,
      source: DOCS,
      certain: false,
      leavesOpen: true,
    },
  ];
}
