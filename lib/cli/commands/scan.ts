// hatstack scan: read accounts through AWS, and keep what they said.
import { readScanOptions } from '@/lib/config/scan-options';
import { collectors } from '@/lib/scan/collectors/index';
import { planLines } from '@/lib/scan/plan';
import type { ScanEvent } from '@/lib/scan/progress';
import { runScan } from '@/lib/scan/run-scan';
import { scanSummary } from '@/lib/scan/scan-summary';
import { checkWritable, writeSnapshotFile } from '@/lib/store/snapshot-file';
import { openSnapshotStore } from '@/lib/store/snapshot-store';
import { CannotDo, type Command, type ExitCode, type Io } from '../command';

/** Calls on the way at the same time: enough to keep the line busy, few enough to leave others their rate. */
const CONCURRENCY = 20;

export const scanCommand: Command = {
  name: 'scan',
  summary: 'read accounts through AWS and keep a snapshot',
  help: `hatstack scan [--profile NAME] [--initial-role ARN [--initial-external-id ID]]
              [--role-name NAME [--external-id ID] [--session-name NAME]]
              [--organization [--ou ID ...] [--tag KEY=VALUE ...] [--include ID ...] [--exclude ID ...]
               | --account ID ...] [--region REGION ...] [--out FILE] [--dry-run] [--config FILE]

Reads pipelines and everything that decides whether they work: roles and policies, the organisation and its
control policies, artifact buckets, keys. It only reads; docs/permissions.md has the exact policy.
Credentials are found as the AWS tools find them; AWS_ENDPOINT_URL is honoured.

  --profile NAME        a profile of ~/.aws/config
  --role-name NAME      the role to put on in each account, with its path if it has one
  --external-id ID      the external id that the role's trust policy asks for
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
  --out FILE            write the snapshot to this file too (.json, or .json.gz)
  --dry-run             print what would be asked, and ask nothing
  --config FILE         take options from this file (default: hatstack.yaml, where there is one)

Every option may also stand in hatstack.yaml and in the environment; --role-name is \`role-name\` there and
HATSTACK_ROLE_NAME here, lists are in the plural (\`accounts\`, HATSTACK_ACCOUNTS). A flag wins over the
environment, and the environment over the file. docs/scanning.md has an example.

Exit code: 0 done, 2 could not do it, 3 done, but some calls were not answered.`,
  options: {
    profile: { type: 'string' },
    'role-name': { type: 'string' },
    'external-id': { type: 'string' },
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
    out: { type: 'string' },
    'dry-run': { type: 'boolean' },
    config: { type: 'string' },
  },
  async run(values, positionals, io): Promise<ExitCode> {
    const parsed = readScanOptions(values, positionals, io.env);
    if (parsed.kind === 'problem') throw new CannotDo(parsed.problem);
    const { options } = parsed;
    if (options.isDryRun) {
      for (const line of planLines(collectors, options)) io.out(line);
      return 0;
    }
    const store = openSnapshotStore(io.env);
    await store.checkWritable();
    if (options.out !== undefined) await checkWritable(options.out);
    const snapshot = await runScan(
      { ...options, concurrency: CONCURRENCY },
      { env: io.env, now: () => new Date(), onProgress: teller(io) },
    );
    const file = await store.write(snapshot);
    if (options.out !== undefined) await writeSnapshotFile(options.out, snapshot);
    io.out(`snapshot ${snapshot.id}`);
    io.out(`file ${options.out ?? file}`);
    for (const line of scanSummary(snapshot)) io.out(line);
    return snapshot.gaps.length > 0 ? 3 : 0;
  },
};

/** Says each step, and in a long phase each quarter of it. */
function teller(io: Io): (event: ScanEvent) => void {
  const names = { 1: 'roles and pipelines', 2: 'buckets', 3: 'keys' } as const;
  let phase: ScanEvent & { kind: 'phase-started' } = { kind: 'phase-started', phase: 1, units: 0 };
  return (event) => {
    if (event.kind === 'started') {
      const regions = event.regions === null ? 'their enabled regions' : counted(event.regions, 'region');
      io.err(`as ${event.caller}: ${counted(event.accounts, 'account')}, ${regions}`);
    } else if (event.kind === 'account-skipped') {
      const why = event.why === 'suspended' ? 'it is suspended' : 'its role cannot be put on';
      io.err(`account ${event.account} is left out: ${why}`);
    } else if (event.kind === 'own-credentials') {
      io.err(`account ${event.account} is read with the caller's own credentials: its role cannot be put on`);
    } else if (event.kind === 'region-skipped') {
      io.err(`account ${event.account} has not enabled ${event.region}: nothing to read there`);
    } else if (event.kind === 'regions-unknown') {
      io.err(`account ${event.account} does not tell its regions: only our own is read`);
    } else if (event.kind === 'phase-started') {
      phase = event;
    } else {
      const quarter = (done: number) => Math.floor((done * 4) / event.units);
      if (quarter(event.done) === quarter(event.done - 1)) return;
      io.err(`${names[phase.phase]}: ${event.done} of ${event.units} account and region units read`);
    }
  };
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
