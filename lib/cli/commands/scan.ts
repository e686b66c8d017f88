// hatstack scan: read accounts through AWS, and keep what they said.
import { readScanOptions, type ScanOptions } from '@/lib/config/scan-options';
import { type KeptScanOptions, keepScan, resumeScan } from '@/lib/jobs/kept-scan';
import { collectors } from '@/lib/scan/collectors/index';
import { planLines } from '@/lib/scan/plan';
import { ScanProblem } from '@/lib/scan/scan-problem';
import { SUMMARY_KINDS, scanSummary } from '@/lib/scan/scan-summary';
import { nameOf, placeOf } from '@/lib/store/place';
import { checkWritable, writeSnapshotFile } from '@/lib/store/snapshot-file';
import { openStore, type Store } from '@/lib/store/store';
import packageJson from '../../../package.json';
import { CannotDo, type Command, type ExitCode, type Io, type Values } from '../command';
import { stopOnSignal } from '../stop-signal';
import { type ScanTeller, scanTeller } from '../tell-scan';
import { tellWebhooks } from '../tell-webhooks';

export const scanCommand: Command = {
  name: 'scan',
  summary: 'read accounts through AWS and keep a snapshot',
  help: `hatstack scan [--profile NAME] [--initial-role ARN [--initial-external-id ID]]
              [--role-name NAME [--external-id ID] [--session-name NAME]]
              [--account-role ID=NAME ...] [--account-external-id ID=EXTERNAL-ID ...]
              [--organization [--ou ID ...] [--tag KEY=VALUE ...] [--include ID ...] [--exclude ID ...]
               | --account ID ...] [--region REGION ...] [--out FILE] [--keep N] [--keep-days N] [--webhook URL ...]
              [--concurrency N] [--by-workers] [--dry-run] [--config FILE]
hatstack scan --resume [ID] [--profile NAME] [--by-workers] [--out FILE]

Reads pipelines and everything that decides whether they work: roles and policies, the organisation and its
control policies, artifact buckets, keys. It only reads; docs/permissions.md has the exact policy.
Credentials are found as the AWS tools find them; AWS_ENDPOINT_URL is honoured.

  --profile NAME        a profile of ~/.aws/config
  --role-name NAME      the role to put on in each account, with its path if it has one
  --external-id ID      the external id that the role's trust policy asks for
  --account-role ID=NAME ...  the role of a single account, where it is not called as in the others
  --account-external-id ID=EXTERNAL-ID ...  and the external id that its trust policy asks for
  --session-name NAME   the name under which the scan appears in CloudTrail (default: hatstack)
  --initial-role ARN    a role to put on first; the roles in the accounts are put on from there
  --initial-external-id ID   the external id that its trust policy asks for
  --organization        every active account of the organisation
  --ou ID ...           of them, those below these organizational units
  --tag KEY=VALUE ...   of them, those with a tag of each key that is named
  --include ID ...      and these; without --ou and --tag: only these
  --exclude ID ...      but not these
  --account ID ...      these accounts; neither: the account of the credentials
  --region REGION ...   these regions; none: those that each account has enabled
  --out FILE            write the snapshot to this file too: plain where it ends in .json, else compressed
  --concurrency N       calls on the way at the same time, at most (default: 20)
  --resume [ID]         go on with an interrupted scan, the latest or this one: what was read is not read again
  --by-workers          leave the reading to \`hatstack worker\` processes, and watch (needs DATABASE_URL)
  --keep N              throw away all snapshots but the latest N and those that are pinned
  --keep-days N         throw away those that are older than N days; with --keep: and not among the latest N
  --webhook URL ...     tell these addresses when pipelines turn broken or over-broad since the snapshot before
  --dry-run             print what would be asked, and ask nothing
  --config FILE         take options from this file (default: hatstack.yaml, where there is one)

Every option but --resume may also stand in hatstack.yaml and in the environment; --role-name is \`role-name\` there and
HATSTACK_ROLE_NAME here, lists are in the plural (\`accounts\`, HATSTACK_ACCOUNTS). A flag wins over the
environment, and the environment over the file. docs/scanning.md has an example.

Exit code: 0 done, 2 could not do it, 3 done, but some calls were not answered.`,
  options: {
    profile: { type: 'string' },
    'role-name': { type: 'string' },
    'external-id': { type: 'string' },
    'account-role': { type: 'string', multiple: true },
    'account-external-id': { type: 'string', multiple: true },
    'session-name': { type: 'string' },
    'initial-role': { type: 'string' },
    'initial-external-id': { type: 'string' },
    organization: { type: 'boolean' },
    ou: { type: 'string', multiple: true },
    tag: { type: 'string', multiple: true },
    include: { type: 'string', multiple: true },
    exclude: { type: 'string', multiple: true },
    account: { type: 'string', multiple: true },
    region: { type: 'string', multiple: true },
    concurrency: { type: 'string' },
    out: { type: 'string' },
    resume: { type: 'boolean' },
    'by-workers': { type: 'boolean' },
    keep: { type: 'string' },
    'keep-days': { type: 'string' },
    webhook: { type: 'string', multiple: true },
    'dry-run': { type: 'boolean' },
    config: { type: 'string' },
  },
  async run(values, positionals, io): Promise<ExitCode> {
    const isResumed = values.resume === true;
    const parsed = readScanOptions(values, isResumed ? [] : positionals, io.env);
    if (parsed.kind === 'problem') throw new CannotDo(parsed.problem);
    const { options } = parsed;
    if (isResumed) checkResumed(values, options);
    if (options.isDryRun) {
      for (const line of planLines(collectors, options)) io.out(line);
      return 0;
    }
    const teller = scanTeller(io);
    const store = await openStore(placeOf(io.env), teller.say);
    try {
      if (options.out !== undefined) await checkWritable(options.out);
      const isShared = options.isByWorkers;
      const id = await scanned(store, io, teller, (run) =>
        isResumed
          ? resumeScan(store, positionals[0] ?? null, options.profile, { ...run, isShared })
          : keepScan(store, options, { ...run, isShared }),
      );
      return await tellWhatIsKept(store, id, options, io);
    } finally {
      await store.close();
    }
  },
};

