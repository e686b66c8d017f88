// Elastic Beanstalk: makes a version and updates the environment, calling all other services in the role's name.
import type { ActionProvider, ActionSetting, Call } from '../action-provider';
import { callOn } from '../call-on';
import { configurationText, openBy } from '../configuration';
import { needsFor } from '../need';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-Beanstalk.html';
const MANAGED_DOCS =
  'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.iam.managed-policies.html';

export const elasticBeanstalk: ActionProvider = {
  id: 'elastic-beanstalk',
  category: 'Deploy',
  owner: 'AWS',
  provider: 'ElasticBeanstalk',
  title: 'Elastic Beanstalk',
  docs: DOCS,
  artifacts: { reads: true, writes: false, acl: 'never' },
  calls: (setting) => [updateEnvironment(setting), keepBundle(setting)],
  passes: () => [],
};

/** What changing an environment commonly takes beside Elastic Beanstalk itself. One that is denied may still not be asked for.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html#troubleshooting-aeb1 (read 2026-11-27) */
const OTHER_SERVICES = [
  'autoscaling:UpdateAutoScalingGroup',
  'cloudformation:UpdateStack',
  'cloudwatch:PutMetricAlarm',
  'ec2:DescribeInstances',
  'elasticloadbalancing:DescribeLoadBalancers',
];

const UNSURE = { doubt: 'AWS does not list what Elastic Beanstalk asks of its bucket' };

function updateEnvironment(setting: ActionSetting): Call {
  const { action, partition, region, account } = setting;
  const application = configurationText(action, 'ApplicationName');
  const name = configurationText(action, 'EnvironmentName');
  const place = `arn:${partition}:elasticbeanstalk:${region}:${account}`;
  const arn = `${place}:environment/${application.text}/${name.text}`;
  const shape = { source: DOCS, open: openBy(application, name) };
  return callOn(setting, { kind: 'environment', name, arn, job: 'environment' }, [
    ...needsFor(
      ['elasticbeanstalk:CreateApplicationVersion', 'elasticbeanstalk:DescribeApplicationVersions'],
      `${place}:applicationversion/${application.text}/*`,
      { ...shape, because: 'The action makes a version of the application.' },
    ),
    ...needsFor(['elasticbeanstalk:UpdateEnvironment', 'elasticbeanstalk:DescribeEnvironments'], arn, {
      ...shape,
      because: 'The action updates the environment to that version.',
    }),
    ...needsFor(['elasticbeanstalk:DescribeEvents'], arn, {
      ...shape,
      because: 'The action follows the events of the environment, and hangs where it cannot.',
    }),
    ...needsFor(OTHER_SERVICES, '*', {
      because:
        'Elastic Beanstalk calls other services in the role’s name: AWS recommends AdministratorAccess-AWSElasticBeanstalk.',
      source: MANAGED_DOCS,
      open: { doubt: 'which services the environment uses is not read' },
    }),
    ...needsFor(['iam:PassRole'], `arn:${partition}:iam::${account}:role/*`, {
      essential: false,
      because: 'Needed where the update hands the roles of the environment on again.',
      source: MANAGED_DOCS,
      open: { cannotTell: 'which roles the environment has is not read' },
    }),
  ]);
}

/** The bucket that Elastic Beanstalk keeps in each region; the role copies the bundle into it. */
function keepBundle(setting: ActionSetting): Call {
  const { partition, region, account } = setting;
  const name = `elasticbeanstalk-${region}-${account}`;
  const arn = `arn:${partition}:s3:::${name}`;
  const shape = {
    because: 'The bundle is copied into Elastic Beanstalk’s bucket in the role’s name.',
    source: DOCS,
    resourceAccount: account,
  };
  return {
    ...callOn(setting, { kind: 'bucket', name: { text: name }, arn, job: 'bundles' }, [
      ...needsFor(['s3:PutObject', 's3:GetObject'], `${arn}/*`, shape),
      ...needsFor(['s3:ListBucket', 's3:GetBucketLocation'], arn, { ...shape, open: UNSURE }),
      ...needsFor(['s3:PutObjectAcl', 's3:GetObjectAcl'], `${arn}/*`, { ...shape, essential: false }),
      ...needsFor(['s3:GetBucketPolicy', 's3:CreateBucket'], arn, { ...shape, essential: false }),
    ]),
    kind: 'writes',
  };
}
