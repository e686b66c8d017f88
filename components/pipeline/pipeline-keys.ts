// The keys of a pipeline's page.
import type { KeyLine } from '@/components/ui/Keys';

export const PIPELINE_KEYS: readonly KeyLine[] = [
  { key: '/', does: 'find' },
  { key: 'H', does: 'hide' },
  { key: '1–3', does: 'layers' },
  { key: '4', does: 'hub and spoke: the accounts' },
  { key: '5', does: 'stack of hats' },
  { key: 'B', does: 'next broken action' },
  { key: 'O', does: 'next over-broad action' },
  { key: '[ ]', does: 'previous, next hop' },
  { key: 'arrows', does: 'the nearest card' },
  { key: 'C', does: 'fold or open the box of the card' },
  { key: '+ − 0', does: 'zoom in, out, fit' },
  { key: 'F', does: 'full screen' },
  { key: 'T', does: 'graph or table' },
  { key: 'Y', does: 'try the change, and back' },
  { key: 'E', does: 'export' },
  { key: 'Esc', does: 'close the permission path' },
];
