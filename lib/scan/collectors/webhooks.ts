// Reads the webhooks that start pipelines: how their callers prove who they are. Neither their address nor their secret is kept.
import {
  CodePipelineClient,
  ListWebhooksCommand,
  type ListWebhooksCommandInput,
} from '@aws-sdk/client-codepipeline';
import { call, collector } from '../collector';

const listWebhooks = call(
  'codepipeline:ListWebhooks',
  (codepipeline: CodePipelineClient, input: ListWebhooksCommandInput) =>
    codepipeline.send(new ListWebhooksCommand(input)),
);

/** Facts `webhook`, of the places that have pipelines. Whoever knows the URL or the token can start the pipeline, so neither is noted.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_WebhookDefinition.html (read 2026-11-27) */
export const webhooks = collector({
  service: 'codepipeline',
  scope: 'region',
  phase: 2,
  client: (config) => new CodePipelineClient(config),
  calls: [listWebhooks],
  async collect({ pages, note, account, region, known }) {
    const isHere = known.some(
      (fact) => fact.kind === 'pipeline' && fact.account === account && fact.region === region,
    );
    if (!isHere) return;
    const list = pages(listWebhooks, {}, ({ NextToken }) => (NextToken ? { NextToken } : undefined));
    for await (const page of list)
      for (const { arn = null, definition } of page.webhooks ?? []) {
        if (definition === undefined) continue;
        const { authenticationConfiguration, ...rest } = definition;
        const { AllowedIPRange } = authenticationConfiguration ?? {};
        const shown = AllowedIPRange === undefined ? {} : { authenticationConfiguration: { AllowedIPRange } };
        note({ kind: 'webhook', source: listWebhooks, arn, data: { definition: { ...rest, ...shown } } });
      }
  },
});
