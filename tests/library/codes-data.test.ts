import { describe, expect, it } from 'vitest';
import enCodes from '../../lib/i18n/locales/en/codes.json' with { type: 'json' };
import enDecline from '../../lib/i18n/locales/en/decline-codes.json' with { type: 'json' };
import zhCodes from '../../lib/i18n/locales/zh-CN/codes.json' with { type: 'json' };
import zhDecline from '../../lib/i18n/locales/zh-CN/decline-codes.json' with { type: 'json' };
import codesFile from '../../lib/library/codes.json' with { type: 'json' };
import declineFile from '../../lib/library/decline-codes.json' with { type: 'json' };
import { alipayCodes, declineCodes, sources } from '../../lib/library/schema.ts';
import sourcesFile from '../../lib/library/sources.json' with { type: 'json' };

const { codes, families } = alipayCodes.parse(codesFile);
const decline = declineCodes.parse(declineFile);
const known = sources.parse(sourcesFile);

/** Every code the research collected in public material, as printed. */
const RESEARCHED = `
  ALIN10023 ALIN10070 ALIN10129 ALIN10146 ALIN38173 ALI38173 ALIN42282 ALIN42273 ALIN42682 ALIN42683 ALIN43877 ALIN43911
  ALIN1018031 ALI38110 ALI40247 ALI64 ALI10 ALI14 ALI59 ALI39448 ALI39441 ALI41381 ALI3173 ALI110 ALI42273 ALI3151 ALIN10046
  ALIN10071 ALI7003 N22104 9000 8000 4000 5000 6001 6002 6004 4 cred_dev_to_explain_page cashier_error_follow_action
  need_pay_query unified_login FISHING_RISK TRADE_EXIST_FISHING_RISK suspected-attack invalid-signature invalid-app-id
  isv.insufficient-isv-permissions isv.self-invoke-forbidden isp.unknow-error (6) 1002 1003 1004 1006 1009 46
  SELLER_NOT_IN_SPECIFIED_SELLERS TRADE_SELLER_NOT_MATCH TRADE_BUYER_NOT_MATCH ILLEGAL_FEE_PARAM SUBJECT_MUST_NOT_BE_NULL
  TRADE_PRICE_NOT_MATCH TRADE_QUANTITY_NOT_MATCH TRADE_TOTALFEE_NOT_MATCH TRADE_NOT_ALLOWED_PAY DIRECT_PAY_WITHOUT_CERT_CLOSE
  FAIL_CREATE_CASHIER_PAY_ORDER ILLEGAL_EXTRA_COMMON_PARAM ILLEGAL_PAYMENT_TYPE NOT_SUPPORT_GATEWAY BUYER_SELLER_EQUAL
  SELLER_NOT_EXIST ILLEGAL_ARGUMENT TRADE_NOT_FOUND TRADE_GOOD_INFO_NOT_FOUND BUYER_EMAIL_ID_MUST_NULL PRODUCT_NOT_ALLOWED
  DEFAULT_BANK_INVALID DIS_NOT_SIGN_PROTOCOL SELF_TIMEOUT_NOT_SUPPORT ILLEGAL_OUTTIME_ARGUMENT EBANK_CERDIT_GW_RULE_NOT_OPEN
  EBANK_VISA_GW_RULE_NOT_OPEN MOTO_EXPRESS_TOTAL_AMOUNT_EXCEED MOTO_EXPRESS_PARTNER_NOT_SIGN_PROTOCOL DIRECTIONAL_PAY_FORBIDDEN
  SELLER_ENABLE_STATUS_FORBID ROYALTY_SELLER_ENABLE_STATUS_FORBID ROYALTY_SELLER_NOT_CERTIFY TAOBAO_ANTI_PHISHING_CHECK_FAIL
  SUBJECT_HAS_FORBIDDENWORD BODY_HAS_FORBIDDENWORD PAY_CHECK_FAIL NEED_CTU_CHECK_PARAMETER_ERROR NEED_CTU_CHECK_NOT_ALLOWED
  BUYER_NOT_EXIST HAS_NO_PRIVILEGE EVOUCHER_ID_NOT_EXIST UNKNOWN_PRODUCT_NAME MAX_MONEY_COMPANY_TO_INDIVIDUAL
  EXTERFACE_INVOKE_CONTEXT_EXPIRED ILLEGAL_SIGN ILLEGAL_DYN_MD5_KEY ILLEGAL_ENCRYPT ILLEGAL_SERVICE ILLEGAL_USER ILLEGAL_PARTNER
  ILLEGAL_EXTERFACE ILLEGAL_PARTNER_EXTERFACE ILLEGAL_SECURITY_PROFILE ILLEGAL_AGENT ILLEGAL_SIGN_TYPE ILLEGAL_CHARSET
  ILLEGAL_CLIENT_IP ILLEGAL_REQUEST_REFERER ILLEGAL_ANTI_PHISHING_KEY ANTI_PHISHING_KEY_TIMEOUT ILLEGAL_EXTER_INVOKE_IP
  ILLEGAL_NUMBER_FORMAT ILLEGAL_INTEGER_FORMAT ILLEGAL_MONEY_FORMAT ILLEGAL_DATA_FORMAT REGEXP_MATCH_FAIL ILLEGAL_LENGTH
  PARAMTER_IS_NULL INVALID_PARAMETER INVALID_CHARACTER_SET ILLEGAL_TARGET_SERVICE ILLEGAL_ACCESS_SWITCH_SYSTEM
  EXTERFACE_IS_CLOSED SYSTEM_ERROR SESSION_TIMEOUT CUSTOMER_VALIDATE_ERROR TRADE_HAS_SUCCESS
  TXN_RESULT_ACCOUNT_BALANCE_NOT_ENOUGH ACQ.TRADE_NOT_EXIST ACQ.ACCESS_FORBIDDEN ACQ.AGREEMENT_ERROR ACQ.AGREEMENT_INVALID
  ACQ.AGREEMENT_NOT_EXIST ACQ.AGREEMENT_STATUS_NOT_NORMAL ACQ.AMOUNT_OR_CURRENCY_ERROR ACQ.AUTH_AMOUNT_NOT_ENOUGH
  ACQ.AUTH_NO_ERROR ACQ.AUTH_ORDER_HAS_CLOSED ACQ.AUTH_ORDER_HAS_FINISHED ACQ.AUTH_ORDER_NOT_PAID ACQ.AUTH_TOKEN_IS_NOT_EXIST
  ACQ.BEYOND_PAY_RESTRICTION ACQ.BEYOND_PER_RECEIPT_DAY_RESTRICTION ACQ.BEYOND_PER_RECEIPT_RESTRICTION
  ACQ.BEYOND_PER_RECEIPT_SINGLE_RESTRICTION ACQ.BUYER_BALANCE_NOT_ENOUGH ACQ.BUYER_BANKCARD_BALANCE_NOT_ENOUGH
  ACQ.BUYER_ENABLE_STATUS_FORBID ACQ.BUYER_NOT_EXIST ACQ.BUYER_NOT_MAINLAND_CERT ACQ.BUYER_PAYMENT_AMOUNT_DAY_LIMIT_ERROR
  ACQ.BUYER_PAYMENT_AMOUNT_MONTH_LIMIT_ERROR ACQ.BUYER_SELLER_EQUAL ACQ.BUYER_UNSUPPORT_ADVANCE ACQ.CARD_TYPE_ERROR
  ACQ.CARD_USER_NOT_MATCH ACQ.CERT_EXPIRED ACQ.CONTEXT_INCONSISTENT ACQ.CURRENCY_NOT_SUPPORT ACQ.CYCLE_PAY_DATE_NOT_MATCH
  ACQ.CYCLE_PAY_SINGLE_FEE_EXCEED ACQ.CYCLE_PAY_TOTAL_FEE_EXCEED ACQ.CYCLE_PAY_TOTAL_TIMES_EXCEED
  ACQ.ERROR_BALANCE_PAYMENT_DISABLE ACQ.ERROR_BUYER_CERTIFY_LEVEL_LIMIT ACQ.EXIST_FORBIDDEN_WORD ACQ.INVALID_PARAMETER
  ACQ.INVALID_RECEIVE_ACCOUNT ACQ.INVALID_STORE_ID ACQ.MERCHANT_AGREEMENT_INVALID ACQ.MERCHANT_AGREEMENT_NOT_EXIST
  ACQ.MERCHANT_PERM_RECEIPT_DAY_LIMIT ACQ.MERCHANT_PERM_RECEIPT_SINGLE_LIMIT ACQ.MERCHANT_PERM_RECEIPT_SUSPEND_LIMIT
  ACQ.MERCHANT_STATUS_NOT_NORMAL ACQ.MERCHANT_UNSUPPORT_ADVANCE ACQ.MOBILE_PAYMENT_SWITCH_OFF ACQ.NOT_CERTIFIED_USER
  ACQ.NOT_SUPPORT_PAYMENT_INST ACQ.NOW_TIME_AFTER_EXPIRE_TIME_ERROR ACQ.NO_PAYMENT_INSTRUMENTS_AVAILABLE
  ACQ.ORDER_UNSUPPORT_ADVANCE ACQ.PARTNER_ERROR ACQ.PAYER_UNMATCHED ACQ.PAYMENT_AUTH_CODE_INVALID ACQ.PAYMENT_FAIL
  ACQ.PAYMENT_REQUEST_HAS_RISK ACQ.PLATFORM_BUSINESS_ACQUIRE_MODE_MUST_MERCHANT_ID ACQ.PRE_AUTH_PROD_CODE_INCONSISTENT
  ACQ.PRODUCT_AMOUNT_LIMIT_ERROR ACQ.PULL_MOBILE_CASHIER_FAIL ACQ.REQUEST_AMOUNT_EXCEED ACQ.RESTRICTED_MERCHANT_INDUSTRY
  ACQ.RISK_MERCHANT_IP_NOT_EXIST ACQ.ROYALTY_ACCOUNT_NOT_EXIST ACQ.SECONDARY_MERCHANT_ALIPAY_ACCOUNT_INVALID
  ACQ.SECONDARY_MERCHANT_ID_BLANK ACQ.SECONDARY_MERCHANT_ID_INVALID ACQ.SECONDARY_MERCHANT_ISV_PUNISH_INDIRECT
  ACQ.SECONDARY_MERCHANT_NOT_MATCH ACQ.SECONDARY_MERCHANT_STATUS_ERROR ACQ.SELLER_BEEN_BLOCKED ACQ.SELLER_NOT_EXIST
  ACQ.SMILE_PAY_MERCHANT_NOT_MATCH ACQ.SUB_GOODS_SIZE_MAX_COUNT ACQ.SUB_MERCHANT_CREATE_FAIL ACQ.SUB_MERCHANT_TYPE_INVALID
  ACQ.SYSTEM_ERROR ACQ.TOTAL_FEE_EXCEED ACQ.TRADE_BUYER_NOT_MATCH ACQ.TRADE_HAS_CLOSE ACQ.TRADE_HAS_SUCCESS
  ACQ.TRADE_SETTLE_ERROR ACQ.TRADE_STATUS_ERROR ACQ.UN_SUPPORT_TRADE_SCENE ACQ.USER_FACE_PAYMENT_SWITCH_OFF ACQ.USER_LOGONID_DUP
  ACQ.ZM_AUTH_AMOUNT_EXCEED ACQ.ZM_AUTH_RULE_LIMIT ACQ.ZM_CREDIT_AUTH_FAIL ACQ.BUYER_BANKCARD_BALANCE_NOT_E
  ACQ.ERROR_BALANCE_PAYMENT_DISABL ACQ.BUYER_PAYMENT_AMOUNT_DAY_LIM ACQ.BUYER_PAYMENT_AMOUNT_MONTH_L
  ACQ.ERROR_BUYER_CERTIFY_LEVEL_LI ACQ.NO_PAYMENT_INSTRUMENTS_AVAIL ACQ.RISK_CONTROL_BLOCK BEYOND_PAY_RESTRICTION
  BUYER_BALANCE_NOT_ENOUGH ACCESS_FORBIDDEN AGREEMENT_NOT_EXIST USER_BALANCE_NOT_ENOUGH RISK_REJECT SUSPECTED_CARD
  CARD_NOT_SUPPORTED SELECTED_CARD_BRAND_NOT_AVAILABLE INVALID_CARD_NUMBER INVALID_CARD CARD_BIN_QUERY_ERROR INVALID_CVV
  INVALID_EXPIRATION_DATE INVALID_EXPIRY_DATE_FORMAT CARD_EXPIRED DO_NOT_HONOR ISSUER_REJECTS_TRANSACTION INVALID_AMOUNT
  AUTHENTICATION_REQUIRED USER_PAYMENT_VERIFICATION_FAILED VERIFY_TIMES_EXCEED_LIMIT VERIFY_UNMATCHED USER_KYC_NOT_QUALIFIED
  USER_STATUS_ABNORMAL USER_NOT_EXIST USER_AMOUNT_EXCEED_LIMIT PAYMENT_AMOUNT_EXCEED_LIMIT PAYMENT_COUNT_EXCEED_LIMIT
  PAYMENT_PROHIBITED REGULATION_RESTRICTION PAYMENT_NOT_QUALIFIED MERCHANT_KYB_NOT_QUALIFIED INVALID_MERCHANT_STATUS
  MERCHANT_NOT_REGISTERED NO_PAY_OPTIONS UNAVAILABLE_PAYMENT_METHOD CURRENCY_NOT_SUPPORT FRAUD_REJECT ORDER_IS_CLOSED
  ORDER_IS_CANCELED ORDER_NOT_EXIST ORDER_STATUS_INVALID INQUIRY_PAYMENT_SESSION_FAILED EXPIRED_CODE PAYMENT_IN_PROCESS
  PROCESS_FAIL ACCESS_DENIED PARAM_ILLEGAL KEY_NOT_FOUND REPEAT_REQ_INCONSISTENT REQUEST_TRAFFIC_EXCEED_LIMIT UNKNOWN_EXCEPTION
  SETTLE_CONTRACT_NOT_MATCH INVALID_CONTRACT EXTERNAL_RESOURCE_LOAD_FAILED SUBMIT_PAYMENT_TIMEOUT PAYMENT_RESULT_TIMEOUT
  ERR_DATA_STRUCT_UNRECOGNIZED USER_CANCELED FORM_INVALID CSC_7200001 CSC_7200002 CSC_7200003 CSC_7200005 CSC_7200006
  CSC_7200009 CSC_7200011 CSC_7200012 CSC_7200015 CSC_7200017 CSC_7200020 CSC_7200021 CSC_7200022 CSC_7200026 CSC_7200031
  CSC_7200034 CSC_7200040 CSC_7200042 CSC_7200043 CSC_7200044 CSC_7200045 CSC_7200046 CSC_7200047 CSC_7200048 CSC_7200049
  CSC_7200050 CSC_7200051 CSC_7200052 CSC_7200058 CSC_7200064 C6-1011 ISSUER_DECLINED ACCOUNT_FROZEN RISK_CONTROL
  USER_ACCOUNT_STATUS_ERROR SYSTEM_BUSY HASH_NO_PRIVILEGE EXPARTNER_INFO_UNCORRECT TRADE_DATA_NOT_MATCH TRADE_DATE_MATCH_ERROR
  HAS_NO_PUBLICKEY OUT_TRADE_NO_EXIST TRADE_NOT_EXIST COMMISION_ID_NOT_EXIST COMMISION_SELLER_DUPLICATE
  COMMISION_FEE_OUT_OF_RANGE ILLEGAL_LOGISTICS_FORMAT TOTAL_FEE_LESSEQUAL_ZERO TOTAL_FEE_OUT_OF_RANGE DONATE_GREATER_THAN_MAX
  DIRECT_PAY_AMOUNT_OUT_OF_RANGE DIGITAL_FEE_GREATER_THAN_MAX COMMISION_NOT_SUPPORT VIRTUAL_NOT_SUPPORT
`
  .trim()
  .split(/\s+/);

