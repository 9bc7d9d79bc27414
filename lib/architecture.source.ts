import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { isTest } from './architecture.plan';

// What the rules of architecture.test.ts look at: the files of the house as text, and what each one imports and does.

/** Path from the root of the repository, with forward slashes → the file's text (empty where no rule asks for it). */
export type House = ReadonlyMap<string, string>;

/** `later`: fetched by `import()` when it is wanted, or run elsewhere as a worker. */
export type Import = { line: number; typeOnly: boolean; later: boolean } & (
  { path: string; package?: undefined } | { package: string; path?: undefined }
);

export type Page = {
  path: string;
  lines: number;
  imports: Import[];
  /** Lines on which the file does something that has one place only. */
  transactions: number[];
  environment: number[];
  serverActions: number[];
  serverSessions: number[];
  routerRefreshes: number[];
  /** Reads of what may be hidden from somebody, in a function that never asks `visible`. */
  openReads: number[];
  /** Calls of a command that is declared in the same file. */
  commandCalls: number[];
  exportsEverything: number[];
  onlyReExports: boolean;
  /** Names of exported components: functions and constants in PascalCase. */
  components: string[];
};

export type Rule = {
  rule: string;
  /** Complaints about a house, each with the path in it; none where the rule holds. */
  check: (house: House) => string[];
  /** Faults that must be reported: files laid over the clean house, the first of which is the one complained about. */
  faults: Record<string, string>[];
};

const CODE = /\.(ts|tsx|js|mjs|cjs)$/;
const READ =
  /^((app|components|lib|scripts|e2e|bench|prisma\/seed)\/.*\.(ts|tsx|js|mjs|cjs|css)|[^/]+\.(ts|js|mjs)|docs\/architecture\.md)$/;
export const isCode = (file: string): boolean => CODE.test(file);

/** The files under `root` as they stand, without what .gitignore names. */
export function readHouse(root: string): House {
  const ignored = readFileSync(path.join(root, '.gitignore'), 'utf8').split('\n').filter(Boolean);
  const skip = (file: string) =>
    path.basename(file) === '.git' ||
    ignored.some((name) =>
      name.startsWith('*') ? file.endsWith(name.slice(1)) : file === name || file.endsWith(`/${name}`),
    );
  const house = new Map<string, string>();
  const walk = (folder: string) => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const file = folder ? `${folder}/${entry.name}` : entry.name;
      if (skip(file)) continue;
      if (entry.isDirectory()) walk(file);
      else house.set(file, READ.test(file) ? readFileSync(path.join(root, file), 'utf8') : '');
    }
  };
  walk('');
  return house;
}

const OURS = /^(app|components|lib|scripts|e2e|bench|prisma\/seed)\//;
/** The code that we write; and of it what is no test. */
export const ours = (house: House): Page[] => pagesOf(house).filter(({ path }) => OURS.test(path));
export const shipped = (house: House): Page[] => ours(house).filter(({ path }) => !isTest(path));

/** `lib/x.ts:3 says` for each of the lines. */
export const at = (page: Page, lines: number[], says: string): string[] =>
  lines.map((line) => `${page.path}:${line} ${says}`);

/** The same for each import of the file that `says` has something to say about. */
export const imports = (page: Page, says: (one: Import) => string | false | undefined): string[] =>
  page.imports.flatMap((one) => at(page, says(one) ? [one.line] : [], says(one) || ''));

const opened = new WeakMap<House, Page[]>();
/** Every code file of the house, read once. */
export function pagesOf(house: House): Page[] {
  let pages = opened.get(house);
  if (!pages) {
    pages = [...house].filter(([file]) => isCode(file)).map(([file, source]) => inspect(house, file, source));
    opened.set(house, pages);
  }
  return pages;
}

