/** Every unit test starts with a fresh browser, and fails when anything writes an error or a warning to the console. */
import { format } from 'node:util';
import { afterAll, afterEach, beforeEach, vi } from 'vitest';
import { expectNobody } from '../lib/detect/handover.ts';
import { resetFakeBrowser } from './fake-browser.ts';
import { knowXPath } from './fake-xpath.ts';

knowXPath();

const complaints: string[] = [];
// A test that expects a complaint replaces the method with vi.spyOn, and then nothing arrives here.
for (const level of ['error', 'warn'] as const)
  console[level] = (...parts: unknown[]) => void complaints.push(`console.${level}: ${format(...parts)}`);

function failOnComplaints(): void {
  const lines = complaints.splice(0);
  if (lines.length > 0)
    throw new Error(`Nothing may be written to the console in a test, but there was:\n${lines.join('\n')}`);
}

beforeEach(() => resetFakeBrowser());
afterEach(failOnComplaints);
afterAll(failOnComplaints);
// Several files share a process.
afterAll(() => {
  vi.useRealTimers().unstubAllGlobals().unstubAllEnvs();
  // A page script of one file would take the large part of the next one's.
  expectNobody();
});