/** Printed on healthy pages and in healthy answers: a hit would be a false alarm. */
const NO_FAILURE = ['9000', 'need_pay_query', 'unified_login'];

/** What an unknown code would be told, and by which family. */
function familyOf(code: string) {
  return families.find((family) => new RegExp(family.pattern).test(code.toUpperCase()));
}

const doubled = (list: readonly string[]) => list.filter((one, at) => list.indexOf(one) !== at);
const meaningKeys = (ids: readonly string[], kind: string) => [...new Set(ids)].map((id) => `${kind}.${id}`);

describe('the codes of Alipay', () => {
  it('has every collected code but those that are no failure', () => {
    expect(RESEARCHED).toHaveLength(350);
    const listed = new Set(codes.map((one) => one.code));
    expect(RESEARCHED.filter((code) => !listed.has(code))).toEqual(NO_FAILURE);
    expect(NO_FAILURE.filter((code) => listed.has(code) || familyOf(code))).toEqual([]);
  });

  it('has each code once, also when case is ignored', () => {
    expect(doubled(codes.map((one) => one.code.toUpperCase()))).toEqual([]);
  });

  it('gives one diagnosis and one fixer to one meaning', () => {
    const stories = new Set(codes.map((one) => `${one.meaning}: ${one.diagnosis}, ${one.fixer}`));
    expect(doubled([...stories].map((story) => story.split(':')[0]!))).toEqual([]);
  });

  it('has words for each meaning in both languages, and no others', () => {
    const keys = meaningKeys(
      codes.map((one) => one.meaning),
      'meaning',
    ).sort();
    expect(Object.keys(enCodes).sort()).toEqual(keys);
    expect(Object.keys(zhCodes).sort()).toEqual(keys);
  });

  it('says first to look for a payment wherever one may have gone through', () => {
    for (const { code, meaning, diagnosis } of codes) {
      if (diagnosis !== 'outcome-unknown') continue;
      expect((enCodes as Record<string, string>)[`meaning.${meaning}`], code).toMatch(/before you pay again/);
      expect((zhCodes as Record<string, string>)[`meaning.${meaning}`], code).toMatch(/再次付款前请先/);
    }
  });

  it('is never sure where the code names no cause', () => {
    const causeless = codes.filter((one) => one.diagnosis === 'unknown-failure' && one.meaning !== 'payer-is-seller');
    expect(causeless.map((one) => one.code)).toContain('4000');
    expect(causeless.filter((one) => one.certainty !== 'unsure')).toEqual([]);
  });
});

