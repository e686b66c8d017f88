import { JUDGING, LoadingPage } from '@/app/_parts/LoadingPage';
import { ListSkeleton } from '@/components/ui/ListSkeleton';

export default function Loading() {
  return (
    <LoadingPage here="Accounts and coverage">
      <ListSkeleton waitsFor={JUDGING} />
    </LoadingPage>
  );
}
