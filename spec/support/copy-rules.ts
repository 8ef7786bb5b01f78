/** What Zendesk's copy does without (zis-admin-app 10.1), and what is too familiar in a language. */
const avoided: Record<string, string> = {
  en: 'please|sorry|oops|e\\.g\\.|i\\.e\\.|log in|login|administrator|are you sure|click',
  de: 'bitte|leider|sorry|hoppla|z\\. ?B\\.|d\\. ?h\\.|du|dich|dir|dein(e[mnrs]?)?|klick\\p{L}*',
  es: 'por favor|perdón|lo sentimos|lo siento|tú|tu|tus|te|haz clic|p\\. ?ej\\.',
  fr: 'svp|s’il vous plaît|désolés?|oups|tu|ton|tes|cliquez|p\\. ?ex\\.',
  'pt-br': 'por favor|desculpe|lamentamos|ops|tu|teu|clique|p\\. ?ex\\.',
  ja: '申し訳|すみません|クリック',
  ar: 'من فضلك|عذرًا|آسف|نأسف|انقر',
}

/**
 * Finds what copy is not to say. Japanese and Arabic have no word borders that a pattern could see, so
 * their words are looked for anywhere.
 */
export function forbidden(language: string): RegExp {
  const words = avoided[language] ?? ''
  const bordered = language === 'ja' || language === 'ar' ? `(${words})` : `(?<!\\p{L})(${words})(?!\\p{L})`
  return new RegExp(`[!！¡;；؛&…]|\\(s\\)|${bordered}`, 'iu')
}

/**
 * Finds an attribute that a colon parts from its value; it stands in bold instead (zis-admin-app 10.1). A whole
 * sentence may lead to a list with a colon: an attribute is taken to have three words at most.
 */
export const attributeWithColon = (language: string): RegExp =>
  language === 'ja' ? /(^|。)[^。：{}]{1,8}：\{/u : /(^|\. )([^\s.:{}]+ ){0,2}[^\s.:{}]+\u00a0?: ?\{/u

/** What docs/words.md has another word or another mark for. */
export const unlikeOurWords: Record<string, RegExp> = {
  en: /"|somebody else/i,
  de: /"|\bAdmins?\b(?! Center)|Job Spec|Zugangsdaten|\bangehalten|\bNur-Lese/,
  es: /"|\bla job spec\b|\bcliente OAuth/i,
  fr: /"| [:;?!]|« | »|\bjetons?\b/,
  'pt-br': /"|\bde novo\b/i,
  ja: /"|[^\d\sA-Za-z]: |:$/,
  ar: /"|حمّل الحزمة/,
}

/** The same in every language: names, and what has no words in it. */
const everywhere = [
  'ZIS Console',
  'OAuth',
  'OAuth.',
  'Zendesk Integration Services',
  '{name} {number, number}',
  '{when}: {name}',
  '{severity}: {message}',
  '{name}, {type}.',
]
const alike: Record<string, string[]> = {
  de: [
    'Bundle {name}',
    'Name',
    'Status',
    'Details',
    'Version',
    'Export',
    'Import',
    'Links',
    'Link',
    'Webhooks',
    'Flow',
    'Flows',
    'Version {version}.',
    'Person',
  ],
  es: ['Error', 'Bundle {name}', 'Job spec {name}', 'Job specs', 'Config {name}', 'Configs', 'Webhooks'],
  fr: [
    'Action',
    'Actions',
    'Active',
    'Inactive',
    'Type',
    'Bundle {name}',
    'Job spec {name}',
    'Job specs',
    'Config {name}',
    'Configs',
    'Version {version}.',
    'Webhooks',
  ],
  'pt-br': [
    'Status',
    'bundle',
    'Token',
    'Bundle {name}',
    'Bundles',
    'Job spec {name}',
    'Job specs',
    'Webhooks',
    'Link',
    'Links',
    'Config {name}',
    'Configs',
  ],
  ja: ['Webhook ID'],
  ar: ['Webhooks'],
}

export const sameInOtherLanguages = (language: string): Set<string> =>
  new Set([...everywhere, ...(alike[language] ?? [])])
