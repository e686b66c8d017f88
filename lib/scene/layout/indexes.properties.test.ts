// What makes a layout fast says the same as looking at everything would.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nothingPainted } from './crossings';
import { heap } from './heap';
import { betterOrder } from './order-tracks';
import { straights } from './path-walk';
import type { Point } from './polyline';
import { sharedWays } from './shared';
import { tangleOf, trackOf } from './tangle';

const RUNS = { seed: 20261127, numRuns: 200 };

/** An orthogonal way of a few corners. */
const way = fc
  .tuple(fc.boolean(), fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 3, maxLength: 7 }))
  .map(([isLevel, steps]): readonly Point[] => {
    const points: Point[] = [{ x: (steps[0] ?? 0) * 20, y: (steps[1] ?? 0) * 20 }];
    for (const [index, step] of steps.slice(2).entries()) {
      const last = points.at(-1) ?? { x: 0, y: 0 };
      const next = (index % 2 === 0) === isLevel ? { ...last, x: step * 20 } : { ...last, y: step * 20 };
      if (next.x !== last.x || next.y !== last.y) points.push(next);
    }
    return points;
  });

it('a queue gives the least first, and of equals the one that came first', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 400 }), (costs) => {
      const queue = heap();
      costs.forEach((cost, index) => {
        queue.push(cost, index);
      });
      const expected = costs.map((cost, index) => ({ cost, index })).sort((a, b) => a.cost - b.cost);
      expect(expected.map(() => queue.pop())).toEqual(expected.map(({ index }) => index));
      expect(queue.pop()).toBe(-1);
    }),
    RUNS,
  );
});

it('an edge passes over another wherever two of their pieces cross', () => {
  fc.assert(
    fc.property(fc.array(way, { minLength: 2, maxLength: 6 }), (ways) => {
      const painted = nothingPainted();
      ways.forEach((points, net) => {
        const expected = new Set<string>();
        for (const below of ways.slice(0, net))
          for (const a of straights(points))
            for (const b of straights(below)) {
              if (a.turn === b.turn) continue;
              const [h, v] = a.turn === 'h' ? [a, b] : [b, a];
              const inside = (at: number, one: number, other: number) =>
                at > Math.min(one, other) && at < Math.max(one, other);
              if (inside(v.from.x, h.from.x, h.to.x) && inside(h.from.y, v.from.y, v.to.y))
                expected.add(`${v.from.x} ${h.from.y}`);
            }
        const found = painted.under(points, `${net}`).map(({ point }) => `${point.x} ${point.y}`);
        expect(new Set(found)).toEqual(expected);
        expect(found).toHaveLength(expected.size);
        painted.add(points, `${net}`);
      });
    }),
    RUNS,
  );
});

it('an edge shares with those painted what it shares with the one that goes along with it for longest', () => {
  const lengthTogether = (a: readonly Point[], b: readonly Point[]): number => {
    const one = sharedWays();
    one.add(a);
    return one.along(b);
  };
  fc.assert(
    fc.property(fc.array(way, { minLength: 1, maxLength: 6 }), way, (ways, last) => {
      const all = sharedWays();
      for (const one of ways) all.add(one);
      expect(all.along(last)).toBe(Math.max(...ways.map((one) => lengthTogether(one, last))));
    }),
    RUNS,
  );
});

it('a better order of tracks costs less, and no single move makes it cheaper', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 7 }).chain((size) =>
        fc.record({
          size: fc.constant(size),
          list: fc.array(fc.nat({ max: 9 }), { minLength: size ** 2, maxLength: size ** 2 }),
        }),
      ),
      ({ size, list }) => {
        const of = Float64Array.from(list);
        const cost = (order: readonly number[]): number =>
          order.reduce(
            (sum, one, index) =>
              sum + order.slice(index + 1).reduce((more, other) => more + (of[one * size + other] ?? 0), 0),
            0,
          );
        const given = Array.from({ length: size }, (_, index) => index);
        const found = betterOrder({ size, of });
        if (found !== null) expect(cost(found)).toBeLessThan(cost(given));
        const order = found ?? given;
        expect([...order].sort()).toEqual(given);
        for (const from of given)
          for (const to of given) {
            const moved = order.filter((_, index) => index !== from);
            moved.splice(to, 0, order[from] ?? 0);
            expect(cost(moved)).toBeGreaterThanOrEqual(cost(order));
          }
      },
    ),
    RUNS,
  );
});

it('two tracks cross where one turns off across the other, and only on that side', () => {
  const left = trackOf([{ spans: [{ low: 0, high: 100 }], less: [0], more: [100] }]);
  const right = trackOf([{ spans: [{ low: 50, high: 200 }], less: [], more: [50, 200] }]);
  expect(tangleOf(left, right)).toBe(1);
  expect(tangleOf(right, left)).toBe(1);
  const clear = trackOf([{ spans: [{ low: 0, high: 100 }], less: [0, 100], more: [] }]);
  expect(tangleOf(clear, right)).toBe(0);
  expect(tangleOf(right, clear)).toBe(2);
});
