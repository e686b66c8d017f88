// A command of the line: what it is called, what it takes, and what it does.
import type { ParseArgsConfig } from 'node:util';

/** 0 clean; 1 a state named in --fail-on is present; 2 could not do it; 3 done, with gaps. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Where a command writes; tests pass their own. */
export interface Io {
  /** Results: one line of standard output. */
  readonly out: (line: string) => void;
  /** Progress and problems: one line of standard error. */
  readonly err: (line: string) => void;
  readonly env: { readonly [name: string]: string | undefined };
  /** Whether standard error is a terminal, how wide it is, and how to write there without a line's end. */
  readonly isTerminal: boolean;
  readonly columns?: number | undefined;
  readonly draw?: ((text: string) => void) | undefined;
  /** What happens, as data on standard error; only with `--log json`. */
  readonly event?: ((event: { readonly kind: string }) => void) | undefined;
}

export interface Command {
  readonly name: string;
  /** One line for `hatstack --help`. */
  readonly summary: string;
  /** The whole text of `hatstack NAME --help`. */
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** What an option takes, where that is one of a few words. */
  readonly choices?: { readonly [option: string]: readonly string[] };
  /** `commands` are all that there are. */
  readonly run: (
    values: Values,
    positionals: readonly string[],
    io: Io,
    commands: readonly Command[],
  ) => Promise<ExitCode>;
}

export type Values = {
  readonly [option: string]: string | boolean | readonly (string | boolean)[] | undefined;
};

/** A problem that ends a command: what, where, and what to do about it, in one line. */
export class CannotDo extends Error {
  override readonly name = 'CannotDo';
}
