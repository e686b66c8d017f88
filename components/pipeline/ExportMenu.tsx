import { DrawingExport } from '@/components/export/DrawingExport';

/** Takes the drawing along, as it stands: with the permission path of the chosen action, if there is one. */
export function ExportMenu(props: { snapshot: string; pipeline: string; action: string | null }) {
  const action = props.action === null ? {} : { action: props.action };
  return (
    <DrawingExport
      snapshot={props.snapshot}
      title="The drawing, as it stands"
      what={{ pipeline: props.pipeline, ...action }}
    />
  );
}
