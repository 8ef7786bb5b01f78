/** A host name by itself, as ZIS compares it with where a flow wants to send a credential (zis-api 4.1). */
export const isHost = (text: string): boolean =>
  text.length <= 253 && /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/.test(text)
