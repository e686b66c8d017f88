// A pipeline whose every action holds secrets, in each place where people keep them.

/** Gives a secret that is found nowhere else. */
export type Secret = (place: string) => string;

const ACCOUNT = '111111111111';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/r`;

/** The text of one plain variable. */
export function variable(name: string, place: string, secret: Secret): string {
  return JSON.stringify([{ name, value: secret(place), type: 'PLAINTEXT' }]);
}

/** What GetPipeline answers. */
export function secretPipeline(secret: Secret): object {
  const action = (
    name: string,
    category: string,
    provider: string,
    configuration: object,
    more: object = {},
  ) => ({
    name,
    actionTypeId: { category, owner: provider === 'GitHub' ? 'ThirdParty' : 'AWS', provider, version: '1' },
    configuration,
    ...more,
  });
  return {
    name: 'shop',
    roleArn: ROLE,
    artifactStore: {
      type: 'S3',
      location: 'store',
      encryptionKey: { id: `arn:aws:kms:eu-west-1:${ACCOUNT}:alias/store`, type: 'KMS' },
    },
    variables: [{ name: 'Anything', defaultValue: secret('pipeline-variable') }],
    stages: [
      {
        name: 'Source',
        actions: [
          action('Fetch', 'Source', 'GitHub', {
            OAuthToken: secret('oauth-token'),
            Owner: 'shop',
            Repo: 'app',
            Branch: 'main',
          }),
        ],
      },
      {
        name: 'Build',
        actions: [
          action('Build', 'Build', 'CodeBuild', {
            ProjectName: 'build',
            EnvironmentVariables: variable('A', 'action-plaintext', secret),
          }),
          action(
            'Run',
            'Compute',
            'Commands',
            {},
            {
              commands: [`curl -H '${secret('command')}'`],
              environmentVariables: [{ name: 'A', value: secret('commands-variable') }],
            },
          ),
        ],
      },
      {
        name: 'Deploy',
        actions: [
          action('Stack', 'Deploy', 'CloudFormation', {
            StackName: 'shop',
            ActionMode: 'CREATE_UPDATE',
            ParameterOverrides: JSON.stringify({ Anything: secret('parameter-override') }),
          }),
          action('Sets', 'Deploy', 'CloudFormationStackSet', {
            StackSetName: 'all',
            Parameters: `ParameterKey=Pass,ParameterValue=${secret('stack-set-parameter')}`,
          }),
          action('Sign', 'Approval', 'Manual', { CustomData: `token=${secret('approval-text')}` }),
          action('Web', 'Deploy', 'ECS', { ClusterName: 'c', ServiceName: 'web' }),
          action('Call', 'Invoke', 'Lambda', {
            FunctionName: 'notify',
            UserParameters: secret('user-parameters'),
          }),
          action('Own', 'Build', 'Jenkins', { ProjectName: 'x', Password: secret('custom-password') }),
        ],
      },
    ],
  };
}
