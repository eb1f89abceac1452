/**
 * The browser's API for unit tests: storage, messages, tabs, action and permissions in memory, with the rules that matter
 * (copies instead of references, change events, errors for what is not there). `webextension-polyfill` is this file in tests,
 * see vitest.config.ts. What is not here throws by being undefined; add it when something under test needs it.
 */

type Listener<A extends unknown[], R = unknown> = (...given: A) => R;

class FakeEvent<A extends unknown[], R = unknown> {
  private readonly listeners = new Set<Listener<A, R>>();
  addListener = (listener: Listener<A, R>): void => void this.listeners.add(listener);
  removeListener = (listener: Listener<A, R>): void => void this.listeners.delete(listener);
  hasListener = (listener: Listener<A, R>): boolean => this.listeners.has(listener);
  hasListeners = (): boolean => this.listeners.size > 0;
  emit(...given: A): R[] {
    return [...this.listeners].map((listener) => listener(...given));
  }
  clear(): void {
    this.listeners.clear();
  }
}

type Stored = Record<string, unknown>;
type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;
type Keys = string | string[] | Stored | null | undefined;

/** Browsers store JSON: functions and undefined vanish, cycles are refused. */
const copy = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));

class FakeArea {
  readonly onChanged = new FakeEvent<[Changes]>();
  /** What is stored, to look at or to put there as a damaged or future version would. */
  content: Stored = {};
  /** When set, the next calls of that kind reject with it. */
  readonly failures: Partial<Record<'get' | 'set' | 'remove', Error>> = {};

  constructor(private readonly name: string) {}

  async get(keys?: Keys): Promise<Stored> {
    if (this.failures.get) throw this.failures.get;
    if (keys === null || keys === undefined) return copy(this.content);
    const defaults = typeof keys === 'object' && !Array.isArray(keys) ? keys : {};
    const wanted = typeof keys === 'string' ? [keys] : Array.isArray(keys) ? keys : Object.keys(keys);
    const found = wanted.filter((key) => Object.hasOwn(this.content, key)).map((key) => [key, this.content[key]]);
    return copy({ ...defaults, ...(Object.fromEntries(found) as Stored) });
  }

  async set(items: Stored): Promise<void> {
    if (this.failures.set) throw this.failures.set;
    const changes: Changes = {};
    for (const [key, value] of Object.entries(copy(items))) {
      const before = this.content[key];
      this.content[key] = value;
      if (JSON.stringify(before) !== JSON.stringify(value))
        changes[key] = { ...(before !== undefined && { oldValue: before }), newValue: copy(value) };
    }
    this.tell(changes);
  }

  async remove(keys: string | string[]): Promise<void> {
    if (this.failures.remove) throw this.failures.remove;
    const changes: Changes = {};
    for (const key of [keys].flat()) {
      if (!Object.hasOwn(this.content, key)) continue;
      changes[key] = { oldValue: this.content[key] };
      delete this.content[key];
    }
    this.tell(changes);
  }

  async clear(): Promise<void> {
    await this.remove(Object.keys(this.content));
  }

  reset(): void {
    this.content = {};
    for (const key of ['get', 'set', 'remove'] as const) delete this.failures[key];
    this.onChanged.clear();
  }

  private tell(changes: Changes): void {
    if (Object.keys(changes).length === 0) return;
    this.onChanged.emit(changes);
    storageChanged.emit(changes, this.name);
  }
}

export interface FakeTab {
  id: number;
  url: string;
  active: boolean;
  windowId: number;
  incognito: boolean;
  title?: string;
}

type Handler = (message: unknown, options?: { frameId?: number }) => unknown;

const storageChanged = new FakeEvent<[Changes, string]>();
const ID = 'fakeextensionid';
const BASE = `chrome-extension://${ID}/`;
const NOBODY = 'Could not establish connection. Receiving end does not exist.';

