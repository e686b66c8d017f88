// A stage condition that looks at an alarm.
import type { ActionProvider } from '../action-provider';
import { callOn } from '../call-on';
import { configurationText, openBy } from '../configuration';
import { needsFor } from '../need';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference-CloudWatchAlarm.html';

export const ruleCloudwatchAlarm: ActionProvider = {
  id: 'rule-cloudwatch-alarm',
  category: 'Rule',
  owner: 'AWS',
  provider: 'CloudWatchAlarm',
  title: 'Alarm check',
  docs: DOCS,
  artifacts: { reads: false, writes: false, acl: 'never' },
  calls: (setting) => {
    const name = configurationText(setting.action, 'AlarmName');
    const arn = `arn:${setting.partition}:cloudwatch:${setting.region}:${setting.account}:alarm:${name.text}`;
    return [
      callOn(
        setting,
        { kind: 'alarm', name, arn, job: 'alarm' },
        needsFor(['cloudwatch:DescribeAlarms'], arn, {
          because: 'The rule looks up the state of the alarm.',
          source: DOCS,
          open: openBy(name),
        }),
      ),
    ];
  },
  passes: () => [],
};
