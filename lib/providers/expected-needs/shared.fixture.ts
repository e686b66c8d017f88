// What several kinds of actions ask alike.

/** Of every action on CodePipeline's own compute.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-Commands.html#action-reference-Commands-policy (read 2026-11-24) */
export const LOG = [
  'needed logs:CreateLogStream logs:{here}:log-group:/aws/codepipeline/shop:log-stream:*',
  'needed logs:PutLogEvents logs:{here}:log-group:/aws/codepipeline/shop:log-stream:* (in doubt)',
  'wished logs:CreateLogGroup logs:{here}:log-group:/aws/codepipeline/shop:log-stream:',
];

/** Of compute that works in a VPC.
 *  @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html (read 2026-11-24) */
export const NETWORK = [
  'needed ec2:CreateNetworkInterface,CreateNetworkInterfacePermission,DeleteNetworkInterface ec2:{here}:network-interface/*',
  'needed ec2:CreateNetworkInterface ec2:{here}:subnet/subnet-1',
  'needed ec2:DescribeDhcpOptions,DescribeNetworkInterfaces,DescribeSecurityGroups,DescribeSubnets,DescribeVpcs *',
];

/** Of the project's own role: log, VPC, image, parameters and secrets.
 *  @see https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html (read 2026-11-24) */
export const PROJECT_ROLE = [
  'project role: needed ec2:CreateNetworkInterface,CreateNetworkInterfacePermission,DeleteNetworkInterface ec2:{here}:network-interface/*',
  'project role: needed ec2:CreateNetworkInterface ec2:{here}:subnet/subnet-1',
  'project role: needed ec2:DescribeDhcpOptions,DescribeNetworkInterfaces,DescribeSecurityGroups,DescribeSubnets,DescribeVpcs *',
  'project role: needed ecr:BatchCheckLayerAvailability,BatchGetImage,GetDownloadUrlForLayer ecr:{here}:repository/tools/node',
  'project role: needed ecr:GetAuthorizationToken *',
  'project role: needed logs:CreateLogStream logs:{here}:log-group:/aws/codebuild/shop:log-stream:*',
  'project role: needed logs:PutLogEvents logs:{here}:log-group:/aws/codebuild/shop:log-stream:* (in doubt)',
  'project role: needed secretsmanager:GetSecretValue secretsmanager:{here}:secret:shop/db-??????',
  'project role: needed ssm:GetParameters ssm:{here}:parameter/shop/a',
  'project role: wished logs:CreateLogGroup logs:{here}:log-group:/aws/codebuild/shop:log-stream:',
  'codebuild.amazonaws.com puts on the project role iam::{hub}:role/worker',
];
