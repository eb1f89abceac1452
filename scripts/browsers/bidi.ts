import { WebSocket } from 'ws';

/** A command the browser refused. */
export class BidiError extends Error {
  override name = 'BidiError';
  constructor(
    readonly method: string,
    readonly code: string,
    message: string,
  ) {
    super(`${method}: ${message}`);
  }
}

type Params = Record<string, unknown>;
interface Waiting {
  method: string;
  resolve: (value: never) => void;
  reject: (error: Error) => void;
}

/**
 * A small client of WebDriver BiDi (https://w3c.github.io/webdriver-bidi/): commands with answers, and events.
 * It exists because Firefox is driven as installed, and the larger drivers bring their own browsers.
 */
export class Bidi {
  private next = 0;
  private readonly waiting = new Map<number, Waiting>();
  private readonly listeners = new Map<string, Set<(params: never) => void>>();

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data) => this.receive(JSON.parse(String(data))));
    socket.on('close', () => this.failAll(new Error('the browser closed the connection')));
    socket.on('error', (error) => this.failAll(error));
  }

  /** Connects to an address as Firefox prints it ("ws://127.0.0.1:PORT"). */
  static connect(address: string): Promise<Bidi> {
    return new Promise((resolve, reject) => {
      // Whole page serialisations and screenshots pass through here, hence no limit of size.
      const socket = new WebSocket(`${address}/session`, { perMessageDeflate: false, maxPayload: 0 });
      socket.once('error', reject);
      socket.once('open', () => {
        socket.off('error', reject);
        resolve(new Bidi(socket));
      });
    });
  }

  /** Sends a command and gives its result. Throws BidiError when the browser refuses it. */
  send<T = Params>(method: string, params: Params = {}): Promise<T> {
    const id = ++this.next;
    return new Promise<T>((resolve, reject) => {
      if (this.socket.readyState !== WebSocket.OPEN) {
        reject(new Error(`${method}: the browser is closed`));
        return;
      }
      this.waiting.set(id, { method, resolve: resolve as (value: never) => void, reject });
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }

  /** Calls the listener for every event of a kind; gives back how to stop. The session must be subscribed to it. */
  on<T = Params>(method: string, listener: (params: T) => void): () => void {
    const set = this.listeners.get(method) ?? new Set();
    this.listeners.set(method, set);
    set.add(listener as (params: never) => void);
    return () => set.delete(listener as (params: never) => void);
  }

  close(): void {
    this.socket.close();
  }

  private receive(message: {
    type?: string;
    id?: number;
    method?: string;
    params?: Params;
    result?: Params;
    error?: string;
    message?: string;
  }): void {
    if (message.type === 'event') {
      for (const listener of this.listeners.get(message.method!) ?? []) listener(message.params as never);
      return;
    }
    const waiting = this.waiting.get(message.id!);
    if (!waiting) return;
    this.waiting.delete(message.id!);
    if (message.type === 'error')
      waiting.reject(new BidiError(waiting.method, message.error ?? '', message.message ?? ''));
    else waiting.resolve(message.result as never);
  }

  private failAll(error: Error): void {
    for (const { method, reject } of this.waiting.values()) reject(new Error(`${method}: ${error.message}`));
    this.waiting.clear();
  }
}
