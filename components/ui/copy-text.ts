// Puts a text on the clipboard, also where the browser keeps its clipboard from a page that came over plain http.

/** Whether the text is on the clipboard now. Never throws. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyFromField(text);
  }
}

/** The older way: a field nobody sees is selected and copied, and the focus given back. */
function copyFromField(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.ariaHidden = 'true';
  field.tabIndex = -1;
  Object.assign(field.style, { position: 'fixed', insetInlineStart: '-200vw', insetBlockStart: '0' });
  document.body.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }
}
