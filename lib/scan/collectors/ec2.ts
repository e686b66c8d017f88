// Reads which regions an account has enabled where Account Management did not tell: EC2 knows them too.
import type { DescribeRegionsCommandInput } from '@aws-sdk/client-ec2';
import { call, collector } from '../collector';
import { type LateEc2, lateEc2, loadEc2 } from '../late-ec2';

const describeRegions = call(
  'ec2:DescribeRegions',
  async (ec2: LateEc2, input: DescribeRegionsCommandInput) => {
    const { DescribeRegionsCommand } = await loadEc2();
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
