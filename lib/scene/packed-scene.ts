// A scene as one text, on its way to a page: a text of a megabyte crosses in no time, its ten thousand objects do not.
import type { Scene } from './scene';

/** Only `packScene` makes one. */
export type PackedScene = string & { readonly packed: 'scene' };

/** The scene as a page needs it: without the lines of which nothing is drawn in this view. Never throws. */
export function packScene(scene: Scene): PackedScene {
  const lines = scene.lines.filter(({ parts, ringParts }) => parts.length > 0 || ringParts.length > 0);
  return JSON.stringify({ ...scene, lines }) as PackedScene;
}

/** What was packed. Never throws. */
export function unpackScene(packed: PackedScene): Scene {
  return JSON.parse(packed) as Scene;
}
