// The shape of the OpenAPI document, as the door writes it, the readable page shows it and the client is made from it.

/** A schema of JSON Schema 2020-12: the part of it that our own schemas come to. */
export type Schema = {
  $ref?: string;
  type?: string;
  format?: string;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  items?: Schema;
  prefixItems?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  contentMediaType?: string;
};

export type Parameter = {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description: string;
  schema: Schema;
  example?: unknown;
};
type Example = { summary: string; value: unknown };
export type Media = { schema: Schema; example?: unknown; examples?: Record<string, Example> };
export type Reply = {
  description: string;
  headers?: Record<string, { $ref: string }>;
  content?: Record<string, Media>;
};
export type OperationDoc = {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  security: Record<string, string[]>[];
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Record<string, Media> };
  responses: Record<string, Reply | { $ref: string }>;
};
export type Methods = 'get' | 'post' | 'put' | 'patch' | 'delete';
export type ApiDocument = {
  openapi: '3.1.0';
  info: { title: string; version: string; summary: string; description: string };
  servers: { url: string; description: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Partial<Record<Methods, OperationDoc>>>;
  components: {
    schemas: Record<string, Schema>;
    responses: Record<string, Reply>;
    headers: Record<string, { description: string; schema: Schema; example: unknown }>;
    securitySchemes: Record<string, Record<string, string>>;
  };
};

/** The chapters of the document in the order of work: what a path's noun belongs to. A new noun needs its chapter here. */
export const chapters: { name: string; description: string; nouns: string[] }[] = [
  {
    name: 'Account',
    description: 'Who is asking, their access tokens, sessions and drafts.',
    nouns: ['me', 'tokens', 'sessions', 'drafts'],
  },
  {
    name: 'Projects',
    description: 'Projects, their members and settings, and what they come to at a glance.',
    nouns: ['projects', 'members', 'invitations', 'overview', 'archive', 'archives', 'origin', 'take-back'],
  },
  {
    name: 'Articles',
    description: 'Texts to the letter, with their versions; publishers; files on their way to become articles.',
    nouns: ['articles', 'publishers', 'uploads'],
  },
  {
    name: 'Highlights and tags',
    description:
      'Words that somebody marked, and what they say they mean: a mention of an entity or a citation of a claim.',
    nouns: ['highlights', 'tags', 'suggestion-refusals'],
  },
  {
    name: 'Entities',
    description: 'People, places, organisations and events; which are the same and which are not.',
    nouns: [
      'entities',
      'entity-types',
      'entity-names',
      'merges',
      'splits',
      'likenesses',
      'distinctions',
      'name-counts',
    ],
  },
  {
    name: 'Claims',
    description: 'Statements with their citations, assessments and approvals.',
    nouns: ['claims', 'claim-statements', 'claim-speakers', 'views', 'contradictions', 'corroboration', 'linchpin'],
  },
  {
    name: 'Echoes',
    description: 'Passages that several articles share, and where they come from.',
    nouns: ['echoes', 'echoed-tags', 'echo-map'],
  },
  { name: 'Grades', description: 'How reliable a source is and how credible what it says.', nouns: ['grades'] },
  {
    name: 'Questions',
    description: 'What is asked, with its answers and judgements.',
    nouns: ['questions', 'answers'],
  },
  {
    name: 'Reviews',
    description: 'Verdicts on tags and claims, the queue of what waits, and how far people agree.',
    nouns: ['reviews', 'review-queue', 'holds', 'agreement'],
  },
  {
    name: 'Rounds',
    description: 'Work on the same articles or claims without seeing each other, and the decision between the answers.',
    nouns: ['rounds', 'round-preview', 'adjudications', 'decisions'],
  },
  { name: 'Threads', description: 'What is said about a thing, and what came of it.', nouns: ['threads', 'comments'] },
  {
    name: 'Exports and imports',
    description: 'What leaves the project, with its manifest, and what is brought in.',
    nouns: ['exports', 'export-jobs', 'export-preview', 'imports', 'import-preview', 'links', 'shares', 'markings'],
  },
  {
    name: 'Changes',
    description: 'The log: as a feed by cursor, as a stream, in words, and sent to an address of yours.',
    nouns: ['changes', 'events', 'history', 'live', 'presence', 'webhooks', 'deliveries', 'notifications'],
  },
  { name: 'Search', description: 'One search over everything in a project.', nouns: ['search'] },
];

/** The noun that a path is about: the first of it, or the one behind the project's id. */
export const nounOf = (path: string): string =>
  /^\/projects\/\{projectId\}\/([\w-]+)/.exec(path)?.[1] ?? /^\/([\w-]+)/.exec(path)?.[1] ?? '';

// Of the thing that they are made of: the merges of claims are told with the claims.
const LESSER = ['merges', 'splits', 'distinctions'];
const chapterFor = (noun: string) => chapters.find(({ nouns }) => nouns.includes(noun))?.name;

/** The chapter of a path: of the last noun in it that has one. Null where the noun that it is about has none. */
export function chapterOf(path: string): string | null {
  const own = chapterFor(nounOf(path));
  if (!own) return null;
  const words = [...path.matchAll(/\/([\w-]+)/g)].map((match) => match[1]!).filter((word) => !LESSER.includes(word));
  return chapterFor(words.findLast((word) => chapterFor(word)) ?? '') ?? own;
}

/** The last part of a reference: the name of a component. */
export const nameIn = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);
