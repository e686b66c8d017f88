// A made-up AWS whose every answer holds secrets, in each place where people keep them.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Secret, secretPipeline, variable } from './secret-pipeline.fixture';

const ACCOUNT = '111111111111';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/r`;

/** `markers` and `asked` fill while it is asked: the secrets that it gave away, and for what. */
export interface SecretAws {
  readonly endpoint: string;
  readonly markers: ReadonlySet<string>;
  readonly asked: ReadonlySet<string>;
  readonly stop: () => void;
}

/** Starts it on loopback. */
export async function startSecretAws(): Promise<SecretAws> {
  const markers = new Set<string>();
  const asked = new Set<string>();
  /** A secret that is found nowhere else. */
  const secret = (place: string) => {
    const marker = `PLANTED-${place}-7f3a`;
    markers.add(marker);
    return marker;
  };
  const server = createServer(async (request, response) => {
    const { operation, service } = await operationOf(request);
    asked.add(operation);
    const [status, body] = answer(operation, service, secret);
    response.writeHead(status, {
      'content-type': body.startsWith('<') ? 'text/xml' : 'application/x-amz-json-1.1',
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { endpoint: `http://127.0.0.1:${port}`, markers, asked, stop };
}

async function operationOf(request: IncomingMessage): Promise<{ operation: string; service: string }> {
  let body = '';
  for await (const chunk of request) body += chunk;
  const service = /\/([a-z0-9-]+)\/aws4_request/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const target = String(request.headers['x-amz-target'] ?? '')
    .split('.')
    .at(-1);
  const path = `${service} ${request.method} ${request.url?.split('?')[0]}`;
  return { operation: target || (new URLSearchParams(body).get('Action') ?? path), service };
}

function answer(operation: string, service: string, secret: Secret): readonly [status: number, body: string] {
  if (operation === 'ListAliases') {
    const message = `User ${ROLE} is not authorized (${secret('error-message')}) because no identity-based policy allows it`;
    return [400, JSON.stringify({ __type: 'AccessDeniedException', message })];
  }
  if (operation === 'DescribeOrganization')
    return [
      400,
      JSON.stringify({ __type: 'AWSOrganizationsNotInUseException', message: secret('absent-message') }),
    ];
  const xml = XML[operation];
  if (xml !== undefined) return [200, `<R><${operation}Result>${xml(secret)}</${operation}Result></R>`];
  if (service === 's3') return [200, '<ListAllMyBucketsResult><Buckets></Buckets></ListAllMyBucketsResult>'];
  if (service === 'iam') return [200, `<R><${operation}Result></${operation}Result></R>`];
  return [200, JSON.stringify(JSONS[operation]?.(secret) ?? {})];
}

const XML: { readonly [operation: string]: (secret: Secret) => string } = {
  GetCallerIdentity: () => `<Arn>${ROLE}</Arn><UserId>U</UserId><Account>${ACCOUNT}</Account>`,
  AssumeRole: (secret) =>
    `<Credentials><AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>${secret('role-key')}</SecretAccessKey><SessionToken>${secret('role-session')}</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>`,
  DescribeStacks: (secret) =>
    `<Stacks><member><StackName>shop</StackName><StackId>arn:aws:cloudformation:eu-west-1:${ACCOUNT}:stack/shop/1</StackId><CreationTime>2026-01-01T00:00:00Z</CreationTime><StackStatus>CREATE_COMPLETE</StackStatus><Parameters><member><ParameterKey>Pass</ParameterKey><ParameterValue>${secret('stack-parameter')}</ParameterValue><ResolvedValue>${secret('stack-resolved')}</ResolvedValue></member></Parameters><Outputs><member><OutputKey>Url</OutputKey><OutputValue>${secret('stack-output')}</OutputValue></member></Outputs></member></Stacks>`,
};

