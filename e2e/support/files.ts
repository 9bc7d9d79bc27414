import type { Page } from '@playwright/test';

/** Drops files on the import page as the file manager does. */
export async function dropFiles(page: Page, files: { name: string; bytes: Uint8Array | string; type?: string }[]) {
  const data = await page.evaluateHandle(
    (all) => {
      const transfer = new DataTransfer();
      for (const { name, base64, type } of all) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type }));
      }
      return transfer;
    },
    files.map(({ name, bytes, type = '' }) => ({ name, base64: Buffer.from(bytes).toString('base64'), type })),
  );
  await page.getByText('Drop files here').dispatchEvent('drop', { dataTransfer: data });
}
