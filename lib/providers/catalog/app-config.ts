// AppConfig: deploys a configuration profile to an environment.
import type { ActionProvider, ActionSetting, Call } from '../action-provider';
import { callOn } from '../call-on';
import { configurationText, openBy, openByVariable } from '../configuration';
import { needsFor, needsOnAny } from '../need';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-AppConfig.html';
const ACTION_DOCS =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsappconfig.html';

export const appConfig: ActionProvider = {
  id: 'app-config',
  category: 'Deploy',
  owner: 'AWS',
  provider: 'AppConfig',
  title: 'AppConfig',
  docs: DOCS,
  artifacts: { reads: true, writes: false, acl: 'never' },
  calls: (setting) => [startDeployment(setting)],
  passes: () => [],
};

/** StartDeployment is authorised on everything that takes part.
 *  @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsappconfig.html (read 2026-11-24) */
function startDeployment(setting: ActionSetting): Call {
  const { action, partition, region, account } = setting;
  const application = configurationText(action, 'Application');
  const environment = configurationText(action, 'Environment');
  const profile = configurationText(action, 'ConfigurationProfile');
  const strategy = action.configuration.DeploymentStrategy;
  const place = `arn:${partition}:appconfig:${region}:${account}`;
  const app = `${place}:application/${application.text}`;
  const env = `${app}/environment/${environment.text}`;
  const open = openBy(application, environment, profile, {
    text: '',
    ...openByVariable(action, 'DeploymentStrategy'),
  });
  const involved = [
    app,
    env,
    `${app}/configurationprofile/${profile.text}`,
    ...(strategy === undefined || strategy.includes('#{') ? [] : [`${place}:deploymentstrategy/${strategy}`]),
  ];
  return callOn(setting, { kind: 'app-config', name: profile, arn: env, job: 'configuration' }, [
    ...involved.flatMap((resource) =>
      needsFor(['appconfig:StartDeployment'], resource, {
        because: 'The action deploys the configuration.',
        source: ACTION_DOCS,
        open,
      }),
    ),
    ...needsOnAny(['appconfig:GetDeployment'], [`${env}/deployment/*`, env], {
      because: 'CodePipeline asks again and again how the deployment is doing.',
      source: DOCS,
      open,
    }),
    ...needsFor(['appconfig:StopDeployment'], `${env}/deployment/*`, {
      essential: false,
      because: 'Needed when the deployment is stopped.',
      source: DOCS,
      open,
    }),
  ]);
}
