// Joining a VPC: managed compute hangs a network interface of its own into the customer's subnets.
import { known, PRESENT } from '@/lib/iam/context';
import type { Call } from './action-provider';
import { needsFor } from './need';

const EC2_ACTIONS = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html';

interface Network {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  /** Ids of the subnets; empty where they are not known. */
  readonly subnets: readonly string[];
  readonly source: string;
}

/** AWS's sample policy ties the permission to the service and to the subnet. CreateNetworkInterface is authorised on the interface and on each subnet.
 *  @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html (read 2026-11-24)
 *  @see https://docs.aws.amazon.com/codebuild/latest/userguide/auth-and-access-control-iam-identity-based-access-control.html#customer-managed-policies-example-create-vpc-network-interface (read 2026-11-24) */
export function joinNetwork({ partition, region, account, subnets, source }: Network): Call {
  const place = `arn:${partition}:ec2:${region}:${account}`;
  const interfaces = `${place}:network-interface/*`;
  const subnetArns = (subnets.length === 0 ? ['*'] : subnets).map((id) => `${place}:subnet/${id}`);
  const because = 'It works in a VPC and hangs a network interface into it.';
  return {
    kind: 'calls',
    target: {
      kind: 'network',
      name: subnets.length === 0 ? 'the VPC' : subnets.join(', '),
      arn: null,
      account,
      region,
      job: 'subnets',
    },
    needs: [
      ...needsFor(
        [
          'ec2:DescribeDhcpOptions',
          'ec2:DescribeNetworkInterfaces',
          'ec2:DescribeSecurityGroups',
          'ec2:DescribeSubnets',
          'ec2:DescribeVpcs',
        ],
        '*',
        { because, source },
      ),
      ...needsFor(['ec2:CreateNetworkInterface'], interfaces, { because, source: EC2_ACTIONS }),
      ...subnetArns.flatMap((resource) =>
        needsFor(['ec2:CreateNetworkInterface'], resource, {
          because,
          source: EC2_ACTIONS,
          open: subnets.length === 0 ? { doubt: 'which subnets it joins is not known' } : {},
        }),
      ),
      ...needsFor(['ec2:DeleteNetworkInterface'], interfaces, { because, source: EC2_ACTIONS }),
      ...subnetArns.flatMap((subnet) =>
        needsFor(['ec2:CreateNetworkInterfacePermission'], interfaces, {
          because: 'It lets the service use the network interface.',
          source,
          context: {
            'ec2:AuthorizedService': known('codebuild.amazonaws.com'),
            'ec2:Subnet': subnet.endsWith('*') ? PRESENT : known(subnet),
          },
        }),
      ),
    ],
  };
}
