'use client';

import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';
import { Button, ButtonLink } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <Page bar={<TopBar>{null}</TopBar>}>
      <Notice
        title="This page could not be made"
        next={
          <>
            <Button look="primary" onClick={reset}>
              Try again
            </Button>
            <ButtonLink href="/pipelines">All pipelines</ButtonLink>
          </>
        }
      >
        <p>
          Nothing stored has changed. The server’s output says what happened
          {error.digest ? `, under ${error.digest}` : ''}.
        </p>
      </Notice>
    </Page>
  );
}
