// An image in ECR as a source: what comes out is a file that names the image.
import type { ActionProvider } from '../action-provider';
import { callOn } from '../call-on';
import { configurationText, openBy } from '../configuration';
import { missingRepository } from '../image-repository';
import { needsFor } from '../need';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-ECR.html';

/** The configuration has no registry: it is that of the running role's account. */
export const ecrSource: ActionProvider = {
  id: 'ecr-source',
  category: 'Source',
  owner: 'AWS',
  provider: 'ECR',
  title: 'ECR source',
  docs: DOCS,
  artifacts: { reads: false, writes: true, acl: 'perhaps-across-accounts' },
  calls: (setting) => {
    const name = configurationText(setting.action, 'RepositoryName');
    const arn = `arn:${setting.partition}:ecr:${setting.region}:${setting.account}:repository/${name.text}`;
    return [
      callOn(
        setting,
        { kind: 'image-repository', name, arn, job: 'image repository' },
        needsFor(['ecr:DescribeImages'], arn, {
          because: 'The action looks up the digest behind the tag.',
          source: DOCS,
          open: openBy(name),
        }),
        missingRepository(setting, arn, name.text),
      ),
    ];
  },
  passes: () => [],
};
