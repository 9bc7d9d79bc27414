import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nasty } from './nasty.fixtures';
import { writeQuestionBrief, type QuestionBrief } from './question-brief';

const source = {
  ...{ articleId: 'a1', title: 'Courier', publisher: 'The Courier', published: null, url: null },
  ...{ version: 1, sha256: 'abc' },
};
const quote = {
  ...{ quote: 'in 2006', language: 'en', attribution: 'said by the outlet itself', source },
  ...{ of: null, graded: null },
};
const brief: QuestionBrief = {
  question: 'When was it founded?',
  standing: ['This question is open.'],
  judgement: { text: 'Most likely in 2006.', by: 'Ann' },
  discussed: [],
  answers: [
    {
      statement: 'Founded in 2006.',
      says: ['The claim is a draft, not approved.'],
      rationales: [{ by: 'Rationale of Ann', text: 'Two outlets.' }],
      discussed: [{ says: 'Ben holds:', text: 'The deed is forged.' }],
      groups: [{ heading: 'For', quotes: [quote, { ...quote, quote: '2006, disent-ils', language: 'fr' }] }],
    },
    {
      statement: 'Founded in 2010.',
      says: [],
      rationales: [],
      discussed: [],
      groups: [{ heading: 'Against it (computed)', quotes: [{ ...quote, of: 'Founded in 2006.' }] }],
    },
  ],
};
const markdown = (one: QuestionBrief) => writeQuestionBrief(one, 'markdown').body as string;
const html = (one: QuestionBrief) => writeQuestionBrief(one, 'html').body as string;

describe('the brief of a question', () => {
  it('warns of a sentence that mixes likelihood with analytic confidence', () => {
    const sentence = 'We say with high confidence that 2006 is likely.';
    const text = markdown({ ...brief, judgement: { text: `No more. ${sentence}`, by: 'Ann' } });
    expect(text).toContain(`how well founded that is:\n\n> ${sentence}`);
    expect(markdown(brief)).not.toContain('how well founded');
  });

  it('has the question, its judgement, each answer with its quotes, and a source noted once', () => {
    const text = markdown(brief);
    expect(text).toMatch(/^# When was it founded\?\n/);
    expect(text).toContain('## Judgement\n\nAnn:\n\n> Most likely in 2006.');
    expect(text).toContain('### 2. Founded in 2010.');
    expect(text).toContain('**Quote 3**, said by the outlet itself, for “Founded in 2006.”.[^1]');
    expect(text.match(/^\[\^\d+\]:/gm)).toEqual(['[^1]:']);
    expect(html(brief)).toContain('<blockquote lang="fr" dir="auto">2006, disent-ils</blockquote>');
    expect(markdown({ ...brief, judgement: null, answers: [] })).toContain('There is no answer yet.');
  });

  it('has what people differ about with the answer, and what became of discussions of the question', () => {
    const discussed = [{ says: 'Agreed to differ, as Ann recorded.', text: null }];
    const text = markdown({ ...brief, discussed });
    expect(text).toContain('## Discussion\n\nAgreed to differ, as Ann recorded.\n\n## Answers');
    expect(text).toContain('Ben holds:\n\n> The deed is forged.');
    expect(markdown(brief)).not.toContain('## Discussion');
  });

  it('stays plain text, whatever people wrote', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const answers = [
          {
            statement: text,
            says: [text],
            rationales: [],
            discussed: [{ says: text, text }],
            groups: [{ heading: 'For', quotes: [quote] }],
          },
        ];
        const written = html({ ...brief, question: text, judgement: { text, by: text }, answers });
        const tags = [...written.matchAll(/<(\/?\w+)/g)].map(([, name]) => name);
        const known = [...html(brief).matchAll(/<(\/?\w+)/g)].map(([, name]) => name);
        expect(tags.filter((tag) => !known.includes(tag))).toEqual([]);
      }),
    );
  });
});
