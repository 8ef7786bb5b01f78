import { isIntegrationKey } from '../../../zis/names'

/** Keys to use in place of one that is taken: with the subdomain they are hardly anyone else's. */
export function suggestedKeys(key: string, subdomain: string, used: string[]): string[] {
  const own = subdomain.toLowerCase()
  return [`${key}_${own}`, `${own}_${key}`, `${key}_${own}_2`]
    .map((text) => text.slice(0, 64))
    .filter((text) => isIntegrationKey(text) && !used.includes(text))
}
