// A second evaluator, naive on purpose: it interprets raw JSON for one fully known world, and tries all worlds by brute force.
// It shares no code with the evaluator it checks.
export type Raw = null | boolean | number | string | Raw[] | { [key: string]: Raw };
export type RawObject = { [key: string]: Raw };

/** How the disputed rules are read in a world; `bad`: whether a condition that cannot be read holds. */
export interface Rulings {
  readonly wildcardService: boolean;
  /** The statements, as JSON text, whose partial NotPrincipal does not spare the requester. */
  readonly partialNotPrincipal: ReadonlySet<string>;
  readonly boundaryBindsDirectUser: boolean;
  /** Whether services of which AWS does not say it refuse what nobody signed. */
  readonly refusesUnsigned: boolean;
  readonly bad: boolean;
}

interface Who {
  readonly kind: 'role' | 'user' | 'root' | 'service' | 'anonymous';
  readonly arn: string;
  readonly account: string;
  readonly session: string;
}

interface Ask {
  readonly who: Who;
  readonly action: string;
  readonly resource: string;
  readonly context: Map<string, string[]>;
  readonly hasBoundary: boolean;
  readonly rulings: Rulings;
}

const list = (raw: Raw | undefined): Raw[] =>
  raw === undefined || raw === null ? [] : Array.isArray(raw) ? raw : [raw];
const object = (raw: Raw | undefined): RawObject =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? raw : {};

function glob(pattern: string, value: string, any = '[\\s\\S]'): boolean {
  const source = [...pattern].map((c) =>
    c === '*' ? `${any}*` : c === '?' ? any : c.replace(/[^\w]/, '\\$&'),
  );
  return new RegExp(`^${source.join('')}$`).test(value);
}

function who(text: string): Who {
  const [, , service = '', , account = '', resource = ''] = text.split(':');
  if (text === 'anonymous') return { kind: 'anonymous', arn: '', account: '', session: '' };
  if (!text.startsWith('arn:')) return { kind: 'service', arn: text, account: '', session: '' };
  if (resource === 'root') return { kind: 'root', arn: text, account, session: '' };
  const [type = '', name = '', session = ''] = resource.split('/');
  if (service === 'sts')
    return {
      kind: 'role',
      arn: `arn:aws:iam::${account}:role/${name}`,
      account,
      session: `${name}/${session}`,
    };
  return { kind: type as 'role' | 'user', arn: text, account, session: '' };
}

/** Fills `${key}`; null when a key has no single value. Literal text is kept apart from wildcards by marking it. */
function fill(text: string, version: Raw | undefined, ask: Ask, regex: boolean): string | null {
  const quote = (plain: string) =>
    regex ? plain.replace(/[*?]/g, (c) => (c === '*' ? '\u0001' : '\u0002')) : plain;
  if (version !== '2012-10-17') return text;
  let isMissing = false;
  const filled = text.replace(/\$\{([^}]+)\}/g, (_all, name: string) => {
    if (name === '*' || name === '?' || name === '$') return quote(name);
    const [key = '', fallback] = name.split(/, ?/);
    const values = ask.context.get(key.toLowerCase());
    if (values?.length === 1) return quote(values[0] ?? '');
    if (fallback !== undefined) return quote(fallback.replaceAll("'", ''));
    isMissing = true;
    return '';
  });
  return isMissing ? null : filled;
}
const marked = (value: string) => value.replaceAll('*', '\u0001').replaceAll('?', '\u0002');

function arnGlob(pattern: string, value: string): boolean {
  const [p, v] = [pattern.split(':'), value.split(':')];
  if (p.length < 6 || v.length < 6) return false;
  return (
    [0, 1, 2, 3, 4].every((i) => glob(p[i] ?? '', v[i] ?? '')) &&
    glob(p.slice(5).join(':'), v.slice(5).join(':'))
  );
}

