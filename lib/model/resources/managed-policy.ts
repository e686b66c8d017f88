// Managed policies, customer's and AWS's, in their default version.
import { field, listField, textField } from '../fact-index';
import { policyDocument } from '../policy-document';
import type { Reader } from '../reader';
import type { ManagedPolicy } from '../resource';

/** Reads managed policies. One without a default version among those AWS returned is a problem, and stays unread for its users. */
export const managedPolicyReader: Reader<'managed-policy'> = {
  kind: 'managed-policy',
  facts: ['iam-policy'],
  read(facts) {
    const resources: ManagedPolicy[] = [];
    const problems: string[] = [];
    for (const { data, arn } of facts.all('iam-policy')) {
      const version = listField(data, 'PolicyVersionList').find(
        (one) => field(one, 'IsDefaultVersion') === true,
      );
      if (arn === null || version === undefined)
        problems.push(`no default version of managed policy \`${arn}\` was returned`);
      else
        resources.push({
          kind: 'managed-policy',
          arn,
          name: textField(data, 'PolicyName') ?? arn,
          document: policyDocument(field(version, 'Document')),
          updated: textField(data, 'UpdateDate'),
        });
    }
    return { resources, problems };
  },
};
