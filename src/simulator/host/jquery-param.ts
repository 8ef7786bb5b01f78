/**
 * Writes data as jQuery does for a form or a query: `{ ids: [1, 2], page: { size: 5 } }` becomes
 * `ids[]=1&ids[]=2&page[size]=5`. With `traditional` arrays repeat their name and nothing is nested.
 */
export function jqueryParam(data: object, traditional = false): string {
  const pairs: string[] = []
  const add = (key: string, value: unknown) =>
    pairs.push(`${encode(key)}=${encode(value === undefined || value === null ? '' : String(value))}`)

  function write(key: string, value: unknown): void {
    if (Array.isArray(value)) {
      value.forEach((item: unknown, index) => {
        const isNested = typeof item === 'object' && item !== null
        write(`${key}[${isNested ? index : ''}]`, item)
      })
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) write(`${key}[${name}]`, inner)
    } else {
      add(key, value)
    }
  }

  for (const [key, value] of Object.entries(data)) {
    if (!traditional) write(key, value)
    else for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) add(key, item)
  }
  return pairs.join('&')
}

const encode = (text: string): string => encodeURIComponent(text).replace(/%20/g, '+')
