import { Fragment } from 'react';

/** A long name that may be broken where its parts meet, rather than inside a word. */
export function Breakable({ text }: { text: string }) {
  return text
    .split(/(?<=[/:])/)
    .map((part, place) => ({ part, key: `${place} ${part}` }))
    .map(({ part, key }) => (
      <Fragment key={key}>
        {part}
        <wbr />
      </Fragment>
    ));
}
