// A client of EC2 that is loaded with its first call: the SDK's part for EC2 is larger than all others together.
import type { EC2Client } from '@aws-sdk/client-ec2';
import type { ClientConfig } from '@/lib/aws/client-pool';

export interface LateEc2 {
  readonly send: EC2Client['send'];
}

/** The SDK's part for EC2. */
export const loadEc2 = () => import('@aws-sdk/client-ec2');

/** A client that loads it when it is first asked. */
export function lateEc2(config: ClientConfig): LateEc2 {
  const client = loadEc2().then(({ EC2Client }) => new EC2Client(config));
  return { send: (async (command: never) => (await client).send(command)) as EC2Client['send'] };
}
