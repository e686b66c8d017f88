// The first line of the Compare page.
import type { ComparisonView } from './comparison-view';
import { summaryOf } from './diff-text';
import { exactTime } from './exact-time';

/** `2 pipelines got worse, 1 got better`, and below it what else differs and from when to when. Never throws. */
export function compareHeadline(view: ComparisonView): { readonly title: string; readonly second: string } {
  const when = `${exactTime(view.before.takenAt)} → ${exactTime(view.after.takenAt)}`;
  return { title: titleOf(view), second: view.isSame ? when : `${when}. ${summaryOf(view)}.` };
}

function titleOf({ isSame, differs, pipelines }: ComparisonView): string {
  if (isSame) return 'Nothing differs between these two snapshots';
  const count = (direction: string) => pipelines.filter((one) => one.direction === direction).length;
  const [worse, better] = [count('worse'), count('better')];
  const parts = [
    ...(worse > 0 ? [`${pipelinesOf(worse)} got worse`] : []),
    ...(better > 0 ? [`${worse > 0 ? better : pipelinesOf(better)} got better`] : []),
  ];
  if (parts.length > 0) return parts.join(', ');
  if (!differs) return 'Nothing differs but what could be read';
  return pipelines.length === 0
    ? 'No pipeline differs, but other things do'
    : `${pipelinesOf(pipelines.length)} changed, none for worse`;
}

function pipelinesOf(count: number): string {
  return `${count} ${count === 1 ? 'pipeline' : 'pipelines'}`;
}
