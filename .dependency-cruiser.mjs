/**
 * The rooms of the house and which doors stand open.
 * A room may import from itself and from the rooms listed; every other door is shut.
 * This table and the one in ARCHITECTURE.md are the same table.
 */
export const doors = {
  // pure rooms: values in, values out. No network, disk, clock, DOM or React.
  'lib/base': [],
  'lib/names': ['lib/base'],
  'lib/iam': ['lib/base', 'lib/names'],
  'lib/messages': ['lib/base', 'lib/names'],
  'lib/snapshot': ['lib/base', 'lib/names'],
  'lib/template': ['lib/base', 'lib/names', 'lib/snapshot'],
  'lib/model': ['lib/base', 'lib/names', 'lib/iam', 'lib/snapshot'],
  'lib/providers': ['lib/base', 'lib/names', 'lib/iam', 'lib/model'],
  'lib/graph': ['lib/base', 'lib/names', 'lib/iam', 'lib/model', 'lib/providers'],
  'lib/verdict': [
    'lib/base',
    'lib/names',
    'lib/iam',
    'lib/messages',
    'lib/snapshot',
    'lib/model',
    'lib/graph',
  ],
  'lib/findings': ['lib/base', 'lib/names', 'lib/iam', 'lib/model', 'lib/graph', 'lib/verdict'],
  'lib/reach': ['lib/base', 'lib/names', 'lib/iam', 'lib/model', 'lib/graph', 'lib/verdict', 'lib/findings'],
  'lib/fixes': ['lib/base', 'lib/names', 'lib/iam', 'lib/model', 'lib/graph', 'lib/verdict', 'lib/findings'],
  'lib/least': [
    'lib/base',
    'lib/names',
    'lib/iam',
    'lib/model',
    'lib/graph',
    'lib/verdict',
    'lib/findings',
    'lib/fixes',
  ],
  'lib/analysis': [
    'lib/base',
    'lib/names',
    'lib/iam',
    'lib/snapshot',
    'lib/model',
    'lib/graph',
    'lib/verdict',
    'lib/findings',
    'lib/fixes',
  ],
  'lib/compare': [
    'lib/base',
    'lib/names',
    'lib/iam',
    'lib/snapshot',
    'lib/model',
    'lib/graph',
    'lib/verdict',
    'lib/findings',
    'lib/analysis',
  ],
  'lib/scene': [
    'lib/base',
    'lib/names',
    'lib/iam',
    'lib/messages',
    'lib/model',
    'lib/graph',
    'lib/verdict',
    'lib/findings',
    'lib/analysis',
    'lib/compare',
    'lib/fixes',
    'lib/reach',
    'lib/least',
  ],
  'lib/export': ['lib/base', 'lib/scene', 'lib/findings', 'lib/analysis', 'lib/compare'],
  'lib/api': ['lib/base'],
  // shell rooms: the only ones that touch the world
  'lib/config': ['lib/base', 'lib/names'],
  'lib/auth': ['lib/base', 'lib/config'],
  'lib/print': ['lib/base', 'lib/scene', 'lib/export'],
  'lib/notify': ['lib/base'],
  'lib/aws': ['lib/base', 'lib/names', 'lib/config'],
  'lib/scan': ['lib/base', 'lib/names', 'lib/snapshot', 'lib/aws'],
  'lib/store': ['lib/base', 'lib/snapshot'],
  'lib/jobs': ['lib/base', 'lib/snapshot', 'lib/scan', 'lib/store'],
  'lib/kept': ['lib/base', 'lib/snapshot', 'lib/findings', 'lib/analysis', 'lib/scene', 'lib/store'],
  // doorways: they join pure and shell and hold no logic of their own
  'lib/server': [
    'lib/base',
    'lib/api',
    'lib/names',
    'lib/iam',
    'lib/config',
    'lib/auth',
    'lib/snapshot',
    'lib/analysis',
    'lib/compare',
    'lib/scene',
    'lib/export',
    'lib/print',
    'lib/scan',
    'lib/store',
    'lib/kept',
    'lib/jobs',
  ],
  'lib/cli': [
    'lib/base',
    'lib/names',
    'lib/iam',
    'lib/config',
    'lib/snapshot',
    'lib/analysis',
    'lib/compare',
    'lib/scene',
    'lib/export',
    'lib/print',
    'lib/scan',
    'lib/store',
    'lib/kept',
    'lib/jobs',
    'lib/notify',
  ],
  // faces
  components: [
    'lib/base',
    'lib/names',
    'lib/snapshot',
    'lib/model',
    'lib/graph',
    'lib/verdict',
    'lib/findings',
    'lib/analysis',
    'lib/compare',
    'lib/scene',
    'lib/export',
  ],
  app: [
    'components',
    'lib/base',
    'lib/snapshot',
    'lib/analysis',
    'lib/compare',
    'lib/scene',
    'lib/export',
    'lib/server',
  ],
};
const PURE = [
  'base',
  'names',
  'iam',
  'messages',
  'snapshot',
  'template',
  'model',
  'providers',
  'graph',
  'verdict',
  'findings',
  'reach',
  'fixes',
  'least',
  'analysis',
  'compare',
  'scene',
  'export',
  'api',
].map((r) => `lib/${r}`);
const npmAllowed = {
  'lib/snapshot': ['zod'],
  'lib/api': ['zod'],
  'lib/model': ['zod'],
  'lib/fixes': ['yaml'],
  'lib/scene': ['elkjs'],
};
/** Folders of peers: one file per thing, plus index.ts that registers them. The contract sits beside the folder, in the singular. */
const SEAMS = [
  'scan/collectors',
  'template/resource-types',
  'model/resources',
  'iam/operators',
  'iam/services',
  'messages/wordings',
  'providers/catalog',
  'findings/rules',
  'fixes/formats',
  'scene/kinds',
  'export/formats',
  'export/reports',
  'cli/commands',
]
  .map((s) => `lib/${s}`)
  .join('|');

