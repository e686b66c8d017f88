'use client';

import { type ComponentType, useEffect, useState } from 'react';
import type { PipelineMapProps } from '@/components/map/PipelineMap';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { MapSkeleton } from './MapSkeleton';

type Canvas = ComponentType<PipelineMapProps>;

/** The canvas, fetched only when there is something to draw; until then the boxes stand where they will be. */
export function MapStage(props: PipelineMapProps) {
  const [canvas, setCanvas] = useState<{ Map: Canvas } | 'failed' | null>(null);
  useEffect(() => {
    import('@/components/map/PipelineMap').then(
      ({ PipelineMap }) => setCanvas({ Map: PipelineMap }),
      () => setCanvas('failed'),
    );
  }, []);
  if (canvas === null) return <MapSkeleton scene={props.scene} />;
  if (canvas === 'failed') return <NoCanvas />;
  return <canvas.Map {...props} />;
}

function NoCanvas() {
  return (
    <Notice
      isPart
      title="The drawing could not be fetched"
      next={
        <Button look="primary" onClick={() => location.reload()}>
          Try again
        </Button>
      }
    >
      <p>Is the server still running? The table and the panel show the same hops.</p>
    </Notice>
  );
}
