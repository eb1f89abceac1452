import { useEffect } from 'preact/hooks';

/** While `on`, digits choose the answer that carries them (`data-key`), except where one types or a dialog is open. */
export function useDigitKeys(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const listener = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || !/^[1-9]$/.test(event.key)) return;
      const typing =
        event.target instanceof Element && event.target.closest('input:not([type="radio"]), textarea, select');
      if (typing || document.querySelector('dialog[open]')) return;
      const button = document.querySelector<HTMLButtonElement>(`[data-key="${event.key}"]`);
      if (!button) return;
      event.preventDefault();
      button.click();
    };
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [on]);
}