const areas = { local: new FakeArea('local'), session: new FakeArea('session'), sync: new FakeArea('sync') };
const events = {
  message: new FakeEvent<[unknown, Stored, () => void]>(),
  installed: new FakeEvent<[{ reason: string; temporary?: boolean }]>(),
  tabRemoved: new FakeEvent<[number, { windowId: number; isWindowClosing: boolean }]>(),
  tabReplaced: new FakeEvent<[added: number, removed: number]>(),
  tabUpdated: new FakeEvent<[number, Stored, FakeTab]>(),
  permissionAdded: new FakeEvent<[Stored]>(),
  permissionRemoved: new FakeEvent<[Stored]>(),
  menuClicked: new FakeEvent<[{ menuItemId: string; selectionText?: string }, FakeTab | undefined]>(),
  command: new FakeEvent<[string, FakeTab | undefined]>(),
};

/** What tests read and steer. `resetFakeBrowser` puts it back; tests/setup.ts does so before each test. */
export const fake = {
  areas,
  tabs: new Map<number, FakeTab>(),
  /** Answers of page scripts by tab id. */
  pageScripts: new Map<number, Handler>(),
  /** What a script put into a frame comes to, by `<tab> <frame>`; other frames are gone. */
  frames: new Map<string, { result?: unknown; error?: unknown }>(),
  /** Scripts put into frames: `<tab> <frame> <file>`. */
  injected: [] as string[],
  badges: new Map<number, { text?: string; title?: string; color?: unknown }>(),
  origins: new Set<string>(),
  /** Whether the user agrees to what `permissions.request` asks. */
  agrees: true,
  /** Whether `action.openPopup` works, as it does not everywhere. */
  popupOpens: true,
  popupsOpened: 0,
  /** Entries of the context menu by id. */
  menus: new Map<string, Stored>(),
  /** What the extension itself hears: emit to make it happen. */
  events,
  /** Messages of the catalogue for `i18n.getMessage`. */
  messages: {} as Record<string, string>,

  addTab(tab: Partial<FakeTab> = {}): FakeTab {
    const id = tab.id ?? Math.max(0, ...fake.tabs.keys()) + 1;
    const whole = {
      id,
      url: 'https://mclient.alipay.com/h5pay/',
      active: false,
      windowId: 1,
      incognito: false,
      ...tab,
    };
    if (whole.active) for (const other of fake.tabs.values()) other.active = false;
    fake.tabs.set(id, whole);
    return whole;
  },

  /** Delivers a message as if `sender` had sent it, and gives the first answer (undefined when nobody answers). */
  async deliver(message: unknown, sender: Stored = { id: ID, url: `${BASE}popup.html` }): Promise<unknown> {
    const answers = events.message
      .emit(copy(message), sender, () => undefined)
      .filter((answer) => answer !== undefined);
    return copy(await answers[0]);
  },
};

export function resetFakeBrowser(): void {
  for (const area of Object.values(areas)) area.reset();
  for (const event of [storageChanged, ...Object.values(events)]) event.clear();
  for (const collection of [fake.tabs, fake.pageScripts, fake.frames, fake.badges, fake.origins, fake.menus])
    collection.clear();
  Object.assign(fake, { agrees: true, popupOpens: true, popupsOpened: 0, messages: {}, injected: [] });
}

async function tabOf(id: number): Promise<FakeTab> {
  const tab = fake.tabs.get(id);
  if (!tab) throw new Error(`No tab with id: ${id}.`);
  return tab;
}

async function badgeOf(tabId: number): Promise<{ text?: string; title?: string; color?: unknown }> {
  await tabOf(tabId);
  const badge = fake.badges.get(tabId) ?? {};
  fake.badges.set(tabId, badge);
  return badge;
}

