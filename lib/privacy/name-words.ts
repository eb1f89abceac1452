/** Words that tell that a name comes, in the languages that the interface and its readers speak. */

const CHINESE =
  '姓\\s?名|户名|戶名|持卡人|收款人|收款方|付款人|联系人|聯絡人|收件人|收货人|[账帐帳][户号號戶]名[称稱]?|用户名|昵称|客[户戶]名[称稱]|本人|乘客|旅客|拼音';
const ASIAN =
  '氏名|名前|名義人?|이름|성명|성함|예금주|소유자|수취인|Chủ thẻ|Người nhận|[Hh]ọ (?:và )?tên|[Tt]ên|ชื่อ(?:ผู้ถือบัตร)?|นามสกุล|नाम|कार्डधारक|[Nn]ama|[Pp]emegang ka(?:rtu|d)|[Pp]enerima';
const ENGLISH =
  '[Nn]ames?|NAME|[Nn]ame on (?:the )?card|[Hh]older|HOLDER|[Pp]ayee|[Pp]ayer|[Rr]ecipient|[Bb]eneficiary|[Pp]assenger|[Tt]ravell?er';
const ROMANCE =
  '[Nn]om(?: de famille)?|[Pp]rénom|[Bb]énéficiaire|[Nn]ombre(?: y apellidos?)?|[Aa]pellidos?|[Bb]enefici(?:ario|ário)|[Nn]ome|[Ss]obrenome|[Cc]ognome|[Ii]ntestatario|[Tt]itul(?:ar|aire)(?: d\\p{L}{1,2}(?: la)? \\p{L}{4,8})?';
const GERMANIC = '[Ii]nhaber(?:in)?|[Ee]mpfänger(?:in)?|[Nn]aam|[Kk]aarthouder';
const SLAVIC =
  '[Ии]мя|ФИО|[Фф]амилия|[Вв]ладелец|[Дд]ержатель(?: карты)?|[Пп]олучатель|[Pp]osiadacz(?: karty)?|nazwisko';
const OTHERS = 'Όνομα|Ad [Ss]oyad|[Kk]art sahibi|الاسم|اسم حامل البطاقة|المستفيد';

/** What stands before a sign and a name. */
export const NAME_LABELS = [CHINESE, ASIAN, ENGLISH, ROMANCE, GERMANIC, SLAVIC, OTHERS].join('|');

/** Words of a greeting that a name follows. */
export const GREETINGS =
  'Hi|Hello|Hey|Hallo|Bonjour|Hola|Ciao|Olá|Halo|Beste|Lieber?|Cher|Chère|Estimad[oa]|Gentile|Prezad[oa]|Sayın|Kính gửi|Уважаем(?:ый|ая)|Здравствуйте|Привет';

/** Whom everybody is greeted as. */
export const ANYBODY =
  'There|Customer|User|Guest|Alipay|Kund|Client|Nutzer|Utilis|Usu|Utent|Клиент|Пользоват|Покупател|Pelanggan|Müşteri|Klant|Quý|Madame|Monsieur|Señor';
