import { type ReactNode, useRef } from 'react';

/** A field for a file that stands behind a control of our own, which opens it: `children` is given how. */
export function PickFile(props: {
  label: string;
  /** As the browser's own field takes it: `.yaml,application/yaml`. */
  accept: string;
  onPick: (file: File) => void;
  children: (open: () => void) => ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={props.label}
        accept={props.accept}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // Emptied, so that the same file can be picked again.
          target.value = '';
          if (file !== undefined) props.onPick(file);
        }}
      />
      {props.children(() => input.current?.click())}
    </>
  );
}
