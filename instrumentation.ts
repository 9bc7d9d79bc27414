/** Next calls this once when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { closeStreamsAtTheEnd } = await import('./lib/live/streams');
  closeStreamsAtTheEnd();
}
