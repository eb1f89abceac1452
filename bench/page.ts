/** Reading pages in the real Chromium: the whole way from the page to the answer, warm and cold, against the ways others read pages. */
import { buildExtension } from '../scripts/build.ts';
import { launchChromium } from '../scripts/browsers/chromium.ts';
import { makeExtension } from './content-script.ts';
import { coldReading } from './page-cold.ts';
import { hotPipeline } from './page-hot.ts';
import { makeMaterial } from './page-material.ts';
import { coldScripts } from './page-stops.ts';
import type { RunSection } from './section.ts';

/** Targets D1 to D4, and M4 as far as pages are concerned. */
export const page: RunSection = async (options) => {
  options.say('pages: building the extension and the content scripts');
  const { chrome } = await buildExtension();
  const material = makeMaterial();
  const scripts = coldScripts(material, options);
  const extension = await makeExtension(chrome, scripts);
  try {
    const driver = await launchChromium({ extensionDir: extension.folder });
    try {
      const cold = await coldReading(driver, extension, material, scripts, options);
      const hot = await hotPipeline(driver, material, options);
      return {
        title: 'Reading pages',
        figures: [...hot.figures, ...cold.figures],
        tables: [...hot.tables, ...cold.tables],
        notes: [
          `${driver.found.name} ${driver.version}, without a window. All rows of a table were measured in one browser, in turns.`,
          'Pages and phrases are made by rule, except the named pages of the fixtures; pages share the vocabulary of failure messages. Every reader gave the right ids before it was timed.',
          'A cold script is one that has just been put into a page in a new process: compiling, running and collecting garbage, from the trace of the browser.',
          'The first stage is what every page carries: it tells where a phrase may stand. The second, which pages get only when a text has passed the first, tells which phrases do; it is measured by itself, over the whole text.',
          'The built extension begins with the page; its time is everything that is called of it until it has read the whole page. What the parser spends on noting changes for it is not told by the trace.',
          "The quiet page leaves out what holds an anchor of the extension's gate; on other pages the extension looks closer and pays more, see the rows that pass the gate.",
          'The Aho-Corasick packages get the text with width, case, spaces and signs evened out by the functions of the browser; that is part of their time. Traditional forms, which ours reads too, are spared them.',
        ],
      };
    } finally {
      await driver.close();
    }
  } finally {
    extension.remove();
  }
};
