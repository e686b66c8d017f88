// Writes snapshot after snapshot until somebody kills it: the victim of the crash test.
import { madeUpSnapshot } from './snapshot.fixture';
import { openSnapshotStore } from './snapshot-store';

const store = openSnapshotStore(process.env);
for (let number = 0; ; number += 1) {
  await store.write(madeUpSnapshot(`run-${process.pid}-${String(number).padStart(5, '0')}`, 3000));
  process.stdout.write('.');
}
