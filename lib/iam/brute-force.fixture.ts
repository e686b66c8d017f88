// All the worlds an incomplete request may turn out to be, decided one by one by the naive evaluator.
import { naiveAllows, type Raw, type RawObject, type Rulings } from './oracle.fixture';
import { HOLES, KEYS } from './vocabulary.fixture';

const CERTAIN: Rulings = {
  wildcardService: false,
  partialNotPrincipal: new Set(),
  boundaryBindsDirectUser: false,
  refusesUnsigned: false,
  bad: false,
};

/** All verdicts the request may come to, by brute force: which unknowns decide, as the names that `simulate` reports. */
export function bruteForce(
  line: RawObject,
): { readonly verdict: string; readonly undetermined: readonly string[] } | null {
  const unknowns = unknownsOf(line);
  const count = unknowns.reduce((product, one) => product * one.choices.length, 1);
  if (count > 3000) return null;
  const results = Array.from({ length: count }, (_, world) => {
    let rest = world;
    const copy = structuredClone(line);
    const rulings = { ...CERTAIN };
    for (const { choices } of unknowns) {
      choices[rest % choices.length]?.(copy, rulings);
      rest = Math.floor(rest / choices.length);
    }
    return naiveAllows(copy, rulings);
  });
  if (results.every((one) => one === results[0]))
    return { verdict: results[0] ? 'allowed' : 'denied', undetermined: [] };
  let stride = 1;
  const decisive = unknowns.filter(({ choices }) => {
    const step = stride;
    stride *= choices.length;
    return results.some((one, world) => {
      const value = Math.floor(world / step) % choices.length;
      return one !== results[world - value * step];
    });
  });
  return {
    verdict: decisive.some((one) => one.isGap) ? 'unknown' : 'depends',
    undetermined: [...new Set(decisive.flatMap((one) => one.names))].sort(),
  };
}

interface Unknown {
  readonly names: readonly string[];
  readonly isGap: boolean;
  readonly choices: readonly ((
    line: RawObject,
    rulings: { -readonly [K in keyof Rulings]: Rulings[K] },
  ) => void)[];
}

function unknownsOf(line: RawObject): readonly Unknown[] {
  const found: Unknown[] = [];
  const context = line.context as RawObject;
  for (const [key, value] of Object.entries(context)) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    const values: readonly Raw[] = [
      null,
      ...(KEYS.find((one) => one.key === key)?.values ?? []),
      ...substrings(key, line),
    ];
    found.push({
      names: [key],
      isGap: false,
      choices: values.map((one) => (copy) => {
        (copy.context as RawObject)[key] = one;
      }),
    });
  }
  const policies = line.policies as { [type: string]: Raw };
  for (const type of ['identity', 'boundary', 'session', 'resource']) {
    const documents = Array.isArray(policies[type]) ? policies[type] : [policies[type] ?? null];
    const ids = documents.flatMap((one, index) =>
      isUnread(one) ? (type === 'resource' ? type : `${type}/${index}`) : [],
    );
    if (ids.length > 0)
      found.push(unreadGroup(ids, type, (copy) => (copy.policies as RawObject)[type] ?? null));
  }
  (Array.isArray(policies.scp) ? policies.scp : []).forEach((level, index) => {
    const documents = Array.isArray(level) ? level : [];
    const ids = documents.flatMap((one, at) => (isUnread(one) ? `scp/${index}/${at}` : []));
    const get = (copy: RawObject): Raw => ((copy.policies as RawObject).scp as Raw[])[index] ?? null;
    if (ids.length > 0) found.push(unreadGroup(ids, 'scp', get));
  });
  const hole = HOLES.find(([, resource]) => resource === line.resource);
  if (hole)
    found.push({
      names: ['resource-text'],
      isGap: false,
      choices: hole[2].map((filling) => (copy) => {
        copy.resource = hole[1].replace('*', () => filling);
      }),
    });
  const spoiled = (policies.identity as Raw[]).findIndex((one) => JSON.stringify(one).includes('"Bad"'));
  if (spoiled >= 0)
    found.push({
      names: [`identity/${spoiled}`],
      isGap: true,
      choices: [false, true].map((reading) => (_copy, rulings) => {
        rulings.bad = reading;
      }),
    });
  const rules = {
    wildcardService: 'whether {"AWS": "*"} allows a service principal',
    boundaryBindsDirectUser: 'whether a permissions boundary binds a user whom a trust policy names',
    refusesUnsigned: 'whether the service answers requests that nobody signed',
  } as const;
  for (const [rule, name] of Object.entries(rules) as [keyof typeof rules, string][])
    found.push({
      names: [name],
      isGap: true,
      choices: [false, true].map((reading) => (_copy, rulings) => {
        rulings[rule] = reading;
      }),
    });
  const written = [policies.resource, policies.endpoint].flatMap((raw) =>
    typeof raw === 'object' && raw !== null && !Array.isArray(raw) && Array.isArray(raw.Statement)
      ? raw.Statement
      : [],
  );
  for (const statement of new Set(written.map((one) => JSON.stringify(one))))
    if (statement.includes('"NotPrincipal"'))
      found.push({
        names: ['a NotPrincipal that lists only part of session, role and account'],
        isGap: true,
        choices: [false, true].map((reading) => (_copy, rulings) => {
          if (reading) rulings.partialNotPrincipal = new Set([...rulings.partialNotPrincipal, statement]);
        }),
      });
  const isOfSession = String(line.principal) === 'arn:aws:iam::111111111111:role/app';
  if (isOfSession)
    found.push({
      names: ['aws:userid'],
      isGap: false,
      choices: ['', 's1'].map((name) => (copy) => {
        if (name !== '') copy.principal = `arn:aws:sts::111111111111:assumed-role/app/${name}`;
      }),
    });
  return found;
}

/** What may fill `${aws:username}` in a resource of the vocabulary. */
function substrings(key: string, line: RawObject): readonly Raw[] {
  return key === 'aws:username' && String(line.resource).includes('/app/') ? ['app'] : [];
}

function isUnread(raw: Raw | undefined): boolean {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw) && raw.unknown === true;
}

function unreadGroup(ids: readonly string[], type: string, get: (copy: RawObject) => Raw): Unknown {
  const say = (effect: string, principal: Raw): RawObject => ({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: effect,
        Action: '*',
        Resource: '*',
        ...(type === 'resource' ? { Principal: principal } : {}),
      },
    ],
  });
  const empty = { Version: '2012-10-17', Statement: [] };
  const readings: readonly (RawObject | 'entity' | 'account')[] =
    type === 'resource'
      ? [empty, say('Allow', '*'), 'entity', 'account', say('Deny', '*')]
      : [empty, say('Allow', '*'), say('Deny', '*')];
  return {
    names: ids,
    isGap: true,
    choices: readings.map((reading) => (copy) => {
      const who = String(copy.principal);
      const role = who.includes('assumed-role') ? 'arn:aws:iam::111111111111:role/app' : who;
      const filled =
        reading === 'entity'
          ? role.includes(':role/')
            ? say('Allow', { AWS: role })
            : empty
          : reading === 'account'
            ? say('Allow', { AWS: who.split(':')[4] ?? '' })
            : reading;
      const group = get(copy);
      if (Array.isArray(group))
        group.forEach((one, at) => {
          if (isUnread(one)) group.splice(at, 1, structuredClone(filled));
        });
      else (copy.policies as RawObject)[type] = structuredClone(filled);
    }),
  };
}
