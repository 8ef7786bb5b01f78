const rightToLeft = new Set(['ar', 'fa', 'he', 'ur'])

export const isRightToLeft = (locale: string): boolean => rightToLeft.has(locale.split('-')[0]!)
