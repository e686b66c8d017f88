// What of a pipeline is asked to be drawn. The same view gives the same drawing on screen and in a file.

/** What a user can lay over the pipeline: who writes and reads artifacts, where IAM decides, who wears which role. */
export const LAYERS = ['flow', 'decides', 'hats'] as const;
export type Layer = (typeof LAYERS)[number];

/** As a user reads it. */
export const LAYER_WORDS: Readonly<Record<Layer, string>> = {
  flow: 'Artifact flow',
  decides: 'Where IAM decides',
  hats: 'Hats',
};

export interface SceneView {
  /** The selected action, `stage/action`, or null. */
  readonly selected: string | null;
  /** Left out: all of them. What is broken, and what is on the selected path, is drawn whatever the layers. */
  readonly layers?: readonly Layer[];
  /** Boxes drawn as a count: `account:ID`, `region:ID/REGION`, `stage:NAME`; with `-` before it one that is not. `auto`, also where it
   *  is left out: every account where there are too many cards, and where there are too many accounts groups of them
   *  (`accounts:STATE NUMBER`). */
  readonly folded?: readonly string[];
  /** What is left out, in the words of the Hide field. */
  readonly hidden?: string;
}

/** The word for what a drawing folds by itself. */
export const AUTO_FOLD = 'auto';

/** Above this many cards a drawing starts with its accounts folded: more cannot be taken in. */
export const MOST_CARDS = 160;
