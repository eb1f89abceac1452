/** Why a picture could not be read. Each has a sentence `problem.<reason>` in the words of the room `picture`. */
export const PICTURE_REASONS = [
  'not-a-picture',
  'drawing',
  'animated',
  'unsupported',
  'broken',
  'too-large',
  'too-small',
  'no-text',
  'memory',
  'engine',
  'aborted',
] as const;
export type PictureReason = (typeof PICTURE_REASONS)[number];

/** A picture that was not read, with the reason a person can be told. Holds nothing of the picture itself. */
export class PictureProblem extends Error {
  override name = 'PictureProblem';
  constructor(readonly reason: PictureReason) {
    super(reason);
  }
}

/** Whether a value is one of the reasons; for messages of the worker. */
export function isPictureReason(value: unknown): value is PictureReason {
  return PICTURE_REASONS.includes(value as PictureReason);
}

/** The reason behind anything thrown while a picture was read. */
export function reasonOf(error: unknown): PictureReason {
  if (error instanceof PictureProblem) return error.reason;
  const said = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  if (/AbortError/.test(said)) return 'aborted';
  // The engine grows its memory until the browser refuses, and then says so in one of these ways.
  if (/out of memory|OOM|memory access|allocat|RangeError|enlarge/i.test(said)) return 'memory';
  return 'engine';
}
