// hatstack worker: read what a shared scan has put into the queue.
import { openQueue, type PlaceJob } from '@/lib/jobs/scan-queue';
import { work } from '@/lib/jobs/worker';
import { placeOf } from '@/lib/store/place';
import { openStore } from '@/lib/store/store';
import { CannotDo, type Command, type ExitCode } from '../command';
import { stopOnSignal } from '../stop-signal';

const PLACES = 4;

export const workerCommand: Command = {
  name: 'worker',
  summary: 'read accounts for a shared scan',
  help: `hatstack worker [--profile NAME] [--concurrency N]

Takes accounts and regions of scans that were begun with \`hatstack scan --by-workers\`, reads them, and waits for
more, until Ctrl-C. Any number of workers share one store, which must be in PostgreSQL (DATABASE_URL).
Each has credentials of its own, of the account that the scan was begun with.

  --profile NAME      a profile of ~/.aws/config
  --concurrency N     accounts and regions that are read at the same time (default: ${PLACES})

Exit code: 0 ended by Ctrl-C, 2 could not do it.`,
  options: { profile: { type: 'string' }, concurrency: { type: 'string' } },
  async run(values, _positionals, io): Promise<ExitCode> {
    const concurrency = Number(values.concurrency ?? PLACES);
    if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 64)
      throw new CannotDo(`--concurrency is a number from 1 to 64, not \`${values.concurrency}\``);
    const place = placeOf(io.env);
    const boss = await openQueue(place);
    const store = await openStore(place, io.err);
    const stop = stopOnSignal(() => io.err('stopping as soon as what is being read is read'));
    try {
      io.err('waiting for scans');
      await work(boss, store, {
        env: io.env,
        now: () => new Date(),
        profile: typeof values.profile === 'string' ? values.profile : undefined,
        concurrency,
        onPlace: (job, outcome) => io.err(lineOf(job, outcome)),
        signal: stop.signal,
      });
      return 0;
    } finally {
      stop.end();
      await boss.stop({ graceful: false });
      await store.close();
    }
  },
};

function lineOf({ snapshot, phase, account, region }: PlaceJob, outcome: 'taken' | 'done' | Error): string {
  const place = `${snapshot} phase ${phase} ${account} ${region}`;
  return outcome instanceof Error ? `failed ${place}: ${outcome.message}` : `${outcome} ${place}`;
}
