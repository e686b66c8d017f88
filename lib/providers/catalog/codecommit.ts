// A CodeCommit repository as a source: CodeCommit itself makes the archive and uploads it in the role's name.
import type { ActionProvider } from '../action-provider';
import { callOn, missingFault } from '../call-on';
import { configurationText, openBy } from '../configuration';
import { needsFor } from '../need';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodeCommit.html';
const LIST_DOCS =
  'https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html#troubleshooting-S3-access-denied-list';

/** Uploads into a bucket of another account carry an ACL (observed: https://github.com/aws/aws-cdk/pull/14260). */
export const codecommit: ActionProvider = {
  id: 'codecommit',
  category: 'Source',
  owner: 'AWS',
  provider: 'CodeCommit',
  title: 'CodeCommit source',
  docs: DOCS,
  artifacts: {
    reads: false,
    writes: true,
    acl: 'across-accounts',
    alsoOnWrite: [
      {
        action: 's3:ListBucket',
        on: 'bucket',
        because: 'The action checks that the store exists.',
        source: LIST_DOCS,
      },
    ],
  },
  calls: (setting) => {
    const name = configurationText(setting.action, 'RepositoryName');
    const arn = `arn:${setting.partition}:codecommit:${setting.region}:${setting.account}:${name.text}`;
    const isReference = setting.action.configuration.OutputArtifactFormat === 'CODEBUILD_CLONE_REF';
    const shape = { source: DOCS, open: openBy(name) };
    return [
      callOn(
        setting,
        { kind: 'repository', name, arn, job: 'repository' },
        [
          ...needsFor(['codecommit:GetBranch', 'codecommit:GetCommit'], arn, {
            ...shape,
            because: 'The action looks up the head of the branch.',
          }),
          ...needsFor(['codecommit:UploadArchive', 'codecommit:GetUploadArchiveStatus'], arn, {
            ...shape,
            essential: !isReference,
            because: 'CodeCommit uploads the archive of the commit.',
          }),
          ...needsFor(['codecommit:CancelUploadArchive'], arn, {
            ...shape,
            essential: false,
            because: 'Needed when the execution is stopped during the upload.',
          }),
          ...(isReference
            ? needsFor(['codecommit:GetRepository'], arn, {
                ...shape,
                because: 'The action hands on a reference to the repository.',
              })
            : []),
        ],
        setting.inventory.absent.has(arn)
          ? [missingFault(setting, 'repository-missing', `repository ${name.text}`, DOCS)]
          : [],
      ),
    ];
  },
  passes: () => [],
};
