import { Field } from './Field';

/** The field above every list that looks through its rows; `/` leads to it. */
export function SearchField(props: {
  label: string;
  /** What it looks through: `Search name, ARN, cause`. */
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return <Field {...props} glyph="search" shortcut="/" />;
}
