'use client';

import { Failure } from '@/components/shell/Failure';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';
import { ButtonLink } from '@/components/ui/Button';

export default function ErrorPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Page bar={<TopBar>{null}</TopBar>}>
      <Failure
        title="This page could not be made"
        error={props.error}
        onRetry={props.reset}
        other={<ButtonLink href="/pipelines">All pipelines</ButtonLink>}
      />
    </Page>
  );
}
