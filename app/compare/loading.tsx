import { LoadingPage } from '@/app/_parts/LoadingPage';
import { ListSkeleton } from '@/components/ui/ListSkeleton';

export default function Loading() {
  return (
    <LoadingPage here="Compare">
      <ListSkeleton waitsFor="Reading both snapshots and judging what differs …" />
    </LoadingPage>
  );
}
