'use client';
// Stands in for the whole document when even its frame could not be made: nothing of ours can be counted on here but the style sheets.
import '@/components/ui/tokens.css';
import './globals.css';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';

export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en">
      <body>
        <title>Hatstack</title>
        <main style={{ display: 'flex', height: '100dvh' }}>
          <Notice
            title="Hatstack could not make this page"
            next={
              <>
                <Button look="primary" onClick={reset}>
                  Try again
                </Button>
                {/* A whole new document: the state of this one is what failed. */}
                <Button onClick={() => location.assign('/')}>Overview</Button>
              </>
            }
          >
            <p>
              Nothing stored has changed. The server’s output says what happened
              {error.digest ? `, under ${error.digest}` : ''}.
            </p>
          </Notice>
        </main>
      </body>
    </html>
  );
}
