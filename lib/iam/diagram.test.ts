// Decision diagrams: what makes no difference is left out, and a way leads to either outcome.
import { describe, expect, it } from 'vitest';
import { ALLOWED, DENIED, newDiagram } from './diagram';

describe('a diagram', () => {
  it('leaves out a variable whose values all come to the same', () => {
    const { choose, decisive } = newDiagram();
    const asked = choose(1, [ALLOWED, DENIED]);
    expect(choose(0, [asked, choose(1, [ALLOWED, DENIED])])).toBe(asked);
    expect([...decisive(asked)]).toEqual([1]);
    expect(choose(2, [ALLOWED, ALLOWED, ALLOWED])).toBe(ALLOWED);
  });

  it('knows every variable on which the outcome hangs', () => {
    const { choose, decisive } = newDiagram();
    const root = choose(0, [choose(1, [ALLOWED, DENIED]), choose(2, [DENIED, ALLOWED]), DENIED]);
    expect([...decisive(root)].sort()).toEqual([0, 1, 2]);
    expect([...decisive(DENIED)]).toEqual([]);
  });

  it('shows a way to either outcome', () => {
    const { choose, wayTo } = newDiagram();
    const root = choose(0, [DENIED, choose(2, [DENIED, ALLOWED])]);
    expect([...(wayTo(root, ALLOWED) ?? [])]).toEqual([
      [0, 1],
      [2, 1],
    ]);
    expect([...(wayTo(root, DENIED) ?? [])]).toEqual([[0, 0]]);
    expect(wayTo(ALLOWED, DENIED)).toBeNull();
  });
});
