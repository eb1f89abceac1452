/** Wires the report of a wrong diagnosis: who made it, and how old its knowledge is. */
import browser from 'webextension-polyfill';
import type { LateParts } from '../../components/popup/popup-props.ts';
import { Report } from '../../components/popup/report.tsx';
import { about } from '../../lib/generated/about.ts';
import type { Desk } from './desk.ts';

export function reportPart(desk: Desk): LateParts {
  const by = { version: browser.runtime.getManifest().version, checked: about.checked };
  return {
    report: (of, onCopy) => <Report of={of} by={by} voice={desk.voice()} onCopy={onCopy} />,
  };
}
