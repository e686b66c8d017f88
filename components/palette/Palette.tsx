'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import {
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from 'react';
import { Glyph } from '@/components/ui/Glyph';
import { Kbd } from '@/components/ui/Kbd';
import { type Option, optionGroups } from './option-groups';
import styles from './Palette.module.css';
import { PaletteOption } from './PaletteOption';
import { useSearch } from './use-search';

/** Goes anywhere and does anything by a few letters: a text field over a list that the arrow keys walk through. */
export function Palette({ onClose }: { onClose: () => void }) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const router = useRouter();
  const path = usePathname();
  const params = useSearchParams();
  const [typed, setTyped] = useState('');
  const [place, setPlace] = useState(0);
  /** Enter came before the answer: `tab` where it was pressed with Ctrl. */
  const [entered, setEntered] = useState<'here' | 'tab' | null>(null);
  const found = useSearch(typed.trim(), params.get('snapshot'));
  const groups = optionGroups(typed, found.groups, { path, params: new URLSearchParams(params) });
  const options = groups.flatMap((group) => group.options);
  const at = Math.min(place, Math.max(0, options.length - 1));
  const isAsking = found.typed !== typed.trim();

  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  const choose = (option: Option | undefined, isElsewhere: boolean) => {
    if (option === undefined) return;
    if ('href' in option.does && isElsewhere) {
      window.open(option.does.href);
      return;
    }
    dialog.current?.close();
    onClose();
    if ('href' in option.does) router.push(option.does.href);
    else option.does.act();
  };
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined && options.length > 0) {
      event.preventDefault();
      const next = Math.abs(step) === 1 ? (at + step + options.length) % options.length : at + step;
      setPlace(Math.min(options.length - 1, Math.max(0, next)));
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      setEntered(event.ctrlKey || event.metaKey ? 'tab' : 'here');
    }
  };
  const enter = useEffectEvent((where: 'here' | 'tab') => {
    setEntered(null);
    choose(options[at], where === 'tab');
  });
  // What is shown may answer older letters: Enter waits for those that were typed.
  useEffect(() => {
    if (entered !== null && !isAsking) enter(entered);
  }, [entered, isAsking]);
  let number = -1;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it, as Escape does
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label="Search and commands"
      onClose={onClose}
      onClick={(event: MouseEvent) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <div className={styles.field}>
        <Glyph name="search" size={16} />
        <input
          type="text"
          role="combobox"
          aria-label="Go to"
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={options.length === 0 ? undefined : `${id}-${at}`}
          placeholder="Pipeline, action, hat, bucket, account, finding, page, command"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setPlace(0);
            setEntered(null);
          }}
          onKeyDown={press}
          spellCheck={false}
          autoComplete="off"
        />
        <Kbd>Esc</Kbd>
      </div>
      {/* The list scrolls by the arrow keys of the field, which keep the choice in view. */}
      <div id={`${id}-list`} role="listbox" aria-label="What fits" className={styles.list} tabIndex={-1}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box is no fieldset
          <div key={group.title} role="group" aria-labelledby={`${id}-${group.title}`}>
            <div id={`${id}-${group.title}`} className={styles.title} role="presentation">
              {group.title}
              {group.total > group.options.length ? (
                <span>
                  {group.options.length} of {group.total}
                </span>
              ) : null}
            </div>
            {group.options.map((option) => {
              number += 1;
              const own = number;
              return (
                <PaletteOption
                  key={option.id}
                  id={`${id}-${own}`}
                  option={option}
                  typed={typed}
                  isChosen={own === at}
                  onPoint={() => setPlace(own)}
                  onChoose={(isElsewhere) => choose(option, isElsewhere)}
                />
              );
            })}
          </div>
        ))}
      </div>
      <p className={styles.foot}>
        <span role="status">{said(options.length, isAsking, found.problem, typed)}</span>
        <span>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> move
        </span>
        <span>
          <Kbd>Enter</Kbd> go
        </span>
        <span>
          <Kbd>Ctrl Enter</Kbd> new tab
        </span>
      </p>
    </dialog>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, PageUp: -7, PageDown: 7 };

function said(count: number, isAsking: boolean, problem: string | null, typed: string): string {
  if (problem !== null) return `Only pages and commands: ${problem}`;
  if (count > 0) return `${count} listed`;
  return isAsking ? 'Looking …' : `Nothing in this snapshot fits “${typed.trim()}”`;
}
