import { JUDGING, LoadingPage } from '@/app/_parts/LoadingPage';
import { SheetSkeleton } from '@/components/ui/SheetSkeleton';

export default function Loading() {
  return (
    <LoadingPage here="Blast radius">
      <SheetSkeleton waitsFor={JUDGING} />
    </LoadingPage>
  );
}
