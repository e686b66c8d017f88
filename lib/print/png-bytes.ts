// Opaque pixels as the bytes of a PNG.
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** A drawing is mostly its ground: what a higher level would save costs several times as long. */
const LEVEL = 3;
const BYTES = 4;
/** How a row is written: as it is, or as what differs from the row above it. */
const [AS_IS, UP] = [0, 2];

/** 8 bits each of red, green, blue and opacity, row by row from the top. The same pixels give the same bytes. Never throws.
 *  @see https://www.w3.org/TR/png-3/ (read 2026-11-27) */
export function pngBytes(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const size = width * BYTES;
  const given = Buffer.from(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  const rows = Buffer.alloc(height * (size + 1));
  for (let row = 0; row < height; row += 1) {
    const own = given.subarray(row * size, (row + 1) * size);
    const isLikeAbove = row > 0 && own.equals(given.subarray((row - 1) * size, row * size));
    const at = row * (size + 1);
    rows[at] = isLikeAbove ? UP : AS_IS;
    if (!isLikeAbove) own.copy(rows, at + 1);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // 8 bits a channel, with opacity; the one way to compress, to filter, and not interlaced.
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: LEVEL })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const whole = Buffer.alloc(data.length + 12);
  whole.writeUInt32BE(data.length, 0);
  whole.write(name, 4, 'latin1');
  data.copy(whole, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, data.length + 8)), data.length + 8);
  return whole;
}
