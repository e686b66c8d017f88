// A report as plain data: headings, sentences, tables, drawings and policies in reading order. Every printer of it prints the same.

import type { Scene } from '@/lib/scene/scene';
import type { PolicyLine, Words } from '@/lib/scene/trail';

/** How a line stands, for its mark; null where nothing is judged. */
export type Tone = 'works' | 'depends' | 'unknown' | 'broken' | 'broad' | null;

export interface Cell {
  readonly words: Words;
  readonly tone?: Tone;
}

export interface Column {
  readonly title: string;
  /** Part of the table's width; the columns of a table sum up to 1. */
  readonly width: number;
  readonly align?: 'end';
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly words: Words; readonly tone?: Tone }
  | { readonly kind: 'text'; readonly words: Words; readonly tone?: Tone }
  /** Names with their values, such as the time of the snapshot. */
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly words: Words }[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Cell[])[];
    }
  | { readonly kind: 'drawing'; readonly scene: Scene }
  /** A policy, or a part of it; the lines that decide are marked. */
  | {
      readonly kind: 'policy';
      readonly title: string;
      readonly lines: readonly (PolicyLine & { readonly isNew?: boolean })[];
    }
  /** Empty lines for somebody's pen. */
  | { readonly kind: 'signature'; readonly words: Words; readonly fields: readonly string[] };

export interface Report {
  readonly title: string;
  /** What stands on each page: of which snapshot, checked by what, made by which version. */
  readonly footer: string;
  readonly sections: readonly Section[];
}

/** A part that begins on its own line, and a page of its own where `isOwnPage`. */
export interface Section {
  /** Unique in the report; what links inside it lead to. */
  readonly id: string;
  readonly title: string;
  readonly isOwnPage: boolean;
  readonly blocks: readonly Block[];
}
