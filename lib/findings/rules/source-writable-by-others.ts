// A source object that somebody may write whose policies do not speak of it.
import type { Role, User } from '@/lib/model/resource';
import type { AccountId, Region } from '@/lib/names/arn';
import { type Answer, ownSideAllows, togetherSay } from '../ask';
import { hatWords } from '../hat-words';
import { NOBODY } from '../nobody';
import { holdersOf } from '../principals';
import type { Judged, Rule } from '../rule';
import { mayPutSource, type SourceObject, sourceObjects } from '../sources';

export const sourceWritableByOthers: Rule = {
  id: 'source-writable-by-others',
  title: 'A source object can be written by principals that may write any bucket',
  severity: 'high',
  marks: false,
  why: 'Who can write the source object decides what the pipeline delivers. Who is named for that bucket is meant to; who may write objects of any bucket of the account gets there by accident, and is seldom thought of. Administrators are left out.',
  remedy:
    'Name the buckets in the policies of those principals, or deny s3:PutObject on the source bucket to all but its writers.',
  example: {
    wide: '{"Effect": "Allow", "Action": "s3:PutObject", "Resource": "*"}',
    narrow: '{"Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::build-cache/*"}',
  },
  sources: [
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-S3.html',
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/security-best-practices.html',
  ],
  check: (judged) =>
    sourceObjects(judged).flatMap((source) => {
      if (source.owner === null) return [];
      const others = writersOfAny(judged, source.owner, source.region)
        .map(({ principal, any }) => ({ principal, answer: accidental(judged, principal, any, source) }))
        .filter(({ answer }) => answer.verdict === 'allowed' || answer.verdict === 'unknown');
      const said = togetherSay(others.map((one) => one.answer));
      if (said === null) return [];
      const verdict = said.certainty === 'shown' ? 'allowed' : 'unknown';
      const told = others.filter((one) => one.answer.verdict === verdict);
      const names = told.map(({ principal }) => hatWords(judged.inventory, principal.arn)).sort();
      return {
        subject: source.bucket,
        about: source.pipeline,
        account: source.owner,
        pipelines: [source.pipeline],
        title: `the source of ${judged.inventory.pipelines.get(source.pipeline)?.name} in ${source.name} can be written by ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}, who may write any bucket`,
        ...said,
      };
    }),
};

interface Writer {
  readonly principal: Role | User;
  /** What its policies say to a bucket that nobody had in mind. */
  readonly any: Answer;
}

/** Those of the account who may write whatever bucket, or may perhaps: asked once, not for each source. */
function writersOfAny(judged: Judged, account: AccountId, region: Region): readonly Writer[] {
  return judged.shelf.onceOf('writers of any bucket', `${account} ${region}`, () =>
    holdersOf(judged, account, 's3:PutObject', region).flatMap((principal) => {
      const any = ownSideAllows(judged, principal, {
        action: 's3:PutObject',
        resource: `arn:aws:s3:::${NOBODY}/${NOBODY}`,
        account: principal.account,
        region,
      });
      return any.verdict === 'denied' || any.verdict === 'depends' ? [] : [{ principal, any }];
    }),
  );
}

/** Allowed only where also a bucket that nobody had in mind is. */
function accidental(judged: Judged, principal: Role | User, any: Answer, source: SourceObject): Answer {
  const put = mayPutSource(judged, principal, source);
  return any.verdict === 'unknown' && put.verdict === 'allowed' ? any : put;
}
