// Builds, tests and managed compute: what each asks, as AWS's pages, the AWS CDK's grants and public threads say.
import type { ExpectedNeeds } from './expected.fixture';
import { LOG, NETWORK, PROJECT_ROLE } from './shared.fixture';

export const BUILDS: readonly ExpectedNeeds[] = [
  {
    id: 'codebuild-build',
    when: '',
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodeBuild.html',
    rows: [
      ...PROJECT_ROLE,
      'codebuild.amazonaws.com puts on the batch role iam::{hub}:role/worker',
      'project role: reads its inputs',
      'project role: writes its outputs under a key of its own',
      'batch role: needed codebuild:RetryBuild,StartBuild,StopBuild codebuild:{here}:project/shop',
      'needed codebuild:BatchGetBuildBatches,StartBuildBatch codebuild:{here}:project/shop',
      'wished codebuild:StopBuildBatch codebuild:{here}:project/shop',
    ],
  },
  {
    id: 'codebuild-build',
    when: 'that is no batch',
    configuration: { BatchEnabled: 'false' },
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodeBuild.html',
    rows: [
      ...PROJECT_ROLE,
      'project role: reads its inputs',
      'project role: writes its outputs under a key of its own',
      'needed codebuild:BatchGetBuilds,StartBuild codebuild:{here}:project/shop',
      'wished codebuild:StopBuild codebuild:{here}:project/shop',
    ],
  },
  {
    id: 'codebuild-test',
    when: '',
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodeBuild.html',
    rows: [
      ...PROJECT_ROLE,
      'project role: reads its inputs',
      'needed codebuild:BatchGetBuilds,StartBuild codebuild:{here}:project/shop',
      'wished codebuild:StopBuild codebuild:{here}:project/shop',
    ],
  },
  {
    id: 'commands',
    when: '',
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-Commands.html',
    rows: [
      ...LOG,
      ...NETWORK,
      'reads its inputs',
      'writes its outputs',
      'wished logs:GetLogEvents logs:{here}:log-group:/aws/codepipeline/shop:log-stream:*',
    ],
  },
  {
    id: 'device-farm',
    when: '',
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-DeviceFarm.html',
    rows: [
      'reads its inputs',
      'any devicefarm:CreateUpload,GetRun,GetUpload,ListDevicePools,ScheduleRun *',
      'any devicefarm:CreateUpload,GetRun,GetUpload,ListDevicePools,ScheduleRun devicefarm:{here}:*',
      'needed devicefarm:ListProjects *',
    ],
  },
  {
    id: 'ecr-build-and-publish',
    when: '',
    source:
      'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-ECRBuildAndPublish.html',
    rows: [
      ...LOG,
      'reads its inputs',
      'needed ecr:BatchCheckLayerAvailability,CompleteLayerUpload,DescribeRepositories,GetDownloadUrlForLayer,InitiateLayerUpload,PutImage,UploadLayerPart ecr:{here}:repository/shop',
      'needed ecr:GetAuthorizationToken *',
    ],
  },
  {
    id: 'ecr-build-and-publish',
    when: 'into the public registry',
    configuration: { RegistryType: 'public' },
    source:
      'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-ECRBuildAndPublish.html',
    rows: [
      ...LOG,
      'reads its inputs',
      'needed ecr-public:BatchCheckLayerAvailability,CompleteLayerUpload,DescribeRepositories,InitiateLayerUpload,PutImage,UploadLayerPart ecr-public::{hub}:repository/shop',
      'needed ecr-public:GetAuthorizationToken *',
      'needed sts:GetServiceBearerToken *',
    ],
  },
  {
    id: 'inspector-scan',
    when: '',
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-InspectorScan.html',
    rows: [
      ...LOG,
      'reads its inputs',
      'writes its outputs',
      'needed ecr:BatchCheckLayerAvailability,BatchGetImage,GetDownloadUrlForLayer ecr:{here}:repository/shop',
      'needed ecr:GetAuthorizationToken *',
      'needed inspector-scan:ScanSbom *',
    ],
  },
  {
    id: 'inspector-scan',
    when: 'of the source code',
    configuration: { InspectorRunMode: 'SourceCodeScan' },
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-InspectorScan.html',
    rows: [...LOG, 'reads its inputs', 'writes its outputs', 'needed inspector-scan:ScanSbom *'],
  },
  {
    id: 'job-worker',
    when: '',
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-create-custom-action.html',
    rows: ['reads its inputs', 'writes its outputs'],
  },
];
