/** Rails' names of time zones that are not the last part of an IANA name, as far as they are common. */
const named: Record<string, string> = {
  UTC: 'Etc/UTC',
  'Eastern Time (US & Canada)': 'America/New_York',
  'Central Time (US & Canada)': 'America/Chicago',
  'Mountain Time (US & Canada)': 'America/Denver',
  'Pacific Time (US & Canada)': 'America/Los_Angeles',
}

/** The IANA name of a time zone that is given by it, or as Zendesk names it: "Berlin". Undefined for no zone. */
export function ianaTimeZone(name: string): string | undefined {
  if (Object.hasOwn(named, name)) return named[name]
  const ending = `/${name.replaceAll(' ', '_')}`
  return Intl.supportedValuesOf('timeZone').find((zone) => zone === name || zone.endsWith(ending))
}
