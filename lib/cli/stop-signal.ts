// Ctrl-C: once ends what runs in good order, twice ends it at once.

export interface Stop {
  readonly signal: AbortSignal;
  /** Listens no more. */
  readonly end: () => void;
}

/** As a shell tells of a process that Ctrl-C ended. */
const INTERRUPTED = 130;

/** Aborts on the first SIGINT or SIGTERM, after `onStop`; the second ends the process. */
export function stopOnSignal(onStop: () => void): Stop {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    onStop();
    controller.abort();
  };
  const names = ['SIGINT', 'SIGTERM'] as const;
  for (const name of names) process.on(name, stop);
  return {
    signal: controller.signal,
    end: () => {
      for (const name of names) process.removeListener(name, stop);
    },
  };
}
