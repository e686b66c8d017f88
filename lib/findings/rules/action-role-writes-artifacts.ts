// An action role that may write where it should only read.
import { togetherSay } from '../ask';
import { hatTitle, readHats } from '../hats';
import { isAdministrator } from '../powers';
import type { Rule } from '../rule';
import { mayWriteInto, writersByBucket } from '../store-writers';
import { storesFor } from '../stores';

export const actionRoleWritesArtifacts: Rule = {
  id: 'action-role-writes-artifacts',
  title: 'An action role may replace artifacts that it only reads',
  severity: 'high',
  marks: true,
  why: 'A role that deploys reads an artifact; where it may also write into the store, whoever gets hold of a lower stage can replace what a later stage deploys, after the build and after the approval. Names of artifacts are made at random, so no prefix keeps stages apart.',
  remedy:
    'Take s3:PutObject and kms:GenerateDataKey from the role, or its name from the statements of bucket and key policy that allow them.',
  example: {
    wide: '{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::222222222222:role/deploy"}, "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::artifacts-us-east-1/*"}',
    narrow:
      '{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::222222222222:role/deploy"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::artifacts-us-east-1/*"}',
  },
  sources: [
    'https://github.com/GovWifi/govwifi-terraform/pull/793',
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html',
  ],
  check(judged) {
    const writers = writersByBucket(judged);
    return readHats(judged).flatMap(({ hat, role }) => {
      if (!hat.jobs.has('action') || isAdministrator(judged, role, hat.region)) return [];
      return storesFor(judged, hat.pipelines).flatMap(({ store, shared }) => {
        if (writers.get(store.bucket)?.has(role.arn) === true) return [];
        const said = togetherSay([mayWriteInto(judged, role, store, shared)]);
        return said === null
          ? []
          : {
              subject: role.arn,
              about: store.name,
              pipelines: store.pipelines,
              title: `the ${hatTitle(judged, hat)} may write into ${store.name}, and no action of it makes an artifact`,
              ...said,
            };
      });
    });
  },
};
