import { LoadingPage } from '@/app/_parts/LoadingPage';
import { OverviewSkeleton } from '@/components/overview/OverviewSkeleton';

export default function Loading() {
  return (
    <LoadingPage here="Overview">
      <OverviewSkeleton />
    </LoadingPage>
  );
}
