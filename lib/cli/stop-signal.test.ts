import { afterEach, expect, test, vi } from 'vitest';
import { stopOnSignal } from './stop-signal';

afterEach(() => vi.restoreAllMocks());

test('Ctrl-C once aborts, and says so once; twice ends the process', () => {
  const exit = vi.spyOn(process, 'exit').mockImplementation((() => {}) as never);
  const said = vi.fn();
  const stop = stopOnSignal(said);
  process.emit('SIGINT');
  expect([stop.signal.aborted, said.mock.calls.length, exit.mock.calls.length]).toEqual([true, 1, 0]);
  process.emit('SIGINT');
  expect(exit).toHaveBeenCalledWith(130);
  stop.end();
});

test('afterwards nobody listens any more', () => {
  const before = process.listenerCount('SIGINT');
  stopOnSignal(() => {}).end();
  expect(process.listenerCount('SIGINT')).toBe(before);
});
