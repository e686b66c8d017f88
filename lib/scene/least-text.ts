// Needed, granted and surplus of a hat as plain lines for a terminal, or as the files that a template's keeper pastes.
import type { LeastView } from './least-view';
import { plain } from './words';

/** Statement by statement, what is not known, and the least policies as JSON. Never throws. */
export function leastText(name: string, view: LeastView): readonly string[] {
  return [
    `${name}: ${plain(view.sentence)}`,
    ...view.statements.flatMap(({ title, says, serves, wider }) => [
      `  ${title}: ${says}`,
      ...wider.map((one) => `    ${plain(one)}`),
      ...serves.map((one) => `    for ${one}`),
    ]),
    ...view.missing.map((one) => `  missing: ${one}`),
    ...view.limits,
    ...formText(view, 'json'),
    ...(view.removes.length === 0 ? [] : [`Take off the role: ${view.removes.join(', ')}`]),
    ...(view.tried === null ? [] : [view.tried]),
  ];
}

/** The policies in one form, each with the account in which it belongs. Never throws. */
export function formText({ changes }: LeastView, id: string): readonly string[] {
  const mark = id === 'cdk' ? '//' : id === 'json' ? '' : '#';
  return changes.flatMap(({ account, sentence, forms }) => {
    const form = forms.find((one) => one.id === id);
    return form === undefined
      ? []
      : [`${mark === '' ? '' : `${mark} `}In ${account}. ${plain(sentence)}`, form.text, ''];
  });
}
