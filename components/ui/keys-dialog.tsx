'use client';
import { Dialog } from './dialog';
import { KeyRow } from './key-row';
import { setKeySettings, setKeysDialogOpen } from './keys';
import { Switch } from './switch';
import { useKeyRegistry } from './use-key-registry';
import { useKeys } from './use-keys';

/** `?`: the keys of everything that is on the screen, each of which can be changed. Mounted once, by `UiRoot`. */
export function KeysDialog() {
  const { scopes, settings, dialogOpen } = useKeyRegistry();
  useKeys('Everywhere', [{ id: 'keys.show', key: '?', label: 'Show the keys', run: () => setKeysDialogOpen(true) }]);
  const listed = scopes.filter((scope) => scope.name && scope.bindings.length > 0);
  return (
    <Dialog open={dialogOpen} onOpenChange={setKeysDialogOpen} title="Keys" size="medium">
      <div className="mb-4 border-b border-line pb-3">
        <Switch checked={settings.singleKeys} onCheckedChange={(singleKeys) => setKeySettings({ singleKeys })}>
          Keys without Ctrl or Alt
        </Switch>
        <p className="mt-1 text-sm text-muted">
          They never act while you are typing. Changes are kept in this browser.
        </p>
      </div>
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {listed.map((scope, at) => (
          <section key={at} aria-label={scope.name}>
            <h3 className="mb-1 text-sm text-faint">{scope.name}</h3>
            <ul>
              {scope.bindings.map((binding) => (
                <KeyRow key={binding.id} scope={scope} binding={binding} settings={settings} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
