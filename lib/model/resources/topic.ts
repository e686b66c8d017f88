// Topics that pipelines tell, with the key that encrypts what is told.
import { textField } from '../fact-index';
import { placeOf } from '../place-of';
import type { Reader } from '../reader';
import type { Topic } from '../service-resource';

/** Reads topics. @see https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html (read 2026-11-27) */
export const topicReader: Reader<'topic'> = {
  kind: 'topic',
  facts: ['topic'],
  read: (facts) => ({
    resources: facts.all('topic').flatMap(({ arn, data }): Topic[] => {
      if (arn === null || data === null) return [];
      const key = textField(data, 'Attributes', 'KmsMasterKeyId');
      return [{ kind: 'topic', arn, ...placeOf(arn), key: key === '' ? null : key }];
    }),
    problems: [],
  }),
};
