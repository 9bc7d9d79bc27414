'use client';
import dynamic from 'next/dynamic';
import type { CommentFormProps } from './comment-form';

const Form = dynamic(() => import('./comment-form').then(({ CommentForm }) => CommentForm), {
  ssr: false,
  loading: () => <div className="late h-26 rounded-sm border border-edge/70 bg-paper" aria-busy="true" />,
});

/** A comment being written. The editor is fetched when this first appears. */
export function CommentEditor(props: CommentFormProps) {
  return <Form {...props} />;
}
