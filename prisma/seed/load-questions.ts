import { addQuestion, judgeQuestion, settleQuestion } from '@/lib/questions/commands/questions';
import { findQuestion } from '@/lib/questions/queries/questions';
import type { Loaded } from './loaded';
import type { Loader } from './loader';
import { demo } from './project';

/** The demo's questions with their answers, what was written of them, and what was settled. */
export async function askQuestions(loader: Loader, { projectId, people, claims }: Loaded): Promise<void> {
  for (const { text, by, assignee, dueOn, answers, judgement, settled } of demo.questions) {
    const input = {
      text,
      ...(assignee ? { assigneeId: people[assignee].userId } : {}),
      ...(dueOn ? { dueOn } : {}),
      answers: answers.map((claim) => ({ claimId: claims[claim] })),
    };
    const { id } = await loader.send(addQuestion, people[by], projectId, input);
    if (judgement)
      await loader.send(judgeQuestion, people[judgement.by], id, { text: judgement.text }, (ctx) =>
        findQuestion(ctx, id),
      );
    if (settled) {
      const { claim, reason } = settled;
      await loader.send(settleQuestion, people[settled.by], id, { claimId: claims[claim], reason }, (ctx) =>
        findQuestion(ctx, id),
      );
    }
  }
}
