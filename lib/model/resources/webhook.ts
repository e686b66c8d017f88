// Webhooks that start pipelines, with how whoever calls them proves who they are.
import { textField } from '../fact-index';
import { placeOf } from '../place-of';
import type { Reader } from '../reader';
import type { Webhook } from '../service-resource';

/** Reads webhooks. @see https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_WebhookDefinition.html (read 2026-11-27) */
export const webhookReader: Reader<'webhook'> = {
  kind: 'webhook',
  facts: ['webhook'],
  read: (facts) => ({
    resources: facts.all('webhook').flatMap(({ arn, data }): Webhook[] => {
      if (arn === null || data === null) return [];
      return [
        {
          kind: 'webhook',
          arn,
          ...placeOf(arn),
          name: textField(data, 'definition', 'name') ?? '',
          pipeline: textField(data, 'definition', 'targetPipeline') ?? '',
          action: textField(data, 'definition', 'targetAction') ?? '',
          authentication: textField(data, 'definition', 'authentication') ?? '',
          addresses: textField(data, 'definition', 'authenticationConfiguration', 'AllowedIPRange'),
        },
      ];
    }),
    problems: [],
  }),
};
