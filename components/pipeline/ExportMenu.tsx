import { DrawingExport } from '@/components/export/DrawingExport';
import { exportQuery, type PipelineState } from './view-state';

/** Takes the drawing along, as it stands: with its layers, its folded boxes and the permission path of the chosen action. */
export function ExportMenu(props: { snapshot: string; pipeline: string; state: PipelineState }) {
  return (
    <DrawingExport
      snapshot={props.snapshot}
      title="The drawing, as it stands"
      what={{ pipeline: props.pipeline, ...exportQuery(props.state) }}
    />
  );
}
