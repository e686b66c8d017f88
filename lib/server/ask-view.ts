// A question of the reader's own, asked of an open snapshot; what was gathered for one question serves the next.
import 'server-only';
import type { Analysis } from '@/lib/analysis/analysis';
import { type AskResult, ask } from '@/lib/scene/ask';
import { type AskExample, askExamples } from '@/lib/scene/ask-examples';
import type { AskFields } from '@/lib/scene/ask-read';
import { type AskSuggestions, askSuggestions } from '@/lib/scene/ask-suggestions';
import { type HatShelf, hatShelf } from '@/lib/scene/role-page-shelf';

/** The answer, or what is wrong with each field. Never throws. */
export function askView(analysis: Analysis, fields: AskFields): AskResult {
  const shelf = shelves.get(analysis) ?? hatShelf();
  shelves.set(analysis, shelf);
  return ask(analysis, shelf, fields);
}

/** What the fields offer, made once for each analysis. Never throws. */
export function suggestionsOf(analysis: Analysis): AskSuggestions {
  const made = suggestions.get(analysis) ?? askSuggestions(analysis);
  suggestions.set(analysis, made);
  return made;
}

/** Questions to begin with, made once for each analysis. Never throws. */
export function examplesOf(analysis: Analysis): readonly AskExample[] {
  const made = examples.get(analysis) ?? askExamples(analysis);
  examples.set(analysis, made);
  return made;
}

const examples = new WeakMap<Analysis, readonly AskExample[]>();
const shelves = new WeakMap<Analysis, HatShelf>();
const suggestions = new WeakMap<Analysis, AskSuggestions>();
