// What a scan was asked for, as the store keeps it: enough to go on with it later or elsewhere.
import { z } from 'zod';
import type { Json } from '@/lib/base/json';
import type { ScanRequest } from '@/lib/scan/scan-request';

const role = z.object({ roleName: z.string().optional(), externalId: z.string().optional() });
const shape = z.object({
  profile: z.string().optional(),
  initialRole: z.object({ arn: z.string(), externalId: z.string().optional() }).optional(),
  accounts: z.union([z.literal('organization'), z.array(z.string())]),
  reach: z
    .object({
      ous: z.array(z.string()),
      tags: z.array(z.object({ key: z.string(), value: z.string() })),
      include: z.array(z.string()),
      exclude: z.array(z.string()),
    })
    .optional(),
  overrides: z.array(z.tuple([z.string(), role])),
  regions: z.array(z.string()),
  ...role.shape,
  sessionName: z.string(),
  concurrency: z.number().int().positive(),
});

/** As JSON; what is asked for never holds a credential. Never throws. */
export function toKept({ overrides, ...request }: ScanRequest): Json {
  // Through a text, so that options which are not given are not there.
  return JSON.parse(JSON.stringify(shape.parse({ ...request, overrides: [...(overrides ?? [])] })));
}

/** Back again; null for what is no request, such as that of a snapshot which came from a file. Never throws. */
export function fromKept(kept: Json): ScanRequest | null {
  const parsed = shape.safeParse(kept);
  if (!parsed.success) return null;
  const { overrides, ...request } = parsed.data;
  return { ...request, overrides: new Map(overrides) };
}
