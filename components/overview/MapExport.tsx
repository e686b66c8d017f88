import { DrawingExport } from '@/components/export/DrawingExport';

/** Takes the map of accounts along, as it stands. */
export function MapExport({ snapshot, group }: { snapshot: string; group: string | null }) {
  return <DrawingExport snapshot={snapshot} title="The map of accounts" what={{ map: group ?? 'folded' }} />;
}
