/** What the tour looks for in the demo: the things themselves, found by their names, wherever they are by now. */
export interface Found {
  readonly projectId: string;
  /** The commander, with all his spellings. */
  readonly entity?: { readonly id: string; readonly name: string; readonly aliases: readonly string[] };
  /** One of his mentions. */
  readonly mention?: { readonly highlightId: string; readonly articleId: string };
  readonly claim?: { readonly id: string };
  readonly question?: { readonly id: string };
}

export interface TourStep {
  readonly title: string;
  readonly words: string;
  /** Null when what it shows is not there any more. */
  readonly href: string | null;
}

export const TOUR_ENTITY = 'Mahdi Arsalon';
export const TOUR_CLAIM = 'Jamaat Ansarullah was founded in 2010.';
export const TOUR_QUESTION = 'When was Jamaat Ansarullah founded?';

const counts = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
const counted = (count: number): string => counts[count] ?? String(count);

/** From one name in many spellings to a question whose majority rests on one origin. */
export function tourSteps({ projectId, entity, mention, claim, question }: Found): TourStep[] {
  const at = (path: string) => `/projects/${projectId}/${path}`;
  // Of his full names: one word alone is how a text goes on after it has named him.
  const spellings = entity ? [entity.name, ...entity.aliases].filter((name) => name.includes(' ')).length : 0;
  return [
    {
      title: `${counted(spellings)} spellings, one man`,
      words:
        'He has two names, and the articles do not agree how to spell either. Here he is one entity; “Written” lists every spelling, the short forms too, with the articles in which it is tagged. A merge has a reason, and can be undone at any time.',
      href: entity ? at(`entities/${entity.id}`) : null,
    },
    {
      title: 'Every spelling hangs on exact words',
      words:
        'The dark words are one of them, in their article; beside the text stands who tagged them. Select any words yourself: E says whom they name, C what they support, digits how sure you are. A colleague then accepts it, or says why not.',
      href: mention ? at(`articles/${mention.articleId}?highlight=${mention.highlightId}`) : null,
    },
    {
      title: 'Three articles say 2010',
      words:
        'A claim is one assertion with everything it rests on: who says it, where, in which words, who in the team believes it and why. Three articles say 2010, one says 2006: that looks like an answer.',
      href: claim ? at(`claims/${claim.id}`) : null,
    },
    {
      title: 'But two of the three copied the first',
      words:
        'Passages that articles share are found when they are brought in. Solid lines are what an analyst has decided: which article took its words from which. Dashed ones still wait. Copied words count once.',
      href: at('echoes'),
    },
    {
      title: 'Three to one turns out to be one to one',
      words:
        'The question puts its answers side by side: “3 articles” is struck out, because one origin is behind them. Neither answer has the better support: that is what can be said today, and what the export will say.',
      href: question ? at(`questions/${question.id}`) : null,
    },
  ];
}
