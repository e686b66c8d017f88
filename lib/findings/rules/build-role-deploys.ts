// A build whose role can put on the hats that deploy.
import type { Arn } from '@/lib/names/arn';
import { sortedEvidence } from '../ask';
import { type ChainTo, chainsTo, chainWords } from '../chains-to';
import { hatWords } from '../hat-words';
import { readHats } from '../hats';
import type { Rule } from '../rule';

export const buildRoleDeploys: Rule = {
  id: 'build-role-deploys',
  title: 'A build’s role can put on roles that deploy',
  severity: 'high',
  marks: true,
  why: 'A build runs what the repository says: commands, and every package that they fetch. Whatever its role can put on, whoever can change the repository has, past every approval that stands between the build and the deployment.',
  remedy:
    'Let actions of the pipeline deploy, with roles of their own; take sts:AssumeRole on them from the build’s role, and the build’s role out of their trust.',
  example: {
    wide: '{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::333333333333:role/shop-deploy"}',
    narrow:
      '{"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::artifacts-us-east-1/shop/*"}',
  },
  sources: [
    'https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html',
    'https://www.systemshardening.com/articles/cicd/aws-codepipeline-codebuild-security/',
  ],
  check(judged) {
    const builds = new Map(
      readHats(judged)
        .filter(({ hat }) => hat.jobs.has('build'))
        .map(({ hat, role }) => [role.arn, hat]),
    );
    const ways = new Map<Arn, ChainTo[]>();
    for (const { hat, role } of builds.size === 0 ? [] : readHats(judged)) {
      if (!hat.jobs.has('action') && !hat.jobs.has('pipeline')) continue;
      for (const chain of chainsTo(judged, role)) {
        if (!builds.has(chain.from) || chain.from === role.arn) continue;
        const list = ways.get(chain.from);
        if (list === undefined) ways.set(chain.from, [chain]);
        else list.push(chain);
      }
    }
    return [...ways].map(([build, all]) => {
      const sure = all.filter((chain) => chain.verdict === 'allowed');
      const told = sure.length > 0 ? sure : all;
      const reached = [...new Set(told.flatMap((chain) => chain.roles.at(-1) ?? []))].sort();
      return {
        subject: build,
        pipelines: builds.get(build)?.pipelines ?? [],
        title: `the build role ${hatWords(judged.inventory, build)} can put on ${reached.map((arn) => hatWords(judged.inventory, arn)).join(', ')}`,
        certainty: sure.length > 0 ? ('shown' as const) : ('possible' as const),
        evidence: sortedEvidence(told.flatMap((chain) => chain.evidence)),
        open: sure.length > 0 ? [] : ['a policy on the way was not read'],
        notes: told.map((chain) => chainWords(judged.inventory, chain)),
      };
    });
  },
};
