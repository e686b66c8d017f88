// How the last run of every pipeline went, and which transition is disabled, as GetPipelineState shall tell it.
import { type Accounts, type CompanyRegion, REGIONS } from './company';
import { DELIVERIES, type Delivery, deployRoleName } from './deliveries';
import { post } from './emulator';
import type { Keys } from './stores';

/** Seconds since 1970, as the API writes dates: the morning of 23 November 2026. */
const LAST_RUN = 1795421520;

interface Run {
  readonly status: 'Succeeded' | 'Failed';
  readonly lastStatusChange: number;
  readonly actionExecutionId: string;
  readonly summary?: string;
  readonly errorDetails?: { readonly code: string; readonly message: string };
}

/** Tells the emulator, which has no runs of its own. */
export async function tellRuns(endpoint: string, accounts: Accounts, keys: Keys): Promise<void> {
  for (const delivery of DELIVERIES) {
    const { name: pipeline, region } = delivery;
    const runs = runsOf(accounts, keys, delivery);
    const body = {
      account: accounts.tools,
      region,
      pipeline,
      runs,
      transitions: transitionsOf(accounts, delivery),
    };
    await post(`${endpoint}/example/pipeline-state`, body);
  }
}

/** The warehouses count their stock, and nobody shall deliver meanwhile. */
function transitionsOf(accounts: Accounts, { name }: Delivery): object {
  if (name !== 'warehouse-sync') return {};
  return {
    Prod: {
      enabled: false,
      lastChangedBy: `arn:aws:sts::${accounts.tools}:assumed-role/platform-admin/ines`,
      lastChangedAt: LAST_RUN + 86_400,
      disabledReason: 'stocktaking until Monday',
    },
  };
}

/** Told: how a run went. */
type Ending = Pick<Run, 'status' | 'summary' | 'errorDetails'>;

/** Every step succeeded up to the one that fails; after it nothing ran. */
function runsOf(accounts: Accounts, keys: Keys, delivery: Delivery): { [action: string]: Run } {
  const runs: { [action: string]: Run } = {};
  let time = LAST_RUN + DELIVERIES.indexOf(delivery) * 900;
  const add = (action: string, ending: Ending) => {
    time += 42;
    runs[action] = { ...ending, lastStatusChange: time, actionExecutionId: executionId(time) };
  };
  const succeeded = { status: 'Succeeded' } as const;
  add('Source/Release', succeeded);
  if (delivery.build) add('Build/Build', succeeded);
  for (const step of delivery.steps) {
    if (step.stage === delivery.approvalBefore && !runs['Approve/Approve-Release']) {
      add('Approve/Approve-Release', succeeded);
    }
    const failure = failureOf(accounts, keys, delivery, step.action);
    if (failure) {
      add(`${step.stage}/${step.action}`, failure);
      break;
    }
    const names =
      step.does === 'change-set' ? [`${step.action}-Prepare`, `${step.action}-Execute`] : [step.action];
    for (const name of names) add(`${step.stage}/${name}`, succeeded);
  }
  return runs;
}

function failureOf(accounts: Accounts, keys: Keys, delivery: Delivery, action: string): Ending | null {
  const session = (account: string) =>
    `arn:aws:sts::${account}:assumed-role/${deployRoleName(delivery)}/1795422318714`;
  if (delivery.name === 'checkout-service' && action === 'Deploy-Prod-use2') {
    const region: CompanyRegion = REGIONS[1];
    return failed(
      `User: ${session(accounts.prod)} is not authorized to perform: kms:Decrypt on resource: ${keys.artifacts[region]} because no resource-based policy allows the kms:Decrypt action (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied)`,
    );
  }
  if (delivery.name === 'gift-cards' && action === 'Deploy-Staging') {
    return failed(
      `AWS CodePipeline is not authorized to perform AssumeRole on role arn:aws:iam::${accounts.staging}:role/${deployRoleName(delivery)}`,
    );
  }
  if (delivery.name === 'pos-backend' && action === 'Deploy-Prod') {
    // The week of the shopping days: an SCP that froze all deliveries, and was gone again before the scan.
    return failed(
      `User: ${session(accounts.prod)} is not authorized to perform: codedeploy:CreateDeployment on resource: arn:aws:codedeploy:us-east-2:${accounts.prod}:deploymentgroup:pos-backend/prod with an explicit deny in a service control policy`,
    );
  }
  return null;
}

/** Ids in the shape of AWS's, the same in every remake. */
function executionId(time: number): string {
  return `5d0c1f3e-7a42-4b19-9e6d-${String(time).padStart(12, '0')}`;
}

function failed(message: string): Ending {
  return { status: 'Failed', summary: message, errorDetails: { code: 'PermissionError', message } };
}
