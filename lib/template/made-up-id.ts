// Names and ids for what AWS names itself: made up, but always the same for the same resource.
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A text of `length` letters and digits that stands for the seed, as the random end of a name that CloudFormation makes.
 *  The same seed gives the same text; other seeds, in practice, another. Never throws. */
export function madeUpId(seed: string, length: number): string {
  let text = '';
  for (let round = 0; text.length < length; round += 1) {
    let value = hash(`${round} ${seed}`);
    for (let digit = 0; digit < 6; digit += 1) {
      text += ALPHABET[value & 31];
      value >>>= 5;
    }
  }
  return text.slice(0, length);
}

/** An id in the shape that AWS KMS and connections have: 8-4-4-4-12 hexadecimal digits. Never throws. */
export function madeUpKeyId(seed: string): string {
  const hex = [0, 1, 2, 3].map((round) => hash(`${round} ${seed}`).toString(16).padStart(8, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** `stack-LogicalId-RANDOM`, as CloudFormation names a resource that has no name of its own; cut to `limit`.
 *  @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html (read 2026-11-27) */
export function madeUpName(
  {
    stack,
    logicalId,
  }: {
    readonly stack: { readonly name: string; readonly account: string; readonly region: string };
    readonly logicalId: string;
  },
  limit = 64,
): string {
  const end = madeUpId(`${stack.account} ${stack.region} ${stack.name} ${logicalId}`, 12);
  const room = limit - end.length - 2;
  const head = stack.name.slice(0, Math.floor(room / 2));
  return `${head}-${logicalId.slice(0, room - head.length)}-${end}`;
}

/** 32-bit FNV-1a, with the final mixing of MurmurHash3 so that every bit counts. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value ^= text.charCodeAt(at);
    value = Math.imul(value, 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
