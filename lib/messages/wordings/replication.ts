// CodePipeline, where it could not copy an artifact into the store of the action's region.
import type { Wording } from '../message';

const SENTENCE =
  /Failed replicating artifact from (?<from>\S+) in (?<here>\S+) to (?<to>\S+) in (?<there>[^\s:]+): Check source and destination artifact buckets exist and (?<principal>\S+) has permission/;

/** The buckets, their keys and the pipeline role's policies all fail in these words. */
export const replication: Wording = {
  id: 'replication',
  source: 'https://github.com/awslabs/aws-deployment-framework/issues/756',
  examples: [
    "Replication of artifact 'Build' failed: Failed replicating artifact from artifacts-euw1 in eu-west-1 to artifacts-use1 in us-east-1: Check source and destination artifact buckets exist and arn:aws:iam::111111111111:role/hub has permission to access it.",
    "Failed replicating 'Build': Invalid Arn",
  ],
  read(text) {
    const groups = SENTENCE.exec(text)?.groups;
    if (groups === undefined && !/Replication of artifact '.*' failed|Failed replicating '/.test(text))
      return null;
    return {
      about: 'absent-or-denied',
      principal: groups?.principal ?? null,
      services: ['s3', 'kms'],
      caveat:
        'reading the one store and writing the other, with the keys of both, fails in the same words, and so does a bucket that is not there',
    };
  },
};
