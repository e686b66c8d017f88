// Reads what a condition's text stands for: a number, a time, a range of addresses.

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;
const DATE =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/i;

/** An integer or decimal, or null. Never throws. */
export function readNumber(text: string): number | null {
  return NUMBER.test(text) ? Number(text) : null;
}

/** Milliseconds since 1970 of a time in one of the W3C forms of ISO 8601, or of a count of seconds; null for anything else.
 *  Four digits are a year. A time without a zone is taken as UTC. Never throws. */
export function readDate(text: string): number | null {
  const parts = DATE.exec(text);
  if (parts === null) {
    const seconds = readNumber(text);
    return seconds === null ? null : seconds * 1000;
  }
  const field = (index: number, missing: number) =>
    parts[index] === undefined ? missing : Number(parts[index]);
  const [month, day, hour, minute, second] = [
    field(2, 1),
    field(3, 1),
    field(4, 0),
    field(5, 0),
    field(6, 0),
  ];
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return null;
  const fraction = parts[7] === undefined ? 0 : Number(`0.${parts[7]}`) * 1000;
  return Date.UTC(field(1, 1970), month - 1, day, hour, minute, second) + fraction - zoneMs(parts[8] ?? 'Z');
}

function zoneMs(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0;
  const digits = zone.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

export interface AddressRange {
  readonly version: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

/** A block of addresses in CIDR notation; a bare address is a block of one. Null for anything else. Never throws. */
export function readAddressRange(text: string): AddressRange | null {
  const [address = '', length, ...more] = text.split('/');
  if (more.length > 0) return null;
  const parsed = readAddress(address);
  if (parsed === null) return null;
  const bits = parsed.version === 4 ? 32 : 128;
  if (length !== undefined && !/^\d{1,3}$/.test(length)) return null;
  const prefix = length === undefined ? bits : Number(length);
  if (prefix > bits) return null;
  const size = 1n << BigInt(bits - prefix);
  const first = (parsed.value / size) * size;
  return { version: parsed.version, first, last: first + size - 1n };
}

/** One IPv4 or IPv6 address as a number. Null for anything else. Never throws. */
export function readAddress(text: string): { readonly version: 4 | 6; readonly value: bigint } | null {
  if (text.includes(':')) {
    const value = readVersion6(text);
    return value === null ? null : { version: 6, value };
  }
  const value = readVersion4(text);
  return value === null ? null : { version: 4, value };
}

/** The text of an address: dotted for version 4, eight groups for version 6. Never throws. */
export function formatAddress(version: 4 | 6, value: bigint): string {
  const groups = version === 4 ? 4 : 8;
  const bits = version === 4 ? 8n : 16n;
  return Array.from({ length: groups }, (_, index) => {
    const group = (value >> (BigInt(groups - 1 - index) * bits)) & ((1n << bits) - 1n);
    return version === 4 ? group.toString() : group.toString(16);
  }).join(version === 4 ? '.' : ':');
}

function readVersion4(text: string): bigint | null {
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  let value = 0n;
  for (const part of parts) {
    if (!/^\d{1,3}$/.test(part) || Number(part) > 255) return null;
    value = value * 256n + BigInt(part);
  }
  return value;
}

function readVersion6(text: string): bigint | null {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  if (dotted) {
    const tail = readVersion4(dotted[2] ?? '');
    if (tail === null) return null;
    return readVersion6(`${dotted[1]}${(tail >> 16n).toString(16)}:${(tail & 0xffffn).toString(16)}`);
  }
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const groupsOf = (half: string | undefined) => (half === undefined || half === '' ? [] : half.split(':'));
  const [head, tail] = [groupsOf(halves[0]), groupsOf(halves[1])];
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail];
  let value = 0n;
  for (const group of groups) {
    if (!/^[0-9a-f]{1,4}$/i.test(group)) return null;
    value = value * 65536n + BigInt(`0x${group}`);
  }
  return value;
}
