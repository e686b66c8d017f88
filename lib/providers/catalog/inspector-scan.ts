// InspectorScan: looks for vulnerabilities in the source, or in an image in ECR.
import type { ActionProvider, ActionSetting, Call } from '../action-provider';
import { callOn } from '../call-on';
import { configurationText, openBy } from '../configuration';
import { missingRepository } from '../image-repository';
import { managedCompute } from '../managed-compute';
import { needsFor } from '../need';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-InspectorScan.html';

export const inspectorScan: ActionProvider = {
  id: 'inspector-scan',
  category: 'Invoke',
  owner: 'AWS',
  provider: 'InspectorScan',
  title: 'Inspector scan',
  docs: DOCS,
  artifacts: {
    reads: true,
    writes: true,
    acl: 'never',
    doubtOfReading: ({ configuration }) =>
      configuration.InspectorRunMode === 'ECRImageScan'
        ? 'AWS says that an input is read in the mode SourceCodeScan, and not whether it is else'
        : undefined,
  },
  calls: (setting) => [scan(setting), ...pullImage(setting), ...managedCompute(setting, DOCS)],
  passes: () => [],
};

function scan(setting: ActionSetting): Call {
  return callOn(
    setting,
    { kind: 'scanner', name: { text: 'Inspector' }, arn: null, job: 'scanner' },
    needsFor(['inspector-scan:ScanSbom'], '*', {
      because: 'Inspector scans the list of parts.',
      source: DOCS,
    }),
  );
}

function pullImage(setting: ActionSetting): readonly Call[] {
  const mode = configurationText(setting.action, 'InspectorRunMode');
  if (mode.cannotTell === undefined && mode.text !== 'ECRImageScan') return [];
  const name = configurationText(setting.action, 'ECRRepositoryName');
  const arn = `arn:${setting.partition}:ecr:${setting.region}:${setting.account}:repository/${name.text}`;
  const shape = {
    because: 'The action pulls the image that it scans.',
    source: DOCS,
    open: openBy(mode, name),
  };
  const pull = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchCheckLayerAvailability'];
  return [
    callOn(
      setting,
      { kind: 'image-repository', name, arn, job: 'image repository' },
      [...needsFor(pull, arn, shape), ...needsFor(['ecr:GetAuthorizationToken'], '*', shape)],
      missingRepository(setting, arn, name.text),
    ),
  ];
}
