// hatstack snapshots: what is kept in the store, and what becomes of it.
import { placeOf } from '@/lib/store/place';
import { openShelf } from '@/lib/store/shelf';
import type { SnapshotSize } from '@/lib/store/sizes';
import { openSnapshotFile, writeSnapshotFile } from '@/lib/store/snapshot-file';
import type { SnapshotRow } from '@/lib/store/snapshots';
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

Without a word after it: the snapshots that are kept, newest first, with what they hold, and interrupted scans.
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
  const { store } = shelf;
  try {
    const sizes = (await store?.sizes()) ?? new Map<string, SnapshotSize>();
    for (const { id, file, row } of await shelf.list()) {
      const marks = [...(row?.isPinned ? ['pinned'] : []), ...(row?.name ? [row.name] : [])];
      const told = row === null ? [] : [sizeInWords(row, sizes.get(id))];
      io.out([id, ...(file === null ? [...told, ...marks] : [file])].join('  '));
    }
    if (store === null) return;
    for (const { id } of await store.unfinished()) {
      const { done, units } = await store.progress(id);
      const how = (await store.isBeingRead(id))
        ? 'it is being read'
        : `interrupted: \`hatstack scan --resume ${id}\` goes on`;
      io.out(`${id}  ${done} of ${units} units; ${how}`);
    }
  } finally {
    await shelf.close();
  }
}

function sizeInWords({ accounts, regions }: SnapshotRow, size: SnapshotSize | undefined): string {
  const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
  const { facts = 0, gaps = 0 } = size ?? {};
  const told = [
    counted(accounts.length, 'account'),
    counted(regions.length, 'region'),
    counted(facts, 'fact'),
  ];
  return [...told, ...(gaps > 0 ? [`${counted(gaps, 'call')} not answered`] : [])].join(', ');
}
