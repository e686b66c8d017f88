// The options that every command takes.
import type { ParseArgsConfig } from 'node:util';

/** `--help` and `--version` are seen before a command reads its own. */
export const GLOBAL_OPTIONS = {
  log: { type: 'string' },
} as const satisfies NonNullable<ParseArgsConfig['options']>;

/** The flags, for completion. */
export const GLOBAL_FLAGS = ['--help', '--log', '--version'] as const;
