import type { AlipayCode } from '../library/schema.ts';

/** The known Alipay codes, by code as printed. Generated into lib/generated/codes.ts. */
export type CodeTable = Readonly<Record<string, Omit<AlipayCode, 'code'>>>;
