import { LoadingPage } from '@/app/_parts/LoadingPage';
import { SheetSkeleton } from '@/components/ui/SheetSkeleton';

export default function Loading() {
  return (
    <LoadingPage here="The read-only role">
      <SheetSkeleton waitsFor="Writing the role …" />
    </LoadingPage>
  );
}
