import type { Remark } from './call-props.ts';

/** What must be known before a word is said: look first, the page is closed, nothing is kept here. */
export function Remarks({ remarks, textOf }: { remarks: readonly Remark[]; textOf: (one: Remark) => string }) {
  return (
    <>
      {remarks.map((one) => (
        <p key={one} class={one === 'check-first' ? 'remark remark-stop' : 'remark'} data-remark={one}>
          {textOf(one)}
        </p>
      ))}
    </>
  );
}