const JSONS: { readonly [operation: string]: (secret: Secret) => object } = {
  ListPipelines: () => ({ pipelines: [{ name: 'shop' }] }),
  GetPipeline: (secret) => ({ pipeline: secretPipeline(secret), metadata: {} }),
  GetPipelineState: (secret) => ({
    pipelineName: 'shop',
    stageStates: [
      {
        stageName: 'Deploy',
        latestExecution: { pipelineExecutionId: 'e', status: 'Failed' },
        actionStates: [
          { actionName: 'Ask', latestExecution: { token: secret('approval-token') } },
          {
            actionName: 'Stack',
            latestExecution: {
              status: 'Failed',
              errorDetails: { message: `DB_PASSWORD=${secret('state-message')} was refused` },
            },
            currentRevision: { revisionId: `r` },
            revisionUrl: `https://s.example/o?X-Amz-Signature=${secret('state-url')}`,
          },
        ],
      },
    ],
  }),
  BatchGetProjects: (secret) => ({
    projects: [
      {
        name: 'build',
        serviceRole: ROLE,
        environment: {
          image: 'i',
          environmentVariables: [
            { name: 'A', value: secret('codebuild-plaintext'), type: 'PLAINTEXT' },
            { name: 'B', value: secret('codebuild-untyped') },
          ],
        },
        source: {
          type: 'GITHUB',
          location: `https://bot:${secret('source-url')}@github.com/shop/app.git`,
          buildspec: `version: 0.2\nenv:\n  variables:\n    A: ${secret('buildspec')}`,
        },
        webhook: {
          secret: secret('codebuild-webhook'),
          url: 'https://codebuild.example',
          payloadUrl: `https://codebuild.example/webhooks?t=${secret('codebuild-payload-url')}&v=1`,
        },
        badge: { badgeRequestUrl: `https://codebuild.example/badges?uuid=${secret('codebuild-badge')}` },
        description: `builds with api_key=${secret('project-description')}`,
      },
    ],
  }),
  'lambda GET /2015-03-31/functions/notify/configuration': (secret) => ({
    FunctionName: 'notify',
    FunctionArn: `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:notify`,
    Role: ROLE,
    Environment: { Variables: { KEY: secret('lambda-variable') } },
    ImageConfigResponse: { ImageConfig: { Command: [secret('lambda-command')] } },
  }),
  DescribeServices: () => ({
    services: [
      { serviceName: 'web', taskDefinition: `arn:aws:ecs:eu-west-1:${ACCOUNT}:task-definition/web:1` },
    ],
  }),
  DescribeTaskDefinition: (secret) => ({
    taskDefinition: {
      taskRoleArn: ROLE,
      containerDefinitions: [
        {
          name: 'web',
          image: 'i',
          environment: [{ name: 'A', value: secret('ecs-variable') }],
          command: ['run', secret('ecs-command')],
          entryPoint: [secret('ecs-entry')],
          dockerLabels: { a: secret('ecs-label') },
          firelensConfiguration: { type: 'fluentbit', options: { key: secret('ecs-firelens') } },
          logConfiguration: { logDriver: 'splunk', options: { 'splunk-token': secret('ecs-log-token') } },
        },
      ],
      volumes: [{ dockerVolumeConfiguration: { driverOpts: { o: secret('ecs-volume') } } }],
    },
    tags: [{ key: 'ApiToken', value: secret('ecs-tag') }],
  }),
  ListWebhooks: (secret) => ({
    webhooks: [
      {
        arn: `arn:aws:codepipeline:eu-west-1:${ACCOUNT}:webhook:push`,
        url: `https://webhooks.example/trigger?t=${secret('webhook-url')}&v=1`,
        definition: {
          name: 'push',
          targetPipeline: 'shop',
          targetAction: 'Fetch',
          authentication: 'GITHUB_HMAC',
          authenticationConfiguration: { SecretToken: secret('webhook-token') },
          filters: [{ jsonPath: '$.secret', matchEquals: secret('webhook-filter') }],
        },
      },
    ],
  }),
  ListActionExecutions: (secret) => ({
    actionExecutionDetails: [
      {
        stageName: 'Deploy',
        actionName: 'Stack',
        status: 'Failed',
        input: {
          configuration: { ParameterOverrides: JSON.stringify({ A: secret('history-parameter') }) },
          resolvedConfiguration: {
            UserParameters: secret('history-resolved'),
            EnvironmentVariables: variable('A', 'history-variable', secret),
          },
        },
        output: {
          outputVariables: { A: secret('history-output') },
          executionResult: {
            externalExecutionSummary: `ran with --password ${secret('history-summary')}`,
            errorDetails: { message: `https://bot:${secret('history-message')}@git.example refused` },
          },
        },
      },
    ],
  }),
  ListRuleNamesByTarget: () => ({ RuleNames: ['nightly'] }),
  DescribeRule: () => ({ Name: 'nightly', State: 'ENABLED', ScheduleExpression: 'rate(1 day)' }),
  ListTargetsByRule: (secret) => ({
    Targets: [
      {
        Id: '1',
        Arn: `arn:aws:codepipeline:eu-west-1:${ACCOUNT}:shop`,
        Input: JSON.stringify({ a: secret('event-input') }),
        InputTransformer: { InputTemplate: secret('event-template') },
        HttpParameters: {
          HeaderParameters: { Authorization: secret('event-header') },
          PathParameterValues: [secret('event-path')],
          QueryStringParameters: { key: secret('event-query') },
        },
        RedshiftDataParameters: { Database: 'd', Sql: `call p('${secret('event-sql')}')` },
        SageMakerPipelineParameters: { PipelineParameterList: [{ Name: 'A', Value: secret('event-pair') }] },
      },
    ],
  }),
};
