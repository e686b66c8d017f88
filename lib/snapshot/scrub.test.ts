import { expect, test } from 'vitest';
import type { Json } from '@/lib/base/json';
import { scrub } from './scrub';

const PLANTED = 'planted-secret';
const CASES: readonly (readonly [name: string, data: Json])[] = [
  ['an OAuth token of a source action', { configuration: { OAuthToken: PLANTED, Repo: 'shop' } }],
  ['the secret of a webhook', { authenticationConfiguration: { SecretToken: PLANTED } }],
  ['the approval token of a pipeline state', { latestExecution: { token: PLANTED, status: 'InProgress' } }],
  [
    'an environment variable of an action',
    { environmentVariables: [{ name: 'A', value: PLANTED, type: 'PLAINTEXT' }] },
  ],
  ['an environment variable without a type', { environmentVariables: [{ name: 'A', value: PLANTED }] }],
  ['an environment variable anywhere else', { anything: [{ name: 'A', value: PLANTED, type: 'PLAINTEXT' }] }],
  [
    'environment variables that are JSON in a text',
    { configuration: { EnvironmentVariables: JSON.stringify([{ name: 'A', value: PLANTED }]) } },
  ],
  [
    'a variable of a pipeline that is called a password',
    { variables: [{ name: 'DB_PASSWORD', defaultValue: PLANTED }] },
  ],
  ['a tag that is called a token', { Tags: [{ Key: 'ApiToken', Value: PLANTED }] }],
  ['an environment that is no JSON', { configuration: { EnvironmentVariables: `A=${PLANTED}` } }],
  [
    'an environment of a container',
    { containerDefinitions: [{ environment: [{ name: 'A', value: PLANTED }] }] },
  ],
  ['an environment of a function', { Environment: { Variables: { A: PLANTED } } }],
  ['a build specification', { source: { buildspec: `env:\n  variables:\n    A: ${PLANTED}` } }],
  ['a parameter of a stack', { Parameters: [{ ParameterKey: 'A', ParameterValue: PLANTED }] }],
  ['an output of a stack', { Outputs: [{ OutputKey: 'A', OutputValue: PLANTED }] }],
  ['a variable that an action put out', { outputVariables: { A: PLANTED } }],
  [
    'a password in an address of an error message',
    { message: `cannot clone https://ci:${PLANTED}@git.example/shop` },
  ],
  [
    'a flag in a failed command',
    { externalExecutionSummary: `Error while executing command: push --token ${PLANTED}` },
  ],
  ['an assignment in a failed command', { summary: `DB_PASSWORD=${PLANTED} make: exit status 1` }],
  ['a header in a failed command', { message: `curl -H "Authorization: Bearer ${PLANTED}"` }],
  [
    'a signed address',
    { message: `GET https://b.s3.amazonaws.com/k?X-Amz-Signature=${PLANTED}&X-Amz-Date=1` },
  ],
  ['a field in a quoted answer', { message: `{"clientSecret": "${PLANTED}"}` }],
  [
    'a password among template parameters',
    { configuration: { ParameterOverrides: `{"DbPassword":"${PLANTED}"}` } },
  ],
  ['any other parameter of a template', { configuration: { ParameterOverrides: `{"Stage":"${PLANTED}"}` } }],
  ['a list among template parameters', { configuration: { ParameterOverrides: `{"Zones":["${PLANTED}"]}` } }],
  ['template parameters that are no JSON', { configuration: { ParameterOverrides: `Stage=${PLANTED}` } }],
  ['a resolved parameter of a stack', { Parameters: [{ ParameterKey: 'A', ResolvedValue: PLANTED }] }],
  ['what is handed to a function', { configuration: { UserParameters: `{"a":"${PLANTED}"}` } }],
  ['the commands of an action', { configuration: { Commands: `curl -H "Authorization: ${PLANTED}"` } }],
  ['the commands of an action as a list', { commands: [`curl ${PLANTED}`] }],
  ['a variable of a pipeline', { variables: [{ name: 'A', defaultValue: PLANTED }] }],
  ['the command of a container', { containerDefinitions: [{ command: ['run', `--key=${PLANTED}`] }] }],
  ['the entry point of a container', { containerDefinitions: [{ entryPoint: ['sh', PLANTED] }] }],
  ['the health check of a container', { healthCheck: { command: ['CMD', PLANTED] } }],
  ['a label of a container', { dockerLabels: { a: PLANTED } }],
  ['the driver of a volume', { dockerVolumeConfiguration: { driverOpts: { o: PLANTED } } }],
  [
    'an option of a log driver',
    { logConfiguration: { logDriver: 'splunk', options: { 'splunk-token': PLANTED } } },
  ],
  ['the command of a function image', { ImageConfigResponse: { ImageConfig: { Command: [PLANTED] } } }],
  ['the input of an event target', { Targets: [{ Input: `{"a":"${PLANTED}"}` }] }],
  ['the template of an event target', { Targets: [{ InputTransformer: { InputTemplate: PLANTED } }] }],
  ['a header of an event target', { HttpParameters: { HeaderParameters: { Authorization: PLANTED } } }],
  ['a password in a URL', { source: { location: `https://user:${PLANTED}@github.com/shop/app.git` } }],
  ['a token in a URL', { source: { location: `https://${PLANTED}@github.com/shop/app.git` } }],
  [
    'a token in the address of a build webhook',
    { webhook: { payloadUrl: `https://c.example/w?t=${PLANTED}&v=1` } },
  ],
  ['a signature in an address', { entityUrl: `https://s.example/a?b=1&X-Amz-Signature=${PLANTED}` }],
  [
    'a parameter of a stack set',
    { configuration: { Parameters: `ParameterKey=A,ParameterValue=${PLANTED}` } },
  ],
  [
    'parameters of a stack set as JSON',
    { configuration: { Parameters: `[{"ParameterKey":"A","ParameterValue":"${PLANTED}"}]` } },
  ],
  ['an option of a log router', { firelensConfiguration: { type: 'fluentbit', options: { key: PLANTED } } }],
  ['a path of an event target', { HttpParameters: { PathParameterValues: [PLANTED] } }],
  [
    'a statement of an event target',
    { RedshiftDataParameters: { Sql: `call p('${PLANTED}')`, Sqls: [PLANTED] } },
  ],
  ['a query of an event target', { AppSyncParameters: { GraphQLOperation: `q(a: "${PLANTED}")` } }],
  ['a parameter of an event target', { PipelineParameterList: [{ Name: 'A', Value: PLANTED }] }],
  ['a password in a description', { description: `DB_PASSWORD=${PLANTED}` }],
  ['a token in what an approver is told', { configuration: { CustomData: `token=${PLANTED}` } }],
  ['a token in a revision', { revisionSummary: `use api_key=${PLANTED}` }],
  ['what a webhook compares with a token', { filters: [{ jsonPath: '$.secret', matchEquals: PLANTED }] }],
  ['a URL in a list', { urls: [`amqps://${PLANTED}:x@mq.example`] }],
];

