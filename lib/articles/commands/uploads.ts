import { createHash } from 'node:crypto';
import { command, type Request } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { convertFile, type Converted } from '@/lib/core/converter';
import { read } from '@/lib/core/db';
import { notFound, Refusal } from '@/lib/core/errors';
import { fetchPage } from '@/lib/core/fetching';
import { may } from '@/lib/permissions';
import { findUploadBytes, previewOf, uploadFields } from '../queries/uploads';
import { columnsOf, keepUpload } from '../steps/uploads';
import { convertInput, discardInput, fetchInput, uploadInput } from '../upload';

const inProject = async (_: WriteContext, id: string) => ({ id });

/** Reading a file costs seconds: it is done for those only who may bring articles in. The write asks again, and refuses. */
async function forAnalysts<P>({ actor, id }: Request, work: () => Promise<P>): Promise<P | undefined> {
  const role = actor.projects.find((project) => project.id === id)?.role;
  return role && may({ userId: actor.userId, role }, 'article.add') === true ? work() : undefined;
}

/** Places of the reader of files are shared between people. */
const ownedBy = ({ actor }: Request) => ({ owner: actor.userId });

function present<P>(prepared: P | undefined): P {
  if (prepared === undefined) throw notFound();
  return prepared;
}

/** Keeps a file as it came and answers what was read from it, to be looked at. */
export const addUpload = command(
  {
    verb: 'article.add',
    input: uploadInput,
    subject: 'project',
    load: inProject,
    prepare: ({ name, file }, request) =>
      forAnalysts(request, () => convertFile({ name }, file.bytes, ownedBy(request))),
  },
  (ctx, { name, sha256, file }, _, converted: Converted | undefined) =>
    keepUpload(ctx, { name, sha256, bytes: file.bytes, url: null }, present(converted)),
);

/** Fetches an address, where the operator allows it, and keeps what it answered like a file that was dropped. */
export const fetchUpload = command(
  {
    verb: 'article.add',
    input: fetchInput,
    subject: 'project',
    load: inProject,
    status: 201,
    prepare: ({ url }, request) =>
      forAnalysts(request, async () => {
        const { bytes, address, name, charset } = await fetchPage(url);
        const converted = await convertFile({ name, declared: charset, url: address }, bytes, ownedBy(request));
        return { bytes, name, address, converted: { ...converted, url: address } };
      }),
  },
  (
    ctx,
    _input,
    _,
    prepared: { bytes: Uint8Array; name: string; address: string; converted: Converted } | undefined,
  ) => {
    const { bytes, name, address, converted } = present(prepared);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return keepUpload(ctx, { name, sha256, bytes, url: address }, converted);
  },
);

/** Reads a file of one's own anew, in another encoding. */
export const convertUpload = command(
  {
    verb: 'article.add',
    input: convertInput,
    subject: 'project',
    load: inProject,
    prepare: ({ uploadId, encoding }, request) =>
      forAnalysts(request, async () => {
        const row = await read(request.actor, (ctx) => findUploadBytes(ctx, request.id, uploadId));
        if (!row) return undefined;
        if (row.kind === 'pdf' || row.kind === 'docx')
          throw new Refusal('invalid', 'This format has its encoding in itself: there is none to choose.');
        return convertFile({ name: row.name, encoding, url: row.url, as: row.kind }, row.bytes, {
          ...ownedBy(request),
          otherwise: 'It stays as it was read before.',
        });
      }),
  },
  async (ctx, { uploadId }, _, prepared: Converted | undefined) => {
    const converted = present(prepared);
    // It was this person's a moment ago; another tab may have brought it in since.
    const { count } = await ctx.db.upload.updateMany({
      where: { id: uploadId, projectId: ctx.projectId, createdBy: ctx.actor.userId, text: { not: null } },
      data: { ...columnsOf(converted), version: { increment: 1 } },
    });
    if (count === 0) throw notFound();
    const row = await ctx.db.upload.findUniqueOrThrow({ where: { id: uploadId }, select: uploadFields });
    return previewOf(ctx, row, converted.text);
  },
);

/** Lets files go that one does not bring in after all. What became an article stays. */
export const discardUploads = command(
  { verb: 'article.add', input: discardInput, subject: 'project', load: inProject },
  async (ctx, { uploadIds }) => {
    const { count } = await ctx.db.upload.deleteMany({
      where: { id: { in: uploadIds }, projectId: ctx.projectId, createdBy: ctx.actor.userId, text: { not: null } },
    });
    return { discarded: count };
  },
);
