import type { ReactNode } from 'react';
import { Crumbs } from '@/components/shell/Crumbs';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';

/** What every page waits for first. */
export const JUDGING = 'Reading the snapshot and judging its permission paths …';

/** A page's frame before the page is there. */
export function LoadingPage({ here, children }: { here: string; children: ReactNode }) {
  return (
    <Page
      bar={
        <TopBar>
          <Crumbs here={here} />
        </TopBar>
      }
    >
      {children}
    </Page>
  );
}
