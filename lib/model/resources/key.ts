// KMS keys behind artifact stores, with their key policy, grants and aliases.
import { arnName, parseArn } from '@/lib/names/arn';
import { field, listField, readFact, textField } from '../fact-index';
import { policyDocument } from '../policy-document';
import type { Reader } from '../reader';
import type { Key } from '../resource';

/** Reads keys: those described, and those whose policy or grants were read although DescribeKey was refused. */
export const keyReader: Reader<'key'> = {
  kind: 'key',
  facts: ['key', 'key-policy', 'key-grants', 'key-alias'],
  read(facts) {
    const arns = new Set(
      ['key', 'key-policy', 'key-grants'].flatMap((kind) =>
        facts.all(kind).flatMap((fact) => fact.arn ?? []),
      ),
    );
    const resources = [...arns].map((arn): Key => {
      const parts = parseArn(arn);
      const id = arnName(arn);
      const account = parts?.account ?? '';
      const region = parts?.region ?? '';
      return {
        kind: 'key',
        arn,
        account,
        region,
        id,
        policy: readFact(facts.about('key-policy', arn), (data) => policyDocument(field(data, 'Policy'))),
        state: readFact(
          facts.about('key', arn),
          (data) => textField(data, 'KeyMetadata', 'KeyState') ?? 'Enabled',
        ),
        manager: readFact(facts.about('key', arn), (data) =>
          textField(data, 'KeyMetadata', 'KeyManager') === 'AWS' ? 'AWS' : 'CUSTOMER',
        ),
        spec: readFact(
          facts.about('key', arn),
          (data) => textField(data, 'KeyMetadata', 'KeySpec') ?? 'SYMMETRIC_DEFAULT',
        ),
        grants: readFact(facts.about('key-grants', arn), (data) => listField(data, 'Grants')),
        aliases: facts
          .all('key-alias')
          .filter(
            (fact) =>
              fact.account === account &&
              fact.region === region &&
              textField(fact.data, 'TargetKeyId') === id,
          )
          .flatMap((fact) => textField(fact.data, 'AliasName') ?? []),
      };
    });
    return { resources, problems: [] };
  },
};
