import { LoadingPage } from '@/app/_parts/LoadingPage';
import { SheetSkeleton } from '@/components/ui/SheetSkeleton';

export default function Loading() {
  return (
    <LoadingPage here="Scan">
      <SheetSkeleton waitsFor="Looking into the store …" />
    </LoadingPage>
  );
}
