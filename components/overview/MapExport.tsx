import { DrawingExport } from '@/components/export/DrawingExport';

/** Takes the map of accounts along, as it stands. */
export function MapExport({ snapshot, isWhole }: { snapshot: string; isWhole: boolean }) {
  return (
    <DrawingExport
      snapshot={snapshot}
      title="The map of accounts"
      what={{ map: isWhole ? 'all' : 'worst' }}
    />
  );
}
