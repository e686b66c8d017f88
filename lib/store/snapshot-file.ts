// A snapshot as one file: written whole or not at all, and read back only when it is whole.
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { parseSnapshot } from '@/lib/snapshot/parse-snapshot';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { readLines, snapshotLines } from './snapshot-lines';
import { codeOf, SnapshotProblem } from './store-problem';

/** Writes the snapshot to the file: indented JSON where its name ends in `.json`, else compressed and with a checksum.
 *  A temporary file beside it is filled, flushed to the disk and renamed, so that a crash leaves the old file or the new
 *  one, never a half. Folders on the way are made. @throws SnapshotProblem */
export async function writeSnapshotFile(file: string, snapshot: Snapshot): Promise<void> {
  const folder = dirname(file);
  const temporary = temporaryFor(file);
  try {
    await mkdir(folder, { recursive: true });
    await writeFlushed(temporary, await encode(file, snapshot));
    await rename(temporary, file);
    await flushFolder(folder);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw cannotWrite(file, error);
  }
}

/** Makes sure, before hours are spent, that a file could be written there. @throws SnapshotProblem */
export async function checkWritable(file: string): Promise<void> {
  const probe = `${temporaryFor(file)}.probe`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFlushed(probe, new Uint8Array());
    const there = await stat(file).catch(() => null);
    if (there?.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
  } catch (error) {
    throw cannotWrite(file, error);
  } finally {
    await rm(probe, { force: true }).catch(() => {});
  }
}

/** Reads a snapshot file, compressed or plain; the content tells which. @throws SnapshotProblem */
export async function readSnapshotFile(file: string): Promise<Snapshot> {
  const bytes = await readFile(file).catch((error: unknown) => {
    const why = codeOf(error) === 'ENOENT' ? 'there is no such file' : `it cannot be read (${codeOf(error)})`;
    throw new SnapshotProblem(
      `no snapshot in \`${file}\`: ${why}; give a snapshot file, an id or \`latest\``,
    );
  });
  return snapshotOf(file, bytes);
}

/** The snapshot in the bytes of a file, compressed or plain; the content tells which. `name` is what messages call it; what
 *  comes to more than `mostBytes` when it is decompressed is not read. @throws SnapshotProblem */
export async function snapshotOf(name: string, bytes: Buffer, mostBytes?: number): Promise<Snapshot> {
  const parsed = parseSnapshot(jsonIn(name, await decompress(name, bytes, mostBytes)));
  if (parsed.kind === 'problem') throw new SnapshotProblem(`cannot read \`${name}\`: ${parsed.problem}`);
  return parsed.snapshot;
}

/** The snapshot as the bytes of a compressed file, with its version and a checksum. */
export function compressedSnapshot(snapshot: Snapshot): Promise<Uint8Array> {
  return promisify(gzip)(Buffer.concat([...snapshotLines(snapshot)].map((line) => Buffer.from(line))));
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

async function encode(file: string, snapshot: Snapshot): Promise<Uint8Array> {
  if (file.endsWith('.json')) return Buffer.from(`${JSON.stringify(snapshot, null, 1)}\n`);
  return compressedSnapshot(snapshot);
}

async function writeFlushed(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the rename itself survive a power cut; some systems cannot open a folder, and then the file is flushed anyway. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

async function decompress(file: string, bytes: Buffer, mostBytes?: number): Promise<string> {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isGzip) return bytes.toString('utf8');
  try {
    // gzip ends with a checksum and a length: a cut or damaged file does not pass.
    const limit = mostBytes === undefined ? {} : { maxOutputLength: mostBytes };
    return (await promisify(gunzip)(bytes, limit)).toString('utf8');
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') {
      throw new SnapshotProblem(
        `\`${file}\` is too large to be taken in here: use \`hatstack snapshots import\``,
      );
    }
    throw damaged(file);
  }
}

/** The content tells the form: lines begin with the mark of theirs. */
function jsonIn(file: string, text: string): unknown {
  if (text.startsWith('{"hatstack":"snapshot"')) {
    const read = readLines(text);
    if (read.kind === 'damaged') throw damaged(file);
    return read.json;
  }
  try {
    return JSON.parse(text);
  } catch {
    throw damaged(file);
  }
}

function damaged(file: string): SnapshotProblem {
  return new SnapshotProblem(
    `\`${file}\` is cut off or damaged and cannot be read: copy it again from where it came, or scan again; other snapshots are not affected`,
  );
}
