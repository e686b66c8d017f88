// ECRBuildAndPublish: builds an image on CodePipeline's own compute and pushes it.
import type { ActionProvider, ActionSetting, Call } from '../action-provider';
import { callOn } from '../call-on';
import { configurationText, openBy, openByVariable } from '../configuration';
import { missingRepository } from '../image-repository';
import { managedCompute } from '../managed-compute';
import { needsFor } from '../need';

const DOCS =
  'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-ECRBuildAndPublish.html';

export const ecrBuildAndPublish: ActionProvider = {
  id: 'ecr-build-and-publish',
  category: 'Build',
  owner: 'AWS',
  provider: 'ECRBuildAndPublish',
  title: 'ECR build and publish',
  docs: DOCS,
  artifacts: { reads: true, writes: false, acl: 'never' },
  calls: (setting) => [pushImage(setting), ...managedCompute(setting, DOCS)],
  passes: () => [],
};

const PUSH = [
  'DescribeRepositories',
  'InitiateLayerUpload',
  'UploadLayerPart',
  'CompleteLayerUpload',
  'PutImage',
  'BatchCheckLayerAvailability',
];

/** The public registry has a service prefix of its own and lies in no region. */
function pushImage(setting: ActionSetting): Call {
  const { action, partition, region, account } = setting;
  const name = configurationText(action, 'ECRRepositoryName');
  const isPublic = action.configuration.RegistryType === 'public';
  const service = isPublic ? 'ecr-public' : 'ecr';
  const arn = `arn:${partition}:${service}:${isPublic ? '' : region}:${account}:repository/${name.text}`;
  const open = openBy(name, { text: '', ...openByVariable(action, 'RegistryType') });
  const pushes = [...PUSH, ...(isPublic ? [] : ['GetDownloadUrlForLayer'])].map((one) => `${service}:${one}`);
  const logsIn = isPublic
    ? ['ecr-public:GetAuthorizationToken', 'sts:GetServiceBearerToken']
    : ['ecr:GetAuthorizationToken'];
  return callOn(
    setting,
    { kind: 'image-repository', name, arn, job: 'image repository' },
    [
      ...needsFor(pushes, arn, { because: 'The action pushes the image.', source: DOCS, open }),
      ...needsFor(logsIn, '*', { because: 'The action logs in to the registry.', source: DOCS, open }),
    ],
    missingRepository(setting, arn, name.text),
  );
}
