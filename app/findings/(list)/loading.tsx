import { JUDGING, LoadingPage } from '@/app/_parts/LoadingPage';
import { ListSkeleton } from '@/components/ui/ListSkeleton';

export default function Loading() {
  return (
    <LoadingPage here="Findings">
      <ListSkeleton waitsFor={JUDGING} />
    </LoadingPage>
  );
}
