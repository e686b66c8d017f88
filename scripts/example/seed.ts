// Fills an emulated AWS with Acme Retail, the company of the example.
import { collectors } from '../../lib/scan/collectors/index';
import { readOnlyPolicy } from '../../lib/scan/permissions-document';
import type { Accounts } from './company';
import { makeDeliveryRoles } from './delivery-roles';
import { fixRandomIds, openEmulator } from './emulator';
import { makeOrganization } from './organization';
import { makeCiRoles, makeEverybodyElse, makeReadRole, makeScanner } from './other-roles';
import { makePipelines } from './pipelines';
import { tellRuns } from './runs';
import { makeStarted } from './started';
import { makeStores } from './stores';

export interface SeededExample {
  readonly accounts: Accounts;
  /** Credentials in the tools account that may put on the read role everywhere. */
  readonly scanner: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** Each call follows the one before, so that the same emulator gives the same ids every time. */
export async function seedExample(endpoint: string): Promise<SeededExample> {
  await fixRandomIds(endpoint, 20);
  const emulator = openEmulator(endpoint);
  const accounts = await makeOrganization(emulator.organizations);
  const clients = {
    tools: await emulator.account(accounts.tools),
    dev: await emulator.account(accounts.dev),
    staging: await emulator.account(accounts.staging),
    prod: await emulator.account(accounts.prod),
  };
  const keys = await makeStores(accounts, clients.tools, clients.prod);
  await makeDeliveryRoles(accounts, clients, keys);
  await makeCiRoles(accounts, clients.tools.iam, keys);
  await makeEverybodyElse(accounts, clients);
  await makeReadRole(accounts, clients, JSON.stringify(readOnlyPolicy(collectors)));
  const scanner = await makeScanner(clients.tools.iam);
  await makePipelines(endpoint, accounts, clients.tools, keys);
  await makeStarted(accounts, clients, keys);
  await tellRuns(endpoint, accounts, keys);
  return { accounts, scanner };
}
