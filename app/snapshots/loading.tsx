import { LoadingPage } from '@/app/_parts/LoadingPage';
import { ListSkeleton } from '@/components/ui/ListSkeleton';

export default function Loading() {
  return (
    <LoadingPage here="Snapshots">
      <ListSkeleton waitsFor="Looking into the store …" />
    </LoadingPage>
  );
}
