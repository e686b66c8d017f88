// CodeBuild: projects.
import { isJsonObject } from '@/lib/base/json';
import { factOf, smallKeys } from '../answers';
import { madeUpName } from '../made-up-id';
import { factless, type Resource, type ResourceType } from '../resource-type';

const arnOf = (self: Resource) =>
  `arn:${self.partition}:codebuild:${self.region}:${self.account}:project/${self.id()}`;

const project: ResourceType = {
  type: 'AWS::CodeBuild::Project',
  id: (self) => self.text('Name') ?? madeUpName(self, 255),
  attributes: { Arn: arnOf },
  facts: (self) => {
    const answer = smallKeys(self.properties());
    return [
      factOf(self, 'build-project', 'codebuild:BatchGetProjects', arnOf(self), {
        ...(isJsonObject(answer) ? answer : {}),
        name: self.id(),
        arn: arnOf(self),
        encryptionKey: encryptionKeyOf(self),
      }),
    ];
  },
};

const reportGroup = factless(
  'AWS::CodeBuild::ReportGroup',
  'test reports are not read',
  (self) =>
    `arn:${self.partition}:codebuild:${self.region}:${self.account}:report-group/${self.text('Name')}`,
  { Arn: (self) => self.id() },
);

export const codebuild: readonly ResourceType[] = [project, reportGroup];

/** A project without a key has AWS's own of S3.
 *  @see https://docs.aws.amazon.com/codebuild/latest/APIReference/API_Project.html (read 2026-11-27) */
function encryptionKeyOf(self: Resource): string {
  return (
    self.text('EncryptionKey') ?? `arn:${self.partition}:kms:${self.region}:${self.account}:alias/aws/s3`
  );
}
