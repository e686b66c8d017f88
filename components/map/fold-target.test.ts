// What the URL says when boxes are folded and opened.
import { describe, expect, it } from 'vitest';
import { foldAfter } from './fold-target';

describe('foldAfter', () => {
  it('names a box that is folded in a small drawing, and forgets it when it is opened', () => {
    expect(foldAfter(null, 'account:1', [])).toEqual(['account:1']);
    expect(foldAfter(['account:1'], 'account:1', ['account:1'])).toEqual([]);
    expect(foldAfter(['account:1', 'stage:A'], 'account:1', ['account:1', 'stage:A'])).toEqual(['stage:A']);
  });
  it('names a box that is opened though the drawing folds it by itself, and forgets it when it is folded again', () => {
    expect(foldAfter(null, 'accounts:works 1', ['accounts:works 1'])).toEqual(['auto', '-accounts:works 1']);
    expect(foldAfter(['auto', '-accounts:works 1'], 'accounts:works 1', [])).toBeNull();
  });
  it('needs no more words for a thousand accounts', () => {
    const folded = Array.from({ length: 1000 }, (_, at) => `account:${at}`);
    expect(foldAfter(null, 'account:7', folded)).toEqual(['auto', '-account:7']);
  });
});
