'use client';
import { useRead } from '@/components/live/use-read';
import { Checkbox } from '@/components/ui/checkbox';
import { useSayAtField } from '@/components/ui/said-at-fields';
import { Segmented } from '@/components/ui/segmented';

interface TokenReachProps {
  /** The chosen projects; null is every project, those that come later too. */
  value: readonly string[] | null;
  onValueChange: (value: readonly string[] | null) => void;
  error: string | undefined;
}

/** Which projects a token reaches: all of one's own, or some of them by name. */
export function TokenReach({ value, onValueChange, error }: TokenReachProps) {
  useSayAtField(error);
  const me = useRead('findMe', {});
  const projects = me.data?.memberships ?? [];
  const toggle = (id: string, on: boolean) =>
    onValueChange(on ? [...(value ?? []), id] : (value ?? []).filter((one) => one !== id));
  return (
    <div>
      <p className="mb-1 font-medium">It reaches</p>
      <Segmented
        label="It reaches"
        value={value ? 'some' : 'all'}
        onValueChange={(next) => onValueChange(next === 'some' ? [] : null)}
        options={[
          { value: 'all', label: 'All your projects' },
          { value: 'some', label: 'Only some' },
        ]}
      />
      {value && (
        <>
          <ul
            aria-label="Projects that it reaches"
            className="mt-2 max-h-48 overflow-y-auto rounded-sm border border-line px-2.5 py-1"
          >
            {projects.map(({ projectId, project }) => (
              <li key={projectId} className="wrap-anywhere">
                <Checkbox checked={value.includes(projectId)} onCheckedChange={(on) => toggle(projectId, on)}>
                  {project}
                </Checkbox>
              </li>
            ))}
          </ul>
          <p className="mt-1 text-sm text-muted">In every other project, and for your account, it can do nothing.</p>
        </>
      )}
      {error && (
        <p role="alert" className="mt-1 text-sm text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
