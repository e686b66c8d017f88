// What is asked about snapshots: taken in, changed, taken along as files.
import * as answers from './answers';
import { file, json, NAME, PIPELINE, REDACT } from './contents';
import type { Operation } from './operation';
import * as requests from './requests';

/** What of a snapshot is drawn, and how. `formats` and `mediaTypes` are those of the exporters. */
const drawing = (mediaTypes: readonly string[]): Pick<Operation, 'query' | 'done'> => ({
  query: [
    PIPELINE,
    { name: 'action', says: '`stage/action`: bring out its permission path.' },
    { name: 'drawing', says: 'What of the pipeline is drawn.', oneOf: ['graph', 'stack', 'accounts'] },
    { name: 'layers', says: 'Comma list of `flow`, `decides`, `hats`.' },
    { name: 'fold', says: 'Comma list of boxes drawn as a count.' },
    { name: 'hide', says: 'What is left out, in the words of the Hide field.' },
    { name: 'group', says: 'Of the accounts, the group that is open.' },
    { name: 'whatif', says: 'The name of a what-if, whose edits are taken as made.' },
    { name: 'before', says: 'Another snapshot: the pipeline in both, with what differs marked.' },
    { name: 'map', says: 'The map of accounts instead: `folded`, or the group that is open.' },
    { name: 'from', says: 'On the map: what is reached from this role, user, account or identity provider.' },
    { name: 'to', says: 'On the map: who gets to this hat, or to this account.' },
    {
      name: 'findings',
      says: 'Given with any value: what is wrong instead of a drawing, as `json`, `sarif`, `markdown`, `csv` or `asff`; of the pipeline, or of all.',
    },
    {
      name: 'scope',
      says: '`path`: only what belongs to the action, in its place.',
      oneOf: ['whole', 'path'],
    },
    REDACT,
    { name: 'theme', says: 'Colours.', oneOf: ['light', 'dark'] },
    { name: 'pen', says: 'Strokes.', oneOf: ['clean', 'hand'] },
    {
      name: 'scale',
      says: 'Of a PNG the pixels for a px of the screen; of a PDF 1 is the size on the screen.',
    },
    { name: 'page', says: 'Of a PDF: the size of its pages; `fit` is as large as the drawing.' },
    { name: 'tile', says: 'Of a PDF, given with any value: as many pages as it takes.' },
  ],
  done: { status: 200, says: 'The file.', content: file(...mediaTypes) },
});

/** The operations on snapshots; the media types are those of the exporters. Never throws. */
export function snapshotOperations(exportMediaTypes: readonly string[]): readonly Operation[] {
  return [
    {
      method: 'post',
      path: '/api/snapshots',
      id: 'uploadSnapshot',
      group: 'snapshots',
      summary: 'Take in a snapshot file',
      query: [NAME],
      body: file('application/octet-stream'),
      done: { status: 201, says: 'It is kept.', content: json('SnapshotNamed', answers.snapshotNamed) },
      refusals: [400, 408, 413, 422],
    },
    {
      method: 'patch',
      path: '/api/snapshots/{snapshotId}',
      id: 'changeSnapshot',
      group: 'snapshots',
      summary: 'Name or pin a snapshot',
      body: json('SnapshotChange', requests.snapshotChange),
      done: { status: 200, says: 'It is changed.', content: json('SnapshotNamed', answers.snapshotNamed) },
      refusals: [400, 404, 413, 415, 503],
    },
    {
      method: 'delete',
      path: '/api/snapshots/{snapshotId}',
      id: 'deleteSnapshot',
      group: 'snapshots',
      summary: 'Delete a snapshot for good',
      done: { status: 200, says: 'It is gone.', content: json('SnapshotNamed', answers.snapshotNamed) },
      refusals: [404, 409, 503],
    },
    {
      method: 'get',
      path: '/api/snapshots/{snapshotId}/file',
      id: 'downloadSnapshot',
      group: 'snapshots',
      summary: 'The snapshot as one compressed file',
      done: { status: 200, says: 'The file.', content: file('application/gzip') },
      refusals: [404, 422],
    },
    {
      method: 'get',
      path: '/api/snapshots/{snapshotId}/exports/{format}',
      id: 'exportDrawing',
      group: 'snapshots',
      summary: 'A drawing as a file: of a pipeline, of the accounts, of what differs from another snapshot',
      ...drawing(exportMediaTypes),
      refusals: [400, 404, 422],
    },
    {
      method: 'get',
      path: '/api/snapshots/{snapshotId}/review',
      id: 'reviewSnapshot',
      group: 'snapshots',
      summary: 'The security review as one file',
      query: [
        PIPELINE,
        { name: 'format', says: '`html` where it is left out.', oneOf: ['html', 'pdf'] },
        REDACT,
      ],
      done: { status: 200, says: 'The file.', content: file('text/html', 'application/pdf') },
      refusals: [404, 422],
    },
  ];
}
