/** Next calls this once when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  // A setting that is wrong ends the start, in a clear line.
  const { settingsOrEnd } = await import('./lib/core/env');
  settingsOrEnd();
  const { tellLengths } = await import('./lib/core/told-length');
  tellLengths();
  const { closeStreamsAtTheEnd } = await import('./lib/live/streams');
  closeStreamsAtTheEnd();
  // In the background: the server answers meanwhile.
  await import('./lib/reactions');
  const { sendDigestsFromNowOn } = await import('./lib/notifications/jobs');
  sendDigestsFromNowOn();
  const { deliverFromNowOn } = await import('./lib/webhooks/jobs');
  deliverFromNowOn();
  const { makeExportsFromNowOn } = await import('./lib/exports/jobs');
  makeExportsFromNowOn();
  const { searchOldTexts } = await import('./lib/echoes/jobs');
  void searchOldTexts().catch((error: unknown) => console.error('Texts were not searched for echoes:', error));
}
