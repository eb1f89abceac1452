/** Answers Firefox's requests out of what is served. */
import type { Bidi } from './bidi.ts';
import type { Asked, Serving } from './serving.ts';

/** A request as the protocol tells of it. */
export interface RequestEvent {
  isBlocked: boolean;
  context: string | null;
  request: { request: string; url: string; destination?: string };
}

const text = (value: string) => ({ type: 'string', value });

/** Answers one request, or fails it where nobody serves its address. */
export async function answerRequest(bidi: Bidi, serving: Serving, { isBlocked, request }: RequestEvent): Promise<void> {
  if (!isBlocked) return;
  if (!/^https?:/.test(request.url)) {
    await bidi.send('network.continueRequest', { request: request.request });
    return;
  }
  const kinds: Record<string, Asked['kind']> = { document: 'document', iframe: 'frame', frame: 'frame' };
  const answer = serving.answer(request.url, kinds[request.destination ?? ''] ?? 'other');
  if (!answer) {
    await bidi.send('network.failRequest', { request: request.request });
    return;
  }
  const headers = Object.entries({ 'content-type': answer.type, ...answer.headers });
  await bidi.send('network.provideResponse', {
    request: request.request,
    statusCode: answer.status,
    reasonPhrase: 'OK',
    headers: headers.map(([name, value]) => ({ name, value: text(value) })),
    body: text(answer.body),
  });
}
