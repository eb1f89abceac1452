/**
 * The reason that a message gives under that name: "DECLINED … Reason: available balance too low", 未成功。原因:境外交易开关已关闭. What stands there
 * says more than the refusal before it and the advice behind it.
 */

const NAMED =
  /(?<![\p{L}\p{N}])(?:reason|grund|motif|raison|motivo|causale|причина|alasan|sebab|reden|powód|neden|lý do)(?: (?:code|given|stated))? ?[:：] ?|(?:原因|理由|사유|السبب|สาเหตุ)(?:是|为|為|は)? ?[:：] ?/iu;
const END = /[。！？!?\n;；]|\.(?=\s|$)/u;
/** Shorter, it is a number or a name of one. */
const LEAST = 3;
/** Longer, it is a story. */
const MOST = 120;

/** What stands behind the last such name, up to the end of its sentence, or null. */
export function reasonGiven(text: string): string | null {
  const parts = text.split(NAMED);
  if (parts.length < 2) return null;
  const said = parts.at(-1)!.split(END, 1)[0]!.trim();
  return said.length >= LEAST && said.length <= MOST && /\p{L}/u.test(said) ? said : null;
}
