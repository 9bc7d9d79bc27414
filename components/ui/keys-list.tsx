'use client';
import { announce } from './announce';
import { Button } from './button';
import { Dialog } from './dialog';
import { KeyRow } from './key-row';
import type { KeyScope } from './keymap';
import { setKeySettings, setKeysDialogOpen } from './keys';
import { Switch } from './switch';
import { useKeyRegistry } from './use-key-registry';

// Moving a caret is known from every editor: it stands below what is our own.
const KNOWN = 'Article text';

/** Scopes under one heading, the latest first; a command mounted twice is listed once. */
function listed(scopes: readonly KeyScope[]): KeyScope[] {
  const byName = new Map<string, KeyScope>();
  for (const { name, exclusive, bindings } of scopes.toReversed()) {
    const before = byName.get(name)?.bindings ?? [];
    const fresh = bindings.filter((one) => !before.some((other) => other.id === one.id));
    if (name) byName.set(name, { name, exclusive, bindings: [...before, ...fresh] });
  }
  return [...byName.values()]
    .filter((scope) => scope.bindings.length > 0)
    .sort((a, b) => Number(a.name === KNOWN) - Number(b.name === KNOWN));
}

/** Every key that answers now, by what it is for; each can be changed. */
export function KeysList() {
  const { scopes, settings, dialogOpen } = useKeyRegistry();
  const changed = Object.keys(settings.remapped).length;
  function reset() {
    setKeySettings({ remapped: {} });
    announce('All keys are as they were.');
  }
  return (
    <Dialog open={dialogOpen} onOpenChange={setKeysDialogOpen} title="Keys">
      <div className="mb-4 border-b border-line pb-3">
        <Switch checked={settings.singleKeys} onCheckedChange={(singleKeys) => setKeySettings({ singleKeys })}>
          Letters, digits and signs as keys
        </Switch>
        <p className="mt-1 text-sm text-muted">
          They never act while you are typing. Arrows, Enter, Escape and what goes with Ctrl or Alt stay. Your changes
          are kept in this browser.
        </p>
        {changed > 0 ? (
          <Button size="small" className="mt-2" onClick={reset}>
            {changed === 1 ? 'Reset the one changed key' : `Reset all ${changed} changed keys`}
          </Button>
        ) : null}
      </div>
      <div className="gap-x-8 sm:columns-2">
        {listed(scopes).map((scope) => (
          <div key={scope.name} className="mb-5 break-inside-avoid">
            <h3 className="mb-1 text-sm text-faint">{scope.name}</h3>
            <ul aria-label={scope.name}>
              {scope.bindings.map((binding) => (
                <KeyRow key={binding.id} scopes={scopes} binding={binding} settings={settings} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Dialog>
  );
}
