// Lambda as a deployment: new code, a new version, and where wanted an alias that is shifted to it.
import type { ActionProvider, ActionSetting, Call } from '../action-provider';
import { callOn } from '../call-on';
import { configurationText, configurationValue, openBy } from '../configuration';
import { functionCall } from '../function-role';
import { managedCompute } from '../managed-compute';
import { needsFor, needsOnAny } from '../need';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-LambdaDeploy.html';

export const lambdaDeploy: ActionProvider = {
  id: 'lambda-deploy',
  category: 'Deploy',
  owner: 'AWS',
  provider: 'Lambda',
  title: 'Lambda deploy',
  docs: DOCS,
  artifacts: { reads: true, writes: false, acl: 'never' },
  calls: (setting) => [updateFunction(setting), ...watchAlarms(setting), ...managedCompute(setting, DOCS)],
  passes: () => [],
};

function updateFunction(setting: ActionSetting): Call {
  const { action, partition, region, account } = setting;
  const name = configurationText(action, 'FunctionName');
  const arn = `arn:${partition}:lambda:${region}:${account}:function:${name.text}`;
  const shape = { source: DOCS, open: openBy(name) };
  const alias = configurationValue(action, 'FunctionAlias');
  const needs = [
    ...needsFor(['lambda:UpdateFunctionCode', 'lambda:PublishVersion'], arn, {
      ...shape,
      because: 'The action updates the code and publishes a version.',
    }),
    ...needsOnAny(['lambda:GetFunctionConfiguration'], [arn, `${arn}:*`], {
      ...shape,
      because: 'The action waits until the code is updated.',
    }),
    ...(alias.kind === 'missing'
      ? []
      : needsOnAny(['lambda:GetAlias', 'lambda:UpdateAlias'], [arn, `${arn}:*`], {
          ...shape,
          because: 'The action shifts the alias to the new version.',
        })),
    ...(alias.kind === 'missing'
      ? []
      : needsOnAny(['lambda:GetProvisionedConcurrencyConfig'], [arn, `${arn}:*`], {
          ...shape,
          open: {
            ...shape.open,
            doubt: 'AWS does not say whether it is asked where the alias has no provisioned concurrency',
          },
          because: 'The action looks up the provisioned concurrency of the alias.',
        })),
  ];
  return functionCall(setting, needs, DOCS);
}

function watchAlarms(setting: ActionSetting): readonly Call[] {
  const alarms = configurationValue(setting.action, 'Alarms');
  if (alarms.kind === 'missing') return [];
  const { partition, region, account } = setting;
  const names = alarms.kind === 'value' ? alarms.text.split(',').map((one) => one.trim()) : ['*'];
  return names.map((name) => {
    const arn = `arn:${partition}:cloudwatch:${region}:${account}:alarm:${name}`;
    return callOn(
      setting,
      { kind: 'alarm', name: { text: name }, arn, job: 'alarm' },
      needsFor(['cloudwatch:DescribeAlarms'], arn, {
        because: 'The action watches the alarm while it shifts the alias.',
        source: DOCS,
        open: alarms.kind === 'variable' ? { cannotTell: alarms.reason } : {},
      }),
    );
  });
}
