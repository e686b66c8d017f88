// The instances to which something is deployed, with the profiles that they carry.
import { listField, textField } from '../fact-index';
import type { Reader } from '../reader';
import type { Instances } from '../service-resource';

/** Reads them by what is deployed to: a deployment group, or a tag. */
export const instancesReader: Reader<'instances'> = {
  kind: 'instances',
  facts: ['instances'],
  read: (facts) => ({
    resources: facts.all('instances').flatMap(({ arn, data }): Instances[] => {
      if (arn === null || data === null) return [];
      const list = listField(data, 'Instances');
      return [
        { kind: 'instances', arn, profiles: list.map((one) => textField(one, 'IamInstanceProfile', 'Arn')) },
      ];
    }),
    problems: [],
  }),
};
