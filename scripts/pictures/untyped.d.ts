/** The part of pngjs that is used; it comes without types. */
declare module 'pngjs' {
  export const PNG: { sync: { read(file: Buffer): { data: Buffer; width: number; height: number } } };
}