describe('the families of unknown codes', () => {
  it('has linear expressions that match what they are for', () => {
    for (const { id, pattern } of families) {
      expect(() => new RegExp(pattern), id).not.toThrow();
      // a repeated group that itself repeats, or two gaps in a row, may take exponential or cubic time
      expect(pattern, id).not.toMatch(/[*+}]\??\)+[*+{]/);
      expect(pattern.match(/(?<!\(\?[=!])\.[*+]/g)?.length ?? 0, id).toBeLessThanOrEqual(1);
      expect(pattern, id).not.toMatch(/^[^^]*\.[*+]/);
      expect(pattern, id).not.toMatch(/\\[1-9]/);
    }
    // A pattern that backtracks would not come back from these within the test's time.
    for (const hostile of ['A', 'USER_', 'AMOUNT_', 'ORDER_HAS_', 'RISK_KEY', 'SIGN-'].map((part) =>
      part.repeat(20_000),
    ))
      familyOf(hostile);
  });

  it('has each id once', () => {
    expect(doubled(families.map((one) => one.id))).toEqual([]);
  });

  it('is never told as more than a possibility', () => {
    expect(families.filter((one) => one.certainty !== 'unsure').map((one) => one.id)).toEqual([]);
  });

  it('agrees with the table more often than not, so that the possibility is worth telling', () => {
    const told = codes.filter(({ code }) => familyOf(code));
    const right = told.filter(({ code, diagnosis }) => familyOf(code)!.diagnosis === diagnosis);
    expect(right.length / told.length).toBeGreaterThan(0.6);
  });

  it.each([
    ['ACQ.BUYER_WALLET_BALANCE_NOT_ENOUGH', 'insufficient-funds', 'unsure'],
    ['EXPIRED_CARD', 'card-expired', 'unsure'],
    ['ACQ.BUYER_YEAR_AMOUNT_LIMIT', 'alipay-limit-exceeded', 'unsure'],
    ['ACQ.SELLER_RECEIPT_WEEK_LIMIT', 'merchant-cannot-collect', 'unsure'],
    ['TRADE_RISK_REJECT', 'alipay-risk-control', 'unsure'],
    ['ACQ.ORDER_HAS_PAID', 'already-paid', 'unsure'],
    ['ACQ.ORDER_HAS_CLOSED', 'order-closed', 'unsure'],
    ['aop.ACQ.SYSTEM_ERROR', 'outcome-unknown', 'unsure'],
    ['ISSUER_DECLINED_TRANSACTION', 'bank-declined', 'unsure'],
    ['ACQ.BUYER_STATUS_NOT_NORMAL', 'account-restricted', 'unsure'],
    ['ILLEGAL_SOMETHING', 'merchant-integration-error', 'unsure'],
    ['ACQ.CHECK_SIGN_FAIL', 'merchant-integration-error', 'unsure'],
    ['isv.missing-method', 'merchant-integration-error', 'unsure'],
    ['isp.service-unavailable', 'service-unavailable', 'unsure'],
    ['ALIN99999', 'merchant-integration-error', 'unsure'],
    ['AL164', 'merchant-integration-error', 'unsure'],
    ['CSC_7299999', 'unknown-failure', 'unsure'],
    ['ACQ.NEVER_SEEN', 'unknown-failure', 'unsure'],
  ])('%s', (code, diagnosis, certainty) => {
    expect(codes.some((one) => one.code === code)).toBe(false);
    expect(familyOf(code)).toMatchObject({ diagnosis, certainty });
  });

  it.each(['HELLO', '12345', 'SUCCESS', 'TRADE_SUCCESS', 'ORDER_NOT_PAID', 'WAIT_BUYER_PAY', 'TRADE_CREATED'])(
    'leaves %s alone',
    (code) => {
      expect(familyOf(code)).toBeUndefined();
    },
  );
});

