// Device Farm: uploads an app and runs tests on real devices.
import type { ActionProvider, ActionSetting, Call } from '../action-provider';
import { callOn } from '../call-on';
import { configurationText, openBy } from '../configuration';
import { needsFor, needsOnAny } from '../need';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-DeviceFarm.html';
const ACTION_DOCS =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsdevicefarm.html';
const HOME = 'us-west-2';

export const deviceFarm: ActionProvider = {
  id: 'device-farm',
  category: 'Test',
  owner: 'AWS',
  provider: 'DeviceFarm',
  title: 'Device Farm',
  docs: DOCS,
  artifacts: { reads: true, writes: false, acl: 'never' },
  calls: (setting) => [runTests(setting)],
  passes: () => [],
  faults: ({ region }) =>
    region === HOME
      ? []
      : [
          {
            rule: 'device-farm-elsewhere',
            sentence: `Device Farm is at home in ${HOME} only, and this action runs in ${region}`,
            source: 'https://docs.aws.amazon.com/general/latest/gr/devicefarm.html',
            certain: false,
          },
        ],
};

function runTests(setting: ActionSetting): Call {
  const { action, partition, region, account } = setting;
  const project = configurationText(action, 'ProjectId');
  const any = `arn:${partition}:devicefarm:${region}:${account}:*`;
  const shape = { source: DOCS, open: openBy(project) };
  return callOn(
    setting,
    { kind: 'test-devices', name: { ...project, text: 'Device Farm' }, arn: null, job: 'devices' },
    [
      ...needsOnAny(
        [
          'devicefarm:ListDevicePools',
          'devicefarm:CreateUpload',
          'devicefarm:GetUpload',
          'devicefarm:ScheduleRun',
          'devicefarm:GetRun',
        ],
        [any, '*'],
        { ...shape, because: 'The action uploads the app and schedules the run.' },
      ),
      ...needsFor(['devicefarm:ListProjects'], '*', {
        because: 'The action finds the project.',
        source: ACTION_DOCS,
      }),
    ],
  );
}
