// hatstack snapshots: what is kept in the store, and what becomes of it.
import { placeOf } from '@/lib/store/place';
import { openShelf } from '@/lib/store/shelf';
import { openSnapshotFile, writeSnapshotFile } from '@/lib/store/snapshot-file';
import { openStore, type Store } from '@/lib/store/store';
import packageJson from '../../../package.json';
import { CannotDo, type Command, type ExitCode, type Io } from '../command';

type Verb = (store: Store, words: readonly string[], io: Io) => Promise<void>;

/** Each takes so many words after its name. */
const VERBS: { readonly [verb: string]: readonly [words: number, run: Verb] } = {
  import: [
    1,
    async (store, [file = ''], io) => {
      const snapshot = await openSnapshotFile(file);
      await store.add(snapshot, packageJson.version);
      io.out(`snapshot ${snapshot.head.id}`);
    },
  ],
  export: [
    2,
    async (store, [id = '', file = ''], io) => {
      await writeSnapshotFile(file, await store.open(id));
      io.out(`file ${file}`);
    },
  ],
  rename: [2, (store, [id = '', name = '']) => store.rename(id, name === '' ? null : name)],
  pin: [1, (store, [id = '']) => store.pin(id, true)],
  unpin: [1, (store, [id = '']) => store.pin(id, false)],
  delete: [1, (store, [id = '']) => store.delete(id)],
};

export const snapshotsCommand: Command = {
  name: 'snapshots',
  summary: 'list, name, pin, delete, import and export',
  help: `hatstack snapshots
hatstack snapshots import FILE
hatstack snapshots export ID FILE
hatstack snapshots rename ID NAME
hatstack snapshots pin ID | unpin ID | delete ID

Without a word after it: the snapshots that are kept, newest first, and interrupted scans.
A file is plain JSON where its name ends in .json, else compressed, with a version and a checksum.
A pinned snapshot stays, whatever --keep and --keep-days say. An empty name takes the name away.

Exit code: 0 done, 2 could not do it.`,
  options: {},
  async run(_values, [verb, ...words], io): Promise<ExitCode> {
    if (verb === undefined) {
      await list(io);
      return 0;
    }
    const [count, run] = Object.hasOwn(VERBS, verb) ? (VERBS[verb] ?? []) : [];
    if (count === undefined || run === undefined)
      throw new CannotDo(`there is no \`${verb}\`: choose ${Object.keys(VERBS).join(', ')}`);
    if (words.length !== count)
      throw new CannotDo(
        `\`${verb}\` takes ${count === 1 ? 'one word' : `${count} words`} after it: see --help`,
      );
    const store = await openStore(placeOf(io.env));
    try {
      await run(store, words, io);
    } finally {
      await store.close();
    }
    return 0;
  },
};

async function list(io: Io): Promise<void> {
  const shelf = await openShelf(io.env);
  try {
    for (const { id, file, row } of await shelf.list()) {
      const marks = [...(row?.isPinned ? ['pinned'] : []), ...(row?.name ? [row.name] : [])];
      io.out([id, ...(file === null ? marks : [file])].join('  '));
    }
    for (const { id } of (await shelf.store?.unfinished()) ?? [])
      io.out(`${id}  interrupted or running: \`hatstack scan --resume ${id}\` goes on`);
  } finally {
    await shelf.close();
  }
}
