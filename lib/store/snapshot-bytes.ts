// A snapshot as bytes, compressed on the way out and, where they are, decompressed on the way in; never all of them at once.
import { constants } from 'node:buffer';
import { Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { parseSnapshot } from '@/lib/snapshot/parse-snapshot';
import { damaged, LINES_MARK, readLines, snapshotLines } from './snapshot-lines';
import { type SnapshotStream, streamOf } from './snapshot-stream';
import { SnapshotProblem } from './store-problem';

/** The bytes of a compressed file, with its version and a checksum. @throws what the parts of the snapshot throw */
export function compressed(snapshot: SnapshotStream): AsyncIterable<Buffer> {
  return through(snapshotLines(snapshot), createGzip());
}

/** The snapshot in the bytes of a file, compressed or plain; the content tells which. `name` is what messages call it; of what comes
 *  to more than `mostBytes` when it is decompressed no more is read. @throws SnapshotProblem, and so do its parts */
export async function readSnapshotBytes(
  name: string,
  bytes: AsyncIterable<Buffer>,
  mostBytes = Number.POSITIVE_INFINITY,
): Promise<SnapshotStream> {
  const text = textIn(name, bytes, mostBytes);
  let start = '';
  while (start.length < LINES_MARK.length) {
    const next = await text.next();
    if (next.done) break;
    start += next.value;
  }
  const whole = join(start, text);
  if (start.startsWith(LINES_MARK)) return readLines(name, whole);
  // Version 1 is one JSON object: it can only be read as a whole.
  let all = '';
  for await (const some of whole) {
    if (all.length + some.length > constants.MAX_STRING_LENGTH)
      throw new SnapshotProblem(
        `\`${name}\` is too large for a file of one JSON object: write it with \`hatstack snapshots export ID FILE.gz\`, which has lines`,
      );
    all += some;
  }
  const parsed = parseSnapshot(jsonIn(name, all));
  if (parsed.kind === 'problem') throw new SnapshotProblem(`cannot read \`${name}\`: ${parsed.problem}`);
  return streamOf(parsed.snapshot);
}

async function* textIn(
  name: string,
  bytes: AsyncIterable<Buffer>,
  mostBytes: number,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let length = 0;
  for await (const chunk of plainBytes(name, bytes)) {
    length += chunk.length;
    if (length > mostBytes) {
      throw new SnapshotProblem(
        `\`${name}\` is too large to be taken in here: use \`hatstack snapshots import\``,
      );
    }
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

async function* plainBytes(name: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const source = bytes[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done) return;
  const all = join(first.value, { [Symbol.asyncIterator]: () => source });
  const isGzip = first.value[0] === 0x1f && first.value[1] === 0x8b;
  if (!isGzip) {
    yield* all;
    return;
  }
  try {
    // gzip ends with a checksum and a length: a cut or damaged file does not pass.
    yield* through(all, createGunzip());
  } catch (error) {
    throw error instanceof SnapshotProblem ? error : damaged(name);
  }
}

/** Pipes it through; what goes wrong before is told behind. */
async function* through(
  source: AsyncIterable<Buffer | string>,
  zip: ReturnType<typeof createGzip | typeof createGunzip>,
): AsyncGenerator<Buffer> {
  const readable = Readable.from(source, { objectMode: true });
  readable.on('error', (error) => zip.destroy(error));
  readable.pipe(zip);
  try {
    yield* zip;
  } finally {
    readable.destroy();
    zip.destroy();
  }
}

async function* join<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

function jsonIn(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged(name);
  }
}