describe('the decline codes', () => {
  it('has each code of a scheme once', () => {
    expect(decline).toHaveLength(265);
    expect(doubled(decline.map((one) => `${one.scheme} ${one.code.toLowerCase()}`))).toEqual([]);
  });

  it('has words for each meaning, action, scheme and retry in both languages, and no others', () => {
    const keys = [
      ...meaningKeys(
        decline.map((one) => one.scheme),
        'scheme',
      ),
      ...meaningKeys(
        decline.map((one) => one.meaning),
        'meaning',
      ),
      ...meaningKeys(
        decline.map((one) => one.action),
        'action',
      ),
      ...meaningKeys(
        decline.map((one) => one.retry),
        'retry',
      ),
    ].sort();
    expect(Object.keys(enDecline).sort()).toEqual(keys);
    expect(Object.keys(zhDecline).sort()).toEqual(keys);
  });

  it('points nowhere where the bank said yes', () => {
    const approved = decline.filter((one) => one.meaning === 'approved');
    expect(approved.map((one) => one.diagnosis)).toEqual(approved.map(() => null));
    expect(approved.length).toBeGreaterThan(0);
  });
});

describe('all of it', () => {
  it('names a source that there is', () => {
    const used = [...codes, ...families, ...decline].map((one) => one.source);
    expect([...new Set(used)].filter((id) => !Object.hasOwn(known, id))).toEqual([]);
  });

  it.each(Object.entries({ enCodes, zhCodes, enDecline, zhDecline }))('has plain sentences in %s', (_, words) => {
    for (const [key, sentence] of Object.entries(words)) {
      expect(sentence, key).not.toMatch(/\b(PID|APP_?ID|out_trade_no|sub_code|API|SDK|URL)\b|[{}]/);
      expect(sentence.length, key).toBeLessThanOrEqual(200);
      if (!key.startsWith('scheme.')) expect(sentence, key).toMatch(/[.。]$/);
    }
    expect(doubled(Object.values(words).filter((_one, at) => !Object.keys(words)[at]!.startsWith('scheme.')))).toEqual(
      [],
    );
  });
});

