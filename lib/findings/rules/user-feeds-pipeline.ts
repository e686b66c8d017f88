// A user, with keys that live for years, who decides what a pipeline delivers, wears a hat of it or starts it.
import type { AccountId, Arn, Region } from '@/lib/names/arn';
import { type Answer, togetherSay } from '../ask';
import { chainsTo } from '../chains-to';
import type { FindingDraft } from '../finding';
import { hatWords } from '../hat-words';
import { readHats } from '../hats';
import { pipelineWords, whoMay } from '../pipeline-powers';
import { holdersOf } from '../principals';
import type { Judged, Rule } from '../rule';
import { mayPutSource, sourceObjects } from '../sources';

export const userFeedsPipeline: Rule = {
  id: 'user-feeds-pipeline',
  title: 'A user with long-lived keys can feed a pipeline',
  severity: 'high',
  marks: false,
  why: 'Access keys of a user work from everywhere until somebody deletes them, and CI systems keep them in plain sight of their administrators. Where such a user may write the source of a pipeline, or put on a role that deploys, the keys deliver; where it may only start one, they deliver what others wrote, when they like.',
  remedy:
    'Let the CI system put on a role with its identity provider, and delete the keys; let people come in by single sign-on.',
  example: {
    wide: '# user jenkins, access keys from 2021\n{"Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::drop/*"}',
    narrow:
      '{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/gitlab.com"}, "Action": "sts:AssumeRoleWithWebIdentity"}',
  },
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles',
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html#troubleshooting-jen1',
  ],
  check(judged) {
    if (judged.inventory.users.size === 0) return [];
    const found = new Map<
      Arn,
      { readonly answers: Answer[]; readonly does: Set<string>; readonly pipelines: Set<Arn> }
    >();
    const add = (user: Arn, answer: Answer, does: string, pipelines: readonly Arn[]) => {
      const one = found.get(user) ?? { answers: [], does: new Set(), pipelines: new Set() };
      found.set(user, one);
      one.answers.push(answer);
      one.does.add(does);
      for (const arn of pipelines) one.pipelines.add(arn);
    };
    const usersOf = (account: AccountId, region: Region) =>
      judged.shelf.onceOf('users who write buckets', `${account} ${region}`, () =>
        holdersOf(judged, account, 's3:PutObject', region).filter((one) => one.kind === 'user'),
      );
    for (const source of sourceObjects(judged))
      for (const user of source.owner === null ? [] : usersOf(source.owner, source.region)) {
        const answer = mayPutSource(judged, user, source);
        if (answer.verdict === 'allowed') add(user.arn, answer, `write ${source.name}`, [source.pipeline]);
      }
    for (const { hat, role } of readHats(judged)) {
      if (!hat.jobs.has('action')) continue;
      for (const { from, verdict, evidence } of chainsTo(judged, role))
        if (verdict === 'allowed' && judged.inventory.users.has(from))
          add(
            from,
            { verdict, evidence, open: [] },
            `put on ${hatWords(judged.inventory, role.arn)}`,
            hat.pipelines,
          );
    }
    const decide = new Set(found.keys());
    for (const { principal, pipelines, answer } of whoMay(judged, 'codepipeline:StartPipelineExecution'))
      if (principal.kind === 'user' && answer.verdict === 'allowed')
        add(principal.arn, answer, `start ${pipelineWords(judged, pipelines)}`, pipelines);
    return [...found].flatMap(([user, { answers, does, pipelines }]) => {
      const said = togetherSay(answers);
      const words = [...does].sort();
      const keys = keysOf(judged, user);
      // To start what others deliver is less than to decide what is delivered.
      const lesser = decide.has(user) ? {} : { severity: 'low' as const };
      return said === null || keys === null
        ? []
        : {
            subject: user,
            pipelines: [...pipelines].sort(),
            title: `the user ${hatWords(judged.inventory, user)} can ${words.slice(0, 3).join(', ')}${words.length > 3 ? ` and ${words.length - 3} more` : ''}`,
            evidence: said.evidence,
            ...keys,
            ...lesser,
          };
    });
  },
};

/** After this long AWS's own checks call a key old.
 *  @see https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-3 (read 2026-11-27) */
const OLD_DAYS = 90;
const MS_OF_A_DAY = 86_400_000;

/** What the user's keys make of it; null where there is none with which a program could sign. Young keys are told as less. */
function keysOf(
  { inventory }: Judged,
  user: Arn,
): Pick<FindingDraft, 'certainty' | 'severity' | 'open' | 'notes'> | null {
  const keys = inventory.users.get(user)?.accessKeys;
  if (keys === undefined || keys.kind === 'unread')
    return {
      certainty: 'possible',
      open: ['whether the user has access keys, and how old they are, was not read'],
    };
  const active = keys.value.filter(({ isActive }) => isActive);
  if (active.length === 0) return null;
  const ages = active.map(({ made }) =>
    made === null ? Number.NaN : Math.floor((Date.parse(inventory.takenAt) - Date.parse(made)) / MS_OF_A_DAY),
  );
  const oldest = Math.max(...ages.map((days) => (Number.isNaN(days) ? 0 : days)));
  const count = active.length === 1 ? 'an active access key' : `${active.length} active access keys`;
  return {
    certainty: 'shown',
    ...(ages.every((days) => days <= OLD_DAYS) ? { severity: 'medium' as const } : {}),
    notes: [
      `It has ${count}, the oldest ${oldest} ${oldest === 1 ? 'day' : 'days'} old when the scan was made.`,
    ],
  };
}
