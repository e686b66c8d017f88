// Four pipelines to look at: the design's own, a small one, a long one and one over many accounts.
import type { ActionSpec, PipelineSpec } from './pipeline-spec.fixture';

const ACCOUNTS = [
  { id: '111111111111', name: 'tools' },
  { id: '222222222222', name: 'dev' },
  { id: '444444444444', name: 'prod' },
];

const approve: ActionSpec = {
  name: 'Approve',
  provider: 'Manual',
  account: 0,
  region: 'us-east-1',
  role: null,
};
const fetch: ActionSpec = {
  name: 'Fetch',
  provider: 'S3 source',
  account: 0,
  region: 'us-east-1',
  role: null,
  source: 'ci-drop',
};

/** Five stages, three accounts, one broken decrypt behind an over-broad hat. */
export const checkout: PipelineSpec = {
  name: 'checkout-service',
  accounts: ACCOUNTS,
  region: 'us-east-1',
  ci: 'GitLab CI',
  stages: [
    { name: 'Source', run: 'Succeeded', actions: [fetch] },
    {
      name: 'Build',
      run: 'Succeeded',
      actions: [
        { name: 'Package', provider: 'CodeBuild', account: 0, region: 'us-east-1', role: 'checkout-build' },
      ],
    },
    {
      name: 'Deploy-Dev',
      run: 'Succeeded',
      actions: [
        {
          name: 'Deploy-Dev',
          provider: 'CloudFormation',
          account: 1,
          region: 'us-east-1',
          role: 'deploy',
          stack: 'checkout',
          passes: 'checkout-exec',
        },
      ],
    },
    { name: 'Approve', run: 'Succeeded', actions: [approve] },
    {
      name: 'Deploy-Prod',
      run: 'Failed',
      actions: [
        {
          name: 'Deploy-Prod-use2',
          provider: 'CloudFormation',
          account: 2,
          region: 'us-east-2',
          role: 'deploy',
          stack: 'checkout',
          passes: 'checkout-exec',
          faults: { decrypts: 'broken' },
          overBroad: true,
        },
        {
          name: 'Deploy-Prod-euw1',
          provider: 'CloudFormation',
          account: 2,
          region: 'eu-west-1',
          role: 'deploy',
          stack: 'checkout',
          overBroad: true,
        },
      ],
    },
  ],
};

/** Three stages in one account. */
export const small: PipelineSpec = {
  name: 'docs-site',
  accounts: [{ id: '111111111111', name: 'tools' }],
  region: 'eu-west-1',
  stages: [
    { name: 'Source', run: 'Succeeded', actions: [{ ...fetch, region: 'eu-west-1' }] },
    {
      name: 'Build',
      run: 'InProgress',
      actions: [
        {
          name: 'Build',
          provider: 'CodeBuild',
          account: 0,
          region: 'eu-west-1',
          role: null,
          modelled: false,
        },
      ],
    },
    {
      name: 'Publish',
      actions: [
        {
          name: 'Publish',
          provider: 'S3',
          account: 0,
          region: 'eu-west-1',
          role: 'docs-publish',
          faults: { assumes: 'broken' },
        },
      ],
    },
  ],
};

const deploy = (
  name: string,
  account: number,
  region: string,
  more: Partial<ActionSpec> = {},
): ActionSpec => ({
  name,
  provider: 'CloudFormation',
  account,
  region,
  role: 'pipeline-deploy',
  stack: `${name.toLowerCase()}-stack`,
  ...more,
});

/** Nine stages, parallel actions, long names, every state. */
export const long: PipelineSpec = {
  name: 'customer-notification-platform',
  accounts: [
    { id: '111111111111', name: 'acme-shared-tooling' },
    { id: '222222222222', name: 'acme-development' },
    { id: '333333333333', name: 'acme-staging' },
    { id: '444444444444', name: 'acme-production' },
    { id: '999999999999', name: '999999999999', read: false },
  ],
  region: 'eu-central-1',
  ci: 'GitHub Actions',
  stages: [
    {
      name: 'Source',
      run: 'Succeeded',
      actions: [{ ...fetch, region: 'eu-central-1', source: 'acme-shared-tooling-ci-artifacts-drop' }],
    },
    {
      name: 'Unit-And-Integration-Tests',
      run: 'Succeeded',
      actions: ['Unit', 'Integration', 'Licences'].map((name) => ({
        name: `${name}-Tests`,
        provider: 'CodeBuild',
        account: 0,
        region: 'eu-central-1',
        role: null,
        modelled: false,
      })),
    },
    {
      name: 'Deploy-Dev',
      run: 'Succeeded',
      actions: [deploy('Deploy-Dev', 1, 'eu-central-1'), deploy('Deploy-Dev-US', 1, 'us-east-1')],
    },
    {
      name: 'Smoke',
      run: 'Succeeded',
      actions: [
        {
          name: 'Smoke',
          provider: 'Lambda',
          account: 1,
          region: 'eu-central-1',
          role: 'pipeline-deploy',
          modelled: false,
        },
      ],
    },
    {
      name: 'Deploy-Staging',
      run: 'Failed',
      actions: [
        deploy('Deploy-Staging', 2, 'eu-central-1', { faults: { reads: 'depends' } }),
        deploy('Deploy-Staging-US', 2, 'us-east-1', { faults: { decrypts: 'broken', reads: 'broken' } }),
      ],
    },
    { name: 'Load-Test', actions: [{ ...approve, name: 'Load-Test-Signed-Off', region: 'eu-central-1' }] },
    { name: 'Approve', actions: [{ ...approve, region: 'eu-central-1' }] },
    {
      name: 'Deploy-Prod',
      actions: [
        deploy('Create-Change-Set', 3, 'eu-central-1', {
          stack: 'notification',
          passes: 'cloudformation-execution',
          overBroad: true,
        }),
        deploy('Execute-Change-Set', 3, 'eu-central-1', { stack: 'notification', overBroad: true }),
        deploy('Deploy-Prod-US-East-1', 3, 'us-east-1', {
          faults: { assumes: 'unknown' },
          role: 'pipeline-deploy-us',
        }),
      ],
    },
    {
      name: 'Partner',
      actions: [
        deploy('Deploy-Partner', 4, 'eu-central-1', {
          faults: { assumes: 'unknown', reads: 'unknown', decrypts: 'unknown' },
          role: 'partner-deploy',
        }),
      ],
    },
  ],
};

/** Five accounts, one after the other. */
export const wide: PipelineSpec = {
  name: 'billing',
  accounts: [
    { id: '111111111111', name: 'tools' },
    { id: '222222222222', name: 'dev' },
    { id: '333333333333', name: 'staging' },
    { id: '444444444444', name: 'prod-eu' },
    { id: '555555555555', name: 'prod-us' },
  ],
  region: 'us-east-1',
  stages: [
    { name: 'Source', run: 'Succeeded', actions: [fetch] },
    { name: 'Dev', run: 'Succeeded', actions: [deploy('Dev', 1, 'us-east-1')] },
    {
      name: 'Staging',
      run: 'Succeeded',
      actions: [deploy('Staging', 2, 'us-east-1', { faults: { decrypts: 'depends' } })],
    },
    {
      name: 'Prod',
      run: 'Failed',
      actions: [
        deploy('Prod-EU', 3, 'eu-west-1', { faults: { replicates: 'broken' } }),
        deploy('Prod-US', 4, 'us-east-1', { faults: { reads: 'broken' } }),
      ],
    },
  ],
};
