import { expect, test } from '@playwright/test';
import { startOwnServer } from './scan-server';

const FRAME = 'Reading the snapshot and judging its permission paths';
const PAGES = {
  pipeline: {
    there: '/pipelines/277321100181.us-east-1.checkout-service?snapshot=example',
    gone: '/pipelines/277321100181.us-east-1.nothing?snapshot=example',
    says: 'Deploy-Prod-use2',
  },
  hat: {
    there: '/roles/358016501199.billing-batch-deploy?snapshot=example',
    gone: '/roles/358016501199.nothing?snapshot=example',
    says: 'Who can put it on',
  },
} as const;

for (const [name, { there, gone, says }] of Object.entries(PAGES)) {
  test(`a ${name} of a snapshot that is not judged yet has its frame first, and no other has one`, async ({
    request,
  }) => {
    const server = await startOwnServer();
    try {
      const first = await (await request.get(server.url + there)).text();
      expect(first).toContain(FRAME);
      expect(first).toContain(says);
      const again = await (await request.get(server.url + there)).text();
      expect(again).not.toContain(FRAME);
      expect(again).toContain(says);
    } finally {
      await server.stop();
    }
  });

  test(`a ${name} that is not there answers 404, judged or not`, async ({ request }) => {
    const server = await startOwnServer();
    try {
      for (const _ of ['not judged', 'judged'])
        expect((await request.get(server.url + gone)).status()).toBe(404);
    } finally {
      await server.stop();
    }
  });
}
