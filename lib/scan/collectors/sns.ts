// Reads the topics that pipelines tell: their policy and the key that encrypts them. Never a message.
import {
  GetTopicAttributesCommand,
  type GetTopicAttributesCommandInput,
  SNSClient,
} from '@aws-sdk/client-sns';
import { actionReferences, isName } from '../action-references';
import { call, collector } from '../collector';

const getTopicAttributes = call(
  'sns:GetTopicAttributes',
  (sns: SNSClient, input: GetTopicAttributesCommandInput) => sns.send(new GetTopicAttributesCommand(input)),
);

/** Facts `topic`; one of null is a topic that an approval names and that does not exist. */
export const sns = collector({
  service: 'sns',
  scope: 'region',
  phase: 2,
  client: (config) => new SNSClient(config),
  calls: [getTopicAttributes],
  async collect({ ask, note, account, region, partition, known }) {
    const here = `arn:${partition}:sns:${region}:${account}:`;
    const arns = actionReferences(known, ['Manual'])
      .map(({ configuration }) => configuration.NotificationArn)
      .filter(isName)
      .filter((arn) => arn.startsWith(here));
    for (const arn of [...new Set(arns)].sort()) {
      const answer = await ask(getTopicAttributes, { TopicArn: arn }, { scope: arn });
      if (answer !== 'gap')
        note({ kind: 'topic', source: getTopicAttributes, arn, data: answer === 'absent' ? null : answer });
    }
  },
});
