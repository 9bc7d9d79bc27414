'use client';
import { ExternalLink, MoreHorizontal, Pencil, ShieldCheck, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useHere } from '@/components/members/use-here';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { entityLook } from '@/components/ui/entity-look';
import { EntityMark } from '@/components/ui/entity-mark';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import { useKeys } from '@/components/ui/use-keys';
import type { Entity } from '@/lib/entities/entity';
import { DeleteEntity } from './delete-entity';
import { EditEntity } from './edit-entity';
import { EntityLink } from './entity-link';
import { Protection } from './protection';
import { externalLink } from '@/lib/entities/external-id';

/** What the entity is called and what is known of it; edited where it stands. */
export function EntityHead({ entity }: { entity: Entity }) {
  const { may } = useHere(entity.projectId);
  const [open, setOpen] = useState<'edit' | 'delete' | 'protection' | null>(null);
  const edits = may('entity.save', entity) === true;
  useKeys('This entity', [{ id: 'entity.edit', key: 'e', label: 'Edit the entity', run: () => setOpen('edit') }], {
    enabled: edits && open === null,
  });
  if (open === 'edit')
    return (
      <>
        <h1 className="sr-only">{entity.name}</h1>
        <EditEntity entity={entity} onClose={() => setOpen(null)} />
      </>
    );
  return (
    <header className="flex flex-col gap-2">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <h1 className="min-w-0 flex-1 basis-64 text-2xl font-semibold tracking-tight wrap-anywhere">{entity.name}</h1>
        {edits && (
          <div className="flex items-center gap-1">
            <Button icon={<Pencil size={14} aria-hidden />} onClick={() => setOpen('edit')}>
              Edit
            </Button>
            <Menu align="end" trigger={<IconButton label="More" icon={<MoreHorizontal size={16} aria-hidden />} />}>
              {may(entity.protected ? 'entity.unprotect' : 'entity.protect', entity) === true && (
                <MenuItem icon={<ShieldCheck size={14} aria-hidden />} onClick={() => setOpen('protection')}>
                  {entity.protected ? 'Lift the protection of identity' : 'Protect the identity'}
                </MenuItem>
              )}
              <MenuItem icon={<Trash2 size={14} aria-hidden />} danger onClick={() => setOpen('delete')}>
                Delete the entity
              </MenuItem>
            </Menu>
          </div>
        )}
      </div>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
        <EntityMark type={entity.type} decorative />
        {entityLook(entity.type).word}
        {entity.institution && (
          <span>
            of <EntityLink projectId={entity.projectId} entity={entity.institution} />
          </span>
        )}
        <span>· added by {entity.creator.name}</span>
        {entity.protected && (
          <Badge tone="accent" title="Outside this project it has a placeholder’s name, and its words are withheld">
            identity protected
          </Badge>
        )}
      </p>
      {entity.description && (
        <p className="max-w-prose text-md whitespace-pre-wrap wrap-anywhere">{entity.description}</p>
      )}
      <Catalogues ids={entity.externalIds} />
      {open === 'protection' && <Protection entity={entity} onClose={() => setOpen(null)} />}
      {open === 'delete' && <DeleteEntity entity={entity} onClose={() => setOpen(null)} />}
    </header>
  );
}

/** Identifiers elsewhere; a well-formed one of a known catalogue leads there when somebody presses it, and not before. */
function Catalogues({ ids }: { ids: Entity['externalIds'] }) {
  if (ids.length === 0) return null;
  return (
    <ul aria-label="In other catalogues" className="flex flex-wrap gap-x-4 gap-y-1">
      {ids.map((id, at) => {
        const { name, value, href } = externalLink(id);
        return (
          <li key={at} className="text-muted wrap-anywhere">
            {name}{' '}
            {href ? (
              <a
                href={href}
                target="_blank"
                rel="noreferrer noopener"
                className="rounded-sm text-accent underline decoration-accent/35 underline-offset-2 hover:decoration-accent"
              >
                {value}
                <ExternalLink size={12} aria-label="opens another site" className="ml-1 inline" />
              </a>
            ) : (
              <span className="text-ink">{value}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
