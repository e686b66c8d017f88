// Reads the tags of the organisation's accounts, where accounts are chosen by them.
import {
  ListTagsForResourceCommand,
  type ListTagsForResourceCommandInput,
  OrganizationsClient,
  type Tag,
} from '@aws-sdk/client-organizations';
import { call, collector } from '../collector';
import { organizationAccounts } from '../organization-accounts';

const listTags = call(
  'organizations:ListTagsForResource',
  (org: OrganizationsClient, input: ListTagsForResourceCommandInput) =>
    org.send(new ListTagsForResourceCommand(input)),
);

/** Facts `organization-account-tags` of the management account, one for each active account. */
export const accountTags = collector({
  service: 'organizations',
  scope: 'organization',
  phase: 1,
  finds: 'tagged-accounts',
  client: (config) => new OrganizationsClient(config),
  calls: [listTags],
  async collect({ pages, note, known, account: own }) {
    const account = known.find(({ kind }) => kind === 'organization')?.account ?? own;
    for (const { id: ResourceId, arn, isActive } of organizationAccounts(known)) {
      if (!isActive) continue;
      const about = arn === null ? {} : { scope: arn };
      const Tags: Tag[] = [];
      let isWhole = false;
      const list = pages(
        listTags,
        { ResourceId },
        ({ NextToken }) => (NextToken ? { ResourceId, NextToken } : undefined),
        about,
      );
      for await (const page of list) {
        Tags.push(...(page.Tags ?? []));
        isWhole = !page.NextToken;
      }
      // Half a list would read as "no further tags": the gap speaks instead.
      if (isWhole)
        note({
          kind: 'organization-account-tags',
          source: listTags,
          arn,
          account,
          data: { ResourceId, Tags },
        });
    }
  },
});
