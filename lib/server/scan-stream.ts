// A scan told to a page as server-sent events: the whole first, then what changed, until it has ended.
import type { PlaceState } from '@/lib/scan/progress-state';
import type { RunningScan } from './running-scan';

/** Seldom enough to be read, often enough to look alive. */
const TELL_MS = 250;
/** Keeps proxies from closing a quiet stream. */
const QUIET_MS = 15_000;

/** The stream; it ends with the scan or with the page, whichever is first. Never throws.
 *  @see https://html.spec.whatwg.org/multipage/server-sent-events.html (read 2026-11-27) */
export function scanStream(scan: RunningScan): Response {
  const seen = new Map<string, PlaceState>();
  const encoder = new TextEncoder();
  let timer: NodeJS.Timeout | null = null;
  let quiet: NodeJS.Timeout | null = null;
  let stopWatching = () => {};
  const end = () => {
    stopWatching();
    if (timer !== null) clearTimeout(timer);
    if (quiet !== null) clearInterval(quiet);
  };
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      // A page may be gone before its stream is cancelled; writing then throws, in a timer that nobody would catch.
      const write = (text: string) => {
        try {
          controller.enqueue(encoder.encode(text));
        } catch {
          end();
        }
      };
      const tell = () => {
        timer = null;
        write(`event: scan\ndata: ${JSON.stringify(scan.message(seen))}\n\n`);
        if (!scan.isOver) return;
        end();
        try {
          controller.close();
        } catch {
          // The page has closed it already.
        }
      };
      tell();
      if (scan.isOver) return;
      stopWatching = scan.watch(() => {
        timer ??= setTimeout(tell, TELL_MS);
      });
      quiet = setInterval(() => write(': still here\n\n'), QUIET_MS);
    },
    cancel: end,
  });
  // `no-transform`: compressing would hold messages back.
  const headers = {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
  };
  return new Response(body, { headers });
}
