// The victim of the crash tests: begins a scan, or goes on with the one that is there, and says each step in a line.
import { placeOf } from '@/lib/store/place';
import { openStore } from '@/lib/store/store';
import { keepScan, resumeScan } from './kept-scan';
import { madeUpCollectors, REQUEST } from './made-up-aws.fixture';

const say = (line: string) => process.stdout.write(`${line}\n`);
try {
  const store = await openStore(placeOf(process.env));
  const options = {
    env: process.env,
    now: () => new Date(),
    toolVersion: '0.1.0',
    collectors: madeUpCollectors(Number(process.env.DELAY_MS), (unit) => say(`read ${unit}`)),
    onProgress: (event: { readonly kind: string }) => {
      if (event.kind === 'unit-done' && 'service' in event && 'region' in event)
        say(`kept ${event.service} ${event.region}`);
      if (event.kind === 'started') say('started');
    },
  };
  const isBegun = (await store.unfinished()).length > 0;
  const id = isBegun
    ? await resumeScan(store, null, undefined, options)
    : await keepScan(store, REQUEST, options);
  say(`complete ${id}`);
  await store.close();
} catch (error) {
  say(`problem ${error instanceof Error ? error.message : error}`);
  process.exit(2);
}
