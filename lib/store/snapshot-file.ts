// A snapshot as one file: written whole or not at all, and read back only when it is whole.
import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { compressed, readSnapshotBytes } from './snapshot-bytes';
import { type SnapshotStream, streamOf, wholeOf } from './snapshot-stream';
import { codeOf, SnapshotProblem } from './store-problem';

const READ_BYTES = 256 * 1024;

/** Writes the snapshot to the file: indented JSON where its name ends in `.json`, else part by part, compressed and with a checksum.
 *  A temporary file beside it is filled, flushed to the disk and renamed, so that a crash leaves the old file or the new
 *  one, never a half. Folders on the way are made. @throws SnapshotProblem */
export async function writeSnapshotFile(file: string, snapshot: Snapshot | SnapshotStream): Promise<void> {
  const folder = dirname(file);
  const temporary = temporaryFor(file);
  const stream = streamOf(snapshot);
  try {
    await mkdir(folder, { recursive: true });
    await writeFlushed(temporary, file.endsWith('.json') ? indented(stream) : compressed(stream));
    await rename(temporary, file);
    await flushFolder(folder);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error instanceof SnapshotProblem ? error : cannotWrite(file, error);
  }
}

/** Makes sure, before hours are spent, that a file could be written there. @throws SnapshotProblem */
export async function checkWritable(file: string): Promise<void> {
  const probe = `${temporaryFor(file)}.probe`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFlushed(probe, nothing());
    const there = await stat(file).catch(() => null);
    if (there?.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
  } catch (error) {
    throw cannotWrite(file, error);
  } finally {
    await rm(probe, { force: true }).catch(() => {});
  }
}

/** Opens a snapshot file, compressed or plain; the content tells which. @throws SnapshotProblem, and so do its parts */
export async function openSnapshotFile(file: string): Promise<SnapshotStream> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw cannotRead(file, error);
  });
  async function* bytes(): AsyncGenerator<Buffer> {
    try {
      yield* handle.createReadStream({ highWaterMark: READ_BYTES });
    } catch (error) {
      throw cannotRead(file, error);
    }
  }
  try {
    return await readSnapshotBytes(file, bytes());
  } catch (error) {
    await handle.close().catch(() => {});
    throw error;
  }
}

/** The whole of a snapshot file. @throws SnapshotProblem */
export async function readSnapshotFile(file: string): Promise<Snapshot> {
  return wholeOf(await openSnapshotFile(file));
}

function cannotRead(file: string, error: unknown): SnapshotProblem {
  const why = codeOf(error) === 'ENOENT' ? 'there is no such file' : `it cannot be read (${codeOf(error)})`;
  return new SnapshotProblem(`no snapshot in \`${file}\`: ${why}; give a snapshot file, an id or \`latest\``);
}

/** Beside the file, so that a rename suffices; with a dot in front, so that nobody takes it for a snapshot. */
function temporaryFor(file: string): string {
  const own = `${process.pid}.${randomBytes(4).toString('hex')}`;
  return join(dirname(file), `.${basename(file)}.${own}.tmp`);
}

function cannotWrite(file: string, error: unknown): SnapshotProblem {
  return new SnapshotProblem(
    `cannot write the snapshot to \`${file}\` (${codeOf(error)}): see that the folder exists, is writable and has room`,
  );
}

async function writeFlushed(file: string, content: AsyncIterable<Uint8Array | string>): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const some of content) await handle.writeFile(some);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* indented(snapshot: SnapshotStream): AsyncGenerator<string> {
  yield `${JSON.stringify(await wholeOf(snapshot), null, 1)}\n`;
}

async function* nothing(): AsyncGenerator<string> {
  yield '';
}

/** Makes the rename itself survive a power cut; some systems cannot open a folder, and then the file is flushed anyway. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
