import { Quote } from '@/components/ui/quote';
import { isOfWords } from '@/lib/threads/place';
import type { Thread } from '@/lib/threads/thread';

interface SubjectLabelProps {
  subject: Pick<Thread['subject'], 'type' | 'label' | 'language'>;
  /** Of a quote. */
  className?: string;
}

/** What a thread is about, in one line: words of an article as a quote, anything else by its name. */
export function SubjectLabel({ subject: { type, label, language }, className = '' }: SubjectLabelProps) {
  if (!isOfWords(type)) return label;
  return (
    <Quote lang={language} className={className}>
      {label}
    </Quote>
  );
}