describe('the decline codes, network by network', () => {
  const entry = (scheme: string, code: string) => decline.find((one) => one.scheme === scheme && one.code === code)!;
  it.each([
    ['amex', '189', 'merchant-account-closed', 'merchant-cannot-collect'],
    ['mastercard', '78', 'card-or-account-not-valid', 'card-details-wrong'],
    ['visa', '78', 'card-not-activated-or-blocked', 'card-blocked-by-bank'],
    ['mastercard-advice', '22', 'product-not-for-merchant', 'merchant-cannot-collect'],
    ['adyen', '41', 'terminal-check-needed', null],
  ])('%s %s means %s', (scheme, code, meaning, diagnosis) => {
    expect(entry(scheme, code)).toMatchObject({ meaning, diagnosis });
  });
  it('never take a wrong card PIN for the password of Alipay', () => {
    const pins = decline.filter((one) => one.meaning.startsWith('pin-'));
    expect(pins.length).toBeGreaterThan(12);
    for (const one of pins)
      expect(['verification-failed', 'too-many-attempts'], `${one.scheme} ${one.code}`).not.toContain(one.diagnosis);
  });
  it('send nobody back to the bank for what Alipay or the shop refused', () => {
    for (const one of decline.filter(({ scheme }) => scheme === 'alipay-app'))
      expect(one.retry === 'no', one.code).toBe(false);
  });
});
