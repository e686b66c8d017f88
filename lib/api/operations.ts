// Every request of the HTTP API; a test holds it against the routes that there are.
import * as answers from './answers';
import { file, json, NAME } from './contents';
import type { Operation } from './operation';
import * as requests from './requests';
import { SCAN_OPERATIONS } from './scan-operations';
import { snapshotOperations } from './snapshot-operations';

/** The operations, in the order of the document. Never throws. */
export function operations(exportMediaTypes: readonly string[]): readonly Operation[] {
  return [...snapshotOperations(exportMediaTypes), ...SCAN_OPERATIONS, ...OTHERS];
}

/** What is neither of snapshots nor of scans. */
const OTHERS: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/acceptances',
    id: 'acceptFinding',
    group: 'acceptances',
    summary: 'Accept the risk of a finding',
    body: json('Acceptance', requests.acceptance),
    done: { status: 201, says: 'It is in the file.', content: json('FindingNamed', answers.findingNamed) },
    refusals: [400, 409, 413, 415],
  },
  {
    method: 'delete',
    path: '/api/acceptances',
    id: 'withdrawAcceptance',
    group: 'acceptances',
    summary: 'Take an acceptance out of the file',
    query: [{ name: 'finding', says: 'The id of the finding.', isNeeded: true }],
    done: { status: 200, says: 'It is out.', content: json('FindingNamed', answers.findingNamed) },
    refusals: [404, 409],
  },
  {
    method: 'get',
    path: '/api/acceptances/file',
    id: 'acceptedFile',
    group: 'acceptances',
    summary: 'The file of accepted findings as it stands',
    done: { status: 200, says: 'The file.', content: file('application/yaml') },
    refusals: [409],
  },
  {
    method: 'post',
    path: '/api/acceptances/file',
    id: 'takeInAcceptedFile',
    group: 'acceptances',
    summary: 'Take in the entries of a file; those that accept the same are replaced, the others stay',
    query: [NAME],
    body: file('application/yaml'),
    done: { status: 200, says: 'How many it had.', content: json('EntriesTaken', answers.entriesTaken) },
    refusals: [400, 409, 413, 422],
  },
  {
    method: 'post',
    path: '/api/what-ifs',
    id: 'editWhatIf',
    group: 'what-ifs',
    summary:
      'Edit a policy for a look at what would be, take an edit back, or open a file or link; AWS is never written to',
    body: json('WhatIfAsked', requests.whatIfAsked),
    done: {
      status: 201,
      says: 'The name for `whatif` of pages and exports.',
      content: json('WhatIfNamed', answers.whatIfNamed),
    },
    refusals: [400, 404, 409, 413, 415, 422],
  },
  {
    method: 'get',
    path: '/api/what-ifs/{whatIfId}/file',
    id: 'whatIfFile',
    group: 'what-ifs',
    summary: 'The file of a what-if, for a colleague or for `--what-if`',
    done: { status: 200, says: 'The file.', content: file('application/json') },
    refusals: [404],
  },
  {
    method: 'get',
    path: '/api/search',
    id: 'search',
    group: 'search',
    summary: 'Whatever of a snapshot fits a few letters, the best of each kind',
    query: [
      { name: 'q', says: `The letters, at most ${requests.LONGEST_SEARCH}.` },
      { name: 'snapshot', says: 'Left out: the latest, else the example.' },
    ],
    done: { status: 200, says: 'What was found.', content: json('SearchResult', answers.searchResult) },
    refusals: [400, 404, 422],
  },
  {
    method: 'post',
    path: '/api/session',
    id: 'signIn',
    group: 'session',
    summary: 'Sign in with a token; the answer sets the cookie of the session',
    body: file('application/x-www-form-urlencoded'),
    done: {
      status: 303,
      says: 'To the page that was asked for, or back to the sign-in page with the reason.',
    },
    refusals: [],
  },
  {
    method: 'post',
    path: '/api/session/end',
    id: 'signOut',
    group: 'session',
    summary: 'End the session',
    done: { status: 303, says: 'To the sign-in page.' },
    refusals: [],
  },
  {
    method: 'get',
    path: '/api/session/oidc',
    id: 'signInAtProvider',
    group: 'session',
    summary: 'Leave for the identity provider',
    done: { status: 303, says: 'To the identity provider, or back to the sign-in page with the reason.' },
    refusals: [],
  },
  {
    method: 'get',
    path: '/api/session/oidc/callback',
    id: 'comeBackFromProvider',
    group: 'session',
    summary: 'Where the identity provider sends people back to',
    done: {
      status: 200,
      says: 'A page that goes on to where they wanted to go.',
      content: file('text/html'),
    },
    also: { status: 303, says: 'To the sign-in page, with the reason.' },
    refusals: [],
  },
  {
    method: 'get',
    path: '/api/openapi.json',
    id: 'openApi',
    group: 'server',
    summary: 'This document',
    done: { status: 200, says: 'OpenAPI 3.1.', content: file('application/json') },
    refusals: [],
  },
  {
    method: 'get',
    path: '/healthz',
    id: 'health',
    group: 'server',
    summary: 'Whether this server can do its work',
    done: { status: 200, says: 'It can.', content: json('Health', answers.health) },
    also: { status: 503, says: 'The store is out of reach.', content: json('Health', answers.health) },
    refusals: [],
  },
];
