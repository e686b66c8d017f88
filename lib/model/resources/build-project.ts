// CodeBuild projects that pipelines start, with the role that builds and the key that encrypts what it makes.
import type { Json } from '@/lib/base/json';
import { type FactIndex, field, listField, textField } from '../fact-index';
import { placeOf } from '../place-of';
import type { Reader } from '../reader';
import type { BuildProject } from '../service-resource';
import { variableReference } from '../variable-reference';

/** Reads projects. CloudWatch logs are on, in the group `/aws/codebuild/<name>`, where nothing else is said.
 *  @see https://docs.aws.amazon.com/codebuild/latest/APIReference/API_CloudWatchLogsConfig.html (read 2026-11-24)
 *  @see https://docs.aws.amazon.com/codebuild/latest/APIReference/API_Project.html (read 2026-11-24) */
export const buildProjectReader: Reader<'build-project'> = {
  kind: 'build-project',
  facts: ['build-project'],
  read: (facts: FactIndex) => ({
    resources: facts
      .all('build-project')
      .flatMap(({ arn, data }) => (arn === null || data === null ? [] : [readProject(arn, data)])),
    problems: [],
  }),
};

function readProject(arn: string, data: Json): BuildProject {
  const name = textField(data, 'name') ?? '';
  const logs = field(data, 'logsConfig', 'cloudWatchLogs');
  const bucketLogs = field(data, 'logsConfig', 's3Logs');
  return {
    kind: 'build-project',
    arn,
    ...placeOf(arn),
    name,
    serviceRole: textField(data, 'serviceRole'),
    encryptionKey: textField(data, 'encryptionKey'),
    sourceType: textField(data, 'source', 'type'),
    artifactsType: textField(data, 'artifacts', 'type'),
    logGroup:
      textField(logs, 'status') === 'DISABLED'
        ? null
        : (textField(logs, 'groupName') ?? `/aws/codebuild/${name}`),
    logBucket: textField(bucketLogs, 'status') === 'ENABLED' ? textField(bucketLogs, 'location') : null,
    subnets:
      textField(data, 'vpcConfig', 'vpcId') === null
        ? null
        : listField(data, 'vpcConfig', 'subnets').flatMap((one) => (typeof one === 'string' ? one : [])),
    image: textField(data, 'environment', 'image'),
    pullsWithRole: textField(data, 'environment', 'imagePullCredentialsType') === 'SERVICE_ROLE',
    variables: listField(data, 'environment', 'environmentVariables').flatMap(variableReference),
    batchRole: textField(data, 'buildBatchConfig', 'serviceRole'),
  };
}
