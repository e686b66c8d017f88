// What the HTTP API answers, as far as it is JSON.
import { z } from 'zod';

/** RFC 9457: what was wrong, and what to do, in one line. */
export const problem = z.object({ title: z.string(), status: z.int(), detail: z.string() });

export const snapshotNamed = z.object({ id: z.string() });
export const scanNamed = z.object({ id: z.string() });
export const scanPlan = z.object({ plan: z.array(z.string()).describe('What a scan would ask, in lines.') });
export const whatIfNamed = z.object({
  id: z.string().nullable().describe('Null where no edit is left.'),
});
export const findingNamed = z.object({ finding: z.string() });
export const entriesTaken = z.object({ entries: z.int() });

const state = z.enum(['works', 'broken', 'depends', 'unknown']);

export const searchResult = z.object({
  groups: z.array(
    z.object({
      kind: z.string(),
      total: z.int().describe('How many there are in all.'),
      choices: z.array(
        z.object({
          name: z.string(),
          where: z.string(),
          state: state.nullable(),
          severity: z.enum(['critical', 'high', 'medium', 'low', 'info']).nullable(),
          goal: z.record(z.string(), z.unknown()).describe('Where it leads; told apart by `kind`.'),
        }),
      ),
    }),
  ),
});

/** One message of the stream of a scan: all of it first, then with only the places that changed. */
export const scanMessage = z.object({
  id: z.string(),
  status: z.enum(['running', 'stopping', 'complete', 'stopped', 'failed']),
  startedAt: z.iso.datetime(),
  isScheduled: z.boolean(),
  phase: z.string(),
  accounts: z.int(),
  units: z.int().describe('A unit is one service in one account and region; 0 before the plan is made.'),
  done: z.int(),
  gaps: z.int(),
  calls: z.int(),
  callsPerSecond: z.number(),
  throttles: z.int(),
  elapsed: z.string(),
  left: z.string().nullable(),
  notes: z.array(z.string()),
  problem: z.string().nullable(),
  isKept: z.boolean(),
  places: z.array(
    z.object({
      account: z.string(),
      region: z.string(),
      units: z.int(),
      done: z.int(),
      gaps: z.int(),
      running: z.array(z.string()),
    }),
  ),
});

export const health = z.object({
  status: z.enum(['ok', 'unavailable']),
  store: z.enum(['reachable', 'out of reach']),
});
