// Writing a log: who builds or runs commands makes a stream in a log group and puts lines into it.
import type { Call } from './action-provider';
import { needsFor } from './need';

const DOCS = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html';

/** That no stream can be made is seen to fail builds (https://github.com/aws/aws-cdk/issues/12179); of its lines nothing is said. */
const UNSEEN = { doubt: 'AWS does not say that what runs fails where only the lines of its log are refused' };

interface LogGroup {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly name: string;
  readonly because: string;
  /** The page on which the service itself says that it writes the log. */
  readonly source?: string;
}

/** The requests are made on the ARN of a log stream, which `log-group:NAME:*` matches and the bare `log-group:NAME` does not.
 *  The group is made only while there is none, and a scan does not see whether there is: a missing CreateLogGroup is a warning.
 *  @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html (read 2026-11-24) */
export function writeLog({ partition, region, account, name, because, source = DOCS }: LogGroup): Call {
  const group = `arn:${partition}:logs:${region}:${account}:log-group:${name}`;
  return {
    kind: 'calls',
    target: { kind: 'log-group', name, arn: group, account, region, job: 'log group' },
    needs: [
      ...needsFor(['logs:CreateLogStream'], `${group}:log-stream:*`, { because, source }),
      ...needsFor(['logs:PutLogEvents'], `${group}:log-stream:*`, { because, source, open: UNSEEN }),
      ...needsFor(['logs:CreateLogGroup'], `${group}:log-stream:`, {
        essential: false,
        because: 'Needed while the log group does not exist.',
        source,
      }),
    ],
  };
}