/** A `*` that ends one of the first five fields as written may run over colons. */
function runsOn(pattern: string, value: string): boolean {
  const source = pattern.split(':').map((field, index) => {
    if (index > 4) return field;
    const head = field.endsWith('*') ? field.slice(0, -1) : field;
    const tail = field.endsWith('*') ? '*' : '';
    return head.replaceAll('*', '\u0003').replaceAll('?', '\u0004') + tail;
  });
  const regex = [...source.join(':')]
    .map((c) => {
      if (c === '*') return '[\\s\\S]*';
      if (c === '?') return '[\\s\\S]';
      if (c === '\u0003') return '[^:]*';
      return c === '\u0004' ? '[^:]' : c.replace(/[^\w]/, '\\$&');
    })
    .join('');
  return new RegExp(`^${regex}$`).test(value);
}

function resourceListed(text: string, type: string, version: Raw | undefined, ask: Ask): boolean {
  if (/^\*+$/.test(text)) return true;
  if (ask.resource === '*') return false;
  const pattern = fill(text, version, ask, true);
  if (pattern === null) return false;
  const value = marked(ask.resource);
  const fields = pattern.split(':').length;
  if (fields >= 6) return arnGlob(pattern, value) || runsOn(pattern, value);
  if (type === 'identity' || type === 'boundary')
    return arnGlob(pattern + ':*'.repeat(6 - fields), value) || runsOn(pattern, value);
  return pattern.endsWith('*') && runsOn(pattern, value);
}

function compares(operator: string, wanted: string, given: string): boolean {
  const time = (text: string) => (/^\d{5,}$/.test(text) ? Number(text) * 1000 : Date.parse(text));
  switch (operator.replace(/Not(?=[EL])/, '')) {
    case 'StringEquals':
      return wanted === given;
    case 'StringEqualsIgnoreCase':
      return wanted.toLowerCase() === given.toLowerCase();
    case 'StringLike':
      return glob(wanted, marked(given));
    case 'ArnLike':
    case 'ArnEquals':
      return wanted === '*' || arnGlob(wanted, marked(given));
    case 'NumericEquals':
      return Number(wanted) === Number(given);
    case 'NumericLessThan':
      return Number(given) < Number(wanted);
    case 'NumericGreaterThanEquals':
      return Number(given) >= Number(wanted);
    case 'DateLessThan':
      return time(given) < time(wanted);
    case 'Bool':
      return wanted.toLowerCase() === given.toLowerCase();
    case 'NotIpAddress':
    case 'IpAddress': {
      const bits = (ip: string) =>
        ip
          .split('.')
          .map((part) => Number(part).toString(2).padStart(8, '0'))
          .join('');
      const [block = '', length = '32'] = wanted.split('/');
      return bits(block).slice(0, Number(length)) === bits(given).slice(0, Number(length));
    }
    default:
      throw new Error(`the oracle knows no operator ${operator}`);
  }
}