/** Reads one file: static, dynamic and type imports, `require`, re-exports and workers, and the marks of `Page`. */
function inspect(house: House, file: string, source: string): Page {
  const script = /x$/.test(file) ? ts.ScriptKind.TSX : undefined;
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, script);
  const line = (node: ts.Node) => tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
  const page: Page = {
    path: file,
    lines: source.replace(/\n$/, '').split('\n').length,
    imports: [],
    transactions: [],
    environment: [],
    serverActions: [],
    serverSessions: [],
    routerRefreshes: [],
    openReads: tree.statements
      .filter((one) => !/\bvisible\(/.test(one.getText(tree)))
      .flatMap((one) => guardedReads(one).map(line)),
    commandCalls: [],
    exportsEverything: [],
    onlyReExports: onlyReExports(tree),
    components: tree.statements.flatMap(exportedNames).filter((name) => /^[A-Z]\w*[a-z]/.test(name)),
  };
  const commands = new Set(tree.statements.flatMap(declaredCommands));
  const visit = (node: ts.Node): void => {
    const imported = importIn(node);
    if (imported) page.imports.push({ ...imported, ...resolve(house, file, imported.from), line: line(node) });
    if (nameOf(node) === '$transaction') page.transactions.push(line(node));
    if (nameOf(node) === 'getServerSession') page.serverSessions.push(line(node));
    if (isEnvironment(node)) page.environment.push(line(node));
    if (isDirective(node, 'use server')) page.serverActions.push(line(node));
    if (ts.isExportDeclaration(node) && node.moduleSpecifier && !node.exportClause)
      page.exportsEverything.push(line(node));
    if (isRouterRefresh(node)) page.routerRefreshes.push(line(node));
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && commands.has(node.expression.text))
      page.commandCalls.push(line(node));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return page;
}

const text = (node: ts.Node | undefined) => (node && ts.isStringLiteralLike(node) ? node.text : undefined);
const nameOf = (node: ts.Node) =>
  ts.isIdentifier(node) ? node.text : ts.isElementAccessExpression(node) ? text(node.argumentExpression) : undefined;

/** The module that a node imports, if it is an import of any sort. */
function importIn(node: ts.Node): { from: string; typeOnly: boolean; later: boolean } | undefined {
  const found = (from: string | undefined, typeOnly = false, later = false) =>
    from === undefined ? undefined : { from, typeOnly, later };
  if (ts.isImportDeclaration(node)) return found(text(node.moduleSpecifier), bringsOnlyTypes(node));
  if (ts.isExportDeclaration(node)) return found(text(node.moduleSpecifier), node.isTypeOnly);
  if (ts.isImportTypeNode(node))
    return found(ts.isLiteralTypeNode(node.argument) ? text(node.argument.literal) : undefined, true);
  if (ts.isExternalModuleReference(node)) return found(text(node.expression));
  if (ts.isCallExpression(node)) {
    const later = node.expression.kind === ts.SyntaxKind.ImportKeyword;
    const loads = later || nameOf(node.expression) === 'require';
    return loads ? found(text(node.arguments[0]), false, later) : undefined;
  }
  // new URL('./x.worker.ts', import.meta.url): how a browser loads a worker.
  if (
    ts.isNewExpression(node) &&
    nameOf(node.expression) === 'URL' &&
    node.arguments?.[1]?.getText() === 'import.meta.url'
  )
    return found(text(node.arguments?.[0]), false, true);
  return undefined;
}

function bringsOnlyTypes({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.isTypeOnly) return true;
  const { namedBindings } = importClause;
  return (
    !importClause.name &&
    !!namedBindings &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every((one) => one.isTypeOnly)
  );
}

/** `@/x`, `./x` and `../x` are files of the house, with the extension found there; everything else is a package. */
function resolve(house: House, from: string, module: string): { path: string } | { package: string } {
  if (!/^(@\/|\.)/.test(module)) return { package: module };
  const plain = module.startsWith('@/') ? module.slice(2) : path.posix.join(path.posix.dirname(from), module);
  const stem = plain.replace(/\.js$/, '');
  const tries = [plain, `${stem}.ts`, `${stem}.tsx`, `${plain}.mjs`, `${plain}.js`, `${plain}/index.ts`];
  return { path: tries.find((one) => house.has(one)) ?? (path.posix.extname(plain) ? plain : `${plain}.ts`) };
}

/** `process.env` in any spelling, other than `process.env.NODE_ENV` and `process.env.NEXT_RUNTIME`. */
function isEnvironment(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) return /^(node:)?process$/.test(text(node.moduleSpecifier) ?? '');
  if (ts.isVariableDeclaration(node)) return ts.isObjectBindingPattern(node.name) && isProcess(node.initializer);
  if (ts.isElementAccessExpression(node)) return nameOf(node) === 'env' && isProcess(node.expression);
  if (!ts.isPropertyAccessExpression(node) || node.name.text !== 'env' || !isProcess(node.expression)) return false;
  const { parent } = node;
  return !(ts.isPropertyAccessExpression(parent) && ['NODE_ENV', 'NEXT_RUNTIME'].includes(parent.name.text));
}
const isProcess = (node: ts.Node | undefined) => !!node && /^(globalThis\.)?process$/.test(node.getText());