for (const [name, data] of CASES) {
  test(`drops ${name}`, () => {
    expect(JSON.stringify(scrub(data))).not.toContain(PLANTED);
  });
}

test('keeps references, names, and everything else', () => {
  const data = {
    configuration: {
      Parameters: 'Built::parameters.json',
      S3Bucket: 'drop',
      ParameterOverrides: '{"Key":{"Fn::GetArtifactAtt":["Built","ObjectKey"]}}',
      EnvironmentVariables: '[{"name":"B","value":"/shop/key","type":"PARAMETER_STORE"}]',
    },
    environmentVariables: [{ name: 'C_TOKEN', value: 'shop/secret', type: 'SECRETS_MANAGER' }],
    Policy: '{"Statement":[{"Action":"secretsmanager:GetSecretValue"}]}',
    roleArn: null,
    source: { buildspec: 'ci/buildspec.yml' },
    summary:
      'User: arn:aws:sts::1:assumed-role/a/1 is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:us-east-1:1:secret:shop/token-abc because no identity-based policy allows it',
    logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/shop' } },
    mail: 'team@shop.example',
    arn: 'arn:aws:iam::111111111111:user/a@b.example',
    filters: [{ jsonPath: '$.ref', matchEquals: 'refs/heads/{Branch}' }],
    page: 'https://console.aws.example/codesuite?region=eu-west-1&tab=history',
    url: 'https://sqs.eu-west-1.amazonaws.com/111111111111/q',
    environment: { image: 'aws/codebuild/standard:7.0' },
    containerDefinitions: [{ secrets: [{ name: 'D', valueFrom: 'arn:aws:ssm:us-east-1:1:parameter/d' }] }],
  };
  expect(scrub(data)).toEqual(data);
});

test('drops keys and tokens by their shape', () => {
  const message = `AKIA${'A1'.repeat(8)} ghp_${'a'.repeat(36)} eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.c2ln`;
  expect(scrub({ message })).toEqual({ message: '**** **** ****' });
});
