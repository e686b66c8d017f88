// Reads which regions an account has enabled.
import {
  AccountClient,
  ListRegionsCommand,
  type ListRegionsCommandInput,
  type Region,
} from '@aws-sdk/client-account';
import { call, collector } from '../collector';

const listRegions = call('account:ListRegions', (client: AccountClient, input: ListRegionsCommandInput) =>
  client.send(new ListRegionsCommand(input)),
);

/** Facts `account-region`, of enabled and of disabled regions. */
export const account = collector({
  service: 'account',
  scope: 'account',
  phase: 1,
  finds: 'enabled-regions',
  client: (config) => new AccountClient(config),
  calls: [listRegions],
  async collect({ pages, note }) {
    const list = pages(listRegions, { MaxResults }, ({ NextToken }) =>
      NextToken ? { MaxResults, NextToken } : undefined,
    );
    const regions: Region[] = [];
    let isWhole = false;
    for await (const page of list) {
      regions.push(...(page.Regions ?? []));
      isWhole = !page.NextToken;
    }
    // Half a list would read as "no further regions": the gap speaks instead.
    if (!isWhole) return;
    for (const data of regions) note({ kind: 'account-region', source: listRegions, arn: null, data });
  },
});

/** @see https://docs.aws.amazon.com/accounts/latest/reference/API_ListRegions.html (read 2026-11-24) */
const MaxResults = 50;
