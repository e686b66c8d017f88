// Test support: what builds ask, and providers that do not work wherever they stand.
import { allow } from '@/lib/model/snapshot.fixture';
import { BUILDER, build, other, project, UNREAD_BUILD, worker } from './d-cases.fixture';
import { denied, GUIDE, IN_DEFINITION, missing, wrong } from './d-shapes.fixture';
import type { RegisterEntry } from './entry.fixture';

export const BUILDS_AND_TESTS: readonly RegisterEntry[] = [
  missing({
    id: 'codebuild-source-download-denied',
    what: 'The role of the build project may not fetch the source from the artifact store.',
    source: 'https://github.com/awslabs/aws-refarch-cross-account-pipeline/issues/5',
    as: denied('reads', 's3:GetObject'),
    fires: build({ facts: [project(), worker('codebuild.amazonaws.com', allow('logs:*', '*'))] }),
    silent: build(),
  }),
  missing({
    id: 'batch-build-permissions',
    what: 'A batch build needs permissions of its own, which the role that runs the action lacks.',
    source: `${GUIDE}/action-reference-CodeBuild.html`,
    as: denied('calls', 'codebuild:StartBuildBatch'),
    fires: build({ configuration: { BatchEnabled: 'true' }, may: [allow('codebuild:StartBuild', '*')] }),
    silent: build({ configuration: { BatchEnabled: 'true' } }),
  }),
  {
    id: 'codebuild-project-not-codepipeline-type',
    what: 'The build project is set up for another source than a pipeline.',
    sources: ['https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectSource.html'],
    as: {
      kind: 'fault',
      at: 'Act/Act',
      rule: 'build-project-not-for-pipelines',
      says: /not for CODEPIPELINE/,
      isWarning: true,
    },
    fires: build({ facts: [project({ source: { type: 'GITHUB' } }), BUILDER] }),
    silent: build(),
    cannotTell: UNREAD_BUILD,
  },
  {
    id: 'codebuild-wrong-account-or-region',
    what: 'There is no build project of that name in the account of the running role and the region of the action.',
    sources: [`${GUIDE}/action-reference-CodeBuild.html`],
    as: wrong('build-project-missing', /there is no build project shop/),
    fires: build({ facts: [project(null), BUILDER] }),
    silent: build(),
    cannotTell: UNREAD_BUILD,
  },
  {
    id: 'devicefarm-region',
    what: 'An action of Device Farm runs in another region than the one in which Device Farm is at home.',
    sources: ['https://docs.aws.amazon.com/general/latest/gr/devicefarm.html'],
    as: {
      kind: 'fault',
      at: 'Act/Act',
      rule: 'device-farm-elsewhere',
      says: /at home in us-west-2/,
      isWarning: true,
    },
    fires: other(['Test', 'AWS', 'DeviceFarm'], { ProjectId: 'p', DevicePoolArn: 'd' }),
    silent: build(),
    cannotTell: IN_DEFINITION,
  },
  {
    id: 'opsworks-end-of-life',
    what: 'An action deploys to OpsWorks Stacks, which has come to its end.',
    sources: ['https://docs.aws.amazon.com/opsworks/latest/userguide/stacks-eol-faqs.html'],
    as: wrong('service-has-ended', /ended on 26 May 2024/),
    fires: other(['Deploy', 'AWS', 'OpsWorks'], { Stack: 's', App: 'a' }),
    silent: build(),
    cannotTell: IN_DEFINITION,
  },
];
