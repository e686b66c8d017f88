'use client';

import { type ComponentType, useEffect, useState } from 'react';
import type { Filter } from '@/components/verdict/states';
import type { Scene } from '@/lib/scene/scene';
import { MapSkeleton } from './MapSkeleton';

interface MapProps {
  scene: Scene;
  selected: string | null;
  onSelect: (action: string | null) => void;
  filter: Filter;
}

/** The canvas, fetched only when there is something to draw; until then the boxes stand where they will be. */
export function MapStage(props: MapProps) {
  const [PipelineMap] = useState<ComponentType<MapProps> | null>(null);
  useEffect(() => {}, []);
  return PipelineMap === null ? <MapSkeleton scene={props.scene} /> : <PipelineMap {...props} />;
}