const browser = {
  storage: { ...areas, onChanged: storageChanged },
  runtime: {
    id: ID,
    getURL: (path: string): string => BASE + path.replace(/^\//, ''),
    getManifest: (): Stored => ({ manifest_version: 3, version: '0.0.0' }),
    onMessage: events.message,
    onInstalled: events.installed,
    async sendMessage(message: unknown): Promise<unknown> {
      if (!events.message.hasListeners()) throw new Error(NOBODY);
      return fake.deliver(message);
    },
  },
  tabs: {
    onRemoved: events.tabRemoved,
    onReplaced: events.tabReplaced,
    onUpdated: events.tabUpdated,
    async get(id: number): Promise<FakeTab> {
      return copy(await tabOf(id));
    },
    async query(
      wanted: { active?: boolean; windowId?: number; currentWindow?: boolean; lastFocusedWindow?: boolean } = {},
    ): Promise<FakeTab[]> {
      const fits = (tab: FakeTab) =>
        (wanted.active === undefined || tab.active === wanted.active) &&
        (wanted.windowId ?? tab.windowId) === tab.windowId;
      return copy([...fake.tabs.values()].filter(fits));
    },
    async create({ url = 'about:blank', active = true }: { url?: string; active?: boolean }): Promise<FakeTab> {
      return copy(fake.addTab({ url, active }));
    },
    async remove(id: number): Promise<void> {
      const { windowId } = await tabOf(id);
      fake.tabs.delete(id);
      fake.badges.delete(id);
      fake.pageScripts.delete(id);
      events.tabRemoved.emit(id, { windowId, isWindowClosing: false });
    },
    async sendMessage(id: number, message: unknown, options?: { frameId?: number }): Promise<unknown> {
      const handler = fake.pageScripts.get(id);
      if (!handler) throw new Error(NOBODY);
      return copy(await handler(copy(message), options));
    },
  },
  scripting: {
    async executeScript({
      target,
      files = [],
    }: {
      target: { tabId: number; frameIds?: number[]; allFrames?: boolean };
      files?: string[];
    }): Promise<object[]> {
      await tabOf(target.tabId);
      const results = (target.frameIds ?? [0]).map((frame) => {
        const place = `${target.tabId} ${frame}`;
        const known = fake.frames.get(place);
        if (!known) throw new Error(`No frame with id ${frame} in tab with id ${target.tabId}`);
        if (files) fake.injected.push(`${place} ${files.join()}`);
        return { frameId: frame, ...known };
      });
      return results;
    },
  },
  action: {
    async setBadgeText({ tabId, text }: { tabId: number; text: string }): Promise<void> {
      (await badgeOf(tabId)).text = text;
    },
    async getBadgeText({ tabId }: { tabId: number }): Promise<string> {
      return (await badgeOf(tabId)).text ?? '';
    },
    async setBadgeBackgroundColor({ tabId, color }: { tabId: number; color: unknown }): Promise<void> {
      (await badgeOf(tabId)).color = color;
    },
    async setTitle({ tabId, title }: { tabId: number; title: string }): Promise<void> {
      (await badgeOf(tabId)).title = title;
    },
    async openPopup(): Promise<void> {
      if (!fake.popupOpens) throw new Error('openPopup requires a user gesture');
      fake.popupsOpened += 1;
    },
  },
  contextMenus: {
    onClicked: events.menuClicked,
    create: (entry: Stored): void => void fake.menus.set(String(entry.id), entry),
  },
  commands: {
    onCommand: events.command,
    getAll: async (): Promise<Stored[]> => [{ name: 'focus-hint', shortcut: '' }],
  },
  permissions: {
    onAdded: events.permissionAdded,
    onRemoved: events.permissionRemoved,
    contains: async ({ origins = [] }: { origins?: string[] }): Promise<boolean> =>
      origins.every((origin) => fake.origins.has(origin)),
    async request({ origins = [] }: { origins?: string[] }): Promise<boolean> {
      if (!fake.agrees) return false;
      for (const origin of origins) fake.origins.add(origin);
      events.permissionAdded.emit({ origins });
      return true;
    },
  },
  i18n: {
    getMessage: (key: string): string => fake.messages[key] ?? '',
    getUILanguage: (): string => 'en-US',
  },
  extension: { inIncognitoContext: false },
};

export default browser;
