import { checkBundle } from '../bundle/check'
import { findJqShapes } from '../bundle/check-jq'
import { bundleFor } from '../bundle/fill'
import { entryOf } from '../codes'
import type { CatalogueEntry, Translations } from '../definition'
import type { Finding } from '../findings'
import { isObject, own, type Json, type JsonObject } from '../json'
import { Places } from '../json-text/places'
import { readJson } from '../json-text/read-json'
import { offsetAt } from '../json-text/source-node'
import { isIntegrationKey } from '../names'
import { at, Report, shown } from '../report'
import { checkDefinition } from './check'
import { checkTranslation } from './check-translation'
import { isSpoken } from './locales'

/** A file as it was handed over. */
export interface SourceFile {
  name: string
  text: string
}

/** What was found in one file, in its order. */
export interface FileFindings {
  file: string
  findings: Finding[]
}

export interface ReadIntegration {
  /** Only when there is no error in any of the files. */
  entry: CatalogueEntry | undefined
  files: FileFindings[]
}

/**
 * Reads an integration from the texts of its files, and judges definition, bundle and translations: each by
 * itself, and whether they fit. One file holds `{ "definition", "bundle" }` and perhaps `"translations"`, or
 * there are two; which of two is the bundle shows in what it says. A file for each language may stand beside
 * them, named as the language. It never throws.
 */
export function readIntegration(files: SourceFile[]): ReadIntegration {
  const opened = files.map(open)
  const translations = opened.filter(isTranslation)
  const others = opened.filter((one) => !translations.includes(one))
  const spoken = translations.map((file): Translation => ({ ...partOf(file), locale: localeOf(file) }))
  const whole = others.length === 1 ? others[0]! : undefined
  if (whole && isObject(whole.value) && own(whole.value, 'definition') !== undefined) {
    const inside = partOf(whole, 'translations')
    return judge(partOf(whole, 'definition'), partOf(whole, 'bundle'), [...translationsIn(inside), ...spoken])
  }
  const bundle =
    others.find(({ value }) => isObject(value) && Object.hasOwn(value, 'zis_template_version')) ??
    others.find(({ name }) => /(^|\/)bundle\.json$/.test(name))
  const definition = others.find((one) => one !== bundle)
  if (others.length !== 2 || !bundle || !definition) return notPair(opened)
  return judge(partOf(definition), partOf(bundle), spoken)
}

interface Opened extends SourceFile {
  value: Json | undefined
  isComplete: boolean
  faults: Finding[]
  locate(finding: Finding, under: string): Finding
}

interface Part {
  file: Opened
  /** Where it stands in its file, as a pointer. */
  under: string
  value: Json | undefined
}

interface Translation extends Part {
  locale: string
}

function partOf(file: Opened, key?: string): Part {
  if (key === undefined) return { file, under: '', value: file.value }
  return { file, under: at('', key), value: isObject(file.value) ? own(file.value, key) : undefined }
}

/** By its place in the folder or by its name, unless it plainly is something else. */
const isTranslation = ({ name, value }: Opened): boolean =>
  /(^|[\\/])translations[\\/][^\\/]+\.json$/.test(name) ||
  (/^[a-z]{2}([-_][a-z\d]{2,8})*\.json$/i.test(name) &&
    !['definition', 'connections', 'resources'].some(
      (key) => isObject(value) && typeof value[key] === 'object',
    ))

const localeOf = ({ name }: Opened): string => name.replace(/^.*[\\/]|\.json$/g, '')

/** Those that stand in one file with the definition. */
function translationsIn({ file, under, value }: Part): Translation[] {
  if (value === undefined) return []
  // What is no list of languages is judged as a translation, so that its fault is told.
  if (!isObject(value)) return [{ file, under, value, locale: '' }]
  return Object.entries(value).map(([locale, words]) => ({
    file,
    under: at(under, locale),
    value: words,
    locale,
  }))
}

function open({ name, text }: SourceFile): Opened {
  const read = readJson(text)
  const places = new Places(text)
  return {
    name,
    text,
    value: read.value,
    isComplete: read.value !== undefined && read.isComplete,
    faults: read.faults.map(({ code, offset, pointer, message, way_out }) => {
      const severity = entryOf(code)?.severities[0] ?? 'error'
      return { code, severity, pointer, ...places.at(offset), message, way_out }
    }),
    locate(finding, under) {
      const pointer = under + finding.pointer
      const part = entryOf(finding.code)?.isAboutKey ? 'key' : 'value'
      return { ...finding, pointer, ...places.at(offsetAt(read.root, pointer, part)) }
    },
  }
}

function judge(definition: Part, bundle: Part, translations: Translation[]): ReadIntegration {
  const said = definition.value
  const template = bundle.value
  const key = isObject(said) ? own(said, 'default_key') : undefined
  // A key that is wrong is a finding of its own; the bundle is judged with one that is right.
  const integration = typeof key === 'string' && isIntegrationKey(key) ? key : 'integration'
  const filled = isObject(template) ? bundleFor(template, integration) : template
  const isReadable = definition.file.isComplete && bundle.file.isComplete
  const found: Array<[Part, Finding[]]> = [
    [definition, isReadable ? checkDefinition(said ?? null, filled).findings : []],
    [
      bundle,
      isReadable ? [...checkBundle(filled, { integration }).findings, ...findJqShapes(filled ?? null)] : [],
    ],
    ...translations.map((one): [Part, Finding[]] => [
      one,
      isReadable && one.file.isComplete ? checkTranslations(one, translations, said ?? null) : [],
    ]),
  ]
  const files = [...new Set(found.map(([{ file }]) => file))].map((file) =>
    fileOf(
      file,
      found.flatMap(([part, findings]) =>
        part.file === file ? findings.map((finding) => file.locate(finding, part.under)) : [],
      ),
    ),
  )
  const isRefused = files.some(({ findings }) => findings.some(({ severity }) => severity === 'error'))
  const entry = {
    definition: said,
    bundle: template as JsonObject,
    ...wordsIn(translations),
  } as unknown as CatalogueEntry
  return { entry: isRefused ? undefined : entry, files }
}

function checkTranslations(one: Translation, all: Translation[], definition: Json): Finding[] {
  const findings = checkTranslation(one.locale, one.value ?? null, definition)
  const isSecond = all.find(({ locale }) => locale === one.locale) !== one
  if (!isSecond) return findings
  const report = new Report()
  report.error('translation.twice', '', `${shown(one.locale)} is translated twice`, 'take one of them out')
  return [...report.findings, ...findings]
}

/** What the app can speak of them. */
function wordsIn(translations: Translation[]): { translations?: Translations } {
  const spoken = translations.filter(({ locale }) => isSpoken(locale))
  if (spoken.length === 0) return {}
  return {
    translations: Object.fromEntries(spoken.map(({ locale, value }) => [locale, value])) as Translations,
  }
}

function notPair(opened: Opened[]): ReadIntegration {
  const report = new Report()
  report.error(
    'definition.bundle-missing',
    '',
    'there is not one definition with one bundle',
    'select one file with { "definition": …, "bundle": … }, or integration.json together with bundle.json',
  )
  const files = opened.map((one) => fileOf(one, one.isComplete ? report.findings : []))
  return { entry: undefined, files: files.length > 0 ? files : [{ file: '', findings: report.findings }] }
}

/** As they stand in the text. */
const fileOf = ({ name, faults }: Opened, findings: Finding[]): FileFindings => ({
  file: name,
  findings: [...faults, ...findings].sort(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  ),
})
