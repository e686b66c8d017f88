// Opens the list of keys, wherever one asks for it.

/** Every page has one dialog of keys, under this id. */
export const KEYS_ID = 'keys';

/** Shows the keys of this page. */
export function showKeys(): void {
  const dialog = document.getElementById(KEYS_ID);
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}
