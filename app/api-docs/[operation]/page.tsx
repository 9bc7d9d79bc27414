import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ApiFrame } from '@/components/api-docs/api-frame';
import { OperationPage, type Told } from '@/components/api-docs/operation-page';
import { apiDocument } from '@/lib/api/routes';
import { env } from '@/lib/core/env';

type Props = { params: Promise<{ operation: string }> };

const all = (): Told[] =>
  Object.entries(apiDocument().paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await params).operation} · API` };
}

export default async function OneOperationPage({ params }: Props) {
  const { operation: name } = await params;
  const told = all().find(({ operation }) => operation.operationId === name);
  if (!told) notFound();
  const beside = all().filter(({ operation }) => operation.tags[0] === told.operation.tags[0]);
  return (
    <ApiFrame>
      <OperationPage told={told} beside={beside} document={apiDocument()} origin={env().NEXTAUTH_URL} />
    </ApiFrame>
  );
}
