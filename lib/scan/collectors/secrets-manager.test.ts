// Who may use the secrets of builds: asked by their ARN, never for their value.
import { expect, test } from 'vitest';
import { awsError, checkCollector, pipelineFact } from '../collector.fixture';
import { secretsManager } from './secrets-manager';

const SECRET = 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:db-a1b2c3';
const reference = (value: string) => ({ name: 'DB', type: 'SECRETS_MANAGER', value });
const known = [
  {
    ...pipelineFact({}),
    kind: 'build-project',
    data: { environment: { environmentVariables: [reference(`${SECRET}:password`)] } },
  },
  pipelineFact({
    stages: [
      {
        actions: [
          { environmentVariables: [reference(SECRET), reference('by-name')] },
          {
            configuration: { EnvironmentVariables: JSON.stringify([reference(SECRET.replace('db', 'api'))]) },
          },
          { configuration: { EnvironmentVariables: '[' } },
        ],
      },
    ],
  }),
];

test('reads the policy of each secret that is named by its ARN, once', async () => {
  const heard = await checkCollector(
    secretsManager,
    { GetResourcePolicy: [{ ResourcePolicy: '{}' }, awsError('ResourceNotFoundException', 400)] },
    { known },
  );
  expect(heard.facts.map(({ kind, arn, data }) => [kind, arn, data])).toEqual([
    ['secret-policy', SECRET.replace('db', 'api'), { ResourcePolicy: '{}' }],
    ['secret-policy', SECRET, null],
  ]);
  expect(heard.asked.map(({ operation }) => operation)).toEqual(['GetResourcePolicy', 'GetResourcePolicy']);
});

test('notes a gap where it is refused, and asks nothing of secrets elsewhere', async () => {
  const refused = { GetResourcePolicy: [awsError('AccessDeniedException', 400)] };
  const heard = await checkCollector(secretsManager, refused, { known });
  expect(heard.gaps.map(({ source, scope }) => [source, scope])).toContainEqual([
    'secretsmanager:GetResourcePolicy',
    SECRET,
  ]);
  expect((await checkCollector(secretsManager, {}, { known, account: '222222222222' })).asked).toEqual([]);
});
