// Reads the keys behind artifact stores and buckets: state, policy, grants and the aliases that name them.
import {
  type AliasListEntry,
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  type GetKeyPolicyCommandInput,
  type GrantListEntry,
  KMSClient,
  ListAliasesCommand,
  type ListAliasesCommandInput,
  ListGrantsCommand,
  type ListGrantsCommandInput,
} from '@aws-sdk/client-kms';
import { type Asking, call, collector } from '../collector';
import { keysOfPipelines } from '../pipeline-references';

interface OfKey {
  readonly KeyId: string;
}
const listAliases = call('kms:ListAliases', (kms: KMSClient, input: ListAliasesCommandInput) =>
  kms.send(new ListAliasesCommand(input)),
);
const describeKey = call('kms:DescribeKey', (kms: KMSClient, input: OfKey) =>
  kms.send(new DescribeKeyCommand(input)),
);
const getKeyPolicy = call('kms:GetKeyPolicy', (kms: KMSClient, input: GetKeyPolicyCommandInput) =>
  kms.send(new GetKeyPolicyCommand(input)),
);
const listGrants = call('kms:ListGrants', (kms: KMSClient, input: ListGrantsCommandInput) =>
  kms.send(new ListGrantsCommand(input)),
);

/** Facts `key`, `key-policy`, `key-grants` and `key-alias`. */
export const kms = collector({
  service: 'kms',
  scope: 'region',
  phase: 3,
  client: (config) => new KMSClient(config),
  calls: [listAliases, describeKey, getKeyPolicy, listGrants],
  async collect(asking) {
    const named = keysOfPipelines(asking.known)
      .filter(({ account, region }) => account === asking.account && region === asking.region)
      .map(({ id }) => id);
    if (named.length === 0) return;
    const aliases = await readAliases(asking);
    const targets = new Map(aliases.map(({ AliasName, TargetKeyId }) => [AliasName, TargetKeyId]));
    const keyIds = new Set(
      named.map((id) => (id.startsWith('alias/') ? targets.get(id) : id)).filter((id) => id !== undefined),
    );
    for (const alias of aliases) {
      const isOurs = named.includes(alias.AliasName ?? '') || keyIds.has(alias.TargetKeyId ?? '');
      if (isOurs)
        asking.note({ kind: 'key-alias', source: listAliases, arn: alias.AliasArn ?? null, data: alias });
    }
    for (const id of keyIds) await collectKey(asking, id);
  },
});

async function readAliases({ pages }: Asking<KMSClient>): Promise<AliasListEntry[]> {
  const aliases: AliasListEntry[] = [];
  const list = pages(listAliases, {}, ({ Truncated, NextMarker }) =>
    Truncated && NextMarker ? { Marker: NextMarker } : undefined,
  );
  for await (const page of list) aliases.push(...(page.Aliases ?? []));
  return aliases;
}

async function collectKey(asking: Asking<KMSClient>, id: string): Promise<void> {
  const { ask, note, account, region, partition } = asking;
  const arn = `arn:${partition}:kms:${region}:${account}:key/${id}`;
  const about = { scope: arn };
  const key = await ask(describeKey, { KeyId: id }, about);
  if (key !== 'gap') note({ kind: 'key', source: describeKey, arn, data: key === 'absent' ? null : key });
  if (key === 'absent') return;
  const policy = await ask(getKeyPolicy, { KeyId: id, PolicyName: 'default' }, about);
  if (policy !== 'gap' && policy !== 'absent')
    note({ kind: 'key-policy', source: getKeyPolicy, arn, data: policy });
  await collectGrants(asking, id, arn);
}

async function collectGrants({ pages, note }: Asking<KMSClient>, KeyId: string, arn: string): Promise<void> {
  const Grants: GrantListEntry[] = [];
  let isWhole = false;
  const list = pages(
    listGrants,
    { KeyId },
    ({ Truncated, NextMarker }) => (Truncated && NextMarker ? { KeyId, Marker: NextMarker } : undefined),
    { scope: arn },
  );
  for await (const page of list) {
    Grants.push(...(page.Grants ?? []));
    isWhole = !page.Truncated;
  }
  if (isWhole) note({ kind: 'key-grants', source: listGrants, arn, data: { Grants } });
}
