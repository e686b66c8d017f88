// The keys of a page with a table, by what its rows are.
import type { KeyLine } from '@/components/ui/Keys';

/** `listKeys('hat', 'open it')`. */
export function listKeys(row: string, enter: string): readonly KeyLine[] {
  return [
    { key: '/', does: 'search' },
    { key: '↑ ↓', does: `previous, next ${row}` },
    { key: 'Enter', does: enter },
  ];
}
