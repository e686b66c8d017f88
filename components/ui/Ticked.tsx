/** A message whose names stand in backticks, with the names in the code font. */
export function Ticked({ text }: { text: string }) {
  return text
    .split('`')
    .map((part, place) => ({ part, isName: place % 2 === 1, key: `${place} ${part}` }))
    .map(({ part, isName, key }) => (isName ? <code key={key}>{part}</code> : part));
}