/** What may be said anew of a scan that is gone on with; all else it was begun with. */
const OF_RESUMED: readonly string[] = [
  'resume',
  'profile',
  'by-workers',
  'out',
  'keep',
  'keep-days',
  'webhook',
  'config',
];

function checkResumed(values: Values, { isDryRun }: ScanOptions): void {
  const other = Object.keys(values).find((flag) => !OF_RESUMED.includes(flag));
  if (other === undefined && !isDryRun) return;
  throw new CannotDo(
    `--${other ?? 'dry-run'} does not go with --resume, which goes on with the plan of the interrupted scan: leave it out, or scan anew without --resume`,
  );
}

/** The scan, told of while it runs, and ended in good order by Ctrl-C. @returns the snapshot's id */
async function scanned(
  store: Store,
  io: Io,
  teller: ScanTeller,
  scan: (run: KeptScanOptions) => Promise<string>,
): Promise<string> {
  const stop = stopOnSignal(() =>
    teller.say('stopping as soon as what is being read is read; Ctrl-C again stops at once'),
  );
  try {
    return await scan({
      env: io.env,
      now: () => new Date(),
      onProgress: teller.tell,
      signal: stop.signal,
      toolVersion: packageJson.version,
    });
  } catch (error) {
    if (!stop.signal.aborted || !(error instanceof ScanProblem)) throw error;
    const isKept = (await store.unfinished()).length > 0;
    throw new CannotDo(
      isKept
        ? 'stopped: `hatstack scan --resume` goes on from here'
        : 'stopped, and nothing was kept: run the same command to scan again',
    );
  } finally {
    stop.end();
    teller.end();
  }
}

async function tellWhatIsKept(store: Store, id: string, options: ScanOptions, io: Io): Promise<ExitCode> {
  if (options.out !== undefined) await writeSnapshotFile(options.out, await store.open(id));
  const row = await store.find(id);
  const gaps = await store.gapsOf(id);
  const facts = await store.factsOf(id, { kinds: SUMMARY_KINDS });
  const { accounts = [], regions = [] } = row ?? {};
  io.out(`snapshot ${id}`);
  io.out(options.out === undefined ? `store ${nameOf(store.place)}` : `file ${options.out}`);
  for (const line of scanSummary({ accounts, regions, facts, gaps }, await store.countsOf(id))) io.out(line);
  for (const line of await tellWebhooks(store, id, options.webhooks, io.env)) io.err(line);
  const { length } = await store.retain(options.retention, new Date());
  if (length > 0) io.out(`${length} older snapshot${length === 1 ? '' : 's'} thrown away`);
  return gaps.length > 0 ? 3 : 0;
}
