// A build that may replace the artifacts of other pipelines.
import type { Arn } from '@/lib/names/arn';
import { togetherSay } from '../ask';
import { hatTitle, readHats } from '../hats';
import { isAdministrator } from '../powers';
import type { Rule } from '../rule';
import { mayWriteInto } from '../store-writers';
import { storesOf } from '../stores';

export const buildRoleWritesOtherArtifacts: Rule = {
  id: 'build-role-writes-other-artifacts',
  title: 'A build’s role may replace artifacts of other pipelines',
  severity: 'high',
  marks: true,
  why: 'A build runs what its repository says. Where its role may write the whole store and not only the folder of its own pipeline, whoever can change that repository can put something else into what another pipeline deploys, to production perhaps.',
  remedy:
    'Allow s3:PutObject on the folder of its own pipeline: the pipeline’s name, cut to twenty characters.',
  example: {
    wide: '{"Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::artifacts-us-east-1/*"}',
    narrow:
      '{"Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::artifacts-us-east-1/shop/*"}',
  },
  sources: [
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/concepts.html',
    'https://www.systemshardening.com/articles/cicd/aws-codepipeline-codebuild-security/',
  ],
  check: (judged) =>
    readHats(judged).flatMap(({ hat, role }) => {
      if (!hat.jobs.has('build') || isAdministrator(judged, role, hat.region)) return [];
      const own = new Set(hat.pipelines);
      return storesOf(judged).flatMap((store) => {
        const others = store.pipelines.filter((one) => !own.has(one));
        if (others.length === 0) return [];
        const answers = others.map((pipeline) => ({
          pipeline,
          answer: mayWriteInto(judged, role, store, pipeline),
        }));
        const said = togetherSay(answers.map((one) => one.answer));
        if (said === null) return [];
        const verdict = said.certainty === 'shown' ? 'allowed' : 'unknown';
        const reached = answers.flatMap(({ pipeline, answer }) =>
          answer.verdict === verdict ? pipeline : [],
        );
        const nameOf = (arn: Arn) => judged.inventory.pipelines.get(arn)?.name ?? arn;
        return {
          subject: role.arn,
          about: store.name,
          pipelines: hat.pipelines,
          title: `the ${hatTitle(judged, hat)} may write artifacts of ${reached.length === 1 ? nameOf(reached[0] ?? '') : `${reached.length} other pipelines`} into ${store.name}`,
          ...said,
          notes: reached.slice(0, 5).map(nameOf),
        };
      });
    }),
};
