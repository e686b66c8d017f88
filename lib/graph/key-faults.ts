// What is wrong with a key itself, as far as it was read.
import type { Inventory } from '@/lib/model/inventory';
import type { Key } from '@/lib/model/resource';
import { type AccountId, type Arn, arnAccount, parseArn } from '@/lib/names/arn';
import type { StructureFault } from './hop';

const STATE_DOCS = 'https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html';
const MANAGED_DOCS = 'https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk';
const KIND_DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/S3-artifact-encryption.html';
const REGION_DOCS =
  'https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-create-cross-region.html';

/** A key must be enabled, symmetric, of the store's region, and for another account not one of AWS's own. Never throws. */
export function keyFaults(
  inventory: Inventory,
  arn: Arn,
  region: string,
  caller: AccountId,
): readonly StructureFault[] {
  const found = inventory.keys.get(arn);
  const name = found?.aliases[0]?.replace(/^alias\//, '') ?? arn.slice(arn.lastIndexOf('/') + 1);
  const keyRegion = parseArn(arn)?.region ?? region;
  const home = arnAccount(arn);
  const elsewhere = fault(
    'key-in-other-region',
    `the key ${name} is of ${keyRegion}, and the artifacts of ${region} need one of their own region`,
    REGION_DOCS,
  );
  return [
    ...(inventory.absent.has(arn)
      ? [{ ...fault('key-missing', `the key ${name} does not exist`, STATE_DOCS), curedIn: home }]
      : []),
    ...(keyRegion === region ? [] : [elsewhere]),
    ...(found === undefined ? [] : [...openFaults(found, name), ...describedFaults(found, name, caller)]),
  ];
}

/** One call tells state, kind and manager. */
function openFaults({ arn, account, region, state }: Key, name: string): readonly StructureFault[] {
  if (state.kind === 'read') return [];
  const call = 'kms:DescribeKey';
  return [
    {
      rule: 'key-not-described',
      sentence: `whether the key ${name} is enabled, and of a kind that S3 can use, was not read`,
      source: STATE_DOCS,
      certain: false,
      leavesOpen: true,
      unread: { arn, account, region, call, what: `the key ${name}` },
    },
  ];
}

function describedFaults(
  { arn, state, manager, spec }: Key,
  name: string,
  caller: AccountId,
): readonly StructureFault[] {
  const isEnabled = state.kind === 'unread' || state.value === 'Enabled';
  const isShareable = manager.kind === 'unread' || manager.value !== 'AWS' || arnAccount(arn) === caller;
  const isSymmetric = spec.kind === 'unread' || spec.value === 'SYMMETRIC_DEFAULT';
  return [
    ...(isEnabled
      ? []
      : [
          {
            ...fault(
              'key-not-enabled',
              `the key ${name} is not enabled: its state is ${state.value}`,
              STATE_DOCS,
            ),
            curedIn: arnAccount(arn),
          },
        ]),
    ...(isShareable
      ? []
      : [
          fault(
            'key-of-aws-not-shareable',
            `the key ${name} is one of AWS's own in ${arnAccount(arn)}, which no other account can use`,
            MANAGED_DOCS,
          ),
        ]),
    ...(isSymmetric
      ? []
      : [
          fault(
            'key-not-symmetric',
            `the key ${name} is no symmetric key for encryption (${spec.value}), and S3 can use no other`,
            KIND_DOCS,
          ),
        ]),
  ];
}

function fault(rule: string, sentence: string, source: string): StructureFault {
  return { rule, sentence, source, certain: true };
}
