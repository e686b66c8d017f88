import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { allow, HUB, role, snapshotOf, trust } from '@/lib/model/snapshot.fixture';
import { PIPELINE_ROLE, PROD_ROLE, workingPipeline } from '@/lib/model/working-pipeline.fixture';
import { policyShelf } from '@/lib/verdict/policy-shelf';
import { formText, leastText } from './least-text';
import { leastView } from './least-view';
import { judgedFor } from './reach-view';
import { plain } from './words';

function viewOf(arn: string, changes: Parameters<typeof workingPipeline>[0] = {}) {
  const judged = judgedFor(analyze(snapshotOf(workingPipeline(changes))), policyShelf());
  const found = judged.inventory.roles.get(arn);
  if (found === undefined) throw new Error(`no role ${arn}`);
  return leastView(judged, found);
}

describe('needed, granted, surplus', () => {
  it('says of each statement what it is needed for and what of it is wider', () => {
    const view = viewOf(PIPELINE_ROLE);
    expect(view?.tried).toMatch(
      /^Judged with all of it in place: of \d+ requests of its pipelines none gets worse/,
    );
    expect(view?.statements.every(({ serves }) => serves.length > 0)).toBe(true);
    expect(view?.changes.map(({ where }) => where)).toContain(
      'Inline policy least-privilege of shop-pipeline',
    );
    expect(view?.removes).toEqual(['inline policy inline']);
  });

  it('narrows a trust in a whole account to those who need to, in every form', () => {
    const view = viewOf(PROD_ROLE, { prodTrust: trust({ AWS: `arn:aws:iam::${HUB}:root` }) });
    const door = view?.changes.find(({ where }) => where === 'Trust policy of deploy');
    expect(door?.forms.map(({ id }) => id)).toEqual(['json', 'cloudformation', 'terraform', 'cdk']);
    expect(door?.forms[0]?.text).toContain(PIPELINE_ROLE);
    expect(door?.forms[0]?.text).not.toContain(':root');
    const admin = role(HUB, 'admin', trust({ Service: 'ec2.amazonaws.com' }), allow('*', '*'));
    const cut = viewOf(PROD_ROLE, { prodTrust: trust({ AWS: `arn:aws:iam::${HUB}:root` }), extra: [admin] });
    const told = cut?.changes.find(({ where }) => where === 'Trust policy of deploy');
    expect(plain(told?.sentence ?? [])).toContain('1 principal that can put it on today could no longer');
  });

  it('is nothing for a role that no pipeline uses', () => {
    const idle = role(HUB, 'idle', trust({ Service: 'ec2.amazonaws.com' }));
    expect(viewOf(`arn:aws:iam::${HUB}:role/idle`, { extra: [idle] })).toBeNull();
  });

  it('is printed with what is wider, and as files', () => {
    const view = viewOf(PIPELINE_ROLE);
    if (view === null) throw new Error('no view');
    expect(leastText('shop', view).join('\n')).toContain('Take off the role: inline policy inline');
    expect(formText(view, 'terraform').join('\n')).toMatch(/# In .*\n[\s\S]*jsonencode/);
    expect(plain(view.sentence)).toMatch(
      /^1 pipeline makes \d+ requests with it\. Of \d+ statements? that grants? it something/,
    );
  });
});
