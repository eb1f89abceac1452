/** What a served address answers. A bare string is a UTF-8 HTML page. */
export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  /** Becomes the content type; 'text/html; charset=utf-8' when not given. */
  type?: string;
  body: string;
}

export interface Asked {
  url: URL;
  /** 'document' is a page in a tab, 'frame' one inside it, 'other' anything a page loads. */
  kind: 'document' | 'frame' | 'other';
}

export type Answerer = Answer | string | ((asked: Asked) => Answer | string | null);

export interface SeenRequest extends Omit<Asked, 'url'> {
  url: string;
  served: boolean;
}

/** Turns `*.alipay.com`, `mclient.alipay.com/h5pay/*` into a test of an address; without a path every path fits. */
function matcher(pattern: string): (url: URL) => boolean {
  const [host = '', ...path] = pattern.replace(/^https:\/\//, '').split('/');
  const glob = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '.*');
  const hosts = new RegExp(`^${glob(host).replace(/^\.\*\\\./, '(.*\\.)?')}$`, 'i');
  const paths = new RegExp(path.length ? `^/${glob(path.join('/'))}$` : '');
  return (url) => hosts.test(url.host) && paths.test(url.pathname);
}

/**
 * The world of addresses a driven browser can reach: what was served, and nothing else. Everything asked for is remembered
 * in `requests`, so that tests can prove that nothing was asked for.
 */
export class Serving {
  readonly requests: SeenRequest[] = [];
  private readonly rules: { fits: (url: URL) => boolean; answerer: Answerer }[] = [];

  /**
   * Answers a host (`*.alipay.com`) or host and path (`mclient.alipay.com/h5pay/*`). What was served last wins.
   * A string or object answers pages and frames only; a function decides for everything that fits, null passing it on.
   */
  serve(pattern: string, answerer: Answerer): void {
    this.rules.unshift({ fits: matcher(pattern), answerer });
  }

  /** The answer to a request, or null when nobody serves it; remembers the request. */
  answer(address: string, kind: Asked['kind']): Required<Answer> | null {
    const found = this.find(new URL(address), kind);
    this.requests.push({ url: address, kind, served: found !== null });
    if (found === null) return null;
    const {
      status = 200,
      headers = {},
      type = 'text/html; charset=utf-8',
      body,
    } = typeof found === 'string' ? { body: found } : found;
    return { status, headers, type, body };
  }

  /** Remembers a request that was not asked about, because nothing could be served there. */
  refuse(address: string, kind: Asked['kind']): void {
    this.requests.push({ url: address, kind, served: false });
  }

  /** Serves nothing any more, and forgets what was asked for. */
  clear(): void {
    this.rules.length = 0;
    this.requests.length = 0;
  }

  private find(url: URL, kind: Asked['kind']): Answer | string | null {
    for (const { fits, answerer } of this.rules) {
      if (!fits(url)) continue;
      const answer = typeof answerer === 'function' ? answerer({ url, kind }) : kind === 'other' ? null : answerer;
      if (answer !== null) return answer;
    }
    return null;
  }
}
