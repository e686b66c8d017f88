// The key that encrypts a topic, and what SNS asks of it in the name of whoever publishes.
import { ABSENT, known, PRESENT } from '@/lib/iam/context';
import type { Topic } from '@/lib/model/service-resource';
import { type Arn, arnAccount, parseArn } from '@/lib/names/arn';
import { dnsSuffix } from '@/lib/names/partition';
import type { ActionSetting, Call } from './action-provider';
import { needsFor } from './need';
import type { StructureFault } from './structure-fault';

const DOCS = 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html';

/** The key of AWS's own lets everybody of its account use it through SNS, and nobody else. */
const MANAGED = /(^|:)alias\/aws\/sns$/;

/** The call on the topic's own key; none where there is none, or where it is AWS's own. Never throws.
 *  @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html (read 2026-11-27) */
export function topicKeyCalls(setting: ActionSetting, topic: Topic | undefined): readonly Call[] {
  if (topic === undefined || topic.key === null || MANAGED.test(topic.key)) return [];
  const { partition, account } = setting;
  const arn = keyOf(setting, topic, topic.key);
  return [
    {
      kind: 'encrypts',
      target: {
        kind: 'key',
        name: topic.key,
        arn,
        account: topic.account,
        region: topic.region,
        job: 'key',
      },
      needs: needsFor(['kms:GenerateDataKey', 'kms:Decrypt'], arn ?? '*', {
        because: 'The topic is encrypted with this key, in the name of whoever publishes.',
        source: DOCS,
        context: {
          'kms:ViaService': known(`sns.${topic.region}.${dnsSuffix(partition)}`),
          'kms:CallerAccount': known(account),
          'kms:EncryptionContext:aws:sns:topicArn': PRESENT,
          'kms:GrantIsForAWSResource': ABSENT,
          'aws:ViaAWSService': known('true'),
          'aws:CalledVia': known('sns.amazonaws.com'),
          'aws:CalledViaFirst': known('sns.amazonaws.com'),
          'aws:CalledViaLast': known('sns.amazonaws.com'),
        },
        ...(arn === null
          ? { open: { cannotTell: `which key \`${topic.key}\` stands for was not read` } }
          : {}),
      }),
    },
  ];
}

/** AWS's own key on a topic of another account. Never throws. */
export function topicKeyFaults(
  { account }: ActionSetting,
  topic: Topic | undefined,
): readonly StructureFault[] {
  if (topic === undefined || topic.key === null || !MANAGED.test(topic.key) || topic.account === account)
    return [];
  return [
    {
      rule: 'topic-key-not-shareable',
      sentence: `the topic is encrypted with aws/sns of ${topic.account}, which no other account can use`,
      source: DOCS,
      certain: true,
      curedIn: topic.account,
    },
  ];
}

function keyOf(
  { inventory, partition }: ActionSetting,
  { account, region }: Topic,
  written: string,
): Arn | null {
  const place = `arn:${partition}:kms:${region}:${account}`;
  const name = parseArn(written)?.resource ?? written;
  if (!name.startsWith('alias/')) return parseArn(written) === null ? `${place}:key/${name}` : written;
  const owner = arnAccount(written) ?? account;
  const found = [...inventory.keys.values()].find(
    (key) => key.account === owner && key.region === region && key.aliases.includes(name),
  );
  return found?.arn ?? null;
}