const isDirective = (node: ts.Node, words: string) => ts.isExpressionStatement(node) && text(node.expression) === words;

const isRouterRefresh = (node: ts.Node) =>
  ts.isPropertyAccessExpression(node) &&
  node.name.text === 'refresh' &&
  /^(\w*router|useRouter\(\))$/i.test(node.expression.getText());

/** Reads through Prisma of the tables that `visible` filters. */
function guardedReads(node: ts.Node): ts.Node[] {
  const read = /\b(tag|assessment|review|thread|comment|event)\.(find\w+|count|groupBy|aggregate)$/;
  const own = ts.isCallExpression(node) && read.test(node.expression.getText()) ? [node] : [];
  const below: ts.Node[] = [];
  ts.forEachChild(node, (child) => void below.push(...guardedReads(child)));
  return [...own, ...below];
}

/** A file that only passes on what others export. */
function onlyReExports(tree: ts.SourceFile): boolean {
  const passesOn = (one: ts.Statement) =>
    ts.isImportDeclaration(one) || ts.isExportDeclaration(one) || ts.isExportAssignment(one);
  return tree.statements.some((one) => ts.isExportDeclaration(one)) && tree.statements.every(passesOn);
}

function exportedNames(statement: ts.Statement): string[] {
  const exported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword);
  if (
    ts.isExportDeclaration(statement) &&
    !statement.isTypeOnly &&
    statement.exportClause &&
    ts.isNamedExports(statement.exportClause)
  )
    return statement.exportClause.elements.filter((one) => !one.isTypeOnly).map((one) => one.name.text);
  if (ts.isExportAssignment(statement))
    return [ts.isIdentifier(statement.expression) ? statement.expression.text : 'Default'];
  if (!exported) return [];
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    return [statement.name?.text ?? 'Default'];
  return ts.isVariableStatement(statement)
    ? statement.declarationList.declarations.map((one) => one.name.getText())
    : [];
}

/** `saveHighlight` of `export const saveHighlight = command(…)`. */
function declaredCommands(statement: ts.Statement): string[] {
  if (!ts.isVariableStatement(statement)) return [];
  const declares = ({ initializer }: ts.VariableDeclaration) =>
    !!initializer &&
    ts.isCallExpression(initializer) &&
    /^(command|accountCommand)$/.test(initializer.expression.getText());
  return statement.declarationList.declarations.filter(declares).map((one) => one.name.getText());
}

/** The files that come along with one of these, each with the way to it; what is fetched later does not. Reads no others. */
export function comingAlong(house: House, from: readonly string[]): { page: Page; way: string[] }[] {
  const found: { page: Page; way: string[] }[] = [];
  const ways = new Map(from.map((path) => [path, [path]]));
  for (const [path, way] of ways) {
    const source = house.get(path);
    if (source === undefined || !isCode(path)) continue;
    const page = inspect(house, path, source);
    found.push({ page, way });
    for (const one of page.imports)
      if (one.path && !one.typeOnly && !one.later && !ways.has(one.path)) ways.set(one.path, [...way, one.path]);
  }
  return found;
}

/** Circles of imports, each as the shortest way round from its alphabetically first file. */
export function circlesOf(house: House): string[][] {
  const edges = new Map(pagesOf(house).map((page) => [page.path, page.imports.flatMap((one) => one.path ?? [])]));
  const circles: string[][] = [];
  const told = new Set<string>();
  for (const start of [...edges.keys()].sort()) {
    const circle = told.has(start) ? undefined : shortestWayBack(edges, start);
    if (!circle) continue;
    circles.push(circle);
    for (const file of circle) told.add(file);
  }
  return circles;
}

function shortestWayBack(edges: Map<string, string[]>, start: string): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const next of edges.get(at) ?? []) {
      if (next === start) {
        const way = [at];
        while (way[0] !== start) way.unshift(cameFrom.get(way[0]!)!);
        return way;
      }
      if (!cameFrom.has(next)) {
        cameFrom.set(next, at);
        queue.push(next);
      }
    }
  }
  return undefined;
}
