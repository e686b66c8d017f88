import type { ReactNode } from 'react';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';

/** What a page says that broke while it was made: what is still true, and two ways on. */
export function Failure(props: {
  title: string;
  /** What Next gave an error of the server, without its message. */
  error: Error & { digest?: string };
  onRetry: () => void;
  /** Away from here. */
  other: ReactNode;
}) {
  const { digest } = props.error;
  return (
    <Notice
      title={props.title}
      next={
        <>
          <Button look="primary" onClick={props.onRetry}>
            Try again
          </Button>
          {props.other}
        </>
      }
    >
      <p>
        Nothing stored has changed. The server’s output says what happened{digest ? `, under ${digest}` : ''}.
      </p>
    </Notice>
  );
}
