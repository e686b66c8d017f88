// A webhook that anybody may call.
import type { Rule } from '../rule';

export const webhookUnauthenticated: Rule = {
  id: 'webhook-unauthenticated',
  title: 'A webhook starts a pipeline for whoever calls it',
  severity: 'high',
  marks: false,
  why: 'The address of a webhook is no secret: it stands in the settings of the repository, in logs and in proxies. Without authentication, or with a range of addresses that holds everybody, whoever knows it starts the pipeline.',
  remedy: 'Make it with GITHUB_HMAC and a secret, or take it away and use a connection.',
  example: {
    wide: 'authentication: UNAUTHENTICATED',
    narrow: 'authentication: GITHUB_HMAC',
  },
  sources: ['https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_WebhookDefinition.html'],
  check: ({ inventory }) => {
    const pipelines = [...inventory.pipelines.values()];
    return [...inventory.webhooks.values()].flatMap((webhook) => {
      const { authentication, addresses, account, region } = webhook;
      const isEverybody = authentication === 'IP' && (addresses ?? '').endsWith('/0');
      const isUnread = authentication === 'IP' && addresses === null;
      if (authentication !== 'UNAUTHENTICATED' && !isEverybody && !isUnread) return [];
      const started = pipelines.filter(
        (one) => one.name === webhook.pipeline && one.account === account && one.region === region,
      );
      return {
        subject: webhook.arn,
        pipelines: started.map((one) => one.arn),
        title: `the webhook ${webhook.name} starts ${webhook.pipeline} for whoever calls it`,
        certainty: isUnread ? ('possible' as const) : ('shown' as const),
        evidence: [],
        open: isUnread ? ['from which addresses it may be called was not read'] : [],
      };
    });
  },
};