function holds(name: string, key: string, written: Raw, version: Raw | undefined, ask: Ask): boolean {
  const [, set, operator = '', ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(name) ?? [];
  if (operator === 'Bad') return ask.rulings.bad;
  const wanted = list(written).map(String);
  const values = ask.context.get(key.toLowerCase());
  if (operator === 'Null')
    return wanted.includes(values === undefined || values.length === 0 ? 'true' : 'false');
  const isNegated = operator.includes('Not');
  if (values === undefined) return ifExists ? true : set ? set === 'ForAllValues' : isNegated;
  const isText = /Like|Arn/.test(operator);
  const one = (given: string) =>
    isNegated !==
    wanted.some((text) => {
      const filled = /String|Arn|Bool/.test(operator) ? fill(text, version, ask, isText) : text;
      return filled !== null && compares(operator, filled, given);
    });
  if (set === 'ForAllValues') return values.every(one);
  if (set === 'ForAnyValue') return values.some(one);
  return values.length === 0 ? isNegated : values.length === 1 && one(values[0] ?? '');
}

interface Reach {
  dir: boolean;
  ent: boolean;
  acct: boolean;
}

function reach(statement: RawObject, ask: Ask): Reach {
  const none = { dir: false, ent: false, acct: false };
  const { who: w } = ask;
  const isDeny = statement.Effect === 'Deny';
  const written = statement.NotPrincipal ?? statement.Principal;
  const aws = written === '*' ? ['*'] : list(object(written).AWS);
  const services = list(object(written).Service);
  const root = `arn:aws:iam::${w.account}:root`;
  const session = `arn:aws:sts::${w.account}:assumed-role/${w.session}`;
  const isAll = aws.includes('*');
  const namesAccount = w.account !== '' && (aws.includes(w.account) || aws.includes(root));
  const namesSession = w.kind === 'role' && w.session !== '' && aws.includes(session);
  if (statement.NotPrincipal !== undefined) {
    const chain =
      w.kind === 'service'
        ? [services.includes(w.arn)]
        : w.kind === 'anonymous'
          ? [false]
          : w.kind === 'root'
            ? [namesAccount]
            : w.kind === 'user'
              ? [aws.includes(w.arn), namesAccount]
              : [namesSession, aws.includes(w.arn), namesAccount];
    const listed = isAll || chain.every(Boolean) ? true : chain.some(Boolean) ? 'partly' : false;
    const isBound = isDeny && ask.hasBoundary && (w.kind === 'role' || w.kind === 'user');
    return {
      ...none,
      dir:
        isBound ||
        listed === false ||
        (listed === 'partly' && ask.rulings.partialNotPrincipal.has(JSON.stringify(statement))),
    };
  }
  if (w.kind === 'service') {
    const isWild = written === '*' || (isAll && (isDeny || ask.rulings.wildcardService));
    return { ...none, dir: isWild || services.includes(w.arn) };
  }
  if (w.kind === 'anonymous') return { ...none, dir: isAll };
  return {
    dir: isAll || namesSession || (w.kind === 'user' && aws.includes(w.arn)),
    ent: w.kind === 'role' && aws.includes(w.arn),
    acct: namesAccount,
  };
}

interface Sum {
  deny: boolean;
  dir: boolean;
  ent: boolean;
  acct: boolean;
}

function sum(documents: Raw[], type: string, ask: Ask): Sum {
  const total = { deny: false, dir: false, ent: false, acct: false };
  for (const document of documents) {
    const { Version: version, Statement } = object(document);
    for (const raw of list(Statement)) {
      const statement = object(raw);
      const action = (text: Raw) =>
        text === '*' ||
        (String(text).includes(':') && glob(String(text).toLowerCase(), ask.action.toLowerCase()));
      const resource = (text: Raw) => resourceListed(String(text), type, version, ask);
      if (statement.Action !== undefined && !list(statement.Action).some(action)) continue;
      if (statement.NotAction !== undefined && list(statement.NotAction).some(action)) continue;
      if (statement.Resource !== undefined && !list(statement.Resource).some(resource)) continue;
      if (statement.NotResource !== undefined && list(statement.NotResource).some(resource)) continue;
      if (
        statement.Resource === undefined &&
        statement.NotResource === undefined &&
        /^kms:/i.test(ask.action)
      )
        continue;
      const conditions = Object.entries(object(statement.Condition)).flatMap(([name, keys]) =>
        Object.entries(object(keys)).map(([key, values]) => holds(name, key, values, version, ask)),
      );
      if (conditions.includes(false)) continue;
      const found = ['resource', 'rcp', 'endpoint'].includes(type)
        ? reach(statement, ask)
        : { dir: true, ent: false, acct: false };
      if (statement.Effect === 'Deny') total.deny ||= found.dir || found.ent || found.acct;
      else {
        total.dir ||= found.dir;
        total.ent ||= found.ent;
        total.acct ||= found.acct;
      }
    }
  }
  return total;
}

/** Whether the request, in the form of `hatstack simulate` with every key known or absent, is allowed. */
export function naiveAllows(line: RawObject, rulings: Rulings): boolean {
  const policies = object(line.policies);
  const w = who(String(line.principal));
  const resource = String(line.resource);
  const ownerOf = resource.split(':')[4] || w.account;
  const owner = line.resourceAccount === undefined ? ownerOf : String(line.resourceAccount);
  const context = new Map<string, string[]>();
  const types = { role: 'AssumedRole', user: 'User', root: 'Account', service: '', anonymous: 'Anonymous' };
  if (w.account !== '') {
    context.set('aws:principalarn', [w.arn]);
    context.set('aws:principalaccount', [w.account]);
  }
  if (types[w.kind] !== '') context.set('aws:principaltype', [types[w.kind]]);
  if (w.kind === 'anonymous') context.set('aws:principalaccount', ['anonymous']);
  else context.set('aws:principalisawsservice', [String(w.kind === 'service')]);
  const named = line.resourceAccount !== undefined || resource.split(':')[4] ? owner : '';
  if (named !== '') context.set('aws:resourceaccount', [named]);
  for (const [key, value] of Object.entries(object(line.context))) {
    context.delete(key.toLowerCase());
    if (value !== null) context.set(key.toLowerCase(), list(value).map(String));
  }
  const hasEntity = w.kind === 'role' || w.kind === 'user';
  const boundaries = hasEntity ? list(policies.boundary) : [];
  const ask: Ask = {
    who: w,
    action: String(line.action),
    resource,
    context,
    hasBoundary: boundaries.length > 0,
    rulings,
  };
  const on = (raw: Raw | undefined, type: string) => sum(list(raw), type, ask);
  const isPass = /^iam:passrole$/i.test(ask.action);
  const id = on(hasEntity ? policies.identity : [], 'identity');
  const pb = on(boundaries, 'boundary');
  const session = list(hasEntity ? policies.session : []);
  const ss = on(session, 'session');
  const rp = on(isPass ? [] : policies.resource, 'resource');
  const vpce = on(policies.endpoint, 'endpoint');
  const scps = (w.account === '' ? [] : list(policies.scp)).map((level) => on(level, 'scp'));
  const bindsRcp = /^(sts|s3|kms|sqs):/i.test(ask.action);
  const rcps = (bindsRcp ? list(policies.rcp) : []).map((level) => on(level, 'rcp'));
  const PB = boundaries.length === 0 || pb.dir;
  const SS = session.length === 0 || ss.dir;
  const ID = w.kind === 'root' || (id.dir && PB && SS);
  const isCross = w.account !== '' && owner !== w.account;
  const explicit = /^sts:assumerole$/i.test(ask.action) || (/^kms:/i.test(ask.action) && resource !== '*');
  const isDisputed = w.kind === 'user' && /^sts:assumerole$/i.test(ask.action) && !PB;
  const dir = rp.dir && !(isDisputed && !isCross && rulings.boundaryBindsDirectUser);
  const filters = w.kind === 'root' || (PB && SS);
  const GRANT =
    w.account === ''
      ? rp.dir
      : isCross
        ? (rp.dir || rp.ent || rp.acct) && ID
        : dir || (rp.ent && filters) || (explicit ? rp.acct && ID : ID);
  const isRefused =
    (w.kind === 'root' && /^sts:assumerole$/i.test(ask.action)) ||
    (w.kind === 'anonymous' && /^(sts|kms):/i.test(ask.action)) ||
    (w.kind === 'anonymous' && !/^(s3|sqs):/i.test(ask.action) && rulings.refusesUnsigned) ||
    (isCross && isPass) ||
    (isCross && /^kms:schedulekeydeletion$/i.test(ask.action));
  const DENY = [id, pb, ss, rp, vpce, ...scps, ...rcps].some((one) => one.deny);
  const VPCE = list(policies.endpoint).length === 0 || vpce.dir || vpce.ent || vpce.acct;
  return !DENY && scps.every((level) => level.dir) && VPCE && GRANT && !isRefused;
}
