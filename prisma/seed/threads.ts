import type { AccountKey } from './accounts';
import type { ArticleKey } from './articles';
import type { ClaimKey } from './claims';
import type { EntityKey } from './entities';

/** One paragraph, in pieces: plain words, words in italics, or the @mention of a member. */
export type Inline = string | { italic: string } | { mention: AccountKey };

/** With `blocksApproval` the comment is an objection; `lifted` says who lifts it, and why. */
export type CommentSeed = {
  by: AccountKey;
  body: Inline[];
  blocksApproval?: true;
  lifted?: { by: AccountKey; reason: string };
};

export type ThreadSubject =
  | { type: 'article'; key: ArticleKey }
  | { type: 'entity'; key: EntityKey }
  | { type: 'claim'; key: ClaimKey }
  | { type: 'highlight' | 'tag'; key: string };

/** The first comment opens the thread, unless `afterReview`: then all are replies in the one that a review's reason opened. */
export type ThreadSeed = {
  subject: ThreadSubject;
  afterReview?: true;
  comments: CommentSeed[];
  outcome?: {
    kind: 'settled' | 'agreed-to-differ';
    note: string;
    by: AccountKey;
    /** What each side holds, where they agreed to differ. */
    positions?: [AccountKey, string][];
  };
};

const onClaims: ThreadSeed[] = [
  {
    subject: { type: 'claim', key: 'five-districts' },
    comments: [
      {
        by: 'tomasz',
        blocksApproval: true,
        body: [
          'Every account of this reaches us through one broadcaster, and most of it comes from Dushanbe, which has its ' +
            'own reasons. The Taliban deny it. I do not want it approved before we have one voice from the Afghan bank ' +
            'that we can describe, and that says ',
          { italic: 'in charge' },
          ' and not merely ',
          { italic: 'there' },
          '.',
        ],
      },
      {
        by: 'ines',
        body: [
          'The witnesses of September are on the Afghan bank, and they name the districts. What they lack is a ' +
            'description, not a place.',
        ],
      },
      {
        by: 'ruth',
        body: [
          'As it stands I cannot approve it. ',
          { mention: 'daniel' },
          ', the objection is yours to weigh: is this about the evidence, or about how sure we say we are?',
        ],
      },
    ],
  },
  {
    subject: { type: 'claim', key: 'founded-2010' },
    comments: [
      {
        by: 'tomasz',
        body: [
          'Three articles give 2010, but in the same paragraph, word for word. To me that is one account that has been ' +
            'printed three times.',
        ],
      },
      {
        by: 'ines',
        body: [
          'Agreed on the count. It is still the only account that comes with an event beside it: the group claimed the ' +
            'bombing at Khujand in September 2010.',
        ],
      },
      { by: 'tomasz', body: ['A group may be four years old when it first claims something. Who could we ask?'] },
    ],
  },
  {
    subject: { type: 'claim', key: 'born-in-nourobod' },
    comments: [
      {
        by: 'tomasz',
        body: [
          { mention: 'ines' },
          ', you tagged Sherbegiyon. Does the village lie in Nourobod district? Then both can be true, and we should ' +
            'say so on both claims.',
        ],
      },
    ],
  },
  {
    subject: { type: 'claim', key: 'declared-readiness' },
    comments: [
      {
        by: 'ines',
        blocksApproval: true,
        body: ['If we export this, somebody will quote the statement and leave out that we do not believe it.'],
        lifted: {
          by: 'daniel',
          reason:
            'The likelihood stands beside the statement in everything we export, and a rumour that is on record with ' +
            'its origin does less harm than one that is not. The worry is printed as dissent.',
        },
      },
    ],
    outcome: {
      kind: 'agreed-to-differ',
      note: 'Exported with its likelihood and with this dissent.',
      positions: [
        ['ines', 'A statement that we do not believe should not leave the house, whatever stands beside it.'],
        ['daniel', 'A rumour on record, with its origin and its likelihood, does less harm than one that is not.'],
      ],
      by: 'daniel',
    },
  },
];

const onPlaces: ThreadSeed[] = [
  {
    subject: { type: 'entity', key: 'badakhshon' },
    comments: [
      {
        by: 'tomasz',
        body: [
          'One letter apart and a river between them: Badakhshan is Afghan, Badakhshon is Tajik. In ',
          { italic: 'Dushanbe weighs reports of a planned crossing' },
          ' both stand in one article.',
        ],
      },
      { by: 'ines', body: ['I have looked through my tags. All of mine are the Afghan one, except Gorno-Badakhshan.'] },
      { by: 'ruth', body: ['Good. Then let us record it, so that nobody merges them.'] },
    ],
    outcome: { kind: 'settled', note: 'These two places are not the same.', by: 'ruth' },
  },
  {
    subject: { type: 'entity', key: 'nasi' },
    comments: [
      {
        by: 'ines',
        body: ['I take Nasi for Nusay: the same province, the same people, and no other article knows a Nasi.'],
      },
      {
        by: 'tomasz',
        body: [
          'It may well be. But nothing in the quarterly says that it is one of the five, and a guess of ours should not ' +
            'become a fact about a district.',
        ],
      },
      { by: 'ruth', body: ['Then it stays an entity of its own, with your doubt in its description.'] },
    ],
    outcome: {
      kind: 'agreed-to-differ',
      note: 'Two entities for now.',
      positions: [
        ['ines', 'Nasi is Nusay: the same province, the same people, and no other article knows a Nasi.'],
        ['tomasz', 'Nothing in the quarterly says that it is one of the five; a guess should not become a fact.'],
      ],
      by: 'ruth',
    },
  },
];

const onPassages: ThreadSeed[] = [
  {
    subject: { type: 'tag', key: 'caption-spelling' },
    comments: [
      { by: 'ines', body: ['“Muhammadi” is new to me. A third name, or a slip?'] },
      { by: 'tomasz', body: ['A slip, I think: the line below the picture has “Muhammad” for the same man.'] },
    ],
    outcome: { kind: 'settled', note: 'A slip in the caption. The name stays as cited.', by: 'ines' },
  },
  {
    subject: { type: 'tag', key: 'villagers-saw-him' },
    afterReview: true,
    comments: [
      {
        by: 'tomasz',
        body: [
          'True, taken by itself. I read it with the sentences before, where he is in charge of the place that he comes ' +
            'back to. I could mark it as implied.',
        ],
      },
    ],
  },
  {
    subject: { type: 'highlight', key: 'some-200-men' },
    comments: [
      {
        by: 'ruth',
        body: [
          'These are the men whom he brought ',
          { italic: 'to' },
          ' the Taliban, not the men he leads. The claim must not mix the two.',
        ],
      },
      { by: 'tomasz', body: ['That is why the draft says “with the Taliban”. Is that wide enough for you?'] },
    ],
  },
  {
    subject: { type: 'article', key: 'men-at-the-market' },
    comments: [
      {
        by: 'daniel',
        body: [
          '“Late 2024” is all the date it gives. I have entered October to December and marked it as estimated; whoever ' +
            'finds the printed issue, please correct it.',
        ],
      },
    ],
  },
];

export const threads: ThreadSeed[] = [...onClaims, ...onPlaces, ...onPassages];
