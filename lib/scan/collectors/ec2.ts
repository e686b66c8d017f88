// Reads which regions an account has enabled where Account Management did not tell: EC2 knows them too.
import type { DescribeRegionsCommandInput, EC2Client } from '@aws-sdk/client-ec2';
import type { ClientConfig } from '@/lib/aws/client-pool';
import { call, collector } from '../collector';

/** The SDK's part for EC2 is larger than all others together and hardly ever needed: it is loaded with the first call. */
interface LateEc2 {
  readonly send: EC2Client['send'];
}
const load = () => import('@aws-sdk/client-ec2');

const describeRegions = call(
  'ec2:DescribeRegions',
  async (ec2: LateEc2, input: DescribeRegionsCommandInput) => {
    const { DescribeRegionsCommand } = await load();
    return ec2.send(new DescribeRegionsCommand(input));
  },
);

/** Facts `account-region`, of enabled and of disabled regions; none where those are known. */
export const ec2 = collector({
  service: 'ec2',
  scope: 'account',
  phase: 1,
  finds: 'enabled-regions',
  client: lateEc2,
  calls: [describeRegions],
  async collect({ ask, note, known }) {
    if (known.some(({ kind }) => kind === 'account-region')) return;
    const answer = await ask(describeRegions, { AllRegions: true });
    if (answer === 'gap' || answer === 'absent') return;
    for (const data of answer.Regions ?? [])
      note({ kind: 'account-region', source: describeRegions, arn: null, data });
  },
});

function lateEc2(config: ClientConfig): LateEc2 {
  const client = load().then(({ EC2Client }) => new EC2Client(config));
  return { send: (async (command: never) => (await client).send(command)) as EC2Client['send'] };
}
