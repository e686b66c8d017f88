// What the SDK returned, as plain JSON: dates as ISO texts, no undefined, no transport data.
import type { Json } from '@/lib/base/json';

/** The answer as JSON. `$metadata` is the SDK's, not AWS's, and is left out. Never throws. */
export function plainJson(value: unknown): Json {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(plainJson);
  if (typeof value !== 'object') return String(value);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, field]) => field !== undefined && name !== '$metadata')
      .map(([name, field]) => [name, plainJson(field)]),
  );
}