const test = '[.](test|properties[.]test|fixture)[.]tsx?$';
const inRoom = (r) => `^${r}/`;

const shutDoors = Object.entries(doors).map(([from, to]) => ({
  name: `${from.replace('/', '-')}-doors`,
  comment: `${from} may import only: ${to.join(', ') || 'nothing'}. Either the code is in the wrong room, or the door needs a decision record.`,
  severity: 'error',
  from: { path: inRoom(from), pathNot: test },
  to: { path: '^(lib|components|app)/', pathNot: [inRoom(from), ...to.map(inRoom)] },
}));

const pureRooms = PURE.flatMap((r) => [
  {
    name: `${r.replace('/', '-')}-no-node`,
    comment: 'A pure room uses no Node core module.',
    severity: 'error',
    from: { path: inRoom(r), pathNot: test },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: `${r.replace('/', '-')}-npm`,
    comment: `npm packages allowed here: ${(npmAllowed[r] ?? []).join(', ') || 'none'}.`,
    severity: 'error',
    from: { path: inRoom(r), pathNot: test },
    to: {
      dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown'],
      pathNot: ['^$a', ...(npmAllowed[r] ?? []).map((p) => `node_modules/${p}/`)],
    },
  },
]);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...shutDoors,
    ...pureRooms,
    {
      name: 'only-aws-and-scan-speak-to-aws',
      severity: 'error',
      from: { pathNot: ['^lib/(aws|scan)/', '^scripts/', '^node_modules', test] },
      to: { path: 'node_modules/@(aws-sdk|smithy)/' },
    },
    {
      name: 'cross-a-door-by-its-full-name',
      severity: 'error',
      comment:
        'Between rooms import by "@/…"; inside a room by "./…". Then every "@/" line at the top of a file is a door it uses.',
      from: { path: '^(lib/[^/]+|components|app)/', pathNot: test },
      to: { path: '^(lib|components|app)/', pathNot: '^$1/', dependencyTypesNot: ['aliased'] },
    },
    {
      name: 'peers-are-strangers',
      severity: 'error',
      comment:
        'One collector, provider, rule, operator, format or kind never imports a sibling. Share through the room, one level up.',
      from: { path: `^(${SEAMS})/([^/]+)[.]ts$`, pathNot: ['/index[.]ts$', test] },
      to: { path: '^$1/', pathNot: '^$1/$2[.]ts$' },
    },
    {
      name: 'peers-are-registered',
      severity: 'error',
      comment: 'Not reached from its index.ts, so not part of the program.',
      from: { path: `^(${SEAMS})/index[.]ts$` },
      to: { path: '^$1/[^/]+[.]ts$', pathNot: test, reachable: false },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['[.]d[.]ts$', '[.]config[.]', '^e2e/'] },
      to: {},
    },
    { name: 'not-to-test', severity: 'error', from: { pathNot: [test, '^e2e/'] }, to: { path: test } },
    {
      name: 'e2e-stays-outside',
      severity: 'error',
      comment: 'e2e sees the app only as a user does.',
      from: { path: '^e2e/' },
      to: { path: '^(lib|components|app)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true, // type-only imports count as doors too
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
