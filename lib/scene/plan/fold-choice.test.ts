// What a drawing folds by itself, and what a reader can open again.
import { describe, expect, it } from 'vitest';
import type { State } from '@/lib/verdict/judgement';
import { foldChoice } from './fold-choice';
import type { PlanCard } from './plan';

const OWN = '100000000000';

function card(account: string, index: number, state: State): PlanCard {
  return {
    id: `${account} ${index}`,
    kind: 'action',
    title: '',
    second: '',
    account,
    region: 'us-east-1',
    column: 1,
    state,
    mark: state,
    overBroad: false,
    marks: [],
    opens: `Deploy/${account}-${index}`,
    scanned: true,
    modelled: true,
    wears: null,
    foot: null,
    glyph: '',
    paths: [],
    label: '',
    atFault: false,
  };
}

/** The pipeline's own account with one card, and so many others with four each, of which every tenth is broken. */
function cardsOf(accounts: number): readonly PlanCard[] {
  const others = Array.from({ length: accounts }, (_, at) => `2${String(at).padStart(11, '0')}`);
  return [
    card(OWN, 0, 'works'),
    ...others.flatMap((account, at) =>
      [0, 1, 2, 3].map((index) => card(account, index, at % 10 === 0 && index === 0 ? 'broken' : 'works')),
    ),
  ];
}

const choose = (asked: readonly string[] | undefined, accounts: number) =>
  foldChoice(asked, cardsOf(accounts), OWN, (account) => account);

describe('what is folded', () => {
  it('is nothing in a small drawing, and what was asked for in any', () => {
    expect(choose(undefined, 5)).toEqual({ folded: [], groups: [] });
    expect(choose(['stage:Deploy'], 100).folded).toEqual(['stage:Deploy']);
    expect(choose([], 100)).toEqual({ folded: [], groups: [] });
  });

  it('is in a large one every account but that of the pipeline', () => {
    const { folded, groups } = choose(undefined, 45 - 20);
    expect(groups).toEqual([]);
    expect(folded).toEqual([]);
    const large = foldChoice(undefined, [...cardsOf(25), ...cardsOf(25)], OWN, (account) => account);
    expect(large.folded).toHaveLength(25);
    expect(large.folded).not.toContain(`account:${OWN}`);
    expect(large.groups).toEqual([]);
  });

  it('is of very many accounts few groups, the broken first, each account in one', () => {
    const { folded, groups } = choose(undefined, 1000);
    expect(groups.length).toBeLessThan(24);
    expect(groups[0]?.id).toBe('accounts:broken 1');
    expect(groups.flatMap((group) => group.accounts)).toHaveLength(1000);
    expect(new Set(groups.flatMap((group) => group.accounts)).size).toBe(1000);
    for (const { id, isOpen } of groups) {
      expect(folded).toContain(id);
      expect(isOpen).toBe(false);
    }
  });

  it('leaves open what the reader opened: a group, and then an account of it', () => {
    const all = choose(undefined, 1000);
    const first = all.groups[0];
    const account = first?.accounts[0] ?? '';
    const opened = choose(['auto', '-accounts:broken 1', `-account:${account}`], 1000);
    expect(opened.groups.map((group) => group.id)).toEqual(all.groups.map((group) => group.id));
    expect(opened.groups[0]?.isOpen).toBe(true);
    expect(opened.folded).not.toContain('accounts:broken 1');
    expect(opened.folded).not.toContain(`account:${account}`);
    expect(opened.folded).toContain(`account:${first?.accounts[1]}`);
  });
});
