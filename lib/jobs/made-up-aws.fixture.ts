// An AWS that only knows who is calling, and collectors that make up what they say.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Collector } from '@/lib/scan/collector';
import type { ScanRequest } from '@/lib/scan/scan-request';

export const ACCOUNT = '111111111111';
export const REGIONS = ['eu-central-1', 'eu-west-1', 'us-east-1', 'us-east-2', 'us-west-2'];
export const FACTS_PER_UNIT = 3;
const COLLECTORS_PER_PHASE = 4;
export const UNITS = 3 * COLLECTORS_PER_PHASE * REGIONS.length;

/** Answers `sts:GetCallerIdentity` on loopback. */
export async function madeUpAws(): Promise<{ readonly endpoint: string; readonly server: Server }> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/xml');
    response.end(
      `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::${ACCOUNT}:user/x</Arn><UserId>AIDA</UserId><Account>${ACCOUNT}</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></GetCallerIdentityResponse>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

/** Each says three things in each region, after some milliseconds; the third is the same in all. */
export function madeUpCollectors(delayMs: number, onRead: (unit: string) => void): readonly Collector[] {
  return ([1, 2, 3] as const).flatMap((phase) =>
    Array.from({ length: COLLECTORS_PER_PHASE }, (_, index): Collector => {
      const service = `service-${phase}-${index}`;
      return {
        service,
        scope: 'region',
        phase,
        calls: [{ name: `${service}:List`, permission: `${service}:List` }],
        async collect({ account, region, addFact }) {
          onRead(`${service} ${region}`);
          await wait(delayMs * Math.random() * 2);
          const place = { kind: service, source: `${service}:List`, account, region } as const;
          addFact({ ...place, arn: `${service}/${region}/1`, data: { region, noise: 'x'.repeat(2000) } });
          addFact({ ...place, arn: `${service}/${region}/2`, data: { service, region } });
          addFact({ ...place, arn: `${service}/${region}/3`, data: { same: true } });
        },
      };
    }),
  );
}

export const REQUEST: ScanRequest = {
  accounts: [ACCOUNT],
  regions: REGIONS,
  sessionName: 'hatstack',
  concurrency: 3,
};
