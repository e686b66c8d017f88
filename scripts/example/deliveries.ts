// The company's pipelines, as its platform team thinks of them: who delivers what into which account and region.
import type { AccountName, CompanyRegion } from './company';

/** One step; it runs under a role of its own in its account, but in the hub under that of the pipeline. */
export interface Step {
  readonly stage: string;
  readonly action: string;
  readonly account: AccountName;
  readonly region: CompanyRegion;
  readonly does: 'stack' | 'change-set' | 'upload' | 'codedeploy';
  readonly runOrder?: number;
}

export interface Delivery {
  readonly name: string;
  /** The team's words for what is delivered. */
  readonly about: string;
  readonly region: CompanyRegion;
  readonly source: 'ci-drop' | 'feeds' | 'connection';
  /** A CodeBuild project between source and deployment. */
  readonly build?: string;
  readonly steps: readonly Step[];
  /** The stage before which somebody has to say yes. */
  readonly approvalBefore?: string;
}

function step(
  stage: string,
  action: string,
  account: AccountName,
  region: CompanyRegion,
  does: Step['does'],
): Step {
  return { stage, action, account, region, does };
}

export const DELIVERIES: readonly Delivery[] = [
  {
    name: 'storefront-web',
    about: 'the web shop',
    region: 'us-east-1',
    source: 'ci-drop',
    approvalBefore: 'Prod',
    steps: [
      step('Dev', 'Deploy-Dev', 'dev', 'us-east-1', 'stack'),
      step('Staging', 'Deploy-Staging', 'staging', 'eu-west-1', 'change-set'),
      step('Prod', 'Deploy-Prod-use1', 'prod', 'us-east-1', 'change-set'),
      step('Prod', 'Deploy-Prod-euw1', 'prod', 'eu-west-1', 'change-set'),
      { ...step('Prod', 'Upload-Assets', 'prod', 'us-east-1', 'upload'), runOrder: 3 },
    ],
  },
  {
    name: 'checkout-service',
    about: 'carts and payments',
    region: 'us-east-1',
    source: 'ci-drop',
    approvalBefore: 'Prod',
    steps: [
      step('Dev', 'Deploy-Dev', 'dev', 'us-east-1', 'stack'),
      step('Staging', 'Deploy-Staging-use2', 'staging', 'us-east-2', 'stack'),
      step('Prod', 'Deploy-Prod-euw1', 'prod', 'eu-west-1', 'stack'),
      step('Prod', 'Deploy-Prod-use2', 'prod', 'us-east-2', 'stack'),
    ],
  },
  {
    name: 'billing-batch',
    about: 'the nightly invoices',
    region: 'us-east-1',
    source: 'ci-drop',
    approvalBefore: 'Prod',
    steps: [
      step('Staging', 'Deploy-Staging', 'staging', 'us-east-1', 'stack'),
      step('Prod', 'Deploy-Prod', 'prod', 'us-east-2', 'stack'),
    ],
  },
  {
    name: 'loyalty-api',
    about: 'points and vouchers',
    region: 'eu-west-1',
    source: 'connection',
    build: 'loyalty-api-build',
    steps: [step('Dev', 'Deploy-Dev', 'dev', 'eu-west-1', 'stack')],
  },
  {
    name: 'gift-cards',
    about: 'gift cards, bought with their company last year',
    region: 'us-east-1',
    source: 'ci-drop',
    steps: [
      step('Dev', 'Deploy-Dev', 'dev', 'us-east-1', 'stack'),
      step('Staging', 'Deploy-Staging', 'staging', 'us-east-1', 'stack'),
    ],
  },
  {
    name: 'warehouse-sync',
    about: 'stock levels from the warehouses',
    region: 'us-east-2',
    source: 'feeds',
    steps: [step('Prod', 'Deploy-Prod', 'prod', 'us-east-2', 'stack')],
  },
  {
    name: 'platform-handbook',
    about: 'what every team should read once',
    region: 'us-east-1',
    source: 'ci-drop',
    steps: [step('Publish', 'Upload-Pages', 'tools', 'us-east-1', 'upload')],
  },
  {
    name: 'pos-backend',
    about: 'the tills of the shops',
    region: 'us-east-1',
    source: 'ci-drop',
    approvalBefore: 'Prod',
    steps: [
      step('Staging', 'Deploy-Staging', 'staging', 'us-east-2', 'codedeploy'),
      step('Prod', 'Deploy-Prod', 'prod', 'us-east-2', 'codedeploy'),
    ],
  },
];

/** The steps that put on a role in another account. */
export const stepsElsewhere = ({ steps }: Delivery) => steps.filter(({ account }) => account !== 'tools');

/** The role with which GitLab's jobs hand over the releases of a delivery. */
export const uploadRoleName = (name: string) => `gitlab-upload-${name}`;
/** Names of the roles that a delivery wears. */
export const pipelineRoleName = (delivery: Delivery) => `${delivery.name}-pipeline`;
export const deployRoleName = (delivery: Delivery) => `${delivery.name}-deploy`;
/** The role of the machines onto which CodeDeploy puts a delivery. */
export const machineRoleName = (delivery: Delivery) => `${delivery.name}-tills`;
export const executionRoleName = (delivery: Delivery) => `${delivery.name}-cfn`;

/** Every region in which the delivery needs an artifact store: its own and those of its steps. */
export function regionsOf(delivery: Delivery): readonly CompanyRegion[] {
  return [...new Set([delivery.region, ...delivery.steps.map(({ region }) => region)])];
}
