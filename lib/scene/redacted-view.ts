// A view of a judgement as it reads under pseudonyms.
import type { Redacted } from '@/lib/analysis/redact/redact-analysis';
import type { SceneView } from './view';

/** The same view of the redacted judgement. Words of the Hide field that are a part of a name find nothing there. Never throws. */
export function redactedView(view: SceneView, { text }: Pick<Redacted, 'text'>): SceneView {
  return {
    ...view,
    selected: view.selected === null ? null : redactedAction(view.selected, { text }),
    ...(view.folded === undefined ? {} : { folded: view.folded.map((box) => redactedBox(box, text)) }),
    ...(view.hidden === undefined ? {} : { hidden: text(view.hidden) }),
  };
}

/** `stage/action` under pseudonyms. Never throws. */
export function redactedAction(key: string, { text }: Pick<Redacted, 'text'>): string {
  const slash = key.indexOf('/');
  const action = key.slice(slash + 1);
  // The name of a rule has the condition that it stands in before it.
  return `${text(key.slice(0, slash))}/${text(action)}`;
}

/** `stage:NAME`: what stands before the colon is ours. */
function redactedBox(box: string, text: (name: string) => string): string {
  const colon = box.indexOf(':');
  return colon < 0 ? box : `${box.slice(0, colon)}:${text(box.slice(colon + 1))}`;
}
